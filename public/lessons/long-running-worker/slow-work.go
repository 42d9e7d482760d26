package main

import (
	"context"
	"fmt"
	"time"
)

const work = 25 * time.Millisecond

// refresh works at every tick until its context is cancelled.
func refresh(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	start := time.Now()
	for {
		select {
		case <-ticker.C:
			if ctx.Err() != nil {
				continue // both were ready: the context is what counts
			}
			fmt.Println("refresh begins at", time.Since(start).Round(time.Millisecond))
			time.Sleep(work)
		case <-ctx.Done():
			fmt.Println("refresher stops at", time.Since(start).Round(time.Millisecond))
			return
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		refresh(ctx, 10*time.Millisecond)
	}()

	time.Sleep(100 * time.Millisecond)
	cancel()
	<-stopped
}
