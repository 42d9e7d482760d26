package main

import "fmt"

type counter struct{ n int }

func (c *counter) Inc()     { c.n++ }
func (c *counter) Get() int { return c.n }

type incer[T any] interface {
	*T
	Inc()
	Get() int
}

func twice[T any, P incer[T]]() int {
	var v T
	P(&v).Inc()
	P(&v).Inc()
	return P(&v).Get()
}

type getter interface{ Get() int }

type val int

func (v val) Get() int { return int(v) }

func sum[T getter](xs ...T) int {
	s := 0
	for _, x := range xs {
		y := x
		s += y.Get()
	}
	return s
}

type setter interface{ Set(int) }
type cell struct{ n int }

func (c *cell) Set(n int) { c.n = n }

func apply[T setter](x T) T {
	x.Set(4)
	x.Set(5)
	return x
}

type outer struct{ getter }

func main() {
	fmt.Println(twice[counter]())
	fmt.Println(sum(val(1), val(2)), sum(&counter{3}, &counter{4}))
	fmt.Println(apply(&cell{}).n)
	o := outer{val(7)}
	f := o.Get
	o.getter = val(8)
	fmt.Println(o.Get(), f())
	var g getter = val(9)
	h := g.Get
	g = val(10)
	fmt.Println(g.Get(), h())
	defer func(g getter) { fmt.Println(g.Get()) }(g)
	defer g.Get()
	g = o
	fmt.Println(g.Get())
}
