package main

import (
	"fmt"
	"runtime"
	"time"
)

const nap = 1 * time.Millisecond

func main() {
	var stop bool
	stopped := make(chan struct{})
	go func() {
		for !stop {
			runtime.Gosched()
		}
		close(stopped)
	}()

	start := time.Now()
	time.Sleep(nap)
	fmt.Println("main slept", time.Since(start).Round(time.Millisecond))
	stop = true
	<-stopped
}
