package main

import "fmt"

type Big struct {
	a [50]int
	s string
}
type Bytes [100]byte

func mk(n int) (b Big) { b.a[n] = n; b.s = fmt.Sprint(n); return }

func two(a, b Big) (Big, int) { a.a[0] = b.a[2]; return a, 7 }

type I interface{ Get() int }

func (b Big) Get() int   { return b.a[3] }
func (b *Big) Set(n int) { b.a[3] = n }

func main() {
	m := map[string]Big{}
	m["x"] = mk(3)
	v := m["x"]
	v.a[3] = 99
	fmt.Println(m["x"].a[3], v.a[3], m["y"].a[3], len(m), m["x"].s)
	w, ok := m["zz"]
	fmt.Println(w.a[1], ok)
	w, ok = m["x"]
	fmt.Println(w.a[3], ok)
	for k, v := range m {
		v.a[3]++
		fmt.Println(k, v.a[3], m[k].a[3])
	}
	mk2 := map[Big]int{}
	mk2[mk(1)] = 1
	mk2[mk(2)] = 2
	mk2[mk(1)]++
	fmt.Println(mk2[mk(1)], mk2[mk(2)], mk2[mk(3)], len(mk2))
	for k := range mk2 {
		k.a[0] = 1
	}
	delete(mk2, mk(1))
	fmt.Println(len(mk2))
	mb := map[Bytes]Bytes{}
	var b Bytes
	b[3] = 200
	mb[b] = b
	b[3] = 7
	fmt.Println(len(mb), mb[b][3])
	b[3] = 200
	fmt.Println(mb[b][3])
	ch := make(chan Big, 3)
	x := mk(5)
	ch <- x
	x.a[5] = 0
	ch <- x
	ch <- mk(6)
	close(ch)
	y := <-ch
	fmt.Println(y.a[5], y.s)
	y, ok = <-ch
	fmt.Println(y.a[5], ok)
	for z := range ch {
		fmt.Println(z.a[6])
	}
	y, ok = <-ch
	fmt.Println(y.a[6], y.s, ok)
	un := make(chan Big)
	go func() {
		q := mk(9)
		un <- q
		q.a[9] = 1
		select {
		case un <- q:
		}
		close(un)
	}()
	select {
	case r := <-un:
		fmt.Println(r.a[9])
		r.a[9] = 55
	}
	fmt.Println((<-un).a[9])
	r, ok := <-un
	fmt.Println(r.a[9], ok)
	var i I = mk(3)
	fmt.Println(i.Get())
	p := &x
	p.Set(12)
	i = p
	fmt.Println(i.Get(), x.Get())
	arr := []Big{mk(1), mk(2)}
	arr = append(arr, mk(3), x)
	fmt.Println(arr[2].a[3], len(arr), arr[3].a[3])
	c, n := two(arr[0], arr[1])
	fmt.Println(c.a[0], arr[0].a[0], n)
	mm := map[int]map[int]Big{1: {2: mk(4)}}
	fmt.Println(mm[1][2].a[4], mm[1][3].a[4])
	pm := map[string]*Big{"a": {s: "q"}}
	pm["a"].a[1]++
	fmt.Println(pm["a"].a[1], pm["a"].s)
	bm := map[int]Bytes{}
	bm[1] = b
	fmt.Println(bm[1][3], bm[2][3])
	type S struct{ g map[int]Big }
	s := S{g: map[int]Big{1: mk(1), 2: mk(2)}}
	s.g[3] = s.g[1]
	fmt.Println(s.g[3].a[1], s.g[3] == s.g[1], s.g[3] == s.g[2])
	fmt.Println(len(fmt.Sprint(s.g)) > 100)
	fmt.Println(map[int][41]int{1: {40: 3}})
	fn := func(b Big) Big { b.a[0] = -1; return b }
	before := mk(7)
	after := fn(before)
	fmt.Println(before.a[0], after.a[0])
	var e any = before
	before.a[7] = 0
	fmt.Println(e.(Big).a[7], e == any(mk(7)))
	defer func(b Big) { fmt.Println("deferred", b.a[1]) }(arr[0])
	arr[0].a[1] = 1000
	st := struct{ x, y Big }{mk(1), mk(2)}
	st.x, st.y = st.y, st.x
	fmt.Println(st.x.a[2], st.y.a[1])
}
