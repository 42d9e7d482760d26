package main

// reflect: what lib_reflect.go in tests/run leaves.

import (
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"unsafe"
)

type Inner struct{ Deep int }

type T struct {
	A int `json:"a" x:"y,z" bad`
	b string
	*Inner
	C []byte
	D map[string]int
	E any
	F func(int, ...string) (bool, error)
	G chan<- int
	H [2]float32
	I complex64
	J *T
	K uintptr
	L unsafe.Pointer
}

func (t T) Value(n int) string                    { return fmt.Sprint("value", n, t.A) }
func (t *T) Pointer()                             { t.A++ }
func (t T) Many(a int, more ...string) (int, error) { return len(more), nil }
func (t T) hidden()                               {}

type Iface interface {
	Value(int) string
	Other()
}

type MyInt int8

func (m MyInt) String() string { return "mine" }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %T %v\n", what, r, r)
			var ve *reflect.ValueError
			if err, ok := r.(error); ok && errors.As(err, &ve) {
				fmt.Println(ve.Method, ve.Kind, ve.Error())
			}
		}
	}()
	f()
}

func main() {
	for k := reflect.Invalid; k <= reflect.UnsafePointer+1; k++ {
		fmt.Print(k.String(), " ")
	}
	fmt.Println(reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128, reflect.Interface, reflect.String, reflect.Ptr == reflect.Pointer)
	t := reflect.TypeFor[T]()
	var rt reflect.Type = t
	fmt.Println(rt.Name(), rt.PkgPath(), rt.Kind(), rt.NumField(), rt.NumMethod(), rt.Size() > 0, rt.Align(), rt.FieldAlign(), rt.Comparable(), rt.String())
	for i := range t.NumField() {
		f := t.Field(i)
		ft := f.Type
		fmt.Println(f.Name, ft, f.PkgPath, f.Index, f.Anonymous, f.IsExported(), ft.Kind(), ft.Comparable(), ft.AssignableTo(reflect.TypeFor[any]()), ft.ConvertibleTo(reflect.TypeFor[string]()), ft.CanSeq(), ft.CanSeq2())
	}
	tag := t.Field(0).Tag
	fmt.Println(tag.Get("json"), tag.Get("none"), reflect.StructTag(`a:"b" c:""`).Get("c"))
	fmt.Println(tag.Lookup("x"))
	fmt.Println(tag.Lookup("bad"))
	f, ok := t.FieldByName("Deep")
	fmt.Println(f.Name, f.Index, ok, t.FieldByIndex([]int{2, 0}).Name)
	f, ok = t.FieldByNameFunc(func(s string) bool { return s == "b" })
	fmt.Println(f.Name, f.PkgPath, ok)
	_, ok = t.FieldByNameFunc(func(s string) bool { return len(s) == 1 })
	fmt.Println(ok)
	for f := range t.Fields() {
		fmt.Print(f.Name, " ")
	}
	for m := range reflect.PointerTo(t).Methods() {
		fmt.Print(m.Name, " ", m.Type, " ", m.IsExported(), " ", m.Index, "; ")
	}
	fmt.Println()
	var m reflect.Method
	m, ok = t.MethodByName("Value")
	fmt.Println(m.Name, m.Type, ok, m.Func.Call([]reflect.Value{reflect.ValueOf(T{A: 4}), reflect.ValueOf(3)})[0])
	_, ok = t.MethodByName("Pointer")
	fmt.Println(ok)
	it := reflect.TypeFor[Iface]()
	im, _ := it.MethodByName("Value")
	fmt.Println(im.Name, im.Type, im.Func.IsValid(), it.NumMethod(), t.Implements(it))
	ft := t.Field(6).Type
	fmt.Println(ft.NumIn(), ft.NumOut(), ft.IsVariadic(), slices.Collect(ft.Ins()), slices.Collect(ft.Outs()), ft.In(1), ft.Out(1))
	fmt.Println(t.Field(7).Type.ChanDir(), reflect.RecvDir, reflect.SendDir, reflect.BothDir, reflect.ChanDir(0), t.Field(4).Type.Key(), t.Field(8).Type.Len(), t.Field(0).Type.Bits())
	i8, f32, c64, u8 := reflect.TypeFor[MyInt](), reflect.TypeFor[float32](), reflect.TypeFor[complex64](), reflect.TypeFor[uint8]()
	fmt.Println(i8.OverflowInt(127), i8.OverflowInt(128), f32.OverflowFloat(1e38), f32.OverflowFloat(1e39), c64.OverflowComplex(1e39), u8.OverflowUint(256))
	fmt.Println(reflect.ArrayOf(3, i8), reflect.ChanOf(reflect.SendDir, t), reflect.FuncOf([]reflect.Type{u8, reflect.TypeFor[[]string]()}, []reflect.Type{f32}, true), reflect.PtrTo(t), reflect.MapOf(u8, t), reflect.SliceOf(t))

	x := T{A: 1, b: "hid", Inner: &Inner{7}, C: []byte("abc"), D: map[string]int{"k": 1}, H: [2]float32{1, 2}, I: 3 + 4i, K: 9}
	v := reflect.ValueOf(&x).Elem()
	a := v.Field(0)
	fmt.Println(a.CanAddr(), a.CanSet(), a.CanInt(), a.CanUint(), a.CanFloat(), a.CanComplex(), a.CanInterface(), v.Field(1).CanSet(), v.Field(1).CanInterface(), a.CanConvert(f32))
	*a.Addr().Interface().(*int) = 5
	fmt.Println(x.A, a.Int(), a.OverflowInt(1<<62), v.Field(3).Bytes(), v.Field(8).Index(1).Float(), v.Field(9).Complex(), v.Field(11).Uint(), reflect.ValueOf(true).Bool())
	v.Field(3).SetBytes([]byte("xyz"))
	v.Field(9).SetComplex(1i)
	v.Field(8).Index(0).SetFloat(2.5)
	v.Field(12).SetPointer(unsafe.Pointer(&x.A))
	fmt.Println(string(x.C), x.I, x.H, *(*int)(x.L), v.Field(12).UnsafePointer() == unsafe.Pointer(&x.A), v.Field(12).IsNil(), v.Field(5).IsNil(), v.Field(5).IsValid())
	fmt.Println(v.FieldByIndex([]int{2, 0}), v.FieldByNameFunc(func(s string) bool { return s == "Deep" }), v.NumMethod(), v.Addr().NumMethod())
	fmt.Println(v.FieldByIndexErr([]int{2, 0}))
	x.Inner = nil
	_, err := v.FieldByIndexErr([]int{2, 0})
	fmt.Println(err)
	v.Field(2).SetZero()
	s := reflect.ValueOf(&[]int{1, 2, 3, 4, 5}).Elem()
	s.SetLen(4)
	s.SetCap(4)
	fmt.Println(s.Slice(1, 3), s.Slice3(1, 2, 3).Cap(), s.Len(), s.Cap(), reflect.Append(s, reflect.ValueOf(9)), reflect.AppendSlice(s, s))
	s.Grow(10)
	fmt.Println(s.Cap() >= 14, s.Comparable(), reflect.ValueOf(1).Comparable(), reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.Copy(s, reflect.ValueOf([]int{7, 8})), s)
	s.Clear()
	fmt.Println(s, s.Pointer() != 0, s.UnsafePointer() != nil)
	mv := reflect.MakeMapWithSize(reflect.TypeFor[map[string]int](), 4)
	mv.SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1))
	fmt.Println(mv.MapIndex(reflect.ValueOf("a")), mv.MapIndex(reflect.ValueOf("b")).IsValid(), mv.MapKeys(), mv.Len())
	var iter1 *reflect.MapIter = mv.MapRange()
	for iter1.Next() {
		k, e := reflect.New(reflect.TypeFor[string]()).Elem(), reflect.New(reflect.TypeFor[int]()).Elem()
		k.SetIterKey(iter1)
		e.SetIterValue(iter1)
		fmt.Println(k, e, iter1.Key(), iter1.Value())
	}
	iter1.Reset(reflect.ValueOf(map[string]int{"z": 26}))
	fmt.Println(iter1.Next(), iter1.Key())
	mv.Clear()
	fmt.Println(mv.Len())
	c := reflect.MakeChan(reflect.TypeFor[chan int](), 1)
	fmt.Println(c.TrySend(reflect.ValueOf(4)), c.TrySend(reflect.ValueOf(5)))
	fmt.Println(c.TryRecv())
	r, ok := c.TryRecv()
	fmt.Println(r.IsValid(), ok)
	c.Close()
	fmt.Println(c.Recv())
	for i := range reflect.ValueOf(3).Seq() {
		fmt.Print(i, " ")
	}
	for k, e := range reflect.ValueOf([]string{"p", "q"}).Seq2() {
		fmt.Print(k, e, " ")
	}
	var seq iter.Seq[string] = func(yield func(string) bool) { _ = yield("one") && yield("two") }
	for e := range reflect.ValueOf(seq).Seq() {
		fmt.Print(e, " ")
	}
	fmt.Println()
	for f, e := range v.Fields() {
		fmt.Print(f.Name, "=", e.Kind(), " ")
	}
	for m, e := range v.Methods() {
		fmt.Print(m.Name, "=", e.Type(), " ")
	}
	fmt.Println()
	fmt.Println(v.MethodByName("Many").CallSlice([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf([]string{"a", "b"})})[0], v.Method(0).Type())
	fmt.Println(reflect.Indirect(reflect.ValueOf(&x)).Type(), reflect.Zero(t).IsZero(), reflect.VisibleFields(t)[3].Name, len(reflect.VisibleFields(t)))
	n := 41
	at := reflect.NewAt(reflect.TypeFor[int](), unsafe.Pointer(&n))
	at.Elem().SetInt(42)
	fmt.Println(n, at.Elem().UnsafeAddr() == uintptr(unsafe.Pointer(&n)))
	f1 := reflect.ValueOf(&x).Elem().Field(1)
	reflect.NewAt(f1.Type(), unsafe.Pointer(f1.UnsafeAddr())).Elem().SetString("changed")
	fmt.Println(x.b, *(*int)(unsafe.Pointer(reflect.ValueOf(&n).Pointer())))
	arr := [3]int{1, 2, 3}
	fmt.Println(reflect.SliceAt(reflect.TypeFor[int](), unsafe.Pointer(&arr[0]), 2))
	got, ok := reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(MyInt(1)))
	fmt.Println(got, ok)
	fmt.Println(reflect.TypeAssert[string](reflect.ValueOf(1)))
	fmt.Println(reflect.ValueOf(int8(1)).OverflowInt(200), reflect.ValueOf(u8).Kind(), reflect.ValueOf(uint8(1)).OverflowUint(256), reflect.ValueOf(float32(1)).OverflowFloat(1e300), reflect.ValueOf(complex64(1)).OverflowComplex(1e300))
	fmt.Println(reflect.SelectSend, reflect.SelectRecv, reflect.SelectDefault, reflect.SelectDir(1))
	chosen, _, _ := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}})
	fmt.Println(chosen)
	var sh reflect.SliceHeader
	var th reflect.StringHeader
	fmt.Println(sh.Len, th.Len)

	zero := reflect.Value{}
	un := reflect.ValueOf(x)
	for what, f := range map[string]func(){} {
		try(what, f)
	}
	try("Int of string", func() { reflect.ValueOf("s").Int() })
	try("zero Type", func() { zero.Type() })
	try("zero Interface", func() { zero.Interface() })
	try("SetInt unaddressable", func() { un.Field(0).SetInt(1) })
	try("SetString unexported", func() { v.Field(1).SetString("x") })
	try("Interface unexported", func() { v.Field(1).Interface() })
	try("Set wrong type", func() { a.Set(reflect.ValueOf("x")) })
	try("Elem of int", func() { reflect.ValueOf(1).Elem() })
	try("Field of int", func() { reflect.ValueOf(1).Field(0) })
	try("Field out of range", func() { v.Field(99) })
	try("Index out of range", func() { s.Index(99) })
	try("IsNil of int", func() { reflect.ValueOf(1).IsNil() })
	try("Len of int", func() { reflect.ValueOf(1).Len() })
	try("Slice bounds", func() { s.Slice(3, 99) })
	try("Slice of array", func() { un.Field(8).Slice(0, 1) })
	try("Call of int", func() { reflect.ValueOf(1).Call(nil) })
	try("Call few", func() { reflect.ValueOf(try).Call(nil) })
	try("Call many", func() { reflect.ValueOf(func() {}).Call([]reflect.Value{un}) })
	try("Call wrong", func() { reflect.ValueOf(func(int) {}).Call([]reflect.Value{reflect.ValueOf("s")}) })
	try("Call nil", func() { var f func(); reflect.ValueOf(f).Call(nil) })
	try("MapIndex wrong", func() { mv.MapIndex(reflect.ValueOf(1)) })
	try("SetMapIndex nil", func() { var m map[string]int; reflect.ValueOf(m).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	try("Convert", func() { reflect.ValueOf("s").Convert(f32) })
	try("Convert short", func() { reflect.ValueOf([]int{1}).Convert(reflect.TypeFor[[2]int]()) })
	try("Send closed", func() { c.Send(reflect.ValueOf(1)) })
	try("Addr", func() { un.Addr() })
	try("Type.Elem", func() { i8.Elem() })
	try("Type.Key", func() { i8.Key() })
	try("Type.Len", func() { i8.Len() })
	try("Type.In", func() { i8.In(0) })
	try("Type.Field", func() { i8.Field(0) })
	try("Type.NumField", func() { i8.NumField() })
	try("Type.Bits", func() { t.Bits() })
	try("Type.ChanDir", func() { t.ChanDir() })
	try("Type.Method", func() { t.Method(9) })
	try("Value.Method", func() { v.Method(9) })
	try("SetLen", func() { s.SetLen(99) })
	try("MakeSlice", func() { reflect.MakeSlice(reflect.TypeFor[[]int](), 2, 1) })
	try("MakeSlice of int", func() { reflect.MakeSlice(i8, 2, 1) })
	try("MakeMap of int", func() { reflect.MakeMap(i8) })
	try("MakeChan of recv", func() { reflect.MakeChan(reflect.TypeFor[<-chan int](), 1) })
	try("New nil", func() { reflect.New(nil) })
	try("Zero nil", func() { reflect.Zero(nil) })
	try("ArrayOf", func() { reflect.ArrayOf(-1, i8) })
	try("MapOf", func() { reflect.MapOf(reflect.TypeFor[[]int](), i8) })
	try("Implements", func() { t.Implements(i8) })
	try("FieldByIndex nil", func() { v.FieldByIndex([]int{2, 0}) })
	try("Copy", func() { reflect.Copy(s, reflect.ValueOf([]string{"a"})) })
	try("Append", func() { reflect.Append(s, reflect.ValueOf("a")) })
	try("Swapper", func() { reflect.Swapper(1) })
	try("Swapper bounds", func() { reflect.Swapper([]int{1})(0, 1) })
	try("Iter", func() { new(reflect.MapIter).Next() })
	try("Key before Next", func() { mv.MapRange().Key() })
	try("Equal", func() { s.Equal(s) })
	try("Bytes", func() { s.Bytes() })
	try("Seq", func() { un.Seq() })
	try("StructOf", func() { reflect.StructOf([]reflect.StructField{{Name: "a", Type: i8}}) })
	try("StructOf twice", func() { reflect.StructOf([]reflect.StructField{{Name: "A", Type: i8}, {Name: "A", Type: i8}}) })
	try("StructOf empty", func() { reflect.StructOf([]reflect.StructField{{Type: i8}}) })
	try("InterfaceData", func() { v.Field(5).InterfaceData() })
}
