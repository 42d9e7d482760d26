package main

import "fmt"

func main() {
	counted := make(chan int)
	go func() {
		sum := 0
		for i := range 1_000 {
			sum += i
		}
		fmt.Println("counted while main waited")
		counted <- sum
	}()
	fmt.Println("sum:", <-counted)
}
