package main

import (
	"fmt"
	"sync"
)

// Votes counts votes.
type Votes struct {
	mu    sync.Mutex // guards count
	count map[string]int
}

func (v Votes) Add(name string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.count[name]++
}

func main() {
	votes := Votes{count: make(map[string]int)}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			votes.Add("yes")
			votes.Add("no")
		})
	}
	wg.Wait()
	fmt.Println(votes.count)
}
