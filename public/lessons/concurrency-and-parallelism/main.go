package main

import (
	"fmt"
	"sync"
	"time"
)

const requests = 3

// fetch stands for a request: it waits for an answer and computes next to nothing.
func fetch() {
	time.Sleep(20 * time.Millisecond)
}

func main() {
	start := time.Now()
	var wg sync.WaitGroup
	for range requests {
		wg.Go(fetch)
	}
	wg.Wait()
	fmt.Println("requests:", requests, "time:", time.Since(start).Round(time.Millisecond))
}
