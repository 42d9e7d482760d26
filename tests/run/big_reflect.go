package main

import (
	"fmt"
	"reflect"
)

type S struct{ A, B, C, D, E, F, G, H, I, J int }
type W [60]int

func sum(a, b, c, d, e, f, g, h, i, j, k, l S, w W, s string, more ...int) (int, string) {
	n := 0
	for _, x := range []S{a, b, c, d, e, f, g, h, i, j, k, l} {
		n = n*3 + x.A + x.J
	}
	for _, x := range w {
		n += x
	}
	for _, x := range more {
		n += x
	}
	w[0] = -1
	return n, s
}

type T struct{ k int }

func (t T) Sum(a, b, c, d, e, f, g, h, i, j, k, l S) int { return t.k + a.A + l.J }
func (t *T) PSum(a, b, c, d, e, f, g, h, i, j, k, l S, x any) (int, any) {
	t.k++
	return t.k + a.A + l.J, x
}

type Summer interface {
	Sum(a, b, c, d, e, f, g, h, i, j, k, l S) int
}

func main() {
	var args []reflect.Value
	for i := range 12 {
		args = append(args, reflect.ValueOf(S{A: i + 1, J: i * 2}))
	}
	var w W
	for i := range w {
		w[i] = i
	}
	f := reflect.ValueOf(sum)
	full := append(append([]reflect.Value{}, args...), reflect.ValueOf(w), reflect.ValueOf("x"))
	out := f.Call(full)
	fmt.Println(out[0], out[1])
	full = append(full, reflect.ValueOf(3), reflect.ValueOf(4))
	out = f.Call(full)
	fmt.Println(out[0], out[1], w[0])
	t := &T{100}
	fmt.Println(reflect.ValueOf(*t).MethodByName("Sum").Call(args)[0])
	out = reflect.ValueOf(t).MethodByName("PSum").Call(append(args[:12:12], reflect.ValueOf("any")))
	fmt.Println(out[0], out[1])
	fmt.Println(reflect.TypeOf(t).Method(1).Func.Call(append([]reflect.Value{reflect.ValueOf(t)}, args...))[0])
	var s Summer = t
	fmt.Println(reflect.ValueOf(&s).Elem().Method(0).Call(args)[0])
	m := reflect.ValueOf(t).MethodByName("Sum").Interface().(func(a, b, c, d, e, f, g, h, i, j, k, l S) int)
	fmt.Println(m(S{A: 1}, S{}, S{}, S{}, S{}, S{}, S{}, S{}, S{}, S{}, S{}, S{J: 5}))

	type F = func(a, b, c, d, e, f, g, h, i, j, k, l S, w W, s string) (S, W, string, error)
	made := reflect.MakeFunc(reflect.TypeFor[F](), func(in []reflect.Value) []reflect.Value {
		fmt.Println(len(in), in[11].Field(9), in[12].Index(59), in[13])
		in[12].Index(0)
		return []reflect.Value{in[3], in[12], in[13], reflect.Zero(reflect.TypeFor[error]())}
	})
	g := made.Interface().(F)
	a, b, c, err := g(S{}, S{}, S{}, S{A: 4}, S{}, S{}, S{}, S{}, S{}, S{}, S{}, S{J: 9}, w, "hello")
	fmt.Println(a, b[59], c, err)
	in := make([]reflect.Value, 14)
	for i := range 12 {
		in[i] = args[i]
	}
	in[12], in[13] = reflect.ValueOf(w), reflect.ValueOf("again")
	out = made.Call(in)
	fmt.Println(len(out), out[0], out[2])

	// Results of many slots.
	type R = func(x int) (S, S, S, S, S, S, error)
	r := reflect.MakeFunc(reflect.TypeFor[R](), func(in []reflect.Value) []reflect.Value {
		var out []reflect.Value
		for i := range 6 {
			out = append(out, reflect.ValueOf(S{A: i, J: int(in[0].Int())}))
		}
		return append(out, reflect.ValueOf(fmt.Errorf("e%d", in[0].Int())).Convert(reflect.TypeFor[error]()))
	})
	s1, _, _, _, _, s6, e := r.Interface().(R)(7)
	fmt.Println(s1, s6, e)
	out = r.Call([]reflect.Value{reflect.ValueOf(8)})
	fmt.Println(len(out), out[5], out[6])
	out = reflect.ValueOf(many).Call([]reflect.Value{reflect.ValueOf(5)})
	fmt.Println(len(out), out[0], out[29])
	x := reflect.ValueOf(many).Interface().(func(int) (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd S))
	_, b2, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, d2 := x(3)
	fmt.Println(b2, d2)
	mm := reflect.MakeFunc(reflect.TypeOf(many), func(in []reflect.Value) []reflect.Value {
		out := reflect.ValueOf(many).Call(in)
		out[1], out[29] = out[29], out[1]
		return out
	}).Interface().(func(int) (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd S))
	_, b2, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, d2 = mm(4)
	fmt.Println(b2, d2)
}

func many(n int) (a, b, c, d, e, f, g, h, i, j, k, l, m, nn, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd S) {
	a.A, dd.J = n, n+1
	b.B = n * 2
	return
}
