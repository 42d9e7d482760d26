package main

import "fmt"

func filter(in <-chan int, out chan<- int, stop <-chan bool, prime int) {
	for {
		select {
		case n := <-in:
			if n%prime != 0 {
				select {
				case out <- n:
				case <-stop:
					return
				}
			}
		case <-stop:
			return
		}
	}
}

func main() {
	stop := make(chan bool)
	ch := make(chan int)
	go func() {
		for n := 2; ; n++ {
			select {
			case ch <- n:
			case <-stop:
				return
			}
		}
	}()
	last := 0
	in := ch
	for range 250 {
		last = <-in
		next := make(chan int)
		go filter(in, next, stop, last)
		in = next
	}
	close(stop)
	fmt.Println(last)
}
