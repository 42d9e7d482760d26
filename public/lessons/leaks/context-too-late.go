package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

const requests = 3

func ask() string {
	time.Sleep(50 * time.Millisecond)
	fmt.Println("asked to the end")
	return "an answer"
}

// request gives up after 20 ms, and its goroutine gives up sending.
func request() string {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	answers := make(chan string)
	go func() {
		select {
		case answers <- ask():
		case <-ctx.Done():
		}
	}()
	select {
	case answer := <-answers:
		return answer
	case <-ctx.Done():
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
