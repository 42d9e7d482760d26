package main

import (
	"fmt"
	"time"
)

const work = 2 * time.Millisecond

func main() {
	done := make(chan struct{})
	go func() {
		time.Sleep(work)
		close(done)
	}()

	rounds := 0
	for {
		select {
		case <-done:
			fmt.Println("done, and never looked in vain:", rounds == 0)
			return
		}
	}
}
