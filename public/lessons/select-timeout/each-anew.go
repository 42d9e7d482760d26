package main

import (
	"fmt"
	"time"
)

const limit = 40 * time.Millisecond

func main() {
	start := time.Now()
	news := make(chan int)
	go func() {
		defer close(news)
		for n := 1; n <= 5; n++ {
			time.Sleep(15 * time.Millisecond)
			news <- n
		}
	}()

	for {
		select {
		case n, ok := <-news:
			if !ok {
				fmt.Println("that was all, after", time.Since(start).Round(time.Millisecond))
				return
			}
			fmt.Println("news", n)
		case <-time.After(limit): // starts anew with every round
			fmt.Println("silent for", limit)
			return
		}
	}
}
