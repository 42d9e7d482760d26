package main

import (
	"fmt"
	"sync"
	"time"
)

const pages = 6

// fetch takes longer for some pages than for others.
func fetch(page int) string {
	time.Sleep(time.Duration(10+20*(page%3)) * time.Millisecond)
	return fmt.Sprint("page ", page)
}

func main() {
	results := make([]string, pages)
	var wg sync.WaitGroup
	for page := range pages {
		wg.Go(func() { results[page] = fetch(page) })
	}
	wg.Wait()

	for _, result := range results {
		fmt.Println(result)
	}
}
