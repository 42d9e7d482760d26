package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

// watch logs when a request ends.
func watch(ctx context.Context) {
	<-ctx.Done()
	fmt.Println("request ended:", context.Cause(ctx))
}

func request() {
	ctx, _ := context.WithCancel(context.Background())
	go watch(ctx)
	time.Sleep(10 * time.Millisecond)
}

func main() {
	for range 3 {
		request()
	}
	fmt.Println("goroutines left:", runtime.NumGoroutine())
}
