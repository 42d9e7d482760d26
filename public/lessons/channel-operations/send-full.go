package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	fmt.Println("sending to a full channel")
	ch <- 7
	fmt.Println("sent")
}
