package main

import "fmt"

type shape interface {
	area() int
	grow(int)
}

type square struct{ side int }

func (s *square) area() int  { return s.side * s.side }
func (s *square) grow(n int) { s.side = (s.side + n) & 255 }

type oblong struct{ a, b int }

func (o *oblong) area() int  { return o.a * o.b }
func (o *oblong) grow(n int) { o.a, o.b = (o.a+n)&127, (o.b+1)&127 }

func main() {
	shapes := []shape{&square{3}, &oblong{2, 5}, &square{9}, &oblong{1, 1}}
	sum := 0
	for i := range 5_000_000 {
		s := shapes[i&3]
		s.grow(i & 7)
		sum += s.area()
	}
	var total any = 0
	for i := range 1_000_000 {
		if n, ok := total.(int); ok {
			total = n + i&15
		}
	}
	fmt.Println(sum, total)
}
