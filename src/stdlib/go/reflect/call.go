package reflect

import "unsafe"

func load(t int, p unsafe.Pointer, to []unsafe.Pointer) int
func store(t int, p unsafe.Pointer, from []unsafe.Pointer) int
func call(fn unsafe.Pointer, args []unsafe.Pointer) [40]unsafe.Pointer
func callCode(entry int, args []unsafe.Pointer) [40]unsafe.Pointer

// Parameters and results of more registers than these travel in an object, a parcel (compile/call.rs).
const (
	paramsInLine  = 100
	resultsInLine = 40
)

// How many registers the types from a list of n take.
func registers(n int, in func(i int) Type) (size int) {
	for i := range n {
		size += in(i).common().registers()
	}
	return size
}

// The words of a parcel.
func unpack(p unsafe.Pointer, size int) []unsafe.Pointer {
	return unsafe.Slice((*unsafe.Pointer)(p), size)
}

func (v Value) Call(in []Value) []Value {
	v.must(Func, "Call")
	v.mustExported("Call")
	return v.call("Call", in)
}

func (v Value) CallSlice(in []Value) []Value {
	v.must(Func, "CallSlice")
	v.mustExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(how string, in []Value) []Value {
	t := v.Type().common()
	var code int
	var args []unsafe.Pointer
	isMethod := v.flag>>methodShift != 0
	if isMethod {
		var recv unsafe.Pointer
		recv, code = v.receiver()
		args = append(args, recv)
	} else if v.word() == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	n := t.NumIn()
	if how == "CallSlice" {
		if !t.IsVariadic() {
			panic("reflect: CallSlice of non-variadic function")
		}
		if len(in) < n {
			panic("reflect: CallSlice with too few input arguments")
		}
		if len(in) > n {
			panic("reflect: CallSlice with too many input arguments")
		}
	} else {
		fixed := n
		if t.IsVariadic() {
			fixed--
		}
		if len(in) < fixed {
			panic("reflect: Call with too few input arguments")
		}
		if !t.IsVariadic() && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + how + " using zero Value argument")
		}
	}
	fixed := n
	if how == "Call" && t.IsVariadic() {
		fixed--
	}
	var rest Value
	if fixed < n {
		more := in[fixed:]
		rest = MakeSlice(t.In(fixed), len(more), len(more))
		elem := t.In(fixed).Elem()
		for i, x := range more {
			if xt := x.Type(); !xt.AssignableTo(elem) {
				panic("reflect: cannot use " + xt.String() + " as type " + elem.String() + " in " + how)
			}
			rest.Index(i).Set(x)
		}
	}
	var parcel []unsafe.Pointer
	to := &args
	if size := registers(n, t.In); size > paramsInLine {
		parcel = make([]unsafe.Pointer, 0, size)
		to = &parcel
	}
	var room [40]unsafe.Pointer
	for i := 0; i < n; i++ {
		x := rest
		if i < fixed {
			x = in[i]
			x.mustExported(how)
			if xt := x.Type(); !xt.AssignableTo(t.In(i)) {
				panic("reflect: " + how + " using " + xt.String() + " as type " + t.In(i).String())
			}
			x = x.assignTo("reflect.Value.Call", t.In(i).common())
		}
		slots := load(x.typ.id, x.addr(), room[:])
		*to = append(*to, room[:slots]...)
	}
	if parcel != nil {
		args = append(args, unsafe.Pointer(&parcel[0]))
	}
	var results [resultsInLine]unsafe.Pointer
	if isMethod {
		results = callCode(code, args)
	} else {
		results = call(v.word(), args)
	}
	out := make([]Value, t.NumOut())
	from := results[:]
	if size := registers(len(out), t.Out); size > resultsInLine {
		from = unpack(results[0], size)
	}
	for i := range out {
		rt := t.Out(i).common()
		p := alloc(rt.id, 1)
		from = from[store(rt.id, p, from):]
		out[i] = at(rt, p, 0)
	}
	return out
}

// The receiver of a method value as the method takes it, and the method's code.
func (v Value) receiver() (recv unsafe.Pointer, code int) {
	i := int(v.flag>>methodShift) - 1
	v.flag &= 1<<methodShift - 1
	m := v.typ.methods()[i]
	if v.typ.Kind() == Interface {
		if v.IsNil() {
			panic("reflect: Method on nil interface value")
		}
		if m.pkg != "" {
			panic("reflect: Call of unexported method")
		}
		e := v.Elem()
		e.flag &^= flagRO
		_, _, _, n := counts(e.typ.id)
		for j := 0; j < n; j++ {
			if have, _, code := method(e.typ.id, j); have == m.name {
				return word(e.iface()), code
			}
		}
		panic("reflect: internal error: the value has no method " + m.name)
	}
	return word(v.iface()), m.code
}

// A method value as a function.
func (v Value) bound() Value {
	fn := MakeFunc(v.Type(), func(in []Value) []Value {
		if v.Type().IsVariadic() {
			return v.call("CallSlice", in)
		}
		return v.call("Call", in)
	})
	fn.flag |= v.flag & flagRO
	return fn
}

// What a function made by MakeFunc does.
type maker struct {
	typ *rtype
	fn  func([]Value) []Value
}

// Natives of the code that such functions consist of: the first makes a slice of the arguments and calls callMade, the second
// puts the results in their place.
func stubEnter()
func stubLeave()

func stub(t, params, results int, fn func(*maker, []unsafe.Pointer) [40]unsafe.Pointer) int
func closure(code int, m *maker) unsafe.Pointer

func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	params, results := registers(t.NumIn(), t.In), registers(t.NumOut(), t.Out)
	if params > paramsInLine {
		params = 1
	}
	if results > resultsInLine {
		results = 1
	}
	code := stub(t.id, params, results, callMade)
	if code < 0 {
		// Mentioned so that the program has them.
		stubEnter()
		stubLeave()
	}
	return Value{t, closure(code, &maker{t, fn}), 0}
}

// How many registers a value takes.
func (t *rtype) registers() int {
	if in := t.get(); in.flags&isWide == 0 {
		return in.slots
	}
	return 1
}

func callMade(m *maker, args []unsafe.Pointer) (results [40]unsafe.Pointer) {
	t := m.typ
	in := make([]Value, t.NumIn())
	if size := registers(len(in), t.In); size > paramsInLine {
		args = unpack(args[0], size)
	}
	for i := range in {
		at, p := t.In(i).common(), unsafe.Pointer(nil)
		p = alloc(at.id, 1)
		args = args[store(at.id, p, args):]
		in[i] = Value{at, p, flagIndir}
	}
	out := m.fn(in)
	if len(out) != t.NumOut() {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	to := results[:]
	if size := registers(len(out), t.Out); size > resultsInLine {
		to = make([]unsafe.Pointer, size)
		results[0] = unsafe.Pointer(&to[0])
	}
	for i, v := range out {
		if v.typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if v.flag&flagRO != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		rt := t.Out(i).common()
		v = v.assignTo("reflect.MakeFunc", rt)
		to = to[load(rt.id, v.addr(), to):]
	}
	return results
}

type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Code that chooses among cases; of each a channel and the slots to send, -1 for a case that receives. Its registers: the
// number chosen, 37 for what is received, whether the channel was open, and from selectArgs on the channels and what is sent.
func selectStub(slots []int, def bool) int

const (
	selectOK   = 38
	selectArgs = 39
)

func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	var shape, number []int
	def := -1
	args := make([]unsafe.Pointer, selectArgs)
	var room [40]unsafe.Pointer
	for i, c := range cases {
		if c.Dir == SelectDefault {
			if def >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			def = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			continue
		}
		if c.Dir != SelectSend && c.Dir != SelectRecv {
			panic("reflect.Select: invalid Dir")
		}
		if c.Dir == SelectRecv && c.Send.IsValid() {
			panic("reflect.Select: RecvDir case has Send value")
		}
		if !c.Chan.IsValid() {
			continue
		}
		c.Chan.must(Chan, "Select")
		c.Chan.mustExported("Select")
		t := c.Chan.typ
		if t.ChanDir()&ChanDir(c.Dir^3) == 0 {
			if c.Dir == SelectSend {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			panic("reflect.Select: RecvDir case using send-only channel")
		}
		number = append(number, i)
		args = append(args, c.Chan.word())
		if c.Dir == SelectRecv {
			if t.elem().registers() > selectOK-1 {
				panic("reflect: golanes cannot select on a channel of elements as large as these")
			}
			shape = append(shape, -1)
			continue
		}
		if !c.Send.IsValid() {
			panic("reflect.Select: SendDir case missing Send value")
		}
		c.Send.mustExported("Select")
		x := c.Send.assignTo("reflect.Select", t.elem())
		n := load(x.typ.id, x.addr(), room[:])
		shape = append(shape, n)
		args = append(args, room[:n]...)
	}
	got := callCode(selectStub(shape, def >= 0), args)
	at := int(uintptr(got[0]))
	if at == len(shape) {
		return def, Value{}, false
	}
	chosen = number[at]
	if shape[at] >= 0 {
		return chosen, Value{}, false
	}
	t := cases[chosen].Chan.typ.elem()
	p := alloc(t.id, 1)
	recvOK = uintptr(got[selectOK]) != 0
	if recvOK {
		store(t.id, p, got[1:])
	}
	return chosen, Value{t, p, flagIndir}, recvOK
}
