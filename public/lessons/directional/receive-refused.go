package main

import "fmt"

// count only sends, so it must not receive.
func count(out chan<- int, most int) {
	for n := 1; n <= most; n++ {
		out <- n
	}
	fmt.Println("the first was", <-out)
	close(out)
}

func main() {
	numbers := make(chan int, 3)
	count(numbers, 3)
	for n := range numbers {
		fmt.Println(n)
	}
}
