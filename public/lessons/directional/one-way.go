package main

import "fmt"

func receiving(ch chan int) <-chan int { return ch }

func main() {
	both := make(chan int, 1)
	var in <-chan int = both // less may be done with it: allowed
	both <- 1                // whoever still has both can send
	fmt.Println(<-in)
	both <- 2
	fmt.Println(<-receiving(both))
}
