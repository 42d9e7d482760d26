package main

import "sync"

func main() {
	m := map[int][]int{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; ; j++ {
				k := j % 100
				m[k] = append(m[k], j)
			}
		}()
	}
	wg.Wait()
}
