package main

import (
	"fmt"
	"sync"
	"time"
)

const tasks = 3

func work(task int, wg sync.WaitGroup) {
	defer wg.Done()
	time.Sleep(time.Duration(task) * 10 * time.Millisecond)
	fmt.Println("task", task, "done")
}

func main() {
	var wg sync.WaitGroup
	for task := 1; task <= tasks; task++ {
		wg.Add(1)
		go work(task, wg)
	}
	wg.Wait()
	fmt.Println("all done")
}
