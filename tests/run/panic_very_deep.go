package main

import (
	"errors"
	"fmt"
)

type state struct {
	depth int
	a     [30]int
}

func (s *state) walk(x any, n int) {
	if n == 0 {
		panic(errors.New("deep"))
	}
	switch x := x.(type) {
	case int:
		s.walk(x+1, n-1)
	}
	s.depth--
}

func run(n int) (err error) {
	defer func() {
		if e := recover(); e != nil {
			err = e.(error)
		}
	}()
	s := &state{}
	s.walk(1, n)
	return
}

func main() {
	for _, n := range []int{10, 10000, 100000, 1000000} {

		fmt.Println(run(n))
	}
}
