package main

import "fmt"

func main() {
	var note string
	ready := make(chan struct{})
	go func() {
		note = "written before the send"
		ready <- struct{}{}
	}()
	<-ready
	fmt.Println(note)
}
