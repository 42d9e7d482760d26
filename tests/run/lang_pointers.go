package main

import (
	"fmt"
)

type tree struct {
	left, right *tree
	val         int
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{val: v}
	}
	if v < t.val {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree) walk(f func(int)) {
	if t != nil {
		t.left.walk(f)
		f(t.val)
		t.right.walk(f)
	}
}

type grid [3][4]int

func fill(g *grid) {
	for i := range g {
		for j := range g[i] {
			g[i][j] = i * j
		}
	}
}

func main() {
	var root *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	root.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	x := 5
	p := &x
	pp := &p
	**pp = 7
	fmt.Println(x, *p == x, p == *pp)
	var g grid
	fill(&g)
	h := g
	h[2][3] = 100
	fmt.Println(g, h[2])
	ptr := &g[1]
	ptr[2] = 42
	fmt.Println(g[1], len(ptr))
	b := [4]byte{1, 2, 3, 4}
	bp := &b[2]
	*bp += 250
	fmt.Println(b)
	n := new(int)
	*n++
	s := struct{ in [2]struct{ v int16 } }{}
	sp := &s.in[1].v
	*sp = -7
	fmt.Println(*n, s)
	arr := [3]*int{&x, n, nil}
	fmt.Println(*arr[0]+*arr[1], arr[2] == nil)
	big := [100]int{}
	for i := range big {
		big[i] = i
	}
	other := big
	other[50] = -1
	fmt.Println(big[50], other[50], big == other, sum(big))
	func() {
		defer func() { fmt.Println(recover()) }()
		var t *tree
		fmt.Println(t.val)
	}()
	idx := 5
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(b[idx%7])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		z := 0
		fmt.Println(1 / z)
	}()
}

func sum(a [100]int) (t int) {
	for _, v := range a {
		t += v
	}
	a[0] = 1000
	return
}
