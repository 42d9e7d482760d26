package main

import "fmt"

// collect makes batches of what comes in, and sends each when it is full.
func collect(in <-chan int, out chan<- []int, size int) {
	defer close(out)
	var batch []int
	for in != nil || len(batch) > 0 {
		var ready chan<- []int // nil as long as there is nothing to send
		if len(batch) >= size || in == nil {
			ready = out
		}
		select {
		case n, ok := <-in:
			if !ok {
				in = nil
				continue
			}
			batch = append(batch, n)
		case ready <- batch:
			batch = nil
		}
	}
}

func main() {
	const size = 3
	numbers := make(chan int, 7)
	for n := range 7 {
		numbers <- n
	}
	close(numbers)
	batches := make(chan []int)
	go collect(numbers, batches, size)
	total := 0
	for batch := range batches {
		total += len(batch)
	}
	fmt.Println("numbers in all batches:", total)
}
