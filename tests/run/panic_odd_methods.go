package main

import (
	"errors"
	"fmt"
)

// Methods with the names of error and Stringer but other signatures are not theirs.
type odd struct{ op string }

func (o odd) Error() any  { return o.op }
func (o odd) String() int { return 1 }

type half struct{}

func (half) Error() (string, int) { return "x", 1 }
func (half) String() string       { return "half as text" }

func try() {
	defer func() {
		fmt.Println(recover())
	}()
	panic(odd{"a"})
}

func main() {
	try()
	var target error
	fmt.Println(errors.As(fmt.Errorf("x"), &target), target)
	fmt.Printf("%v %s %d\n", odd{"b"}, odd{"c"}, odd{"d"})
	panic(half{})
}
