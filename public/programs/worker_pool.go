package main

import (
	"fmt"
	"sync"
	"time"
)

// square stands for work that takes a while.
func square(n int) int {
	time.Sleep(time.Duration(n) * time.Millisecond)
	return n * n
}

func worker(id int, jobs <-chan int, results chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for n := range jobs {
		results <- fmt.Sprintf("worker %d: %d squared is %d", id, n, square(n))
	}
}

func main() {
	jobs := make(chan int, 3)
	results := make(chan string, 2)
	var wg sync.WaitGroup

	for id := 1; id <= 3; id++ {
		wg.Add(1)
		go worker(id, jobs, results, &wg)
	}

	go func() {
		for n := 1; n <= 8; n++ {
			jobs <- n
		}
		close(jobs)
	}()

	go func() {
		wg.Wait()
		close(results)
	}()

	for line := range results {
		fmt.Println(line)
	}
	fmt.Println("all done")
}
