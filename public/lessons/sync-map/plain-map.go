package main

import (
	"fmt"
	"sync"
)

const (
	readers = 3
	rounds  = 100
)

var requests = []string{"/", "/about", "/", "/prices", "/", "/about"}

func main() {
	hits := make(map[string]int)
	var wg sync.WaitGroup
	for range readers {
		wg.Go(func() {
			for range rounds {
				for _, page := range requests {
					hits[page]++
				}
			}
		})
	}
	wg.Wait()
	for _, page := range []string{"/", "/about", "/prices"} {
		fmt.Println(page, hits[page])
	}
}
