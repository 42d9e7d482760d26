package main

import (
	"bufio"
	"cmp"
	"container/heap"
	"container/list"
	"fmt"
	"iter"
	"maps"
	"math"
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func Map[T, U any](s iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for x := range s {
			if !yield(f(x)) {
				return
			}
		}
	}
}

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	n    int
}
type node[K cmp.Ordered, V any] struct {
	k    K
	v    V
	l, r *node[K, V]
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
	*p = &node[K, V]{k: k, v: v}
	t.n++
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	var walk func(n *node[K, V], yield func(K, V) bool) bool
	walk = func(n *node[K, V], yield func(K, V) bool) bool {
		return n == nil || walk(n.l, yield) && yield(n.k, n.v) && walk(n.r, yield)
	}
	return func(yield func(K, V) bool) { walk(t.root, yield) }
}

type Item struct {
	name string
	prio int
	idx  int
}
type PQ []*Item

func (p PQ) Len() int            { return len(p) }
func (p PQ) Less(i, j int) bool  { return p[i].prio > p[j].prio }
func (p PQ) Swap(i, j int)       { p[i], p[j] = p[j], p[i]; p[i].idx = i; p[j].idx = j }
func (p *PQ) Push(x interface{}) { it := x.(*Item); it.idx = len(*p); *p = append(*p, it) }
func (p *PQ) Pop() interface{} {
	o := *p
	it := o[len(o)-1]
	*p = o[:len(o)-1]
	return it
}

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ W, H float64 }
type Circle struct{ R float64 }

func (r Rect) Area() float64        { return r.W * r.H }
func (r Rect) Perimeter() float64   { return 2 * (r.W + r.H) }
func (c *Circle) Area() float64     { return math.Pi * c.R * c.R }
func (c *Circle) Perimeter() float64 { return 2 * math.Pi * c.R }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[Weekdayish](1, 2))
	t := &Tree[string, int]{}
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		if k == "over" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(t.n)
	fmt.Println(slices.Collect(Map(slices.Values([]int{1, 2, 3}), func(i int) string { return strconv.Itoa(i * i) })))
	fmt.Println(slices.Sorted(maps.Keys(map[string]bool{"z": true, "a": false})))
	pq := &PQ{}
	heap.Init(pq)
	for i, n := range []string{"a", "b", "c", "d"} {
		heap.Push(pq, &Item{name: n, prio: (i * 7) % 5})
	}
	(*pq)[2].prio = 99
	heap.Fix(pq, 2)
	for pq.Len() > 0 {
		it := heap.Pop(pq).(*Item)
		fmt.Print(it.name, ":", it.prio, " ")
	}
	fmt.Println()
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
	fmt.Printf("%v %d %s %q %x|%5v|%-5v|\n", Monday, Monday, Tuesday, Sunday, Monday, Monday, Tuesday)
	var shapes = []Shape{Rect{3, 4}, &Circle{1}}
	for _, s := range shapes {
		switch s := s.(type) {
		case Rect:
			fmt.Printf("%T %v %+v %#v\n", s, s, s, s)
		case *Circle:
			fmt.Printf("%T %.3f %+v\n", s, s.Area(), *s)
		}
	}
	f := new(big.Int)
	f.MulRange(1, 50)
	fmt.Println(f, f.BitLen(), new(big.Int).Exp(big.NewInt(3), big.NewInt(200), big.NewInt(1e9+7)))
	r := big.NewRat(3, 4)
	r.Add(r, big.NewRat(5, 6))
	fmt.Println(r, r.FloatString(10))
	bf, _ := new(big.Float).SetPrec(200).SetString("1.5")
	fmt.Println(new(big.Float).SetPrec(200).Sqrt(bf).Text('g', 50))
	sc := bufio.NewScanner(strings.NewReader("one two\nthree   four five\n"))
	sc.Split(bufio.ScanWords)
	n := 0
	for sc.Scan() {
		n++
	}
	fmt.Println(n)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "%08.3f|%+d|%x|%X|%o|%b|%e|%g|%t|%c|%U|%p\n", math.Pi, 5, 255, 255, 8, 5, 12345.678, 1e100, true, 'é', 'é', nil)
	fmt.Fprintf(w, "%6.2f|%-10s|%10s|%q|%v|%+v|%x\n", 3.14159, "left", "right", "quo\"te", []string{"a"}, struct {
		A int
		B *int
	}{1, nil}, "hex")
	fmt.Fprintf(w, "%!|%d %s\n", "str", 5)
	fmt.Fprintf(w, "%[2]d %[1]d %d\n", 1, 2)
	fmt.Fprintf(w, "%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Fprintln(w, strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, "Hello, Wörld"), strings.Title("hello world"), strings.EqualFold("Go", "GO"))
	i8 := int8(127)
	i8++
	u := uint8(0)
	u--
	fmt.Fprintln(w, i8, u, math.MaxInt64, uint64(math.MaxUint64), -7/2, -7%3, 7&^5, 1<<10>>3)
	x, err := strconv.ParseInt("99999999999999999999", 10, 64)
	fmt.Fprintln(w, x, err)
	_, err = strconv.Atoi("12a")
	fmt.Fprintln(w, err)
	fl, err := strconv.ParseFloat("1e-400", 64)
	fmt.Fprintln(w, fl, err, math.Inf(1), math.NaN(), -math.Inf(1), 1e20, 1e21, float32(0.1), 100000000.0)
	fmt.Fprintf(w, "%v %v\n", math.Round(-2.5), math.Trunc(2.7))
	matrix := [3][3]int{{1, 2, 3}, {4, 5, 6}}
	m2 := matrix
	m2[0][0] = 100
	fmt.Fprintln(w, matrix, m2, matrix == m2, len(matrix[0]))
	s := []int{1, 2, 3, 4, 5}
	s2 := append(s[:1], s[3:]...)
	fmt.Fprintln(w, s, s2, len(s2), cap(s2), slices.Index(s, 4), slices.Contains(s, 9), slices.Max(s))
	labels := map[[2]int]string{{1, 2}: "a"}
	labels[[2]int{3, 4}] = "b"
	fmt.Fprintln(w, labels, len(labels))
	var p *Rect
	defer func() {
		r := recover()
		fmt.Fprintln(w, "recovered:", r)
		err, ok := r.(error)
		fmt.Fprintln(w, ok, err)
	}()
	fmt.Fprintln(w, p.W)
}

type Weekdayish int
