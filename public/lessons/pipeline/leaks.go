package main

import "fmt"

const (
	last = 10
	want = 3
)

func generate() <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := 1; n <= last; n++ {
			out <- n
		}
	}()
	return out
}

// stage sends on what f keeps of each value.
func stage(in <-chan int, f func(int) (int, bool)) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range in {
			v, ok := f(n)
			if !ok {
				continue
			}
			out <- v
		}
	}()
	return out
}

func first(count int) (found []int) {
	squares := stage(generate(), func(n int) (int, bool) { return n * n, true })
	for n := range stage(squares, func(n int) (int, bool) { return n, n > 20 }) {
		found = append(found, n)
		if len(found) == count {
			break
		}
	}
	return found
}

func main() {
	fmt.Println(first(want))
}
