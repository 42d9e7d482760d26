package main

import (
	"errors"
)

type myErr struct{ op string }

func (e myErr) Error() string { return "failed: " + e.op }

func main() {
	defer func() {
		panic(errors.New("second"))
	}()
	panic(myErr{"open"})
}
