package main

import (
	"fmt"
)

var x = "package"

func ret() (x int, err error) {
	if x := 5; x > 3 {
		_, err := fmt.Sscan("", &x)
		_ = err
	}
	{
		x := "inner"
		_ = x
	}
	x, y := 7, 8
	return x + y, err
}

func main() {
	fmt.Println(x)
	x := 1
	if true {
		x := x + 1
		x++
		fmt.Println(x)
	}
	fmt.Println(x)
	fmt.Println(ret())
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(x)
	type int32 = string
	var s int32 = "alias"
	fmt.Println(s)
	len := func(s string) int { return 42 }
	fmt.Println(len("x"))
	switch x := any(x).(type) {
	case int:
		fmt.Println(x + 1)
	}
}
