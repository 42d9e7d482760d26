package reflect

import (
	"unsafe"
)

type flag uintptr

const (
	// The word is a pointer to the value, not the value.
	flagIndir flag = 1 << iota
	// The value is a variable.
	flagAddr
	// It came out of a field that is not exported,
	flagStickyRO
	// or out of an embedded one.
	flagEmbedRO
	flagRO = flagStickyRO | flagEmbedRO
)

// Above: the number of a method and one, of a method value.
const methodShift = 8

// A value: of a type with one slot or none the value itself, else a pointer to it.
type Value struct {
	typ  *rtype
	ptr  unsafe.Pointer
	flag flag
}

type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func alloc(t, n int) unsafe.Pointer
func move(t int, dst, src unsafe.Pointer, n int)
func clear(t int, dst unsafe.Pointer, n int)
func box(t int, p unsafe.Pointer) any
func direct(t int, word unsafe.Pointer) any
func equal(t int, a, b unsafe.Pointer) bool
func address(p unsafe.Pointer) uintptr
func codeOf(fn unsafe.Pointer) uintptr

func add(p unsafe.Pointer, n int) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + uintptr(n))
}

func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	t := toRType(typeOf(i))
	v := Value{t, word(i), 0}
	if t.get().slots > 1 {
		v.flag = flagIndir
	}
	return v
}

// A value of type t in memory.
func at(t *rtype, p unsafe.Pointer, f flag) Value {
	return Value{t, p, f | flagIndir}
}

// Where the value lies; one that lies nowhere is put somewhere.
func (v Value) addr() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	p := alloc(v.typ.id, 1)
	if v.typ.get().slots == 1 {
		store(v.typ.id, p, []unsafe.Pointer{v.ptr})
	}
	return p
}

// The only slot of a value.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndir == 0 {
		return v.ptr
	}
	return *(*unsafe.Pointer)(v.ptr)
}

func (v Value) kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	if v.flag>>methodShift != 0 {
		return Func
	}
	return v.typ.get().kind
}

func (v Value) Kind() Kind    { return v.kind() }
func (v Value) IsValid() bool { return v.typ != nil }

func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	if n := int(v.flag >> methodShift); n != 0 {
		return toType(v.typ.methods()[n-1].typ)
	}
	return v.typ
}

func (v Value) must(k Kind, method string) {
	if v.kind() != k {
		panic(&ValueError{"reflect.Value." + method, v.kind()})
	}
}

func (v Value) mustExported(method string) {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value." + method, Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

func (v Value) mustAssignable(method string) {
	v.mustExported(method)
	if v.flag&flagAddr == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }
func (v Value) CanSet() bool  { return v.flag&(flagAddr|flagRO) == flagAddr }

func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagRO == 0
}

func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{PointerTo(v.typ).common(), v.ptr, v.flag & flagRO}
}

func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	// Not what %p shows: unsafe.Pointer makes a pointer of it again.
	return uintptr(v.ptr)
}

func (v Value) Interface() any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.iface()
}

func (v Value) iface() any {
	if v.flag>>methodShift != 0 {
		v = v.bound()
	}
	if v.typ.get().kind == Interface {
		return *(*any)(v.addr())
	}
	if v.flag&flagIndir != 0 {
		return box(v.typ.id, v.ptr)
	}
	return direct(v.typ.id, v.ptr)
}

func (v Value) InterfaceData() [2]uintptr {
	v.must(Interface, "InterfaceData")
	return *(*[2]uintptr)(v.addr())
}

func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := v.iface().(T)
	return x, ok
}

func (v Value) Bool() bool {
	v.must(Bool, "Bool")
	if v.flag&flagIndir != 0 {
		return *(*bool)(v.ptr)
	}
	return v.ptr != nil
}

func (v Value) Int() int64 {
	indir := v.flag&flagIndir != 0
	switch k := v.kind(); k {
	case Int, Int8, Int16, Int32, Int64:
		if !indir {
			return int64(uintptr(v.ptr))
		}
		switch k {
		case Int8:
			return int64(*(*int8)(v.ptr))
		case Int16:
			return int64(*(*int16)(v.ptr))
		case Int32:
			return int64(*(*int32)(v.ptr))
		}
		return *(*int64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Int", v.kind()})
}

func (v Value) Uint() uint64 {
	indir := v.flag&flagIndir != 0
	switch k := v.kind(); k {
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		if !indir {
			return uint64(uintptr(v.ptr))
		}
		switch k {
		case Uint8:
			return uint64(*(*uint8)(v.ptr))
		case Uint16:
			return uint64(*(*uint16)(v.ptr))
		case Uint32:
			return uint64(*(*uint32)(v.ptr))
		}
		return *(*uint64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Uint", v.kind()})
}

func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.addr()))
	case Float64:
		return *(*float64)(v.addr())
	}
	panic(&ValueError{"reflect.Value.Float", v.kind()})
}

func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.addr()))
	case Complex128:
		return *(*complex128)(v.addr())
	}
	panic(&ValueError{"reflect.Value.Complex", v.kind()})
}

func (v Value) String() string {
	if v.kind() == String {
		return *(*string)(v.addr())
	}
	if v.kind() == Invalid {
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if v.typ.elem().Kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.addr())
	case Array:
		if v.typ.elem().Kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), v.typ.Len())
	}
	panic(&ValueError{"reflect.Value.Bytes", v.kind()})
}

func (v Value) CanInt() bool     { return Int <= v.kind() && v.kind() <= Int64 }
func (v Value) CanUint() bool    { return Uint <= v.kind() && v.kind() <= Uintptr }
func (v Value) CanFloat() bool   { return v.kind() == Float32 || v.kind() == Float64 }
func (v Value) CanComplex() bool { return v.kind() == Complex64 || v.kind() == Complex128 }

func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.OverflowInt", v.kind()})
	}
	return v.typ.OverflowInt(x)
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.OverflowUint", v.kind()})
	}
	return v.typ.OverflowUint(x)
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(&ValueError{"reflect.Value.OverflowFloat", v.kind()})
	}
	return v.typ.OverflowFloat(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(&ValueError{"reflect.Value.OverflowComplex", v.kind()})
	}
	return v.typ.OverflowComplex(x)
}

func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		e := ValueOf(*(*any)(v.addr()))
		if e.typ != nil {
			e.flag |= readOnly(v.flag)
		}
		return e
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{v.typ.elem(), p, v.flag&flagRO | flagIndir | flagAddr}
	}
	panic(&ValueError{"reflect.Value.Elem", v.kind()})
}

func readOnly(f flag) flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

func (v Value) NumField() int {
	v.must(Struct, "NumField")
	return v.typ.get().fields
}

func (v Value) Field(i int) Value {
	v.must(Struct, "Field")
	if uint(i) >= uint(v.typ.get().fields) {
		panic("reflect: Field index out of range")
	}
	name, pkg, _, typ, offset, embedded := field(v.typ.id, i)
	f := v.flag &^ flagEmbedRO
	if pkg != "" && !exported(name) {
		if embedded {
			f |= flagEmbedRO
		} else {
			f |= flagStickyRO
		}
	}
	t := toRType(typ)
	if v.flag&flagIndir == 0 {
		// The struct has one slot at most, and so has the field.
		if t.get().slots == 0 {
			return Value{t, nil, f}
		}
		return Value{t, v.ptr, f}
	}
	return Value{t, add(v.ptr, offset), f}
}

func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.must(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().Kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

type nilEmbedded string

func (e nilEmbedded) Error() string { return string(e) }

func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.must(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().Kind() == Struct {
			if v.IsNil() {
				return Value{}, nilEmbedded("reflect: indirection through nil pointer to embedded struct field " + v.typ.elem().Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

func (v Value) FieldByName(name string) Value {
	v.must(Struct, "FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		if v.flag>>methodShift != 0 {
			return false
		}
		return v.word() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.addr()) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.kind()})
}

func (v Value) IsZero() bool {
	switch v.kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Bool:
		return !v.Bool()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == 0
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == 0
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if name, _, _, _, _, _ := field(v.typ.id, i); name != "_" && !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	case String:
		return v.Len() == 0
	}
	return v.IsNil()
}

func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return uintptr(v.word())
	case Func:
		if v.flag>>methodShift != 0 {
			v = v.bound()
		}
		if v.word() == nil {
			return 0
		}
		return codeOf(v.word())
	case Slice, String:
		return uintptr(*(*unsafe.Pointer)(v.addr()))
	}
	panic(&ValueError{"reflect.Value.Pointer", v.kind()})
}

func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return v.word()
	case Func:
		return unsafe.Pointer(v.Pointer())
	case Slice, String:
		return *(*unsafe.Pointer)(v.addr())
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.kind()})
}

func (v Value) SetBool(x bool) {
	v.mustAssignable("SetBool")
	v.must(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

func (v Value) SetInt(x int64) {
	v.mustAssignable("SetInt")
	switch v.kind() {
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	case Int, Int64:
		*(*int64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetInt", v.kind()})
	}
}

func (v Value) SetUint(x uint64) {
	v.mustAssignable("SetUint")
	switch v.kind() {
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetUint", v.kind()})
	}
}

func (v Value) SetFloat(x float64) {
	v.mustAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetFloat", v.kind()})
	}
}

func (v Value) SetComplex(x complex128) {
	v.mustAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetComplex", v.kind()})
	}
}

func (v Value) SetString(x string) {
	v.mustAssignable("SetString")
	v.must(String, "SetString")
	*(*string)(v.ptr) = x
}

func (v Value) SetBytes(x []byte) {
	v.mustAssignable("SetBytes")
	v.must(Slice, "SetBytes")
	if v.typ.elem().Kind() != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustAssignable("SetPointer")
	v.must(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

func (v Value) SetZero() {
	v.mustAssignable("SetZero")
	clear(v.typ.id, v.ptr, 1)
}

func (v Value) Set(x Value) {
	v.mustAssignable("Set")
	x.mustExported("Set")
	v.put("reflect.Set", x)
}

// Assigns x to a variable.
func (v Value) put(context string, x Value) {
	x = x.assignTo(context, v.typ)
	move(v.typ.id, v.ptr, x.addr(), 1)
}

// The value as one of type t, as an assignment makes it.
func (v Value) assignTo(context string, t *rtype) Value {
	if v.flag>>methodShift != 0 {
		v = v.bound()
	}
	switch {
	case v.typ == t:
		return v
	case !v.typ.assignableTo(t):
		panic(context + ": value of type " + v.typ.String() + " is not assignable to type " + t.String())
	case t.Kind() == Interface:
		if v.Kind() == Interface && v.IsNil() {
			return Value{t, alloc(t.id, 1), flagIndir}
		}
		p := alloc(t.id, 1)
		*(*any)(p) = v.iface()
		return at(t, p, 0)
	}
	return Value{t, v.ptr, v.flag & flagIndir}
}

func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		switch v.typ.Elem().Kind() {
		case Interface, Array, Struct:
			for i := 0; i < v.Len(); i++ {
				if !v.Index(i).Comparable() {
					return false
				}
			}
			return true
		}
		return v.typ.Comparable()
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.typ.Comparable()
}

func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.Kind() != u.Kind() || v.Type() != u.Type() {
		return false
	}
	switch v.Kind() {
	case Array:
		for i := range v.Len() {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		if v.Len() > 0 || v.typ.Comparable() {
			return true
		}
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	case Func, Map, Slice:
	default:
		return equal(v.typ.id, v.addr(), u.addr())
	}
	panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
}

func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag>>methodShift != 0 {
		return 0
	}
	return v.typ.NumMethod()
}

func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag>>methodShift != 0 || uint(i) >= uint(v.typ.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.typ.Kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	v.flag = v.flag&^flagRO | readOnly(v.flag) | flag(i+1)<<methodShift
	return v
}

func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag>>methodShift != 0 {
		return Value{}
	}
	if i := v.typ.methodIndex(name); i >= 0 {
		return v.Method(i)
	}
	return Value{}
}
