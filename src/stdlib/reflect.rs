//! Package `reflect`: what its Go half (`go/reflect`) asks of types and memory.
//!
//! A type is known to Go code by its number. Values are pointers to memory, or the value's only slot itself; which one it is,
//! Go code remembers.

use super::abi::{Done, NEXT, int, panic_text, set_bool, set_int};
use crate::base::Pos;
use crate::bytecode::{
    ChanDir, Func, FuncId, Instr, Kind, Layout, LayoutId, LineInfo, Program, RField, RType, RTypeId, SelectCase,
    SelectTable, SlotKind,
};
use crate::runtime::{Flow, Machine, NativeFn, Trap, narrow_of, ptr_id};
use std::fmt::Write;
use std::sync::Arc;

fn ty(m: &Machine, at: usize) -> RTypeId {
    RTypeId(m.stack[at] as u32)
}

fn rtype(m: &Machine, at: usize) -> &RType {
    &m.program.rtypes[ty(m, at)]
}

fn put_name(m: &mut Machine, at: usize, text: &str) {
    m.set_string(at, text.as_bytes());
}

/// `func typeOf(v any) int`
fn type_of(_: &mut Machine, _: usize) -> Done {
    // The type word stands where the result goes.
    NEXT
}

/// `func word(v any) unsafe.Pointer`: the data word.
fn word(m: &mut Machine, at: usize) -> Done {
    m.stack[at] = m.stack[at + 1];
    NEXT
}

/// `func count() int`: how many types there are.
fn count(m: &mut Machine, at: usize) -> Done {
    let n = m.program.rtypes.len();
    set_int(m, at, n as i64);
    NEXT
}

/// `func describe(t int) (kind, slots, elem, key, len, dir, size int, flags int)`
fn describe(m: &mut Machine, at: usize) -> Done {
    let t = rtype(m, at);
    let dir = match t.dir {
        ChanDir::RecvOnly => 1,
        ChanDir::SendOnly => 2,
        ChanDir::Both => 3,
    };
    let flags =
        i64::from(t.named) | i64::from(t.variadic) << 1 | i64::from(t.comparable) << 2 | i64::from(t.is_wide()) << 3;
    let size = i64::from(m.program.layouts[t.layout].go_size);
    let values =
        [t.kind as i64, i64::from(t.slots), i64::from(t.elem.0), i64::from(t.key.0), t.len as i64, dir, size, flags];
    for (i, v) in values.into_iter().enumerate() {
        set_int(m, at + i, v);
    }
    NEXT
}

/// `func typeString(t int) string`
fn type_string(m: &mut Machine, at: usize) -> Done {
    let name = rtype(m, at).name.clone();
    put_name(m, at, &name);
    NEXT
}

/// `func pkgPath(t int) string`
fn pkg_path(m: &mut Machine, at: usize) -> Done {
    let path = rtype(m, at).pkg_path.clone();
    put_name(m, at, &path);
    NEXT
}

/// `func counts(t int) (fields, params, results, methods int)`
fn counts(m: &mut Machine, at: usize) -> Done {
    let t = rtype(m, at);
    let values = [t.fields.len(), t.params.len(), t.results.len(), t.methods.len()];
    for (i, v) in values.into_iter().enumerate() {
        set_int(m, at + i, v as i64);
    }
    NEXT
}

/// `func field(t, i int) (name, pkg, tag string, typ, offset int, embedded bool)`
fn field(m: &mut Machine, at: usize) -> Done {
    let f = rtype(m, at).fields[m.stack[at + 1] as usize].clone();
    put_name(m, at, &f.name);
    put_name(m, at + 2, &f.pkg_path);
    put_name(m, at + 4, &f.tag);
    set_int(m, at + 6, i64::from(f.ty.0));
    set_int(m, at + 7, i64::from(f.offset));
    set_bool(m, at + 8, f.embedded);
    NEXT
}

/// `func param(t, i int, result bool) int`
fn param(m: &mut Machine, at: usize) -> Done {
    let t = rtype(m, at);
    let list = if m.stack[at + 2] != 0 { &t.results } else { &t.params };
    let id = list[m.stack[at + 1] as usize];
    set_int(m, at, i64::from(id.0));
    NEXT
}

/// `func method(t, i int) (name string, typ, fn int)`: in no particular order; fn is 0 when there is no code. A name with a
/// dot in it is not exported.
fn method(m: &mut Machine, at: usize) -> Done {
    let method = rtype(m, at).methods[m.stack[at + 1] as usize];
    let name = m.program.methods[method.id].clone();
    let entry = method.func.map_or(0, |f| m.program.funcs[f].entry);
    put_name(m, at, &name);
    set_int(m, at + 2, i64::from(method.ty.0));
    set_int(m, at + 3, i64::from(entry));
    NEXT
}

/// `func implements(t, iface int) bool`
fn implements(m: &mut Machine, at: usize) -> Done {
    let (t, iface) = (rtype(m, at), rtype(m, at + 1));
    let yes = iface.methods.iter().all(|want| t.method(want.id).is_some_and(|have| have.ty == want.ty));
    set_bool(m, at, yes);
    NEXT
}

/// `func alloc(t, n int) unsafe.Pointer`: n zero values of type t, side by side.
fn alloc(m: &mut Machine, at: usize) -> Done {
    let (layout, n) = (rtype(m, at).layout, int(m, at + 1));
    let program = Arc::clone(&m.program);
    // What has no address in real memory is a panic, which can be recovered from.
    let real = u64::try_from(n).ok().and_then(|n| n.checked_mul(u64::from(program.layouts[layout].go_size)));
    if real.is_none_or(|b| b > 1 << 47) {
        return Err(crate::runtime::error::allocation_size().into());
    }
    let bytes = u64::try_from(n).ok().and_then(|n| n.checked_mul(u64::from(program.layouts[layout].slots) * 8));
    if bytes.is_none_or(|b| b > m.limits.memory) {
        return Err(Trap::Fatal(crate::runtime::error::OUT_OF_MEMORY.into()));
    }
    m.stack[at] = m.heap.alloc(&program, layout, n as usize);
    NEXT
}

/// `func move(t int, dst, src unsafe.Pointer, n int)`: copies n values.
fn move_values(m: &mut Machine, at: usize) -> Done {
    let narrow = narrow_of(&m.program, ty(m, at));
    let slots = rtype(m, at).slots as usize * int(m, at + 3).max(0) as usize;
    if !m.heap.copy(m.stack[at + 1], m.stack[at + 2], slots, narrow) {
        return Err(crate::runtime::error::nil_dereference().into());
    }
    NEXT
}

/// `func clear(t int, dst unsafe.Pointer, n int)`: makes n values zero.
fn clear(m: &mut Machine, at: usize) -> Done {
    let slots = rtype(m, at).slots as usize * int(m, at + 2).max(0) as usize;
    let dst = m.stack[at + 1];
    for i in 0..slots {
        m.heap.store(dst, i, 0);
    }
    NEXT
}

fn slots_of(m: &Machine, ty: RTypeId, ptr: u64) -> Vec<u64> {
    let narrow = narrow_of(&m.program, ty);
    (0..m.program.rtypes[ty].slots as usize).map(|i| m.heap.load(ptr, i, narrow).unwrap_or(0)).collect()
}

fn store_slots(m: &mut Machine, ptr: u64, slots: &[u64]) {
    for (i, &slot) in slots.iter().enumerate() {
        m.heap.store(ptr, i, slot);
    }
}

/// A copy of a value in memory of its own.
fn copied(m: &mut Machine, ty: RTypeId, slots: &[u64]) -> u64 {
    let program = Arc::clone(&m.program);
    let ptr = m.heap.alloc(&program, program.rtypes[ty].layout, 1);
    store_slots(m, ptr, slots);
    ptr
}

/// `func box(t int, p unsafe.Pointer) any`: the value at p as an interface.
fn boxed(m: &mut Machine, at: usize) -> Done {
    let t = ty(m, at);
    let slots = slots_of(m, t, m.stack[at + 1]);
    let (ty, data) = m.new_iface(t, &slots);
    m.stack[at] = ty;
    m.stack[at + 1] = data;
    NEXT
}

/// `func direct(t int, word unsafe.Pointer) any`: the same of a value of one slot or none.
fn direct(_: &mut Machine, _: usize) -> Done {
    NEXT
}

/// `func equal(t int, a, b unsafe.Pointer) bool`
fn equal(m: &mut Machine, at: usize) -> Done {
    let t = ty(m, at);
    let (a, b) = (slots_of(m, t, m.stack[at + 1]), slots_of(m, t, m.stack[at + 2]));
    let same = crate::runtime::eq_value(&m.heap, &m.program, t, &a, &b)?;
    set_bool(m, at, same);
    NEXT
}

/// Slots as registers and channels hold them: of a wide type a pointer to a copy.
fn in_registers(m: &mut Machine, ty: RTypeId, ptr: u64) -> Vec<u64> {
    let slots = slots_of(m, ty, ptr);
    if m.program.rtypes[ty].is_wide() { vec![copied(m, ty, &slots)] } else { slots }
}

/// `func load(t int, p unsafe.Pointer, to []unsafe.Pointer) int`: the value at p as slots of registers; how many.
fn load(m: &mut Machine, at: usize) -> Done {
    let slots = in_registers(m, ty(m, at), m.stack[at + 1]);
    let to = m.stack[at + 2];
    store_slots(m, to, &slots);
    set_int(m, at, slots.len() as i64);
    NEXT
}

/// `func store(t int, p unsafe.Pointer, from []unsafe.Pointer) int`: the reverse; how many slots it took.
fn store(m: &mut Machine, at: usize) -> Done {
    let (t, to, from) = (ty(m, at), m.stack[at + 1], m.stack[at + 2]);
    let rtype = &m.program.rtypes[t];
    let n = if rtype.is_wide() { 1 } else { rtype.slots as usize };
    let word = |i: usize| m.heap.load(from, i, crate::bytecode::Narrow::U32).unwrap_or(0);
    let slots = if rtype.is_wide() { slots_of(m, t, word(0)) } else { (0..n).map(word).collect() };
    store_slots(m, to, &slots);
    set_int(m, at, n as i64);
    NEXT
}

/// Makes a call of the code at `entry`; the arguments are a `[]unsafe.Pointer` at `at`.
fn enter(m: &mut Machine, at: usize, entry: u64, closure: u64, args: usize) -> Done {
    let (from, n) = (m.stack[args], m.stack[args + 1] as usize);
    let words: Vec<u64> = (0..n).map(|i| m.heap.load(from, i, crate::bytecode::Narrow::U32).unwrap_or(0)).collect();
    m.grow_stack(at + n)?;
    m.stack[at..at + n].copy_from_slice(&words);
    m.stack[at + n] = closure;
    m.stack[at - 1] = u64::from(m.pc) << 32 | (at - m.fp) as u64;
    m.fp = at;
    m.pc = entry as u32;
    NEXT
}

/// `func call(fn unsafe.Pointer, args []unsafe.Pointer) [40]unsafe.Pointer`: calls a function that is not nil.
fn call(m: &mut Machine, at: usize) -> Done {
    let closure = m.stack[at];
    let Some(&entry) = m.heap.objs[ptr_id(closure)].data.first() else {
        return Err(crate::runtime::error::nil_dereference().into());
    };
    enter(m, at, entry, closure, at + 1)
}

/// `func callCode(entry int, args []unsafe.Pointer) [40]unsafe.Pointer`: calls a method's code.
fn call_code(m: &mut Machine, at: usize) -> Done {
    let entry = m.stack[at];
    enter(m, at, entry, 0, at + 1)
}

/// `func codeOf(fn unsafe.Pointer) uintptr`
fn code_of(m: &mut Machine, at: usize) -> Done {
    let entry = m.heap.objs[ptr_id(m.stack[at])].data.first().copied().unwrap_or(0);
    m.stack[at] = entry;
    NEXT
}

/// `func address(p unsafe.Pointer) uintptr`: as `%p` shows it.
fn address(m: &mut Machine, at: usize) -> Done {
    m.stack[at] = m.heap.address(m.stack[at]);
    NEXT
}

/// `func grownCap(elem, cap, want int) int`: the capacity that append would give.
fn grown_cap(m: &mut Machine, at: usize) -> Done {
    let layout = &m.program.layouts[rtype(m, at).layout];
    let pointers = !layout.mask.is_empty();
    m.stack[at] = crate::vm::grown_cap(m.stack[at + 1], m.stack[at + 2], u64::from(layout.go_size), pointers);
    NEXT
}

/// `func makeMap(t, n int) unsafe.Pointer`
fn make_map(m: &mut Machine, at: usize) -> Done {
    let (t, n) = (ty(m, at), usize::try_from(int(m, at + 1)).unwrap_or(0));
    m.stack[at] = m.make_map(t, n);
    NEXT
}

/// `func mapLen(m unsafe.Pointer) int`
fn map_len(m: &mut Machine, at: usize) -> Done {
    let n = m.map_index(m.stack[at]).map_or(0, |i| m.maps[i].len());
    set_int(m, at, n as i64);
    NEXT
}

/// `func mapGet(t int, m, key unsafe.Pointer) unsafe.Pointer`: a copy of the value, or nil.
fn map_get(m: &mut Machine, at: usize) -> Done {
    let (key_ty, elem) = (rtype(m, at).key, rtype(m, at).elem);
    let key = slots_of(m, key_ty, m.stack[at + 2]);
    let found = match m.map_index(m.stack[at + 1]) {
        Some(i) => {
            m.maps[i].check_read()?;
            m.maps[i].get(&m.heap, &m.program, &key)?.map(<[u64]>::to_vec)
        }
        None => None,
    };
    m.stack[at] = found.map_or(0, |slots| copied(m, elem, &slots));
    NEXT
}

/// `func mapSet(t int, m, key, value unsafe.Pointer)`
fn map_set(m: &mut Machine, at: usize) -> Done {
    let (key_ty, elem) = (rtype(m, at).key, rtype(m, at).elem);
    let key = slots_of(m, key_ty, m.stack[at + 2]);
    let value = slots_of(m, elem, m.stack[at + 3]);
    let i = m.map_index(m.stack[at + 1]).ok_or_else(crate::runtime::error::nil_map_write)?;
    m.maps[i].check_write()?;
    let (slots, grown) = m.maps[i].entry(&m.heap, &m.program, &key)?;
    slots.copy_from_slice(&value);
    m.heap.charge(grown);
    NEXT
}

/// `func mapDelete(t int, m, key unsafe.Pointer)`
fn map_delete(m: &mut Machine, at: usize) -> Done {
    let key = slots_of(m, rtype(m, at).key, m.stack[at + 2]);
    if let Some(i) = m.map_index(m.stack[at + 1]) {
        m.maps[i].check_write()?;
        m.maps[i].delete(&m.heap, &m.program, &key)?;
    }
    NEXT
}

/// `func mapClear(m unsafe.Pointer)`
fn map_clear(m: &mut Machine, at: usize) -> Done {
    if let Some(i) = m.map_index(m.stack[at]) {
        m.maps[i].check_write()?;
        m.maps[i].clear();
    }
    NEXT
}

/// `func mapStart(m unsafe.Pointer) (seq, start, round int)`: where an iteration begins, as `range` chooses it.
fn map_start(m: &mut Machine, at: usize) -> Done {
    let state = m.map_start(m.stack[at]);
    m.stack[at..at + 3].copy_from_slice(&state);
    NEXT
}

/// `func mapNext(t int, m unsafe.Pointer, seq, start, round int) (key, value unsafe.Pointer, seq2, round2 int)`: the next entry,
/// copied; key is nil at the end.
fn map_next(m: &mut Machine, at: usize) -> Done {
    let (key_ty, elem) = (rtype(m, at).key, rtype(m, at).elem);
    let mut state = [m.stack[at + 2], m.stack[at + 3], m.stack[at + 4]];
    let map = m.map_index(m.stack[at + 1]);
    if let Some(i) = map {
        m.maps[i].check_iteration()?;
    }
    let entry = map.and_then(|i| m.maps[i].advance(&mut state)).map(|(k, v)| (k.to_vec(), v.to_vec()));
    let (key, value) = entry.map_or((0, 0), |(key, value)| (copied(m, key_ty, &key), copied(m, elem, &value)));
    m.stack[at..at + 4].copy_from_slice(&[key, value, state[0], state[2]]);
    NEXT
}

/// `func makeChan(t, n int) unsafe.Pointer`
fn make_chan(m: &mut Machine, at: usize) -> Done {
    let (t, n) = (ty(m, at), int(m, at + 1));
    m.stack[at] = m.make_chan(t, n)?;
    NEXT
}

/// `func chanLen(c unsafe.Pointer) (len, cap int)`
fn chan_len(m: &mut Machine, at: usize) -> Done {
    let (len, cap) = m.chan_index(m.stack[at]).map_or((0, 0), |i| m.chans[i].len_and_cap());
    set_int(m, at, len as i64);
    set_int(m, at + 1, cap as i64);
    NEXT
}

/// `func closeChan(c unsafe.Pointer)`
fn close_chan(m: &mut Machine, at: usize) -> Done {
    m.close(m.stack[at])
}

/// `func trySend(t int, c, p unsafe.Pointer) bool`: t is the element's type.
fn try_send(m: &mut Machine, at: usize) -> Done {
    let Some(chan) = m.chan_index(m.stack[at + 1]) else {
        set_bool(m, at, false);
        return NEXT;
    };
    let slots = in_registers(m, ty(m, at), m.stack[at + 2]);
    m.grow_stack(at)?;
    m.stack[at..at + slots.len()].copy_from_slice(&slots);
    let done = m.try_send(chan, at)?;
    set_bool(m, at, done);
    NEXT
}

/// `func tryRecv(t int, c, p unsafe.Pointer) (selected, ok bool)`
fn try_recv(m: &mut Machine, at: usize) -> Done {
    let (t, to) = (ty(m, at), m.stack[at + 2]);
    let Some(chan) = m.chan_index(m.stack[at + 1]) else {
        m.stack[at..at + 2].fill(0);
        return NEXT;
    };
    m.grow_stack(at)?;
    let got = m.try_recv(chan, at);
    if got == Some(true) {
        let (slots, wide) = (rtype_slots(m, t), m.program.rtypes[t].is_wide());
        let value = if wide { slots_of(m, t, m.stack[at]) } else { m.stack[at..at + slots].to_vec() };
        store_slots(m, to, &value);
    }
    set_bool(m, at, got.is_some());
    set_bool(m, at + 1, got == Some(true));
    NEXT
}

fn rtype_slots(m: &Machine, t: RTypeId) -> usize {
    m.program.rtypes[t].slots as usize
}

/// `func derive(kind, elem, key, n int) int`: the pointer, slice, array, channel or map type of these, -1 if there is none yet.
fn derive(m: &mut Machine, at: usize) -> Done {
    let [kind, elem, key, n] = [0, 1, 2, 3].map(|i| int(m, at + i));
    let found = m.program.rtypes.ids().find(|&id| {
        let t = &m.program.rtypes[id];
        let same = !t.named && t.kind as i64 == kind && i64::from(t.elem.0) == elem;
        same && match t.kind {
            Kind::Map => i64::from(t.key.0) == key,
            Kind::Array => t.len as i64 == n,
            Kind::Chan => dir_of(n) == t.dir,
            _ => true,
        }
    });
    set_int(m, at, found.map_or(-1, |id| i64::from(id.0)));
    NEXT
}

fn dir_of(n: i64) -> ChanDir {
    match n {
        1 => ChanDir::RecvOnly,
        2 => ChanDir::SendOnly,
        _ => ChanDir::Both,
    }
}

/// Slots of a type made while a program runs. Go's limit is that of addresses; nothing near it could be made here.
const MOST_SLOTS: i64 = 1 << 24;

/// `func make(kind, elem, key, n int, name string)`: a new such type; its number is the last.
fn make_type(m: &mut Machine, at: usize) -> Done {
    let [kind, elem, key, n] = [0, 1, 2, 3].map(|i| int(m, at + i));
    let name = m.text_at(at + 4);
    let (elem, key) = (RTypeId(elem as u32), RTypeId(key as u32));
    if kind == Kind::Array as i64
        && (m.program.rtypes[elem].slots.max(1) as i64).checked_mul(n).is_none_or(|n| n > MOST_SLOTS)
    {
        return Err(panic_text(m, "reflect.ArrayOf: array size would exceed virtual address space"));
    }
    let program = Arc::make_mut(&mut m.program);
    let kinds = [Kind::Pointer, Kind::Slice, Kind::Array, Kind::Chan, Kind::Map];
    let kind = kinds.into_iter().find(|k| *k as i64 == kind).unwrap_or(Kind::Pointer);
    let mut t = literal(name, kind);
    t.elem = elem;
    t.key = key;
    let layout = match kind {
        Kind::Array => {
            t.len = n as u64;
            let of = program.rtypes[elem].clone();
            t.slots = of.slots * n as u32;
            t.comparable = of.comparable;
            t.plain_eq = of.plain_eq;
            let one = program.layouts[of.layout].clone();
            Layout { slots: one.slots * n as u32, go_size: one.go_size * n as u32, ..one }
        }
        Kind::Slice => {
            t.slots = 3;
            t.comparable = false;
            t.plain_eq = false;
            Layout {
                slots: 3,
                go_size: 24,
                mask: [SlotKind::Pointer, SlotKind::Scalar, SlotKind::Scalar].into(),
                ..Layout::default()
            }
        }
        _ => {
            t.comparable = kind != Kind::Map;
            t.plain_eq = kind != Kind::Map;
            t.dir = dir_of(n);
            Layout { slots: 1, go_size: 8, mask: [SlotKind::Pointer].into(), ..Layout::default() }
        }
    };
    t.layout = layout_id(program, layout);
    program.rtypes.push(t);
    // The loop has borrowed the program as it was: it starts anew.
    Ok(Flow::Switch)
}

/// A `[]int` at `at` as numbers of types.
fn type_list(m: &Machine, at: usize) -> Vec<RTypeId> {
    let (ptr, n) = (m.stack[at], m.stack[at + 1] as usize);
    let word = |i| m.heap.load(ptr, i, crate::bytecode::Narrow::U32).unwrap_or(0);
    (0..n).map(|i| RTypeId(word(i) as u32)).collect()
}

/// `func findFunc(in, out []int, variadic bool) int`: the function type without a name of these, 0 if there is none yet.
fn find_func(m: &mut Machine, at: usize) -> Done {
    let (params, results, variadic) = (type_list(m, at), type_list(m, at + 3), m.stack[at + 6] != 0);
    let found = m.program.rtypes.ids().find(|&id| {
        let t = &m.program.rtypes[id];
        let same = t.kind == Kind::Func && !t.named && t.variadic == variadic;
        same && t.params == params && t.results == results
    });
    set_int(m, at, found.map_or(0, |id| i64::from(id.0)));
    NEXT
}

/// `func nextLiteral(k Kind, t int) int`: the next type behind t of kind k without a name, 0 if that was the last.
fn next_literal(m: &mut Machine, at: usize) -> Done {
    let (kind, from) = (int(m, at), m.stack[at + 1] as usize + 1);
    let types = m.program.rtypes.as_slice().iter().enumerate().skip(from);
    let found = types.into_iter().find(|(_, t)| !t.named && t.kind as i64 == kind);
    let id = found.map_or(0, |(i, _)| i as i64);
    set_int(m, at, id);
    NEXT
}

/// `func adopt(t, from int, stub func())`: the struct type t, made with a field of type `from` embedded in the first place, has its
/// methods too. Those of an interface are the stub.
fn adopt(m: &mut Machine, at: usize) -> Done {
    let (t, from) = (ty(m, at), ty(m, at + 1));
    let stub = m.heap.objs[ptr_id(m.stack[at + 2])].data.first().and_then(|&entry| m.program.func_at(entry as u32));
    let (outer, inner) = (&m.program.rtypes[t], &m.program.rtypes[from]);
    let stubbed = inner.kind == Kind::Interface;
    // An interface holds the outer one by a pointer, and the inner one as it is.
    let unwrapped = inner.slots == 1 && outer.slots > 1;
    let mut methods = inner.methods.clone();
    for method in &mut methods {
        if stubbed {
            method.func = stub;
        } else if let Some(func) = method.func.filter(|_| unwrapped) {
            method.func = Some(unwrapping(m, func, method.ty));
        }
    }
    let program = Arc::make_mut(&mut m.program);
    let own = &mut program.rtypes[t].methods;
    methods.retain(|method| own.iter().all(|o| o.id != method.id));
    own.append(&mut methods);
    crate::base::sort_by_key(own, |method| method.id.0);
    Ok(Flow::Switch)
}

/// A method whose receiver is the first slot of what the interface's data word points to.
fn unwrapping(m: &mut Machine, func: FuncId, sig: RTypeId) -> FuncId {
    // Very many travel in an object (compile/call.rs).
    let registers = |list: &[RTypeId], most: u32| -> u32 {
        let n = list.iter().map(|&t| &m.program.rtypes[t]).map(|t| if t.is_wide() { 1 } else { t.slots }).sum();
        if n > most { 1 } else { n }
    };
    let sig = &m.program.rtypes[sig];
    let (params, results) = (registers(&sig.params, 100), registers(&sig.results, 40));
    // The closure's register and the call's link stand between.
    let window = params as u8 + 3;
    let code = [
        Instr::Ld { a: window, b: 0, m: 0 },
        Instr::MovN { a: window + 1, b: 1, c: params as u8 },
        Instr::Call { a: window, m: m.program.funcs[func].entry as i32 },
        Instr::MovN { a: 0, b: window, c: results as u8 },
        Instr::Ret {},
    ];
    let name = m.program.funcs[func].name.clone();
    add_code(m, &name, &code, [params + 1, results, u32::from(window) + 2 + params.max(results)]);
    m.program.funcs.ids().next_back().unwrap_or(func)
}

/// `func makeFunc(in, out []int, variadic bool, name string)`
fn make_func(m: &mut Machine, at: usize) -> Done {
    let (params, results, variadic) = (type_list(m, at), type_list(m, at + 3), m.stack[at + 6] != 0);
    let name = m.text_at(at + 7);
    let program = Arc::make_mut(&mut m.program);
    let mut t = literal(name, Kind::Func);
    (t.params, t.results, t.variadic) = (params, results, variadic);
    (t.comparable, t.plain_eq) = (false, false);
    t.layout =
        layout_id(program, Layout { slots: 1, go_size: 8, mask: [SlotKind::Pointer].into(), ..Layout::default() });
    program.rtypes.push(t);
    Ok(Flow::Switch)
}

/// `func makeStruct(names, pkgs, tags []string, types []int, embedded []bool, size int, name string)`
fn make_struct(m: &mut Machine, at: usize) -> Done {
    use crate::bytecode::Narrow::{U8, U32};
    let n = m.stack[at + 1] as usize;
    let text = |m: &Machine, list: usize, i: usize| {
        let (ptr, len) = (m.heap.load(m.stack[list], 2 * i, U32), m.heap.load(m.stack[list], 2 * i + 1, U32));
        String::from_utf8_lossy(m.heap.bytes(ptr.unwrap_or(0), len.unwrap_or(0) as usize)).into_owned()
    };
    let mut fields = Vec::with_capacity(n);
    for i in 0..n {
        let name = text(m, at, i);
        let ty = RTypeId(m.heap.load(m.stack[at + 9], i, U32).unwrap_or(0) as u32);
        fields.push(RField {
            exported: name.chars().next().is_some_and(char::is_uppercase),
            name,
            pkg_path: text(m, at + 3, i),
            tag: text(m, at + 6, i),
            ty,
            offset: 0,
            embedded: m.heap.load(m.stack[at + 12], i, U8).unwrap_or(0) != 0,
        });
    }
    if fields.iter().map(|f| i64::from(m.program.rtypes[f.ty].slots)).sum::<i64>() > MOST_SLOTS {
        return Err(panic_text(m, "reflect.StructOf: struct size would exceed virtual address space"));
    }
    let size = int(m, at + 15) as u32;
    let name = m.text_at(at + 16);
    let program = Arc::make_mut(&mut m.program);
    let mut t = literal(name, Kind::Struct);
    let mut mask = Vec::new();
    t.slots = 0;
    for f in &mut fields {
        let of = &program.rtypes[f.ty];
        f.offset = t.slots;
        t.slots += of.slots;
        t.comparable &= of.comparable;
        t.plain_eq &= of.plain_eq && f.name != "_";
        let part = &program.layouts[of.layout].mask;
        mask.extend(
            (0..of.slots as usize).map(|i| if part.is_empty() { SlotKind::Scalar } else { part[i % part.len()] }),
        );
    }
    if mask.iter().all(|k| *k == SlotKind::Scalar) {
        mask.clear();
    }
    t.fields = fields;
    t.layout = layout_id(program, Layout { slots: t.slots, go_size: size, mask: mask.into(), ..Layout::default() });
    program.rtypes.push(t);
    Ok(Flow::Switch)
}

/// Adds code to the program as a function; where it starts. The numbers are slots.
fn add_code(m: &mut Machine, name: &str, code: &[Instr], [params, results, frame]: [u32; 3]) -> u32 {
    let program = Arc::make_mut(&mut m.program);
    let entry = program.code.len() as u32;
    program.code.extend_from_slice(code);
    program.lines.resize(program.code.len(), LineInfo::default());
    let end = program.code.len() as u32;
    program.funcs.push(Func {
        name: name.into(),
        entry,
        end,
        params,
        results,
        frame,
        epilogue: 0,
        wrapper: true,
        pos: Pos::NONE,
        vars: Vec::new(),
        captures: Vec::new(),
    });
    entry
}

/// The function of that name among those made while the program runs.
fn made_code(m: &Machine, name: &str) -> Option<u32> {
    let funcs = m.program.funcs.as_slice();
    let made = funcs.iter().rev().take_while(|f| f.name.starts_with("reflect.made "));
    made.filter(|f| f.name == name).map(|f| f.entry).last()
}

/// `func stub(t, params, results int, fn func(*maker, []unsafe.Pointer) [40]unsafe.Pointer) int`: the code of functions of type t
/// that MakeFunc makes.
fn stub(m: &mut Machine, at: usize) -> Done {
    let [t, params, results] = [0, 1, 2].map(|i| m.stack[at + i]);
    let name = format!("reflect.made {t}");
    if let Some(entry) = made_code(m, &name) {
        set_int(m, at, i64::from(entry));
        return NEXT;
    }
    let call = m.heap.objs[ptr_id(m.stack[at + 3])].data[0] as i32;
    let native = |name: &str| m.program.natives.as_slice().iter().position(|n| n == name).unwrap_or(0) as i32;
    // The closure stands behind the arguments, the link before what is called.
    let a = params as u8 + 2;
    let code = [
        Instr::CallN { a, m: native("reflect.stubEnter") },
        Instr::Call { a, m: call },
        Instr::CallN { a, m: native("reflect.stubLeave") },
        Instr::Ret {},
    ];
    let entry = add_code(m, &name, &code, [params as u32, results as u32, params as u32 + 50]);
    set_int(m, at, i64::from(entry));
    Ok(Flow::Switch)
}

/// The function made by [`stub`] that runs.
fn running(m: &Machine) -> Option<&Func> {
    m.program.func_at(m.pc.saturating_sub(1)).map(|f| &m.program.funcs[f])
}

/// `func stubEnter()`: (maker, arguments as a slice) behind the arguments.
fn stub_enter(m: &mut Machine, at: usize) -> Done {
    let params = running(m).map_or(0, |f| f.params as usize);
    let closure = m.stack[m.fp + params];
    let maker = m.heap.objs[ptr_id(closure)].data.get(1).copied().unwrap_or(0);
    let args = m.stack[m.fp..m.fp + params].to_vec();
    let pointers = Layout { slots: 1, go_size: 8, mask: [SlotKind::Pointer].into(), ..Layout::default() };
    let layout = m.program.layouts.ids().find(|&id| m.program.layouts[id] == pointers).unwrap_or_default();
    let ptr = if args.is_empty() { crate::runtime::ZERO_BASE } else { m.heap.alloc_slots(layout, &args) };
    m.stack[at..at + 4].copy_from_slice(&[maker, ptr, params as u64, params as u64]);
    NEXT
}

/// `func stubLeave()`: the results go where the function's own belong.
fn stub_leave(m: &mut Machine, at: usize) -> Done {
    let results = running(m).map_or(0, |f| f.results as usize);
    let fp = m.fp;
    m.stack.copy_within(at..at + results, fp);
    NEXT
}

/// `func closure(code int, m *maker) unsafe.Pointer`
fn closure(m: &mut Machine, at: usize) -> Done {
    let (code, maker) = (m.stack[at], m.stack[at + 1]);
    m.stack[at] = m.heap.alloc_closure(code, &[maker]);
    NEXT
}

/// `func selectStub(slots []int, def bool) int`
fn select_stub(m: &mut Machine, at: usize) -> Done {
    const RECEIVED: u32 = 1;
    const OK: u8 = 38;
    const ARGS: u32 = 39;
    let (ptr, n, has_default) = (m.stack[at], m.stack[at + 1] as usize, m.stack[at + 3] != 0);
    let word = |i| m.heap.load(ptr, i, crate::bytecode::Narrow::U32).unwrap_or(0) as i64;
    let shape: Vec<i64> = (0..n).map(word).collect();
    let mut name = String::from("reflect.made select");
    for run in shape.chunk_by(|a, b| a == b) {
        let _ = write!(name, " {}x{}", run.len(), run[0]);
    }
    if has_default {
        name.push_str(" default");
    }
    if let Some(entry) = made_code(m, &name) {
        set_int(m, at, i64::from(entry));
        return NEXT;
    }
    let mut reg = ARGS;
    let mut cases = Vec::with_capacity(n);
    for slots in shape {
        let (chan, send) = (reg, slots >= 0);
        let value = if send { reg + 1 } else { RECEIVED };
        cases.push(SelectCase { send, chan, value, ok: (!send).then_some(OK), pos: Pos::NONE });
        reg += 1 + slots.max(0) as u32;
    }
    let frame = reg + 2;
    let table = SelectTable { cases, has_default, frame };
    let program = Arc::make_mut(&mut m.program);
    program.selects.push(table);
    let code = [Instr::Select { a: 0, m: program.selects.len() as i32 - 1 }, Instr::Ret {}];
    let entry = add_code(m, &name, &code, [reg, 0, frame]);
    set_int(m, at, i64::from(entry));
    Ok(Flow::Switch)
}

fn literal(name: String, kind: Kind) -> RType {
    RType {
        name,
        kind,
        named: false,
        pkg_path: String::new(),
        slots: 1,
        layout: LayoutId(0),
        elem: RTypeId::NIL,
        key: RTypeId::NIL,
        len: 0,
        dir: ChanDir::Both,
        fields: Vec::new(),
        params: Vec::new(),
        results: Vec::new(),
        variadic: false,
        methods: Vec::new(),
        comparable: true,
        plain_eq: true,
    }
}

fn layout_id(program: &mut Program, layout: Layout) -> LayoutId {
    let known = program.layouts.ids().find(|&id| program.layouts[id] == layout);
    known.unwrap_or_else(|| program.layouts.push(layout))
}

/// Natives of `reflect`.
pub(super) const REFLECT: &[(&str, NativeFn)] = &[
    ("reflect.address", address),
    ("reflect.adopt", adopt),
    ("reflect.alloc", alloc),
    ("reflect.box", boxed),
    ("reflect.call", call),
    ("reflect.callCode", call_code),
    ("reflect.chanLen", chan_len),
    ("reflect.clear", clear),
    ("reflect.closeChan", close_chan),
    ("reflect.closure", closure),
    ("reflect.codeOf", code_of),
    ("reflect.count", count),
    ("reflect.counts", counts),
    ("reflect.derive", derive),
    ("reflect.describe", describe),
    ("reflect.direct", direct),
    ("reflect.equal", equal),
    ("reflect.field", field),
    ("reflect.findFunc", find_func),
    ("reflect.grownCap", grown_cap),
    ("reflect.implements", implements),
    ("reflect.load", load),
    ("reflect.makeChan", make_chan),
    ("reflect.makeFunc", make_func),
    ("reflect.makeMap", make_map),
    ("reflect.makeStruct", make_struct),
    ("reflect.makeType", make_type),
    ("reflect.mapClear", map_clear),
    ("reflect.mapDelete", map_delete),
    ("reflect.mapGet", map_get),
    ("reflect.mapLen", map_len),
    ("reflect.mapNext", map_next),
    ("reflect.mapSet", map_set),
    ("reflect.mapStart", map_start),
    ("reflect.method", method),
    ("reflect.move", move_values),
    ("reflect.nextLiteral", next_literal),
    ("reflect.param", param),
    ("reflect.pkgPath", pkg_path),
    ("reflect.selectStub", select_stub),
    ("reflect.store", store),
    ("reflect.stub", stub),
    ("reflect.stubEnter", stub_enter),
    ("reflect.stubLeave", stub_leave),
    ("reflect.tryRecv", try_recv),
    ("reflect.trySend", try_send),
    ("reflect.typeOf", type_of),
    ("reflect.typeString", type_string),
    ("reflect.word", word),
];
