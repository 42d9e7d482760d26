package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	readings := make(chan int)
	var wg sync.WaitGroup
	for sensor := 1; sensor <= 3; sensor++ {
		wg.Go(func() {
			for range 3 {
				time.Sleep(time.Duration(sensor) * 10 * time.Millisecond)
				readings <- sensor
			}
		})
	}
	go func() {
		wg.Wait()
		close(readings)
	}()

	sum := 0
	for reading := range readings {
		sum += reading
	}
	fmt.Println("sum:", sum)
}
