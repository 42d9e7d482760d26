package main

import (
	"fmt"
)

type t struct{ a, b int }

func main() {
	var p *t
	fmt.Println("before")
	p.b = 1
}
