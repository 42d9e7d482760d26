package main

import "sync"

func main() {
	m := map[int]int{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; ; j++ {
				m[j%100]++
			}
		}()
	}
	wg.Wait()
}
