package main

import (
	"fmt"
)

const values = 4

// tee sends each value of in to both outputs.
func tee[T any](in <-chan T) (_, _ <-chan T) {
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
				}
			}
		}
	}()
	return out1, out2
}

func main() {
	in := make(chan int)
	go func() {
		defer close(in)
		for n := range values {
			in <- n
		}
	}()

	first, second := tee(in)
	for n := range first {
		fmt.Println("first:", n)
	}
	for n := range second {
		fmt.Println("second:", n)
	}
}
