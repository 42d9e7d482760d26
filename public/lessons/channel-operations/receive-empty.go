package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	fmt.Println("receiving from an empty buffered channel")
	v, ok := <-ch
	fmt.Println("received", v, ok)
}
