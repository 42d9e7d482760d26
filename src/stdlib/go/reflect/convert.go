package reflect

import "unsafe"

func (v Value) CanConvert(t Type) bool {
	from := v.Type()
	if !from.ConvertibleTo(t) {
		return false
	}
	switch {
	case from.Kind() == Slice && t.Kind() == Array:
		return t.Len() <= v.Len()
	case from.Kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return t.Elem().Len() <= v.Len()
	}
	return true
}

func (v Value) Convert(t Type) Value {
	if v.flag>>methodShift != 0 {
		v = v.bound()
	}
	op := converter(t.common(), v.typ)
	if op == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.String() + " cannot be converted to type " + t.String())
	}
	return op(v, t.common())
}

// How a value of type src becomes one of type dst; nil if it does not.
func converter(dst, src *rtype) func(Value, *rtype) Value {
	from, to := src.Kind(), dst.Kind()
	number := func(k Kind) bool { return Int <= k && k <= Float64 }
	switch {
	case number(from) && number(to):
		return convertNumber
	case Int <= from && from <= Uintptr && to == String:
		return func(v Value, t *rtype) Value {
			s := string(rune(-1))
			if v.CanInt() {
				if x := v.Int(); int64(rune(x)) == x {
					s = string(rune(x))
				}
			} else if x := v.Uint(); uint64(rune(x)) == x {
				s = string(rune(x))
			}
			return text(t, s, v.flag)
		}
	case (from == Complex64 || from == Complex128) && (to == Complex64 || to == Complex128):
		return func(v Value, t *rtype) Value {
			p := alloc(t.id, 1)
			x := at(t, p, flagAddr)
			x.SetComplex(v.Complex())
			return at(t, p, readOnly(v.flag))
		}
	case from == String && to == Slice && dst.elem().PkgPath() == "":
		switch dst.elem().Kind() {
		case Uint8:
			return func(v Value, t *rtype) Value {
				b := []byte(v.String())
				return at(t, unsafe.Pointer(&b), readOnly(v.flag))
			}
		case Int32:
			return func(v Value, t *rtype) Value {
				r := []rune(v.String())
				return at(t, unsafe.Pointer(&r), readOnly(v.flag))
			}
		}
	case from == Slice && to == String && src.elem().PkgPath() == "":
		switch src.elem().Kind() {
		case Uint8:
			return func(v Value, t *rtype) Value { return text(t, string(*(*[]byte)(v.addr())), v.flag) }
		case Int32:
			return func(v Value, t *rtype) Value { return text(t, string(*(*[]rune)(v.addr())), v.flag) }
		}
	case from == Slice && to == Pointer && dst.elem().Kind() == Array && src.elem() == dst.elem().elem():
		return func(v Value, t *rtype) Value {
			n := t.elem().Len()
			if n > v.Len() {
				panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to pointer to array with length " + itoa(n))
			}
			return Value{t, (*header)(v.addr()).data, readOnly(v.flag)}
		}
	case from == Slice && to == Array && src.elem() == dst.elem():
		return func(v Value, t *rtype) Value {
			n := t.Len()
			if n > v.Len() {
				panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array with length " + itoa(n))
			}
			p := alloc(t.id, 1)
			if n > 0 {
				move(t.elem().id, p, (*header)(v.addr()).data, n)
			}
			return at(t, p, readOnly(v.flag))
		}
	case from == Chan && to == Chan && src.ChanDir() == BothDir && (!src.named() || !dst.named()) && src.Elem() == dst.Elem():
		return retyped
	}
	if sameUnder(dst, src, false) {
		return retyped
	}
	if from == Pointer && to == Pointer && !src.named() && !dst.named() && sameUnder(dst.elem(), src.elem(), false) {
		return retyped
	}
	if to == Interface && implements(src.id, dst.id) {
		return func(v Value, t *rtype) Value {
			w := v.assignTo("reflect.Value.Convert", t)
			w.flag |= readOnly(v.flag)
			return w
		}
	}
	return nil
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func retyped(v Value, t *rtype) Value {
	f := v.flag&flagIndir | readOnly(v.flag)
	if f&flagIndir != 0 && v.flag&flagAddr != 0 {
		p := alloc(t.id, 1)
		move(t.id, p, v.ptr, 1)
		return Value{t, p, f}
	}
	return Value{t, v.ptr, f}
}

func text(t *rtype, s string, f flag) Value {
	return at(t, unsafe.Pointer(&s), readOnly(f))
}

func convertNumber(v Value, t *rtype) Value {
	p := alloc(t.id, 1)
	x := at(t, p, flagAddr)
	switch {
	case x.CanInt() && v.CanInt():
		x.SetInt(v.Int())
	case x.CanInt() && v.CanUint():
		x.SetInt(int64(v.Uint()))
	case x.CanInt():
		x.SetInt(int64(v.Float()))
	case x.CanUint() && v.CanInt():
		x.SetUint(uint64(v.Int()))
	case x.CanUint() && v.CanUint():
		x.SetUint(v.Uint())
	case x.CanUint():
		x.SetUint(uint64(v.Float()))
	case v.CanInt():
		x.SetFloat(float64(v.Int()))
	case v.CanUint():
		x.SetFloat(float64(v.Uint()))
	default:
		x.SetFloat(v.Float())
	}
	return at(t, p, readOnly(v.flag))
}
