package main

import (
	"context"
	"fmt"
	"time"
)

const (
	last = 10
	want = 100
)

func generate(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := 1; n <= last; n++ {
			select {
			case out <- n:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// stage sends on what f keeps of each value.
func stage(ctx context.Context, in <-chan int, f func(int) (int, bool)) <-chan int {
	out := make(chan int)
	go func() {
		for n := range in {
			v, ok := f(n)
			if !ok {
				continue
			}
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func first(count int) (found []int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	squares := stage(ctx, generate(ctx), func(n int) (int, bool) { return n * n, true })
	for n := range stage(ctx, squares, func(n int) (int, bool) { return n, n > 20 }) {
		found = append(found, n)
		if len(found) == count {
			break
		}
	}
	return found
}

func main() {
	fmt.Println(first(want))
	time.Sleep(time.Millisecond) // meanwhile the stages end
}
