package main

import (
	"fmt"
	"time"
)

const (
	loading = 10 * time.Millisecond
	other   = 30 * time.Millisecond
)

func main() {
	loaded := make(chan struct{})
	var pages int

	go func() {
		time.Sleep(loading)
		pages = 12
		close(loaded)
	}()

	time.Sleep(other) // there is something else to do
	<-loaded
	fmt.Println(pages, "pages are loaded")
}
