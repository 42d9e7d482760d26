package main

import (
	"fmt"
	"sync"
	"time"
)

const readers = 3

var requests = []string{"/", "/about", "/", "/prices", "/", "/about"}

func main() {
	var hits sync.Map // page -> int
	var wg sync.WaitGroup
	for range readers {
		wg.Go(func() {
			for _, page := range requests {
				n, _ := hits.LoadOrStore(page, 0)
				time.Sleep(time.Millisecond)
				hits.Store(page, n.(int)+1)
			}
		})
	}
	wg.Wait()
	for _, page := range []string{"/", "/about", "/prices"} {
		n, _ := hits.Load(page)
		fmt.Println(page, n)
	}
}
