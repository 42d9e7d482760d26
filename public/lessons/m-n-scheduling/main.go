package main

import (
	"fmt"
	"sync"
)

const tasks = 6

// compute stands for work that needs a processor: it counts, and waits for nobody.
func compute(task int) int {
	sum := 0
	for i := range 5_000 {
		sum += i % task
	}
	return sum
}

func main() {
	var wg sync.WaitGroup
	sums := make([]int, tasks)
	for i := range tasks {
		wg.Go(func() { sums[i] = compute(i + 1) })
	}
	wg.Wait()
	for i, sum := range sums {
		fmt.Printf("task %d: %d\n", i+1, sum)
	}
}
