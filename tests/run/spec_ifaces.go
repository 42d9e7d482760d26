package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface{ Name() string }
type NS interface {
	Shape
	Named
}
type Rect struct{ w, h float64 }
type Circle struct{ r float64 }
type Square struct {
	Rect
	tag string
}

func (r Rect) Area() float64         { return r.w * r.h }
func (r Rect) Perimeter() float64    { return 2 * (r.w + r.h) }
func (c *Circle) Area() float64      { return 3 * c.r * c.r }
func (c *Circle) Perimeter() float64 { return 6 * c.r }
func (s Square) Name() string        { return "square " + s.tag }

type Logger struct {
	prefix string
	w      io.Writer
}

func (l *Logger) Log(s string) { fmt.Fprintf(l.w, "%s: %s\n", l.prefix, s) }

type Service struct {
	*Logger
	Name string
	deps map[string]int
}
type Animal interface{ Sound() string }
type Base struct{ name string }

func (b Base) Sound() string     { return "..." }
func (b *Base) SetName(n string) { b.name = n }
func (b Base) Hello() string     { return "I am " + b.name }

type Dog struct{ Base }

func (d Dog) Sound() string { return "Woof" }

type Puppy struct {
	Dog
	age int
}
type E1 struct{ msg string }

func (e *E1) Error() string { return e.msg }
func mayFail(n int) error {
	var e *E1
	if n > 0 {
		e = &E1{"failed"}
		return e
	}
	return nil
}
func typedNil() error {
	var e *E1
	return e
}

var ErrBase = errors.New("base")

type wrapped struct {
	err  error
	code int
}

func (w wrapped) Error() string { return fmt.Sprintf("code %d: %v", w.code, w.err) }
func (w wrapped) Unwrap() error { return w.err }

func classify(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("int-ish %v", x)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice ", len(x))
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case func() int:
		return fmt.Sprint("func ", x())
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case *int:
		return fmt.Sprint("ptr ", *x)
	case struct{ A int }:
		return fmt.Sprint("anon ", x.A)
	case chan int:
		return "chan"
	case [2]bool:
		return fmt.Sprint("arr ", x[1])
	default:
		return fmt.Sprintf("other %T", x)
	}
}

type St string

func (s St) String() string { return "<" + string(s) + ">" }

func main() {
	shapes := []Shape{Rect{2, 3}, &Circle{1}, Square{Rect{2, 2}, "s"}, &Square{Rect{1, 1}, "p"}}
	for _, s := range shapes {
		fmt.Printf("%T %.1f %.1f", s, s.Area(), s.Perimeter())
		if n, ok := s.(Named); ok {
			fmt.Print(" ", n.Name())
		}
		if _, ok := s.(NS); ok {
			fmt.Print(" NS")
		}
		fmt.Println()
	}
	svc := Service{Logger: &Logger{"svc", os.Stdout}, Name: "x"}
	svc.Log("hello")
	svc.Logger.prefix = "changed"
	f := svc.Log
	svc.Logger = &Logger{"new", os.Stdout}
	f("bound")
	svc.Log("again")
	p := Puppy{Dog{Base{"rex"}}, 1}
	p.SetName("max")
	fmt.Println(p.Sound(), p.Base.Sound(), p.Hello(), p.name, p.Dog.Base.name)
	var a Animal = p
	p.name = "changed"
	fmt.Println(a.Sound(), a.(Puppy).name)
	g := Puppy.Hello
	h := (*Puppy).SetName
	h(&p, "viaexpr")
	fmt.Println(g(p), Animal.Sound(a))
	fmt.Println(mayFail(0) == nil, mayFail(1), typedNil() == nil, typedNil() != nil)
	fmt.Printf("%T %v\n", typedNil(), typedNil().(*E1) == nil)
	err := fmt.Errorf("ctx: %w", wrapped{fmt.Errorf("in: %w", ErrBase), 42})
	var w wrapped
	fmt.Println(err, errors.Is(err, ErrBase), errors.As(err, &w), w.code, errors.Unwrap(err) == error(w))
	j := errors.Join(ErrBase, nil, io.EOF)
	fmt.Println(j, errors.Is(j, io.EOF), errors.Unwrap(j))
	x := 5
	for _, v := range []any{nil, 1, int64(2), "s", []int{1}, errors.New("e"), St("q"), func() int { return 7 }, map[string]int{"a": 3}, &x, struct{ A int }{9}, make(chan int), [2]bool{true, true}, 1.5, struct{}{}, uint8(3), []string{}, E1{"v"}, &E1{"p"}} {
		fmt.Println(classify(v))
	}
	var e1, e2 any = Rect{1, 2}, Rect{1, 2}
	fmt.Println(e1 == e2, e1 != any(Rect{2, 1}), any(1) == any(1.0), any(nil) == nil, any((*int)(nil)) == nil)
	var r io.Reader = strings.NewReader("data")
	if _, ok := r.(io.Writer); !ok {
		fmt.Println("not writer")
	}
	if rs, ok := r.(interface{ Len() int }); ok {
		fmt.Println(rs.Len())
	}
	b, _ := io.ReadAll(r)
	fmt.Println(string(b))
	type local struct{ Animal }
	l := local{Dog{Base{"z"}}}
	fmt.Println(l.Sound())
	defer func() { fmt.Println("rec:", recover()) }()
	l2 := local{}
	l2.Sound()
}
