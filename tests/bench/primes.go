package main

import "fmt"

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if n := <-in; n%prime != 0 {
			out <- n
		}
	}
}

func main() {
	ch := make(chan int)
	go func(first chan<- int) {
		for n := 2; ; n++ {
			first <- n
		}
	}(ch)
	last := 0
	for range 400 {
		last = <-ch
		next := make(chan int)
		go filter(ch, next, last)
		ch = next
	}
	fmt.Println(last)
}
