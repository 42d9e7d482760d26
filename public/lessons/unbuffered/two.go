package main

import "fmt"

func main() {
	items := make(chan int)
	go func() { items <- 1 }()
	fmt.Println("received", <-items)
}
