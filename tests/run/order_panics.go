package main

import "fmt"

func tr(s string, v int) int { fmt.Print(s, " "); return v }
func try(n string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, "panic:", r)
		} else {
			fmt.Println(n, "ok")
		}
	}()
	f()
}

var sink int
var nilp *struct{ a int }
var nilm map[string]int
var short = []int{1}

func two(a, b int) int { return a }
func big() (a, b int)  { tr("big", 0); return 9, 9 }

func main() {
	try("idx+call", func() { sink = short[tr("i", 5)] + tr("c", 1) })
	try("idx arg", func() { two(short[tr("i", 5)], tr("c", 1)) })
	try("nil deref+call", func() { sink = nilp.a + tr("c", 1) })
	try("nil deref arg", func() { two(nilp.a, tr("c", 1)) })
	try("div", func() { z := 0; sink = 1/z + tr("c", 1) })
	try("div arg", func() { z := 0; two(1/z, tr("c", 1)) })
	try("nil map", func() { nilm["a"] = tr("c", 1) })
	try("idx assign", func() { short[tr("i", 5)] = tr("c", 1) })
	try("nilp assign", func() { nilp.a = tr("c", 1) })
	try("idx assign2", func() { short[tr("i", 5)], sink = tr("c", 1), tr("d", 2) })
	try("assign partial", func() { sink = 0; sink, short[5] = 7, 8 })
	fmt.Println(sink)
	try("assign call", func() { short[5], sink = big() })
	try("assert", func() { var a any = "x"; sink = a.(int) + tr("c", 1) })
	try("assert arg", func() { var a any = "x"; two(a.(int), tr("c", 1)) })
	try("lit", func() { _ = []int{short[tr("i", 5)], tr("c", 1)} })
	try("ret", func() { func() (int, int) { return short[tr("i", 5)], tr("c", 1) }() })
	try("nil func", func() { var f func(int); f(tr("c", 1)) })
	try("nil method", func() { var e error; _ = e.Error() + fmt.Sprint(tr("c", 1)) })
	try("nil iface m", func() { var s interface{ M(int) }; s.M(tr("c", 1)) })
	try("go nil", func() { defer func() { fmt.Print("x ") }(); var f func(); defer f(); tr("after", 1) })
	try("slice", func() { _ = len(short[tr("i", 5):]) + tr("c", 1) })
	try("opassign", func() { short[tr("i", 5)] += tr("c", 1) })
	try("send", func() { var c chan int; close(c) })
	m := map[int]int{tr("k1", 1): tr("v1", 1), tr("k2", 2): tr("v2", 2)}
	fmt.Println(len(m))
	type s struct{ a, b, c int }
	fmt.Println(s{c: tr("c", 3), a: tr("a", 1), b: tr("b", 2)})
	arr := [...]int{2: tr("2", 2), 0: tr("0", 0)}
	fmt.Println(arr)
	f := func() func(int) int { tr("f", 0); return func(x int) int { return x } }
	fmt.Println(f()(tr("arg", 1)))
	get := func() map[string]int { tr("m", 0); return map[string]int{} }
	get()[fmt.Sprint(tr("key", 1))] = tr("val", 2)
	p := func() *s { tr("p", 0); return &s{} }
	p().a, p().b = tr("va", 1), tr("vb", 2)
	ch := func() chan int { tr("ch", 0); return make(chan int, 1) }
	ch() <- tr("sv", 1)
	select {
	case ch() <- tr("sel", 1):
	default:
	}
	if tr("x", 1) == 1 && tr("y", 2) == 1 || tr("z", 3) == 3 {
		fmt.Println("cond")
	}
	fmt.Println(min(tr("m1", 3), tr("m2", 1), tr("m3", 2)))
	copy(make([]int, tr("n", 2)), make([]int, tr("n2", 2)))
	fmt.Println(append(make([]int, tr("ap", 1)), tr("ap1", 1), tr("ap2", 2)))
}
