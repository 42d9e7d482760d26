package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	pages = 9
	slots = 3
	fetch = 20 * time.Millisecond
)

func main() {
	start := time.Now()
	sem := make(chan struct{}, slots)
	var wg sync.WaitGroup
	for range pages {
		wg.Go(func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			time.Sleep(fetch)
		})
	}
	wg.Wait()
	fmt.Println("semaphore:", pages, "pages in", time.Since(start).Round(time.Millisecond))
}
