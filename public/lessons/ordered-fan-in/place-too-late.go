package main

import (
	"fmt"
	"time"
)

const (
	pages = 6
	ahead = 3
)

// fetch takes longer for some pages than for others.
func fetch(page int) string {
	time.Sleep(time.Duration(10+20*(page%3)) * time.Millisecond)
	return fmt.Sprint("page ", page)
}

func main() {
	pending := make(chan chan string, ahead-1)
	go func() {
		defer close(pending)
		for page := range pages {
			result := make(chan string, 1)
			go func() {
				pending <- result
				result <- fetch(page)
			}()
		}
	}()

	for result := range pending {
		fmt.Println(<-result)
	}
}
