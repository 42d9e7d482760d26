package main

import (
	"fmt"
	"sync"
	"time"
)

// A Menu has dishes and their prices.
type Menu struct {
	mu     sync.RWMutex // guards prices
	prices map[string]int
}

func (m *Menu) Price(dish string) int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.prices[dish]
}

func (m *Menu) Total(dishes ...string) int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	sum := 0
	for _, dish := range dishes {
		sum += m.prices[dish]
		time.Sleep(time.Millisecond) // prints a line
	}
	return sum
}

func (m *Menu) Set(dish string, price int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.prices[dish] = price
}

func main() {
	menu := &Menu{prices: map[string]int{"soup": 5, "pasta": 9, "cake": 4}}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println("bill:", menu.Total("soup", "pasta", "cake")) })
	wg.Go(func() {
		time.Sleep(1500 * time.Microsecond)
		menu.Set("cake", 5)
	})
	wg.Wait()
}
