package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U {
	r := make([]U, 0, len(xs))
	for _, x := range xs {
		r = append(r, f(x))
	}
	return r
}
func Filter[S ~[]E, E any](s S, f func(E) bool) S {
	var r S
	for _, x := range s {
		if f(x) {
			r = append(r, x)
		}
	}
	return r
}
func Reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	slices.Sort(r)
	return r
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) *Stack[T] { s.items = append(s.items, x); return s }
func (s *Stack[T]) Pop() (x T, err error) {
	if len(s.items) == 0 {
		return x, errors.New("empty")
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return
}
func (s Stack[T]) Len() int { return len(s.items) }

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) {
	l.head = &node[T]{v, l.head}
	l.size++
}
func (l *List[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.v) {
				return
			}
			i++
		}
	}
}

type Pair[A comparable, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) String() string                     { return fmt.Sprintf("<%v|%v>", p.First, p.Second) }
func MakePair[A comparable, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }

type Tree[K cmp.Ordered, V any] struct {
	root *tn[K, V]
}
type tn[K cmp.Ordered, V any] struct {
	k    K
	v    V
	l, r *tn[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).k); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			(*p).v = v
			return
		}
	}
	*p = &tn[K, V]{k: k, v: v}
}
func (t *Tree[K, V]) Walk(f func(K, V)) {
	var rec func(*tn[K, V])
	rec = func(n *tn[K, V]) {
		if n != nil {
			rec(n.l)
			f(n.k, n.v)
			rec(n.r)
		}
	}
	rec(t.root)
}

type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

type Stringish interface {
	~int
	fmt.Stringer
}

func Show[T Stringish](x T) string { return x.String() + fmt.Sprint(int(x)+1) }

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(x T)            { s[x] = struct{}{} }
func (s Set[T]) Has(x T) bool       { _, ok := s[x]; return ok }
func Ptr[T any](x T) *T             { return &x }
func Zero[T any]() T                { var z T; return z }
func TypeName[T any](x T) string    { return fmt.Sprintf("%T", x) }
func IsZero[T comparable](x T) bool { var z T; return x == z }

type Num[T Number] struct{ v T }

func (n Num[T]) Add(o Num[T]) Num[T] { return Num[T]{n.v + o.v} }

type Option[T any] func(*T)
type cfg struct{ n int }

func New[T any](opts ...Option[T]) *T {
	t := new(T)
	for _, o := range opts {
		o(t)
	}
	return t
}

type Cache[K comparable, V any] struct {
	data map[K]V
	miss func(K) (V, error)
}

func (c *Cache[K, V]) Get(k K) (V, error) {
	if v, ok := c.data[k]; ok {
		return v, nil
	}
	v, err := c.miss(k)
	if err != nil {
		var z V
		return z, fmt.Errorf("get %v: %w", k, err)
	}
	if c.data == nil {
		c.data = make(map[K]V)
	}
	c.data[k] = v
	return v, nil
}
func apply[T any, PT interface {
	*T
	Set(string)
}](s string) T {
	var t T
	PT(&t).Set(s)
	return t
}

type settable struct{ v string }

func (s *settable) Set(x string) { s.v = "set:" + x }

type Alias[T any] = Pair[string, T]
type Vec[T any] = []T

func typeSwitch[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	}
	return "?"
}

type Ordered interface{ ~int | ~string }

func MaxOf[T Ordered](a T, rest ...T) T {
	for _, r := range rest {
		if r > a {
			a = r
		}
	}
	return a
}
func chanOf[T any](xs ...T) <-chan T {
	c := make(chan T, len(xs))
	for _, x := range xs {
		c <- x
	}
	close(c)
	return c
}

type Conv[T any] struct{}

func (Conv[T]) To[U any](x T, f func(T) U) U { return f(x) }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](1, 2), Sum[int8](100, 27, 1))
	strs := Map([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) })
	fmt.Println(strs, Filter(strs, func(s string) bool { return len(s) > 1 }), Reduce(strs, 0, func(a int, s string) int { return a + len(s) }))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}), Keys(map[MyInt]bool{3: true, 1: false}))
	var s Stack[string]
	s.Push("a").Push("b")
	fmt.Println(s.Len())
	fmt.Println(s.Pop())
	s.Pop()
	fmt.Println(s.Pop())
	var l List[float64]
	l.Add(1.5)
	l.Add(2.5)
	for i, v := range l.All() {
		fmt.Print(i, "=", v, " ")
	}
	p := MakePair("k", []int{1})
	fmt.Println(p, p.First)
	fmt.Printf("%T %v %+v %T\n", p, p, Pair[int, *int]{}, l)
	var t Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox the") {
		t.Put(w, i)
	}
	t.Walk(func(k string, v int) { fmt.Print(k, v, " ") })
	fmt.Println(Show(MyInt(4)))
	st := Set[rune]{}
	st.Add('x')
	fmt.Println(st.Has('x'), st.Has('y'), len(st))
	fmt.Println(*Ptr(3), *Ptr("s"), Zero[int](), Zero[string]() == "", Zero[*int]() == nil, Zero[[2]int]())
	fmt.Println(TypeName(1), TypeName(p), TypeName(st), TypeName([]Pair[int, Set[string]]{}), TypeName(Num[MyInt]{}))
	fmt.Println(IsZero(0), IsZero("x"), IsZero(Pair[int, string]{}), Num[float64]{1}.Add(Num[float64]{2}))
	fmt.Println(New(func(c *cfg) { c.n = 5 }).n)
	c := Cache[string, int]{miss: func(k string) (int, error) {
		if k == "" {
			return 0, errors.New("no key")
		}
		return len(k), nil
	}}
	fmt.Println(c.Get("abc"))
	fmt.Println(c.Get(""))
	fmt.Println(apply[settable]("q").v)
	var al Alias[int] = MakePair("z", 1)
	fmt.Println(al, Vec[int]{1, 2}, typeSwitch(1), typeSwitch("s"), typeSwitch(1.5))
	fmt.Println(MaxOf(1, 5, 3), MaxOf("a", "c", "b"))
	for x := range chanOf(1, 2, 3) {
		fmt.Print(x, " ")
	}
	f := Map[int, string]
	fmt.Println(f([]int{7}, func(i int) string { return fmt.Sprint(i * 2) }), Conv[int]{}.To(3, func(i int) string { return fmt.Sprint("conv", i) }))
	people := []struct {
		n string
		a int
	}{{"A", 3}, {"B", 1}, {"C", 2}}
	slices.SortFunc(people, func(a, b struct {
		n string
		a int
	}) int {
		return cmp.Compare(a.a, b.a)
	})
	fmt.Println(people)
	sort.Slice(people, func(i, j int) bool { return people[i].n > people[j].n })
	fmt.Println(people, slices.MaxFunc(people, func(a, b struct {
		n string
		a int
	}) int {
		return a.a - b.a
	}))
	type kv = Pair[string, int]
	kvs := []kv{{"a", 2}, {"b", 1}}
	slices.SortStableFunc(kvs, func(a, b kv) int { return a.Second - b.Second })
	fmt.Println(kvs, slices.IndexFunc(kvs, func(k kv) bool { return k.First == "a" }))
	fmt.Println(slices.Contains(strs, "xx"), slices.Index(strs, "x"), min(3, 1, 2))
}
