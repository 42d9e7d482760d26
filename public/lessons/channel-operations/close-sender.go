package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		ch <- 7
	}()
	time.Sleep(time.Millisecond) // the other one waits by now
	close(ch)
	fmt.Println("closed")
	<-done
}
