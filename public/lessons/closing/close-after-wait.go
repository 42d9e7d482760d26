package main

import (
	"fmt"
	"sync"
)

func main() {
	results := make(chan int, 2)
	var wg sync.WaitGroup
	for n := range 2 {
		wg.Go(func() {
			results <- n * n
		})
	}
	wg.Wait()
	close(results)
	fmt.Println("results:", len(results))
}
