package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	pages = 9
	fetch = 20 * time.Millisecond
)

func main() {
	start := time.Now()
	var wg sync.WaitGroup
	for range pages {
		wg.Go(func() { time.Sleep(fetch) })
	}
	wg.Wait()
	fmt.Println("WaitGroup:", pages, "pages in", time.Since(start).Round(time.Millisecond))
}
