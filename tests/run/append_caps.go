package main

import "fmt"

type T struct{ a, b, c int }

func ptr(p *[]int) {
	for i := 0; i < 5; i++ {
		*p = append(*p, i)
		fmt.Print(cap(*p), " ")
	}
}

type St struct{ items []int }

func (s *St) push(x int) { s.items = append(s.items, x) }

func main() {
	var a []int
	for i := 0; i < 10; i++ {
		a = append(a, i)
		fmt.Print(len(a), ":", cap(a), " ")
	}
	fmt.Println("a only len cap")
	var b []int
	for i := 0; i < 10; i++ {
		b = append(b, i)
		fmt.Print(len(b), ":", cap(b), b, " ")
	}
	fmt.Println("b printed")
	c := []int{}
	for i := 0; i < 10; i++ {
		c = append(c, i)
		fmt.Print(len(c), ":", cap(c), " ")
	}
	fmt.Println("c literal")
	d := make([]int, 0)
	for i := 0; i < 10; i++ {
		d = append(d, i)
		fmt.Print(len(d), ":", cap(d), " ")
	}
	fmt.Println("d make 0")
	e := make([]int, 0, 2)
	for i := 0; i < 10; i++ {
		e = append(e, i)
		fmt.Print(len(e), ":", cap(e), " ")
	}
	fmt.Println("e make 0 2")
	f := []int{1, 2, 3}
	f = append(f, 4)
	fmt.Println(len(f), cap(f), "f")
	f = append(f, 5, 6, 7, 8)
	fmt.Println(len(f), cap(f), "f")
	var g []string
	for i := 0; i < 10; i++ {
		g = append(g, "x")
		fmt.Print(cap(g), " ")
	}
	fmt.Println("g strings")
	var h []byte
	for i := 0; i < 70; i++ {
		h = append(h, 'x')
		fmt.Print(cap(h), " ")
	}
	fmt.Println("h bytes")
	var k []T
	for i := 0; i < 5; i++ {
		k = append(k, T{})
		fmt.Print(cap(k), " ")
	}
	fmt.Println("k struct")
	var p []int
	ptr(&p)
	fmt.Println("ptr")
	st := &St{}
	for i := 0; i < 10; i++ {
		st.push(i)
		fmt.Print(cap(st.items), " ")
	}
	fmt.Println("st")
	var l []int
	l = append(l, 1)
	fmt.Println(cap(l), "l one")
	l = append(l, 1, 2, 3, 4)
	fmt.Println(cap(l), "l five")
	var m []int
	m = append(m, 1, 2, 3)
	fmt.Println(cap(m), m)
	n := append([]int(nil), 1)
	fmt.Println(cap(n), n)
	last := -1
	var q []int
	for i := 0; i < 3000; i++ {
		q = append(q, i)
		if cap(q) != last {
			last = cap(q)
			fmt.Print(last, " ")
		}
	}
	fmt.Println("q")
	last = -1
	var r []int
	for i := 0; i < 3000; i++ {
		r = append(r, i)
		if cap(r) != last {
			last = cap(r)
			fmt.Print(last, " ")
		}
	}
	fmt.Println("r", r[0])
	u := []int{1, 2, 3, 4, 5}
	v := u[:2]
	v = append(v, 9)
	fmt.Println(len(v), cap(v), cap(u))
	v = append(v, 9, 9, 9, 9)
	fmt.Println(len(v), cap(v))
	w := []string{"a", "b"}
	w = append(w, "c")
	fmt.Println(len(w), cap(w), w)
	var x [][]int
	for i := 0; i < 5; i++ {
		var row []int
		for j := 0; j < 3; j++ {
			row = append(row, j)
			fmt.Print(cap(row), " ")
		}
		x = append(x, row)
		fmt.Print(cap(x), "; ")
	}
	fmt.Println("x")
	func() {
		var y []int
		for i := range 5 {
			y = append(y, i)
		}
		fmt.Println(cap(y), len(y), "y in closure")
	}()
	aa := make([]int, 3)
	aa = append(aa, 1)
	fmt.Println(cap(aa), aa)
	bb := append([]int{}, u...)
	fmt.Println(cap(bb), bb)
	cc := append([]int(nil), u[:3]...)
	fmt.Println(cap(cc))
	dd := []rune("héllo")
	fmt.Println(len(dd), cap(dd))
	ee := []byte("hello")
	fmt.Println(len(ee), cap(ee))
	ff := []byte("hello world this is long more than 32 bytes")
	fmt.Println(len(ff), cap(ff))
	gg := []byte("hello")
	fmt.Println(len(gg), cap(gg), gg)
}
