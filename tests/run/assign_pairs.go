package main

import "fmt"

type P struct {
	x, y int
	n    *P
	a    [3]int
	s    []int
}

func try(n int, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(n, e)
		}
	}()
	f()
}

var g = []int{4, 5, 6}
var h int

func id(x int) int { h++; return x }
func main() {
	try(0, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(0, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		aa[2][(1)&1], cap[2] = a[i], c
	})
	try(1, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(1, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		a[(k)&3], j = b[(0)&3], 2+q.a[j]-j
	})
	try(2, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(2, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		h, cap[(i)&1], j = *ptr*q.a[(i)&3], *ptr, 1
	})
	try(3, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(3, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		cap[j], c, j = j, g[j], aa[(k)&3][2]
	})
	try(4, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(4, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		arr[0], w.y = 1, cap[i]
	})
	try(5, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(5, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.x, b[(k)&3], cap[j] = 1, g[(i)&3], k
	})
	try(6, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(6, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		c, i = k+arr[(1)&3], cap[(c)&3]+c
	})
	try(7, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(7, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		j, q.a[2] = w.y, b[1]
	})
	try(8, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(8, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		h, c = 2, i
	})
	try(9, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(9, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		*ptr, _, aa[(0)&1][2] = h, w.a[0], c
	})
	try(10, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(10, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		*ptr, aa[j][(i)&1] = *ptr, 2-g[i]
	})
	try(11, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(11, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		b[(h)&3], cap[k] = a[i], 2-j
	})
	try(12, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(12, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		arr[i] = j
	})
	try(13, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(13, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		arr[1], i = 1, cap[(j)&3]
	})
	try(14, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(14, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		cap[(h)&1] = arr[j]
	})
	try(15, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(15, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.n.x, g[(0)&1] = id(k), j*c-0
	})
	try(16, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(16, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.x = 2
	})
	try(17, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(17, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.n.x, j = g[(k)&3], b[(c)&1]
	})
	try(18, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(18, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		cap[j], i = 1, a[k]
	})
	try(19, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(19, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.n.x, *ptr = b[(0)&1], i
	})
	try(20, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(20, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		w.a[i], q.a[(h)&3] = k, c
	})
	try(21, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(21, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.x, b[j] = w.a[(h)&1], p.n.x
	})
	try(22, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(22, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		cap[0] = arr[i]
	})
	try(23, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(23, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		*ptr, aa[(c)&3][(k)&3] = 1, k
	})
	try(24, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(24, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		b[(0)&3] = arr[(1)&1]
	})
	try(25, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(25, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		h, p.x = w.a[k], a[1]
	})
	try(26, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(26, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.n.x = w.y
	})
	try(27, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(27, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.n.x, *ptr = b[i], w.a[k]
	})
	try(28, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(28, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		h, _ = cap[i], p.x
	})
	try(29, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(29, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		h, g[0] = q.a[i], w.a[j]
	})
	try(30, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(30, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.x, k = cap[i], cap[k]
	})
	try(31, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(31, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		c += h * aa[j][0]
	})
	try(32, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(32, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		arr[(0)&3], q.a[(c)&3] = cap[2], p.n.x*k
	})
	try(33, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(33, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		c += j
	})
	try(34, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(34, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		k, cap[k], p.x = h, h-2, c
	})
	try(35, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(35, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		w.a[i] += h
	})
	try(36, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(36, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		*ptr = g[1]
	})
	try(37, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(37, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		q.a[k], b[j] = k, i
	})
	try(38, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(38, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		cap[k], c = p.x, h
	})
	try(39, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(39, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		_, *ptr = i, p.n.x
	})
	try(40, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(40, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		w.a[(0)&3], cap[2] = i, id(1)
	})
	try(41, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(41, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		p.x, _ = a[i], w.y
	})
	try(42, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(42, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		arr[i], h = g[i]*h, p.x
	})
	try(43, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(43, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		b[(k)&1], c = p.x, p.x
	})
	try(44, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(44, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		arr[j], b[2] = 1, aa[j][2]
	})
	try(45, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(45, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		q.a[i], a[2], b[(h)&1] = aa[0][k], p.x*w.y, arr[i]
	})
	try(46, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(46, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		k, arr[0] = a[0]*j, p.n.x
	})
	try(47, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(47, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		g[i], h, w.y = p.n.x, k, w.a[j]
	})
	try(48, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(48, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		g[j], _ = id(2), c
	})
	try(49, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(49, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		j, c = 1, c
	})
	try(50, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(50, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		arr[k], c = p.x-q.a[(k)&1], aa[1][1]
	})
	try(51, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(51, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		k, h = g[(k)&3], 1
	})
	try(52, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(52, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		*ptr, w.a[i] = aa[0][j]+p.n.x-h, j
	})
	try(53, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = &w
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(53, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		b[j], q.a[(i)&3] = *ptr, q.a[k]
	})
	try(54, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &P{}
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(54, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		i, aa[j][2] = 1+p.x+j, i*cap[1]
	})
	try(55, func() {
		i, j, k := 1, 2, 5
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(55, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		aa[j][2] += p.n.x
	})
	try(56, func() {
		i, j, k := 1, 2, 0
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(56, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		_, g[j] = w.a[0], 2*arr[1]
	})
	try(57, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(57, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		w.y += i
	})
	try(58, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = p
		q := p
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(58, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		k, a[2] = j, arr[i]
	})
	try(59, func() {
		i, j, k := 1, 2, 3
		a, b, arr := []int{7, 8, 9}, []int{1, 0}, [4]int{3, 2, 1, 0}
		w := P{x: 1, y: 2}
		p := &P{x: 3}
		p.n = nil
		q := &w
		c, ptr := 1, &i
		aa := [][]int{{1, 2}, a, b}
		m := map[int]int{}
		var cap [5]int
		h = 2
		g = []int{4, 5, 6}
		inc := func() { c++ }
		inc()
		_, _ = ptr, q
		defer func() { fmt.Println(59, i, j, k, a, b, arr, w.x, w.y, w.a, p.x, p.a, q.a, c, aa, m, cap, h, g) }()
		i = w.y
	})
}
