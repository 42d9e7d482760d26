package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 90*time.Minute)
	defer cancel()
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			select {
			case <-time.After(time.Duration(i) * time.Hour):
				fmt.Println(i, "awake")
			case <-ctx.Done():
				time.Sleep(time.Duration(i) * time.Minute)
				fmt.Println(i, ctx.Err())
			}
		})
	}
	wg.Wait()
}
