package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	fmt.Println("closing a buffered channel with one item")
	close(ch)
	v, ok := <-ch
	fmt.Println("closed; a receive gives", v, ok)
}
