package main

import (
	"container/heap"
	"container/list"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
)

type key struct {
	x, y int
	s    string
}
type pq []*item
type item struct {
	v string
	p int
}

func (q pq) Len() int           { return len(q) }
func (q pq) Less(i, j int) bool { return q[i].p > q[j].p }
func (q pq) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *pq) Push(x any)        { *q = append(*q, x.(*item)) }
func (q *pq) Pop() any          { o := *q; n := len(o); x := o[n-1]; *q = o[:n-1]; return x }

type NotFound struct{ k string }

func (e *NotFound) Error() string   { return "not found " + e.k }
func (e *NotFound) Is(t error) bool { return t == ErrBase }

var ErrBase = errors.New("base")

type tree[T any] struct {
	l, r *tree[T]
	v    T
}

func (t *tree[T]) ins(v T, less func(a, b T) bool) *tree[T] {
	if t == nil {
		return &tree[T]{v: v}
	}
	if less(v, t.v) {
		t.l = t.l.ins(v, less)
	} else {
		t.r = t.r.ins(v, less)
	}
	return t
}
func (t *tree[T]) walk(f func(T) bool) bool {
	return t == nil || t.l.walk(f) && f(t.v) && t.r.walk(f)
}

type Num interface{ ~int | ~int64 | ~float64 }

func Sum[T Num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}
func kind[T any](v T) string {
	switch x := any(v).(type) {
	case int, int64:
		return fmt.Sprintf("int-ish %v", x)
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer " + x.String()
	case error:
		return "error " + x.Error()
	case nil:
		return "nil"
	case func() T:
		return "func"
	}
	return fmt.Sprintf("other %T", v)
}

type My int

func main() {
	m := map[key][]int{}
	m[key{1, 2, "a"}] = append(m[key{1, 2, "a"}], 5)
	m[key{1, 2, "a"}] = append(m[key{1, 2, "a"}], 6)
	fmt.Println(m, len(m), m[key{}])
	am := map[[2]int]string{{1, 2}: "x"}
	am[[2]int{1, 2}] += "y"
	im := map[any]int{1: 1, "1": 2, 1.0: 3, [1]int{1}: 4, key{}: 5, nil: 6}
	im[int64(1)]++
	fmt.Println(am, im[1], im["1"], im[1.0], im[[1]int{1}], im[key{}], im[nil], im[int64(1)], len(im))
	nested := map[string]map[string]int{}
	for _, w := range strings.Fields("a:x a:y b:x a:x") {
		k, v, _ := strings.Cut(w, ":")
		if nested[k] == nil {
			nested[k] = map[string]int{}
		}
		nested[k][v]++
	}
	fmt.Println(nested)
	for k := range nested {
		delete(nested, k)
	}
	v, ok := nested["zz"]["q"]
	fmt.Println(len(nested), v, ok)
	s := []int{1, 2, 3, 4, 5}
	t := s[1:3]
	t = append(t, 99)
	u := s[1:3:3]
	u = append(u, 77)
	fmt.Println(s, t, u, len(t), cap(t), len(u))
	copy(s[2:], s)
	fmt.Println(s, copy(s, []int{}), slices.Index(s, 2))
	s = append(s[:1], s[2:]...)
	s = append(s, s...)
	fmt.Println(s, slices.Sorted(maps.Keys(map[string]int{"b": 1, "a": 2})))
	clear(s)
	arr := [...]string{2: "c", 0: "a"}
	pa := &arr
	for i, x := range pa {
		pa[1] = "B"
		fmt.Print(i, x, " ")
	}
	for i, x := range arr {
		arr[2] = "Z"
		fmt.Print(i, x, " ")
	}
	fmt.Println(len(pa), pa[:2], s[:2])
	q := &pq{{"a", 1}, {"b", 5}, {"c", 3}}
	heap.Init(q)
	heap.Push(q, &item{"d", 4})
	for q.Len() > 0 {
		fmt.Print(heap.Pop(q).(*item).v, " ")
	}
	l := list.New()
	l.PushBack(1)
	l.PushFront(0)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println()
	people := []struct {
		n string
		a int
	}{{"A", 30}, {"B", 25}, {"C", 30}, {"D", 25}}
	sort.SliceStable(people, func(i, j int) bool { return people[i].a < people[j].a })
	fmt.Println(people)
	slices.SortFunc(people, func(x, y struct {
		n string
		a int
	}) int {
		return strings.Compare(y.n, x.n)
	})
	fmt.Printf("%+v\n", people)
	err := fmt.Errorf("l2: %w", fmt.Errorf("l1: %w", &NotFound{"k"}))
	var nf *NotFound
	fmt.Println(err, errors.Is(err, ErrBase), errors.As(err, &nf), nf.k, errors.Unwrap(err))
	j := errors.Join(err, nil, ErrBase)
	fmt.Println(j, errors.Is(j, ErrBase))
	_, err = strconv.Atoi("12x")
	var ne *strconv.NumError
	fmt.Println(err, errors.As(err, &ne), ne.Func, errors.Is(err, strconv.ErrSyntax))
	_, err = strconv.ParseInt("999", 10, 8)
	fmt.Println(err)
	_, err = strconv.ParseFloat("1.5e", 64)
	fmt.Println(err, strconv.Quote("a\tb\"世\x01"), strconv.FormatInt(-255, 16), strconv.Itoa(-5))
	_, err = os.Open("/nonexistent")
	fmt.Println(err != nil)
	var root *tree[string]
	for _, w := range strings.Fields("the quick brown fox jumps") {
		root = root.ins(w, func(a, b string) bool { return a < b })
	}
	root.walk(func(s string) bool { fmt.Print(s, " "); return s != "quick" })
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[My](1, 2), Map([]int{1, 2}, strconv.Itoa), Reduce([]string{"a", "bb"}, 0, func(a int, s string) int { return a + len(s) }))
	fmt.Println(kind(1), kind(int64(2)), kind("s"), kind(errors.New("e")), kind[any](nil), kind(func() int { return 1 }), kind([]int{}), kind(My(3)))
}
