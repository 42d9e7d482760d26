package main

import (
	"context"
	"fmt"
	"time"
)

const uptime = 35 * time.Millisecond

// refresh works at every tick until its context is cancelled.
func refresh(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			fmt.Println("cache refreshed")
		case <-ctx.Done():
			fmt.Println("refresher stops:", ctx.Err())
			return
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go refresh(ctx, 10*time.Millisecond)

	time.Sleep(uptime)
	cancel()
	fmt.Println("main is done")
}
