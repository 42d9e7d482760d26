package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	fmt.Println("receiving from a buffered channel with one item")
	v, ok := <-ch
	fmt.Println("received", v, ok)
}
