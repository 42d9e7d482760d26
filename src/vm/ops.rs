//! Instructions that are rare, long, or may allocate. Registers are named relative to the machine's frame.

use super::maps::{self, NO_REG};
use crate::bytecode::{Instr, Kind, LayoutId, MethodId, Narrow, Program, RTypeId, Width};
use crate::runtime::{
    Flow, Machine, NativeFn, Obj, RuntimeError, Trap, decode_rune, eq_value, error, narrow_of, ptr_id, ptr_off,
};
use std::sync::Arc;

pub(super) type Done = Result<Flow, Trap>;

/// Executes an instruction that the loop leaves to this module.
pub(super) fn rare(m: &mut Machine, natives: &[NativeFn], instr: Instr) -> Done {
    match instr {
        Instr::EqT { a, b, c, m: ty } => eq_t(m, a, b, c, ty),
        Instr::LdNX { a, b, c, m: off } => ld_narrow(m, a, b, c, off),
        Instr::StNX { a, b, c, m: off } => st_narrow(m, a, b, c, off),
        Instr::CopyMem { a, b, c, m: n } => copy_mem(m, a, b, c, n),
        Instr::New { a, m: layout } => new(m, a, layout),
        Instr::MakeSlice { a, b, c, m: layout } => make_slice(m, a, b, c, layout),
        Instr::Reserve { a, b, c, m: layout } => reserve(m, a, b, c, layout),
        Instr::AppendSlice { a, b, m: layout } => append_slice(m, a, b, layout),
        Instr::AppendStr { a, b, m: layout } => append_slice(m, a, b, layout),
        Instr::Copy { a, b, c, m: size } => copy(m, a, b, c, size),
        Instr::CopyStr { a, b, c } => copy(m, a, b, c, 1),
        Instr::ClearSlice { a, m: size } => clear_slice(m, a, size),
        Instr::Concat { a, b, c } => concat(m, a, b, c),
        Instr::ConcatN { a, b, c } => concat_n(m, a, b, c),
        Instr::StrConv { a, b, m: how } => str_conv(m, a, b, how),
        Instr::MakeMap { a, b, m: ty } => maps::make_map(m, a, b, ty),
        Instr::MapGet { a, b, c, m: _ } => maps::map_get(m, a, b, c, instr),
        Instr::MapGet2 { a, b, c, m: _ } => maps::map_get(m, a, b, c, instr),
        Instr::MapSet { a, b, c, m: ty } => maps::map_set(m, a, b, c, ty),
        Instr::MapDelete { a, b, m: ty } => maps::map_delete(m, a, b, ty),
        Instr::MapChk { a, b, m: ty } => maps::map_check(m, a, b, ty),
        Instr::AppendZero { a, b, m: layout } => append_zero(m, a, b, layout),
        Instr::MapClear { a } => maps::map_clear(m, a),
        Instr::MapLen { a, b } => maps::map_len(m, a, b),
        Instr::MapIter { a, b } => maps::map_iter(m, a, b),
        Instr::MapNext { a, b, c, m: to } => maps::map_next(m, a, b, c, to),
        Instr::MakeChan { a, b, m: ty } => make_chan(m, a, b, ty),
        Instr::ChanLen { a, b } => chan_len(m, a, b, false),
        Instr::ChanCap { a, b } => chan_len(m, a, b, true),
        Instr::Select { a, m: table } => m.select(a, table as usize),
        Instr::AssertI { a, b, c, m: ty } => assert_iface(m, a, b, c, ty),
        Instr::CallN { a, m: native } | Instr::Lock { a, m: native } | Instr::Unlock { a, m: native } => {
            let base = m.fp + a as usize;
            natives[native as usize](m, base)
        }
        Instr::Closure { a, b, c, m: entry } => closure(m, a, b, c, entry),
        Instr::Go { a, b, c } => go(m, a, b, c),
        Instr::Frame { a } => {
            let at = m.fp + a as usize;
            m.stack[at] = m.fp as u64;
            Ok(Flow::Next)
        }
        Instr::Defer { a, b, c } => defer(m, a, b, c, m.fp as u64),
        Instr::DeferAt { a, b, c, m: frame } => defer(m, a, b, c, m.stack[m.fp + frame as usize]),
        Instr::RunDefers {} => m.run_defers(),
        Instr::Recover { a } => recover(m, a),
        Instr::PanicNext {} => Ok(m.panic_next()),
        Instr::FatalNext {} => Ok(m.fatal_next()),
        Instr::Send { a, b, m: frame } => {
            let chan = m.stack[m.fp + a as usize];
            m.send(chan, b, frame as usize)
        }
        Instr::Recv { a, b, c, m: frame } => {
            let chan = m.stack[m.fp + b as usize];
            Ok(m.recv(chan, a, c == 1, frame as usize))
        }
        Instr::Close { a } => {
            let chan = m.stack[m.fp + a as usize];
            m.close(chan)
        }
        Instr::Append { a, b, m: layout } => append(m, a, b, layout),
        Instr::MkIface { a, b, m: ty } => mk_iface(m, a, b, ty),
        Instr::Assert { a, b, c, m: ty } => assert(m, a, b, c, ty),
        Instr::Slice { b, c, m: how, .. } => Err(slice_error(m, b, c, how).into()),
        Instr::SliceStr { b, c, m: how, .. } => Err(slice_str_error(m, b, c, how).into()),
        Instr::ChkShift { .. } => Err(error::shift().into()),
        Instr::Panic { a } => {
            let at = m.fp + a as usize;
            match m.stack[at] {
                0 => Err(error::panic_nil().into()),
                ty => Err(Trap::Panic(ty, m.stack[at + 1])),
            }
        }
        Instr::NilPanic {} => Err(error::nil_dereference().into()),
        Instr::Exit {} => Ok(if m.goid(m.loaded) == 1 { m.main_returned(0) } else { m.end_goroutine() }),
        // Everything else is the loop's own.
        _ => Ok(Flow::Next),
    }
}

/// Bytes of a string that stands in an object of bytes.
#[inline(always)]
pub(super) fn str_bytes(objs: &[Obj], ptr: u64, len: u64) -> &[u8] {
    if len == 0 {
        return &[];
    }
    let at = ptr_off(ptr);
    &bytemuck::cast_slice::<u64, u8>(&objs[ptr_id(ptr)].data)[at..at + len as usize]
}

/// `[ptr + off]`, widened; `None` for nil.
#[inline(always)]
pub(super) fn load(objs: &[Obj], ptr: u64, off: usize, narrow: Narrow) -> Option<u64> {
    let obj = &objs[ptr_id(ptr)];
    let at = ptr_off(ptr).wrapping_add(off);
    Some(match (obj.width, narrow) {
        (Width::W64, _) => *obj.data.get(at)?,
        (Width::W32, Narrow::I32) => *bytemuck::cast_slice::<u64, i32>(&obj.data).get(at)? as i64 as u64,
        (Width::W32, _) => u64::from(*bytemuck::cast_slice::<u64, u32>(&obj.data).get(at)?),
        (Width::W16, Narrow::I16) => *bytemuck::cast_slice::<u64, i16>(&obj.data).get(at)? as i64 as u64,
        (Width::W16, _) => u64::from(*bytemuck::cast_slice::<u64, u16>(&obj.data).get(at)?),
        (Width::W8, Narrow::I8) => *bytemuck::cast_slice::<u64, i8>(&obj.data).get(at)? as i64 as u64,
        (Width::W8, _) => u64::from(*bytemuck::cast_slice::<u64, u8>(&obj.data).get(at)?),
    })
}

/// `[ptr + off] = value`; false for nil.
#[inline(always)]
pub(super) fn store(objs: &mut [Obj], ptr: u64, off: usize, value: u64) -> bool {
    let obj = &mut objs[ptr_id(ptr)];
    let at = ptr_off(ptr).wrapping_add(off);
    let data = &mut obj.data;
    match obj.width {
        Width::W64 => data.get_mut(at).map(|s| *s = value),
        Width::W32 => bytemuck::cast_slice_mut::<u64, u32>(data).get_mut(at).map(|s| *s = value as u32),
        Width::W16 => bytemuck::cast_slice_mut::<u64, u16>(data).get_mut(at).map(|s| *s = value as u16),
        Width::W8 => bytemuck::cast_slice_mut::<u64, u8>(data).get_mut(at).map(|s| *s = value as u8),
    }
    .is_some()
}

/// Arithmetic of complex numbers.
pub(super) fn complex(regs: &mut [u64; 256], a: u8, b: u8, c: u8, how: i32) {
    let narrow = how & 4 != 0;
    let get = |i: usize| {
        if narrow { f64::from(f32::from_bits(regs[i] as u32)) } else { f64::from_bits(regs[i]) }
    };
    let (b, c) = (b as usize, c as usize);
    let (xr, xi, yr, yi) = (get(b), get(b + 1), get(c), get(c + 1));
    let (re, im) = match how & 3 {
        0 => (xr + yr, xi + yi),
        1 => (xr - yr, xi - yi),
        2 if narrow => {
            let (a32, b32, c32, d32) = (xr as f32, xi as f32, yr as f32, yi as f32);
            (f64::from(a32 * c32 - b32 * d32), f64::from(a32 * d32 + b32 * c32))
        }
        2 => (xr * yr - xi * yi, xr * yi + xi * yr),
        _ => complex_div(xr, xi, yr, yi),
    };
    let put = |v: f64| {
        if narrow {
            u64::from((v as f32).to_bits())
        } else if v.is_nan() {
            0x7FF8_0000_0000_0001
        } else {
            v.to_bits()
        }
    };
    regs[a as usize] = put(re);
    regs[a as usize + 1] = put(im);
}

/// Division as Go's runtime does it: scaled, with the infinities of C99's annex G.
fn complex_div(nr: f64, ni: f64, mr: f64, mi: f64) -> (f64, f64) {
    let (e, f) = if mr.abs() >= mi.abs() {
        let ratio = mi / mr;
        let denom = mr + ratio * mi;
        ((nr + ni * ratio) / denom, (ni - nr * ratio) / denom)
    } else {
        let ratio = mr / mi;
        let denom = mi + ratio * mr;
        ((nr * ratio + ni) / denom, (ni * ratio - nr) / denom)
    };
    if !(e.is_nan() && f.is_nan()) {
        return (e, f);
    }
    let one = |x: f64| (if x.is_infinite() { 1.0_f64 } else { 0.0 }).copysign(x);
    let finite = |x: f64, y: f64| x.is_finite() && y.is_finite();
    if mr == 0.0 && mi == 0.0 && (!nr.is_nan() || !ni.is_nan()) {
        let inf = f64::INFINITY.copysign(mr);
        return (inf * nr, inf * ni);
    }
    if (nr.is_infinite() || ni.is_infinite()) && finite(mr, mi) {
        let (a, b) = (one(nr), one(ni));
        return (f64::INFINITY * (a * mr + b * mi), f64::INFINITY * (b * mr - a * mi));
    }
    if (mr.is_infinite() || mi.is_infinite()) && finite(nr, ni) {
        let (c, d) = (one(mr), one(mi));
        return (0.0 * (nr * c + ni * d), 0.0 * (ni * c - nr * d));
    }
    (e, f)
}

fn eq_t(m: &mut Machine, a: u8, b: u8, c: u8, ty: i32) -> Done {
    let fp = m.fp;
    let (x, y) = (&m.stack[fp + b as usize..], &m.stack[fp + c as usize..]);
    let eq = eq_value(&m.heap, &m.program, RTypeId(ty as u32), x, y)?;
    m.stack[fp + a as usize] = u64::from(eq);
    Ok(Flow::Next)
}

fn new(m: &mut Machine, a: u8, layout: i32) -> Done {
    let program = Arc::clone(&m.program);
    let ptr = m.heap.alloc(&program, LayoutId(layout as u32), 1);
    m.stack[m.fp + a as usize] = ptr;
    Ok(Flow::Next)
}

fn ld_narrow(m: &mut Machine, a: u8, b: u8, c: u8, off: i32) -> Done {
    let (at, ptr) = (m.fp + a as usize, m.stack[m.fp + b as usize]);
    let narrow = Narrow::from_operand((off & 7) as u8);
    for i in 0..c as usize {
        let v = load(&m.heap.objs, ptr, (off >> 3) as usize + i, narrow).ok_or_else(error::nil_dereference)?;
        m.stack[at + i] = v;
    }
    Ok(Flow::Next)
}

fn st_narrow(m: &mut Machine, a: u8, b: u8, c: u8, off: i32) -> Done {
    let (ptr, at) = (m.stack[m.fp + a as usize], m.fp + b as usize);
    for i in 0..c as usize {
        let v = m.stack[at + i];
        if !store(&mut m.heap.objs, ptr, (off >> 3) as usize + i, v) {
            return Err(error::nil_dereference().into());
        }
    }
    Ok(Flow::Next)
}

fn copy_mem(m: &mut Machine, a: u8, b: u8, c: u8, n: i32) -> Done {
    let (dst, src) = (m.stack[m.fp + a as usize], m.stack[m.fp + b as usize]);
    if !m.heap.copy(dst, src, n as usize, Narrow::from_operand(c)) {
        return Err(error::nil_dereference().into());
    }
    Ok(Flow::Next)
}

/// `b:3[c : c+1 : c+2]`; `None` when a bound is wrong.
#[inline(always)]
pub(super) fn slice(regs: &[u64; 256], b: u8, c: u8, how: i32) -> Option<(u64, u64, u64)> {
    let (ptr, len, cap) = (regs[b as usize], regs[b as usize + 1], regs[b as usize + 2]);
    let lo = if how & 1 != 0 { regs[c as usize] } else { 0 };
    let hi = if how & 2 != 0 { regs[c as usize + 1] } else { len };
    let max = if how & 4 != 0 { regs[c as usize + 2] } else { cap };
    // Negative bounds are large ones here.
    if max > cap || hi > max || lo > hi {
        return None;
    }
    let size = (how >> 4) as u64;
    let cap = max - lo;
    // A slice without capacity keeps its start, so that it points into its object.
    let ptr = if cap == 0 { ptr } else { ptr.wrapping_add(lo * size) };
    Some((ptr, hi - lo, cap))
}

/// A bound of the slice expression just executed, if it is given: 0 the low one, 1 the high one, 2 the maximum.
fn bound(m: &Machine, c: u8, how: i32, which: u8) -> Option<i128> {
    let value = m.stack[m.fp + c as usize + which as usize];
    (how & 1 << which != 0).then(|| m.program.shown_index(m.pc - 1, which, value))
}

/// What Go says about the bounds of a slice expression.
#[cold]
fn slice_error(m: &mut Machine, b: u8, c: u8, how: i32) -> RuntimeError {
    let at = m.fp + b as usize;
    let (len, cap) = (i128::from(m.stack[at + 1]), i128::from(m.stack[at + 2]));
    let lo = bound(m, c, how, 0).unwrap_or(0);
    let hi = bound(m, c, how, 1).unwrap_or(len);
    let limit = if how & 8 != 0 { "length" } else { "capacity" };
    error::slice_bounds(match bound(m, c, how, 2) {
        Some(max) if max < 0 => format!("[::{max}]"),
        Some(max) if max > cap => format!("[::{max}] with {limit} {cap}"),
        Some(_) if hi < 0 => format!("[:{hi}:]"),
        Some(max) if hi > max => format!("[:{hi}:{max}]"),
        Some(_) if lo < 0 => format!("[{lo}::]"),
        Some(_) => format!("[{lo}:{hi}:]"),
        None if hi < 0 => format!("[:{hi}]"),
        None if hi > cap => format!("[:{hi}] with {limit} {cap}"),
        None if lo < 0 => format!("[{lo}:]"),
        None => format!("[{lo}:{hi}]"),
    })
}

/// The same for a string.
#[inline(always)]
pub(super) fn slice_str(regs: &[u64; 256], b: u8, c: u8, how: i32) -> Option<(u64, u64)> {
    let (ptr, len) = (regs[b as usize], regs[b as usize + 1]);
    let lo = if how & 1 != 0 { regs[c as usize] } else { 0 };
    let hi = if how & 2 != 0 { regs[c as usize + 1] } else { len };
    if hi > len || lo > hi {
        return None;
    }
    let ptr = if hi == lo { ptr } else { ptr.wrapping_add(lo) };
    Some((ptr, hi - lo))
}

#[cold]
fn slice_str_error(m: &mut Machine, b: u8, c: u8, how: i32) -> RuntimeError {
    let len = i128::from(m.stack[m.fp + b as usize + 1]);
    let lo = bound(m, c, how, 0).unwrap_or(0);
    let hi = bound(m, c, how, 1).unwrap_or(len);
    error::slice_bounds(match () {
        () if hi < 0 => format!("[:{hi}]"),
        () if hi > len => format!("[:{hi}] with length {len}"),
        () if lo < 0 => format!("[{lo}:]"),
        () => format!("[{lo}:{hi}]"),
    })
}

fn elem_bytes(program: &Program, layout: LayoutId) -> u64 {
    let l = &program.layouts[layout];
    u64::from(l.slots) * l.width.bytes() as u64
}

fn make_slice(m: &mut Machine, a: u8, b: u8, c: u8, layout: i32) -> Done {
    let program = Arc::clone(&m.program);
    let layout = LayoutId(layout as u32);
    let (len, cap) = (m.stack[m.fp + b as usize], m.stack[m.fp + c as usize]);
    let size = elem_bytes(&program, layout).max(1);
    let most = (1_u64 << 47) / size;
    if len as i64 as u64 > most {
        return Err(error::makeslice_len().into());
    }
    if cap > most || cap < len {
        return Err(error::makeslice_cap().into());
    }
    if cap.saturating_mul(size) > m.limits.memory || cap > u64::from(u32::MAX) {
        return Err(Trap::Fatal(error::OUT_OF_MEMORY.into()));
    }
    let ptr = m.heap.alloc(&program, layout, cap as usize);
    let at = m.fp + a as usize;
    m.stack[at..at + 3].copy_from_slice(&[ptr, len, cap]);
    Ok(Flow::Next)
}

/// What `append` makes of a capacity that is too small: Go's `nextslicecap`, then rounded up as the size classes would for small ones.
pub fn grown_cap(old: u64, need: u64, elem: u64, pointers: bool) -> u64 {
    if elem == 0 {
        return need;
    }
    let mut cap = old;
    if need > old * 2 {
        cap = need;
    } else if old < 256 {
        cap = old * 2;
    } else {
        while cap < need {
            cap += (cap + 3 * 256) >> 2;
        }
    }
    let cap = cap.max(need).max(1);
    round_to_class(cap * elem, pointers) / elem
}

/// `roundupsize`: Go's malloc size classes, so that `cap` after `append` is what Go prints.
fn round_to_class(bytes: u64, pointers: bool) -> u64 {
    const CLASSES: [u64; 67] = [
        8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448,
        480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456,
        4096, 4864, 5120, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384,
        18432, 19072, 20480, 21760, 24576, 27264, 28672,
    ];
    // Objects with pointers of more than 512 bytes have a header of 8.
    let header = if pointers && bytes > 512 { 8 } else { 0 };
    if bytes > 32768 - 8 {
        return bytes.div_ceil(8192) * 8192;
    }
    CLASSES.iter().find(|&&c| c >= bytes + header).map_or(32768, |&c| c) - header
}

/// Makes room for `more` elements behind the slice at `at`; the slice then has a new length.
fn grow(m: &mut Machine, at: usize, more: u64, layout: LayoutId) -> Result<(u64, u64), Trap> {
    let (ptr, len, cap) = (m.stack[at], m.stack[at + 1], m.stack[at + 2]);
    let need = len + more;
    if need <= cap {
        m.stack[at + 1] = need;
        return Ok((ptr, len));
    }
    let program = Arc::clone(&m.program);
    // The sizes Go reckons with are those of real memory, not ours.
    let size = u64::from(program.layouts[layout].go_size);
    let pointers = !program.layouts[layout].mask.is_empty();
    let new_cap = grown_cap(cap, need, size, pointers);
    if new_cap.saturating_mul(elem_bytes(&program, layout)) > m.limits.memory || new_cap > u64::from(u32::MAX) {
        return Err(Trap::Fatal(error::OUT_OF_MEMORY.into()));
    }
    let new = m.heap.alloc(&program, layout, new_cap as usize);
    let slots = u64::from(program.layouts[layout].slots);
    // Slots of an array inside a struct move into packed memory here: the stored bits are the low ones either way.
    m.heap.copy(new, ptr, (len * slots) as usize, Narrow::U32);
    m.stack[at..at + 3].copy_from_slice(&[new, need, new_cap]);
    Ok((new, len))
}

fn append(m: &mut Machine, a: u8, b: u8, layout: i32) -> Done {
    let layout = LayoutId(layout as u32);
    let (at, from) = (m.fp + a as usize, m.fp + b as usize);
    let (ptr, len) = grow(m, at, 1, layout)?;
    let slots = m.program.layouts[layout].slots as usize;
    for i in 0..slots {
        let v = m.stack[from + i];
        m.heap.store(ptr, len as usize * slots + i, v);
    }
    Ok(Flow::Next)
}

/// gc's first array of a slice that stays on the stack.
fn reserve(m: &mut Machine, a: u8, b: u8, c: u8, layout: i32) -> Done {
    let (at, used) = (m.fp + a as usize, m.fp + b as usize);
    if m.stack[used] == 0 && m.stack[at + 1] == 0 && m.stack[at + 2] == 0 {
        let program = Arc::clone(&m.program);
        let ptr = m.heap.alloc(&program, LayoutId(layout as u32), c as usize);
        m.stack[at..at + 3].copy_from_slice(&[ptr, 0, u64::from(c)]);
        m.stack[used] = 1;
    }
    Ok(Flow::Next)
}

/// Also from a string, whose (pointer, length) lie the same.
fn append_slice(m: &mut Machine, a: u8, b: u8, layout: i32) -> Done {
    let layout = LayoutId(layout as u32);
    let (at, from) = (m.fp + a as usize, m.fp + b as usize);
    let (src, more) = (m.stack[from], m.stack[from + 1]);
    if more == 0 {
        return Ok(Flow::Next);
    }
    let (ptr, len) = grow(m, at, more, layout)?;
    let slots = u64::from(m.program.layouts[layout].slots);
    m.heap.copy(ptr.wrapping_add(len * slots), src, (more * slots) as usize, Narrow::U32);
    Ok(Flow::Next)
}

/// The same from a new slice that nobody else sees.
fn append_zero(m: &mut Machine, a: u8, b: u8, layout: i32) -> Done {
    let layout = LayoutId(layout as u32);
    let (at, more) = (m.fp + a as usize, m.stack[m.fp + b as usize]);
    if (more as i64) < 0 {
        return Err(error::makeslice_len().into());
    }
    // Real memory is what Go reckons with here, too.
    let size = u64::from(m.program.layouts[layout].go_size);
    let most = (1_u64 << 47).checked_div(size).unwrap_or(i64::MAX as u64);
    if m.stack[at + 1] + more > most {
        return Err(error::growslice().into());
    }
    let (ptr, len) = grow(m, at, more, layout)?;
    let slots = u64::from(m.program.layouts[layout].slots);
    m.heap.worked(more * slots * 8);
    for i in len * slots..(len + more) * slots {
        m.heap.store(ptr, i as usize, 0);
    }
    Ok(Flow::Next)
}

fn copy(m: &mut Machine, a: u8, b: u8, c: u8, size: i32) -> Done {
    let (dst, src) = (m.fp + b as usize, m.fp + c as usize);
    let n = m.stack[dst + 1].min(m.stack[src + 1]);
    let (to, from) = (m.stack[dst], m.stack[src]);
    m.heap.copy(to, from, n as usize * size as usize, Narrow::U32);
    m.heap.worked(n * size as u64);
    m.stack[m.fp + a as usize] = n;
    Ok(Flow::Next)
}

fn clear_slice(m: &mut Machine, a: u8, size: i32) -> Done {
    let at = m.fp + a as usize;
    let (ptr, len) = (m.stack[at], m.stack[at + 1]);
    m.heap.worked(len * size as u64);
    for i in 0..len as usize * size as usize {
        m.heap.store(ptr, i, 0);
    }
    Ok(Flow::Next)
}

fn concat(m: &mut Machine, a: u8, b: u8, c: u8) -> Done {
    let (x, y) = (m.fp + b as usize, m.fp + c as usize);
    let at = m.fp + a as usize;
    // An empty side costs nothing: the other string is the result.
    let from = if m.stack[x + 1] == 0 {
        y
    } else if m.stack[y + 1] == 0 {
        x
    } else {
        let bytes = [m.string_at(x), m.string_at(y)].concat();
        m.set_string(at, &bytes);
        return Ok(Flow::Next);
    };
    let (ptr, len) = (m.stack[from], m.stack[from + 1]);
    m.stack[at] = ptr;
    m.stack[at + 1] = len;
    Ok(Flow::Next)
}

fn concat_n(m: &mut Machine, a: u8, b: u8, c: u8) -> Done {
    let from = m.fp + b as usize;
    let mut bytes = Vec::new();
    for i in 0..c as usize {
        bytes.extend_from_slice(m.string_at(from + 2 * i));
    }
    m.set_string(m.fp + a as usize, &bytes);
    Ok(Flow::Next)
}

fn str_conv(m: &mut Machine, a: u8, b: u8, how: i32) -> Done {
    let (at, from) = (m.fp + a as usize, m.fp + b as usize);
    match how {
        0 => {
            let bytes = m.heap.read_bytes(m.stack[from], m.stack[from + 1] as usize);
            m.set_string(at, &bytes);
        }
        1 => {
            let bytes = m.string_at(from).to_vec();
            let layout = m.bytes_layout();
            let ptr = m.heap.alloc_bytes(&bytes, layout);
            let n = bytes.len() as u64;
            m.stack[at..at + 3].copy_from_slice(&[ptr, n, n]);
        }
        2 => {
            let (ptr, len) = (m.stack[from], m.stack[from + 1] as usize);
            let mut text = String::new();
            for i in 0..len {
                let rune = m.heap.load(ptr, i, Narrow::I32).unwrap_or(0);
                text.push(char_of(rune as i64));
            }
            m.set_string(at, text.as_bytes());
        }
        3 => {
            let bytes = m.string_at(from).to_vec();
            let mut runes = Vec::new();
            let mut rest = &bytes[..];
            while !rest.is_empty() {
                let (rune, size) = decode_rune(rest);
                runes.push(rune);
                rest = &rest[size..];
            }
            let program = Arc::clone(&m.program);
            let slice = &program.rtypes[program.well_known.rune_slice];
            let layout = program.rtypes[slice.elem].layout;
            let ptr = m.heap.alloc(&program, layout, runes.len());
            for (i, rune) in runes.iter().enumerate() {
                m.heap.store(ptr, i, u64::from(*rune));
            }
            let n = runes.len() as u64;
            m.stack[at..at + 3].copy_from_slice(&[ptr, n, n]);
        }
        _ => {
            let mut buf = [0; 4];
            let text = char_of(m.stack[from] as i64).encode_utf8(&mut buf);
            m.set_string(at, text.as_bytes());
        }
    }
    Ok(Flow::Next)
}

fn char_of(rune: i64) -> char {
    u32::try_from(rune).ok().and_then(char::from_u32).unwrap_or('\u{FFFD}')
}

fn make_chan(m: &mut Machine, a: u8, b: u8, ty: i32) -> Done {
    let cap = if b == NO_REG { 0 } else { m.stack[m.fp + b as usize] as i64 };
    let chan = m.make_chan(RTypeId(ty as u32), cap)?;
    m.stack[m.fp + a as usize] = chan;
    Ok(Flow::Next)
}

fn chan_len(m: &mut Machine, a: u8, b: u8, cap: bool) -> Done {
    let index = m.chan_index(m.stack[m.fp + b as usize]);
    let (len, most) = index.map_or((0, 0), |i| m.chans[i].len_and_cap());
    let n = if cap { most } else { len };
    m.stack[m.fp + a as usize] = n as u64;
    Ok(Flow::Next)
}

fn mk_iface(m: &mut Machine, a: u8, b: u8, ty: i32) -> Done {
    let from = m.fp + b as usize;
    let ty = RTypeId(ty as u32);
    let n = m.program.rtypes[ty].slots as usize;
    let (t, data) = if n <= 2 {
        let slots = [m.stack[from], m.stack[from + 1]];
        m.new_iface(ty, &slots[..n])
    } else {
        let slots = m.stack[from..from + n].to_vec();
        m.new_iface(ty, &slots)
    };
    m.stack[m.fp + a as usize] = t;
    m.stack[m.fp + a as usize + 1] = data;
    Ok(Flow::Next)
}

/// Whether an interface's type word `have` is (or implements) `ty`.
pub(super) fn type_is(program: &Program, have: u64, ty: i32) -> bool {
    if have == ty as u64 {
        return true;
    }
    if have == 0 || ty == 0 {
        return false;
    }
    let want = &program.rtypes.as_slice()[ty as usize];
    want.kind == Kind::Interface && missing_method(program, have, ty).is_none()
}

/// A method that interface type `ty` asks for and `have` lacks.
fn missing_method(program: &Program, have: u64, ty: i32) -> Option<MethodId> {
    let dynamic = &program.rtypes.as_slice()[have as usize];
    let want = &program.rtypes.as_slice()[ty as usize];
    let lacks = |id: MethodId, sig: RTypeId| dynamic.method(id).is_none_or(|m| m.ty != sig);
    want.methods.iter().find(|w| lacks(w.id, w.ty)).map(|w| w.id)
}

/// The code of the method that call site `site` asks of type `ty`.
pub(super) fn find_method(program: &Program, ty: u64, site: i32) -> Option<u32> {
    if ty == 0 {
        return None;
    }
    let rtype = &program.rtypes.as_slice()[ty as usize];
    let method = rtype.method(program.sites[site as usize].method)?;
    method.func.map(|f| program.funcs[f].entry)
}

fn asserted(m: &Machine) -> String {
    let pc = m.pc - 1;
    let i = m.program.asserted.binary_search_by_key(&pc, |&(p, _)| p).ok();
    i.map_or_else(|| "interface {}".into(), |i| m.program.rtypes[m.program.asserted[i].1].name.clone())
}

fn assert(m: &mut Machine, a: u8, b: u8, c: u8, ty: i32) -> Done {
    let (at, from) = (m.fp + a as usize, m.fp + b as usize);
    let (have, data) = (m.stack[from], m.stack[from + 1]);
    let want = RTypeId(ty as u32);
    let n = m.program.rtypes[want].slots as usize;
    let ok = have == ty as u64;
    if ok {
        if n <= 1 {
            m.stack[at..at + n].fill(data);
        } else {
            let narrow = narrow_of(&m.program, want);
            for i in 0..n {
                m.stack[at + i] = m.heap.load(data, i, narrow).unwrap_or(0);
            }
        }
    } else if c == 0 {
        let dynamic = (have != 0).then(|| m.program.rtypes[RTypeId(have as u32)].name.clone());
        let same = have != 0 && m.program.rtypes[RTypeId(have as u32)].name == m.program.rtypes[want].name;
        if same {
            let (h, w) = (&m.program.rtypes[RTypeId(have as u32)], &m.program.rtypes[want]);
            return Err(error::type_assertion_same_name(&asserted(m), &w.name, h.pkg_path == w.pkg_path).into());
        }
        let want = m.program.rtypes[want].name.clone();
        return Err(error::type_assertion(&asserted(m), dynamic.as_deref(), &want, None).into());
    } else {
        m.stack[at..at + n].fill(0);
    }
    if c == 1 {
        m.stack[at + n] = u64::from(ok);
    }
    Ok(Flow::Next)
}

fn assert_iface(m: &mut Machine, a: u8, b: u8, c: u8, ty: i32) -> Done {
    let (at, from) = (m.fp + a as usize, m.fp + b as usize);
    let (have, data) = (m.stack[from], m.stack[from + 1]);
    let ok = have != 0 && missing_method(&m.program, have, ty).is_none();
    if !ok && c == 0 {
        let want = m.program.rtypes[RTypeId(ty as u32)].name.clone();
        if have == 0 {
            return Err(error::type_assertion_nil_iface(&want).into());
        }
        let dynamic = m.program.rtypes[RTypeId(have as u32)].name.clone();
        let missing = missing_method(&m.program, have, ty).map(|id| m.program.methods[id].clone());
        let missing = missing.as_deref().map(|n| n.rsplit('.').next().unwrap_or(n));
        return Err(error::type_assertion("", Some(&dynamic), &want, missing).into());
    }
    m.stack[at] = if ok { have } else { 0 };
    m.stack[at + 1] = if ok { data } else { 0 };
    if c == 1 {
        m.stack[at + 2] = u64::from(ok);
    }
    Ok(Flow::Next)
}

fn closure(m: &mut Machine, a: u8, b: u8, c: u8, entry: i32) -> Done {
    let from = m.fp + b as usize;
    let closure = m.heap.alloc_closure(entry as u64, &m.stack[from..from + c as usize]);
    m.stack[m.fp + a as usize] = closure;
    Ok(Flow::Next)
}

fn go(m: &mut Machine, a: u8, b: u8, c: u8) -> Done {
    let from = m.fp + a as usize;
    let closure = m.stack[m.fp + b as usize];
    let args = m.stack[from..from + c as usize].to_vec();
    m.go(closure, &args)
}

fn defer(m: &mut Machine, a: u8, b: u8, c: u8, frame: u64) -> Done {
    let from = m.fp + a as usize;
    let closure = m.stack[m.fp + b as usize];
    let args = m.stack[from..from + c as usize].to_vec();
    m.push_defer(closure, &args, frame as u32);
    Ok(Flow::Next)
}

fn recover(m: &mut Machine, a: u8) -> Done {
    let (ty, data) = m.recover();
    m.stack[m.fp + a as usize] = ty;
    m.stack[m.fp + a as usize + 1] = data;
    Ok(Flow::Next)
}
