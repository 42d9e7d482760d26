package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs, results := make(chan int, 64), make(chan int, 64)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for n := range jobs {
				x := n
				for range 20 {
					x = x*31 + 7
				}
				results <- x & 1023
			}
		})
	}
	go func() {
		for n := range 300_000 {
			jobs <- n
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println(sum)
}
