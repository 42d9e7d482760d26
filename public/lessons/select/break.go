package main

import "fmt"

func main() {
	jobs := make(chan int, 2)
	jobs <- 1
	jobs <- 2
	close(jobs)

	rounds := 0
	for range 10 {
		rounds++
		select {
		case n, ok := <-jobs:
			if !ok {
				break // meant for the loop
			}
			fmt.Println("job", n)
		}
	}
	fmt.Println("rounds:", rounds)
}
