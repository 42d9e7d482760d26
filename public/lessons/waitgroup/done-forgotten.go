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
		wg.Add(1)
		go func() {
			time.Sleep(time.Duration(task) * 10 * time.Millisecond)
			if task == 2 {
				fmt.Println("task", task, "gives up")
				return
			}
			fmt.Println("task", task, "done")
			wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println("all done")
}
