package main

import (
	"fmt"
	"time"
)

const patience = 10 * time.Millisecond

// record stands for writing an event to a file, which takes 20 ms.
func record(event string) {
	fmt.Println("recording", event)
	defer fmt.Println("file closed after", event)
	time.Sleep(20 * time.Millisecond)
	fmt.Println("recorded", event)
}

func main() {
	go record("a login")
	go record("a payment")
	time.Sleep(patience)
	fmt.Println("main is done")
}
