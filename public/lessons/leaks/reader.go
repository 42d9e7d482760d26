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

// request always receives what it has asked for.
func request() string {
	answers := make(chan string)
	go func() { answers <- ask() }()
	return <-answers
}

func main() {
	for range requests {
		fmt.Println(request())
	}
	time.Sleep(100 * time.Millisecond)
	fmt.Println("goroutines left:", runtime.NumGoroutine())
}
