package main

import "fmt"

func main() {
	var m map[any]int
	fmt.Println(m[[]int{}])
}
