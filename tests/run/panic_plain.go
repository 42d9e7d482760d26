package main

import (
	"fmt"
)

func f(n int) {
	if n == 0 {
		panic(fmt.Sprintf("bad thing %d", 42))
	}
	f(n - 1)
}

func main() {
	defer fmt.Println("deferred runs")
	f(2)
}
