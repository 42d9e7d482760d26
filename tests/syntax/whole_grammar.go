//go:build go1.27

// Every production of the grammar at least once; it parses, and does nothing sensible.
package p

import "a"
import (
	. "b"
	c "c/d"
	_ "e"
)

import ()

const k = 1
const (
	c0, c1 = iota, "s" + `r`
	c2, c3
	c4 uint8 = 0x_ff &^ 0b1 << 0o7 >> 1_000
	c5       = 'x' + '\'' + '\u00e9' + 1.5e-3 + 0x1p-2 + 3i + .5
)

var v int
var (
	v1, v2     = 1, 2
	v3     T   = nil
	v4, v5 *[]T
)

type (
	A  = int
	G[P any, Q ~[]P | *P, R interface{ ~int | string }] struct{}
	GA[P any] = []P
	GP[P *T,] int
	GQ[P (T), Q C[P]] int
	GC[P interface{ *T }] int
	Arr  [k * 2]int
	Arr2 [N]int
	M    map[string]func(...int) (x, y int)
	Ch   chan<- <-chan (chan int)
	S    struct {
		a, b int `tag`
		T
		*p.T
		G[int, string]
		p.G[int] "tag"
		arr [3]int
		sl  []int
		fn  func()
		_   struct{}
	}
	I interface {
		m(int, ...string) error
		n()
		T
		p.T
		G[int]
		~int | ~string | *T
		interface{ o() }
	}
	P (*(T))
)

func f()
func f1(int, string, []T, ...*p.T) (int, error) { return 1, nil }
func f2(a, b int, c ...T) (r T)                 { return }
func f3[P any, Q interface{ ~[]P }](x P, y Q) func(P) Q { return nil }
func (T) m1()                                   {}
func (t *T) m2(x int,) (int,)                   { return 1 }
func (t *G[P, _]) m3[R any](f func(P) R) R      { return f(t.x) }

func statements() {
	var x, y int
	const z = 1
	type L struct{ next *L }
	;
	{
	}
	x, y = y, x
	x += 1
	x &^= 2
	x <<= 3
	x++
	y--
	a, b := f(), <-ch
	ch <- x
	f()
	(f)()
	<-ch
	*p = 1
	go func() {}()
	defer t.m2(1, xs...)
	if x {
	} else if y := f(); y > 0 {
	} else {
	}
	if (T{} == T{1}) {
	}
outer:
	for {
		break
		continue outer
		break outer
	}
	for x < 1 {
	}
	for i := 0; i < 10; i++ {
	}
	for ; ; {
	}
	for i := 0; ; {
	}
	for range 10 {
	}
	for range ch {
	}
	for i := range 10 {
	}
	for i, x := range xs {
	}
	for m[k], p.x = range func(yield func(int, string) bool) {} {
	}
	switch {
	}
	switch x := f(); x {
	case 1, 2:
		fallthrough
	case 3:
	default:
	}
	switch x.(type) {
	}
	switch y := f(); x := y.(type) {
	case nil, int, []T, map[K]V, func(int) bool, chan<- T, *p.T, G[int, string], interface{ m() }:
	}
	switch f(); {
	}
	select {
	case x := <-ch:
	case x, ok = <-ch:
	case <-ch:
	case ch <- 1:
	default:
	}
	goto end
end:
	return
}

func expressions() any {
	_ = a || b && c == d != e < f <= g > h >= i
	_ = a + b - c | d ^ e*f/g%h&i&^j<<k>>l
	_ = -a + +b - ^c*!d - *p + <-ch + &x
	_ = &T{}
	_ = &(T{1})
	_ = []T{{1, 2}, {a: 1}, &T{}, 3: {}}
	_ = [...]string{2: "a", "b"}
	_ = map[T]map[K]V{{1}: {k: v}, T{}: {}}
	_ = struct{ a int }{a: 1}
	_ = G[int, string]{}
	_ = p.G[int]{}
	_ = a.b.c[d][e:f][g:][:h][:][i:j:k](l, m)(n...)(o,).(T).(*p.T)
	_ = f[int](1)
	_ = f[int, []string, func(), map[K]V,](1)
	_ = []byte("s")
	_ = (*T)(nil)
	_ = (<-chan int)(nil)
	_ = <-chan int(nil)
	_ = chan int(nil)
	_ = func(a int) (b int) { return a }(1)
	_ = func() {}
	_ = interface{}(nil)
	_ = new(T).x
	_ = T.m
	_ = (*T).m
	_ = a /* b
	 */
	return 'a'; ;
}
