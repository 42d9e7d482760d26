package main

import (
	"bytes"
	"fmt"
	"time"
)

var file = []string{"one", "two", "three"}

func main() {
	lines := make(chan []byte, 3)
	go func() {
		defer close(lines)
		buf := make([]byte, 0, 64)
		for _, text := range file {
			buf = append(buf[:0], text...)
			lines <- bytes.Clone(buf)
		}
	}()

	time.Sleep(time.Millisecond) // opens the other file
	for line := range lines {
		fmt.Println(string(line))
	}
}
