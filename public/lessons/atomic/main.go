package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const (
	buyers  = 4
	seats   = 3
	looking = 1 * time.Millisecond
)

// A Theatre sells seats without a lock.
type Theatre struct {
	left   atomic.Int64
	failed atomic.Int64 // swaps for which another buyer was faster
}

// Buy takes one seat, and tells whether there was one.
func (t *Theatre) Buy() bool {
	for {
		left := t.left.Load()
		if left == 0 {
			return false
		}
		time.Sleep(looking)
		if t.left.CompareAndSwap(left, left-1) {
			return true
		}
		t.failed.Add(1)
	}
}

func main() {
	var theatre Theatre
	theatre.left.Store(seats)
	var sold atomic.Int64
	var wg sync.WaitGroup
	for range buyers {
		wg.Go(func() {
			if theatre.Buy() {
				sold.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println("sold:", sold.Load(), "of", seats)
	fmt.Println("left:", theatre.left.Load())
	fmt.Println("failed swaps:", theatre.failed.Load())
}
