package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	consumers = 2
	items     = 4
)

// A Queue grows as it needs to. Get waits until there is something.
type Queue struct {
	mu       sync.Mutex // guards items and closed
	changed  sync.Cond  // something was put in, or the queue was closed
	items    []int
	isClosed bool
}

func (q *Queue) Put(item int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, item)
	q.changed.Signal()
}

func (q *Queue) Close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.isClosed = true
	q.changed.Broadcast()
}

func (q *Queue) Get() (item int, ok bool) {
	for len(q.items) == 0 && !q.isClosed {
		q.changed.Wait()
	}
	if len(q.items) == 0 {
		return 0, false
	}
	item = q.items[0]
	q.items = q.items[1:]
	return item, true
}

func main() {
	queue := new(Queue)
	queue.changed.L = &queue.mu
	var wg sync.WaitGroup
	for range consumers {
		wg.Go(func() {
			for item, ok := queue.Get(); ok; item, ok = queue.Get() {
				fmt.Println("item", item)
			}
			fmt.Println("no more")
		})
	}
	for item := range items {
		time.Sleep(time.Millisecond)
		queue.Put(item)
	}
	time.Sleep(time.Millisecond)
	queue.Close()
	wg.Wait()
}
