package main

import (
	"fmt"
)

type code int
type name string

func main() {
	defer func() {
		r := recover()
		fmt.Println(r)
		panic(name("again"))
	}()
	panic(code(7))
}
