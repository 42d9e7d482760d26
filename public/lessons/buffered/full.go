package main

import "fmt"

const room = 2

func main() {
	names := []string{"Ada", "Rob", "Ken"}
	queue := make(chan string, room)
	for _, name := range names {
		queue <- name
	}
	close(queue)
	for name := range queue {
		fmt.Println("hello,", name)
	}
}
