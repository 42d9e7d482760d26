package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Stats counts requests.
type Stats struct {
	requests int64
	errors   int64
}

func (s *Stats) handle(n int) {
	time.Sleep(time.Duration(n) * time.Millisecond)
	atomic.AddInt64(&s.requests, 1)
	if n%3 == 0 {
		atomic.AddInt64(&s.errors, 1)
	}
}

func (s *Stats) String() string {
	return fmt.Sprintf("%d requests, %d errors", s.requests, s.errors)
}

func main() {
	var stats Stats
	var wg sync.WaitGroup
	for n := 1; n <= 6; n++ {
		wg.Go(func() { stats.handle(n) })
	}
	time.Sleep(3 * time.Millisecond)
	fmt.Println("so far:", stats.String())
	wg.Wait()
	fmt.Println("in the end:", stats.String())
}
