package reflect

import (
	"internal/unicode"
	"iter"
	"unicode/utf8"
)

type Method struct {
	Name    string
	PkgPath string
	Type    Type
	Func    Value
	Index   int
}

func (m Method) IsExported() bool { return m.PkgPath == "" }

// Exported methods by name; of an interface type all of them.
func (t *rtype) methods() []entry {
	in := t.get()
	if in.listed {
		return in.methods
	}
	_, _, _, n := counts(t.id)
	var list []entry
	for i := 0; i < n; i++ {
		name, typ, code := method(t.id, i)
		e := entry{name: name, typ: typ, code: code}
		for j := len(name) - 1; j >= 0; j-- {
			if name[j] == '.' {
				e.pkg, e.name = name[:j], name[j+1:]
				break
			}
		}
		if in.kind != Interface && e.pkg != "" {
			continue
		}
		at := len(list)
		list = append(list, e)
		for at > 0 && e.before(list[at-1]) {
			list[at] = list[at-1]
			at--
		}
		list[at] = e
	}
	in.methods, in.listed = list, true
	return list
}

func exported(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r)
}

func (t *rtype) NumMethod() int { return len(t.methods()) }

func (t *rtype) Method(i int) (m Method) {
	list := t.methods()
	if i < 0 || i >= len(list) {
		panic("reflect: Method index out of range")
	}
	e := list[i]
	m.Name, m.PkgPath, m.Index = e.name, e.pkg, i
	sig := toRType(e.typ)
	if t.Kind() == Interface {
		m.Type = sig
		return m
	}
	in := []Type{t}
	for i := 0; i < sig.NumIn(); i++ {
		in = append(in, sig.In(i))
	}
	var out []Type
	for i := 0; i < sig.NumOut(); i++ {
		out = append(out, sig.Out(i))
	}
	m.Type = FuncOf(in, out, sig.IsVariadic())
	if t.get().slots == 1 && registers(len(in), m.Type.In) <= paramsInLine {
		// The receiver is the only word of the value, as in an interface.
		m.Func = Value{m.Type.common(), closure(e.code, nil), 0}
		return m
	}
	m.Func = MakeFunc(m.Type, func(args []Value) []Value {
		recv := args[0]
		recv.flag |= flag(i+1) << methodShift
		if sig.IsVariadic() {
			return recv.CallSlice(args[1:])
		}
		return recv.Call(args[1:])
	})
	return m
}

func (t *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := 0; i < t.NumMethod(); i++ {
			if !yield(t.Method(i)) {
				return
			}
		}
	}
}

func (t *rtype) methodIndex(name string) int {
	for i, e := range t.methods() {
		if e.name == name {
			return i
		}
	}
	return -1
}

func (t *rtype) MethodByName(name string) (m Method, ok bool) {
	if i := t.methodIndex(name); i >= 0 {
		return t.Method(i), true
	}
	return Method{}, false
}
