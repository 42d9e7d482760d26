package main

import "fmt"

type S struct{ A, B, C, D, E, F, G, H, I, J int }
type T struct{ k int }
type W struct{ k, l, m int }

func (t T) Sum(a, b, c, d, e, f, g, h, i, j, k, l S) int { return t.k + a.A + l.J }
func (t *T) PSum(a, b, c, d, e, f, g, h, i, j S) int     { t.k++; return t.k + a.A + j.J }
func (w W) Ten(a, b, c, d, e, f, g, h, i, j S) int       { return w.k + w.l + w.m + a.A + j.J }
func (w *W) PTen(a, b, c, d, e, f, g, h, i S, x []int, y, z, u int, v string, p int) int {
	return w.k + a.A + p
}

type I interface {
	Ten(a, b, c, d, e, f, g, h, i, j S) int
}

type O struct {
	s string
	W
}

func main() {
	var z S
	a, j := S{A: 1}, S{J: 5}
	f := T.Sum
	fmt.Println(f(T{100}, a, z, z, z, z, z, z, z, z, z, z, j))
	g := (*T).PSum
	fmt.Println(g(&T{100}, a, z, z, z, z, z, z, z, z, j))
	h := W.Ten
	fmt.Println(h(W{1, 2, 3}, a, z, z, z, z, z, z, z, z, j))
	i := I.Ten
	fmt.Println(i(W{1, 2, 3}, a, z, z, z, z, z, z, z, z, j))
	fmt.Println(I.Ten(W{1, 2, 3}, a, z, z, z, z, z, z, z, z, j), W.Ten(W{4, 5, 6}, a, z, z, z, z, z, z, z, z, j))
	k := O.Ten
	fmt.Println(k(O{"o", W{4, 5, 6}}, a, z, z, z, z, z, z, z, z, j), O.Ten(O{"o", W{4, 5, 6}}, a, z, z, z, z, z, z, z, z, j))
	l := (*O).PTen
	fmt.Println(l(&O{"o", W{4, 5, 6}}, a, z, z, z, z, z, z, z, z, nil, 1, 2, 3, "", 6))
	defer h(W{1, 2, 3}, a, z, z, z, z, z, z, z, z, j)
	defer I.Ten(W{1, 2, 3}, a, z, z, z, z, z, z, z, z, j)
	var it I = O{"i", W{7, 8, 9}}
	defer it.Ten(a, z, z, z, z, z, z, z, z, j)
	fmt.Println(it.Ten(a, z, z, z, z, z, z, z, z, j))
	m := it.Ten
	fmt.Println(m(a, z, z, z, z, z, z, z, z, j))
	func() {
		defer func() { fmt.Println(recover()) }()
		var it I
		defer it.Ten(a, z, z, z, z, z, z, z, z, j)
	}()
}
