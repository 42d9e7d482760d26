package main

import "fmt"

func main() {
	numbers := make(chan int, 3)
	numbers <- 7
	numbers <- 0
	close(numbers)

	for range 3 {
		n, ok := <-numbers
		if !ok {
			fmt.Println(n, ok, "the channel is closed and empty")
			continue
		}
		fmt.Println(n, ok, "a number that was sent")
	}
}
