package main

import (
	"context"
	"fmt"
	"iter"
	"time"
)

const patience = 35 * time.Millisecond

// orDone yields what comes from in, until in is closed or ctx has ended.
func orDone[T any](ctx context.Context, in <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			select {
			case <-ctx.Done():
				return
			case v, ok := <-in:
				if !ok || !yield(v) {
					return
				}
			}
		}
	}
}

// readings sends as long as the program lives: it knows nothing of contexts.
func readings() <-chan int {
	out := make(chan int)
	go func() {
		for n := 1; ; n++ {
			time.Sleep(10 * time.Millisecond)
			out <- n
		}
	}()
	return out
}

func main() {
	sensor := readings()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for n := range orDone(ctx, sensor) {
		fmt.Println("reading", n)
	}
	fmt.Println("stopped:", ctx.Err())
	fmt.Println("the sensor goes on:", <-sensor)
}
