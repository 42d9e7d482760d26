package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

const many = 1_000

func main() {
	const switches = 100
	var wg sync.WaitGroup
	release := make(chan struct{})

	start := time.Now()
	for range many {
		wg.Go(func() { <-release })
	}
	started := time.Since(start)
	fmt.Println("goroutines alive:", runtime.NumGoroutine())
	fmt.Println("one go statement:", started/many)

	close(release)
	wg.Wait()

	// Two goroutines on one P give way to each other in turns.
	runtime.GOMAXPROCS(1)
	start = time.Now()
	for range 2 {
		wg.Go(func() {
			for range switches {
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	fmt.Println("one switch:", time.Since(start)/(2*switches))
}
