package main

import (
	"fmt"
	"sync"
)

func main() {
	metrics := make(chan int)
	var wg sync.WaitGroup
	wg.Go(func() {
		for n := range metrics {
			fmt.Println("metric", n)
		}
	})

	dropped := 0
	for n := range 5 {
		select {
		case metrics <- n:
		default:
			dropped++
		}
	}
	close(metrics)
	wg.Wait()
	fmt.Println("some were dropped:", dropped > 0)
}
