package main

import (
	"fmt"
	"sync"
	"time"
)

// A goroutine that takes the lock again at once must not keep another out for ever.
func main() {
	var mu sync.Mutex
	done := make(chan bool)
	go func() {
		for {
			mu.Lock()
			time.Sleep(100 * time.Microsecond)
			mu.Unlock()
			select {
			case <-done:
				return
			default:
			}
		}
	}()
	got := 0
	for range 10 {
		time.Sleep(100 * time.Microsecond)
		mu.Lock()
		got++
		mu.Unlock()
	}
	done <- true
	fmt.Println(got)

	var rw sync.RWMutex
	var wg sync.WaitGroup
	m := map[int]int{}
	for i := range 4 {
		wg.Go(func() {
			for j := range 25 {
				rw.Lock()
				m[j] += i
				rw.Unlock()
			}
		})
		wg.Go(func() {
			for j := range 25 {
				rw.RLock()
				_ = m[j]
				rw.RUnlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(len(m), m[3])
	var once sync.Once
	x := 0
	for range 10 {
		wg.Go(func() { once.Do(func() { time.Sleep(time.Millisecond); x++ }); _ = x })
	}
	wg.Wait()
	fmt.Println(x)
}
