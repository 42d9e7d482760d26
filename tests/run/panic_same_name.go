package main

import "fmt"

func main() {
	type T int
	var i any = T(1)
	f := func() { type T int; fmt.Println(i.(T)) }
	f()
}
