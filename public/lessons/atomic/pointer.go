package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Limits are never changed: new ones replace them as a whole.
type Limits struct{ uploads, downloads int }

func main() {
	var current atomic.Pointer[Limits]
	current.Store(&Limits{uploads: 1, downloads: 1})

	var wg sync.WaitGroup
	wg.Go(func() {
		for n := 2; n <= 4; n++ {
			time.Sleep(10 * time.Millisecond)
			current.Store(&Limits{uploads: n, downloads: n})
		}
	})
	for range 3 {
		wg.Go(func() {
			for range 5 {
				l := current.Load()
				if l.uploads != l.downloads {
					panic("half of the old and half of the new")
				}
				time.Sleep(7 * time.Millisecond)
			}
		})
	}
	wg.Wait()
	fmt.Println("in the end:", *current.Load())
}
