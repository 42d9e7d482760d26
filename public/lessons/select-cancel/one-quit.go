package main

import (
	"fmt"
	"sync"
	"time"
)

const workers = 3

func main() {
	quit := make(chan struct{}, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			ticker := time.NewTicker(10 * time.Millisecond)
			defer ticker.Stop()
			for ticks := 0; ticks < 10; ticks++ {
				select {
				case <-ticker.C:
				case <-quit:
					fmt.Println("a worker quits")
					return
				}
			}
			fmt.Println("a worker has done everything, nobody told it to quit")
		})
	}
	time.Sleep(25 * time.Millisecond)
	quit <- struct{}{} // one value, for one worker
	wg.Wait()
}
