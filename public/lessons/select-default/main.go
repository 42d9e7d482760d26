package main

import "fmt"

const room = 2

func main() {
	metrics := make(chan int, room)
	kept, dropped := 0, 0
	for n := range 5 {
		select {
		case metrics <- n:
			kept++
		default: // full: do without it
			dropped++
		}
	}
	fmt.Println("kept", kept, "dropped", dropped)
	close(metrics)
	for n := range metrics {
		fmt.Println("metric", n)
	}
}
