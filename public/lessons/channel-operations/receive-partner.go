package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() { ch <- 7 }()
	time.Sleep(time.Millisecond) // the other one waits by now
	v, ok := <-ch
	fmt.Println("received", v, ok)
}
