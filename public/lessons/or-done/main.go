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
				select {
				case out <- v:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
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
