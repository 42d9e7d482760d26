package main

import (
	"errors"
	"fmt"
)

// Functions whose results take more slots than a frame has registers, and all that is done with several results.

type S struct{ A, B, C, D, E, F, G, H, I, J int }

func (s S) String() string { return fmt.Sprint("<", s.A, s.J, ">") }

type Big [60]int

func plain(n int) (S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S) {
	return S{A: n, J: 0}, S{A: n, J: 1}, S{A: n, J: 2}, S{A: n, J: 3}, S{A: n, J: 4}, S{A: n, J: 5}, S{A: n, J: 6}, S{A: n, J: 7}, S{A: n, J: 8}, S{A: n, J: 9}, S{A: n, J: 10}, S{A: n, J: 11}, S{A: n, J: 12}, S{A: n, J: 13}, S{A: n, J: 14}, S{A: n, J: 15}, S{A: n, J: 16}, S{A: n, J: 17}, S{A: n, J: 18}, S{A: n, J: 19}, S{A: n, J: 20}, S{A: n, J: 21}, S{A: n, J: 22}, S{A: n, J: 23}, S{A: n, J: 24}, S{A: n, J: 25}, S{A: n, J: 26}, S{A: n, J: 27}, S{A: n, J: 28}, S{A: n, J: 29}
}

func named(n int) (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17, r18, r19, r20, r21, r22, r23, r24, r25, r26, r27, r28, r29 S) {
	r0.A, r29.J = n, n+1
	r1 = r0
	if n > 5 {
		return r29, r28, r27, r26, r25, r24, r23, r22, r21, r20, r19, r18, r17, r16, r15, r14, r13, r12, r11, r10, r9, r8, r7, r6, r5, r4, r3, r2, r1, r0
	}
	return
}

func passed(n int) (S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S) {
	return plain(n + 1)
}

func widened(n int) (fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer, fmt.Stringer) {
	return plain(n)
}

func deferred(n int) (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17, r18, r19, r20, r21, r22, r23, r24, r25, r26, r27, r28, r29 S) {
	defer func() {
		if e := recover(); e != nil {
			r2.B = -1
			fmt.Println("recovered", e)
		}
		r29.A += 100
	}()
	if n == 0 {
		r3.C = 3
		panic("zero")
	}
	return plain(n)
}

func ranged(n int) (S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S) {
	for i := range func(yield func(int) bool) { _ = yield(1) && yield(2) && yield(3) } {
		if i == n {
			return plain(i * 10)
		}
	}
	return passed(-1)
}

func mixed(n int) (S, Big, string, []int, any, map[string]int, S, S, error) {
	var b Big
	b[59] = n
	return S{A: n}, b, "s", []int{n}, n, map[string]int{"n": n}, S{B: n}, S{J: n}, errors.New("e")
}

func generic[T any](x T) (T, T, T, T, S, S, S, S) { return x, x, x, x, S{A: 1}, S{}, S{}, S{J: 2} }

type I interface {
	Many(n int) (S, S, S, S, S, error)
}

type P struct{ k int }

func (p *P) Many(n int) (S, S, S, S, S, error) {
	p.k++
	return S{A: n}, S{A: p.k}, S{}, S{}, S{J: n}, nil
}

type V struct{ a, b, c int }

func (v V) Many(n int) (S, S, S, S, S, error) {
	return S{A: v.a}, S{B: v.b}, S{}, S{}, S{J: n}, errors.New("v")
}

type Outer struct {
	x string
	V
}

func five(a, b, c, d, e S, err error) string { return fmt.Sprint(a, b, c, d, e, err) }

func rest(a S, more ...any) string { return fmt.Sprint(a, more) }

func take(r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17, r18, r19, r20, r21, r22, r23, r24, r25, r26, r27, r28, r29 S) int {
	return r0.A*1000 + r29.J
}

func use(...S)                   {}
func takeAny(more ...any) string { return fmt.Sprint(more...) }

var gr0, gr1, gr2, gr3, gr4, gr5, gr6, gr7, gr8, gr9, gr10, gr11, gr12, gr13, gr14, gr15, gr16, gr17, gr18, gr19, gr20, gr21, gr22, gr23, gr24, gr25, gr26, gr27, gr28, gr29 = plain(77)

var sink [30]S

func main() {
	a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29 := plain(1)
	use(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29)
	fmt.Println(a0, a29)
	a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29 = named(2)
	fmt.Println(a0, a1, a29)
	a29, a28, a27, a26, a25, a24, a23, a22, a21, a20, a19, a18, a17, a16, a15, a14, a13, a12, a11, a10, a9, a8, a7, a6, a5, a4, a3, a2, a1, a0 = named(7)
	fmt.Println(a0, a1, a29, a28)
	var v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29 = passed(3)
	use(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29)
	fmt.Println(v0, v29, &v5)
	w0, _, _, _, _, _, _, w7, _, _, _, _, _, _, w14, _, _, _, _, _, _, w21, _, _, _, _, _, _, w28, _ := widened(4)
	fmt.Println(w7, w14, w21)
	fmt.Println(w0, w28)
	sink[29], sink[28], sink[27], sink[26], sink[25], sink[24], sink[23], sink[22], sink[21], sink[20], sink[19], sink[18], sink[17], sink[16], sink[15], sink[14], sink[13], sink[12], sink[11], sink[10], sink[9], sink[8], sink[7], sink[6], sink[5], sink[4], sink[3], sink[2], sink[1], sink[0] = plain(5)
	fmt.Println(sink[0], sink[29])
	sl, at := sink[:], 0
	next := func() *S { at++; return &sl[at%30] }
	*next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next(), *next() = passed(6)
	fmt.Println(sink, at)
	m := map[string]S{}
	m["k0"], m["k1"], m["k2"], m["k3"], m["k4"], m["k5"], m["k6"], m["k7"], m["k8"], m["k9"], m["k10"], m["k11"], m["k12"], m["k13"], m["k14"], m["k15"], m["k16"], m["k17"], m["k18"], m["k19"], m["k20"], m["k21"], m["k22"], m["k23"], m["k24"], m["k25"], m["k26"], m["k27"], m["k28"], m["k29"] = plain(8)
	fmt.Println(len(m), m["k0"], m["k29"])
	d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, d20, d21, d22, d23, d24, d25, d26, d27, d28, d29 := deferred(0)
	use(d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, d20, d21, d22, d23, d24, d25, d26, d27, d28, d29)
	fmt.Println(d0, d2.B, d3.C, d29)
	d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, d20, d21, d22, d23, d24, d25, d26, d27, d28, d29 = deferred(9)
	fmt.Println(d0, d2.B, d3.C, d29)
	d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, d20, d21, d22, d23, d24, d25, d26, d27, d28, d29 = ranged(2)
	fmt.Println(d0, d29)
	d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, d20, d21, d22, d23, d24, d25, d26, d27, d28, d29 = ranged(9)
	fmt.Println(d0, d29)
	fmt.Println(take(plain(11)), take(deferred(12)), takeAny(passed(13)))
	fmt.Println(gr0, gr29)
	s, b, str, list, x, mm, s2, s3, err := mixed(14)
	fmt.Println(s, b[59], str, list, x, mm, s2.B, s3, err)
	b[0] = 5
	_, b2, _, _, _, _, _, _, _ := mixed(15)
	fmt.Println(b2[0], b2[59], b[59])
	t, _, _, t4, s, _, _, s3 := generic("t")
	fmt.Println(t, t4, s, s3)
	u, _, _, _, _, _, _, _ := generic(S{C: 3})
	fmt.Println(u.C)
	for _, i := range []I{&P{}, V{1, 2, 3}, &V{4, 5, 6}, Outer{"o", V{7, 8, 9}}, &Outer{"p", V{10, 11, 12}}} {
		fmt.Println(five(i.Many(16)))
		fmt.Println(rest(i.Many(17)))
		f := i.Many
		p, q, _, _, r, err := f(18)
		fmt.Println(p, q, r, err)
		g := I.Many
		_, _, _, _, r, _ = g(i, 19)
		fmt.Println(r)
		plainly := func() (S, S, S, S, S, error) { return i.Many(20) }
		fmt.Println(five(plainly()))
		i.Many(21)
		defer i.Many(22)
		go i.Many(23)
	}
	passed(24)
	defer plain(25)
	done := make(chan bool)
	go func() {
		defer close(done)
		defer deferred(0)
		named(26)
	}()
	<-done
	sum := 0
	for i := range 20000 {
		a, _, _, _, e, _ := (&P{i}).Many(i)
		sum += a.A + e.J
	}
	fmt.Println(sum)
	switch a, _, _, _, _, err := I(V{1, 2, 3}).Many(1); {
	case err != nil && a.A == 1:
		fmt.Println("switch", a, err)
	}
	if a, _, _, _, e, err := (&P{}).Many(2); err == nil {
		fmt.Println("if", a, e)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		var i I
		i.Many(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var f func() (S, S, S, S, S, error)
		_, _, _, _, _, _ = f()
	}()
}
