package main

import "fmt"

type R interface{ M() }
type B [60]int
type W struct{ p *B }
type L struct {
	next *L
	b    B
}

func (b B) M()       { fmt.Println("M", b[0]) }
func get() (B, bool) { return B{1}, true }
func try(n string, f func()) {
	defer func() { fmt.Println(n, recover()) }()
	f()
}

type Gen[T comparable] struct{ v T }

func eq[T comparable](a, b T) bool { return a == b }
func swap[T any](a, b T) (T, T)    { return b, a }

type C interface {
	comparable
	fmt.Stringer
}
type SI int

func (s SI) String() string { return fmt.Sprint("SI", int(s)) }
func find[T C](xs []T, x T) int {
	for i, y := range xs {
		if x == y {
			return i
		}
	}
	return -1
}

func main() {
	var r R
	try("defer nil iface", func() { defer r.M(); fmt.Println("unreached") })
	try("defer nil func", func() { var f func(); defer f(); fmt.Println("reached") })
	try("mval nil", func() { f := r.M; f() })
	var w W
	try("wide nil", func() { x := *w.p; fmt.Println(x[0]) })
	try("wide nil idx", func() { fmt.Println(w.p[3]) })
	try("range nil", func() {
		for i := range w.p {
			if i == 59 {
				fmt.Println("ok", i)
			}
		}
	})
	try("len", func() { fmt.Println(len(w.p)) })
	try("nil map read", func() { var m map[string][]int; fmt.Println(m["a"], len(m)); delete(m, "a"); m["a"] = nil })
	b, ok := get()
	fmt.Println(b[0], ok, eq(b, B{1}), eq(b, B{2}), eq[any](b, B{1}), eq(Gen[B]{b}, Gen[B]{b}))
	c, d := swap(b, B{7})
	fmt.Println(c[0], d[0], find([]SI{1, 2}, 2))
	l := &L{b: B{3}}
	l.next = l
	l.next.next.b[1]++
	x := *l
	x.b[1]++
	fmt.Println(x.b[1], l.b[1], x == *l, x.next == l)
	var arr [3]B
	arr[1] = b
	arr[2] = arr[1]
	arr[1][0] = 55
	sl := arr[:]
	sl[0] = sl[1]
	fmt.Println(arr[0][0], arr[1][0], arr[2][0], arr[0] == arr[1], arr[1] != arr[2])
	r = b
	b[0] = 99
	r.M()
	defer r.M()
	f := b.M
	b[0] = 100
	f()
	if v, ok := r.(B); ok && v != b {
		fmt.Println("v", v[0])
	}
	switch v := any(b).(type) {
	case [60]int:
		fmt.Println("plain")
	case B:
		v[0]++
		fmt.Println("B", v[0], b[0])
	}
	fn := func(x B, y ...B) (z B) { z = x; z[0] += len(y); x[0] = 0; return }
	fmt.Println(fn(b, b, b)[0], b[0])
	st := struct {
		B
		n int
	}{b, 1}
	st.M()
	st2 := st
	st2.B[0] = 5
	fmt.Println(st == st2, st.B[0], len(st2.B), cap(st2.B[:4]))
	p := &st.B
	p[0]++
	for i, v := range st.B {
		if i == 0 {
			st.B[0] = 1000
			fmt.Println(v, st.B[0])
		}
	}
	try("conv", func() { _ = B(make([]int, 3)) })
	try("idx", func() { i := 60; _ = b[i] })
	try("typed", func() { panic(SI(3)) })
	var e error
	try("nil err", func() { _ = e.Error() })
	try("assert", func() { _ = r.(interface{ N() }) })
	try("uncomparable", func() { var a any = [1]any{[]int{}}; fmt.Println(a == a) })
}
