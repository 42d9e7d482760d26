package main

import (
	"fmt"
	"runtime"
	"time"
)

const wired = true

// echo sends back what it gets.
func echo(ping <-chan int, pong chan<- int) {
	if wired {
		runtime.LockOSThread() // its thread goes when it ends: nobody unlocks
	}
	for v := range ping {
		pong <- v
	}
	close(pong)
}

func main() {
	const rounds = 20
	ping := make(chan int)
	pong := make(chan int)
	go echo(ping, pong)

	start := time.Now()
	for v := range rounds {
		ping <- v
		<-pong
	}
	fmt.Println("there and back:", time.Since(start)/rounds)
	close(ping)
	<-pong
}
