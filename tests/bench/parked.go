package main

import "fmt"

func main() {
	stop := make(chan struct{})
	for i := 0; i < 1_000_000; i++ {
		go func() { <-stop }()
	}
	fmt.Println("started")
	done := make(chan bool)
	go func() { done <- true }()
	<-done
	fmt.Println("all parked")
}
