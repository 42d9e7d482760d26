package main

import "fmt"

func main() {
	ch := make(chan int, 128)
	go func() {
		for i := range 2_000_000 {
			ch <- i
		}
		close(ch)
	}()
	sum := 0
	for x := range ch {
		sum += x
	}
	fmt.Println(sum)
}
