package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	fmt.Println("sending to a buffered channel with one item")
	ch <- 7
	fmt.Println("sent")
}
