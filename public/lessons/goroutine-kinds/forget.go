package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		time.Sleep(20 * time.Millisecond)
		fmt.Println("logged") // main is gone by then
	}()
	fmt.Println("main goes on at once, and ends")
}
