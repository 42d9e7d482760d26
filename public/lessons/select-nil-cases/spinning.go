package main

import (
	"fmt"
	"time"
)

// send sends its words, each after a pause, and closes.
func send(pause time.Duration, words ...string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, word := range words {
			time.Sleep(pause)
			out <- word
		}
	}()
	return out
}

func main() {
	left := send(10*time.Microsecond, "one", "two")
	right := send(25*time.Microsecond, "eins", "zwei")

	rounds, open := 0, 2
	leftOpen, rightOpen := true, true
	for open > 0 {
		rounds++
		select {
		case word, ok := <-left:
			if ok {
				fmt.Println("left:", word)
			} else if leftOpen {
				leftOpen = false
				open--
			}
		case word, ok := <-right:
			if ok {
				fmt.Println("right:", word)
			} else if rightOpen {
				rightOpen = false
				open--
			}
		}
	}
	fmt.Println("more than 20 rounds for 6 events:", rounds > 20)
}
