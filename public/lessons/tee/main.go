package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

const (
	values = 4
	slow   = 10 * time.Millisecond
)

// tee sends each value of in to both outputs.
func tee[T any](ctx context.Context, in <-chan T) (_, _ <-chan T) {
	out1, out2 := make(chan T), make(chan T)
	go func() {
		defer close(out1)
		defer close(out2)
		for v := range in {
			to1, to2 := out1, out2
			for range 2 {
				select {
				case to1 <- v:
					to1 = nil // done: this case is switched off
				case to2 <- v:
					to2 = nil
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out1, out2
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in := make(chan int)
	sums, log := tee(ctx, in)

	var wg sync.WaitGroup
	wg.Go(func() {
		sum := 0
		for n := range sums {
			sum += n
		}
		fmt.Println("sum:", sum)
	})
	wg.Go(func() {
		for range log {
			time.Sleep(slow)
		}
		fmt.Println("everything is logged")
	})
	for n := range values {
		in <- n
	}
	close(in)
	wg.Wait()
}
