package main

import "fmt"

const lines = 3

// read sends what it has.
func read(out chan<- string) {
	for n := 1; n <= lines; n++ {
		out <- fmt.Sprintf("line %d", n)
	}
}

func main() {
	text := make(chan string, 1)
	go read(text)
	for line := range text {
		fmt.Println(line)
	}
	fmt.Println("the end")
}
