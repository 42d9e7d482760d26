package main

import (
	"fmt"
	"time"
)

const patience = 10 * time.Millisecond

// record knows no event without a name.
func record(event string) {
	if event == "" {
		panic("event without a name")
	}
	fmt.Println("recorded", event)
}

func main() {
	defer func() {
		fmt.Println("main recovers:", recover())
	}()
	go record("a login")
	go record("")
	time.Sleep(patience)
	fmt.Println("main is done")
}
