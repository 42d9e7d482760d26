package main

import "fmt"

const rounds = 1_000

func main() {
	// Receiving from a closed channel is always possible, so both cases are ready in every round.
	left := make(chan int)
	right := make(chan int)
	close(left)
	close(right)

	lefts := 0
	for range rounds {
		select {
		case <-left:
			lefts++
		case <-right:
		}
	}
	percent := lefts * 100 / rounds
	fmt.Println("left about", (percent+5)/10*10, "% of the time")
}
