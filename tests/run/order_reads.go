package main

import "fmt"

var x, y = 1, 2
var arr = [4]int{1, 2, 3, 4}
var sl = []int{1, 2, 3, 4}
var mp = map[string]int{"a": 1}
var str = "a"

type T struct{ a, b int }

var st T
var ps = &st
var fl = 1.5
var ifc any = 1
var bl bool

func reset() {
	x, y = 1, 2
	arr = [4]int{1, 2, 3, 4}
	sl = []int{1, 2, 3, 4}
	mp = map[string]int{"a": 1}
	str = "a"
	st = T{1, 2}
	ps = &st
	fl = 1.5
	ifc = 1
	bl = false
}

//go:noinline
func g() int {
	x, y = 10, 20
	arr = [4]int{10, 20, 30, 40}
	sl[0], sl[1] = 10, 20
	mp["a"] = 10
	str = "changed"
	st = T{10, 20}
	fl = 10.5
	ifc = 10
	bl = true
	return 100
}

func gs() string                    { g(); return "G" }
func gb() bool                      { g(); return true }
func gf() float64                   { g(); return 100 }
func gst() T                        { g(); return T{100, 100} }
func ga() any                       { g(); return 100 }
func two(a, b int) string           { return fmt.Sprint(a, " ", b) }
func three(a, b, c int) string      { return fmt.Sprint(a, " ", b, " ", c) }
func vari(a ...int) string          { return fmt.Sprint(a) }
func viface(a ...any) string        { return fmt.Sprint(a...) }
func tst(a T, b int) string         { return fmt.Sprint(a, " ", b) }
func tarr(a [4]int, b int) string   { return fmt.Sprint(a, " ", b) }
func tss(a string, b string) string { return a + "|" + b }
func tb(a bool, b int) string       { return fmt.Sprint(a, b) }
func tany(a any, b int) string      { return fmt.Sprint(a, b) }
func ret2() (int, int)              { return x, g() }
func ret3() (T, int)                { return st, g() }
func ret4() (a, b int)              { return x, g() }
func ret5() (any, int)              { return x, g() }
func (t T) m(b int) string          { return fmt.Sprint(t, b) }
func (t *T) pm(b int) string        { return fmt.Sprint(*t, b) }
func p(name string, v ...any) {
	fmt.Print(name, ": ")
	fmt.Println(v...)
	reset()
}

func main() {
	reset()
	p("two", two(x, g()))
	p("two expr", two(x+1, g()))
	p("three", three(x, g(), y))
	p("vari", vari(x, g(), y))
	p("viface", viface(x, g(), y))
	p("tst", tst(st, g()))
	p("tst field", two(st.a, g()))
	p("ptr field", two(ps.a, g()))
	p("tarr", tarr(arr, g()))
	p("arr idx", two(arr[0], g()))
	p("slice idx", two(sl[0], g()))
	p("map idx", two(mp["a"], g()))
	p("tss", tss(str, gs()))
	p("tss concat", tss(str+"x", gs()))
	p("tb", tb(x == 1, g()))
	p("tany", tany(x, g()))
	p("tany ifc", tany(ifc, g()))
	p("add", x+g())
	p("add2", x*2+g())
	p("add3", g()+x)
	p("add4", x+y*g())
	p("sub arr", arr[1]-g())
	p("sub sl", sl[1]-g())
	p("sub map", mp["a"]-g())
	p("concat", str+gs())
	p("concat3", str+gs()+str)
	p("cmp", x < g(), x == 1)
	p("cmp eq str", str == gs())
	p("and", x == 1 && gb() && x == 1)
	p("float", fl+gf())
	a, b := ret2()
	p("ret2", a, b)
	t, b := ret3()
	p("ret3", t, b)
	a, b = ret4()
	p("ret4", a, b)
	v, b := ret5()
	p("ret5", v, b)
	a, b = x, g()
	p("assign2", a, b)
	c, d := x, g()
	p("define2", c, d)
	var e, f = x, g()
	p("var2", e, f)
	t, b = st, g()
	p("assign st", t, b)
	lit := T{x, g()}
	p("lit", lit)
	lit2 := []int{x, g(), y}
	p("lit2", lit2)
	lit3 := [3]int{x, g(), y}
	p("lit3", lit3)
	lit4 := map[string]int{str: x, gs(): y}
	p("lit4", lit4)
	lit5 := []any{x, g(), y}
	p("lit5", lit5...)
	lit6 := &T{x, g()}
	p("lit6", *lit6)
	p("method", st.m(g()))
	p("pmethod", st.pm(g()))
	p("ps method", ps.m(g()))
	x += g()
	p("x+=", x)
	arr[0] += g()
	p("arr+=", arr[0])
	sl[0] += g()
	p("sl+=", sl[0])
	mp["a"] += g()
	p("mp+=", mp["a"])
	st.a += g()
	p("st+=", st.a)
	ps.a += g()
	p("ps+=", st.a)
	str += gs()
	p("str+=", str)
	i := 0
	i, sl[i] = 2, 99
	p("i, sl[i]", i, sl)
	i = 0
	sl[i], i = 98, 2
	p("sl[i], i", i, sl)
	x = 0
	sl[x] = g()
	p("sl[x]=g", sl)
	x = 0
	x = 0
	arr[x%4] = g()
	p("arr[x]=g", arr)
	mp[str] = g()
	p("mp[str]=g", mp)
	sl, y = append(sl, x), g()
	p("append,g", sl, y)
	sl = append(sl, x, g())
	p("append x g", sl)
	sl = append(sl, g(), x)
	p("append g x", sl)
	p("min", min(x, g()), max(x, g()))
	p("iface eq", ifc == ga())
	p("complex", complex(fl, gf()))
	ch := make(chan int, 3)
	ch <- 5
	ch <- 6
	ch <- 7
	p("recv", x+<-ch, two(<-ch, <-ch))
	q := &x
	p("deref", *q+g())
	p("deref2", two(*q, g()))
	p("closure", func() string { z := 1; h := func() int { z = 10; return 5 }; return two(z, h()) }())
	p("closure2", func() int { z := 1; h := func() int { z = 10; return 5 }; return z + h() }())
	p("closure3", func() []int { z := 1; h := func() int { z = 10; return 5 }; return []int{z, h(), z} }())
	p("slice expr", sl[x:][0]+g())
	p("conv", float64(x)+gf())
	p("conv iface", viface(any(x), g()))
	p("conv str", string(rune(x+64))+gs())
	p("bytes", string([]byte(str))+gs())
	p("neg", -x+g())
	p("len", len(str)+g())
	p("not", !bl && gb(), !bl)
	switch x {
	case g():
	default:
		p("switch", x)
	}
	switch {
	case x == g():
		p("sw", 1)
	case x == 10:
		p("sw", 2)
	}
	var fn func(int) int = func(a int) int { return a }
	swap := func() int { fn = func(a int) int { return -a }; return 3 }
	p("fn", fn(swap()))
	p("idx2", arr[x]+g()+arr[0])
	m2 := map[int]int{}
	m2[x], x = g(), 5
	p("m2", m2, x)
	p("nested", two(x, two2(x, g())))
	p("nested2", two(two2(x, g()), x))
	p("shift", x<<g2(), x)
}
func g2() int           { g(); return 3 }
func two2(a, b int) int { return a*1000 + b }
