package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const (
	slots   = 3
	tasks   = 9
	loading = 20 * time.Millisecond
)

// A Semaphore lets as many in as it has room for.
type Semaphore chan struct{}

func (s Semaphore) Acquire() { s <- struct{}{} }
func (s Semaphore) Release() { <-s }

func main() {
	sem := make(Semaphore, slots)
	var active, most atomic.Int64
	var wg sync.WaitGroup
	for range tasks {
		wg.Go(func() {
			sem.Acquire()
			defer sem.Release()
			if n := active.Add(1); n > most.Load() {
				most.Store(n)
			}
			time.Sleep(loading)
			active.Add(-1)
		})
	}
	wg.Wait()
	fmt.Println(tasks, "tasks, at most", most.Load(), "at a time")
}
