package main

import (
	"fmt"
	"sync"
	"time"
)

// A Scale sends each new weight, and remembers the last one.
type Scale struct {
	mu      sync.Mutex // guards last
	last    int
	weights chan int
}

func (s *Scale) Put(weight int) {
	s.mu.Lock()
	s.last = weight
	s.mu.Unlock()
	s.weights <- weight
}

func (s *Scale) Last() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last
}

func main() {
	scale := &Scale{weights: make(chan int)}
	go func() {
		defer close(scale.weights)
		for _, weight := range []int{70, 71, 70} {
			scale.Put(weight)
		}
	}()

	for weight := range scale.weights {
		time.Sleep(time.Millisecond)
		if weight == scale.Last() {
			fmt.Println(weight, "is still the last one")
		}
	}
}
