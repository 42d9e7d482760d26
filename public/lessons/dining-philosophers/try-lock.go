package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	philosophers = 5
	meals        = 2
	eating       = 10 * time.Millisecond
)

// dine takes both forks, eats, and puts them back. Who does not get the right fork puts the left one back.
func dine(left, right int, forks []sync.Mutex) {
	first, second := left, right
	for tries := 1; ; tries++ {
		forks[first].Lock()
		time.Sleep(time.Millisecond)
		if forks[second].TryLock() {
			break
		}
		forks[first].Unlock()
		if tries == 50 {
			fmt.Println("philosopher", left, "has tried", tries, "times")
			return
		}
		time.Sleep(time.Millisecond)
	}
	time.Sleep(eating)
	forks[second].Unlock()
	forks[first].Unlock()
}

func main() {
	forks := make([]sync.Mutex, philosophers)
	var wg sync.WaitGroup
	for n := range philosophers {
		wg.Go(func() {
			for range meals {
				dine(n, (n+1)%philosophers, forks)
			}
		})
	}
	wg.Wait()
	fmt.Println("everybody has eaten")
}
