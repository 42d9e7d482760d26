package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func work(ms time.Duration) { time.Sleep(ms * time.Millisecond) }

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	result := make(chan int, 1)

	go func() { // fire and forget
		work(500)
		fmt.Println("forgotten: nobody reads this")
	}()
	wg.Go(func() { // synchronized
		work(20)
		fmt.Println("synchronized: done")
	})
	go func() { // returns a result
		work(10)
		result <- 42
	}()
	wg.Go(func() { // long-running
		ticker := time.NewTicker(15 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				fmt.Println("long-running: tick")
			case <-ctx.Done():
				return
			}
		}
	})
	wg.Go(func() { // cancellable
		select {
		case <-time.After(time.Second):
			fmt.Println("cancellable: done")
		case <-ctx.Done():
			fmt.Println("cancellable: stopped before it was done")
		}
	})

	fmt.Println("result:", <-result)
	work(30)
	cancel()
	wg.Wait()
}
