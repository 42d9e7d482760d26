package main

import (
	"fmt"
	"sync"
)

func main() {
	var stock sync.Map
	stock.Store("apples", 3)
	stock.Store("pears", 0)
	stock.Store("plums", 7)

	stock.Range(func(fruit, n any) bool {
		if n.(int) == 0 {
			stock.Delete(fruit)
		}
		return true
	})

	for _, fruit := range []string{"apples", "pears", "plums"} {
		if n, ok := stock.Load(fruit); ok {
			fmt.Println(fruit, n)
		} else {
			fmt.Println(fruit, "are not there")
		}
	}
	before, loaded := stock.LoadAndDelete("apples")
	fmt.Println("taken:", before, loaded)
	fmt.Println("swapped:", stock.CompareAndSwap("plums", 7, 6))
}
