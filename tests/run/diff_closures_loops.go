package main

import (
	"fmt"
	"strings"
)

type op func(float64, float64) (float64, error)

func fib() func() int { a, b := 0, 1; return func() int { r := a; a, b = b, a+b; return r } }
func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func memo(f func(int) int) func(int) int {
	c := map[int]int{}
	return func(n int) int {
		if v, ok := c[n]; ok {
			return v
		}
		c[n] = f(n)
		return c[n]
	}
}

type Opt func(*cfg)
type cfg struct {
	port int
	host string
}

func With(p int) Opt { return func(c *cfg) { c.port = p } }
func New(os ...Opt) cfg {
	c := cfg{80, "h"}
	for _, o := range os {
		o(&c)
	}
	return c
}

type state func(*machine) state
type machine struct {
	in  string
	pos int
	out []string
}

func word(m *machine) state {
	i := strings.IndexByte(m.in[m.pos:], ' ')
	if i < 0 {
		m.out = append(m.out, m.in[m.pos:])
		return nil
	}
	m.out = append(m.out, m.in[m.pos:m.pos+i])
	m.pos += i
	return space
}
func space(m *machine) state {
	for m.pos < len(m.in) && m.in[m.pos] == ' ' {
		m.pos++
	}
	if m.pos == len(m.in) {
		return nil
	}
	return word
}

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i, v := range []int{5, 6, 7} {
		v += i
		ps = append(ps, &v, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	for i := 0; i < 6; i++ {
		inc := func() { i++ }
		inc()
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := range 3 {
		defer func() { fmt.Print("d", i, " ") }()
	}
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * x })(4))
	var fibm func(int) int
	fibm = memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fibm(n-1) + fibm(n-2)
	})
	fmt.Println(fibm(80))
	ops := map[string]op{
		"+": func(a, b float64) (float64, error) { return a + b, nil },
		"/": func(a, b float64) (float64, error) {
			if b == 0 {
				return 0, fmt.Errorf("div by %v", b)
			}
			return a / b, nil
		},
	}
	if v, err := ops["/"](1, 0); err != nil {
		fmt.Println(v, err)
	}
	fmt.Println(ops["+"](1, 2.5))
	fmt.Println(ops["%"] == nil, New(With(8080)), New())
	m := &machine{in: "ab  cd e "}
	for s := state(word); s != nil; {
		s = s(m)
	}
	fmt.Printf("%q\n", m.out)
	x := 1
	{
		x := x + 1
		x++
		fmt.Print(x, " ")
	}
	if x := x * 10; x > 5 {
		fmt.Print(x, " ")
	} else if y := x; y > 2 {
		fmt.Print(y)
	}
	fmt.Println(x)
	acc := func() func(int) int { s := 0; return func(n int) int { s += n; return s } }()
	fmt.Println(acc(1), acc(2), acc(acc(3)))
	var rec func(n int) []int
	rec = func(n int) []int {
		if n == 0 {
			return nil
		}
		return append(rec(n-1), n)
	}
	fmt.Println(rec(5))
	matrix := [][]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
outer:
	for i, row := range matrix {
		for j, v := range row {
			switch {
			case v == 2:
				continue outer
			case v == 8:
				break outer
			case j == 2:
				break
			default:
				fmt.Print(i, j, v, " ")
			}
		}
	}
	fmt.Println()
	i := 0
loop:
	if i < 3 {
		fmt.Print(i)
		i++
		goto loop
	}
	fmt.Println()
}
