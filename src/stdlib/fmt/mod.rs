//! Package `fmt`.
//!
//! Formatting is native and takes two passes where methods are involved: the first pass notes which `Error`, `String`, `GoString` and
//! `Format` methods are needed, Go code calls them (see `go/fmt/print.go`), and the second pass writes everything with
//! their answers. Without such values the first pass is all.

mod printer;
mod style;

use super::abi::{Done, NEXT, int, set_bool, set_int, string};
use crate::bytecode::cost::SYSCALL;
use crate::bytecode::{Kind, RTypeId};
use crate::runtime::{Flow, Machine, NativeFn};
use printer::{Answer, Call, Printer};

const PRINTLN: i64 = 1;
const PRINTF: i64 = 2;
const ERRORF: i64 = 3;

/// The interfaces in an `[]any` at `at`.
fn args(m: &Machine, at: usize) -> Vec<(u64, u64)> {
    use crate::bytecode::Narrow::U32;
    let (ptr, len) = (m.stack[at], m.stack[at + 1] as usize);
    let slot = |i| m.heap.load(ptr, i, U32).unwrap_or(0);
    (0..len).map(|i| (slot(2 * i), slot(2 * i + 1))).collect()
}

/// Formats (mode, format, args) at `base`.
fn run(m: &mut Machine, base: usize, answers: Option<Vec<Answer>>) -> (Vec<u8>, Vec<Call>, Vec<usize>) {
    let mode = int(m, base);
    let args = args(m, base + 3);
    let mut p = Printer::new(m);
    p.has_read(m.stack[base + 3], 2 * args.len());
    p.answers = answers.map(Vec::into_iter);
    match mode {
        PRINTF | ERRORF => {
            p.wraps = mode == ERRORF;
            p.printf(m.string_at(base + 1), &args);
        }
        _ => p.print(&args, mode == PRINTLN),
    }
    let reads = p.reads.take().unwrap_or_default();
    let done = (p.out, p.calls, p.wrapped);
    for (ptr, n) in reads {
        m.observe_range(ptr, n, false);
    }
    done
}

/// `func format(mode int, f string, a []any) (s string, calls int)`
fn format(m: &mut Machine, base: usize) -> Done {
    let (text, calls, _) = run(m, base, None);
    if calls.is_empty() {
        m.set_string(base, &text);
    } else {
        m.stack[base..base + 2].fill(0);
    }
    set_int(m, base + 2, calls.len() as i64);
    NEXT
}

/// `func output(mode int, f string, a []any) (n, calls int)`: straight to standard output.
fn output(m: &mut Machine, base: usize) -> Done {
    let (text, calls, _) = run(m, base, None);
    if calls.is_empty() {
        m.write(false, &text);
        set_int(m, base, text.len() as i64);
        set_int(m, base + 1, 0);
        return Ok(m.syscall(SYSCALL + text.len() as u64));
    }
    set_int(m, base, text.len() as i64);
    set_int(m, base + 1, calls.len() as i64);
    NEXT
}

/// `func collect(mode int, f string, a []any, calls []call)`
fn collect(m: &mut Machine, base: usize) -> Done {
    let (_, calls, _) = run(m, base, None);
    let (to, len) = (m.stack[base + 6], m.stack[base + 7] as usize);
    for (i, call) in calls.into_iter().take(len).enumerate() {
        let (ty, data) = m.new_iface(call.ty, &call.slots);
        let style = &call.style;
        let wid = if style.has_wid { style.wid } else { -1 };
        let prec = if style.has_prec { style.prec } else { -1 };
        let (method, verb) = (call.method as u64, u64::from(call.verb));
        let slots = [ty, data, method, verb, style.bits(), wid as u64, prec as u64, call.directive as u64];
        for (j, slot) in slots.into_iter().enumerate() {
            m.heap.store(to, i * slots.len() + j, slot);
        }
    }
    NEXT
}

/// `func render(mode int, f string, a []any, rs []result) string`
fn render(m: &mut Machine, base: usize) -> Done {
    use crate::bytecode::Narrow::U32;
    let (from, len) = (m.stack[base + 6], m.stack[base + 7] as usize);
    let slot = |i| m.heap.load(from, i, U32).unwrap_or(0);
    let answers = (0..len).map(|i| Answer {
        text: m.heap.read_bytes(slot(4 * i), slot(4 * i + 1) as usize),
        raw: slot(4 * i + 2) != 0,
        lost: slot(4 * i + 3) != 0,
    });
    let answers = answers.collect();
    let (text, ..) = run(m, base, Some(answers));
    m.set_string(base, &text);
    NEXT
}

/// `func wrapped(mode int, f string, a []any) (count int, mask uint64)`: which arguments `%w` wraps.
fn wrapped(m: &mut Machine, base: usize) -> Done {
    let (_, _, wrapped) = run(m, base, None);
    set_int(m, base, wrapped.len() as i64);
    m.stack[base + 1] = wrapped.iter().filter(|&&n| n < 64).fold(0, |mask, &n| mask | 1 << n);
    NEXT
}

/// `func nilPointer(v any) bool`
fn nil_pointer(m: &mut Machine, base: usize) -> Done {
    let (ty, data) = (RTypeId(m.stack[base] as u32), m.stack[base + 1]);
    let pointer = m.program.rtypes.get(ty).is_some_and(|t| t.kind == Kind::Pointer);
    set_bool(m, base, pointer && data == 0);
    NEXT
}

/// `func writeOut(s string)`
fn write_out(m: &mut Machine, base: usize) -> Done {
    let text = string(m, base);
    m.write(false, &text);
    Ok(m.syscall(SYSCALL + text.len() as u64))
}

/// `func stdin(b []byte) int`: a line at most, 0 at the end.
pub(super) fn read_stdin(m: &mut Machine, base: usize) -> Result<Flow, crate::runtime::Trap> {
    let (to, room) = (m.stack[base], m.stack[base + 1] as usize);
    if m.stdin.1 >= m.stdin.0.len() && m.stdin_open {
        // Whoever drives the machine feeds it; then this read starts again.
        m.input_wanted = true;
        m.pc -= 1;
        return Ok(Flow::Switch);
    }
    let (input, at) = (m.stdin.0.clone(), m.stdin.1);
    let n = room.min(input.len() - at);
    m.observe_range(to, n, true);
    for (i, &b) in input[at..at + n].iter().enumerate() {
        m.heap.store(to, i, u64::from(b));
    }
    m.stdin.1 += n;
    set_int(m, base, n as i64);
    NEXT
}

/// `func kindOf(p any) int`: for scanning; the kind of the pointer's element, 100 for bytes.
fn kind_of(m: &mut Machine, base: usize) -> Done {
    const BYTES: i64 = 100;
    let ty = RTypeId(m.stack[base] as u32);
    let types = &m.program.rtypes;
    let elem = types.get(ty).filter(|t| t.kind == Kind::Pointer).map(|t| &types[t.elem]);
    let kind = elem.map_or(0, |e| match e.kind {
        Kind::Slice if types[e.elem].kind == Kind::Uint8 => BYTES,
        kind => kind as i64,
    });
    set_int(m, base, kind);
    NEXT
}

/// `func retype(p, like any) any`
fn retype(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = m.stack[base + 2];
    NEXT
}

/// `func typeName(v any) string`
pub(super) fn type_name(m: &mut Machine, base: usize) -> Done {
    let ty = RTypeId(m.stack[base] as u32);
    let name = m.program.rtypes.get(ty).filter(|_| ty != RTypeId::NIL).map_or("<nil>".into(), |t| t.name.clone());
    m.set_string(base, name.as_bytes());
    NEXT
}

/// Natives of `fmt`.
pub(super) const FMT: &[(&str, NativeFn)] = &[
    ("fmt.collect", collect),
    ("fmt.format", format),
    ("fmt.kindOf", kind_of),
    ("fmt.nilPointer", nil_pointer),
    ("fmt.output", output),
    ("fmt.render", render),
    ("fmt.retype", retype),
    ("fmt.stdin", read_stdin),
    ("fmt.typeName", type_name),
    ("fmt.wrapped", wrapped),
    ("fmt.writeOut", write_out),
];
