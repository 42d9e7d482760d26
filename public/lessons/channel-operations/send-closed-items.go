package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	close(ch)
	fmt.Println("sending to a closed channel with one item")
	ch <- 7
	fmt.Println("sent")
}
