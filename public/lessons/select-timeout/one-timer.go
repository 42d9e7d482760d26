package main

import (
	"fmt"
	"time"
)

const limit = 20 * time.Millisecond

func main() {
	answers := make(chan string, 1)
	go func() {
		time.Sleep(100 * time.Millisecond)
		answers <- "here I am"
	}()

	timeout := time.After(limit)
	for {
		select {
		case answer := <-answers:
			fmt.Println("answer:", answer)
			return
		case <-timeout:
			fmt.Println("no answer after", limit)
			return
		default:
			fmt.Println("doing something else")
			time.Sleep(15 * time.Millisecond)
		}
	}
}
