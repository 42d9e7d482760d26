package main

import (
	"errors"
	"fmt"
)

// answer is what a goroutine hands back: a value or an error.
type answer struct {
	n      int
	square int
	err    error
}

func compute(n int, answers chan<- answer) {
	if n%4 == 0 {
		answers <- answer{n: n, err: errors.New("multiples of four are refused")}
		return
	}
	answers <- answer{n: n, square: n * n}
}

func main() {
	answers := make(chan answer)
	for n := 1; n <= 5; n++ {
		go compute(n, answers)
	}

	sum := 0
	for range 5 {
		a := <-answers
		if a.err != nil {
			fmt.Println(a.n, "failed:", a.err)
			continue
		}
		sum += a.square
	}
	fmt.Println("sum of the squares:", sum)
}
