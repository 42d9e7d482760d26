package main

import (
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		var mu sync.Mutex
		mu.Lock()
		mu.Lock()
	}()
	wg.Wait()
}
