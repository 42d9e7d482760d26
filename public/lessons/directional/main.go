package main

import "fmt"

const most = 5

// count only sends: it gets chan<- int.
func count(out chan<- int, most int) {
	defer close(out)
	for n := 1; n <= most; n++ {
		out <- n
	}
}

// square receives from one and sends into the other.
func square(in <-chan int, out chan<- int) {
	defer close(out)
	for n := range in {
		out <- n * n
	}
}

// numbers returns the receiving end only; nobody else can send or close.
func numbers(most int) <-chan int {
	out := make(chan int)
	go count(out, most)
	return out
}

func main() {
	squares := make(chan int)
	go square(numbers(most), squares)
	for n := range squares {
		fmt.Println(n)
	}
}
