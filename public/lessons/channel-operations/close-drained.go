package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	close(ch)
	fmt.Println("closing a closed channel, drained")
	close(ch)
}
