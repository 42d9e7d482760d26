package main

import (
	"errors"
	"fmt"
)

type E struct{ n int }

func (e E) Error() string { return fmt.Sprintf("E%d", e.n) }

func main() {
	defer func() {
		panic(fmt.Errorf("third: %w", errors.New("in")))
	}()
	defer func() {
		fmt.Println(recover())
		panic(E{2})
	}()
	defer fmt.Println("d")
	panic("first\nline")
}
