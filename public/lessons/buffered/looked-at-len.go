package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int, 3)
	for n := range 3 {
		jobs <- n
	}

	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for len(jobs) > 0 {
				n := <-jobs
				fmt.Println("job", n)
			}
		})
	}
	wg.Wait()
}
