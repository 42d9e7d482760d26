package main

import "fmt"

// count only sends, and knows what it has sent.
func count(out chan<- int, most int) {
	const first = 1
	for n := first; n <= most; n++ {
		out <- n
	}
	fmt.Println("the first was", first)
	close(out)
}

func main() {
	numbers := make(chan int, 3)
	count(numbers, 3)
	for n := range numbers {
		fmt.Println(n)
	}
}
