package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	pages   = 9
	workers = 3
	fetch   = 20 * time.Millisecond
)

// fetcher fetches what it takes from in.
func fetcher(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for page := range in {
			time.Sleep(fetch)
			out <- 100 * page
		}
	}()
	return out
}

func main() {
	start := time.Now()
	todo := make(chan int)
	go func() {
		defer close(todo)
		for page := range pages {
			todo <- page
		}
	}()

	merged := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		results := fetcher(todo)
		wg.Go(func() {
			for n := range results {
				merged <- n
			}
		})
	}
	go func() { wg.Wait(); close(merged) }()

	bytes := 0
	for n := range merged {
		bytes += n
	}
	fmt.Println("fan-out, fan-in:", bytes, "bytes in", time.Since(start).Round(time.Millisecond))
}
