package main

import (
	"fmt"
	"time"
)

const patience = 10 * time.Millisecond

// record knows no event without a name.
func record(event string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("not recorded:", r)
		}
	}()
	if event == "" {
		panic("event without a name")
	}
	fmt.Println("recorded", event)
}

func main() {
	go record("a login")
	go record("")
	time.Sleep(patience)
	fmt.Println("main is done")
}
