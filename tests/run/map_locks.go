package main

import (
	"fmt"
	"sync"
)

// Maps that several goroutines write to, each write ordered by something: no run of it is a concurrent map write.

type counter struct {
	mu sync.Mutex
	m  map[int]int
}

func (c *counter) add(k int) {
	c.mu.Lock()
	c.m[k]++
	c.mu.Unlock()
}

func locked() int {
	c := counter{m: map[int]int{}}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for j := range 3000 {
				c.add(j % 7)
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, v := range c.m {
		sum += v
	}
	return sum
}

func readers() int {
	var mu sync.RWMutex
	m := map[int]int{}
	var wg sync.WaitGroup
	var seen sync.Map
	for i := range 6 {
		wg.Go(func() {
			for j := range 2000 {
				if i < 2 {
					mu.Lock()
					m[j%50] = j
					mu.Unlock()
					continue
				}
				mu.RLock()
				for k := range m {
					seen.Store(k, true)
					break
				}
				_ = m[j%50]
				mu.RUnlock()
			}
		})
	}
	wg.Wait()
	return len(m)
}

func handed() int {
	c := make(chan map[int]int, 1)
	c <- map[int]int{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for j := range 2000 {
				m := <-c
				m[j]++
				delete(m, j-100)
				c <- m
			}
		})
	}
	wg.Wait()
	return len(<-c)
}

func main() {
	fmt.Println(locked(), readers(), handed())
}
