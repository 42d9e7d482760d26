package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	fmt.Println("sending to an empty buffered channel")
	ch <- 7
	fmt.Println("sent")
}
