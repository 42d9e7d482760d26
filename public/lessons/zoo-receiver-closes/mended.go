package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	offers := make(chan int)
	var wg sync.WaitGroup
	for dealer := 1; dealer <= 2; dealer++ {
		wg.Go(func() {
			for price := 110 - 5*dealer; ; price -= 5 {
				time.Sleep(time.Millisecond)
				select {
				case offers <- price:
				case <-ctx.Done():
					return
				}
			}
		})
	}

	for price := range offers {
		fmt.Println("offer:", price)
		if price <= 90 {
			cancel() // no more offers, please
			break
		}
	}
	wg.Wait()
}
