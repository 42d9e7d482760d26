package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println("receiving from an unbuffered channel, nobody there")
	v, ok := <-ch
	fmt.Println("received", v, ok)
}
