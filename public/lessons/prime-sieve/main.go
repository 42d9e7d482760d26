package main

import (
	"context"
	"fmt"
)

const count = 10

// generate sends 2, 3, 4, ... until ctx has ended.
func generate(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		for n := 2; ; n++ {
			select {
			case out <- n:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// filter passes on what prime does not divide.
func filter(ctx context.Context, in <-chan int, prime int) <-chan int {
	out := make(chan int)
	go func() {
		for {
			select {
			case n := <-in:
				if n%prime == 0 {
					continue
				}
				select {
				case out <- n:
				case <-ctx.Done():
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func primes(count int) (found []int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in := generate(ctx)
	for range count {
		prime := <-in
		found = append(found, prime)
		in = filter(ctx, in, prime)
	}
	return found
}

func main() {
	fmt.Println(primes(count))
}
