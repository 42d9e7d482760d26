package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

const readers = 3

var requests = []string{"/", "/about", "/", "/prices", "/", "/about"}

func main() {
	var hits sync.Map // page -> *atomic.Int64
	var wg sync.WaitGroup
	for range readers {
		wg.Go(func() {
			for _, page := range requests {
				n, _ := hits.LoadOrStore(page, new(atomic.Int64))
				n.(*atomic.Int64).Add(1)
			}
		})
	}
	wg.Wait()
	for _, page := range []string{"/", "/about", "/prices"} {
		n, _ := hits.Load(page)
		fmt.Println(page, n.(*atomic.Int64).Load())
	}
}
