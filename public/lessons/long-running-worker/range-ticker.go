package main

import (
	"fmt"
	"time"
)

const uptime = 35 * time.Millisecond

// refresh works at every tick.
func refresh(ticker *time.Ticker) {
	for range ticker.C {
		fmt.Println("cache refreshed")
	}
	fmt.Println("refresher stops")
}

func main() {
	ticker := time.NewTicker(10 * time.Millisecond)
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		refresh(ticker)
	}()

	time.Sleep(uptime)
	ticker.Stop()
	<-stopped
	fmt.Println("main is done")
}
