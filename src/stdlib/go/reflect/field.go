package reflect

import (
	"iter"
	"strconv"
)

type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

func (f StructField) IsExported() bool { return f.PkgPath == "" }

type StructTag string

func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for len(rest) > 0 && rest[0] == ' ' {
			rest = rest[1:]
		}
		n := 0
		for n < len(rest) && rest[n] > ' ' && rest[n] != ':' && rest[n] != '"' && rest[n] != 0x7f {
			n++
		}
		if n == 0 || n+1 >= len(rest) || rest[n] != ':' || rest[n+1] != '"' {
			return "", false
		}
		name := rest[:n]
		rest = rest[n+1:]
		n = 1
		for n < len(rest) && rest[n] != '"' {
			if rest[n] == '\\' {
				n++
			}
			n++
		}
		if n >= len(rest) {
			return "", false
		}
		quoted := rest[:n+1]
		rest = rest[n+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}

func (t *rtype) NumField() int {
	if t.Kind() != Struct {
		panic("reflect: NumField of non-struct type " + t.String())
	}
	return t.get().fields
}

func (t *rtype) fieldType(i int) *rtype {
	_, _, _, typ, _, _ := field(t.id, i)
	return toRType(typ)
}

func (t *rtype) Field(i int) (f StructField) {
	if t.Kind() != Struct {
		panic("reflect: Field of non-struct type " + t.String())
	}
	if i < 0 || i >= t.get().fields {
		panic("reflect: Field index out of bounds")
	}
	name, pkg, tag, typ, _, embedded := field(t.id, i)
	offset := 0
	for j := 0; j <= i; j++ {
		ft := t.fieldType(j)
		align := ft.Align()
		offset = (offset + align - 1) / align * align
		if j < i {
			offset += ft.get().size
		}
	}
	return StructField{name, pkg, toType(typ), StructTag(tag), uintptr(offset), []int{i}, embedded}
}

func (t *rtype) Fields() iter.Seq[StructField] {
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField) bool) {
		for i := 0; i < t.NumField(); i++ {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

func (t *rtype) FieldByIndex(index []int) (f StructField) {
	var at Type = t
	for n, i := range index {
		if n > 0 {
			if at.Kind() == Pointer && at.Elem().Kind() == Struct {
				at = at.Elem()
			}
		}
		f = at.Field(i)
		at = f.Type
	}
	f.Index = index
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	if t.Kind() != Struct {
		panic("reflect: FieldByName of non-struct type " + t.String())
	}
	return t.FieldByNameFunc(func(s string) bool { return s == name })
}

// A struct of embedded ones at some depth, and how often it is met there.
type place struct {
	typ   *rtype
	index []int
	times int
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (result StructField, ok bool) {
	if t.Kind() != Struct {
		panic("reflect: FieldByNameFunc of non-struct type " + t.String())
	}
	level := []place{{t, nil, 1}}
	seen := map[*rtype]bool{}
	for len(level) > 0 && !ok {
		var next []place
		found := 0
		for _, p := range level {
			if seen[p.typ] {
				continue
			}
			seen[p.typ] = true
			for i := 0; i < p.typ.NumField(); i++ {
				name, _, _, typ, _, embedded := field(p.typ.id, i)
				if match(name) {
					if found += p.times; found > 1 {
						return StructField{}, false
					}
					result = p.typ.Field(i)
					result.Index = append(append([]int(nil), p.index...), i)
					ok = true
					continue
				}
				if !embedded || ok {
					continue
				}
				ft := toRType(typ)
				if ft.Kind() == Pointer {
					ft = ft.elem()
				}
				if ft.Kind() != Struct {
					continue
				}
				again := false
				for j := range next {
					if next[j].typ == ft {
						next[j].times += p.times
						again = true
					}
				}
				if !again {
					next = append(next, place{ft, append(append([]int(nil), p.index...), i), p.times})
				}
			}
		}
		level = next
	}
	return result, ok
}

func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	v := visible{byName: map[string]int{}, inside: map[Type]bool{}}
	v.walk(t, nil)
	var out []StructField
	for _, f := range v.fields {
		if f.Name != "" {
			out = append(out, f)
		}
	}
	return out
}

type visible struct {
	fields []StructField
	byName map[string]int
	inside map[Type]bool
}

func (v *visible) walk(t Type, index []int) {
	if v.inside[t] {
		return
	}
	v.inside[t] = true
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		f.Index = append(append([]int(nil), index...), i)
		add := true
		if old, ok := v.byName[f.Name]; ok {
			had := &v.fields[old]
			if len(f.Index) == len(had.Index) {
				// Fields of one depth hide each other.
				had.Name = ""
				add = false
			} else if len(f.Index) < len(had.Index) {
				had.Name = ""
			} else {
				add = false
			}
		}
		if add {
			v.byName[f.Name] = len(v.fields)
			v.fields = append(v.fields, f)
		}
		if f.Anonymous {
			ft := f.Type
			if ft.Kind() == Pointer {
				ft = ft.Elem()
			}
			if ft.Kind() == Struct {
				v.walk(ft, f.Index)
			}
		}
	}
	delete(v.inside, t)
}
