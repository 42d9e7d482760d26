package main

import (
	"fmt"
	"os"
	"strings"
)

type Node struct {
	Val         int
	Left, Right *Node
}
type Expr interface {
	Eval(env map[string]float64) float64
}
type (
	Num float64
	Var string
	Bin struct {
		op   byte
		l, r Expr
	}
	Call struct {
		fn   string
		args []Expr
	}
)

func (n Num) Eval(map[string]float64) float64   { return float64(n) }
func (v Var) Eval(e map[string]float64) float64 { return e[string(v)] }
func (b Bin) Eval(e map[string]float64) float64 {
	switch b.op {
	case '+':
		return b.l.Eval(e) + b.r.Eval(e)
	case '*':
		return b.l.Eval(e) * b.r.Eval(e)
	}
	panic(fmt.Sprintf("bad op %q", b.op))
}
func (c *Call) Eval(e map[string]float64) (s float64) {
	for _, a := range c.args {
		s += a.Eval(e)
	}
	return
}

type F func(F, int) int
type M map[string]M
type S []S
type Matrix [2][2]int

func (m Matrix) Mul(o Matrix) (r Matrix) {
	for i := range 2 {
		for j := range 2 {
			for k := range 2 {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

type Stack[T any] struct{ s []T }

func (s *Stack[T]) Push(x T) { s.s = append(s.s, x) }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(s.s) == 0 {
		return
	}
	x = s.s[len(s.s)-1]
	s.s = s.s[:len(s.s)-1]
	return x, true
}

type Handler interface{ Serve(string) string }
type HandlerFunc func(string) string

func (f HandlerFunc) Serve(s string) string { return f(s) }

type myErr struct{}

func (*myErr) Error() string { return "my" }
func mayFail(b bool) error {
	var e *myErr
	if b {
		e = &myErr{}
	}
	return e
}

var global = initG()

func initG() int { fmt.Println("init global", dep); return dep * 2 }

var dep = func() int { return 21 }()

func init() { fmt.Println("init 1", global) }
func init() { fmt.Println("init 2") }

func sw(x any) string {
	switch y := x.(type) {
	case nil:
		return "nil"
	case int, string:
		return fmt.Sprintf("%T:%v", y, y)
	case []int:
		return fmt.Sprint(len(y))
	case map[string]int, *int:
		return fmt.Sprintf("%T", y)
	case func(int) string:
		return y(3)
	case error:
		return "err " + y.Error()
	case struct{ A int }:
		return fmt.Sprint(y.A)
	case [2]int:
		return fmt.Sprint(y[1])
	case chan<- int:
		return "chan<-"
	case Expr:
		return "expr"
	default:
		return "default"
	}
}
func ft(n int) (out []string) {
	switch {
	case n > 2:
		out = append(out, ">2")
		fallthrough
	case n > 100:
		out = append(out, ">100")
		if n == 4 {
			break
		}
		fallthrough
	default:
		out = append(out, "def")
	case n == 0:
		out = append(out, "zero")
	}
	return
}
func multi() (int, string, error)          { return 1, "x", nil }
func take(i int, s string, e error) string { return fmt.Sprint(i, s, e) }
func vari(p string, xs ...any) int         { return len(xs) }

func main() {
	e := Bin{'+', Num(2), Bin{'*', Var("x"), &Call{"f", []Expr{Num(1), Var("y")}}}}
	fmt.Println(e.Eval(map[string]float64{"x": 3, "y": 4}))
	fmt.Printf("%v %+v\n", Bin{'+', Num(1), Var("v")}, Bin{'+', Num(1), Var("v")})
	var f F = func(g F, n int) int {
		if n == 0 {
			return 1
		}
		return n * g(g, n-1)
	}
	fmt.Println(f(f, 10), M{"a": {"b": nil}}, S{{}, {{}, {}}}, Matrix{{1, 1}, {1, 0}}.Mul(Matrix{{1, 1}, {1, 0}}))
	st := &Stack[Node]{}
	st.Push(Node{Val: 1})
	n, ok := st.Pop()
	_, ok2 := st.Pop()
	fmt.Println(n, ok, ok2)
	var h Handler = HandlerFunc(strings.ToUpper)
	fmt.Println(h.Serve("abc"), mayFail(false) == nil, mayFail(true))
	i := 5
	fmt.Println(sw(nil), sw(1), sw("s"), sw([]int{1}), sw(map[string]int{}), sw(&i), sw(func(n int) string { return strings.Repeat("z", n) }), sw(&myErr{}), sw(struct{ A int }{9}), sw([2]int{3, 4}), sw(make(chan<- int)), sw(Num(1)), sw(1.5))
	for k := range 5 {
		fmt.Print(ft(k))
	}
	fmt.Println()
	fmt.Println(take(multi()), vari("a"), vari("a", nil), vari("a", []any{1, 2}...), vari("a", []any{1, 2}), vari("a", []int{1}))
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	xs := []int{0, 1, 2}
	j := 0
	j, xs[j] = 2, 9
	xs[0], xs[2] = xs[2], xs[0]
	fmt.Println(a, b, c, xs, j)
	anon := []struct {
		Name string
		T    struct{ U, V int }
	}{{"a", struct{ U, V int }{1, 2}}, {Name: "b"}}
	anon[1].T.U = 7
	fmt.Printf("%v %+v\n", anon, anon)
	p := &anon[0]
	anon = append(anon, anon[0])
	p.Name = "moved"
	fmt.Println(anon[0].Name, p.Name, anon[0] == anon[2])
	type pt struct{ x, y int }
	pts := map[pt]string{{1, 2}: "a"}
	ptp := []*pt{{1, 2}, {3, 4}}
	fmt.Println(pts[*ptp[0]], *ptp[1], len("x"+"y"), cap(make([]int, 1, 9)))
	var grid [3][4]rune
	for r := range grid {
		for c := range grid[r] {
			grid[r][c] = '.'
		}
	}
	grid[1][2] = '#'
	for _, row := range grid {
		fmt.Println(string(row[:]))
	}
	c128 := map[complex128]int{1 + 2i: 3}
	fmt.Println(c128[complex(1, 2)])
	if len(os.Args) > 5 {
		return
	}
	defer fmt.Println("not printed")
	func() {
		defer func() { recover(); os.Exit(3) }()
		var n *Node
		n.Left.Val = 1
	}()
}
