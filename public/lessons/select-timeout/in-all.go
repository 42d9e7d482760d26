package main

import (
	"fmt"
	"time"
)

const limit = 40 * time.Millisecond

func main() {
	start := time.Now()
	news := make(chan int, 5)
	go func() {
		defer close(news)
		for n := 1; n <= 5; n++ {
			time.Sleep(15 * time.Millisecond)
			news <- n
		}
	}()

	timeout := time.After(limit) // one for all the rounds
	for {
		select {
		case n, ok := <-news:
			if !ok {
				fmt.Println("that was all, after", time.Since(start).Round(time.Millisecond))
				return
			}
			fmt.Println("news", n)
		case <-timeout:
			fmt.Println("enough after", limit)
			return
		}
	}
}
