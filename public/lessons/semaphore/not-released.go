package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

const (
	slots = 3
	tasks = 9
)

// A Semaphore lets as many in as it has room for.
type Semaphore chan struct{}

func (s Semaphore) Acquire() { s <- struct{}{} }
func (s Semaphore) Release() { <-s }

var errTimeout = errors.New("timed out")

func load(task int) error {
	time.Sleep(20 * time.Millisecond)
	if task%2 == 1 {
		return errTimeout
	}
	return nil
}

func main() {
	sem := make(Semaphore, slots)
	var wg sync.WaitGroup
	for task := range tasks {
		wg.Go(func() {
			sem.Acquire()
			if err := load(task); err != nil {
				fmt.Printf("task %d: %v\n", task, err)
				return
			}
			sem.Release()
		})
	}
	wg.Wait()
}
