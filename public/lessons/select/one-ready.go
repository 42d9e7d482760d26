package main

import (
	"fmt"
	"time"
)

func main() {
	slow := make(chan string)
	quick := make(chan string)
	go func() {
		time.Sleep(50 * time.Millisecond)
		slow <- "slow"
	}()
	go func() {
		time.Sleep(20 * time.Millisecond)
		quick <- "quick"
	}()

	for range 2 {
		select {
		case s := <-slow:
			fmt.Println("first case:", s)
		case s := <-quick:
			fmt.Println("second case:", s)
		}
	}
}
