package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const files = 4

var size atomic.Int64

func measure(file int, wg *sync.WaitGroup) {
	defer wg.Done()
	time.Sleep(time.Millisecond)
	size.Add(int64(100 * file))
}

func main() {
	var wg sync.WaitGroup
	for file := 1; file <= files; file++ {
		wg.Add(1)
		go measure(file, &wg)
	}
	wg.Wait()
	fmt.Println("total size:", size.Load())
}
