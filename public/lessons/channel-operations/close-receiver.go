package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	done := make(chan struct{})
	go func() {
		v, ok := <-ch
		fmt.Println("the other one received", v, ok)
		close(done)
	}()
	time.Sleep(time.Millisecond) // the other one waits by now
	close(ch)
	<-done
}
