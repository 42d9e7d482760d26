package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	loading = 10 * time.Millisecond
	other   = 30 * time.Millisecond
)

func main() {
	var mu sync.Mutex
	loaded := sync.NewCond(&mu)
	var pages int

	go func() {
		time.Sleep(loading)
		mu.Lock()
		defer mu.Unlock()
		pages = 12
		loaded.Signal()
	}()

	time.Sleep(other) // there is something else to do
	mu.Lock()
	defer mu.Unlock()
	loaded.Wait()
	fmt.Println(pages, "pages are loaded")
}
