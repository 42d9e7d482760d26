package main

import (
	"fmt"
	"sync"
)

const readers = 3

var requests = []string{"/", "/about", "/", "/prices", "/", "/about"}

// Hits counts how often pages were asked for.
type Hits struct {
	mu sync.RWMutex // guards m
	m  map[string]int
}

func (h *Hits) Add(page string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.m[page]++
}

func (h *Hits) Get(page string) int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.m[page]
}

func main() {
	hits := &Hits{m: make(map[string]int)}
	var wg sync.WaitGroup
	for range readers {
		wg.Go(func() {
			for _, page := range requests {
				hits.Add(page)
			}
		})
	}
	wg.Wait()
	for _, page := range []string{"/", "/about", "/prices"} {
		fmt.Println(page, hits.Get(page))
	}
}
