package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	fmt.Println("closing a full channel")
	close(ch)
	v, ok := <-ch
	fmt.Println("closed; a receive gives", v, ok)
}
