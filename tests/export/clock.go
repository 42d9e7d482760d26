package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(time.Millisecond)
	fmt.Println(time.Since(start), rand.IntN(1000))
}
