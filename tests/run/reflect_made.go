package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"unsafe"
)

type I interface {
	low()
	High(n int) string
	x(a, b string)
}

type Namer interface{ Name() string }
type Pair struct{ a, b int }

func (p Pair) Sum(k int) int  { return (p.a + p.b) * k }
func (p *Pair) Add(n int) int { p.a += n; return p.a }

type Num int

func (n Num) Twice(s string, f float64) (string, float64) { return s + s, f * float64(n) }
func (n Num) Name() string                                { return fmt.Sprint("num ", int(n)) }

type P struct{ v *int }

func (p P) Get() int { return *p.v }

type Small struct{ n int }

func (s Small) Name() string { return fmt.Sprint("small ", s.n) }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func caps() {
	v := reflect.ValueOf(new([]byte)).Elem()
	for range 12 {
		v.SetLen(v.Cap())
		v.Grow(1)
		fmt.Print(v.Cap(), " ")
	}
	fmt.Println()
	for _, x := range []any{[]string{"a"}, []struct{ a, b, c byte }{{}}, []*int{nil}, []Pair{{}}, []any{1}, []float32{1, 2, 3}, []struct{}{{}}} {
		s := reflect.ValueOf(x)
		for range 9 {
			s = reflect.Append(s, s.Index(0))
			fmt.Print(s.Cap(), " ")
		}
		s = reflect.AppendSlice(s, s)
		s = reflect.AppendSlice(s, s)
		fmt.Println(s.Len(), s.Cap(), s.Type())
	}
}

func main() {
	t := reflect.TypeFor[I]()
	for i := range t.NumMethod() {
		m := t.Method(i)
		fmt.Println(m.Name, m.PkgPath, m.Type, m.Index, m.IsExported())
	}
	m, ok := t.MethodByName("low")
	fmt.Println(m.Name, m.PkgPath, ok)
	fmt.Println(reflect.TypeFor[interface {
		a(func(int))
		B()
	}]())
	fmt.Printf("%T\n", func(interface{ low() }) {})
	caps()

	// Code of methods.
	pt := reflect.TypeFor[*Pair]()
	for i := range pt.NumMethod() {
		m := pt.Method(i)
		name := runtime.FuncForPC(m.Func.Pointer()).Name()
		fmt.Println(m.Name, m.Type, m.Func.Type(), name)
	}
	add, _ := pt.MethodByName("Add")
	fmt.Println(add.Func.UnsafePointer() == reflect.ValueOf((*Pair).Add).UnsafePointer())
	p := &Pair{1, 2}
	fmt.Println(add.Func.Call([]reflect.Value{reflect.ValueOf(p), reflect.ValueOf(4)})[0], *p)
	sum, _ := pt.MethodByName("Sum")
	fmt.Println(sum.Func.Interface().(func(*Pair, int) int)(p, 3))
	nt := reflect.TypeFor[Num]()
	tw, _ := nt.MethodByName("Twice")
	fmt.Println(tw.Func.Interface().(func(Num, string, float64) (string, float64))(3, "x", 1.5))
	vt := reflect.TypeFor[Pair]()
	fmt.Println(vt.Method(0).Func.Interface().(func(Pair, int) int)(Pair{5, 6}, 2))
	fmt.Println(reflect.ValueOf(Num(4)).Method(1).Pointer() != 0)
	s := fmt.Sprintf("%v %#v %d", reflect.ValueOf(Num(4)).Method(1), reflect.ValueOf(Num(4)).Method(0), reflect.ValueOf(p).Method(0))
	fmt.Println(strings.HasPrefix(s, "0x"), strings.Contains(s, " (func() string)(0x"))
	fn := func() {}
	fmt.Println(reflect.ValueOf(fn).UnsafePointer() == **(**unsafe.Pointer)(unsafe.Pointer(&fn)))

	// Structs with embedded fields.
	st := reflect.StructOf([]reflect.StructField{{Name: "Namer", Type: reflect.TypeFor[Namer](), Anonymous: true}, {Name: "N", Type: reflect.TypeFor[int]()}})
	fmt.Println(st, st.NumMethod(), st.Implements(reflect.TypeFor[Namer]()), st.Size())
	v := reflect.New(st).Elem()
	v.Field(0).Set(reflect.ValueOf(Num(7)))
	fmt.Println(v.Field(0).Interface().(Namer).Name())
	try("stub", func() { fmt.Println(v.Interface().(Namer).Name()) })
	st = reflect.StructOf([]reflect.StructField{{Name: "Num", Type: nt, Anonymous: true}})
	v = reflect.New(st).Elem()
	v.Field(0).SetInt(9)
	fmt.Println(v.Interface().(Namer).Name(), v.Method(1).Type())
	fmt.Println(v.Method(1).Call([]reflect.Value{reflect.ValueOf("q"), reflect.ValueOf(2.0)})[1])
	try("not first", func() {
		reflect.StructOf([]reflect.StructField{{Name: "A", Type: nt}, {Name: "Num", Type: nt, Anonymous: true}})
	})
	st = reflect.StructOf([]reflect.StructField{{Name: "Small", Type: reflect.TypeFor[Small](), Anonymous: true}, {Name: "Rest", Type: reflect.TypeFor[string]()}})
	v = reflect.New(st).Elem()
	v.Field(0).Set(reflect.ValueOf(Small{77}))
	fmt.Println(v.Interface().(Namer).Name(), v.Type().Method(0).Name)
	try("direct", func() {
		reflect.StructOf([]reflect.StructField{{Name: "P", Type: reflect.TypeFor[P](), Anonymous: true}, {Name: "A", Type: nt}})
	})
	try("pointer", func() {
		reflect.StructOf([]reflect.StructField{{Name: "Pair", Type: pt, Anonymous: true}, {Name: "A", Type: nt}})
	})
	try("pointer to pointer", func() {
		reflect.StructOf([]reflect.StructField{{Name: "X", Type: reflect.TypeFor[**int](), Anonymous: true}})
	})
	try("unexported", func() {
		reflect.StructOf([]reflect.StructField{{Name: "I", Type: t, Anonymous: true}})
	})
	st = reflect.StructOf([]reflect.StructField{{Name: "Pair", Type: pt, Anonymous: true}})
	v = reflect.New(st).Elem()
	v.Field(0).Set(reflect.ValueOf(p))
	fmt.Println(v.Interface().(interface{ Add(int) int }).Add(10), *p)
	// Zero-size fields at the end.
	zero := reflect.TypeFor[struct{}]()
	for _, fields := range [][]reflect.Type{{reflect.TypeFor[int64](), zero}, {zero}, {zero, reflect.TypeFor[int8]()}, {reflect.TypeFor[int8](), zero, zero}, {}} {
		var list []reflect.StructField
		for i, f := range fields {
			list = append(list, reflect.StructField{Name: fmt.Sprint("F", i), Type: f})
		}
		st := reflect.StructOf(list)
		fmt.Println(st, st.Size(), st.Align())
	}

	// Many cases.
	var cases []reflect.SelectCase
	for range 400 {
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(make(chan string, 1))})
	}
	out := make(chan int)
	cases = append(cases, reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(out), Send: reflect.ValueOf(5)})
	for i := 399; i > 0; i -= 133 {
		go cases[i].Chan.Send(reflect.ValueOf(fmt.Sprint("from ", i)))
		i, v, ok := reflect.Select(cases)
		fmt.Println(i, v, ok)
	}
	done := make(chan int)
	go func() { done <- <-out }()
	i, v, ok := reflect.Select(cases)
	fmt.Println(i, v.IsValid(), ok, <-done)
	cases = append(cases, reflect.SelectCase{Dir: reflect.SelectDefault})
	fmt.Println(reflect.Select(cases))

	// What panics.
	it := reflect.ValueOf(map[string]int{"a": 1}).MapRange()
	k := reflect.New(reflect.TypeFor[string]()).Elem()
	try("before", func() { k.SetIterKey(it) })
	try("before", func() { it.Key() })
	it.Next()
	try("unaddressable", func() { reflect.ValueOf("").SetIterKey(it) })
	try("unaddressable", func() { reflect.ValueOf(1).SetIterValue(it) })
	try("type", func() { k.SetIterValue(it) })
	try("big array", func() { reflect.ArrayOf(1<<62, reflect.TypeFor[int]()) })
	try("big slice", func() { reflect.MakeSlice(reflect.TypeFor[[]int](), 1<<61, 1<<61) })
	try("no chan", func() { reflect.MakeChan(fake{nt}, 0) })
}

type fake struct{ reflect.Type }

func (fake) Kind() reflect.Kind { return reflect.Chan }
