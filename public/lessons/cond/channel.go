package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	consumers = 2
	items     = 4
)

func main() {
	queue := make(chan int, items)
	var wg sync.WaitGroup
	for range consumers {
		wg.Go(func() {
			for item := range queue {
				fmt.Println("item", item)
			}
			fmt.Println("no more")
		})
	}
	for item := range items {
		time.Sleep(time.Millisecond)
		queue <- item
	}
	time.Sleep(time.Millisecond)
	close(queue)
	wg.Wait()
}
