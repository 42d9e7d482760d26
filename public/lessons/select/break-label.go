package main

import "fmt"

func main() {
	jobs := make(chan int, 2)
	jobs <- 1
	jobs <- 2
	close(jobs)

	rounds := 0
loop:
	for range 10 {
		rounds++
		select {
		case n, ok := <-jobs:
			if !ok {
				break loop
			}
			fmt.Println("job", n)
		}
	}
	fmt.Println("rounds:", rounds)
}
