package main

import "fmt"

func main() {
	var ch chan int
	fmt.Println("sending to a nil channel")
	ch <- 7
	fmt.Println("sent")
}
