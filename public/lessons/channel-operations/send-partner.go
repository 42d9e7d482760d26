package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	done := make(chan struct{})
	go func() {
		fmt.Println("the other one received", <-ch)
		close(done)
	}()
	time.Sleep(time.Millisecond) // the other one waits by now
	ch <- 7
	fmt.Println("sent")
	<-done
}
