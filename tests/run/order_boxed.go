// What lies in memory is made an interface of only after all calls of the statement, as gc has it; other values in their turn.
package main

import (
	"database/sql"
	"fmt"
)

type N struct {
	V  int
	OK bool
}

func (n *N) Scan(v int) error { n.V = v; n.OK = v > 0; return nil }

type G[T any] struct {
	V  T
	OK bool
}

func (n *G[T]) Scan(v T) error { n.V = v; n.OK = !n.OK; return nil }

type W struct{ V int }

func (n *W) Scan(v int) error { n.V = v; return nil }

type S struct{ V string }

func (n *S) Scan(v string) error { n.V = v; return nil }

type I int

func (n *I) Scan(v int) error { *n = I(v); return nil }

type A [2]int

func (n *A) Scan(v int) error { n[1] = v; return nil }

func main() {
	var n N
	fmt.Println(n.Scan(7), n, n.Scan(0), n.OK)
	var g G[int]
	fmt.Println(g.Scan(7), g, g.Scan(0), g.OK)
	var w W
	fmt.Println(w.Scan(7), w, w.Scan(0), w.V)
	var s S
	fmt.Println(s.Scan("a"), s, s.Scan("b"), s.V)
	var i I
	fmt.Println(i.Scan(7), i, i.Scan(0), i)
	var a A
	fmt.Println(a.Scan(7), a, a.Scan(0), a[1])
	var ns sql.Null[int]
	fmt.Println(ns.Scan(int64(7)), ns, ns.Scan(nil), ns.Valid)
	var ns2 sql.NullInt64
	fmt.Println(ns2.Scan(int64(7)), ns2, ns2.Scan(nil), ns2.Valid)
	ns3 := new(sql.NullInt64)
	fmt.Println(ns3.Scan(int64(7)), *ns3, ns3.Scan(nil), ns3.Valid)
	st := struct{ n N }{}
	fmt.Println(st.n.Scan(7), st.n, st.n.Scan(0), st.n.OK)
	f := func(x any, e error) any { return x }
	fmt.Println(f(n, n.Scan(5)), f(g, g.Scan(5)), f(ns, ns.Scan(3)))
	sl, m, k := []N{{1, true}}, map[string]N{"a": {1, true}}, 0
	change := func() int { sl[0] = N{2, false}; m["a"] = N{2, false}; n = N{9, true}; k++; return k }
	get := func() N { return n }
	p := &n
	fmt.Println(sl[0], m["a"], n, get(), *p, p.V, any(n), any(get()), N(n), [1]N{n}, [1]N{n}[0], struct{ n N }{n}, change(), sl[k-1])
	str := "x"
	set := func(s string) string { str = s; return s }
	fmt.Println(set("a"), str, set("b"), str)
}
