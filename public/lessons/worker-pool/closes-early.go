package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	workers = 3
	jobs    = 9
	work    = 20 * time.Millisecond
)

// square stands for work that takes a while.
func square(n int) int {
	time.Sleep(work)
	return n * n
}

func main() {
	todo := make(chan int)
	results := make(chan int)

	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for n := range todo {
				results <- square(n)
			}
		})
	}
	go func() {
		for n := range jobs {
			todo <- n
		}
		close(todo) // no more jobs: the workers' loops end
	}()
	go func() {
		time.Sleep(3 * work)
		close(results)
	}()

	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println("sum of squares:", sum)
}
