package main

import "fmt"

// Arrays of small elements, reached in every way with constant and other indices.

type pixel [3]byte

type cell struct {
	c    pixel
	f    [2]float32
	next *cell
}

type pairs [2][2]int16

var global [4]int32
var globals = [][2]uint16{{1, 2}, {3, 4}}
var table = map[string][2]int32{"a": {1, 2}}

func set(p *[3]int8, s [][3]int8) {
	p[0], p[2] = 7, -7
	s[0][1], s[1][2] = 8, -8
	q := &s[1][0]
	*q--
	fmt.Println(*p, s, p[1], s[1][2])
}

func main() {
	a := [][2]float32{{1, 2}, {3, 4}, {5, 6}}
	b := [][2]int32{{1, 2}, {3, 4}, {5, 6}}
	c := []pixel{{1, 2, 3}, {3, 4, 5}, {250, 251, 252}}
	for i := range a {
		fmt.Println(a[i][1], b[i][1], c[i][1], c[i][2])
		a[i][0] *= 9
		b[i][0]--
		c[i][0] += 9
		p, q := &a[i][1], &c[i][1]
		*p += 0.5
		*q++
		for j := range a[i] {
			fmt.Print(a[i][j], " ", b[i][j], " ", c[i][j], "; ")
		}
		fmt.Println()
	}
	fmt.Println(a, b, c)

	cells := []cell{{c: pixel{1, 2, 3}}, {f: [2]float32{1, 2}}}
	cells[0].next = &cells[1]
	cells[0].c[2], cells[0].next.c[1] = 30, 20
	cells[1].f[1]++
	fmt.Println(cells[0].c, cells[1].c, cells[1].f[1], cells[0].next.f[0])

	deep := []pairs{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}
	i := 1
	deep[i][1][0] = -7
	deep[0][i][1] = -4
	deep[0][0][i]--
	fmt.Println(deep, deep[1][1][0], deep[i][i][i], deep[0][1])

	var local [3]int32
	var flags [5]bool
	inc := func(n int) {
		local[1]++
		local[n] += 2
		flags[4], flags[n] = true, !flags[n]
	}
	for n := range 3 {
		inc(n)
	}
	fmt.Println(local, local[1], flags, flags[4])

	var p [3]int8
	s := make([][3]int8, 2)
	set(&p, s)
	fmt.Println(p, s)

	global[1], globals[1][0] = 5, 6
	global[i]++
	fmt.Println(global, globals, globals[0][1], table["a"][1], table["b"][i])

	var any interface{} = s
	fmt.Println(any.([][3]int8)[1][2], len(any.([][3]int8)[0]))
	ch := make(chan [2]int8, 1)
	ch <- [2]int8{1, -1}
	fmt.Println((<-ch)[1])
	grid := [3][3]rune{{'a', 'b', 'c'}}
	ptr := &grid
	ptr[1][2] = 'x'
	row := ptr[0][:]
	row[1] = 'y'
	fmt.Println(string(grid[0][:]), grid[1][2], ptr[i][2])
}
