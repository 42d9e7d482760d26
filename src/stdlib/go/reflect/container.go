package reflect

import (
	"iter"
	"unsafe"
)

// The header of a slice in memory.
type header struct {
	data     unsafe.Pointer
	len, cap int
}

func grownCap(elem, cap, want int) int
func makeMap(t, n int) unsafe.Pointer
func mapLen(m unsafe.Pointer) int
func mapGet(t int, m, key unsafe.Pointer) unsafe.Pointer
func mapSet(t int, m, key, value unsafe.Pointer)
func mapDelete(t int, m, key unsafe.Pointer)
func mapClear(m unsafe.Pointer)
func mapStart(m unsafe.Pointer) (seq, start, round int)
func mapNext(t int, m unsafe.Pointer, seq, start, round int) (key, value unsafe.Pointer, seq2, round2 int)
func makeChan(t, n int) unsafe.Pointer
func chanLen(c unsafe.Pointer) (len, cap int)
func closeChan(c unsafe.Pointer)
func trySend(t int, c, p unsafe.Pointer) bool
func tryRecv(t int, c, p unsafe.Pointer) (selected, ok bool)

func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return (*header)(v.addr()).len
	case String:
		return len(*(*string)(v.addr()))
	case Array:
		return v.typ.get().len
	case Map:
		return mapLen(v.word())
	case Chan:
		n, _ := chanLen(v.word())
		return n
	case Pointer:
		if v.typ.elem().Kind() == Array {
			return v.typ.elem().Len()
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.kind()})
}

func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return (*header)(v.addr()).cap
	case Array:
		return v.typ.get().len
	case Chan:
		_, n := chanLen(v.word())
		return n
	case Pointer:
		if v.typ.elem().Kind() == Array {
			return v.typ.elem().Len()
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.kind()})
}

func (v Value) Index(i int) Value {
	switch v.kind() {
	case Array:
		t := v.typ.get()
		if uint(i) >= uint(t.len) {
			panic("reflect: array index out of range")
		}
		elem := toRType(t.elem)
		if v.flag&flagIndir == 0 {
			return Value{elem, v.ptr, v.flag&^flagRO | readOnly(v.flag)}
		}
		return Value{elem, add(v.ptr, i*elem.get().slots), v.flag&^flagRO | readOnly(v.flag)}
	case Slice:
		s := (*header)(v.addr())
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		elem := toRType(v.typ.get().elem)
		return Value{elem, add(s.data, i*elem.get().slots), flagAddr | flagIndir | readOnly(v.flag)}
	case String:
		s := *(*string)(v.addr())
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		b := ValueOf(s[i])
		b.flag |= readOnly(v.flag)
		return b
	}
	panic(&ValueError{"reflect.Value.Index", v.kind()})
}

func (v Value) Slice(i, j int) Value {
	switch v.kind() {
	case String:
		s := *(*string)(v.addr())
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := new(string)
		*part = s[i:j]
		return at(v.typ, unsafe.Pointer(part), v.flag&flagRO)
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
	case Slice:
	default:
		panic(&ValueError{"reflect.Value.Slice", v.kind()})
	}
	if i < 0 || j < i || j > v.Cap() {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return v.part(i, j, v.Cap())
}

func (v Value) Slice3(i, j, k int) Value {
	switch v.kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
	case Slice:
	default:
		panic(&ValueError{"reflect.Value.Slice3", v.kind()})
	}
	if i < 0 || j < i || k < j || k > v.Cap() {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return v.part(i, j, k)
}

// v[i:j:k] of an array that is a variable, or of a slice.
func (v Value) part(i, j, k int) Value {
	t, data := v.typ, v.ptr
	if v.kind() == Array {
		t = SliceOf(v.typ.elem()).common()
	} else {
		data = (*header)(v.addr()).data
	}
	s := &header{data, j - i, k - i}
	if k > i {
		s.data = add(data, i*t.elem().get().slots)
	}
	return at(t, unsafe.Pointer(s), v.flag&flagRO)
}

func (v Value) SetLen(n int) {
	v.mustAssignable("SetLen")
	v.must(Slice, "SetLen")
	s := (*header)(v.ptr)
	if uint(n) > uint(s.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.len = n
}

func (v Value) SetCap(n int) {
	v.mustAssignable("SetCap")
	v.must(Slice, "SetCap")
	s := (*header)(v.ptr)
	if n < s.len || n > s.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.cap = n
}

func (v Value) Grow(n int) {
	v.mustAssignable("Grow")
	v.must(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := (*header)(v.ptr)
	if s.len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if s.len+n > s.cap {
		*s = grown(v.typ, *s, n)
	}
}

// A slice with room for n more.
func grown(t *rtype, s header, n int) header {
	elem := t.elem()
	size := grownCap(elem.id, s.cap, s.len+n)
	data := alloc(elem.id, size)
	move(elem.id, data, s.data, s.len)
	return header{data, s.len, size}
}

func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		s := (*header)(v.addr())
		clear(v.typ.elem().id, s.data, s.len)
	case Map:
		mapClear(v.word())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}

func Append(s Value, x ...Value) Value {
	s.must(Slice, "Append")
	n := s.Len()
	s = s.extended(len(x))
	for i, v := range x {
		s.Index(n + i).Set(v)
	}
	return s
}

func AppendSlice(s, t Value) Value {
	s.must(Slice, "AppendSlice")
	t.must(Slice, "AppendSlice")
	if s.typ.elem() != t.typ.elem() {
		panic("reflect.AppendSlice: " + s.typ.String() + " != " + t.typ.String())
	}
	from := *(*header)(t.addr())
	n := s.Len()
	s = s.extended(from.len)
	elem := s.typ.elem()
	move(elem.id, add((*header)(s.ptr).data, n*elem.get().slots), from.data, from.len)
	return s
}

// The slice with n more elements, as a value of its own.
func (v Value) extended(n int) Value {
	v.mustExported("Append")
	s := *(*header)(v.addr())
	if s.len+n > s.cap {
		s = grown(v.typ, s, n)
	}
	s.len += n
	return at(v.typ, unsafe.Pointer(&s), 0)
}

func Copy(dst, src Value) int {
	if k := dst.kind(); k != Array && k != Slice {
		panic(&ValueError{"reflect.Copy", k})
	}
	if dst.kind() == Array {
		dst.mustAssignable("Copy")
		dst = dst.Slice(0, dst.Len())
	}
	dst.mustExported("Copy")
	src.mustExported("Copy")
	var from header
	switch src.kind() {
	case String:
		if dst.typ.elem().Kind() != Uint8 {
			panic(&ValueError{"reflect.Copy", src.kind()})
		}
		b := []byte(src.String())
		from = *(*header)(unsafe.Pointer(&b))
	case Array:
		from = header{src.addr(), src.Len(), src.Len()}
	case Slice:
		from = *(*header)(src.addr())
	default:
		panic(&ValueError{"reflect.Copy", src.kind()})
	}
	if src.kind() != String && dst.typ.elem() != src.typ.elem() {
		panic("reflect.Copy: " + dst.typ.elem().String() + " != " + src.typ.elem().String())
	}
	to := *(*header)(dst.addr())
	n := min(to.len, from.len)
	if n > 0 {
		move(dst.typ.elem().id, to.data, from.data, n)
	}
	return n
}

func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{"Swapper", v.Kind()})
	}
	s := (*header)(v.addr())
	elem := v.typ.elem()
	n, slots, tmp := s.len, elem.get().slots, alloc(elem.id, 1)
	return func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		a, b := add(s.data, i*slots), add(s.data, j*slots)
		move(elem.id, tmp, a, 1)
		move(elem.id, a, b, 1)
		move(elem.id, b, tmp, 1)
	}
}

func (v Value) MapIndex(key Value) Value {
	v.must(Map, "MapIndex")
	key = key.assignTo("reflect.Value.MapIndex", v.typ.Key().common())
	p := mapGet(v.typ.id, v.word(), key.addr())
	if p == nil {
		return Value{}
	}
	return at(v.typ.elem(), p, readOnly(v.flag|key.flag))
}

func (v Value) MapKeys() []Value {
	v.must(Map, "MapKeys")
	keys := make([]Value, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		k := it.Key()
		k.flag |= readOnly(v.flag)
		keys = append(keys, k)
	}
	return keys
}

func (v Value) SetMapIndex(key, elem Value) {
	v.must(Map, "SetMapIndex")
	v.mustExported("SetMapIndex")
	key.mustExported("SetMapIndex")
	key = key.assignTo("reflect.Value.SetMapIndex", v.typ.Key().common())
	if elem.typ == nil {
		mapDelete(v.typ.id, v.word(), key.addr())
		return
	}
	elem.mustExported("SetMapIndex")
	elem = elem.assignTo("reflect.Value.SetMapIndex", v.typ.elem())
	mapSet(v.typ.id, v.word(), key.addr(), elem.addr())
}

type MapIter struct {
	m                 Value
	seq, start, round int
	begun             bool
	key, value        unsafe.Pointer
}

func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(&ValueError{"reflect.Value.MapRange", v.kind()})
	}
	return &MapIter{m: v}
}

func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if !it.begun {
		it.seq, it.start, it.round = mapStart(it.m.word())
		it.begun = true
	} else if it.key == nil {
		panic("MapIter.Next called on exhausted iterator")
	}
	it.key, it.value, it.seq, it.round = mapNext(it.m.typ.id, it.m.word(), it.seq, it.start, it.round)
	return it.key != nil
}

func (it *MapIter) check(what string) {
	if !it.begun {
		panic(what + " called before Next")
	}
	if it.key == nil {
		panic(what + " called on exhausted iterator")
	}
}

func (it *MapIter) Key() Value {
	it.check("MapIter.Key")
	return at(it.m.typ.Key().common(), it.key, readOnly(it.m.flag))
}

func (it *MapIter) Value() Value {
	it.check("MapIter.Value")
	return at(it.m.typ.elem(), it.value, readOnly(it.m.flag))
}

func (it *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.must(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

func (v Value) SetIterKey(it *MapIter) {
	it.check("reflect: Value.SetIterKey")
	v.mustAssignable("SetIterKey")
	key := it.Key()
	key.mustExported("SetIterKey")
	v.put("reflect.MapIter.SetKey", key)
}

func (v Value) SetIterValue(it *MapIter) {
	it.check("reflect: Value.SetIterValue")
	v.mustAssignable("SetIterValue")
	value := it.Value()
	value.mustExported("SetIterValue")
	v.put("reflect.MapIter.SetValue", value)
}

func (v Value) Close() {
	v.must(Chan, "Close")
	v.mustExported("Close")
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	closeChan(v.word())
}

func (v Value) TrySend(x Value) bool {
	v.must(Chan, "TrySend")
	v.mustExported("TrySend")
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.mustExported("TrySend")
	x = x.assignTo("reflect.Value.Send", v.typ.elem())
	return trySend(x.typ.id, v.word(), x.addr())
}

func (v Value) TryRecv() (x Value, ok bool) {
	v.must(Chan, "TryRecv")
	v.mustExported("TryRecv")
	if v.typ.ChanDir()&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	t := v.typ.elem()
	p := alloc(t.id, 1)
	selected, ok := tryRecv(t.id, v.word(), p)
	if !selected {
		return Value{}, false
	}
	return at(t, p, 0), ok
}

func (v Value) Send(x Value) {
	v.must(Chan, "Send")
	v.mustExported("Send")
	if v.TrySend(x) {
		return
	}
	x = x.assignTo("reflect.Value.Send", v.typ.elem())
	var room [40]unsafe.Pointer
	n := load(x.typ.id, x.addr(), room[:])
	send(v.word(), n, room[:])
}

func (v Value) Recv() (x Value, ok bool) {
	v.must(Chan, "Recv")
	v.mustExported("Recv")
	if x, ok := v.TryRecv(); x.IsValid() {
		return x, ok
	}
	t := v.typ.elem()
	n := t.get().slots
	if t.get().flags&isWide != 0 {
		n = 1
	}
	var room [40]unsafe.Pointer
	ok = recv(v.word(), n, room[:])
	p := alloc(t.id, 1)
	if ok {
		store(t.id, p, room[:])
	}
	return at(t, p, 0), ok
}

// A channel is one of as many words as its elements have slots, whatever their type.
func send(c unsafe.Pointer, n int, from []unsafe.Pointer) {
	switch n {
	case 0:
		*(*chan struct{})(unsafe.Pointer(&c)) <- struct{}{}
	case 1:
		*(*chan unsafe.Pointer)(unsafe.Pointer(&c)) <- from[0]
	case 2:
		*(*chan [2]unsafe.Pointer)(unsafe.Pointer(&c)) <- [2]unsafe.Pointer(from)
	case 3:
		*(*chan [3]unsafe.Pointer)(unsafe.Pointer(&c)) <- [3]unsafe.Pointer(from)
	case 4:
		*(*chan [4]unsafe.Pointer)(unsafe.Pointer(&c)) <- [4]unsafe.Pointer(from)
	case 5:
		*(*chan [5]unsafe.Pointer)(unsafe.Pointer(&c)) <- [5]unsafe.Pointer(from)
	case 6:
		*(*chan [6]unsafe.Pointer)(unsafe.Pointer(&c)) <- [6]unsafe.Pointer(from)
	case 7:
		*(*chan [7]unsafe.Pointer)(unsafe.Pointer(&c)) <- [7]unsafe.Pointer(from)
	case 8:
		*(*chan [8]unsafe.Pointer)(unsafe.Pointer(&c)) <- [8]unsafe.Pointer(from)
	default:
		panic("reflect: golanes cannot block on a channel of elements as large as these")
	}
}

func recv(c unsafe.Pointer, n int, to []unsafe.Pointer) (ok bool) {
	switch n {
	case 0:
		_, ok = <-*(*chan struct{})(unsafe.Pointer(&c))
	case 1:
		to[0], ok = <-*(*chan unsafe.Pointer)(unsafe.Pointer(&c))
	case 2:
		ok = receive((*chan [2]unsafe.Pointer)(unsafe.Pointer(&c)), (*[2]unsafe.Pointer)(to))
	case 3:
		ok = receive((*chan [3]unsafe.Pointer)(unsafe.Pointer(&c)), (*[3]unsafe.Pointer)(to))
	case 4:
		ok = receive((*chan [4]unsafe.Pointer)(unsafe.Pointer(&c)), (*[4]unsafe.Pointer)(to))
	case 5:
		ok = receive((*chan [5]unsafe.Pointer)(unsafe.Pointer(&c)), (*[5]unsafe.Pointer)(to))
	case 6:
		ok = receive((*chan [6]unsafe.Pointer)(unsafe.Pointer(&c)), (*[6]unsafe.Pointer)(to))
	case 7:
		ok = receive((*chan [7]unsafe.Pointer)(unsafe.Pointer(&c)), (*[7]unsafe.Pointer)(to))
	case 8:
		ok = receive((*chan [8]unsafe.Pointer)(unsafe.Pointer(&c)), (*[8]unsafe.Pointer)(to))
	default:
		panic("reflect: golanes cannot block on a channel of elements as large as these")
	}
	return ok
}

func receive[T any](c *chan T, to *T) (ok bool) {
	*to, ok = <-*c
	return ok
}

func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := 0; i < v.NumField(); i++ {
			if !yield(t.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

func (v Value) Methods() iter.Seq2[Method, Value] {
	t := v.Type()
	return func(yield func(Method, Value) bool) {
		for i := 0; i < v.NumMethod(); i++ {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}

func (v Value) Seq() iter.Seq[Value] {
	switch k := v.Kind(); k {
	case Int, Int8, Int16, Int32, Int64:
		return func(yield func(Value) bool) {
			for i := int64(0); i < v.Int(); i++ {
				if !yield(ValueOf(i).Convert(v.typ)) {
					return
				}
			}
		}
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return func(yield func(Value) bool) {
			for i := uint64(0); i < v.Uint(); i++ {
				if !yield(ValueOf(i).Convert(v.typ)) {
					return
				}
			}
		}
	case Func:
		if v.Type().CanSeq() {
			return func(yield func(Value) bool) {
				y := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0]))} })
				v.Call([]Value{y})
			}
		}
	case Array, Slice, Pointer:
		if k != Pointer || v.typ.elem().Kind() == Array {
			return func(yield func(Value) bool) {
				for i := range v.Len() {
					if !yield(ValueOf(i)) {
						return
					}
				}
			}
		}
	case String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	case Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

func (v Value) Seq2() iter.Seq2[Value, Value] {
	switch k := v.Kind(); k {
	case Func:
		if v.Type().CanSeq2() {
			return func(yield func(Value, Value) bool) {
				y := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0], in[1]))} })
				v.Call([]Value{y})
			}
		}
	case Array, Slice, Pointer:
		if k != Pointer || v.typ.elem().Kind() == Array {
			return func(yield func(Value, Value) bool) {
				list := v
				if k == Pointer {
					list = v.Elem()
				}
				for i := range list.Len() {
					if !yield(ValueOf(i), list.Index(i)) {
						return
					}
				}
			}
		}
	case String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}
