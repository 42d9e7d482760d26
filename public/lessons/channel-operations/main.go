package main

import "fmt"

const room = 2

func main() {
	ch := make(chan int, room)
	show := func(what string) {
		fmt.Printf("%s: %d of %d in it\n", what, len(ch), cap(ch))
	}
	show("made")

	ch <- 1
	show("sent 1")
	ch <- 2
	show("sent 2")

	v := <-ch
	show(fmt.Sprint("received ", v))

	close(ch)
	show("closed")

	for range 2 {
		v, ok := <-ch
		show(fmt.Sprint("received ", v, " ", ok))
	}
}
