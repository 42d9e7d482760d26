package main

import "fmt"

const lines = 3

// read sends what it has, and says that there is no more.
func read(out chan<- string) {
	defer close(out)
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
	line, ok := <-text
	fmt.Printf("after the end: %q, %v\n", line, ok)
}
