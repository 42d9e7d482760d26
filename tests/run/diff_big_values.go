package main

import "fmt"

type Big struct {
	a  [50]int
	s  string
	in [3][4]int
}

func (b Big) Sum() (t int) {
	for _, x := range b.a {
		t += x
	}
	return
}
func (b *Big) Set(i, v int) { b.a[i] = v }
func change(b Big) Big      { b.a[0] = 77; b.s = "changed"; return b }
func two(b Big) (Big, error) {
	b.a[1]++
	return b, nil
}
func variadic(bs ...Big) int {
	n := 0
	for _, b := range bs {
		n += b.Sum()
	}
	return n
}

type Grid [9][9]int

func (g Grid) T() Grid {
	for i := range g {
		for j := i; j < 9; j++ {
			g[i][j], g[j][i] = g[j][i], g[i][j]
		}
	}
	return g
}

type Summer interface{ Sum() int }
type Outer struct {
	Big
	n  int
	ps *Big
}

func main() {
	var b Big
	for i := range b.a {
		b.a[i] = i
	}
	c := b
	c.Set(3, 1000)
	d := change(b)
	fmt.Println(b.Sum(), c.Sum(), d.Sum(), d.s, b.s == "")
	e, err := two(d)
	fmt.Println(e.a[:3], err, e == d, e != d, b == b)
	var s Summer = e
	e.a[5] = 5000
	fmt.Println(s.Sum(), e.Sum(), s == Summer(d), s.(Big).a[1])
	fmt.Println(variadic(b, c, d), variadic())
	bs := []Big{b, c}
	bs = append(bs, d, e)
	bs[0].a[0]++
	for i, x := range bs {
		x.a[0] = -1
		fmt.Print(i, ":", x.Sum(), ",", bs[i].Sum(), " ")
	}
	fmt.Println()
	arr := [2]Big{b, c}
	arr2 := arr
	arr2[1].in[2][3] = 9
	fmt.Println(arr == arr2, arr[0] == arr2[0], arr2[1].in)
	f := func() Big { b.a[49]++; return b }
	x := f()
	y := f()
	fmt.Println(x.a[49], y.a[49], b.a[49])
	var g Grid
	for i := range g {
		for j := range g[i] {
			g[i][j] = i*9 + j
		}
	}
	t := g.T()
	fmt.Println(g[0], t[0], t.T() == g)
	m := map[string]*Big{"b": &b}
	m["b"].a[0] = 5
	fmt.Println(b.a[0], len(m))
	o := Outer{b, 1, &b}
	o.Set(0, 8)
	o.ps.Set(0, 9)
	fmt.Println(o.a[0], b.a[0], o.Sum()-b.Sum())
	p := &arr[1]
	p.a[0] = 123
	q := *p
	p.a[0] = 1
	fmt.Println(q.a[0], arr[1].a[0])
	b, c = c, b
	fmt.Println(b.a[3], c.a[3])
	mv := b.Sum
	b.a[0] += 1000
	fmt.Println(mv(), b.Sum(), Big.Sum(c))
	defer func(z Big) { fmt.Println("deferred", z.Sum()) }(b)
	b.a[0] = 0
	done := make(chan int)
	go func(z Big) { done <- z.Sum() }(b)
	b = Big{}
	fmt.Println(<-done)
	var z [3][3][3]int
	z[1][2][0] = 5
	w := z
	w[1][2][1] = 6
	row := w[1]
	row[0][0] = 9
	fmt.Println(z, w[1], row)
	type anon = struct {
		h [45]string
		k int
	}
	an := anon{k: 3}
	an.h[44] = "end"
	var i any = an
	an.h[44] = "x"
	fmt.Println(i.(anon).h[44], i == any(an), i.(struct {
		h [45]string
		k int
	}).k)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = i.(Big)
	}()
}
