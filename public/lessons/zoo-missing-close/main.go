package main

import (
	"fmt"
	"strings"
)

// lines sends the lines of a text.
func lines(text string) <-chan string {
	out := make(chan string)
	go func() {
		for line := range strings.Lines(text) {
			out <- strings.TrimSpace(line)
		}
	}()
	return out
}

func main() {
	count := 0
	for line := range lines("one\ntwo\nthree\n") {
		count++
		fmt.Println(count, line)
	}
	fmt.Println(count, "lines")
}
