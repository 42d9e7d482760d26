package main

import (
	"fmt"
	"time"
)

const work = 20 * time.Millisecond

func main() {
	items := make(chan int)
	start := time.Now()
	after := func() time.Duration { return time.Since(start).Round(time.Millisecond) }

	go func() {
		defer close(items)
		for n := 1; n <= 3; n++ {
			items <- n
			fmt.Println("sent", n, "after", after())
		}
	}()

	for n := range items {
		time.Sleep(work)
		fmt.Println("done with", n, "after", after())
	}
}
