package main

import "fmt"

func main() {
	words := make(chan string)
	numbers := make(chan int, 2)
	go func() {
		numbers <- 7
		numbers <- 8
		words <- "done"
	}()
	fmt.Println(<-words)
	fmt.Println(<-numbers, <-numbers)
}
