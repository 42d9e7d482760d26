package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Stats counts requests.
type Stats struct {
	requests atomic.Int64
	errors   atomic.Int64
}

func (s *Stats) handle(n int) {
	time.Sleep(time.Duration(n) * time.Millisecond)
	s.requests.Add(1)
	if n%3 == 0 {
		s.errors.Add(1)
	}
}

func (s *Stats) String() string {
	return fmt.Sprintf("%d requests, %d errors", s.requests.Load(), s.errors.Load())
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
