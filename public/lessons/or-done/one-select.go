package main

import (
	"context"
	"fmt"
	"time"
)

const patience = 35 * time.Millisecond

// orDone passes on what comes from in, until in is closed or ctx has ended.
func orDone[T any](ctx context.Context, in <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			select {
			case <-ctx.Done():
				return
			case v, ok := <-in:
				if !ok {
					return
				}
				out <- v
			}
		}
	}()
	return out
}

// readings sends three values.
func readings() <-chan int {
	out := make(chan int, 3)
	for n := range 3 {
		out <- n
	}
	close(out)
	return out
}

// first returns the first reading, and has no use for the others.
func first() int {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return <-orDone(ctx, readings())
}

func main() {
	fmt.Println("first reading:", first())
	time.Sleep(2 * patience)
}
