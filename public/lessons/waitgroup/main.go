package main

import (
	"fmt"
	"sync"
	"time"
)

const tasks = 3

func main() {
	var wg sync.WaitGroup
	for task := 1; task <= tasks; task++ {
		wg.Go(func() {
			time.Sleep(time.Duration(task) * 10 * time.Millisecond)
			fmt.Println("task", task, "done")
		})
	}
	wg.Wait()
	fmt.Println("all done")
}
