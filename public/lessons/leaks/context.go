package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

const requests = 3

// ask takes 50 ms, or as long as its context allows.
func ask(ctx context.Context) (string, error) {
	select {
	case <-time.After(50 * time.Millisecond):
		return "an answer", nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// request gives up after 20 ms, and tells ask so.
func request() string {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	answers := make(chan string, 1)
	go func() {
		if answer, err := ask(ctx); err == nil {
			answers <- answer
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
