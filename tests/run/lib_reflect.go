package main

import (
	"fmt"
	"reflect"
	"strings"
)

type Inner struct{ A, B int }
type T struct {
	Name  string `json:"name,omitempty" x:"y"`
	Age   int
	F     float64
	In    Inner
	P     *Inner
	L     []int
	M     map[string]int
	priv  bool
	E     error
	I     any
	C     chan int
	Fn    func(int, ...string) (bool, error)
	Arr   [3]byte
	Inner2
}
type Inner2 struct{ Z int }

func (t T) Hello(s string) string        { return "hello " + s + " from " + t.Name }
func (t *T) SetName(s string)            { t.Name = s }
func (t T) Var(a int, s ...string) string { return fmt.Sprint(a, s) }

type Str string

func (s Str) String() string { return "Str:" + string(s) }

func main() {
	t := T{Name: "n", Age: 3, L: []int{1, 2}, M: map[string]int{"a": 1}, I: 5}
	rt := reflect.TypeOf(t)
	fmt.Println(rt, rt.Name(), rt.PkgPath(), rt.Kind(), rt.NumField(), rt.NumMethod(), rt.Size(), rt.Align())
	for i := 0; i < rt.NumField(); i++ {
		f := rt.Field(i)
		fmt.Println(i, f.Name, f.Type, f.Tag, f.Offset, f.Index, f.Anonymous, f.PkgPath, f.Tag.Get("json"), f.Type.Kind())
	}
	v := reflect.ValueOf(&t).Elem()
	for i := 0; i < v.NumField(); i++ {
		f := v.Field(i)
		fmt.Println(i, f.Kind(), f.CanSet(), f.CanInterface(), f.IsZero(), f)
	}
	v.Field(0).SetString("new")
	v.FieldByName("Age").SetInt(77)
	v.FieldByName("Z").SetInt(8)
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("b"), reflect.ValueOf(9))
	v.FieldByName("I").Set(reflect.ValueOf("str"))
	v.FieldByName("Arr").Index(1).SetUint(200)
	v.FieldByName("L").Set(reflect.Append(v.FieldByName("L"), reflect.ValueOf(3)))
	fmt.Printf("%+v\n", t)
	m := reflect.ValueOf(t).MethodByName("Hello")
	fmt.Println(m.Call([]reflect.Value{reflect.ValueOf("x")})[0])
	reflect.ValueOf(&t).MethodByName("SetName").Call([]reflect.Value{reflect.ValueOf("zz")})
	fmt.Println(t.Name)
	fmt.Println(reflect.ValueOf(t).MethodByName("Var").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf("a"), reflect.ValueOf("b")}))
	pt := reflect.TypeOf(&t)
	for i := 0; i < pt.NumMethod(); i++ {
		fmt.Println(pt.Method(i).Name, pt.Method(i).Type)
	}
	fmt.Println(reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(t, T{}))
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var sw func(int, string) (string, int)
	fn := reflect.MakeFunc(reflect.TypeOf(sw), swap)
	reflect.ValueOf(&sw).Elem().Set(fn)
	fmt.Println(sw(1, "q"))
	f2 := fn.Interface().(func(int, string) (string, int))
	fmt.Println(f2(5, "five"))
	mm := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(1.5)))
	mm.SetMapIndex(reflect.ValueOf("pi"), reflect.ValueOf(3.14))
	fmt.Println(mm.Interface(), mm.Type(), mm)
	sl := reflect.MakeSlice(reflect.SliceOf(reflect.TypeOf(Inner{})), 2, 5)
	sl.Index(1).Field(0).SetInt(4)
	fmt.Println(sl.Interface(), sl.Len(), sl.Cap(), sl.Type())
	st := reflect.StructOf([]reflect.StructField{{Name: "X", Type: reflect.TypeOf(0), Tag: `json:"x"`}, {Name: "Y", Type: reflect.TypeOf("")}})
	sv := reflect.New(st).Elem()
	sv.Field(0).SetInt(3)
	sv.Field(1).SetString("why")
	fmt.Printf("%v %+v %T\n", sv.Interface(), sv.Interface(), sv.Interface())
	ch := make(chan int, 1)
	cv := reflect.ValueOf(ch)
	go func() { cv.Send(reflect.ValueOf(42)); cv.Send(reflect.ValueOf(43)); cv.Close() }()
	for {
		x, ok := cv.Recv()
		if !ok {
			break
		}
		fmt.Println("got", x)
	}
	c1, c2 := make(chan string), make(chan int)
	go func() { c1 <- "from c1" }()
	go func() { fmt.Println("c2", <-c2) }()
	for n := 0; n < 2; n++ {
		i, r, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)}, {Dir: reflect.SelectSend, Chan: reflect.ValueOf(c2), Send: reflect.ValueOf(7)}})
		if i == 0 {
			fmt.Println("sel", i, r, ok)
		}
	}
	fmt.Println(reflect.ValueOf(Str("x")).Interface(), reflect.ValueOf(Str("x")).Convert(reflect.TypeOf("")).Interface())
	var e error
	fmt.Println(reflect.TypeOf(&e).Elem().Kind(), reflect.TypeOf(fmt.Errorf("x")).Implements(reflect.TypeOf(&e).Elem()))
	fmt.Println(reflect.Zero(rt).Field(0).String() == "", reflect.TypeFor[strings.Builder]())
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(3).SetInt(4)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf("s").Int()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.FieldByName("priv").SetBool(true)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.FieldByName("Age").Set(reflect.ValueOf("x"))
	}()
	it := reflect.ValueOf(map[int]string{1: "one"}).MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	h := reflect.ValueOf(t).Method(0).Interface().(func(string) string)
	fmt.Println(h("iface"))
	for i, x := range reflect.ValueOf([]string{"a", "b"}).Seq2() {
		fmt.Println(i, x)
	}
	sf := reflect.Swapper([]int{1})
	_ = sf
	fmt.Println(reflect.ValueOf(3.5).Convert(reflect.TypeOf(0)).Int(), reflect.ValueOf([]byte("hi")).Convert(reflect.TypeOf("")))
	fmt.Println(reflect.TypeOf(t.Fn), reflect.TypeOf(struct {
		A int `k:"v"`
	}{}), reflect.TypeOf((*interface{ M(int) string })(nil)).Elem())
}
