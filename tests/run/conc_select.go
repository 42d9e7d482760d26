package main

import (
	"fmt"
	"time"
)

func main() {
	a, b := make(chan int), make(chan string)
	quit := make(chan bool)
	go func() {
		for i := 0; i < 3; i++ {
			a <- i
		}
		b <- "x"
		close(quit)
	}()
	for run := true; run; {
		select {
		case v := <-a:
			fmt.Println("a", v)
		case s, ok := <-b:
			fmt.Println("b", s, ok)
		case <-quit:
			fmt.Println("quit")
			run = false
		}
	}
	select {
	case v := <-a:
		fmt.Println(v)
	default:
		fmt.Println("nothing")
	}
	buf := make(chan int, 1)
	for i := 0; i < 4; i++ {
		select {
		case buf <- i:
			fmt.Println("sent", i)
		case v := <-buf:
			fmt.Println("received", v)
		}
	}
	timeout := time.After(20 * time.Millisecond)
	tick := time.NewTicker(5 * time.Millisecond)
	n := 0
	for stop := false; !stop; {
		select {
		case <-tick.C:
			n++
			if n == 2 {
				tick.Stop()
			}
		case <-timeout:
			stop = true
		}
	}
	fmt.Println("ticks", n)
	var nilCh chan int
	select {
	case nilCh <- 1:
		fmt.Println("never")
	case <-time.After(time.Millisecond):
		fmt.Println("timed out")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		c := make(chan int)
		close(c)
		select {
		case c <- 1:
		default:
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		close(nilCh)
	}()
}
