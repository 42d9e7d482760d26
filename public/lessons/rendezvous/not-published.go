package main

import "fmt"

func main() {
	var note string
	ready := make(chan struct{})
	go func() {
		ready <- struct{}{}
		note = "written after the send"
	}()
	<-ready
	fmt.Println(note)
}
