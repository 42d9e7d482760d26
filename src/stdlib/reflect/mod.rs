//! Package `reflect`: what its Go half (`go/reflect`) asks of types and memory.
//!
//! A type is known to Go code by its number. Values are pointers to memory, or the value's only slot itself; which one it is,
//! Go code remembers.

mod made;

use super::abi::{Done, NEXT, int, set_bool, set_int};
use crate::bytecode::{ChanDir, RType, RTypeId};
use crate::runtime::{Machine, NativeFn, Trap, narrow_of, ptr_id};
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
    m.observe_range(m.stack[at + 2], slots, false);
    m.observe_range(m.stack[at + 1], slots, true);
    if !m.heap.copy(m.stack[at + 1], m.stack[at + 2], slots, narrow) {
        return Err(crate::runtime::error::nil_dereference().into());
    }
    NEXT
}

/// `func clear(t int, dst unsafe.Pointer, n int)`: makes n values zero.
fn clear(m: &mut Machine, at: usize) -> Done {
    let slots = rtype(m, at).slots as usize * int(m, at + 2).max(0) as usize;
    let dst = m.stack[at + 1];
    m.observe_range(dst, slots, true);
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
    for ptr in [m.stack[at + 1], m.stack[at + 2]] {
        m.observe_range(ptr, m.program.rtypes[t].slots as usize, false);
    }
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
    m.observe_range(m.stack[at + 1], rtype(m, at).slots as usize, false);
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
    m.observe_range(to, slots.len(), true);
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
    m.observe(m.stack[at], false);
    let n = m.map_index(m.stack[at]).map_or(0, |i| m.maps[i].len());
    set_int(m, at, n as i64);
    NEXT
}

/// `func mapGet(t int, m, key unsafe.Pointer) unsafe.Pointer`: a copy of the value, or nil.
fn map_get(m: &mut Machine, at: usize) -> Done {
    let (key_ty, elem) = (rtype(m, at).key, rtype(m, at).elem);
    m.observe(m.stack[at + 1], false);
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
    m.observe(m.stack[at + 1], true);
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
    m.observe(m.stack[at + 1], true);
    let key = slots_of(m, rtype(m, at).key, m.stack[at + 2]);
    if let Some(i) = m.map_index(m.stack[at + 1]) {
        m.maps[i].check_write()?;
        m.maps[i].delete(&m.heap, &m.program, &key)?;
    }
    NEXT
}

/// `func mapClear(m unsafe.Pointer)`
fn map_clear(m: &mut Machine, at: usize) -> Done {
    m.observe(m.stack[at], true);
    if let Some(i) = m.map_index(m.stack[at]) {
        m.maps[i].check_write()?;
        m.maps[i].clear();
    }
    NEXT
}

/// `func mapStart(m unsafe.Pointer) (seq, start, round int)`: where an iteration begins, as `range` chooses it.
fn map_start(m: &mut Machine, at: usize) -> Done {
    m.observe(m.stack[at], false);
    let state = m.map_start(m.stack[at]);
    m.stack[at..at + 3].copy_from_slice(&state);
    NEXT
}

/// `func mapNext(t int, m unsafe.Pointer, seq, start, round int) (key, value unsafe.Pointer, seq2, round2 int)`: the next entry,
/// copied; key is nil at the end.
fn map_next(m: &mut Machine, at: usize) -> Done {
    let (key_ty, elem) = (rtype(m, at).key, rtype(m, at).elem);
    let mut state = [m.stack[at + 2], m.stack[at + 3], m.stack[at + 4]];
    m.observe(m.stack[at + 1], false);
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

/// Natives of `reflect`.
pub(super) const REFLECT: &[(&str, NativeFn)] = &[
    ("reflect.address", address),
    ("reflect.adopt", made::adopt),
    ("reflect.alloc", alloc),
    ("reflect.box", boxed),
    ("reflect.call", call),
    ("reflect.callCode", call_code),
    ("reflect.chanLen", chan_len),
    ("reflect.clear", clear),
    ("reflect.closeChan", close_chan),
    ("reflect.closure", made::closure),
    ("reflect.codeOf", code_of),
    ("reflect.count", count),
    ("reflect.counts", counts),
    ("reflect.derive", made::derive),
    ("reflect.describe", describe),
    ("reflect.direct", direct),
    ("reflect.equal", equal),
    ("reflect.field", field),
    ("reflect.findFunc", made::find_func),
    ("reflect.grownCap", grown_cap),
    ("reflect.implements", implements),
    ("reflect.load", load),
    ("reflect.makeChan", make_chan),
    ("reflect.makeFunc", made::make_func),
    ("reflect.makeMap", make_map),
    ("reflect.makeStruct", made::make_struct),
    ("reflect.makeType", made::make_type),
    ("reflect.mapClear", map_clear),
    ("reflect.mapDelete", map_delete),
    ("reflect.mapGet", map_get),
    ("reflect.mapLen", map_len),
    ("reflect.mapNext", map_next),
    ("reflect.mapSet", map_set),
    ("reflect.mapStart", map_start),
    ("reflect.method", method),
    ("reflect.move", move_values),
    ("reflect.nextLiteral", made::next_literal),
    ("reflect.param", param),
    ("reflect.pkgPath", pkg_path),
    ("reflect.selectStub", made::select_stub),
    ("reflect.store", store),
    ("reflect.stub", made::stub),
    ("reflect.stubEnter", made::stub_enter),
    ("reflect.stubLeave", made::stub_leave),
    ("reflect.tryRecv", try_recv),
    ("reflect.trySend", try_send),
    ("reflect.typeOf", type_of),
    ("reflect.typeString", type_string),
    ("reflect.word", word),
];
