package reflect

import (
	"internal/unicode"
	"strconv"
	"unsafe"
)

func derive(kind, elem, key, n int) int
func makeType(kind, elem, key, n int, name string)
func findFunc(in, out []int, variadic bool) int
func nextLiteral(k Kind, t int) int
func adopt(t, from int, stub func())
func makeFunc(in, out []int, variadic bool, name string)
func makeStruct(names, pkgs, tags []string, types []int, embedded []bool, size int, name string)

// The type of this form, made if the program has none yet.
func derived(k Kind, elem, key *rtype, n int, name string) Type {
	keyID := 0
	if key != nil {
		keyID = key.id
	}
	id := derive(int(k), elem.id, keyID, n)
	if id < 0 {
		makeType(int(k), elem.id, keyID, n, name)
		id = count() - 1
	}
	return toType(id)
}

func PtrTo(t Type) Type { return PointerTo(t) }

func PointerTo(t Type) Type {
	return derived(Pointer, t.common(), nil, 0, "*"+t.String())
}

func SliceOf(t Type) Type {
	return derived(Slice, t.common(), nil, 0, "[]"+t.String())
}

func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	return derived(Array, elem.common(), nil, length, "["+strconv.Itoa(length)+"]"+elem.String())
}

func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return derived(Map, elem.common(), key.common(), 0, "map["+key.String()+"]"+elem.String())
}

func ChanOf(dir ChanDir, t Type) Type {
	var name string
	switch dir {
	default:
		panic("reflect.ChanOf: invalid dir")
	case SendDir:
		name = "chan<- " + t.String()
	case RecvDir:
		name = "<-chan " + t.String()
	case BothDir:
		name = "chan " + t.String()
		if s := t.String(); len(s) > 0 && s[0] == '<' {
			name = "chan (" + s + ")"
		}
	}
	return derived(Chan, t.common(), nil, int(dir), name)
}

func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	if len(in)+len(out) > 128 {
		panic("reflect.FuncOf: too many arguments")
	}
	ids := func(list []Type) (ids []int) {
		for _, t := range list {
			ids = append(ids, t.common().id)
		}
		return ids
	}
	params, results := ids(in), ids(out)
	if id := findFunc(params, results, variadic); id != 0 {
		return toType(id)
	}
	name := "func("
	for i, t := range in {
		if i > 0 {
			name += ", "
		}
		if variadic && i == len(in)-1 {
			name += "..." + t.Elem().String()
		} else {
			name += t.String()
		}
	}
	name += ")"
	switch len(out) {
	case 0:
	case 1:
		name += " " + out[0].String()
	default:
		name += " ("
		for i, t := range out {
			if i > 0 {
				name += ", "
			}
			name += t.String()
		}
		name += ")"
	}
	makeFunc(params, results, variadic, name)
	return toType(count() - 1)
}

func StructOf(fields []StructField) Type {
	var names, pkgs, tags []string
	var ids []int
	var embedded []bool
	pkgPath := ""
	name := "struct {"
	size, align, lastZero := 0, 1, 0
	seen := map[string]bool{}
	for i, f := range fields {
		if f.Name == "" {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
		}
		if !validFieldName(f.Name) {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has invalid name")
		}
		if f.Type == nil {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
		}
		if f.Anonymous && f.PkgPath != "" {
			panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
		}
		if c := f.Name[0]; f.PkgPath == "" && ('a' <= c && c <= 'z' || c == '_') {
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		}
		if f.PkgPath != "" {
			if pkgPath != "" && pkgPath != f.PkgPath {
				panic("reflect.StructOf: fields with different PkgPath " + pkgPath + " and " + f.PkgPath)
			}
			pkgPath = f.PkgPath
		}
		if f.Anonymous {
			checkEmbedded(f.Type.common(), i, len(fields))
		}
		if f.Name != "_" && seen[f.Name] {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		seen[f.Name] = true
		names, pkgs, tags = append(names, f.Name), append(pkgs, f.PkgPath), append(tags, string(f.Tag))
		ids, embedded = append(ids, f.Type.common().id), append(embedded, f.Anonymous)
		if i > 0 {
			name += ";"
		}
		name += " "
		if !f.Anonymous {
			name += f.Name + " "
		}
		name += f.Type.String()
		if f.Tag != "" {
			name += " " + strconv.Quote(string(f.Tag))
		}
		ft := f.Type.common()
		a := ft.Align()
		align = max(align, a)
		size = (size+a-1)/a*a + int(ft.Size())
		if ft.Size() == 0 {
			lastZero = size
		}
	}
	// A field without size at the end has an address of its own.
	if size > 0 && lastZero == size {
		size++
	}
	if len(fields) > 0 {
		name += " "
	}
	name += "}"
	size = (size + align - 1) / align * align
	for id := nextLiteral(Struct, 0); id != 0; id = nextLiteral(Struct, id) {
		if t := toRType(id); sameFields(t, fields) {
			return t
		}
	}
	makeStruct(names, pkgs, tags, ids, embedded, size, name)
	t := count() - 1
	for _, f := range fields {
		if f.Anonymous {
			adopt(t, f.Type.common().id, noMethod)
		}
	}
	return toType(t)
}

func noMethod() {
	panic("reflect: StructOf does not support methods of embedded interfaces")
}

// Panics for what Go has no methods of, in field i of n.
func checkEmbedded(t *rtype, i, n int) {
	if t.Kind() == Pointer {
		if k := t.elem().Kind(); k == Pointer || k == Interface {
			panic("reflect.StructOf: illegal embedded field type " + t.String())
		}
	}
	_, _, _, methods := counts(t.id)
	if t.Kind() == Interface {
		for _, m := range t.methods() {
			if m.pkg != "" && m.pkg != t.PkgPath() {
				panic("reflect: embedded interface with unexported method(s) not implemented")
			}
		}
		return
	}
	if i > 0 && methods > 0 {
		panic("reflect: embedded type with methods not implemented if type is not first field")
	}
	if n == 1 || methods == 0 && !t.named() {
		return
	}
	if t.Kind() == Pointer {
		panic("reflect: embedded type with methods not implemented if there is more than one field")
	}
	if t.isWord() {
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
}

// Whether an interface holds the value itself.
func (t *rtype) isWord() bool {
	switch t.Kind() {
	case Pointer, Map, Chan, Func, UnsafePointer:
		return true
	case Array:
		return t.Len() == 1 && t.elem().isWord()
	case Struct:
		return t.NumField() == 1 && t.fieldType(0).isWord()
	}
	return false
}

func validFieldName(name string) bool {
	for i, c := range name {
		if !(c == '_' || unicode.IsLetter(c) || i > 0 && unicode.IsDigit(c)) {
			return false
		}
	}
	return name != ""
}

func sameFields(t *rtype, fields []StructField) bool {
	if t.NumField() != len(fields) {
		return false
	}
	for i, f := range fields {
		name, pkg, tag, typ, _, embedded := field(t.id, i)
		if name != f.Name || pkg != f.PkgPath || tag != string(f.Tag) || typ != f.Type.common().id || embedded != f.Anonymous {
			return false
		}
	}
	return true
}

func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	return Value{PointerTo(typ).common(), alloc(typ.common().id, 1), 0}
}

func NewAt(typ Type, p unsafe.Pointer) Value {
	return Value{PointerTo(typ).common(), p, 0}
}

func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	s := &header{p, n, n}
	return at(SliceOf(typ).common(), unsafe.Pointer(s), 0)
}

func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	if t.get().slots <= 1 {
		return Value{t, nil, 0}
	}
	return at(t, alloc(t.id, 1), 0)
}

func MakeSlice(typ Type, len, cap int) Value {
	if typ.common().Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	s := &header{alloc(t.elem().id, cap), len, cap}
	return at(t, unsafe.Pointer(s), 0)
}

func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

func MakeMapWithSize(typ Type, n int) Value {
	if typ.common().Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, makeMap(t.id, n), 0}
}

func MakeChan(typ Type, buffer int) Value {
	if typ.common().Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, makeChan(t.id, buffer), 0}
}

type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

type StringHeader struct {
	Data uintptr
	Len  int
}
