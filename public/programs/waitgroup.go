package main

import (
	"fmt"
	"sync"
	"time"
)

func brew(cup int) {
	time.Sleep(time.Duration(4-cup) * time.Millisecond)
	fmt.Println("cup", cup, "is ready")
}

func main() {
	var wg sync.WaitGroup
	for cup := 1; cup <= 3; cup++ {
		wg.Go(func() {
			brew(cup)
		})
	}
	fmt.Println("three cups ordered")
	wg.Wait()
	fmt.Println("all served")
}
