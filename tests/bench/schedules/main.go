package main

import "fmt"
import "sync"

func main() {
	ch := make(chan int, 3)
	var wg sync.WaitGroup
	for p := 0; p < 2; p++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 5; i++ {
				ch <- p*10 + i
			}
		}()
	}
	done := make(chan int)
	go func() {
		sum := 0
		for range 10 {
			sum += <-ch
		}
		done <- sum
	}()
	wg.Wait()
	fmt.Println(<-done)
}
