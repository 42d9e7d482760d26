package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	fmt.Println("closing an empty buffered channel")
	close(ch)
	v, ok := <-ch
	fmt.Println("closed; a receive gives", v, ok)
}
