package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type cache struct {
	mu sync.RWMutex
	m  map[string]int
}

func (c *cache) get(k string) (int, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.m[k]
	return v, ok
}

func (c *cache) set(k string, v int) {
	c.mu.Lock()
	c.m[k] = v
	c.mu.Unlock()
}

func main() {
	c := &cache{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(2)
		go func() { defer wg.Done(); c.set(fmt.Sprint("k", i), i) }()
		go func() { defer wg.Done(); c.get("k1") }()
	}
	wg.Wait()
	v, ok := c.get("k7")
	fmt.Println(len(c.m), v, ok)
	var n atomic.Int64
	var plain int32
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n.Add(2)
			atomic.AddInt32(&plain, 1)
			runtime.Gosched()
		}()
	}
	wg.Wait()
	fmt.Println(n.Load(), plain, n.CompareAndSwap(100, 1), n.Load())
	sem := make(chan struct{}, 2)
	var active, most int
	var mu sync.Mutex
	for i := 0; i < 6; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			mu.Lock()
			active++
			most = max(most, active)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			active--
			mu.Unlock()
			<-sem
		}()
	}
	wg.Wait()
	fmt.Println("most at once", most)
	start := time.Now()
	time.Sleep(30 * time.Millisecond)
	el := time.Since(start)
	fmt.Println(el >= 30*time.Millisecond, el < 300*time.Millisecond)
	t := time.AfterFunc(time.Millisecond, func() { fmt.Println("fired") })
	time.Sleep(10 * time.Millisecond)
	fmt.Println(t.Stop(), runtime.NumGoroutine())
}
