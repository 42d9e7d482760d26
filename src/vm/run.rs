//! The loop.
//!
//! Registers are a window of 256 slots of the stack, so a `u8` register number needs no bounds check. Executed
//! instructions are not counted one by one: `executed = base + pc`, and `base` changes only where `pc` jumps, so the test for the limit
//! costs something at taken jumps and calls only (`shared/dispatch.md`, F3). The same loop `EXACT` tests before every
//! instruction: it stops at any instruction and counts the same; `CHECKED` it also asks before visible operations and tells the race detector
//! of memory accesses. Whatever is rare or may allocate is a function of `ops`, after
//! which registers and objects are borrowed anew.

use super::{check, convert, ops};
use crate::bytecode::{Instr, Narrow, Program, Width};
use crate::runtime::{
    Flow, MARK_ACCESS, MARK_POINT, Machine, NONE, NativeFn, Obj, SITE_WAYS, Trap, decode_rune, error, ptr_id, ptr_off,
};
use std::sync::Arc;

/// Bytes allocated and copied after which [`run_for`] returns, so that whoever drives the machine stays in time however much
/// a single instruction does.
pub const WORK: u64 = 16 << 20;

/// Runs until the program ends or `until` instructions have been executed, give or take a stretch without jumps, or until the
/// heap's `work` is above [`WORK`]. Whether it has ended.
pub fn run_for(m: &mut Machine, until: u64) -> bool {
    let explores = m.exploration.is_some();
    while m.heap.work <= WORK && m.schedule(until) {
        if explores { execute::<CHECKED>(m, u64::MAX) } else { execute::<FAST>(m, u64::MAX) }
    }
    stand(m)
}

/// Runs until the program ends or exactly `until` instructions have been executed. Whether it has ended.
pub fn run_to(m: &mut Machine, until: u64) -> bool {
    // Longer than any stretch of code without jumps takes.
    const STRETCH: u64 = 400_000;
    loop {
        m.heap.work = 0;
        let before = m.executed;
        if until > before + 2 * STRETCH {
            run_for(m, until - STRETCH);
        }
        if m.heap.work <= WORK || m.executed == before {
            break;
        }
    }
    while m.exit.is_none() && m.executed < until && m.schedule(u64::MAX) {
        m.heap.work = 0;
        if m.exploration.is_some() { execute::<CHECKED>(m, until) } else { execute::<EXACT>(m, until) }
    }
    stand(m)
}

/// Whoever goes on from here can be seen, and the statement that it stands before; so can it that everybody sleeps. Whether the
/// program has ended.
fn stand(m: &mut Machine) -> bool {
    if m.exit.is_none() && m.loaded == NONE {
        m.schedule_at_once();
    }
    m.exit.is_some()
}

#[inline(always)]
fn window(stack: &mut [u64], fp: usize) -> &mut [u64; 256] {
    (&mut stack[fp..fp + 256]).try_into().expect("the slice is 256 long")
}

#[inline(always)]
fn slot(objs: &[Obj], ptr: u64, off: usize) -> Option<&u64> {
    objs[ptr_id(ptr)].data.get(ptr_off(ptr).wrapping_add(off))
}

#[inline(always)]
fn slot_mut(objs: &mut [Obj], ptr: u64, off: usize) -> Option<&mut u64> {
    objs[ptr_id(ptr)].data.get_mut(ptr_off(ptr).wrapping_add(off))
}

/// A byte of an object, packed or not; the index has been checked against a slice.
#[inline(always)]
fn load8(objs: &[Obj], ptr: u64, off: usize) -> Option<u64> {
    let obj = &objs[ptr_id(ptr)];
    let at = ptr_off(ptr).wrapping_add(off);
    if obj.width == Width::W8 {
        bytemuck::cast_slice::<u64, u8>(&obj.data).get(at).map(|&b| u64::from(b))
    } else {
        obj.data.get(at).copied()
    }
}

#[inline(always)]
fn store8(objs: &mut [Obj], ptr: u64, off: usize, value: u64) -> bool {
    let obj = &mut objs[ptr_id(ptr)];
    let at = ptr_off(ptr).wrapping_add(off);
    if obj.width == Width::W8 {
        bytemuck::cast_slice_mut::<u64, u8>(&mut obj.data).get_mut(at).map(|b| *b = value as u8).is_some()
    } else {
        obj.data.get_mut(at).map(|s| *s = value).is_some()
    }
}

#[inline(always)]
fn f(v: u64) -> f64 {
    f64::from_bits(v)
}

#[inline(always)]
fn g(v: u64) -> f32 {
    f32::from_bits(v as u32)
}

/// A function returns: where its frame was it leaves nothing but its results (the link is cleared by the loop), so that it can be told who has lost what. The variables of
/// main stay.
#[inline(never)]
fn leave_nothing(program: &Program, pc: usize, regs: &mut [u64; 256]) {
    let Some(id) = program.func_at(pc as u32 - 1).filter(|&id| id != program.entry && program.main != Some(id)) else {
        return;
    };
    let func = &program.funcs[id];
    regs[..(func.frame as usize).min(256)].iter_mut().skip(func.results as usize).for_each(|word| *word = 0);
}

/// A float64 as bits; every NaN that arithmetic makes is Go's on amd64 in one form, so that runs agree on all targets.
#[inline(always)]
fn bits(v: f64) -> u64 {
    if v.is_nan() { 0x7FF8_0000_0000_0001 } else { v.to_bits() }
}

#[inline(always)]
fn bits32(v: f32) -> u64 {
    if v.is_nan() { 0x7FC0_0000 } else { u64::from(v.to_bits()) }
}

/// Ways of the loop: as fast as it can, to an exact step, or under exploration, which is also exact.
const FAST: u8 = 0;
const EXACT: u8 = 1;
const CHECKED: u8 = 2;

/// Executes the loaded goroutine until it leaves its P, the machine's limit is passed at a jump, or (not `FAST`) `stop` is reached.
#[inline(never)]
fn execute<const MODE: u8>(m: &mut Machine, stop: u64) {
    let program = Arc::clone(&m.program);
    let natives = Arc::clone(&m.natives);
    let marks = m.exploration.as_ref().filter(|_| MODE == CHECKED).map(|x| Arc::clone(&x.marks)).unwrap_or_default();
    let goid = m.goid(m.loaded);
    let code: &[Instr] = &program.code;
    let mut pc = m.pc as usize;
    let mut fp = m.fp;
    // executed == base + pc, wrapping
    let mut base = m.executed as i64 - pc as i64;
    loop {
        let mut fuel = m.limit as i64 - base;
        let mut regs = window(&mut m.stack, fp);
        let objs = &mut m.heap.objs[..];

        macro_rules! r {
            ($i:expr) => {
                regs[$i as usize]
            };
        }
        macro_rules! jump {
            ($m:expr) => {{
                let m_ = $m as i64;
                pc = (pc as i64 + m_) as usize;
                base -= m_;
                fuel += m_;
                if pc as i64 > fuel {
                    break Leave::Limit;
                }
            }};
        }
        macro_rules! spend {
            ($nanos:expr) => {{
                base += $nanos as i64;
                fuel -= $nanos as i64;
            }};
        }
        macro_rules! jump_if {
            ($cond:expr, $m:expr) => {
                if $cond {
                    jump!($m)
                }
            };
        }
        macro_rules! enter {
            ($n:expr, $entry:expr) => {{
                let (n, entry) = ($n, $entry as usize);
                let by = entry as i64 - pc as i64;
                base -= by;
                fuel += by;
                pc = entry;
                fp = n;
                if fp + 512 > m.stack.len() {
                    break Leave::Grow;
                }
                regs = window(&mut m.stack, fp);
                if pc as i64 > fuel {
                    break Leave::Limit;
                }
            }};
        }
        macro_rules! leave {
            () => {{
                let link = m.stack[fp - 1];
                let ret = (link >> 32) as usize;
                fp -= link as u32 as usize;
                let by = ret as i64 - pc as i64;
                base -= by;
                fuel += by;
                pc = ret;
                regs = window(&mut m.stack, fp);
            }};
        }
        macro_rules! int {
            ($a:expr, $b:expr, $c:expr, $op:ident) => {
                r!($a) = r!($b).$op(r!($c))
            };
        }
        macro_rules! float {
            ($a:expr, $b:expr, $c:expr, $op:tt) => {
                r!($a) = bits(f(r!($b)) $op f(r!($c)))
            };
        }
        macro_rules! float32 {
            ($a:expr, $b:expr, $c:expr, $op:tt) => {
                r!($a) = bits32(g(r!($b)) $op g(r!($c)))
            };
        }
        macro_rules! cmp {
            ($a:expr, $x:expr, $op:tt, $y:expr) => {
                r!($a) = u64::from($x $op $y)
            };
        }

        let leave = loop {
            if MODE != FAST && (base + pc as i64) as u64 >= stop {
                break Leave::Limit;
            }
            let instr = code[pc];
            if MODE == CHECKED
                && let Some(&mark) = marks.get(pc).filter(|&&mark| mark & (MARK_POINT | MARK_ACCESS) != 0)
                && let Some(x) = m.exploration.as_deref_mut()
            {
                if mark & MARK_POINT != 0 && (pc != 0 || goid == 1) && !std::mem::take(&mut x.passed) {
                    x.at_point = true;
                    break Leave::Limit;
                }
                if mark & MARK_ACCESS != 0 && x.racing {
                    let tick = (base + pc as i64) as u64;
                    check::accesses(&program, instr, regs, objs, m.globals, |ptr, n, write| {
                        x.race.access(goid, ptr, n, write, pc as u32, tick);
                    });
                }
            }
            pc += 1;
            match instr {
                Instr::Nop {} => {}
                Instr::Mov { a, b } => r!(a) = r!(b),
                Instr::Mov2 { a, b } => {
                    let (x, y) = (r!(b), r!(b.wrapping_add(1)));
                    r!(a) = x;
                    r!(a.wrapping_add(1)) = y;
                }
                Instr::Mov3 { a, b } => {
                    let (x, y, z) = (r!(b), r!(b.wrapping_add(1)), r!(b.wrapping_add(2)));
                    r!(a) = x;
                    r!(a.wrapping_add(1)) = y;
                    r!(a.wrapping_add(2)) = z;
                }
                Instr::MovN { a, b, c } => regs.copy_within(b as usize..b as usize + c as usize, a as usize),
                Instr::LdI { a, m } => r!(a) = m as i64 as u64,
                Instr::LdK { a, m } => r!(a) = program.consts[m as usize],
                Instr::LdStr { a, m: k } => {
                    r!(a) = m.string_ptrs[k as usize];
                    r!(a.wrapping_add(1)) = program.strings[k as usize].len() as u64;
                }
                Instr::Zero { a, c } => regs[a as usize..a as usize + c as usize].fill(0),

                Instr::Add { a, b, c } => int!(a, b, c, wrapping_add),
                Instr::Sub { a, b, c } => int!(a, b, c, wrapping_sub),
                Instr::Mul { a, b, c } => int!(a, b, c, wrapping_mul),
                Instr::Div { a, b, c } => {
                    let y = r!(c) as i64;
                    if y == 0 {
                        break Leave::Divide;
                    }
                    r!(a) = (r!(b) as i64).wrapping_div(y) as u64;
                }
                Instr::Rem { a, b, c } => {
                    let y = r!(c) as i64;
                    if y == 0 {
                        break Leave::Divide;
                    }
                    r!(a) = (r!(b) as i64).wrapping_rem(y) as u64;
                }
                Instr::DivU { a, b, c } => {
                    let Some(v) = r!(b).checked_div(r!(c)) else { break Leave::Divide };
                    r!(a) = v;
                }
                Instr::RemU { a, b, c } => {
                    let Some(v) = r!(b).checked_rem(r!(c)) else { break Leave::Divide };
                    r!(a) = v;
                }
                Instr::And { a, b, c } => r!(a) = r!(b) & r!(c),
                Instr::Or { a, b, c } => r!(a) = r!(b) | r!(c),
                Instr::Xor { a, b, c } => r!(a) = r!(b) ^ r!(c),
                Instr::AndNot { a, b, c } => r!(a) = r!(b) & !r!(c),
                Instr::Shl { a, b, c } => {
                    let n = r!(c);
                    r!(a) = if n < 64 { r!(b) << n } else { 0 };
                }
                Instr::Shr { a, b, c } => r!(a) = (r!(b) as i64 >> r!(c).min(63)) as u64,
                Instr::ShrU { a, b, c } => {
                    let n = r!(c);
                    r!(a) = if n < 64 { r!(b) >> n } else { 0 };
                }
                Instr::AddK { a, b, m } => r!(a) = r!(b).wrapping_add(m as i64 as u64),
                Instr::MulK { a, b, m } => r!(a) = r!(b).wrapping_mul(m as i64 as u64),
                Instr::DivK { a, b, m } => r!(a) = (r!(b) as i64).wrapping_div(i64::from(m)) as u64,
                Instr::RemK { a, b, m } => r!(a) = (r!(b) as i64).wrapping_rem(i64::from(m)) as u64,
                Instr::AndK { a, b, m } => r!(a) = r!(b) & m as i64 as u64,
                Instr::ShlK { a, b, m } => r!(a) = r!(b) << (m as u32 & 63),
                Instr::ShrK { a, b, m } => r!(a) = (r!(b) as i64 >> (m as u32 & 63)) as u64,
                Instr::ShrUK { a, b, m } => r!(a) = r!(b) >> (m as u32 & 63),
                Instr::Neg { a, b } => r!(a) = r!(b).wrapping_neg(),
                Instr::Com { a, b } => r!(a) = !r!(b),
                Instr::Not { a, b } => r!(a) = r!(b) ^ 1,
                Instr::Ext8 { a, b } => r!(a) = r!(b) as i8 as i64 as u64,
                Instr::Ext16 { a, b } => r!(a) = r!(b) as i16 as i64 as u64,
                Instr::Ext32 { a, b } => r!(a) = r!(b) as i32 as i64 as u64,
                Instr::ExtU8 { a, b } => r!(a) = u64::from(r!(b) as u8),
                Instr::ExtU16 { a, b } => r!(a) = u64::from(r!(b) as u16),
                Instr::ExtU32 { a, b } => r!(a) = u64::from(r!(b) as u32),
                Instr::ChkShift { a } => {
                    if (r!(a) as i64) < 0 {
                        break Leave::Rare(instr);
                    }
                }

                Instr::AddF { a, b, c } => float!(a, b, c, +),
                Instr::SubF { a, b, c } => float!(a, b, c, -),
                Instr::MulF { a, b, c } => float!(a, b, c, *),
                Instr::DivF { a, b, c } => float!(a, b, c, /),
                Instr::MulAddF { a, b, c } => r!(a) = bits(f(r!(a)) + f(r!(b)) * f(r!(c))),
                Instr::MulSubF { a, b, c } => r!(a) = bits(f(r!(a)) - f(r!(b)) * f(r!(c))),
                Instr::NegF { a, b } => r!(a) = bits(-f(r!(b))),
                Instr::SqrtF { a, b } => r!(a) = bits(f(r!(b)).sqrt()),
                Instr::AddF32 { a, b, c } => float32!(a, b, c, +),
                Instr::SubF32 { a, b, c } => float32!(a, b, c, -),
                Instr::MulF32 { a, b, c } => float32!(a, b, c, *),
                Instr::DivF32 { a, b, c } => float32!(a, b, c, /),
                Instr::NegF32 { a, b } => r!(a) = bits32(-g(r!(b))),
                Instr::I2F { a, b } => r!(a) = (r!(b) as i64 as f64).to_bits(),
                Instr::U2F { a, b } => r!(a) = (r!(b) as f64).to_bits(),
                Instr::F2I { a, b } => r!(a) = convert::f64_to_i64(f(r!(b))) as u64,
                Instr::F2U { a, b } => r!(a) = convert::f64_to_u64(f(r!(b))),
                Instr::I2F32 { a, b } => r!(a) = u64::from((r!(b) as i64 as f32).to_bits()),
                Instr::U2F32 { a, b } => r!(a) = u64::from((r!(b) as f32).to_bits()),
                Instr::F2F32 { a, b } => r!(a) = bits32(f(r!(b)) as f32),
                Instr::F32ToF { a, b } => r!(a) = bits(f64::from(g(r!(b)))),
                Instr::Complex { a, b, c, m } => ops::complex(regs, a, b, c, m),

                Instr::EqI { a, b, c } => cmp!(a, r!(b), ==, r!(c)),
                Instr::NeI { a, b, c } => cmp!(a, r!(b), !=, r!(c)),
                Instr::LtI { a, b, c } => cmp!(a, (r!(b) as i64), <, (r!(c) as i64)),
                Instr::LeI { a, b, c } => cmp!(a, (r!(b) as i64), <=, (r!(c) as i64)),
                Instr::LtU { a, b, c } => cmp!(a, r!(b), <, r!(c)),
                Instr::LeU { a, b, c } => cmp!(a, r!(b), <=, r!(c)),
                Instr::EqF { a, b, c } => cmp!(a, f(r!(b)), ==, f(r!(c))),
                Instr::NeF { a, b, c } => cmp!(a, f(r!(b)), !=, f(r!(c))),
                Instr::LtF { a, b, c } => cmp!(a, f(r!(b)), <, f(r!(c))),
                Instr::LeF { a, b, c } => cmp!(a, f(r!(b)), <=, f(r!(c))),
                Instr::EqS { a, b, c } => {
                    let (n, k) = (r!(b.wrapping_add(1)), r!(c.wrapping_add(1)));
                    r!(a) = u64::from(n == k && ops::str_bytes(objs, r!(b), n) == ops::str_bytes(objs, r!(c), k));
                }
                Instr::LtS { a, b, c } => {
                    let (n, k) = (r!(b.wrapping_add(1)), r!(c.wrapping_add(1)));
                    r!(a) = u64::from(ops::str_bytes(objs, r!(b), n) < ops::str_bytes(objs, r!(c), k));
                }
                Instr::LeS { a, b, c } => {
                    let (n, k) = (r!(b.wrapping_add(1)), r!(c.wrapping_add(1)));
                    r!(a) = u64::from(ops::str_bytes(objs, r!(b), n) <= ops::str_bytes(objs, r!(c), k));
                }

                Instr::Jmp { m } => jump!(m),
                Instr::JT { a, m } => jump_if!(r!(a) != 0, m),
                Instr::JF { a, m } => jump_if!(r!(a) == 0, m),
                Instr::JEq { a, b, m } => jump_if!(r!(a) == r!(b), m),
                Instr::JNe { a, b, m } => jump_if!(r!(a) != r!(b), m),
                Instr::JLt { a, b, m } => jump_if!((r!(a) as i64) < r!(b) as i64, m),
                Instr::JLe { a, b, m } => jump_if!(r!(a) as i64 <= r!(b) as i64, m),
                Instr::JLtU { a, b, m } => jump_if!(r!(a) < r!(b), m),
                Instr::JLeU { a, b, m } => jump_if!(r!(a) <= r!(b), m),
                Instr::JEqK { a, k, m } => jump_if!(r!(a) as i64 == i64::from(k), m),
                Instr::JNeK { a, k, m } => jump_if!(r!(a) as i64 != i64::from(k), m),
                Instr::JLtK { a, k, m } => jump_if!((r!(a) as i64) < i64::from(k), m),
                Instr::JLeK { a, k, m } => jump_if!(r!(a) as i64 <= i64::from(k), m),
                Instr::JGtK { a, k, m } => jump_if!(r!(a) as i64 > i64::from(k), m),
                Instr::JGeK { a, k, m } => jump_if!(r!(a) as i64 >= i64::from(k), m),
                Instr::JLtF { a, b, m } => jump_if!(f(r!(a)) < f(r!(b)), m),
                Instr::JLeF { a, b, m } => jump_if!(f(r!(a)) <= f(r!(b)), m),
                Instr::JNLtF { a, b, m } => {
                    let less = f(r!(a)) < f(r!(b));
                    jump_if!(!less, m);
                }
                Instr::JNLeF { a, b, m } => {
                    let le = f(r!(a)) <= f(r!(b));
                    jump_if!(!le, m);
                }
                Instr::IncJLt { a, b, m } => {
                    let v = r!(a).wrapping_add(1);
                    r!(a) = v;
                    jump_if!((v as i64) < r!(b) as i64, m);
                }
                Instr::IncJLtK { a, k, m } => {
                    let v = r!(a).wrapping_add(1);
                    r!(a) = v;
                    jump_if!((v as i64) < i64::from(k), m);
                }
                Instr::IncJLe { a, b, m } => {
                    let v = r!(a).wrapping_add(1);
                    r!(a) = v;
                    jump_if!(v as i64 <= r!(b) as i64, m);
                }
                Instr::AddJLt { a, b, c, m } => {
                    let v = r!(a).wrapping_add(r!(b));
                    r!(a) = v;
                    jump_if!((v as i64) < r!(c) as i64, m);
                }
                Instr::AddJLe { a, b, c, m } => {
                    let v = r!(a).wrapping_add(r!(b));
                    r!(a) = v;
                    jump_if!(v as i64 <= r!(c) as i64, m);
                }

                Instr::Ld { a, b, m: off } => match slot(objs, r!(b), off as usize) {
                    Some(&v) => r!(a) = v,
                    None => break Leave::Nil,
                },
                Instr::St { a, b, m: off } => {
                    let v = r!(b);
                    match slot_mut(objs, r!(a), off as usize) {
                        Some(s) => *s = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::LdN { a, b, c, m: off } => {
                    let p = r!(b);
                    let at = ptr_off(p) + off as usize;
                    match objs[ptr_id(p)].data.get(at..at + c as usize) {
                        Some(src) => regs[a as usize..a as usize + c as usize].copy_from_slice(src),
                        None => break Leave::Nil,
                    }
                }
                Instr::StN { a, b, c, m: off } => {
                    let p = r!(a);
                    let at = ptr_off(p) + off as usize;
                    match objs[ptr_id(p)].data.get_mut(at..at + c as usize) {
                        Some(dst) => dst.copy_from_slice(&regs[b as usize..b as usize + c as usize]),
                        None => break Leave::Nil,
                    }
                }
                Instr::LdX { a, b, c, m: off } => match ops::load(objs, r!(b), off as usize, Narrow::from_operand(c)) {
                    Some(v) => r!(a) = v,
                    None => break Leave::Nil,
                },
                Instr::StX { a, b, m: off, .. } => {
                    let v = r!(b);
                    if !ops::store(objs, r!(a), off as usize, v) {
                        break Leave::Nil;
                    }
                }
                Instr::Lea { a, b, m: off } => {
                    let p = r!(b);
                    if ptr_id(p) == 0 {
                        break Leave::Nil;
                    }
                    r!(a) = p.wrapping_add(off as u64);
                }
                Instr::LdG { a, m: at } => r!(a) = objs[ptr_id(m.globals)].data[at as usize],
                Instr::StG { a, m: at } => objs[ptr_id(m.globals)].data[at as usize] = r!(a),
                Instr::LdGN { a, c, m: at } => {
                    let src = &objs[ptr_id(m.globals)].data[at as usize..at as usize + c as usize];
                    regs[a as usize..a as usize + c as usize].copy_from_slice(src);
                }
                Instr::StGN { a, c, m: at } => {
                    let dst = &mut objs[ptr_id(m.globals)].data[at as usize..at as usize + c as usize];
                    dst.copy_from_slice(&regs[a as usize..a as usize + c as usize]);
                }
                Instr::LdCap { a, b, m: i } => r!(a) = objs[ptr_id(r!(b))].data[i as usize],
                Instr::LdCapRef { a, b, m: i } => {
                    let p = objs[ptr_id(r!(b))].data[i as usize];
                    r!(a) = objs[ptr_id(p)].data[ptr_off(p)];
                }
                Instr::StCapRef { a, b, m: i } => {
                    let p = objs[ptr_id(r!(a))].data[i as usize];
                    objs[ptr_id(p)].data[ptr_off(p)] = r!(b);
                }

                Instr::LdIdx { a, b, c } => {
                    let (i, len) = (r!(c), r!(b.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    match slot(objs, r!(b), i as usize) {
                        Some(&v) => r!(a) = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::StIdx { a, b, c } => {
                    let (i, len) = (r!(b), r!(a.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    let v = r!(c);
                    match slot_mut(objs, r!(a), i as usize) {
                        Some(s) => *s = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::LdIdx8 { a, b, c } => {
                    let (i, len) = (r!(c), r!(b.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    match load8(objs, r!(b), i as usize) {
                        Some(v) => r!(a) = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::StIdx8 { a, b, c } => {
                    let (i, len) = (r!(b), r!(a.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    let v = r!(c);
                    if !store8(objs, r!(a), i as usize, v) {
                        break Leave::Nil;
                    }
                }
                Instr::LdIdxX { a, b, c, m: narrow } => {
                    let (i, len) = (r!(c), r!(b.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    match ops::load(objs, r!(b), i as usize, Narrow::from_operand(narrow as u8)) {
                        Some(v) => r!(a) = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::StIdxX { a, b, c, .. } => {
                    let (i, len) = (r!(b), r!(a.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    let v = r!(c);
                    if !ops::store(objs, r!(a), i as usize, v) {
                        break Leave::Nil;
                    }
                }
                Instr::LeaIdx { a, b, c, m: size } => {
                    let (i, len) = (r!(c), r!(b.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    r!(a) = r!(b).wrapping_add(i.wrapping_mul(size as u64));
                }
                Instr::LdIdxF { a, b, c, m: packed } => {
                    let (i, len) = (r!(c), r!(b.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    let off = i as usize * (packed >> 16) as usize + (packed & 0xffff) as usize;
                    match slot(objs, r!(b), off) {
                        Some(&v) => r!(a) = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::StIdxF { a, b, c, m: packed } => {
                    let (i, len) = (r!(b), r!(a.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    let off = i as usize * (packed >> 16) as usize + (packed & 0xffff) as usize;
                    let v = r!(c);
                    match slot_mut(objs, r!(a), off) {
                        Some(s) => *s = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::LdIdxIdx { a, b, c, m: j } => {
                    let (i, len) = (r!(c), r!(b.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    let p = r!(b);
                    let at = ptr_off(p) + i as usize * 3;
                    let Some(&[inner, len, _]) = objs[ptr_id(p)].data.get(at..at + 3) else { break Leave::Nil };
                    let j = r!(j as u8);
                    if j >= len {
                        break Leave::Index(j, len);
                    }
                    match slot(objs, inner, j as usize) {
                        Some(&v) => r!(a) = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::ChkIdx { a, m: len } => {
                    let i = r!(a);
                    if i >= len as u64 {
                        break Leave::Index(i, len as u64);
                    }
                }
                Instr::LdArr { a, b, c, m: len } => {
                    let i = r!(c);
                    if i >= len as u64 {
                        break Leave::Index(i, len as u64);
                    }
                    match slot(objs, r!(b), i as usize) {
                        Some(&v) => r!(a) = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::StArr { a, b, c, m: len } => {
                    let i = r!(b);
                    if i >= len as u64 {
                        break Leave::Index(i, len as u64);
                    }
                    let v = r!(c);
                    match slot_mut(objs, r!(a), i as usize) {
                        Some(s) => *s = v,
                        None => break Leave::Nil,
                    }
                }
                Instr::LeaArr { a, b, c, m: size } => {
                    let p = r!(b);
                    if ptr_id(p) == 0 {
                        break Leave::Nil;
                    }
                    r!(a) = p.wrapping_add(r!(c).wrapping_mul(size as u64));
                }
                Instr::StrIdx { a, b, c } => {
                    let (i, len) = (r!(c), r!(b.wrapping_add(1)));
                    if i >= len {
                        break Leave::Index(i, len);
                    }
                    r!(a) = load8(objs, r!(b), i as usize).unwrap_or(0);
                }
                Instr::Slice { a, b, c, m: how } => match ops::slice(regs, b, c, how) {
                    Some((ptr, len, cap)) => {
                        r!(a) = ptr;
                        r!(a.wrapping_add(1)) = len;
                        r!(a.wrapping_add(2)) = cap;
                    }
                    None => break Leave::Rare(instr),
                },
                Instr::SliceStr { a, b, c, m: how } => match ops::slice_str(regs, b, c, how) {
                    Some((ptr, len)) => {
                        r!(a) = ptr;
                        r!(a.wrapping_add(1)) = len;
                    }
                    None => break Leave::Rare(instr),
                },
                Instr::Append { a, b, m: layout } => {
                    let (len, cap) = (r!(a.wrapping_add(1)), r!(a.wrapping_add(2)));
                    let l = &program.layouts.as_slice()[layout as usize];
                    if len < cap && l.slots == 1 {
                        let v = r!(b);
                        let p = r!(a);
                        let done = match l.width {
                            Width::W64 => slot_mut(objs, p, len as usize).map(|s| *s = v).is_some(),
                            Width::W8 | Width::W16 | Width::W32 => ops::store(objs, p, len as usize, v),
                        };
                        debug_assert!(done, "a slice with room has an object");
                        r!(a.wrapping_add(1)) = len + 1;
                    } else {
                        break Leave::Rare(instr);
                    }
                }
                Instr::RangeStr { a, b, m } => {
                    let (at, len) = (r!(a), r!(b.wrapping_add(1)));
                    if at >= len {
                        jump!(m);
                    } else {
                        let bytes = ops::str_bytes(objs, r!(b), len);
                        let (rune, size) = decode_rune(&bytes[at as usize..]);
                        r!(a) = at + size as u64;
                        r!(a.wrapping_add(1)) = at;
                        r!(a.wrapping_add(2)) = u64::from(rune);
                    }
                }

                Instr::MkIface { a, b, m: ty } => {
                    let slots = program.rtypes.as_slice()[ty as usize].slots;
                    if slots == 1 {
                        let v = r!(b);
                        r!(a) = ty as u64;
                        r!(a.wrapping_add(1)) = v;
                    } else {
                        break Leave::Rare(instr);
                    }
                }
                Instr::Assert { a, b, c, m: ty } => {
                    let slots = program.rtypes.as_slice()[ty as usize].slots;
                    if slots == 1 && r!(b) == ty as u64 {
                        let v = r!(b.wrapping_add(1));
                        r!(a) = v;
                        if c == 1 {
                            r!(a.wrapping_add(1)) = 1;
                        }
                    } else {
                        break Leave::Rare(instr);
                    }
                }
                Instr::TypeIs { a, b, m: ty } => {
                    let have = r!(b);
                    r!(a) = u64::from(ops::type_is(&program, have, ty));
                }

                Instr::Call { a, m: entry } => {
                    regs[a as usize - 1] = (pc as u64) << 32 | u64::from(a);
                    enter!(fp + a as usize, entry);
                }
                Instr::CallC { a, b, c } => {
                    let closure = r!(b);
                    let Some(&entry) = objs[ptr_id(closure)].data.first() else { break Leave::Nil };
                    regs[a as usize + c as usize] = closure;
                    regs[a as usize - 1] = (pc as u64) << 32 | u64::from(a);
                    enter!(fp + a as usize, entry);
                }
                Instr::CallI { a, b, m: site } => {
                    let (ty, data) = (r!(b), r!(b.wrapping_add(1)));
                    let place = site as usize * SITE_WAYS + (ty ^ ty >> 2 ^ ty >> 4) as usize % SITE_WAYS;
                    let (have, entry) = m.site_cache[place];
                    let entry = if u64::from(have) == ty && ty != 0 {
                        entry
                    } else {
                        match ops::find_method(&program, ty, site) {
                            Some(entry) => {
                                m.site_cache[place] = (ty as u32, entry);
                                entry
                            }
                            None => break Leave::Nil,
                        }
                    };
                    r!(a) = data;
                    regs[a as usize - 1] = (pc as u64) << 32 | u64::from(a);
                    enter!(fp + a as usize, entry);
                }
                // The state of a mutex is its first slot: 0 free, 1 locked and nobody waits. Events are the natives'.
                Instr::Lock { a, .. } => match slot_mut(objs, r!(a), 0) {
                    Some(state) if *state == 0 && !m.watched => {
                        *state = 1;
                        spend!(instr.cost());
                    }
                    _ => break Leave::Rare(instr),
                },
                Instr::Unlock { a, .. } => match slot_mut(objs, r!(a), 0) {
                    Some(state) if *state == 1 && !m.watched => {
                        *state = 0;
                        spend!(instr.cost());
                    }
                    _ => break Leave::Rare(instr),
                },
                Instr::Ret {} => {
                    let link = fp - 1;
                    if MODE == CHECKED {
                        leave_nothing(&program, pc, regs);
                    }
                    leave!();
                    if MODE == CHECKED {
                        m.stack[link] = 0;
                        regs = window(&mut m.stack, fp);
                    }
                }
                Instr::Ret1 { a } => {
                    r!(0) = r!(a);
                    let link = fp - 1;
                    if MODE == CHECKED {
                        leave_nothing(&program, pc, regs);
                    }
                    leave!();
                    if MODE == CHECKED {
                        m.stack[link] = 0;
                        regs = window(&mut m.stack, fp);
                    }
                }

                _ => break Leave::Rare(instr),
            }
        };

        m.pc = pc as u32;
        m.fp = fp;
        m.executed = (base + pc as i64) as u64;
        // What concurrent programs do most goes the short way.
        let done = match leave {
            Leave::Limit => return,
            Leave::Rare(Instr::CallN { a, m: native }) => {
                const COST: u64 = Instr::CallN { a: 0, m: 0 }.cost();
                m.executed += COST + m.heap.owed();
                natives[native as usize](m, fp + a as usize)
            }
            Leave::Rare(Instr::Send { a, b, m: frame }) => {
                const COST: u64 = Instr::Send { a: 0, b: 0, m: 0 }.cost();
                m.executed += COST;
                m.send(m.stack[fp + a as usize], b, frame as usize)
            }
            Leave::Rare(Instr::Recv { a, b, c, m: frame }) => {
                const COST: u64 = Instr::Recv { a: 0, b: 0, c: 0, m: 0 }.cost();
                m.executed += COST;
                Ok(m.recv(m.stack[fp + b as usize], a, c == 1, frame as usize))
            }
            other => outside(m, &natives, other),
        };
        if settle(m, done) == Flow::Switch {
            return;
        }
        pc = m.pc as usize;
        fp = m.fp;
        base = m.executed as i64 - pc as i64;
    }
}

/// Why the loop was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leave {
    /// The limit was passed.
    Limit,
    /// This instruction is not for the loop.
    Rare(Instr),
    /// The stack is too short for the frame just entered.
    Grow,
    /// A nil pointer was followed.
    Nil,
    /// An index is not below a length.
    Index(u64, u64),
    /// Division by zero.
    Divide,
}

/// What the loop does not do itself. The machine is up to date.
#[inline(never)]
fn outside(m: &mut Machine, natives: &[NativeFn], leave: Leave) -> Result<Flow, Trap> {
    match leave {
        Leave::Limit => Ok(Flow::Switch),
        Leave::Rare(instr) => {
            m.executed += instr.cost() + m.heap.owed();
            ops::rare(m, natives, instr)
        }
        Leave::Grow => m.grow_stack(m.fp).map(|()| Flow::Next),
        Leave::Nil => Err(error::nil_dereference().into()),
        Leave::Index(i, len) => Err(error::index(m.program.shown_index(m.pc - 1, 0, i), len as i64).into()),
        Leave::Divide => Err(error::divide().into()),
    }
}

/// Makes a panic of a trap, and collects garbage when it is time.
#[inline(always)]
fn settle(m: &mut Machine, done: Result<Flow, Trap>) -> Flow {
    match done {
        Ok(Flow::Next) if m.heap.gc_due() || m.heap.live > m.heap.limit || m.heap.work > WORK => {
            if m.heap.work > WORK {
                // The next jump leaves the loop.
                m.limit = 0;
            }
            match m.collect_if_due() {
                Err(trap) => m.trap(trap),
                Ok(()) => Flow::Next,
            }
        }
        Ok(flow) => flow,
        Err(trap) => m.trap(trap),
    }
}
