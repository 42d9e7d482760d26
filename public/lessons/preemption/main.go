package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

const nap = 1 * time.Millisecond

func main() {
	var stop atomic.Bool
	stopped := make(chan struct{})
	go func() {
		for !stop.Load() {
			// It never waits and never calls anything.
		}
		close(stopped)
	}()

	start := time.Now()
	time.Sleep(nap)
	fmt.Println("main slept", time.Since(start).Round(time.Millisecond))
	stop.Store(true)
	<-stopped
}
