package main

import (
	"fmt"
)

func show(name string, s []int) { fmt.Println(name, len(s), cap(s), s, s == nil) }

func main() {
	var nilS []int
	show("nil", nilS)
	s := []int{1, 2, 3, 4, 5}
	show("s", s)
	t := s[1:3]
	show("t", t)
	t = append(t, 99)
	show("t", t)
	show("s", s)
	u := s[1:3:3]
	u = append(u, 7)
	show("u", u)
	show("s", s)
	for i := 0; i < 20; i++ {
		nilS = append(nilS, i)
		if i < 10 || i > 15 {
			fmt.Print(cap(nilS), " ")
		}
	}
	fmt.Println()
	m := make([]int, 3, 10)
	copy(m, s[2:])
	show("m", m)
	show("m2", m[:6])
	x := [][]int{{1}, {2, 3}, nil}
	x[0] = append(x[0], x[1]...)
	fmt.Println(x, len(x[2]))
	arr := [5]int{10, 20, 30}
	sl := arr[:]
	sl[4] = 50
	fmt.Println(arr, len(arr), arr == [5]int{10, 20, 30, 0, 50})
	ix := [...]string{2: "two", 0: "zero"}
	fmt.Println(len(ix), ix)
	bs := make([]byte, 0)
	for i := 0; i < 5; i++ {
		bs = append(bs, byte(i*60))
	}
	fmt.Println(bs, cap(bs))
	i16 := []int16{-1, 2, 300}
	i16[0] -= 5
	fmt.Println(i16)
	clear(s)
	fmt.Println(s, min(3, 1, 2), max(2.5, 1))
	p := (*[2]int)(s)
	p[0] = 8
	fmt.Println(s, [2]int(s))
	s = append(s[:1], s[2:]...)
	fmt.Println(s)
	sum := 0
	for _, v := range arr {
		sum += v
	}
	for i := range arr {
		arr[i] *= 2
	}
	for i := range 3 {
		sum += i
	}
	fmt.Println(sum, arr)
}
