package main

import (
	"fmt"
)

type Shape interface {
	Area() float64
}
type Named interface{ Name() string }
type Both interface {
	Shape
	Named
}
type sq struct{ s float64 }
type rect struct{ w, h float64 }
type num int

func (s sq) Area() float64    { return s.s * s.s }
func (s sq) Name() string     { return "square" }
func (r *rect) Area() float64 { return r.w * r.h }
func (n num) Area() float64   { return float64(n) }

type node struct {
	Shape
	next *node
}

type err struct{ code int }

func (e *err) Error() string { return fmt.Sprint("code ", e.code) }

func find(c int) error {
	if c == 0 {
		return nil
	}
	return &err{c}
}

func main() {
	shapes := []Shape{sq{2}, &rect{2, 3}, num(7), node{Shape: sq{3}}}
	total := 0.0
	for _, s := range shapes {
		total += s.Area()
		if n, ok := s.(Named); ok {
			fmt.Println("named", n.Name())
		}
	}
	fmt.Println(total)
	var b Both = sq{1}
	var s Shape = b
	fmt.Println(s == Shape(sq{1}), s != sq{2}, s.(Both).Name())
	var e error = find(0)
	fmt.Println(e == nil, find(3))
	var pe *err
	var ie error = pe
	fmt.Println(pe == nil, ie == nil)
	if x, ok := find(4).(*err); ok {
		fmt.Println(x.code)
	}
	var any1, any2 any = 1, 1.0
	fmt.Println(any1 == any2, any1 == 1, any2 == 1.0)
	f := shapes[2].Area
	fmt.Println(f(), Shape.Area(sq{5}))
	var nilShape Shape
	func() {
		defer func() { fmt.Println(recover()) }()
		nilShape.Area()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = any1.(string)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = s.(interface{ Missing() })
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var m any = map[string]int{}
		fmt.Println(m == m)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		k := map[any]int{}
		k[[]int{1}] = 2
	}()
	list := &node{sq{1}, &node{num(2), nil}}
	for n := list; n != nil; n = n.next {
		fmt.Print(n.Area(), " ")
	}
	fmt.Println()
}
