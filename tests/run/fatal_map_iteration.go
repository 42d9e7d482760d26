package main

import (
	"sync"
)

func main() {
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for j := 0; ; j++ {
			m[j%100]++
		}
	}()
	go func() {
		defer wg.Done()
		s := 0
		for j := 0; ; j++ {
			for _, v := range m {
				s += v
			}
		}
	}()
	wg.Wait()
}
