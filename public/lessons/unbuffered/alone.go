package main

import "fmt"

func main() {
	items := make(chan int)
	items <- 1
	fmt.Println("received", <-items)
}
