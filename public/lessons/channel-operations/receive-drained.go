package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	close(ch)
	fmt.Println("receiving from a closed channel, drained")
	v, ok := <-ch
	fmt.Println("received", v, ok)
}
