//! Package `runtime`, and what the compiler calls by name.

use super::abi::{Done, NEXT, float, int, set_bool, set_float, set_int};
use crate::base::Pos;
use crate::bytecode::{Kind, RTypeId};
use crate::runtime::{DEEPEST, Finalizer, Frame, Machine, NativeFn, Trap, error, frames, print_float, print_float32};

fn gomaxprocs(m: &mut Machine, base: usize) -> Done {
    let (n, was) = (int(m, base), m.sched.ps.len());
    set_int(m, base, was as i64);
    if n > 0 && n as usize != was {
        m.set_procs(n as usize);
    }
    NEXT
}

fn num_goroutine(m: &mut Machine, base: usize) -> Done {
    let n = m.living as i64;
    set_int(m, base, n);
    NEXT
}

fn num_cpu(m: &mut Machine, base: usize) -> Done {
    let n = m.sched.cpus as i64;
    set_int(m, base, n);
    NEXT
}

fn lock_thread(m: &mut Machine, _base: usize) -> Done {
    m.lock_thread();
    NEXT
}

fn unlock_thread(m: &mut Machine, _base: usize) -> Done {
    m.unlock_thread();
    NEXT
}

fn gosched(m: &mut Machine, _base: usize) -> Done {
    Ok(m.yield_now())
}

fn gc(m: &mut Machine, base: usize) -> Done {
    // Registers from here on are free, and what they still hold is nobody's.
    let top = (m.frame_top() + 256).min(m.stack.len());
    m.stack[base..top].fill(0);
    m.collect();
    NEXT
}

fn goexit(m: &mut Machine, _base: usize) -> Done {
    Ok(m.goexit())
}

fn panic_range_state(m: &mut Machine, base: usize) -> Done {
    Err(error::range_state(int(m, base)).into())
}

/// Places in Go's runtime that programs see: the last numbers of all, each with a function, a file and a line.
const PLACES: [(&str, &str, i64); 8] = [
    // Where deferred calls are made.
    ("runtime.Goexit", "panic.go", 694),
    ("runtime.gopanic", "panic.go", 859),
    ("runtime.Callers", "extern.go", 341),
    // Where goroutines come from.
    ("runtime.main", "proc.go", 302),
    ("runtime.goexit", "asm_amd64.s", 1264),
    // Before function main.
    ("runtime.doInit1", "proc.go", 8154),
    ("runtime.doInit", "proc.go", 8121),
    ("runtime.main", "proc.go", 269),
];
const GOEXIT: u32 = u32::MAX;
const GOPANIC: u32 = u32::MAX - 2;
const CALLERS: u32 = u32::MAX - 4;
const MAIN: u32 = u32::MAX - 6;
const BOTTOM: u32 = u32::MAX - 8;
const INIT: [u32; 3] = [u32::MAX - 10, u32::MAX - 12, u32::MAX - 14];

/// Program counters of programs. Where a function starts has the number of its first instruction, as what a func value holds; in
/// calls each instruction has a range of numbers, which starts here for the first one. So one less than where a call goes on is in the call,
/// as programs that look for its line know of Go's.
const IN_CALLS: u64 = 1 << 32;
const PC_UNIT: u64 = 16;

/// Where a call goes on, for the program.
fn counter(pc: u32) -> u64 {
    IN_CALLS + u64::from(pc) * PC_UNIT
}

/// The instruction at a program counter of the program's.
fn instruction(counter: u64) -> Option<u32> {
    u32::try_from(counter.checked_sub(IN_CALLS).map_or(counter, |at| at / PC_UNIT)).ok()
}

/// Such a place: each has two numbers, since there, too, one is taken off.
fn runtime_place(pc: u32) -> Option<(&'static str, String, i64)> {
    let &(func, file, line) = PLACES.get(((u32::MAX - pc) / 2) as usize)?;
    Some((func, format!("{}runtime/{file}", crate::base::LIBRARY), line))
}

/// The calls of the running goroutine that a programmer knows of, innermost first: where they go on.
fn calls(m: &Machine) -> Vec<u32> {
    let known = |f: Frame| match f.func {
        None if f.pc == 1 => Some(GOEXIT),
        None => Some(GOPANIC),
        Some(id) => {
            let func = &m.program.funcs[id];
            (!func.wrapper && func.pos != Pos::NONE).then_some(f.pc)
        }
    };
    let mut calls: Vec<u32> = frames(m, m.loaded, DEEPEST).into_iter().filter_map(known).collect();
    if m.gs[m.loaded as usize].goid == 1 {
        let outermost = calls.last().and_then(|&pc| m.program.func_at(pc.saturating_sub(1)));
        if outermost.is_none_or(|f| m.program.funcs[f].name == "main.main") {
            calls.push(MAIN);
        } else {
            calls.extend(INIT);
        }
    }
    calls.push(BOTTOM);
    calls
}

fn place(m: &Machine, pc: u32) -> (String, i64) {
    if let Some((_, file, line)) = runtime_place(pc) {
        return (file, line);
    }
    let program = &m.program;
    at_pos(m, program.lines.get(pc.saturating_sub(1) as usize).map(|l| l.pos))
}

fn at_pos(m: &Machine, pos: Option<Pos>) -> (String, i64) {
    let program = &m.program;
    match pos.and_then(|pos| program.sources.locate(pos)) {
        Some((file, at)) if file.starts_with('/') => (file.to_owned(), i64::from(at.line)),
        Some((file, at)) => (format!("{}/{}", program.dir, file.trim_start_matches("./")), i64::from(at.line)),
        None => (String::new(), 0),
    }
}

/// `func Caller(skip int) (pc uintptr, file string, line int, ok bool)`
fn caller(m: &mut Machine, base: usize) -> Done {
    let skip = int(m, base).max(0) as usize;
    let found = calls(m).get(skip).copied();
    let (file, line) = found.map_or((String::new(), 0), |pc| place(m, pc));
    m.stack[base] = found.map_or(0, counter);
    m.set_string(base + 1, file.as_bytes());
    set_int(m, base + 3, line);
    set_bool(m, base + 4, found.is_some());
    NEXT
}

/// `func Callers(skip int, pc []uintptr) int`: 0 is `Callers` itself.
fn callers(m: &mut Machine, base: usize) -> Done {
    let (skip, to, room) = (int(m, base).max(0) as usize, m.stack[base + 1], m.stack[base + 2] as usize);
    let pcs: Vec<u32> = [CALLERS].into_iter().chain(calls(m)).skip(skip).take(room).collect();
    for (i, &pc) in pcs.iter().enumerate() {
        m.heap.store(to, i, counter(pc));
    }
    set_int(m, base, pcs.len() as i64);
    NEXT
}

/// `func nameOf(pc uintptr) string`
fn name_of(m: &mut Machine, base: usize) -> Done {
    // Where a call goes on is in the same function, since every one ends with a return.
    let pc = instruction(m.stack[base]).filter(|&pc| pc > 0);
    let name = match pc.and_then(runtime_place) {
        Some((func, ..)) => func.to_owned(),
        None => pc.and_then(|pc| m.program.func_at(pc)).map_or(String::new(), |f| m.program.funcs[f].name.clone()),
    };
    m.set_string(base, name.as_bytes());
    NEXT
}

/// `func entryOf(pc uintptr) uintptr`: where the function starts.
fn entry_of(m: &mut Machine, base: usize) -> Done {
    let func = instruction(m.stack[base]).and_then(|pc| m.program.func_at(pc));
    if let Some(f) = func {
        m.stack[base] = u64::from(m.program.funcs[f].entry);
    }
    NEXT
}

/// `func placeOf(pc uintptr) (file string, line int)`
fn place_of(m: &mut Machine, base: usize) -> Done {
    let at = m.stack[base];
    let (file, line) = match instruction(at) {
        None => (String::new(), 0),
        Some(pc) if at < IN_CALLS => at_pos(m, m.program.func_at(pc).map(|f| m.program.funcs[f].pos)),
        // Right where a call goes on it is still the call that counts.
        Some(pc) if at.is_multiple_of(PC_UNIT) => place(m, pc),
        Some(pc) if runtime_place(pc).is_some() => place(m, pc),
        Some(pc) => place(m, pc + 1),
    };
    m.set_string(base, file.as_bytes());
    set_int(m, base + 2, line);
    NEXT
}

/// `func SetTraceback(level string)`
fn set_traceback(m: &mut Machine, base: usize) -> Done {
    let level = m.text_at(base);
    m.panic_state.level.set(&level);
    NEXT
}

/// `func stacks(all bool) string`
fn stacks(m: &mut Machine, base: usize) -> Done {
    let text = crate::runtime::stacks(m, m.stack[base] != 0);
    m.set_string(base, text.as_bytes());
    NEXT
}

/// `func leaked() string` of package pprof: the stacks of leaked goroutines.
fn leaked(m: &mut Machine, base: usize) -> Done {
    // What calls that are over have left behind keeps nobody.
    m.stack[base..].fill(0);
    let text = crate::runtime::leaked_stacks(m);
    m.set_string(base, text.as_bytes());
    NEXT
}

/// `func leaks() int` of package pprof: how many goroutines were leaked when [`leaked`] was called last.
fn leaks(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = m.gs.iter().filter(|g| g.leaked).count() as u64;
    NEXT
}

/// `func setFinalizer(obj, finalizer any, run func()) int`: 0 if it is set, else what is wrong.
fn set_finalizer(m: &mut Machine, base: usize) -> Done {
    let [ty, target, fn_ty, closure, runner] = [0, 1, 2, 3, 4].map(|i| m.stack[base + i]);
    let types = &m.program.rtypes;
    let pointer = &types[RTypeId(ty as u32)];
    let wrong = if pointer.kind != Kind::Pointer {
        1
    } else if target == 0 {
        2
    } else if fn_ty == 0 {
        m.remove_finalizer(target);
        0
    } else {
        let func = &types[RTypeId(fn_ty as u32)];
        let params: Vec<_> = func.params.iter().map(|&p| &types[p]).collect();
        match params[..] {
            _ if func.kind != Kind::Func => 3,
            [p] if p.kind == Kind::Interface => {
                let f = Finalizer { target, closure, params: 2, ty, number: 0 };
                m.add_finalizer(f, runner);
                0
            }
            [p] if p.kind == Kind::Pointer && p.elem == pointer.elem => {
                let f = Finalizer { target, closure, params: 1, ty, number: 0 };
                m.add_finalizer(f, runner);
                0
            }
            _ => 4,
        }
    };
    set_int(m, base, wrong);
    NEXT
}

/// `func addCleanup(p unsafe.Pointer, f func(), run func()) uint64`
fn add_cleanup(m: &mut Machine, base: usize) -> Done {
    let [target, closure, runner] = [0, 1, 2].map(|i| m.stack[base + i]);
    m.stack[base] = m.add_finalizer(Finalizer { target, closure, params: 0, ty: 0, number: 0 }, runner);
    NEXT
}

/// `func fatal(s string)`
fn fatal(m: &mut Machine, base: usize) -> Done {
    Err(Trap::Fatal(m.text_at(base)))
}

/// `func stopCleanup(n uint64)`
fn stop_cleanup(m: &mut Machine, base: usize) -> Done {
    m.stop_cleanup(m.stack[base]);
    NEXT
}

/// `func nextFinalizer() (fn unsafe.Pointer, params int, obj any)`: params is -1 when there is none.
fn next_finalizer(m: &mut Machine, base: usize) -> Done {
    let slots = match m.next_finalizer() {
        Some(f) => [f.closure, u64::from(f.params), f.ty, f.target],
        None => [0, -1_i64 as u64, 0, 0],
    };
    m.stack[base..base + 4].copy_from_slice(&slots);
    NEXT
}

/// `func weakWord(p unsafe.Pointer) unsafe.Pointer`
pub(super) fn weak_word(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = m.weak_word(m.stack[base]);
    NEXT
}

/// `func memory() (live, total, objects, collections uint64)`
fn memory(m: &mut Machine, base: usize) -> Done {
    let h = &m.heap;
    let values = [h.live, h.total_bytes, h.total_objects, h.collections];
    m.stack[base..base + 4].copy_from_slice(&values);
    NEXT
}

/// What the builtins `print` and `println` write of a value.
fn printed(m: &Machine, (ty, data): (u64, u64), out: &mut Vec<u8>) {
    use Kind::*;
    if ty == 0 {
        out.extend_from_slice(b"nil");
        return;
    }
    let ty = RTypeId(ty as u32);
    let slots = m.iface_slots(ty, data);
    let text = match m.program.rtypes[ty].kind {
        Bool => (slots[0] != 0).to_string(),
        Int | Int8 | Int16 | Int32 | Int64 => (slots[0] as i64).to_string(),
        Uint | Uint8 | Uint16 | Uint32 | Uint64 | Uintptr => slots[0].to_string(),
        Float64 => print_float(f64::from_bits(slots[0])),
        Float32 => print_float32(f32::from_bits(slots[0] as u32)),
        Complex128 => complex(print_float(f64::from_bits(slots[0])), &print_float(f64::from_bits(slots[1]))),
        Complex64 => {
            complex(print_float32(f32::from_bits(slots[0] as u32)), &print_float32(f32::from_bits(slots[1] as u32)))
        }
        String => {
            out.extend_from_slice(m.heap.bytes(slots[0], slots[1] as usize));
            return;
        }
        Slice => format!("[{}/{}]{:#x}", slots[1], slots[2], m.heap.address(slots[0])),
        _ => format!("{:#x}", m.heap.address(slots.first().copied().unwrap_or(0))),
    };
    out.extend_from_slice(text.as_bytes());
}

fn complex(re: std::string::String, im: &str) -> std::string::String {
    let sign = if im.starts_with(['+', '-']) { "" } else { "+" };
    format!("({re}{sign}{im}i)")
}

fn print_all(m: &mut Machine, base: usize, line: bool) -> Done {
    let mut out = Vec::new();
    for i in 0..m.stack[base] as usize {
        if line && i > 0 {
            out.push(b' ');
        }
        let at = base + 1 + 2 * i;
        printed(m, (m.stack[at], m.stack[at + 1]), &mut out);
    }
    if line {
        out.push(b'\n');
    }
    m.write(true, &out);
    NEXT
}

fn print(m: &mut Machine, base: usize) -> Done {
    print_all(m, base, false)
}

fn println(m: &mut Machine, base: usize) -> Done {
    print_all(m, base, true)
}

/// (pointer, length, wanted length) → pointer
fn slice_to_array(m: &mut Machine, base: usize) -> Done {
    let (ptr, len, want) = (m.stack[base], int(m, base + 1), int(m, base + 2));
    if len < want {
        return Err(error::slice_to_array(len, want).into());
    }
    m.stack[base] = ptr;
    NEXT
}

/// Unlike `math.Min`, a NaN wins over an infinity.
fn with_nan(x: f64, y: f64, or: f64) -> f64 {
    if x.is_nan() || y.is_nan() { f64::NAN } else { or }
}

fn min_float(m: &mut Machine, base: usize) -> Done {
    let (x, y) = (float(m, base), float(m, base + 1));
    set_float(m, base, with_nan(x, y, super::math::min(x, y)));
    NEXT
}

fn max_float(m: &mut Machine, base: usize) -> Done {
    let (x, y) = (float(m, base), float(m, base + 1));
    set_float(m, base, with_nan(x, y, super::math::max(x, y)));
    NEXT
}

/// Natives of `runtime`.
pub(super) const RUNTIME: &[(&str, NativeFn)] = &[
    ("runtime.Caller", caller),
    ("runtime.Callers", callers),
    ("runtime.GC", gc),
    ("runtime.GOMAXPROCS", gomaxprocs),
    ("runtime.Goexit", goexit),
    ("runtime.Gosched", gosched),
    ("runtime.LockOSThread", lock_thread),
    ("runtime.NumCPU", num_cpu),
    ("runtime.NumGoroutine", num_goroutine),
    ("runtime.UnlockOSThread", unlock_thread),
    ("runtime.addCleanup", add_cleanup),
    ("runtime.entryOf", entry_of),
    ("runtime.fatal", fatal),
    ("runtime.maxFloat", max_float),
    ("runtime.memory", memory),
    ("runtime.minFloat", min_float),
    ("runtime.nameOf", name_of),
    ("runtime.nextFinalizer", next_finalizer),
    ("runtime.panicrangestate", panic_range_state),
    ("runtime.placeOf", place_of),
    ("runtime.print", print),
    ("runtime.println", println),
    ("runtime.setFinalizer", set_finalizer),
    ("runtime.sliceToArray", slice_to_array),
    ("runtime.stacks", stacks),
    ("runtime.stopCleanup", stop_cleanup),
    ("runtime.typeName", super::fmt::type_name),
    ("runtime/debug.SetTraceback", set_traceback),
    ("runtime/pprof.leaked", leaked),
    ("runtime/pprof.leaks", leaks),
    ("weak.weakWord", weak_word),
];
