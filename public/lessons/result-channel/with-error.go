package main

import (
	"errors"
	"fmt"
)

const n = -1

type result struct {
	sum int
	err error
}

func sum(n int) (int, error) {
	if n < 0 {
		return 0, errors.New("not a count: negative")
	}
	return n * (n + 1) / 2, nil
}

func main() {
	results := make(chan result, 1)
	go func() {
		s, err := sum(n)
		results <- result{s, err}
	}()
	r := <-results
	if r.err != nil {
		fmt.Println("error:", r.err)
		return
	}
	fmt.Println("sum:", r.sum)
}
