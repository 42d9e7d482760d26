package main

import (
	"fmt"
	"slices"
	"sync"
)

const tasks = 3

func main() {
	var wg sync.WaitGroup
	seen := make(chan int, tasks)
	var i int
	for i = 0; i < tasks; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			seen <- i
		}()
	}
	wg.Wait()
	close(seen)

	var numbers []int
	for n := range seen {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	fmt.Println("the goroutines saw", numbers)
}
