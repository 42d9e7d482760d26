package main

import "fmt"

func counter(step int) func(int) int {
	n := 0
	return func(x int) int {
		n += step
		return n ^ x
	}
}

func apply(xs []int, f func(int) int) int {
	sum := 0
	for _, x := range xs {
		sum += f(x)
	}
	return sum
}

func main() {
	xs := make([]int, 1000)
	for i := range xs {
		xs[i] = i * 3
	}
	sum := 0
	for i := range 4000 {
		sum += apply(xs, counter(i&7))
	}
	for i := range 500_000 {
		add := func(y int) int { return i + y }
		sum += add(2)
	}
	fmt.Println(sum)
}
