package main

import (
	"fmt"
	"time"
)

// ask stands for a question to a source that takes so long to answer.
func ask(source string, takes time.Duration) string {
	time.Sleep(takes)
	return source
}

// first returns the answer that is there first.
func first() string {
	const room = 3
	answers := make(chan string, room)
	go func() { answers <- ask("database", 30*time.Millisecond) }()
	go func() { answers <- ask("cache", 2*time.Millisecond) }()
	go func() { answers <- ask("service", 50*time.Millisecond) }()
	return <-answers
}

func main() {
	start := time.Now()
	fmt.Println(first(), "after", time.Since(start).Round(time.Millisecond))
	time.Sleep(100 * time.Millisecond) // the others can put down what they have, and end
}
