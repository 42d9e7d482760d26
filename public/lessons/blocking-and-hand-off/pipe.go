package main

import (
	"fmt"
	"os"
)

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	line := make(chan string)
	go func() {
		buf := make([]byte, 64)
		n, _ := r.Read(buf) // nothing there yet: the goroutine waits with the poller
		line <- string(buf[:n])
	}()
	go func() {
		fmt.Fprint(w, "hello through a pipe")
		w.Close()
	}()
	fmt.Println(<-line)
}
