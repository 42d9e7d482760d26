package reflect

import "unsafe"

// Two places that are being compared, of one type.
type pair struct {
	a, b unsafe.Pointer
	typ  *rtype
}

func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	if a.Type() != b.Type() {
		return false
	}
	return deepEqual(a, b, map[pair]bool{})
}

func deepEqual(a, b Value, seen map[pair]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.Type() != b.Type() {
		return false
	}
	// What contains itself would be compared for ever.
	switch a.Kind() {
	case Pointer, Map, Slice, Interface:
		if a.IsNil() || b.IsNil() {
			break
		}
		var p pair
		if k := a.Kind(); k == Slice || k == Interface {
			if a.flag&flagAddr == 0 || b.flag&flagAddr == 0 {
				break
			}
			p = pair{a.ptr, b.ptr, a.typ}
		} else {
			p = pair{a.word(), b.word(), a.typ}
		}
		if seen[p] {
			return true
		}
		seen[p] = true
	}
	switch a.Kind() {
	case Array:
		for i := 0; i < a.Len(); i++ {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if (*header)(a.addr()).data == (*header)(b.addr()).data {
			return true
		}
		for i := 0; i < a.Len(); i++ {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Pointer:
		if a.word() == b.word() {
			return true
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Struct:
		for i := 0; i < a.NumField(); i++ {
			if !deepEqual(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case Map:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.word() == b.word() {
			return true
		}
		for it := a.MapRange(); it.Next(); {
			other := b.MapIndex(it.Key())
			if !other.IsValid() || !deepEqual(it.Value(), other, seen) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	case String:
		return a.String() == b.String()
	case Int, Int8, Int16, Int32, Int64:
		return a.Int() == b.Int()
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return a.Uint() == b.Uint()
	case Bool:
		return a.Bool() == b.Bool()
	case Float32, Float64:
		return a.Float() == b.Float()
	case Complex64, Complex128:
		return a.Complex() == b.Complex()
	}
	return a.word() == b.word()
}
