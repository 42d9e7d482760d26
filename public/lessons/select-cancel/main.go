package main

import (
	"context"
	"fmt"
)

const wanted = 3

// numbers counts for as long as its context lasts.
func numbers(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := 1; ; n++ {
			select {
			case out <- n:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// first prints the first numbers, and stops the counter.
func first(wanted int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in := numbers(ctx)
	for range wanted {
		fmt.Println(<-in)
	}
	cancel()
	for range in { // until it is closed: one more may have been on its way
	}
	fmt.Println("the counter has stopped")
}

func main() {
	first(wanted)
}
