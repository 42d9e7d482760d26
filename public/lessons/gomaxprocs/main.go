package main

import (
	"fmt"
	"math"
	"runtime"
	"sync"
	"time"
)

const tasks = 6

// compute stands for work that needs a processor: it counts, and waits for nobody.
func compute() int {
	sum := 0
	for i := range 80_000 {
		sum += i * i % 7
	}
	return sum
}

func main() {
	start := time.Now()
	fmt.Println("one task:", compute())
	alone := time.Since(start)

	start = time.Now()
	var wg sync.WaitGroup
	sums := make([]int, tasks)
	for i := range tasks {
		wg.Go(func() { sums[i] = compute() })
	}
	wg.Wait()
	together := time.Since(start)

	fmt.Println("Ps:", runtime.GOMAXPROCS(0))
	// Rounded to halves: waking a thread takes its time, too.
	times := math.Round(2*float64(together)/float64(alone)) / 2
	fmt.Printf("tasks: %d, took as long as %.1f in a row\n", tasks, times)
}
