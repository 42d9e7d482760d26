package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	workers = 0
	jobs    = 9
	work    = 20 * time.Millisecond
)

func square(n int) int {
	time.Sleep(work)
	return n * n
}

func main() {
	todo := make(chan int, jobs)
	results := make(chan int, jobs)

	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for n := range todo {
				results <- square(n)
			}
		})
	}
	for n := range jobs {
		todo <- n
	}
	close(todo)
	wg.Wait()
	close(results)

	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println("sum of squares:", sum)
}
