package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	offers := make(chan int)
	var wg sync.WaitGroup
	for dealer := 1; dealer <= 2; dealer++ {
		wg.Go(func() {
			for price := 110 - 5*dealer; ; price -= 5 {
				time.Sleep(time.Millisecond)
				offers <- price
			}
		})
	}

	for price := range offers {
		fmt.Println("offer:", price)
		if price <= 90 {
			close(offers) // no more offers, please
			break
		}
	}
	wg.Wait()
}
