package main

import "fmt"

func main() {
	source := func(k int) <-chan int {
		ch := make(chan int)
		go func() {
			for i := range 150_000 {
				ch <- i * k
			}
			close(ch)
		}()
		return ch
	}
	a, b, c, d := source(1), source(2), source(3), source(4)
	sum, open := 0, 4
	for open > 0 {
		var x int
		var ok bool
		select {
		case x, ok = <-a:
			if !ok {
				a = nil
			}
		case x, ok = <-b:
			if !ok {
				b = nil
			}
		case x, ok = <-c:
			if !ok {
				c = nil
			}
		case x, ok = <-d:
			if !ok {
				d = nil
			}
		}
		if ok {
			sum += x
		} else {
			open--
		}
	}
	fmt.Println(sum)
}
