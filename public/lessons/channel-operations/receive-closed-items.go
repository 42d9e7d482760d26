package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	close(ch)
	fmt.Println("receiving from a closed channel with one item")
	v, ok := <-ch
	fmt.Println("received", v, ok)
}
