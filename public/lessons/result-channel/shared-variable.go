package main

import (
	"fmt"
	"time"
)

const n = 100

// sum stands for a longer computation.
func sum(n int) int {
	time.Sleep(20 * time.Millisecond)
	total := 0
	for i := 1; i <= n; i++ {
		total += i
	}
	return total
}

func main() {
	var result int
	go func() { result = sum(n) }()

	fmt.Println("main does something else")
	time.Sleep(50 * time.Millisecond)

	fmt.Println("sum:", result)
}
