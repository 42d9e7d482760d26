package main

import "fmt"

// numbers sends 1 to n and closes its channel.
func numbers(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			out <- i
		}
	}()
	return out
}

// odd lets odd numbers pass.
func odd(in <-chan int) <-chan int {
	passed := make(chan int, 2)
	go func() {
		defer close(passed)
		for n := range in {
			if n%2 == 1 {
				passed <- n
			}
		}
	}()
	return passed
}

// square squares what comes.
func square(in <-chan int) <-chan int {
	squared := make(chan int)
	go func() {
		defer close(squared)
		for n := range in {
			squared <- n * n
		}
	}()
	return squared
}

func main() {
	for n := range square(odd(numbers(9))) {
		fmt.Println(n)
	}
}
