package main

import "fmt"

func main() {
	left := make(chan string)
	right := make(chan string)
	done := make(chan struct{})
	go func() {
		defer close(done)
		left <- "from the left"
		fmt.Println("left got", <-right)
	}()

	fmt.Println("right got", <-left)
	right <- "from the right"
	<-done
}
