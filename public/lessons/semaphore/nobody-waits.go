package main

import (
	"fmt"
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
	for task := range tasks {
		go func() {
			sem.Acquire()
			defer sem.Release()
			time.Sleep(loading)
			fmt.Println("task", task, "is done")
		}()
	}
	fmt.Println("all tasks are started")
}
