package main

import "fmt"

type P struct{ x, y int }

func mod(s []int)        { s[0] = 100 }
func grow(s []int) []int { return append(s, 1) }
func arr(a [3]int)       { a[0] = 100 }
func parr(a *[3]int)     { a[0] = 100 }
func variadic(pre string, n ...int) string {
	return fmt.Sprint(pre, len(n), n, n == nil)
}

func main() {
	var n []int
	fmt.Println(n == nil, len(n), cap(n), n)
	n = append(n, 1, 2, 3)
	fmt.Println(n, len(n), cap(n))
	s := []int{1, 2, 3, 4, 5}
	t := s[1:3]
	fmt.Println(t, len(t), cap(t))
	t = append(t, 99)
	fmt.Println(s, t)
	u := s[1:3:3]
	u = append(u, 77)
	fmt.Println(s, u, cap(s[1:3:4]))
	mod(s)
	fmt.Println(s)
	a := [3]int{1, 2, 3}
	b := a
	arr(a)
	parr(&b)
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3}, a != b)
	sl := a[:]
	sl[2] = 50
	fmt.Println(a, sl)
	for i, v := range a {
		a[2] = 10
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	for i, v := range sl {
		sl[2] = 20
		fmt.Print(i, v, " ")
	}
	for i, v := range &a {
		a[2] = 30 + i
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	m := [][]int{{1}, {2, 3}, {}}
	m[2] = append(m[2], 4, 5)
	m = append(m, nil, []int{6})
	fmt.Println(m, len(m[3]))
	ps := []P{{1, 2}, {3, 4}}
	for _, p := range ps {
		p.x = 9
	}
	for i := range ps {
		ps[i].y *= 10
	}
	pp := &ps[0]
	pp.x = 42
	ps = append(ps, P{5, 6})
	pp.x = 43
	fmt.Println(ps, *pp)
	ptrs := []*P{{1, 2}, {3, 4}}
	ptrs[0].x++
	fmt.Println(*ptrs[0], len(ptrs))
	c := make([]int, 3, 10)
	copy(c, s[2:])
	fmt.Println(c, copy(c[1:], c), c)
	fmt.Println(c[:5], cap(c[2:]), len(c[3:3]))
	arr2 := [...]string{2: "c", 0: "a", 5: "f"}
	fmt.Println(len(arr2), arr2)
	fmt.Printf("%q %v %T\n", arr2, [2][2]int{{1, 2}, {3}}, arr2)
	idx := []int{5: 1, 2, 1: 7}
	fmt.Println(idx, len(idx))
	fmt.Println(variadic("a"), variadic("b", 1), variadic("c", []int{1, 2}...), variadic("d", nil...))
	s2 := s[:2]
	clear(s2)
	fmt.Println(s, s2)
	ap := (*[2]int)(s)
	ap[0] = 7
	ac := [2]int(s)
	ac[0] = 8
	fmt.Println(s, *ap, ac)
	var x []int
	for i := 0; i < 20; i++ {
		x = append(x, i)
		if i == 0 || cap(x) != cap(x[:len(x)-1]) {
		}
	}
	fmt.Println(x[len(x)-1], x[3:][2:][:4])
	caps := map[int]bool{}
	var g []int64
	for i := range 2000 {
		g = append(g, int64(i))
		if !caps[cap(g)] {
			caps[cap(g)] = true
			fmt.Print(cap(g), " ")
		}
	}
	fmt.Println()
	var st []string
	for i := range 100 {
		st = append(st, "x")
		if i%20 == 0 {
			fmt.Print(cap(st), " ")
		}
	}
	bb := append([]byte("hello"), " world"...)
	fmt.Println(string(bb), cap(append([]P(nil), P{}, P{}, P{})))
	d := append(s[:1], s[2:]...)
	fmt.Println(d, s)
	e := append([]int(nil), s...)
	e[0] = -1
	fmt.Println(e, s)
	var z [0]int
	fmt.Println(len(z), z, [2]struct{}{})
	q := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	r := q
	r[1][2] = 60
	row := q[0]
	row[0] = 9
	fmt.Println(q, r, row)
	func(v [2][3]int) { v[0][0] = 99; fmt.Println(v) }(q)
	fmt.Println(len(q[0]), q[1][1:], cap(q[1][1:2]))
	type matrix [2][2]float64
	id := matrix{{1, 0}, {0, 1}}
	fmt.Println(id, id == matrix{{1, 0}, {0, 1}})
}
