package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	fmt.Println("receiving from a full channel")
	v, ok := <-ch
	fmt.Println("received", v, ok)
}
