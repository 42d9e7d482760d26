package main

import (
	"fmt"
	"sync"
	"time"
)

// A CarPark has some free places.
type CarPark struct {
	mu   sync.Mutex // guards free
	left sync.Cond  // somebody has left
	free int
}

func (c *CarPark) Enter() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.free == 0 {
		c.left.Wait()
	}
	c.free--
	if c.free < 0 {
		panic("two cars in one place")
	}
}

func (c *CarPark) Leave() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.free++
	c.left.Broadcast()
}

func main() {
	park := &CarPark{free: 1}
	park.left.L = &park.mu
	park.Enter()
	var wg sync.WaitGroup
	for car := range 2 {
		wg.Go(func() {
			park.Enter()
			fmt.Println("car", car, "is in")
			time.Sleep(5 * time.Millisecond)
			park.Leave()
		})
	}
	time.Sleep(10 * time.Millisecond)
	park.Leave()
	wg.Wait()
}
