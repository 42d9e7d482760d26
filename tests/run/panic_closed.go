package main

import (
	"fmt"
)

func main() {
	c := make(chan int)
	close(c)
	v, ok := <-c
	fmt.Println(v, ok)
	c <- 1
}
