package main

import (
	"fmt"
	"sync"
	"time"
)

const requests = 3

// compute keeps its P busy for 2 ms.
func compute() {
	start := time.Now()
	for time.Since(start) < 2*time.Millisecond {
	}
}

func main() {
	start := time.Now()
	var wg sync.WaitGroup
	for range requests {
		wg.Go(compute)
	}
	wg.Wait()
	fmt.Println("requests:", requests, "time:", time.Since(start).Round(time.Millisecond))
}
