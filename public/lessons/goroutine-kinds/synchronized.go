package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { time.Sleep(20 * time.Millisecond) })
	}
	fmt.Println("three started")
	wg.Wait()
	fmt.Println("three done")
}
