package main

import "fmt"

func try(name string, f func()) {
	defer func() { e := recover(); fmt.Printf("%s: %v\n", name, e) }()
	f()
}

type S struct{ a any }

func main() {
	var k any = []int{1}
	var nilm map[any]int
	try("get", func() { m := map[any]int{}; _ = m[k] })
	try("get2", func() { m := map[any]int{}; _, ok := m[k]; _ = ok })
	try("set", func() { m := map[any]int{}; m[k] = 1 })
	try("inc", func() { m := map[any]int{}; m[k]++ })
	try("dec", func() { m := map[any]int{}; m[k]-- })
	try("add", func() { m := map[any]int{}; m[k] += 2 })
	try("shl", func() { m := map[any]int{}; m[k] <<= 2 })
	try("str", func() { m := map[any]string{}; m[k] += "x" })
	try("float", func() { m := map[any]float64{}; m[k] /= 2 })
	try("append", func() { m := map[any][]int{}; m[k] = append(m[k], 1) })
	try("append2", func() { m := map[any][]int{}; m[k] = append(m[k], 1, 2) })
	try("append3", func() { m := map[any][]int{}; m[k] = append(m[k], []int{1}...) })
	try("plus", func() { m := map[any]int{}; m[k] = m[k] + 1 })
	try("delete", func() { m := map[any]int{}; delete(m, k) })
	try("nil get", func() { _ = nilm[k] })
	try("nil set", func() { nilm[k] = 1 })
	try("nil inc", func() { nilm[k]++ })
	try("nil add", func() { nilm[k] += 1 })
	try("nil delete", func() { delete(nilm, k) })
	try("nil inc ok key", func() { nilm[1]++ })
	try("nil append", func() { var m map[any][]int; m[k] = append(m[k], 1) })
	try("nil append ok key", func() { var m map[any][]int; m[1] = append(m[1], 1) })
	try("full get", func() { m := map[any]int{1: 1}; _ = m[k] })
	try("full set", func() { m := map[any]int{1: 1}; m[k] = 1 })
	try("full inc", func() { m := map[any]int{1: 1}; m[k]++ })
	try("full delete", func() { m := map[any]int{1: 1}; delete(m, k) })
	try("struct get", func() { m := map[S]int{}; _ = m[S{k}] })
	try("struct inc", func() { m := map[S]int{}; m[S{k}]++ })
	try("struct arr", func() { m := map[[2]any]int{}; m[[2]any{1, k}]++ })
	try("fn", func() { m := map[any]int{}; m[func() {}]++ })
	try("map", func() { m := map[any]int{}; m[map[string]int{}] += 1 })
	try("field", func() { m := map[any]*S{}; m[k].a = 1 })
	try("elem", func() { m := map[any][]int{}; m[k][0]++ })
	try("div", func() { m := map[any]int{}; z := 0; m[k] /= z })
	try("div2", func() { m := map[any]int{}; z := 0; m[k] = m[k] / z })
	try("multi", func() { m := map[any]int{}; m[k], m[1] = m[2], 3 })
	try("multi2", func() { m := map[any]int{}; a, b := m[k]; _, _ = a, b })
	try("big", func() { m := map[any][200]int{}; m[k] = [200]int{} })
	try("complit", func() { _ = map[any]int{k: 1} })
	try("clear", func() { m := map[any]int{}; clear(m); m[k]++ })
	try("bool", func() { m := map[any]bool{}; m[k] = m[k] || true })
	try("andnot", func() { m := map[any]uint8{}; m[k] &^= 2 })
	try("range", func() {
		m := map[any]int{}
		for m[k] = range 3 {
		}
	})
	try("call", func() { m := map[any]int{}; m[k] += func() int { fmt.Println("called"); return 1 }() })
	try("idx", func() { m := map[any]int{}; a := []int{1}; i := 5; m[k] += a[i] })
	try("idx nil", func() { a := []int{1}; i := 5; nilm[k] += a[i] })
	try("nilptr", func() { m := map[any]int{}; var p *int; m[k] += *p })
	try("div rhs", func() { m := map[any]int{}; z := 0; m[k] += 1 / z })
	try("append other", func() { m := map[any][]int{}; m[k] = append(m[1], 1) })
	try("append paren", func() { m := map[any][]int{}; (m[k]) = append((m[k]), 1) })
	try("append conv", func() { m := map[any][]int{}; m[any([]int{})] = append(m[any([]int{})], 1) })
	try("append make", func() { m := map[any][]int{}; m[k] = append(m[k], make([]int, 3)...) })
	try("append field", func() {
		type T struct {
			m map[any][]int
			k any
		}
		t := &T{map[any][]int{}, k}
		t.m[t.k] = append(t.m[t.k], 1)
	})
	try("append elem", func() { ks := []any{k}; m := map[any][]int{}; m[ks[0]] = append(m[ks[0]], 1) })
	try("panics", func() { m := map[any]int{}; m[k] += func() int { panic("rhs") }() })
}
