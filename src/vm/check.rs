//! What the loop looks out for under exploration: which instructions are visible to other goroutines, and what memory the others touch.
//!
//! Instructions are marked once for a program. Library packages that we wrote over natives, and whose own state is guarded by what the
//! race detector does not see, are left out as Go leaves its runtime out.

use crate::bytecode::{Instr, LayoutId, NativeId, Program};
use crate::runtime::{MARK_ACCESS, MARK_LIBRARY, MARK_POINT, Obj, ptr_id, ptr_off};

/// Packages and files of the library whose memory accesses are not looked at, with what lies below them. Of `reflect` those that look
/// at what the program gives them are not among them: its table of types is. Of `time` it is what has a state.
const TRUSTED: [&str; 13] = [
    "context",
    "internal",
    "os",
    "reflect/type.go",
    "runtime",
    "sync",
    "syscall",
    "testing",
    "time/sleep.go",
    "time/time.go",
    "time/tzdata",
    "time/zone.go",
    "unique",
];

/// Of these they are looked at where whole slices are read or written, which may be the program's.
const LENT: [&str; 2] = ["os/file.go", "os/pipe.go"];

/// Natives that others can notice, beside those of `sync` and `sync/atomic`.
const VISIBLE: [&str; 13] = [
    "fmt.output",
    "fmt.writeOut",
    "internal/poll.ready",
    "internal/poll.wait",
    "os.write",
    "os.writeText",
    "runtime.NumGoroutine",
    "runtime.print",
    "runtime.println",
    "time.Sleep",
    "time.resetTimer",
    "time.startTimer",
    "time.stopTimer",
];

/// Natives after which others can do more than before: to be asked before them would change nothing, unless somebody tries a lock.
const RELEASES: [&str; 3] = ["sync.(*Mutex).Unlock", "sync.(*RWMutex).RUnlock", "sync.(*RWMutex).Unlock"];

/// Natives that read slices which they are given: where the slices stand among the arguments. Those of elements that are not bytes,
/// and those that write, tell of it themselves.
fn slices_read(native: &str) -> &'static [u8] {
    match native {
        "bytes.Compare" | "bytes.Contains" | "bytes.Count" | "bytes.Equal" | "bytes.EqualFold" | "bytes.HasPrefix"
        | "bytes.HasSuffix" | "bytes.Index" | "bytes.LastIndex" | "bytes.ToValidUTF8" => &[0, 3],
        "bytes.replace" => &[0, 3, 6],
        "bytes.IndexAny"
        | "bytes.IndexByte"
        | "bytes.IndexRune"
        | "bytes.LastIndexAny"
        | "bytes.LastIndexByte"
        | "bytes.Runes"
        | "bytes.trimRange"
        | "bytes.ToLower"
        | "bytes.ToTitle"
        | "bytes.ToUpper"
        | "unicode/utf8.DecodeLastRune"
        | "unicode/utf8.DecodeRune"
        | "unicode/utf8.RuneCount"
        | "unicode/utf8.Valid" => &[0],
        _ => &[],
    }
}

fn visible_natives(program: &Program) -> Vec<bool> {
    let tries = program.natives.iter().any(|name| name.contains("Try"));
    let is_visible = |name: &String| match name.as_str() {
        release if RELEASES.contains(&release) => tries,
        "sync.(*Pool).pop" | "sync.(*Pool).push" => false,
        name => name.starts_with("sync.") || name.starts_with("sync/atomic.") || VISIBLE.contains(&name),
    };
    program.natives.iter().map(is_visible).collect()
}

/// The marks of a program's instructions.
pub fn marks(program: &Program) -> Vec<u8> {
    let visible = visible_natives(program);
    let reads: Vec<bool> = program.natives.iter().map(|name| !slices_read(name).is_empty()).collect();
    let mut marks = vec![0; program.code.len()];
    // The end of main; that of others nobody can notice.
    if let Some(exit) = marks.first_mut() {
        *exit = MARK_POINT;
    }
    for func in program.funcs.iter() {
        let package = program.sources.file_of(func.pos).map(|f| program.sources.file(f)).filter(|f| f.of_library());
        let path = package.and_then(|f| f.name().strip_prefix(crate::base::LIBRARY)).unwrap_or_default();
        let below = |of: &&str| path.strip_prefix(*of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let trusted = package.is_some() && TRUSTED.iter().any(below);
        let lent = LENT.contains(&path);
        let written = if package.is_some() || func.wrapper { MARK_LIBRARY } else { 0 };
        let range = func.entry as usize..func.end as usize;
        for (mark, &instr) in marks[range.clone()].iter_mut().zip(&program.code[range]) {
            *mark |= written;
            if is_visible(instr, &visible) {
                *mark |= MARK_POINT;
            } else if is_looked_at(instr, &reads) && (!trusted || lent && takes_slices(instr)) {
                *mark |= MARK_ACCESS;
            }
        }
    }
    marks
}

fn is_visible(instr: Instr, visible: &[bool]) -> bool {
    match instr {
        Instr::Send { .. }
        | Instr::Recv { .. }
        | Instr::Select { .. }
        | Instr::Close { .. }
        | Instr::ChanLen { .. }
        | Instr::ChanCap { .. } => true,
        Instr::CallN { m, .. } | Instr::Lock { m, .. } | Instr::Unlock { m, .. } => {
            visible.get(m as usize).copied().unwrap_or(false)
        }
        _ => false,
    }
}

fn is_looked_at(instr: Instr, reads: &[bool]) -> bool {
    is_access(instr) || matches!(instr, Instr::CallN { m, .. } if reads[m as usize])
}

fn takes_slices(instr: Instr) -> bool {
    use Instr as I;
    matches!(instr, I::AppendSlice { .. } | I::Copy { .. } | I::ClearSlice { .. } | I::StIdx8 { .. })
}

fn is_access(instr: Instr) -> bool {
    use Instr as I;
    matches!(
        instr,
        I::Ld { .. }
            | I::St { .. }
            | I::LdN { .. }
            | I::StN { .. }
            | I::LdX { .. }
            | I::StX { .. }
            | I::LdNX { .. }
            | I::StNX { .. }
            | I::CopyMem { .. }
            | I::LdG { .. }
            | I::StG { .. }
            | I::LdGN { .. }
            | I::StGN { .. }
            | I::LdCapRef { .. }
            | I::StCapRef { .. }
            | I::LdIdx { .. }
            | I::StIdx { .. }
            | I::LdIdx8 { .. }
            | I::StIdx8 { .. }
            | I::LdIdxX { .. }
            | I::StIdxX { .. }
            | I::LdIdxF { .. }
            | I::StIdxF { .. }
            | I::LdIdxIdx { .. }
            | I::LdArr { .. }
            | I::StArr { .. }
            | I::Append { .. }
            | I::AppendSlice { .. }
            | I::AppendStr { .. }
            | I::AppendZero { .. }
            | I::Copy { .. }
            | I::CopyStr { .. }
            | I::ClearSlice { .. }
            | I::StrConv { .. }
            | I::MapGet { .. }
            | I::MapGet2 { .. }
            | I::MapSet { .. }
            | I::MapDelete { .. }
            | I::MapClear { .. }
            | I::MapLen { .. }
            | I::MapIter { .. }
            | I::MapNext { .. }
    )
}

/// Tells `see` of the memory that an instruction will touch: pointer, number of slots or packed elements, whether it writes. A map is
/// the one slot of the object that stands for it. What will panic touches nothing.
#[inline(never)]
pub(super) fn accesses(
    program: &Program,
    instr: Instr,
    regs: &[u64; 256],
    objs: &[Obj],
    globals: u64,
    mut see: impl FnMut(u64, usize, bool),
) {
    use Instr as I;
    let r = |i: u8| regs[i as usize];
    let slots = |layout: i32| program.layouts.get(LayoutId(layout as u32)).map_or(1, |l| l.slots as usize);
    // Nothing is behind a nil pointer; the object must have the slots.
    let mut touch = |ptr: u64, n: usize, write: bool| {
        if ptr_id(ptr) != 0 && objs.get(ptr_id(ptr)).is_some_and(|o| ptr_off(ptr) + n <= o.data.len() * 8) {
            see(ptr, n, write);
        }
    };
    let at = |ptr: u64, off: i32| ptr.wrapping_add(off as u64);
    let inside = |i: u64, len: u64, ptr: u64| if i < len { ptr } else { 0 };
    match instr {
        I::Ld { b, m, .. } => touch(at(r(b), m), 1, false),
        I::St { a, m, .. } => touch(at(r(a), m), 1, true),
        I::LdN { b, c, m, .. } => touch(at(r(b), m), c as usize, false),
        I::StN { a, c, m, .. } => touch(at(r(a), m), c as usize, true),
        I::LdX { b, m, .. } => touch(at(r(b), m), 1, false),
        I::StX { a, m, .. } => touch(at(r(a), m), 1, true),
        I::LdNX { b, c, m, .. } => touch(at(r(b), m >> 3), c as usize, false),
        I::StNX { a, c, m, .. } => touch(at(r(a), m >> 3), c as usize, true),
        I::CopyMem { a, b, m, .. } => {
            touch(r(b), m as usize, false);
            touch(r(a), m as usize, true);
        }
        I::LdG { m, .. } => touch(at(globals, m), 1, false),
        I::StG { m, .. } => touch(at(globals, m), 1, true),
        I::LdGN { c, m, .. } => touch(at(globals, m), c as usize, false),
        I::StGN { c, m, .. } => touch(at(globals, m), c as usize, true),
        I::LdCapRef { b, m, .. } => {
            if let Some(&p) = objs[ptr_id(r(b))].data.get(m as usize) {
                touch(p, 1, false);
            }
        }
        I::StCapRef { a, m, .. } => {
            if let Some(&p) = objs[ptr_id(r(a))].data.get(m as usize) {
                touch(p, 1, true);
            }
        }
        I::LdIdx { b, c, .. } | I::LdIdx8 { b, c, .. } | I::LdIdxX { b, c, .. } => {
            touch(inside(r(c), r(b.wrapping_add(1)), r(b).wrapping_add(r(c))), 1, false)
        }
        I::StIdx { a, b, .. } | I::StIdx8 { a, b, .. } | I::StIdxX { a, b, .. } => {
            touch(inside(r(b), r(a.wrapping_add(1)), r(a).wrapping_add(r(b))), 1, true)
        }
        I::LdIdxF { b, c, m, .. } => touch(
            inside(
                r(c),
                r(b.wrapping_add(1)),
                r(b).wrapping_add(r(c).wrapping_mul((m >> 16) as u64) + (m & 0xffff) as u64),
            ),
            1,
            false,
        ),
        I::StIdxF { a, b, m, .. } => touch(
            inside(
                r(b),
                r(a.wrapping_add(1)),
                r(a).wrapping_add(r(b).wrapping_mul((m >> 16) as u64) + (m & 0xffff) as u64),
            ),
            1,
            true,
        ),
        I::LdIdxIdx { b, c, m, .. } => {
            let inner = inside(r(c), r(b.wrapping_add(1)), r(b).wrapping_add(r(c).wrapping_mul(3)));
            touch(inner, 3, false);
            let j = r(m as u8);
            if let Some(&[p, len]) = objs[ptr_id(inner)].data.get(ptr_off(inner)..ptr_off(inner) + 2) {
                touch(inside(j, len, p.wrapping_add(j)), 1, false);
            }
        }
        I::LdArr { b, c, m, .. } => touch(inside(r(c), m as u64, r(b).wrapping_add(r(c))), 1, false),
        I::StArr { a, b, m, .. } => touch(inside(r(b), m as u64, r(a).wrapping_add(r(b))), 1, true),
        I::Append { a, m, .. } => appends(r(a), r(a + 1), r(a + 2), 1, slots(m), &mut touch),
        I::AppendSlice { a, b, m } => {
            let (n, size) = (r(b + 1), slots(m));
            touch(r(b), n as usize * size, false);
            appends(r(a), r(a + 1), r(a + 2), n, size, &mut touch);
        }
        I::AppendZero { a, b, m } => appends(r(a), r(a + 1), r(a + 2), r(b), slots(m), &mut touch),
        I::AppendStr { a, b, .. } => appends(r(a), r(a + 1), r(a + 2), r(b + 1), 1, &mut touch),
        I::Copy { b, c, m, .. } => {
            let n = r(b + 1).min(r(c + 1)) as usize * m as usize;
            touch(r(c), n, false);
            touch(r(b), n, true);
        }
        I::CopyStr { b, c, .. } => touch(r(b), r(b + 1).min(r(c + 1)) as usize, true),
        I::ClearSlice { a, m } => touch(r(a), r(a + 1) as usize * m as usize, true),
        I::StrConv { b, m: 0 | 2, .. } => touch(r(b), r(b + 1) as usize, false),
        I::MapGet { b, .. } | I::MapGet2 { b, .. } | I::MapLen { b, .. } | I::MapIter { b, .. } => {
            touch(r(b), 1, false)
        }
        I::MapNext { a, .. } => touch(r(a + 3), 1, false),
        I::CallN { a, m } => {
            for at in slices_read(&program.natives[NativeId(m as u32)]) {
                touch(r(a + at), r(a + at + 1) as usize, false);
            }
        }
        I::MapSet { a, .. } | I::MapDelete { a, .. } | I::MapClear { a } => touch(r(a), 1, true),
        _ => {}
    }
}

/// With room the new elements are written; without, the old ones are read.
fn appends(ptr: u64, len: u64, cap: u64, n: u64, size: usize, touch: &mut impl FnMut(u64, usize, bool)) {
    if len + n <= cap {
        touch(ptr.wrapping_add(len * size as u64), n as usize * size, true);
    } else {
        touch(ptr, len as usize * size, false);
    }
}
