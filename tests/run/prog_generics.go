package main

import (
	"cmp"
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Filter[T any](xs []T, f func(T) bool) (out []T) {
	for _, x := range xs {
		if f(x) {
			out = append(out, x)
		}
	}
	return
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }

type List[T any] struct {
	head *node[T]
	n    int
}

type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}

type MyInt int

func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	out := make([]K, 0)
	for k := range m {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

type Tree[T any] struct {
	cmp  func(a, b T) int
	root *tnode[T]
}
type tnode[T any] struct {
	v    T
	l, r *tnode[T]
}

func (t *Tree[T]) Insert(v T) {
	p := &t.root
	for *p != nil {
		if t.cmp(v, (*p).v) < 0 {
			p = &(*p).l
		} else {
			p = &(*p).r
		}
	}
	*p = &tnode[T]{v: v}
}

func (n *tnode[T]) walk(f func(T)) {
	if n != nil {
		n.l.walk(f)
		f(n.v)
		n.r.walk(f)
	}
}

func Max[T cmp.Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func main() {
	xs := []int{1, 2, 3, 4, 5}
	fmt.Println(Map(xs, func(x int) string { return strings.Repeat("*", x) }))
	fmt.Println(Filter(xs, func(x int) bool { return x%2 == 1 }), Reduce(xs, "", func(a string, x int) string { return a + fmt.Sprint(x) }))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[MyInt](4, 5))
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(Pair[string, int]{"x", 1}, []Pair[int, bool]{{1, true}})
	fmt.Printf("%T %T\n", Pair[string, int]{}, &Stack[MyInt]{})
	l := (&List[float64]{}).Add(1.5).Add(2.5)
	l.Each(func(i int, v float64) { fmt.Print(i, ":", v, " ") })
	fmt.Println(l.n, Keys(map[string]int{"b": 1, "a": 2}), Max("a", "b"), Max(3, 2))
	t := &Tree[string]{cmp: strings.Compare}
	for _, w := range strings.Fields("the quick brown fox jumps") {
		t.Insert(w)
	}
	t.root.walk(func(s string) { fmt.Print(s, " ") })
	fmt.Println()
}
