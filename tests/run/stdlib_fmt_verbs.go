package main

import (
	"errors"
	"fmt"
	"math"
	"os"
)

type Point struct{ X, Y int }

type Named struct {
	Name string
	Age  int
	In   *Point
	L    []string
	M    map[string]int
	F    float64
	I    any
	E    error
	b    bool
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type ErrT struct{ code int }

func (e *ErrT) Error() string { return fmt.Sprint("code ", e.code) }

type G struct{ x int }

func (g G) GoString() string { return "G!" }

type Color int

const (
	Red Color = iota
	Green
)

func (c Color) String() string { return [...]string{"Red", "Green"}[c] }

type Bad struct{}

func (Bad) String() string { panic("boom") }

type PtrS struct{ n int }

func (p *PtrS) String() string { return fmt.Sprint("PtrS", p.n) }

type F struct{}

func (F) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "F<%c %d %v %d %v %v %v %v>", verb, w, wok, p, pok, s.Flag('+'), s.Flag('#'), s.Flag('-'))
}

type inner struct{ c Celsius }
type Outer struct {
	inner
	C Celsius
	D *Celsius
}

type Bytes []byte
type IntAlias = int
type Fn func(int) string

func main() {
	n := Named{"Bob", 3, &Point{1, 2}, []string{"a", "b"}, map[string]int{"z": 1, "a": 2}, 1.5, 7, errors.New("e"), true}
	n.In = nil
	fmt.Printf("%v\n%+v\n%#v\n%T\n", n, n, Named{Name: "x"}, n)
	fmt.Println(&Point{1, 2}, []*int{nil}, &[]int{1}, &map[string]int{"a": 1}, &[2]bool{true})
	fmt.Printf("%v %+v %#v %T\n", &Point{1, 2}, &Point{1, 2}, &Point{1, 2}, &Point{})
	fmt.Printf("%d %5d|%-5d|%05d %+d % d %x %X %#x %o %#o %O %b %c %q %U %#U\n", 42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 8, 5, 'A', 'A', 'A', 'é')
	fmt.Printf("%f %.2f %8.3f|%-8.2f|%08.3f %e %E %g %G %+.1f % f\n", 3.14159, 3.14159, 3.14159, 3.14159, -3.14159, 123456.789, 0.000123, 1e21, 1e-7, 2.0, 1.0)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%X|% x|%#x|%#q|%+q\n", "hello", "hi", "hi", "hello", "a\"b", "hex", "hex", "hex", "hex", "raw", "é")
	fmt.Printf("%t %v %5t|%-7t|\n", true, false, true, false)
	fmt.Printf("%v %v %v %v\n", math.Inf(1), math.Inf(-1), math.NaN(), -0.0)
	fmt.Printf("%6.2f|%-8v|%8v|%+v\n", math.Inf(1), math.NaN(), math.Inf(-1), math.Inf(1))
	fmt.Printf("%v %.2f %g %+v\n", 1+2i, complex(1.234, -5.678), complex64(1i), 3-4i)
	fmt.Printf("%!|%z|%d|%s\n", 1, "x", 5)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "x")
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]d %[x]d %[1]*d\n", 1, 2)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%*d %.*d\n", "a", 1, "b", 2)
	fmt.Printf("%")
	fmt.Printf("\n%5%|%%\n")
	fmt.Printf("%s %d %v\n", nil, nil, nil)
	fmt.Printf("%s %v %d\n", Celsius(36.6), Celsius(1), Celsius(2))
	fmt.Printf("%v %s %d %#v %x\n", Green, Red, Green, Red, Green)
	fmt.Println(Celsius(5), []Celsius{1, 2}, map[Color]Celsius{Green: 3, Red: 4}, struct{ C Celsius }{7})
	fmt.Println(Outer{inner{1}, 2, nil}, &Outer{})
	fmt.Printf("%+v %#v\n", Outer{inner{1}, 2, nil}, Outer{})
	var e error = &ErrT{5}
	fmt.Println(e, &ErrT{6}, []error{e, nil}, struct{ E error }{e})
	fmt.Printf("%v|%s|%q|%x|%d|%10v|%-10v|\n", e, e, e, e, e, e, e)
	fmt.Printf("%#v %v %#v\n", G{1}, G{1}, []G{{2}})
	fmt.Printf("%v|%s|%d\n", Bad{}, Bad{}, Bad{})
	fmt.Println(PtrS{1}, &PtrS{2}, []*PtrS{}, (*PtrS)(nil))
	var np *PtrS
	var ne *ErrT
	fmt.Printf("%v %s %+v\n", np, np, ne)
	fmt.Printf("%v %+d %#x %-5.3s\n", F{}, F{}, F{}, []F{{}})
	fmt.Printf("%v %d %s %x %q %T %#v\n", []byte("hi"), []byte("hi"), []byte("hi"), []byte("hi"), []byte("hi"), []byte("hi"), []byte("hi"))
	fmt.Printf("%v %s %x %#v %T\n", Bytes("hi"), Bytes("hi"), [3]byte{1, 2, 3}, Bytes(nil), Bytes{})
	fmt.Printf("%v %d %s\n", [2]byte{65, 66}, [2]byte{65, 66}, [2]byte{65, 66})
	fmt.Printf("%x %X %q %s\n", []string{"ab", "c"}, []int{10, 11}, []string{"a b", "c"}, []string{"x", "y"})
	fmt.Printf("%v %v\n", map[any]int{"a": 1, 2: 2, 1.5: 3, true: 4, nil: 5}, map[Point]string{{2, 1}: "b", {1, 2}: "a"})
	fmt.Printf("%v %#v\n", map[float64]int{math.NaN(): 1, -1: 2, 3: 4}, map[string]bool{"x": true})
	fmt.Printf("%T %T %T %T %T %T %T %T\n", nil, 1, "s", 1.5, 'x', true, []any{1}, map[string][]int{})
	fmt.Printf("%T %T %T %T %T %T\n", func(int, ...string) error { return nil }, make(chan int), make(<-chan string), struct{ A int }{}, &n, Fn(nil))
	fmt.Printf("%#v %#v %#v %#v %#v %#v %#v\n", 1, "s", 1.0, 1e6, 'x', true, uint8(3))
	fmt.Printf("%#v %#v %#v %#v %#v\n", []int(nil), map[string]int(nil), (*int)(nil), []any{1, "a", nil}, struct{}{})
	fmt.Printf("%#v %#v\n", [3]int{1, 2, 3}, struct {
		A int
		B *int
	}{1, nil})
	fmt.Printf("%v %v\n", struct{}{}, [0]int{})
	fmt.Printf("%s\n", 42)
	fmt.Printf("%d\n", "x")
	fmt.Printf("%d %s\n", Point{1, 2}, Point{3, 4})
	fmt.Printf("%t\n", 1)
	fmt.Printf("%v %v\n", int8(-5), uint64(math.MaxUint64))
	fmt.Printf("%08b|%x|%X|%#b\n", 37, -255, uint32(0xBEEF), 5)
	fmt.Printf("%6d|%-6d|%06d|%x\n", -42, -42, -42, "")
	fmt.Printf("%3c|%-3c|%03d|%.3d|%8.3d|%+.3d\n", 'x', 'y', 7, 7, 7, 7)
	fmt.Printf("%5s|%5q|%-5s|%05s\n", "é", "é", "日本", "a")
	fmt.Printf("%x %x %X\n", 3.5, -1, 1e10)
	fmt.Printf("%v %v\n", float32(0.1), float32(1)/3)
	fmt.Printf("%6.3v|%.3v|%10.2v\n", 3.14159, "abcdef", 1234567.0)
	fmt.Printf("%#g %#.3g %#f %#e\n", 1.0, 2.0, 3.0, 4.0)
	fmt.Printf("%v %s\n", errors.New("x"), error(nil))
	fmt.Print("a", "b", 1, 2, true, "c", 3.5, nil, "\n")
	fmt.Print(1, 2, "\n")
	fmt.Fprintln(os.Stdout, "to", "stdout", 1)
	fmt.Fprint(os.Stdout, "x", 1, 2, "y\n")
	s := fmt.Sprintln("a", 1)
	fmt.Printf("%q %q\n", s, fmt.Sprint())
	fmt.Printf("%v %v\n", &n.Age != nil, fmt.Sprintf("%p", &n) != "")
	fmt.Println(fmt.Sprintf("%T", fmt.Errorf("x %w", e)), fmt.Sprintf("%T", errors.New("")))
	fmt.Printf("%w\n", e)
	fmt.Println(string(fmt.Appendf(nil, "%d-%s", 1, "a")), string(fmt.Append([]byte("x"), 1, 2)), string(fmt.Appendln(nil, "z")))
	type T struct {
		A any
		B []any
		C map[string]any
	}
	fmt.Printf("%v %+v\n", T{1, []any{"x", nil, 2.5}, map[string]any{"k": []int{1}}}, T{})
	fmt.Printf("%v %+v\n", []T{{}}, []*Point{nil})
	fmt.Printf("%5v|%-5v|%05v\n", []int{1, 2}, []string{"a"}, []int{3})
	fmt.Printf("%6.2f %v\n", []float64{1, 2.5}, [][]int{{1}, {2, 3}, nil})
	var ip any = 5
	fmt.Printf("%d %v %s\n", ip, ip, ip)
	var nilm map[string]int
	var nils []int
	var nilf func()
	var nilc chan int
	fmt.Println(nilm, nils, nilf == nil, nilc, len(nils))
	fmt.Printf("%v %+v %d\n", nilf, nilc, nils)
	fmt.Printf("%#v %#v\n", nilc, nilf)
	fmt.Printf("%c %c %U\n", 0x1F600, -1, -1)
	fmt.Printf("%q %+q %#q %q\n", '\n', 'é', 'x', 0x110000)
	fmt.Printf("%s %v\n", &n.Name != nil, fmt.Sprint(struct{ a, b any }{1, nil}))
	fmt.Printf("%+v\n", struct {
		P *Point
		Q any
	}{nil, Point{1, 2}})
	fmt.Printf("%-10d|%+-8.2f|%x\n", 5, 3.14159, []byte{0xde, 0xad})
	fmt.Printf("%2d:%02d %s\n", 5, 7, fmt.Sprintf("%03d", 9))
	fmt.Printf("%v%%\n", 50)
	fmt.Printf("%[1]d %[1]x %[1]q %[1]T\n", 65)
	fmt.Printf("%d %d %#[1]x %#x\n", 16, 17)
	fmt.Printf("%.0f %.0f %.0f %.0f %.1f %.1f\n", 0.5, 1.5, 2.5, 3.5, 0.25, 0.35)
	fmt.Printf("%e %.3e %g %g %g\n", 0.0, 12345.678, 100000.0, 1000000.0, 1e20)
	fmt.Printf("%g %g %v %v %v\n", 0.0001, 0.00001, 1e-5, 123456789.0, 1e100)
	fmt.Printf("%6v|%6v|%-6v|%6v\n", true, nil, 'a', "é")
}
