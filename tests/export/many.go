package main

import (
	"fmt"
	"sync"
)

func work(jobs <-chan int, out chan<- int) {
	for j := range jobs {
		out <- j * j
	}
}

func main() {
	jobs, out := make(chan int), make(chan int, 100)
	var wg sync.WaitGroup
	for range 40 {
		wg.Go(func() { work(jobs, out) })
	}
	for i := range 100 {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	close(out)
	sum := 0
	for v := range out {
		sum += v
	}
	fmt.Println(sum)
}
