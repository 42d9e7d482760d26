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

func main() {
	start := time.Now()
	todo := make(chan int)
	results := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for page := range todo {
				time.Sleep(fetch)
				results <- 100 * page
			}
		})
	}
	go func() {
		defer close(todo)
		for page := range pages {
			todo <- page
		}
	}()
	go func() { wg.Wait(); close(results) }()

	bytes := 0
	for n := range results {
		bytes += n
	}
	fmt.Println("worker pool:", bytes, "bytes in", time.Since(start).Round(time.Millisecond))
}
