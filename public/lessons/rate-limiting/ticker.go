package main

import (
	"fmt"
	"time"
)

const (
	every    = 100 * time.Millisecond
	requests = 6
)

func main() {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	start := time.Now()
	for n := range requests {
		<-ticker.C
		fmt.Printf("request %d at %v\n", n, time.Since(start).Round(time.Millisecond))
	}
}
