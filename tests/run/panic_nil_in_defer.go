package main

import "fmt"

func main() {
	defer fmt.Println("deferred 1")
	defer func() { var p *int; *p = 1 }()
	panic("first")
}
