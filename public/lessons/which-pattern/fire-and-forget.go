package main

import (
	"fmt"
	"time"
)

const (
	pages = 9
	fetch = 20 * time.Millisecond
)

func main() {
	start := time.Now()
	for page := range pages {
		go func() {
			time.Sleep(fetch)
			fmt.Println("page", page, "is there")
		}()
	}
	fmt.Println("fire and forget: main is done after", time.Since(start).Round(time.Millisecond))
}
