package main

import "fmt"

const depth = 10_000

// sum calls itself once for every number, and each call needs a place on the stack.
func sum(n int) int {
	if n == 0 {
		return 0
	}
	return n + sum(n-1)
}

func main() {
	result := make(chan int)
	go func() { result <- sum(10) }()
	fmt.Println("10 calls deep:", <-result)

	go func() { result <- sum(depth) }()
	fmt.Println(depth, "calls deep:", <-result)
}
