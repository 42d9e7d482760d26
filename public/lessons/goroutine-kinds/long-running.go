package main

import (
	"fmt"
	"time"
)

func main() {
	stop := make(chan struct{})
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		ticker := time.NewTicker(10 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				fmt.Println("checked")
			case <-stop:
				return
			}
		}
	}()
	time.Sleep(35 * time.Millisecond)
	close(stop)
	<-stopped
	fmt.Println("stopped")
}
