package main

import (
	"fmt"
	"time"
)

func main() {
	answer := make(chan int, 1)
	go func() {
		time.Sleep(20 * time.Millisecond)
		answer <- 42
	}()
	fmt.Println("main goes on until it needs the answer")
	fmt.Println("the answer:", <-answer)
}
