package main

import (
	"fmt"
	"time"
)

func main() {
	letters := make(chan string, 1)
	go func() {
		time.Sleep(50 * time.Microsecond)
		letters <- "a letter"
	}()

	looks := 0
	for {
		select {
		case letter := <-letters:
			fmt.Println("got", letter)
			fmt.Println("looked more than 50 times:", looks > 50)
			return
		default:
			looks++
		}
	}
}
