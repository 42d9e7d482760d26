package main

import "fmt"

func main() {
	a := [5]int{}
	i := 6
	fmt.Println(a[:i])
}
