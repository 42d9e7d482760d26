package main

import (
	"errors"
	"fmt"
)

type T struct {
	n    int
	next *T
	list []any
	m    map[string]*T
}

var trace []int

func at(n int) int { trace = append(trace, n); return n }

func try(f func() any) {
	defer func() {
		if r := recover(); r != nil {
			var err error
			if e, ok := r.(error); ok {
				err = e
			}
			fmt.Println("recovered:", errors.Unwrap(err), err)
		}
		fmt.Println(trace)
		trace = nil
	}()
	fmt.Println(f())
}

func deep(n int) (x any) {
	x = 1
	for range n {
		x = []any{x}
	}
	return x
}

var nothing *T

func main() {
	// The depth at which a window of registers would not do.
	x := []any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{[]any{1}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
	fmt.Println(fmt.Sprint(x) == fmt.Sprint(deep(80)))
	try(func() any {
		return []any{at(1), []int{at(2), at(3)}, map[string]any{"a": at(4), "b": []int{at(5)}, fmt.Sprint(at(6)): map[int]int{at(7): at(8)}}, at(9)}
	})
	try(func() any {
		t := &T{n: at(1), next: &T{n: at(2), list: []any{at(3), &T{n: at(4)}, T{n: at(5), m: map[string]*T{"x": {n: at(6)}}}}}, m: map[string]*T{"y": {at(7), nil, nil, nil}}}
		return fmt.Sprint(t.n, t.next.n, t.next.list[0], t.next.list[1].(*T).n, t.next.list[2].(T).m["x"].n, t.m["y"].n)
	})
	try(func() any { return []any{at(1), []*T{{n: at(2)}, {n: nothing.n}, {n: at(3)}}, at(4)} })
	try(func() any { return map[any]any{at(1): []int{at(2)}, any([]int{at(3)}): []any{at(4)}} })
	try(func() any { return map[any][]int{[1]any{func() {}}: {at(1), 1 / (at(0))}} })
	// What is being replaced is still read.
	s := []any{1, 2}
	s = []any{s[1], []any{s[0], s}, map[string][]any{"s": s}}
	p := &T{n: 1}
	p = &T{n: 2, next: p, list: []any{p, &T{next: p}}}
	fmt.Println(s, p.next.n, p.list[0] == any(p.next), p.list[1].(*T).next == p.next)
	m := map[string]any{"k": []any{"v"}, "l": map[string]any{"k": []string{"w"}}, "e": []int{}, "n": []int(nil), "z": map[int]int{}}
	fmt.Println(m, m["e"] == nil, m["n"].([]int) == nil)
	fmt.Printf("%#v\n", []any{[]int{2: 5, 0: 1}, [2][]string{1: {"x"}}, []byte{1, 2}, [][2]int{{1}, {2, 3}}, []struct {
		a []int
		b map[string]bool
	}{{[]int{1}, map[string]bool{"t": true}}, {}}})
}
