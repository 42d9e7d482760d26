package main

import (
	"fmt"
	"sync"
	"time"
)

// A Stock counts what is there.
type Stock struct {
	mu    sync.Mutex // guards count
	count map[string]int
}

func (s *Stock) Available(item string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count[item]
}

// Take takes one if there is one, and tells whether.
func (s *Stock) Take(item string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count[item] == 0 {
		return false
	}
	s.count[item]--
	return true
}

func (s *Stock) PutBack(item string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count[item]++
}

func order(stock *Stock, item string) {
	if !stock.Take(item) {
		return
	}
	time.Sleep(time.Millisecond) // asks the bank
	if bankSaysNo := false; bankSaysNo {
		stock.PutBack(item)
	}
}

func main() {
	stock := &Stock{count: map[string]int{"lamp": 1}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { order(stock, "lamp") })
	}
	wg.Wait()
	fmt.Println("lamps left:", stock.Available("lamp"))
}
