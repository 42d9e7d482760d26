package main

import (
	"fmt"
	"time"
)

func main() {
	letters := make(chan string, 1)
	go func() {
		time.Sleep(25 * time.Millisecond)
		letters <- "a letter"
	}()

	for {
		select {
		case letter := <-letters:
			fmt.Println("got", letter)
			return
		default:
			fmt.Println("nothing there, going on with the work")
			time.Sleep(10 * time.Millisecond)
		}
	}
}
