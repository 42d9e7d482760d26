package main

import "fmt"

const lines = 3

// read sends what it has, until nobody wants more.
func read(out chan<- string, enough <-chan struct{}) {
	defer close(out)
	for n := 1; n <= lines; n++ {
		select {
		case out <- fmt.Sprintf("line %d", n):
		case <-enough:
			return
		}
	}
}

func main() {
	text := make(chan string, 1)
	enough := make(chan struct{})
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		read(text, enough)
	}()
	fmt.Println(<-text)
	close(enough) // the first line is enough
	<-finished
}
