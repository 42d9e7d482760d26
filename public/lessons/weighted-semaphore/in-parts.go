package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	memory = 8 // gigabytes
	films  = 2
	need   = 6
)

func main() {
	sem := make(chan struct{}, memory)
	var wg sync.WaitGroup
	for film := range films {
		wg.Go(func() {
			for range need {
				sem <- struct{}{}
				time.Sleep(time.Millisecond)
			}
			fmt.Println("film", film, "has its memory")
			for range need {
				<-sem
			}
		})
	}
	wg.Wait()
}
