package main

import "fmt"

// drain works off jobs until it is told to quit. Quitting is asked for first.
func drain(quit <-chan struct{}, jobs <-chan int) int {
	done := 0
	for {
		select {
		case <-quit:
			return done
		default:
		}
		select {
		case <-quit:
			return done
		case <-jobs:
			done++
		}
	}
}

func main() {
	quit := make(chan struct{})
	close(quit) // quit before anything has begun
	again := 0
	for range 100 {
		jobs := make(chan int, 10)
		for n := range 10 {
			jobs <- n
		}
		if drain(quit, jobs) > 0 {
			again++
		}
	}
	fmt.Println("worked after quit in some of the rounds:", again > 0)
}
