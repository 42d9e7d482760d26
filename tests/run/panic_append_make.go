package main

import "fmt"

func try(name string, f func()) {
	defer func() { e := recover(); fmt.Printf("%s: %v %T\n", name, e, e) }()
	f()
}

type T struct{ a, b, c int }
type L []int

func app[E any](x []E, n int) []E { return append(x, make([]E, n)...) }

func main() {
	n := 1 << 62
	neg := -1
	var u uint64 = 1 << 63
	var x []int
	try("make", func() { _ = make([]int, n) })
	try("make cap", func() { _ = make([]int, 0, n) })
	try("make neg", func() { _ = make([]int, neg) })
	try("make u", func() { _ = make([]int, u) })
	try("make cap u", func() { _ = make([]int, 1, u) })
	try("append", func() { x = append(x, make([]int, n)...) })
	try("append big", func() { x = append(x, make([]int, 1<<60)...) })
	try("append neg", func() { x = append(x, make([]int, neg)...) })
	try("append u", func() { x = append(x, make([]int, u)...) })
	try("append full", func() { y := []int{1, 2}; y = append(y, make([]int, n)...) })
	try("append full u", func() { y := []int{1, 2}; y = append(y, make([]int, u)...) })
	try("append bytes", func() { y := []byte{1, 2}; y = append(y, make([]byte, n)...) })
	try("append bytes max", func() { y := []byte{1, 2}; y = append(y, make([]byte, 1<<63-1)...) })
	try("append struct", func() { y := []T{}; y = append(y, make([]T, n)...) })
	try("append cap", func() { y := []int{}; y = append(y, make([]int, 2, n)...) })
	try("append cap3", func() { y := []int{}; y = append(y, make([]int, 2, neg)...) })
	try("append return", func() { fmt.Println(len(append(x, make([]int, n)...))) })
	try("append named", func() { var y L; y = append(y, make(L, n)...) })
	try("append named2", func() { var y L; y = append(y, make([]int, n)...) })
	try("append ok", func() { y := []int{1}; y = append(y, make([]int, 3)...); fmt.Println(y, len(y)) })
	try("append zero", func() { y := []int(nil); y = append(y, make([]int, 0)...); fmt.Println(y == nil) })
	try("append small", func() { y := []int{1}; var n8 int8 = -3; y = append(y, make([]int, n8)...) })
	try("append u32", func() {
		y := []int64{1}
		var n8 uint32 = 3
		y = append(y, make([]int64, n8)...)
		fmt.Println(y, cap(y))
	})
	try("generic", func() { app(x, n) })
	try("generic neg", func() { app(x, neg) })
	try("string", func() { app([]string{"a"}, n) })
	try("var", func() { m := make([]int, 3); fmt.Println(append(m, m...)) })
	try("spread make string", func() { _ = append([]byte("a"), make([]byte, n)...) })
}
