package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		wg.Go(func() { fmt.Println(name) })
	}
	wg.Wait()
	for k := range map[int]bool{1: true, 2: true} {
		fmt.Print(k, " ")
	}
	fmt.Println()
}
