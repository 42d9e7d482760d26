package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	total := 0
	for i := 0; i < 100_000; i++ {
		wg.Add(1)
		go func() {
			total += i
			wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println(total)
}
