package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	rounds := 0
	go func() {
		defer close(stopped)
		for {
			select {
			case <-ctx.Done():
				return
			default:
				rounds++ // nothing to do, so look again
			}
		}
	}()

	time.Sleep(100 * time.Microsecond)
	cancel()
	<-stopped
	fmt.Println("looked again and again:", rounds > 10)
}
