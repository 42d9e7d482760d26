package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	every    = 100 * time.Millisecond
	requests = 6
)

func main() {
	start := time.Now()
	var wg sync.WaitGroup
	for n := range requests {
		wg.Go(func() {
			time.Sleep(every)
			fmt.Printf("request %d at %v\n", n, time.Since(start).Round(time.Millisecond))
		})
	}
	wg.Wait()
}
