package main

// Calls of fmt's printing functions: every verb, flag, width, precision, argument index, and values of every kind. No address is
// ever printed: pointers inside of others are nil.

import (
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"reflect"
	"strings"
	"time"
	"unsafe"
)

type (
	Int     int
	Byte    byte
	Bytes   []byte
	Text    string
	Flag    bool
	Float   float64
	Complex complex64

	Point struct{ X, Y int }
	mixed struct {
		A int8
		B string
		c float32
		D []byte
		e any
		f *int
		G map[string]int
		h func()
		I chan int
		J error
		k Shown
		L [2]bool
		M Point
		N *Point
	}
	Outer struct {
		Point
		Shown
		Name string
		any
	}
	Shown   struct{ s string }
	PShown  struct{ n int }
	GoShown struct{ s string }
	Own     struct{ n int }
	Loud    struct{ v any }
	NilLoud struct{ n int }
	Failed  struct{ s string }
	Empty   struct{}
	List    []Shown
	Dict    map[string]Shown
	Both    int
	Fn      func(int) string
)

func (s Shown) String() string     { return "<" + s.s + ">" }
func (p *PShown) String() string   { return fmt.Sprint("PShown", p.n) }
func (g GoShown) GoString() string { return "Go(" + g.s + ")" }
func (g GoShown) String() string   { return "str(" + g.s + ")" }
func (l Loud) String() string      { panic(l.v) }
func (n *NilLoud) Error() string   { return fmt.Sprint(n.n) }
func (f Failed) Error() string     { return "failed " + f.s }
func (b Both) Error() string       { return "error " + fmt.Sprint(int(b)) }
func (b Both) String() string      { return "string" }
func (o Own) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "[%s %d %v %d %v %q", fmt.FormatString(f, verb), w, wok, p, pok, verb)
	for _, c := range "+-# 0" {
		if f.Flag(int(c)) {
			io.WriteString(f, string(c))
		}
	}
	f.Write([]byte("]"))
}

type LoudFormat int

func (l LoudFormat) Format(f fmt.State, verb rune) { io.WriteString(f, "part"); panic("format") }

type LoudGo struct{}

func (l LoudGo) GoString() string { panic(errors.New("gostring")) }

func scalar() any {
	n := anInt()
	switch rnd.IntN(28) {
	case 0, 1:
		return int(n)
	case 2:
		return int8(n)
	case 3:
		return int16(n)
	case 4:
		return int32(n)
	case 5:
		return n
	case 6:
		return uint(n)
	case 7:
		return uint8(n)
	case 8:
		return uint16(n)
	case 9:
		return uint32(n)
	case 10:
		return uint64(n)
	case 11:
		return uintptr(n)
	case 12:
		return aRune()
	case 13, 14, 15:
		return aFloat()
	case 16:
		return float32(aFloat())
	case 17:
		return complex(aFloat(), aFloat())
	case 18:
		return complex64(complex(aFloat(), aFloat()))
	case 19, 20, 21:
		return aString()
	case 22:
		return n&1 == 0
	case 23:
		return Int(n)
	case 24:
		return Text(aString())
	case 25:
		return Float(aFloat())
	case 26:
		return pick[any](Flag(true), Byte(n), Complex(complex(aFloat(), aFloat())))
	}
	return nil
}

func seq[T any](f func() T) []T {
	s := make([]T, rnd.IntN(4))
	for i := range s {
		s[i] = f()
	}
	if len(s) == 0 && maybe(50) {
		return nil
	}
	return s
}

func table[K comparable, V any](k func() K, v func() V) map[K]V {
	m := map[K]V{}
	for range rnd.IntN(4) {
		key := k()
		if key == key {
			m[key] = v()
		}
	}
	if len(m) == 0 && maybe(50) {
		return nil
	}
	return m
}

func anError() error {
	switch rnd.IntN(8) {
	case 0:
		return nil
	case 1:
		return errors.New(aString())
	case 2:
		return Failed{aString()}
	case 3:
		return fmt.Errorf("wrap %w", Failed{aString()})
	case 4:
		return errors.Join(flatError(), Failed{"x"})
	case 5:
		return Both(anInt())
	case 6:
		return fmt.Errorf("%w and %w: %v", flatError(), Failed{"y"}, aString())
	}
	return (*NilLoud)(nil)
}

// flatError makes an error that is not a pointer.
func flatError() error {
	return pick[error](nil, Failed{aString()}, Both(anInt()), (*NilLoud)(nil))
}

func anInner() any {
	if maybe(60) {
		return scalar()
	}
	return value(1)
}

func value(depth int) any {
	n := int(anInt())
	if depth > 2 {
		return scalar()
	}
	switch rnd.IntN(62) {
	case 0:
		return seq(func() int { return int(anInt()) })
	case 1:
		return seq(func() byte { return byte(anInt()) })
	case 2:
		return seq(aString)
	case 3:
		return seq(aFloat)
	case 4:
		return seq(func() any { return value(depth + 1) })
	case 5:
		return seq(func() bool { return maybe(50) })
	case 6:
		return seq(func() []string { return seq(aString) })
	case 7:
		return seq(aRune)
	case 8:
		return Bytes(aString())
	case 9:
		return []byte(aString())
	case 10:
		return seq(func() Byte { return Byte(anInt()) })
	case 11:
		return [3]byte{byte(n), byte(n >> 8), 'c'}
	case 12:
		return [2]Text{Text(aString()), "t"}
	case 13:
		return [0]int{}
	case 14:
		return [2][2]float32{{1, float32(aFloat())}, {float32(math.NaN())}}
	case 15:
		return table(func() int { return int(anInt()) }, aString)
	case 16:
		return table(aString, anInt)
	case 17:
		return table(aFloat, func() bool { return maybe(50) })
	case 18:
		return table(func() [2]int { return [2]int{rnd.IntN(3), rnd.IntN(3)} }, func() *int { return nil })
	case 19:
		return table(func() Point { return Point{rnd.IntN(3), rnd.IntN(3)} }, func() []int { return seq(func() int { return 1 }) })
	case 20:
		return table(func() bool { return maybe(50) }, func() any { return value(depth + 1) })
	case 21:
		return table(func() complex128 { return complex(float64(rnd.IntN(3)), float64(rnd.IntN(3))) }, aRune)
	case 22:
		return Point{n, -n}
	case 23:
		return mixed{A: int8(n), B: aString(), c: float32(aFloat()), D: []byte(aString()), e: anInner(), J: flatError(), k: Shown{"k"}}
	case 24:
		return mixed{G: map[string]int{"b": 1, "a": 2}, L: [2]bool{true}, M: Point{1, 2}}
	case 25:
		return Outer{Point{1, n}, Shown{aString()}, aString(), anInner()}
	case 26:
		return Shown{aString()}
	case 27:
		return PShown{n}
	case 28:
		return GoShown{aString()}
	case 29:
		return Own{n}
	case 30:
		return Loud{pick[any]("loud", Failed{"loud error"}, n, Shown{"in panic"})}
	case 31, 32:
		if depth == 0 {
			return anError()
		}
		return flatError()
	case 33:
		return Empty{}
	case 34:
		return List{{"a"}, {aString()}}
	case 35:
		return Dict{"a": {"b"}, aString(): {"c"}}
	case 36:
		return pick[any](LoudFormat(n), LoudGo{}, Both(n))
	case 37:
		return time.Duration(anInt())
	case 38:
		return []time.Duration{time.Duration(n), time.Second}
	case 39:
		return pick[any](time.Month(n%15), time.Weekday(n%9), reflect.Kind(rnd.IntN(30)))
	case 40:
		return pick[any]((*int)(nil), (*Point)(nil), (*Shown)(nil), (*PShown)(nil), (*Own)(nil), (*mixed)(nil), (*error)(nil), (*[]int)(nil), (*NilLoud)(nil), (*GoShown)(nil))
	case 41:
		return pick[any]((func())(nil), (chan int)(nil), (<-chan string)(nil), unsafe.Pointer(nil), Fn(nil), error(nil), (map[string]int)(nil), []error(nil))
	case 42:
		if depth == 0 {
			return reflect.ValueOf(value(1))
		}
	case 44:
		if depth == 0 {
			return reflect.Value{}
		}
	case 45:
		return struct {
			A any
			b any
		}{anInner(), anInner()}
	case 46:
		return seq(flatError)
	case 47:
		return seq(func() fmt.Stringer { return pick[fmt.Stringer](nil, Shown{"i"}, time.Duration(n), Loud{"in slice"}) })
	case 48:
		return seq(func() Point { return Point{rnd.IntN(9), 1} })
	case 49:
		if depth == 0 {
			return big.NewInt(anInt())
		}
	case 50:
		return seq(func() complex64 { return complex64(complex(aFloat(), aFloat())) })
	case 51:
		return seq(func() Text { return Text(aString()) })
	case 52:
		return seq(func() [2]byte { return [2]byte{byte(anInt()), 'x'} })
	case 53:
		return seq(func() uintptr { return uintptr(anInt()) })
	case 54: // the order of keys of different types is that of their types' addresses
		return pick[any](map[any]int{1: 1, nil: 2, 5: 3}, map[any]any{Text("b"): 1, Text("a"): nil}, map[any]Point{Point{1, 2}: {}, Point{1, 1}: {}},
			map[fmt.Stringer]error{Shown{"a"}: nil, nil: Failed{"e"}}, map[any]bool{[2]any{1, "a"}: true, [2]any{1, nil}: false})
	case 55:
		return struct{}{}
	}
	if depth > 0 {
		return scalar()
	}
	// Pointers at the top show what they point to.
	switch rnd.IntN(9) {
	case 0:
		return &Point{n, 2}
	case 1:
		return &mixed{B: aString()}
	case 2:
		return &PShown{n}
	case 3:
		s := seq(aString)
		return &s
	case 4:
		return &[2]int{n, 2}
	case 5:
		return &map[string]int{"z": n, "a": 1}
	case 6:
		return &Shown{aString()}
	case 7:
		return &Own{n}
	}
	return &NilLoud{n}
}

func addressless(v any) bool {
	if v == nil {
		return true
	}
	switch reflect.TypeOf(v).Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer, reflect.Struct, reflect.Array, reflect.Func, reflect.Chan:
		return false
	}
	return true
}

func number() string {
	return pick("", "", "", "0", "1", "2", "3", "5", "8", "12", "20", "*", "[1]*", "[2]*", "007", "10000011", "99999999999999999999")
}

func directive(b *strings.Builder) {
	b.WriteByte('%')
	for range rnd.IntN(3) {
		b.WriteString(pick("+", "-", "#", " ", "0", "", "", ""))
	}
	if maybe(5) {
		b.WriteString(pick("[1]", "[2]", "[3]", "[5]", "[0]", "[-1]", "[x]", "[", "[]", "[1", "[99999999999]"))
	}
	if maybe(40) {
		b.WriteString(number())
	}
	if maybe(30) {
		b.WriteByte('.')
		b.WriteString(number())
	}
	if maybe(3) {
		b.WriteString(pick("[1]", "[2]", "[3]", "[", "[1"))
	}
	b.WriteString(pick("v", "v", "v", "d", "s", "s", "q", "x", "X", "T", "t", "b", "o", "O", "c", "U", "e", "E", "f", "F", "g", "G", "z", "w", "!", "%", "世", "\xff", "i", "p", "k", "n"))
}

func one() {
	args := make([]any, rnd.IntN(4))
	for i := range args {
		args[i] = pick(scalar, func() any { return value(0) })()
		if maybe(10) {
			args[i] = rnd.IntN(30) - 5
		}
	}
	switch rnd.IntN(12) {
	case 0:
		say("Sprint", fmt.Sprint(args...))
		return
	case 1:
		say("Sprintln", fmt.Sprintln(args...))
		return
	case 2:
		say("Append", fmt.Append([]byte("x"), args...), fmt.Appendln(nil, args...))
		return
	}
	var b strings.Builder
	for range 1 + rnd.IntN(3) {
		if maybe(30) {
			b.WriteString(pick(" ", "x", "é", "%%", "\xff", ": "))
		}
		directive(&b)
	}
	if maybe(3) {
		b.WriteByte('%')
	}
	format := b.String()
	if strings.Contains(format, "p") {
		for i, a := range args {
			if !addressless(a) {
				args[i] = scalar()
			}
		}
	}
	switch rnd.IntN(8) {
	case 0:
		err := fmt.Errorf(format, args...)
		say("Errorf", format, err, errors.Unwrap(err) != nil, errors.Is(err, io.EOF))
	case 1:
		say("Appendf", format, fmt.Appendf([]byte("y"), format, args...))
	default:
		say("Sprintf", format, fmt.Sprintf(format, args...))
	}
}
