package main

import (
	"fmt"
	"time"
)

const room = 2

func main() {
	items := make(chan int, room)
	start := time.Now()
	after := func() time.Duration { return time.Since(start).Round(time.Millisecond) }

	go func() {
		defer close(items)
		for n := 1; n <= 5; n++ {
			items <- n
			fmt.Println("sent", n, "after", after())
		}
	}()

	for range items {
		time.Sleep(20 * time.Millisecond)
	}
	fmt.Println("all done after", after())
}
