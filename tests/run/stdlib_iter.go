package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count over")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(count(1))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	n2, s2 := iter.Pull2(slices.All([]string{"a", "b"}))
	fmt.Println(n2())
	fmt.Println(n2())
	fmt.Println(n2())
	s2()
	fmt.Println(slices.Collect(count(4)), slices.Sorted(maps.Keys(map[int]bool{3: true, 1: true})))
}
