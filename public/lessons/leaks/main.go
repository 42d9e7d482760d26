package main

import (
	"fmt"
	"runtime"
	"time"
)

const requests = 3

func ask() string {
	time.Sleep(50 * time.Millisecond)
	return "an answer"
}

// request gives up after 20 ms, and nobody receives from answers any more.
func request() string {
	answers := make(chan string)
	go func() { answers <- ask() }()
	select {
	case answer := <-answers:
		return answer
	case <-time.After(20 * time.Millisecond):
		return "too slow"
	}
}

func main() {
	for range requests {
		fmt.Println(request())
	}
	time.Sleep(100 * time.Millisecond)
	fmt.Println("goroutines left:", runtime.NumGoroutine())
}
