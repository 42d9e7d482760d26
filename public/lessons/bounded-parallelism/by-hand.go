package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	limit   = 3
	files   = 9
	reading = 20 * time.Millisecond
)

// size stands for reading a file.
func size(file int) int {
	time.Sleep(reading)
	return 100 * file
}

func main() {
	found := make([]int, files)
	slots := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for file := range files {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			found[file] = size(file)
		})
	}
	wg.Wait()
	fmt.Println(found)
}
