package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	workers = 3
	items   = 9
	work    = 20 * time.Millisecond
)

func produce() <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range items {
			out <- n
		}
	}()
	return out
}

func double(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range in {
			time.Sleep(work)
			out <- 2 * n
		}
	}()
	return out
}

// merge sends on what comes from all of ins.
func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Go(func() {
			for n := range in {
				out <- n
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// find returns the first number above a limit.
func find(above int) int {
	in := produce()
	var outs []<-chan int
	for range workers {
		outs = append(outs, double(in))
	}
	for n := range merge(outs...) {
		if n > above {
			return n
		}
	}
	return -1
}

func main() {
	n := find(5)
	fmt.Println("above 5:", n > 5)
	time.Sleep(5 * work)
}
