package main

import (
	"fmt"
	"time"
)

// Two runners meet at each lap: whoever is first waits for the other.
func main() {
	start := time.Now()
	at := func() time.Duration { return time.Since(start).Round(time.Millisecond) }
	meet := make(chan struct{})
	done := make(chan struct{})

	go func() {
		defer close(done)
		for _, lap := range []time.Duration{10, 30} {
			time.Sleep(lap * time.Millisecond)
			meet <- struct{}{}
		}
	}()

	for _, lap := range []time.Duration{20, 20} {
		time.Sleep(lap * time.Millisecond)
		<-meet
		fmt.Println("both are there at", at())
	}
	<-done
}
