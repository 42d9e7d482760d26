package main

import (
	"fmt"
	"sync"
	"time"
)

// record stands for writing an event to a file, which takes 20 ms.
func record(event string) {
	fmt.Println("recording", event)
	defer fmt.Println("file closed after", event)
	time.Sleep(20 * time.Millisecond)
	fmt.Println("recorded", event)
}

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { record("a login") })
	wg.Go(func() { record("a payment") })
	fmt.Println("main does what it has to do, and waits")
	wg.Wait()
	fmt.Println("main is done")
}
