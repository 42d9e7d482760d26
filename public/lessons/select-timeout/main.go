package main

import (
	"fmt"
	"time"
)

const limit = 20 * time.Millisecond

func main() {
	answers := make(chan string, 1)
	go func() {
		time.Sleep(50 * time.Millisecond)
		answers <- "here I am"
	}()

	select {
	case answer := <-answers:
		fmt.Println("answer:", answer)
	case <-time.After(limit):
		fmt.Println("no answer after", limit)
	}
}
