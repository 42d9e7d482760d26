package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println("sending to an unbuffered channel, nobody there")
	ch <- 7
	fmt.Println("sent")
}
