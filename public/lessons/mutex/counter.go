package main

import (
	"fmt"
	"sync"
)

const visitors = 4

func main() {
	visits := 0
	var wg sync.WaitGroup
	for range visitors {
		wg.Go(func() { visits++ })
	}
	wg.Wait()
	fmt.Println(visitors, "visitors, counted:", visits)
}
