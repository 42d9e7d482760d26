package main

import (
	"fmt"
	"time"
)

const every = 100 * time.Millisecond

// limiter gives out a token every so often.
func limiter(every time.Duration) <-chan struct{} {
	tokens := make(chan struct{})
	go func() {
		for range time.Tick(every) {
			tokens <- struct{}{}
		}
	}()
	return tokens
}

func send(requests int) {
	tokens := limiter(every)
	for range requests {
		<-tokens
	}
	fmt.Println(requests, "requests are sent")
}

func main() {
	send(3)
	send(2)
	time.Sleep(time.Second)
}
