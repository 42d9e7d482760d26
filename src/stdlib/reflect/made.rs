//! What `reflect` makes while a program runs: types, and the code of `MakeFunc`, of promoted methods and of `Select`. All go to
//! the machine's own copy of the program, which others do not see.

use super::super::abi::{Done, NEXT, int, panic_text, set_int};
use super::ty;
use crate::base::Pos;
use crate::bytecode::{
    ChanDir, Func, FuncId, Instr, Kind, Layout, LayoutId, LineInfo, PARAMS_IN_LINE, Program, RESULTS_IN_LINE, RField,
    RType, RTypeId, SelectCase, SelectTable, SlotKind,
};
use crate::runtime::{Flow, Machine, ptr_id};
use std::fmt::Write;
use std::sync::Arc;

/// `func derive(kind, elem, key, n int) int`: the pointer, slice, array, channel or map type of these, -1 if there is none yet.
pub(super) fn derive(m: &mut Machine, at: usize) -> Done {
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
pub(super) fn make_type(m: &mut Machine, at: usize) -> Done {
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
pub(super) fn find_func(m: &mut Machine, at: usize) -> Done {
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
pub(super) fn next_literal(m: &mut Machine, at: usize) -> Done {
    let (kind, from) = (int(m, at), m.stack[at + 1] as usize + 1);
    let types = m.program.rtypes.as_slice().iter().enumerate().skip(from);
    let found = types.into_iter().find(|(_, t)| !t.named && t.kind as i64 == kind);
    let id = found.map_or(0, |(i, _)| i as i64);
    set_int(m, at, id);
    NEXT
}

/// `func adopt(t, from int, stub func())`: the struct type t, made with a field of type `from` embedded in the first place, has its
/// methods too. Those of an interface are the stub.
pub(super) fn adopt(m: &mut Machine, at: usize) -> Done {
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
    let registers = |list: &[RTypeId], most: usize| -> u32 {
        let n: u32 = list.iter().map(|&t| &m.program.rtypes[t]).map(|t| if t.is_wide() { 1 } else { t.slots }).sum();
        if n as usize > most { 1 } else { n }
    };
    let sig = &m.program.rtypes[sig];
    let (params, results) = (registers(&sig.params, PARAMS_IN_LINE), registers(&sig.results, RESULTS_IN_LINE));
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
pub(super) fn make_func(m: &mut Machine, at: usize) -> Done {
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
pub(super) fn make_struct(m: &mut Machine, at: usize) -> Done {
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
pub(super) fn stub(m: &mut Machine, at: usize) -> Done {
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
pub(super) fn stub_enter(m: &mut Machine, at: usize) -> Done {
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
pub(super) fn stub_leave(m: &mut Machine, at: usize) -> Done {
    let results = running(m).map_or(0, |f| f.results as usize);
    let fp = m.fp;
    m.stack.copy_within(at..at + results, fp);
    NEXT
}

/// `func closure(code int, m *maker) unsafe.Pointer`
pub(super) fn closure(m: &mut Machine, at: usize) -> Done {
    let (code, maker) = (m.stack[at], m.stack[at + 1]);
    m.stack[at] = m.heap.alloc_closure(code, &[maker]);
    NEXT
}

/// `func selectStub(slots []int, def bool) int`
pub(super) fn select_stub(m: &mut Machine, at: usize) -> Done {
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
    let entry = add_code(m, &name, &code, [reg, ARGS, frame]);
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
