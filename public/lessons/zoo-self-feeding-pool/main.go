package main

import (
	"fmt"
	"sync"
	"time"
)

// links are the pages of a small site.
var links = map[string][]string{
	"/":      {"/a", "/b", "/c", "/d"},
	"/a":     {"/a/1", "/a/2"},
	"/b":     {"/b/1", "/b/2"},
	"/c":     {"/c/1"},
	"/a/1":   {"/a/1/x"},
	"/b/1":   {"/b/1/x"},
	"/a/1/x": {"/a/1/x/y"},
}

const workers = 2

func main() {
	queue := make(chan string, 2)
	var pending sync.WaitGroup // pages that are found and not yet read
	for range workers {
		go func() {
			for page := range queue {
				time.Sleep(time.Millisecond)
				fmt.Println("read", page)
				for _, link := range links[page] {
					pending.Add(1)
					queue <- link
				}
				pending.Done()
			}
		}()
	}
	pending.Add(1)
	queue <- "/"
	pending.Wait()
	close(queue)
	fmt.Println("the whole site is read")
}
