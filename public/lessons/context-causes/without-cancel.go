package main

import (
	"context"
	"fmt"
	"time"
)

// save takes 10 ms and gives up when its context ends.
func save(ctx context.Context, what string) {
	select {
	case <-time.After(10 * time.Millisecond):
		fmt.Println(what, "saved")
	case <-ctx.Done():
		fmt.Println(what, "not saved:", ctx.Err())
	}
}

func main() {
	request, cancel := context.WithCancel(context.Background())
	cancel() // the user has closed the page

	save(request, "with the request's context: log")

	after, stop := context.WithTimeout(context.WithoutCancel(request), time.Second)
	defer stop()
	save(after, "without its cancellation: log")
}
