package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

const workers = 2

func search(ctx context.Context, shelf int) {
	for book := 1; ; book++ {
		select {
		case <-ctx.Done():
			fmt.Printf("shelf %d: stopped before book %d, %v\n", shelf, book, ctx.Err())
			return
		case <-time.After(10 * time.Millisecond): // looking into a book
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()

	var wg sync.WaitGroup
	for shelf := range workers {
		wg.Go(func() { search(ctx, shelf+1) })
	}

	time.Sleep(25 * time.Millisecond)
	fmt.Println("found elsewhere, stop")
	cancel()
	wg.Wait()
}
