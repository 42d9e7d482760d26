package main

import (
	"fmt"
)

const values = 4

// tee sends each value of in to both outputs, first to the one and then to the other.
func tee[T any](in <-chan T) (_, _ <-chan T) {
	out1, out2 := make(chan T), make(chan T)
	go func() {
		defer close(out1)
		defer close(out2)
		for v := range in {
			out1 <- v
			out2 <- v
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
	for range values {
		n2, n1 := <-second, <-first
		fmt.Println(n1, n2)
	}
}
