package main

import "fmt"

func main() {
	fmt.Println("Hello from G1, the main goroutine.")

	done := make(chan bool)
	go func() {
		fmt.Println("Hello from a second goroutine.")
		done <- true
	}()

	// Without this receive main could end first, and take everybody with it.
	<-done
	fmt.Println("Both are through.")
}
