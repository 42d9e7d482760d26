package main

import (
	"fmt"
)

func main() {
	ch := make(chan int)
	fmt.Println("stuck soon")
	ch <- 1
}
