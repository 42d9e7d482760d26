package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/rand"
	"slices"
	"sort"
	"strings"
)

// Ordered generic binary tree, linked list, stack, queue, set, heap, LRU with iterators.
type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}

type node[K cmp.Ordered, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
	prio        uint32
}

func (t *Tree[K, V]) Put(k K, v V) (old V, replaced bool) {
	var insert func(n **node[K, V])
	insert = func(n **node[K, V]) {
		if *n == nil {
			*n = &node[K, V]{key: k, val: v, prio: hash(fmt.Sprint(k))}
			t.size++
			return
		}
		switch c := cmp.Compare(k, (*n).key); {
		case c == 0:
			old, replaced = (*n).val, true
			(*n).val = v
		case c < 0:
			insert(&(*n).left)
			if (*n).left.prio > (*n).prio {
				l := (*n).left
				(*n).left, l.right, *n = l.right, *n, l
			}
		default:
			insert(&(*n).right)
			if (*n).right.prio > (*n).prio {
				r := (*n).right
				(*n).right, r.left, *n = r.left, *n, r
			}
		}
	}
	insert(&t.root)
	return
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return h
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		var walk func(*node[K, V]) bool
		walk = func(n *node[K, V]) bool {
			return n == nil || walk(n.left) && yield(n.key, n.val) && walk(n.right)
		}
		walk(t.root)
	}
}

func (t *Tree[K, V]) Depth() int {
	var d func(*node[K, V]) int
	d = func(n *node[K, V]) int {
		if n == nil {
			return 0
		}
		return 1 + max(d(n.left), d(n.right))
	}
	return d(t.root)
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := make(Set[T], len(xs))
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := maps.Clone(s)
	maps.Copy(r, o)
	return r
}
func (s Set[T]) Minus(o Set[T]) Set[T] {
	r := maps.Clone(s)
	maps.DeleteFunc(r, func(k T, _ struct{}) bool { _, ok := o[k]; return ok })
	return r
}

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func Reduce[T, A any](seq iter.Seq[T], init A, f func(A, T) A) A {
	for x := range seq {
		init = f(init, x)
	}
	return init
}
func Map[T, U any](seq iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for x := range seq {
			if !yield(f(x)) {
				return
			}
		}
	}
}
func Filter[T any](seq iter.Seq[T], p func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		seq(func(x T) bool { return !p(x) || yield(x) })
	}
}
func Take[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for x := range seq {
			if !yield(x) {
				return
			}
			if i++; i >= n {
				return
			}
		}
	}
}
func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}
func Count[T Number](from, step T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := from; yield(i); i += step {
		}
	}
}
func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }

type Option[T any] struct {
	v  *T
	er error
}

var ErrNone = errors.New("none")

func Some[T any](v T) Option[T] { return Option[T]{v: &v} }
func None[T any]() Option[T]    { return Option[T]{er: ErrNone} }
func (o Option[T]) OrElse(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}
func (o Option[T]) MustGet() T {
	if o.er != nil {
		panic(fmt.Errorf("Option[%T]: %w", *new(T), o.er))
	}
	return *o.v
}

func main() {
	var t Tree[string, int]
	words := strings.Fields("the quick brown fox jumps over the lazy dog while the other fox sleeps")
	for i, w := range words {
		if old, ok := t.Put(w, i); ok {
			fmt.Printf("%q replaced %d by %d\n", w, old, i)
		}
	}
	fmt.Println(t.size, t.Depth() < 10)
	for k, v := range t.All() {
		if k > "over" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println()
	m := maps.Collect(t.All())
	fmt.Println(m, len(m))
	a, b := SetOf(1, 2, 3, 4), SetOf(3, 4, 5)
	fmt.Println(a.Union(b), a.Minus(b), len(b.Minus(a)))
	evens := Filter(Count(0, 1), func(i int) bool { return i%2 == 0 })
	sq := Map(evens, func(i int) string { return fmt.Sprintf("%d²=%d", i, i*i) })
	fmt.Println(slices.Collect(Take(sq, 5)))
	for x, y := range Zip(Count[Celsius](36.6, 0.5), slices.Values(words[:4])) {
		fmt.Print(x, ":", y, "; ")
	}
	fmt.Println()
	fmt.Println(Reduce(slices.Values(words), map[int][]string{}, func(m map[int][]string, w string) map[int][]string {
		m[len(w)] = append(m[len(w)], w)
		return m
	}))
	fmt.Println(Sum[Celsius](1, 2.5, 3), Sum[int8](100, 27, 1), Sum[float32]())
	p := MakePair("x", []int{1, 2})
	fmt.Printf("%v %+v %#v %T\n", p, p.Swap(), p.Swap(), p.Swap())
	fmt.Printf("%T %T %v\n", t, Some(Some(1)), Some(5).OrElse(2)+None[int]().OrElse(3))
	r := rand.New(rand.NewSource(42))
	xs := r.Perm(12)
	fmt.Println(xs, r.Intn(100), r.Float64())
	slices.SortFunc(xs, func(a, b int) int {
		return cmp.Or(cmp.Compare(a%3, b%3), -cmp.Compare(a, b))
	})
	fmt.Println(xs)
	i, found := slices.BinarySearchFunc(words[:0], "x", strings.Compare)
	fmt.Println(i, found, sort.SearchInts([]int{1, 3, 5}, 4))
	chunks := slices.Collect(slices.Chunk(words, 5))
	fmt.Println(len(chunks), chunks)
	keys := slices.SortedFunc(maps.Keys(m), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(b, a))
	})
	fmt.Println(slices.Compact(keys), slices.Index(keys, "fox"), slices.Contains(keys, "cat"))
	fmt.Println(slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) }), slices.Min(words))
	defer func() {
		r := recover()
		err, ok := r.(error)
		fmt.Println(ok, err, errors.Is(err, ErrNone))
	}()
	None[map[string]Pair[int, error]]().MustGet()
}
