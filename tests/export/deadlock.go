package main

import (
	"fmt"
	"sync"
)

func main() {
	var a, b sync.Mutex
	ready := make(chan bool)
	a.Lock()
	go func() {
		b.Lock()
		ready <- true
		a.Lock()
	}()
	<-ready
	fmt.Println("both hold one")
	b.Lock()
}
