package main

import (
	"fmt"
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
	queue := make(chan string)
	found := make(chan []string)
	for range workers {
		go func() {
			for page := range queue {
				time.Sleep(time.Millisecond)
				fmt.Println("read", page)
				found <- links[page]
			}
		}()
	}
	waiting := []string{"/"} // grows as it needs to
	reading := 0
	for len(waiting) > 0 || reading > 0 {
		var out chan string // nil, and so switched off, if nothing waits
		var next string
		if len(waiting) > 0 {
			out, next = queue, waiting[0]
		}
		select {
		case out <- next:
			waiting = waiting[1:]
			reading++
		case more := <-found:
			waiting = append(waiting, more...)
			reading--
		}
	}
	close(queue)
	fmt.Println("the whole site is read")
}
