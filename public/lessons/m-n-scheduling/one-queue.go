package main

import (
	"fmt"
	"sync"
)

const tasks = 6

func main() {
	var wg sync.WaitGroup
	for task := 1; task <= tasks; task++ {
		wg.Go(func() { fmt.Println("task", task) })
	}
	fmt.Println("tasks started:", tasks)
	wg.Wait()
}
