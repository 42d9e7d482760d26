package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println("closing an unbuffered channel, nobody there")
	close(ch)
	v, ok := <-ch
	fmt.Println("closed; a receive gives", v, ok)
}
