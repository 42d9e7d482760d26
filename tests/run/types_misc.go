package main

import (
	"fmt"
	"strings"
)

type Celsius float64
type Temp interface{ ~float64 }
type Op func(float64, float64) float64
type Grid [2][3]string
type Set map[string]struct{}

func (s Set) Add(k string) Set          { s[k] = struct{}{}; return s }
func (o Op) Apply(a, b float64) float64 { return o(a, b) }

type Logger struct {
	prefix string
	lines  *[]string
}

func (l Logger) Log(f string, a ...any) { *l.lines = append(*l.lines, l.prefix+fmt.Sprintf(f, a...)) }

type Service struct {
	Logger
	*Config
	deps map[string]interface{ Name() string }
}

type Config struct {
	Host string
	Port int
	Opts struct{ Debug bool }
}

type dep string

func (d dep) Name() string { return strings.ToUpper(string(d)) }

type Visitor interface {
	VisitNum(int) string
	VisitAdd(a, b Expr) string
}
type Expr interface{ Accept(Visitor) string }
type Num int
type Add struct{ L, R Expr }

func (n Num) Accept(v Visitor) string { return v.VisitNum(int(n)) }
func (a Add) Accept(v Visitor) string { return v.VisitAdd(a.L, a.R) }

type printer struct{ depth int }

func (p *printer) VisitNum(n int) string { return fmt.Sprint(n) }
func (p *printer) VisitAdd(a, b Expr) string {
	p.depth++
	defer func() { p.depth-- }()
	return "(" + a.Accept(p) + " + " + b.Accept(p) + fmt.Sprintf(")@%d", p.depth)
}

func main() {
	c := Celsius(36.6)
	fmt.Println(c, float64(c)*2, Op(func(a, b float64) float64 { return a - b }).Apply(5, 3))
	var g Grid
	g[1][2] = "x"
	h := g
	h[0][0] = "y"
	fmt.Println(g, h, g == h, len(g), len(g[0]))
	s := Set{}.Add("a").Add("b").Add("a")
	_, has := s["b"]
	fmt.Println(len(s), has)
	var lines []string
	svc := Service{Logger{"[svc] ", &lines}, &Config{Host: "h", Port: 1}, map[string]interface{ Name() string }{"d": dep("db")}}
	svc.Log("starting %s:%d", svc.Host, svc.Port)
	svc.Opts.Debug = true
	svc.Port++
	svc.Log("dep %s debug %v port %d", svc.deps["d"].Name(), svc.Config.Opts.Debug, svc.Port)
	fmt.Println(strings.Join(lines, "; "))
	fmt.Println(Add{Num(1), Add{Num(2), Num(3)}}.Accept(&printer{}))
	x := []interface{}{1, "a", nil, 3.5, []int{1}, map[string]int{"k": 1}, dep("q"), &svc == nil}
	for i, v := range x {
		switch t := v.(type) {
		case int, float64:
			fmt.Printf("%d:%T=%v ", i, t, t)
		case interface{ Name() string }:
			fmt.Printf("%d:named %s ", i, t.Name())
		case nil:
			fmt.Printf("%d:nil ", i)
		default:
			fmt.Printf("%d:%T ", i, t)
		}
	}
	fmt.Println()
	anon := []struct {
		name string
		f    func(int) int
	}{{"dbl", func(i int) int { return i * 2 }}, {"neg", func(i int) int { return -i }}}
	for _, a := range anon {
		fmt.Print(a.name, a.f(21), " ")
	}
	fmt.Println()
	ch := make(chan func() string, 1)
	ch <- func() string { return "from chan" }
	fmt.Println((<-ch)())
	mat := [][3]int{{1, 2, 3}, {4, 5, 6}}
	for _, row := range mat {
		row[0] = 100
	}
	for i := range mat {
		mat[i][1] *= 10
	}
	fmt.Println(mat, mat[1][:2])
	pp := &mat[0]
	pp[2]++
	fmt.Println(*pp, cap(mat[0][1:]))
	m := map[string][]int{}
	m["a"] = append(m["a"], 1, 2)
	m["a"][0]++
	mp := map[string]*Config{"c": {Host: "z"}}
	mp["c"].Port += 5
	ms := map[string]Config{"c": {Host: "z"}}
	cc := ms["c"]
	cc.Port = 3
	ms["c"] = cc
	fmt.Println(m, mp["c"].Port, ms["c"].Port, ms["none"].Host == "")
	var iface any = g
	if gg, ok := iface.(Grid); ok {
		gg[0][0] = "changed"
		fmt.Println(gg[0][0], iface.(Grid)[0][0] == "")
	}
	func(xs ...string) { fmt.Println(len(xs), xs == nil) }()
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil)
	const big = 1 << 62
	fmt.Println(uint64(big)<<1, int64(-big)*2, big/(1<<60))
}
