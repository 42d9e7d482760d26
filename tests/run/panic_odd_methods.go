package main

import (
	"errors"
	"fmt"
)

type odd struct{ op string }

func (o odd) Error() any      { return o.op }
func (o odd) String() int     { return 1 }

type half struct{}

func (half) Error() (string, int) { return "x", 1 }
func (half) String() string       { return "half as text" }

func main() {
	defer func() {
		r := recover()
		fmt.Println(r)
		var target error
		fmt.Println(errors.As(fmt.Errorf("x"), &target), target)
		panic(half{})
	}()
	panic(odd{"a"})
}
