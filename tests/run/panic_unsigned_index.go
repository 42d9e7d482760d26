package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

type U uint64

var sink any

func gen[T ~uint64 | ~int](s []int, i T) int { return s[i] }

func main() {
	a := []int{1}
	arr := [3]int{}
	pa := &arr
	str := "abc"
	var u uint64 = 1<<63 + 5
	var up uintptr = 1<<64 - 1
	var ui uint = 1<<63 + 7
	n := U(1<<63 + 9)
	neg := -1
	var u32 uint32 = 1<<32 - 1
	var i8 int8 = -128
	try("slice", func() { _ = a[u] })
	try("slice uintptr", func() { _ = a[up] })
	try("slice uint", func() { a[ui] = 1 })
	try("named", func() { a[n]++ })
	try("neg", func() { _ = a[neg] })
	try("u32", func() { _ = a[u32] })
	try("i8", func() { _ = a[i8] })
	try("arr", func() { _ = arr[u] })
	try("arr set", func() { arr[u] = 1 })
	try("parr", func() { pa[u] = 1 })
	try("parr get", func() { sink = pa[u] })
	try("parr op", func() { pa[u] += 2 })
	try("addr", func() { sink = &a[u] })
	try("str", func() { _ = str[u] })
	try("s[u:]", func() { _ = a[u:] })
	try("s[:u]", func() { _ = a[:u] })
	try("s[u:u]", func() { _ = a[u:u] })
	try("s[neg:u]", func() { _ = a[neg:u] })
	try("s[u:neg]", func() { _ = a[u:neg] })
	try("s[1:u]", func() { _ = a[1:u] })
	try("s[u:1]", func() { _ = a[u:1] })
	try("s[neg:1]", func() { _ = a[neg:1] })
	try("s[1:neg]", func() { _ = a[1:neg] })
	try("s[::u]", func() { _ = a[0:0:u] })
	try("s[:u:1]", func() { _ = a[0:u:1] })
	try("s[u::]", func() { _ = a[u:1:1] })
	try("s[:neg:u]", func() { _ = a[:neg:u] })
	try("s[:u:neg]", func() { _ = a[:u:neg] })
	try("s[u:neg:1]", func() { _ = a[u:neg:1] })
	try("str[u:]", func() { _ = str[u:] })
	try("str[:u]", func() { _ = str[:u] })
	try("str[2:u]", func() { _ = str[2:u] })
	try("str[u:1]", func() { _ = str[u:1] })
	try("arr[u:]", func() { _ = arr[u:] })
	try("arr[:u]", func() { _ = arr[:u] })
	try("arr[u:2]", func() { _ = arr[u:2] })
	try("parr[u:]", func() { _ = pa[u:] })
	try("parr[0:1:u]", func() { _ = pa[0:1:u] })
	try("gen", func() { gen(a, u) })
	try("gen int", func() { gen(a, neg) })
	try("conv", func() { _ = [4]int(a[:0]) })
	aa := [][]int{{1}}
	try("aa", func() { _ = aa[u][0] })
	try("aa2", func() { _ = aa[0][u] })
	type S struct{ x [2]struct{ y, z int } }
	var s S
	try("field", func() { s.x[u].z = 3 })
	try("swap", func() { a[0], a[u] = 1, 2 })
	try("range", func() {
		for a[u] = range a {
		}
	})
	big := make([]byte, 10)
	try("bytes", func() { big[u] = 1 })
	try("bytes get", func() { _ = big[ui] })
	try("f", func() { fmt.Println(float64(a[u])) })
	try("lit", func() { _ = []int{1, 2}[u] })
	try("strlit", func() { _ = "abc"[u] })
	try("big struct", func() {
		var b [100]int
		_ = b[u]
		b[u] = 2
	})
	try("call", func() { _ = func() []int { return a }()[func() uint64 { return u }()] })
	try("shift", func() { _ = a[u>>1<<1] })
	try("append", func() { _ = append(a[:u], 1) })
	try("copy", func() { copy(a[u:], a) })
	try("len", func() { _ = len(a[u:]) })
	try("mapidx", func() { m := map[int][]int{}; _ = m[1][u] })
}
