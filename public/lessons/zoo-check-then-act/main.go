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

func (s *Stock) Take(item string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count[item]--
	if s.count[item] < 0 {
		panic("sold what was not there: " + item)
	}
}

func order(stock *Stock, item string) {
	if stock.Available(item) > 0 {
		time.Sleep(time.Millisecond) // asks the bank
		stock.Take(item)
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
