package main

import "fmt"

// sum only receives, so it must not send.
func sum(in <-chan int) int {
	total := 0
	for n := range in {
		total += n
	}
	in <- total
	return total
}

func main() {
	numbers := make(chan int, 2)
	numbers <- 1
	numbers <- 2
	close(numbers)
	fmt.Println(sum(numbers))
}
