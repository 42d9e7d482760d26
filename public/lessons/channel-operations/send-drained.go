package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	close(ch)
	fmt.Println("sending to a closed channel, drained")
	ch <- 7
	fmt.Println("sent")
}
