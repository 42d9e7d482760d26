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
			close(out)
		})
	}
	return out
}

func main() {
	in := produce()
	var outs []<-chan int
	for range workers {
		outs = append(outs, double(in))
	}
	sum := 0
	for n := range merge(outs...) {
		sum += n
	}
	fmt.Println("sum:", sum)
}
