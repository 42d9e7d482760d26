package main

import "fmt"

func receiving(ch chan int) <-chan int { return ch }

func main() {
	both := make(chan int, 1)
	var in <-chan int = both // less may be done with it: allowed
	var again chan int = in  // more: refused, though it was the same channel
	again <- 1
	fmt.Println(<-in)
	both <- 2
	fmt.Println(<-receiving(both))
}
