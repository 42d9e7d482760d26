package main

import (
	"errors"
	"fmt"
)

const n = -1

func sum(n int) (int, error) {
	if n < 0 {
		return 0, errors.New("not a count: negative")
	}
	return n * (n + 1) / 2, nil
}

func main() {
	results := make(chan int, 1)
	go func() {
		s, err := sum(n)
		if err != nil {
			fmt.Println("error:", err)
			return
		}
		results <- s
	}()
	fmt.Println("sum:", <-results)
}
