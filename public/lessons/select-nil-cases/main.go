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
	left := send(10*time.Millisecond, "one", "two")
	right := send(25*time.Millisecond, "eins", "zwei")

	rounds := 0
	for left != nil || right != nil {
		rounds++
		select {
		case word, ok := <-left:
			if !ok {
				left = nil // this case is off from now on
				continue
			}
			fmt.Println("left:", word)
		case word, ok := <-right:
			if !ok {
				right = nil
				continue
			}
			fmt.Println("right:", word)
		}
	}
	fmt.Println("rounds:", rounds)
}
