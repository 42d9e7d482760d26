package main

import (
	"fmt"
	"runtime"
)

const wanted = 3

// numbers counts for ever.
func numbers() <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := 1; ; n++ {
			out <- n
		}
	}()
	return out
}

// first prints the first numbers.
func first(wanted int) {
	in := numbers()
	for range wanted {
		fmt.Println(<-in)
	}
}

func main() {
	first(wanted)
	fmt.Println("goroutines left:", runtime.NumGoroutine())
}
