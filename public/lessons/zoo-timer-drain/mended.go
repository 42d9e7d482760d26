package main

import (
	"fmt"
	"time"
)

const timeout = 10 * time.Millisecond

// ask sends an answer after a while.
func ask(takes time.Duration) <-chan string {
	answer := make(chan string, 1)
	go func() {
		time.Sleep(takes)
		answer <- "yes"
	}()
	return answer
}

func main() {
	timer := time.NewTimer(timeout)
	for _, takes := range []time.Duration{5 * time.Millisecond, 20 * time.Millisecond, 5 * time.Millisecond} {
		select {
		case text := <-ask(takes):
			fmt.Println("answer:", text)
		case <-timer.C:
			fmt.Println("timed out")
		}
		timer.Reset(timeout)
	}
	fmt.Println("three questions are asked")
}
