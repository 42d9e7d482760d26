package main

import (
	"fmt"
	"iter"
)

const (
	last = 10
	want = 3
)

func generate(yield func(int) bool) {
	for n := 1; n <= last && yield(n); n++ {
	}
}

// stage passes on what f keeps of each value.
func stage(in iter.Seq[int], f func(int) (int, bool)) iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := range in {
			if v, ok := f(n); ok && !yield(v) {
				return
			}
		}
	}
}

func first(count int) (found []int) {
	squares := stage(generate, func(n int) (int, bool) { return n * n, true })
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
