package main

import (
	"fmt"
	"sync"
)

func worker(id int, jobs <-chan int, results chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		results <- j * j
	}
	_ = id
}

func main() {
	jobs := make(chan int, 5)
	results := make(chan int, 5)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go worker(i, jobs, results, &wg)
	}
	go func() {
		for i := 1; i <= 20; i++ {
			jobs <- i
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println(sum)
	done := make(chan struct{})
	data := make(chan string)
	go func() {
		defer close(done)
		for s := range data {
			fmt.Println("got", s)
		}
	}()
	for _, s := range []string{"a", "b", "c"} {
		data <- s
	}
	close(data)
	<-done
	var mu sync.Mutex
	n := 0
	var wg2 sync.WaitGroup
	for i := 0; i < 100; i++ {
		wg2.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			n++
		})
	}
	wg2.Wait()
	fmt.Println(n)
	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once") })
	}
	c := make(chan int, 2)
	c <- 1
	c <- 2
	fmt.Println(len(c), cap(c))
	close(c)
	v, ok := <-c
	fmt.Println(v, ok)
	<-c
	v, ok = <-c
	fmt.Println(v, ok)
}
