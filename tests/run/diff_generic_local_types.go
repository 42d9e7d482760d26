package main

import (
	"fmt"
	"sort"
)

type ordered interface{ ~int | ~string | ~float64 }

func sorted[K ordered, V any](m map[K]V) []V {
	type pair struct {
		k K
		v V
	}
	var ps []pair
	for k, v := range m {
		ps = append(ps, pair{k, v})
	}
	sort.Slice(ps, func(i, j int) bool { return ps[i].k < ps[j].k })
	var out []V
	for _, p := range ps {
		out = append(out, p.v)
	}
	fmt.Printf("%T %v\n", ps, ps)
	return out
}

type list[T any] struct{ items []T }

func (l *list[T]) each(f func(int, T)) {
	type node struct {
		val  T
		next *node
	}
	var head *node
	for i := len(l.items) - 1; i >= 0; i-- {
		head = &node{l.items[i], head}
	}
	i := 0
	for n := head; n != nil; n = n.next {
		f(i, n.val)
		i++
	}
	fmt.Printf("%T\n", head)
}

func id[T any]() any {
	type marker struct{}
	return marker{}
}

func pick[T any](x any) string {
	type wrapped struct{ v T }
	type alias = wrapped
	type num int
	switch v := x.(type) {
	case wrapped:
		return fmt.Sprint("wrapped ", v.v)
	case []alias:
		return fmt.Sprint("slice ", len(v))
	}
	f := func(t T) any {
		type inner struct {
			w wrapped
			n num
		}
		return inner{alias{t}, num(3)}
	}
	var zero T
	return fmt.Sprintf("%T %+v", f(zero), f(zero))
}

type box[T any] struct{ v T }

func (b box[T]) String() string { return fmt.Sprintf("<%v>", b.v) }

func embed[T any](v T) fmt.Stringer {
	type local struct {
		box[T]
		n int
	}
	l := local{box[T]{v}, 1}
	_ = box[local]{l}
	return l
}

func big[T any](v T) [30]T {
	type wide struct{ a, b [30]T }
	var w wide
	w.b[29] = v
	c := w
	c.b[28] = v
	m := map[string]*wide{"x": &c}
	return m["x"].b
}

func main() {
	fmt.Println(sorted(map[string]int{"b": 2, "a": 1}))
	fmt.Println(sorted(map[int]string{2: "two", 1: "one"}))
	(&list[string]{[]string{"x", "y"}}).each(func(i int, s string) { fmt.Println(i, s) })
	(&list[[2]int]{[][2]int{{1, 2}}}).each(func(i int, s [2]int) { fmt.Println(i, s) })
	fmt.Println(id[int]() == id[int](), id[int]() == id[string]())
	fmt.Println(pick[int](1), pick[string]("s"))
	fmt.Println(embed(5), embed("e"))
	x, y := big(1), big("s")
	fmt.Println(x[27:], y[27:])
}
