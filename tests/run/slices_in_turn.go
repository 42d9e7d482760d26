package main

import "fmt"

type T struct{ n int }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func a(q []int) (item int, rest []int) { item, rest = q[0], q[1:]; return }
func b(q []int) int                    { item := 0; item, q = q[0], q[1:]; return item + len(q) }
func c(q []int) int                    { item := 0; q, item = q[1:], q[0]; return item + len(q) }
func d(q []int, p *T) int              { q, p.n = q[1:], q[0]; return len(q) }
func e(q []int, p *T) int              { p.n, q = q[0], q[1:]; return len(q) }
func f(q []int, i int) int             { q[i], q = 1, q[1:]; return len(q) }
func g(q []int, i, j int) []int        { return append(q[:i], q[j:]...) }
func h(q [][]int) int                  { var x []int; x, q = q[0][1:], q[1:]; return len(x) + len(q) }
func i(s string) (byte, string)        { return s[0], s[1:] }
func j(q []int) int                    { return q[0] + len(q[1:]) }
func k(q []int) (int, int)             { return q[0], len(q[1:]) }
func l(q []int) [2]any                 { return [2]any{q[0], q[1:]} }
func m(p *[3]int, x int) (int, []int)  { return p[x], p[x:] }
func n(q []int, x int) (int, []int)    { return 1 / x, q[1:] }
func o(q []int) ([2]int, []int)        { return [2]int(q), q[3:] }
func p(q []int, m map[string][]int)    { m["a"], q = q[1:], m["b"][2:] }
func r(q []int) []int                  { var x, y int; x, y, q = q[0], q[1], q[2:]; return append(q, x, y) }
func s(q []int) (x, y []int)           { x, y = q[:1], q[1:]; return }
func t(q []int) []int                  { q[0], q[1], q = q[1], q[0], q[:2]; return q }

func main() {
	var z []int
	full := []int{1, 2, 3}
	try("a", func() { a(z) })
	try("b", func() { b(z) })
	try("c", func() { c(z) })
	try("d", func() { d(z, nil) })
	try("e", func() { e(z, nil) })
	try("d2", func() { d(full, nil) })
	try("e2", func() { e(full, nil) })
	try("f", func() { f(z, 3) })
	try("g", func() { g(z, 3, 4) })
	try("h", func() { h(nil) })
	try("h2", func() { h([][]int{{}}) })
	try("i", func() { i("") })
	try("j", func() { j(z) })
	try("k", func() { k(z) })
	try("l", func() { l(z) })
	try("m", func() { m(nil, 1) })
	try("m2", func() { m(new([3]int), 4) })
	try("n", func() { n(z, 0) })
	try("o", func() { o(z) })
	try("p", func() { p(z, nil) })
	try("r", func() { r(z) })
	try("s", func() { s(z) })
	try("t", func() { t(z) })
	fmt.Println(a(full))
	fmt.Println(b(full), c(full), g(full, 1, 2), j(full))
	fmt.Println(i("abc"))
	fmt.Println(l(full))
	fmt.Println(r([]int{1, 2, 3, 4}), t([]int{1, 2, 3}))
	fmt.Println(s(full))
}
