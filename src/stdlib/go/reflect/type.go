// Package reflect: types are numbers of the running program, values are pointers to its memory.
package reflect

import (
	"iter"
	"strconv"
	"unsafe"
)

type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

const Ptr = Pointer

var kindNames = [...]string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string",
	"struct", "unsafe.Pointer",
}

func (k Kind) String() string {
	if uint(k) < uint(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	Methods() iter.Seq[Method]
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	Fields() iter.Seq[StructField]
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Ins() iter.Seq[Type]
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	Outs() iter.Seq[Type]
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	common() *rtype
}

// A type: its number, and what was asked about it once.
type rtype struct {
	id   int
	info *info
}

type info struct {
	kind                    Kind
	slots                   int
	elem, key, len          int
	dir                     ChanDir
	size                    int
	flags                   int
	str                     string
	fields, params, results int
	methods                 []entry
	listed                  bool
}

// A method of a type: pkg is the package of one that is not exported, code is where it starts, 0 in an interface type.
type entry struct {
	name, pkg string
	typ       int
	code      int
}

// Exported ones come first.
func (e entry) before(o entry) bool {
	if (e.pkg == "") != (o.pkg == "") {
		return e.pkg == ""
	}
	if e.name != o.name {
		return e.name < o.name
	}
	return e.pkg < o.pkg
}

const (
	isNamed = 1 << iota
	isVariadic
	isComparable
	isWide
)

func typeOf(v any) int
func word(v any) unsafe.Pointer
func count() int
func describe(t int) (kind, slots, elem, key, len, dir, size, flags int)
func typeString(t int) string
func pkgPath(t int) string
func counts(t int) (fields, params, results, methods int)
func field(t, i int) (name, pkg, tag string, typ, offset int, embedded bool)
func param(t, i int, result bool) int
func method(t, i int) (name string, typ, code int)
func implements(t, iface int) bool

// Types that a program may make while it runs.
const made = 4096

var types = make([]rtype, count()+made)

func toRType(id int) *rtype {
	if id >= len(types) {
		panic("reflect: too many types made at run time")
	}
	t := &types[id]
	t.id = id
	return t
}

func toType(id int) Type { return toRType(id) }

func (t *rtype) get() *info {
	if t.info == nil {
		in := new(info)
		var kind, dir int
		kind, in.slots, in.elem, in.key, in.len, dir, in.size, in.flags = describe(t.id)
		in.kind, in.dir = Kind(kind), ChanDir(dir)
		in.str = typeString(t.id)
		in.fields, in.params, in.results, _ = counts(t.id)
		t.info = in
	}
	return t.info
}

func TypeOf(i any) Type {
	if i == nil {
		return nil
	}
	return toType(typeOf(i))
}

func TypeFor[T any]() Type {
	return TypeOf((*T)(nil)).Elem()
}

func (t *rtype) common() *rtype { return t }
func (t *rtype) String() string { return t.get().str }
func (t *rtype) Kind() Kind     { return t.get().kind }
func (t *rtype) Size() uintptr  { return uintptr(t.get().size) }

func (t *rtype) Align() int {
	switch in := t.get(); in.kind {
	case Array:
		return toRType(in.elem).Align()
	case Struct:
		align := 1
		for i := 0; i < in.fields; i++ {
			align = max(align, t.fieldType(i).Align())
		}
		return align
	case Bool, Int8, Uint8:
		return 1
	case Int16, Uint16:
		return 2
	case Int32, Uint32, Float32, Complex64:
		return 4
	}
	return 8
}

func (t *rtype) FieldAlign() int { return t.Align() }

func (t *rtype) named() bool { return t.get().flags&isNamed != 0 }

func (t *rtype) Name() string {
	in := t.get()
	if !t.named() && !basic(in.kind) {
		return ""
	}
	depth := 0
	for i := len(in.str) - 1; i >= 0; i-- {
		switch in.str[i] {
		case ']':
			depth++
		case '[':
			depth--
		case '.':
			if depth == 0 {
				return in.str[i+1:]
			}
		}
	}
	return in.str
}

func basic(k Kind) bool {
	return Bool <= k && k <= Complex128 || k == String || k == UnsafePointer
}

func (t *rtype) PkgPath() string {
	if !t.named() {
		return ""
	}
	return pkgPath(t.id)
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(t.id, u.common().id)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return t.assignableTo(u.common())
}

func (t *rtype) assignableTo(u *rtype) bool {
	if t == u || u.Kind() == Interface && implements(t.id, u.id) {
		return true
	}
	if t.named() && u.named() || t.Kind() != u.Kind() || basic(t.Kind()) && t != u {
		return false
	}
	if t.Kind() == Chan && t.ChanDir() == BothDir && t.Elem() == u.Elem() {
		return true
	}
	return sameUnder(t, u, true)
}

// Whether two types have identical underlying types; tags count if told so.
func sameUnder(t, u *rtype, tags bool) bool {
	if t == u {
		return true
	}
	a, b := t.get(), u.get()
	if a.kind != b.kind {
		return false
	}
	same := func(x, y int) bool {
		return x == y || !tags && !toRType(x).named() && !toRType(y).named() && sameUnder(toRType(x), toRType(y), tags)
	}
	switch a.kind {
	case Array:
		return a.len == b.len && same(a.elem, b.elem)
	case Chan:
		return a.dir == b.dir && same(a.elem, b.elem)
	case Pointer, Slice:
		return same(a.elem, b.elem)
	case Map:
		return same(a.key, b.key) && same(a.elem, b.elem)
	case Func:
		if a.params != b.params || a.results != b.results || (a.flags^b.flags)&isVariadic != 0 {
			return false
		}
		for i := 0; i < a.params; i++ {
			if !same(param(t.id, i, false), param(u.id, i, false)) {
				return false
			}
		}
		for i := 0; i < a.results; i++ {
			if !same(param(t.id, i, true), param(u.id, i, true)) {
				return false
			}
		}
		return true
	case Interface:
		return implements(t.id, u.id) && implements(u.id, t.id)
	case Struct:
		if a.fields != b.fields {
			return false
		}
		for i := 0; i < a.fields; i++ {
			name, pkg, tag, typ, _, embedded := field(t.id, i)
			name2, pkg2, tag2, typ2, _, embedded2 := field(u.id, i)
			if name != name2 || pkg != pkg2 || tags && tag != tag2 || embedded != embedded2 || !same(typ, typ2) {
				return false
			}
		}
		return true
	}
	return true
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return converter(u.common(), t) != nil
}

func (t *rtype) Comparable() bool { return t.get().flags&isComparable != 0 }

func (t *rtype) Bits() int {
	k := t.Kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return t.get().size * 8
}

func (t *rtype) ChanDir() ChanDir {
	if t.Kind() != Chan {
		panic("reflect: ChanDir of non-chan type " + t.String())
	}
	return t.get().dir
}

func (t *rtype) IsVariadic() bool {
	if t.Kind() != Func {
		panic("reflect: IsVariadic of non-func type " + t.String())
	}
	return t.get().flags&isVariadic != 0
}

func (t *rtype) Elem() Type { return t.elem() }

func (t *rtype) elem() *rtype {
	switch in := t.get(); in.kind {
	case Array, Chan, Map, Pointer, Slice:
		return toRType(in.elem)
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	if t.Kind() != Map {
		panic("reflect: Key of non-map type " + t.String())
	}
	return toType(t.get().key)
}

func (t *rtype) Len() int {
	if t.Kind() != Array {
		panic("reflect: Len of non-array type " + t.String())
	}
	return t.get().len
}

func (t *rtype) NumIn() int {
	if t.Kind() != Func {
		panic("reflect: NumIn of non-func type " + t.String())
	}
	return t.get().params
}

func (t *rtype) NumOut() int {
	if t.Kind() != Func {
		panic("reflect: NumOut of non-func type " + t.String())
	}
	return t.get().results
}

func (t *rtype) In(i int) Type {
	if t.Kind() != Func {
		panic("reflect: In of non-func type " + t.String())
	}
	_ = make([]struct{}, t.get().params)[i]
	return toType(param(t.id, i, false))
}

func (t *rtype) Out(i int) Type {
	if t.Kind() != Func {
		panic("reflect: Out of non-func type " + t.String())
	}
	_ = make([]struct{}, t.get().results)[i]
	return toType(param(t.id, i, true))
}

func (t *rtype) Ins() iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for i := 0; i < t.NumIn(); i++ {
			if !yield(t.In(i)) {
				return
			}
		}
	}
}

func (t *rtype) Outs() iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for i := 0; i < t.NumOut(); i++ {
			if !yield(t.Out(i)) {
				return
			}
		}
	}
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return overflows32(real(x)) || overflows32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return overflows32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

func (t *rtype) OverflowInt(x int64) bool {
	if k := t.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	shift := 64 - uint(t.get().size)*8
	return x<<shift>>shift != x
}

func (t *rtype) OverflowUint(x uint64) bool {
	if k := t.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	shift := 64 - uint(t.get().size)*8
	return x<<shift>>shift != x
}

func overflows32(x float64) bool {
	if x < 0 {
		x = -x
	}
	return 3.40282346638528859811704183484516925440e+38 < x && x <= 1.79769313486231570814527423731704356798070e+308
}

func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return t.yields(1)
	case Pointer:
		return t.elem().Kind() == Array
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return t.yields(2)
	case Pointer:
		return t.elem().Kind() == Array
	}
	return false
}

// Whether it is func(yield func(n things) bool).
func (t *rtype) yields(n int) bool {
	if t.NumIn() != 1 || t.NumOut() != 0 || t.In(0).Kind() != Func {
		return false
	}
	y := t.In(0)
	return y.NumIn() == n && y.NumOut() == 1 && y.Out(0) == TypeFor[bool]()
}
