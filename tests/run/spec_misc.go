package main

import (
	"fmt"
	"os"
	"strings"
	"time"
	"unsafe"
)

type LRU struct {
	cap        int
	m          map[int]*node
	head, tail *node
}
type node struct {
	k, v       int
	prev, next *node
}

func NewLRU(c int) *LRU {
	l := &LRU{cap: c, m: make(map[int]*node, c), head: &node{}, tail: &node{}}
	l.head.next, l.tail.prev = l.tail, l.head
	return l
}
func (l *LRU) rm(n *node) { n.prev.next, n.next.prev = n.next, n.prev }
func (l *LRU) add(n *node) {
	n.next, n.prev = l.head.next, l.head
	l.head.next.prev = n
	l.head.next = n
}
func (l *LRU) Get(k int) (int, bool) {
	n, ok := l.m[k]
	if !ok {
		return 0, false
	}
	l.rm(n)
	l.add(n)
	return n.v, true
}
func (l *LRU) Put(k, v int) {
	if n, ok := l.m[k]; ok {
		n.v = v
		l.rm(n)
		l.add(n)
		return
	}
	if len(l.m) == l.cap {
		old := l.tail.prev
		l.rm(old)
		delete(l.m, old.k)
	}
	n := &node{k: k, v: v}
	l.m[k] = n
	l.add(n)
}

type Matrix [][]float64

func (a Matrix) Mul(b Matrix) (Matrix, error) {
	if len(a[0]) != len(b) {
		return nil, fmt.Errorf("shape %dx%d * %dx%d", len(a), len(a[0]), len(b), len(b[0]))
	}
	c := make(Matrix, len(a))
	for i := range c {
		c[i] = make([]float64, len(b[0]))
		for j := range c[i] {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c, nil
}

type Account struct {
	ID      string
	Balance float64
	History []Tx
}
type Tx struct {
	Kind   string
	Amount float64
	At     time.Duration
}
type InsufficientFunds struct{ Need, Have float64 }

func (e InsufficientFunds) Error() string {
	return fmt.Sprintf("insufficient funds: need %.2f, have %.2f", e.Need, e.Have)
}
func (a *Account) Withdraw(x float64) (err error) {
	defer func() {
		kind := "ok"
		if err != nil {
			kind = "failed"
		}
		a.History = append(a.History, Tx{kind, x, time.Duration(len(a.History)) * time.Second})
	}()
	if x > a.Balance {
		return InsufficientFunds{x, a.Balance}
	}
	a.Balance -= x
	return
}

type State uint8

const (
	Idle State = iota
	Running
	Done
)

var names = map[State]string{Idle: "idle", Running: "running", Done: "done"}

func (s State) String() string {
	if n, ok := names[s]; ok {
		return n
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

type Visitor func(depth int, name string) bool
type Dir struct {
	Name string
	Kids []*Dir
}

func (d *Dir) Walk(v Visitor) { d.walk(0, v) }
func (d *Dir) walk(n int, v Visitor) {
	if !v(n, d.Name) {
		return
	}
	for _, k := range d.Kids {
		k.walk(n+1, v)
	}
}

type Opt func(*Server)
type Server struct {
	host string
	port int
	tls  bool
}

func WithPort(p int) Opt { return func(s *Server) { s.port = p } }
func WithTLS() Opt       { return func(s *Server) { s.tls = true } }
func NewServer(h string, opts ...Opt) *Server {
	s := &Server{host: h, port: 80}
	for _, o := range opts {
		o(s)
	}
	return s
}

type bits uint64

func (b *bits) Set(i uint)     { *b |= 1 << i }
func (b bits) Has(i uint) bool { return b&(1<<i) != 0 }

type (
	A struct{ B }
	B struct{ *C }
	C struct{ x int }
)

func (c *C) Inc() int { c.x++; return c.x }

var (
	v1 = v2 + 1
	v2 = f()
	v3 = "init"
)

func f() int { return len(v3) }
func init()  { fmt.Println("init1", v1, v2) }
func init()  { fmt.Println("init2") }

func main() {
	l := NewLRU(2)
	l.Put(1, 1)
	l.Put(2, 2)
	l.Get(1)
	l.Put(3, 3)
	for k := 1; k <= 3; k++ {
		v, ok := l.Get(k)
		fmt.Print(k, v, ok, " ")
	}
	fmt.Println()
	m, err := Matrix{{1, 2}, {3, 4}}.Mul(Matrix{{0, 1}, {1, 0}})
	fmt.Println(m, err)
	_, err = Matrix{{1, 2}}.Mul(Matrix{{1}})
	fmt.Println(err)
	acc := &Account{ID: "x", Balance: 100}
	for _, x := range []float64{30, 80} {
		if err := acc.Withdraw(x); err != nil {
			if e, ok := err.(InsufficientFunds); ok {
				fmt.Println(e, e.Need-e.Have)
			}
		}
	}
	fmt.Printf("%+v\n", *acc)
	fmt.Println(Idle, Done, State(9), []State{Running}, map[State]int{Done: 1})
	fmt.Printf("%v %d %s %x\n", Running, Running, Running, Running)
	root := &Dir{"root", []*Dir{{"a", []*Dir{{"deep", nil}}}, {"b", nil}}}
	root.Walk(func(n int, s string) bool {
		fmt.Println(strings.Repeat("  ", n) + s)
		return s != "a"
	})
	fmt.Printf("%+v\n", *NewServer("h", WithPort(8080), WithTLS()))
	var b bits
	b.Set(3)
	b.Set(63)
	fmt.Println(b.Has(3), b.Has(4), b, ^b)
	a := A{B{&C{1}}}
	fmt.Println(a.Inc(), a.x, a.B.C.Inc(), A.Inc(a))
	fmt.Println(unsafe.Sizeof(a), unsafe.Sizeof(Tx{}), unsafe.Sizeof(struct {
		a bool
		b int64
		c bool
	}{}), unsafe.Alignof(int32(0)), unsafe.Offsetof(Tx{}.Amount))
	fmt.Println(unsafe.String(unsafe.StringData("hello"), 3), unsafe.Slice(&[]int{1, 2, 3}[0], 2))
	c := complex(3, 4)
	fmt.Println(c*c, real(c), imag(c), c == complex(3, 4), -c, c/complex(0, 1))
	fmt.Printf("%v %.1f %T\n", c, c, complex64(c))
	var arr [5]int
	sl := arr[1:3:4]
	sl = append(sl, 9)
	sl = append(sl, 10)
	sl[0] = 7
	fmt.Println(arr, sl, len(sl), cap(sl) >= 4)
	type pt struct{ x, y int }
	grid := map[pt]rune{{0, 0}: '#', {1, 2}: '.'}
	fmt.Println(len(grid), string(grid[pt{0, 0}]), grid[pt{9, 9}])
	pp := &pt{1, 2}
	pq := pp
	pq.x = 10
	cp := *pp
	cp.y = 20
	fmt.Println(*pp, cp, pp == pq, *pp == cp)
	ff := func() int { return pp.x }
	pp.x = 99
	fmt.Println(ff())
	anon := struct {
		Name string
		Tags []string
	}{"n", []string{"a"}}
	fmt.Printf("%v %+v %#v\n", anon, anon, anon)
	fmt.Println(d(3*time.Second+500*time.Millisecond), time.Duration(1500)*time.Microsecond)
	if len(os.Args) > 5 {
		os.Exit(3)
	}
	defer fmt.Println("deferred end")
	func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println("recovered:", r)
			}
		}()
		var arr []int
		_ = arr[len(os.Args)+5]
	}()
	goto end
end:
	fmt.Println("end")
}

func d(x time.Duration) string { return x.String() }
