package main

import "fmt"

func main() {
	var letters chan string
	fmt.Println("is it nil:", letters == nil)
	fmt.Println("length and room:", len(letters), cap(letters))

	select {
	case letter := <-letters:
		fmt.Println("got", letter)
	default:
		fmt.Println("a nil channel is never ready")
	}

	letters = make(chan string, 1)
	letters <- "a letter"
	select {
	case letter := <-letters:
		fmt.Println("got", letter)
	default:
		fmt.Println("not ready")
	}
}
