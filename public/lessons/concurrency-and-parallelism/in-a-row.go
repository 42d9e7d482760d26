package main

import (
	"fmt"
	"time"
)

const requests = 3

// fetch stands for a request: it waits for an answer and computes next to nothing.
func fetch() {
	time.Sleep(20 * time.Millisecond)
}

func main() {
	start := time.Now()
	for range requests {
		fetch()
	}
	fmt.Println("requests:", requests, "time:", time.Since(start).Round(time.Millisecond))
}
