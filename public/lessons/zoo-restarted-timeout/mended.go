package main

import (
	"fmt"
	"time"
)

const timeout = 50 * time.Millisecond

// heartbeats comes every 20 ms, fifty times.
func heartbeats() <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range 50 {
			time.Sleep(20 * time.Millisecond)
			out <- n
		}
	}()
	return out
}

func main() {
	answer := make(chan string)
	beats := heartbeats()
	start := time.Now()
	expired := time.After(timeout)
	for {
		select {
		case text := <-answer:
			fmt.Println("answer:", text)
			return
		case _, ok := <-beats:
			if !ok {
				beats = nil
			}
		case <-expired:
			took := time.Since(start).Round(time.Millisecond)
			fmt.Println("no answer, timed out after", took)
			if took > 2*timeout {
				panic("that was much too late")
			}
			return
		}
	}
}
