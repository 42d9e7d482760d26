package main

import (
	"fmt"
	"time"
)

const (
	pages = 9
	fetch = 20 * time.Millisecond
	parse = 20 * time.Millisecond
)

// stage does something that takes a while with each page.
func stage(in <-chan int, takes time.Duration) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for page := range in {
			time.Sleep(takes)
			out <- page
		}
	}()
	return out
}

func main() {
	start := time.Now()
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for page := range pages {
			numbers <- page
		}
	}()

	bytes := 0
	for page := range stage(stage(numbers, fetch), parse) {
		bytes += 100 * page
	}
	fmt.Println("pipeline:", bytes, "bytes, fetched and parsed in", time.Since(start).Round(time.Millisecond))
}
