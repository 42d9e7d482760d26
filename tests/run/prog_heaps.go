// Event-sourced simulation with container/heap, list, ring; priority queues; dijkstra; topological sort; union find; trie; bloom filter; LRU.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"sort"
	"strings"
)

type Item struct {
	value    string
	priority int
	index    int
}
type PQ []*Item

func (pq PQ) Len() int            { return len(pq) }
func (pq PQ) Less(i, j int) bool  { return pq[i].priority > pq[j].priority }
func (pq PQ) Swap(i, j int)       { pq[i], pq[j] = pq[j], pq[i]; pq[i].index = i; pq[j].index = j }
func (pq *PQ) Push(x interface{}) { it := x.(*Item); it.index = len(*pq); *pq = append(*pq, it) }
func (pq *PQ) Pop() interface{} {
	old := *pq
	n := len(old)
	it := old[n-1]
	old[n-1] = nil
	it.index = -1
	*pq = old[:n-1]
	return it
}

type Heap[T any] struct {
	xs   []T
	less func(a, b T) bool
}

func (h *Heap[T]) Len() int           { return len(h.xs) }
func (h *Heap[T]) Less(i, j int) bool { return h.less(h.xs[i], h.xs[j]) }
func (h *Heap[T]) Swap(i, j int)      { h.xs[i], h.xs[j] = h.xs[j], h.xs[i] }
func (h *Heap[T]) Push(x any)         { h.xs = append(h.xs, x.(T)) }
func (h *Heap[T]) Pop() any {
	x := h.xs[len(h.xs)-1]
	h.xs = h.xs[:len(h.xs)-1]
	return x
}

type Graph map[string]map[string]float64

func (g Graph) Edge(a, b string, w float64) Graph {
	for _, e := range [][2]string{{a, b}, {b, a}} {
		if g[e[0]] == nil {
			g[e[0]] = map[string]float64{}
		}
		g[e[0]][e[1]] = w
	}
	return g
}

func (g Graph) Dijkstra(src string) (dist map[string]float64, prev map[string]string) {
	type state struct {
		node string
		d    float64
	}
	dist, prev = map[string]float64{}, map[string]string{}
	for n := range g {
		dist[n] = math.Inf(1)
	}
	dist[src] = 0
	h := &Heap[state]{less: func(a, b state) bool { return a.d < b.d }}
	heap.Push(h, state{src, 0})
	for h.Len() > 0 {
		s := heap.Pop(h).(state)
		if s.d > dist[s.node] {
			continue
		}
		for to, w := range g[s.node] {
			if nd := s.d + w; nd < dist[to] {
				dist[to], prev[to] = nd, s.node
				heap.Push(h, state{to, nd})
			}
		}
	}
	return
}

func path(prev map[string]string, to string) string {
	if p, ok := prev[to]; ok {
		return path(prev, p) + "->" + to
	}
	return to
}

type CycleError struct{ Path []string }

func (c *CycleError) Error() string { return "cycle: " + strings.Join(c.Path, " -> ") }

func topo(deps map[string][]string) (order []string, err error) {
	const (
		white = iota
		grey
		black
	)
	color := map[string]int{}
	var stack []string
	var visit func(string)
	visit = func(n string) {
		switch color[n] {
		case grey:
			i := slices.Index(stack, n)
			panic(&CycleError{append(slices.Clone(stack[i:]), n)})
		case black:
			return
		}
		color[n] = grey
		stack = append(stack, n)
		for _, d := range deps[n] {
			visit(d)
		}
		stack = stack[:len(stack)-1]
		color[n] = black
		order = append(order, n)
	}
	defer func() {
		if r := recover(); r != nil {
			ce, ok := r.(*CycleError)
			if !ok {
				panic(r)
			}
			order, err = nil, fmt.Errorf("topo: %w", ce)
		}
	}()
	keys := make([]string, 0, len(deps))
	for k := range deps {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		visit(k)
	}
	return
}

type UF struct{ parent, rank []int }

func NewUF(n int) *UF {
	u := &UF{make([]int, n), make([]int, n)}
	for i := range u.parent {
		u.parent[i] = i
	}
	return u
}
func (u *UF) Find(x int) int {
	for u.parent[x] != x {
		u.parent[x] = u.parent[u.parent[x]]
		x = u.parent[x]
	}
	return x
}
func (u *UF) Union(a, b int) bool {
	a, b = u.Find(a), u.Find(b)
	if a == b {
		return false
	}
	if u.rank[a] < u.rank[b] {
		a, b = b, a
	}
	u.parent[b] = a
	if u.rank[a] == u.rank[b] {
		u.rank[a]++
	}
	return true
}

type Trie struct {
	kids map[rune]*Trie
	end  bool
}

func (t *Trie) Insert(s string) {
	for _, r := range s {
		if t.kids == nil {
			t.kids = map[rune]*Trie{}
		}
		if t.kids[r] == nil {
			t.kids[r] = new(Trie)
		}
		t = t.kids[r]
	}
	t.end = true
}
func (t *Trie) Walk(prefix string, f func(string)) {
	if t.end {
		f(prefix)
	}
	ks := make([]rune, 0)
	for r := range t.kids {
		ks = append(ks, r)
	}
	slices.Sort(ks)
	for _, r := range ks {
		t.kids[r].Walk(prefix+string(r), f)
	}
}

type LRU struct {
	cap   int
	ll    *list.List
	items map[string]*list.Element
	onEv  func(k string, v any)
}
type lruEntry struct {
	k string
	v any
}

func (c *LRU) Get(k string) (any, error) {
	if e, ok := c.items[k]; ok {
		c.ll.MoveToFront(e)
		return e.Value.(*lruEntry).v, nil
	}
	return nil, errors.New("miss " + k)
}
func (c *LRU) Put(k string, v any) {
	if e, ok := c.items[k]; ok {
		e.Value.(*lruEntry).v = v
		c.ll.MoveToFront(e)
		return
	}
	c.items[k] = c.ll.PushFront(&lruEntry{k, v})
	if c.ll.Len() > c.cap {
		last := c.ll.Back()
		ent := c.ll.Remove(last).(*lruEntry)
		delete(c.items, ent.k)
		if c.onEv != nil {
			c.onEv(ent.k, ent.v)
		}
	}
}

type Bloom [4]uint64

func (b *Bloom) hash(s string) (h1, h2 uint32) {
	h := fnv.New64a()
	h.Write([]byte(s))
	v := h.Sum64()
	return uint32(v), uint32(v >> 32)
}
func (b *Bloom) Add(s string) {
	h1, h2 := b.hash(s)
	for i := uint32(0); i < 3; i++ {
		k := (h1 + i*h2) % 256
		b[k/64] |= 1 << (k % 64)
	}
}
func (b Bloom) Has(s string) bool {
	h1, h2 := b.hash(s)
	for i := uint32(0); i < 3; i++ {
		k := (h1 + i*h2) % 256
		if b[k/64]&(1<<(k%64)) == 0 {
			return false
		}
	}
	return true
}

func main() {
	pq := PQ{}
	for i, w := range []string{"banana", "apple", "pear", "fig"} {
		pq = append(pq, &Item{w, i * 3 % 5, i})
	}
	heap.Init(&pq)
	it := &Item{value: "orange", priority: 1}
	heap.Push(&pq, it)
	it.priority = 9
	heap.Fix(&pq, it.index)
	heap.Remove(&pq, 2)
	for pq.Len() > 0 {
		x := heap.Pop(&pq).(*Item)
		fmt.Printf("%.2d:%s %+v\n", x.priority, x.value, *x)
	}
	g := Graph{}.Edge("A", "B", 4).Edge("A", "C", 2).Edge("C", "B", 1).Edge("B", "D", 5).Edge("C", "D", 8).Edge("X", "Y", 1)
	d, p := g.Dijkstra("A")
	fmt.Println(d, path(p, "D"), path(p, "X"))
	fmt.Println(topo(map[string][]string{"app": {"lib", "log"}, "lib": {"core"}, "log": {"core"}, "test": {"app"}}))
	_, err := topo(map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"b"}})
	var ce *CycleError
	fmt.Println(err, errors.As(err, &ce), len(ce.Path))
	u := NewUF(10)
	fmt.Println(u.Union(1, 2), u.Union(2, 3), u.Union(1, 3), u.Find(3) == u.Find(1), *u)
	var t Trie
	for _, w := range strings.Fields("tea ten to inn in i a żaba été") {
		t.Insert(w)
	}
	t.Walk("", func(s string) { fmt.Print(s, ",") })
	fmt.Println()
	c := &LRU{2, list.New(), map[string]*list.Element{}, func(k string, v any) { fmt.Println("evict", k, v) }}
	c.Put("a", 1)
	c.Put("b", []int{2})
	c.Get("a")
	c.Put("c", nil)
	fmt.Println(c.Get("a"))
	fmt.Println(c.Get("b"))
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	l2 := list.New()
	l2.PushBack("x")
	l.PushBackList(l2)
	l.MoveToBack(e1)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len(), l.Remove(e4), e4.Next() == nil)
	r := ring.New(5)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Unlink(2)
	r.Move(2).Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println()
	var b Bloom
	for _, w := range []string{"x", "yy", "zzz"} {
		b.Add(w)
	}
	fmt.Println(b.Has("x"), b.Has("yy"), b.Has("nope"), b)
}
