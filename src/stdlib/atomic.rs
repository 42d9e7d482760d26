//! Package `sync/atomic`. Functions and methods are the same natives: a type's value is the first slot behind its pointer.

use super::abi::{Done, NEXT, panic_text, set_bool};
use crate::bytecode::{Narrow, RTypeId};
use crate::runtime::{AtomicUse, Machine, NativeFn, Trap, eq_value, error};

fn read(m: &Machine, addr: u64, narrow: Narrow) -> Result<u64, Trap> {
    m.heap.load(addr, 0, narrow).ok_or_else(|| error::nil_dereference().into())
}

/// A result as its type widens it.
fn widen(v: u64, narrow: Narrow, wide: bool) -> u64 {
    match narrow {
        _ if wide => v,
        Narrow::I32 => v as i32 as i64 as u64,
        _ => u64::from(v as u32),
    }
}

macro_rules! natives {
    ($($load:ident $add:ident $swap:ident $and:ident $or:ident: $narrow:expr, $wide:expr;)*) => {
        $(
            fn $load(m: &mut Machine, base: usize) -> Done {
                let addr = m.stack[base];
                m.stack[base] = read(m, addr, $narrow)?;
                m.observe_atomic(addr, AtomicUse::Load);
                NEXT
            }
            fn $add(m: &mut Machine, base: usize) -> Done {
                let (addr, delta) = (m.stack[base], m.stack[base + 1]);
                m.observe_atomic(addr, AtomicUse::Update);
                let v = widen(read(m, addr, $narrow)?.wrapping_add(delta), $narrow, $wide);
                m.heap.store(addr, 0, v);
                m.stack[base] = v;
                NEXT
            }
            fn $swap(m: &mut Machine, base: usize) -> Done {
                let (addr, new) = (m.stack[base], m.stack[base + 1]);
                m.observe_atomic(addr, AtomicUse::Update);
                m.stack[base] = read(m, addr, $narrow)?;
                m.heap.store(addr, 0, new);
                NEXT
            }
            fn $and(m: &mut Machine, base: usize) -> Done {
                let (addr, mask) = (m.stack[base], m.stack[base + 1]);
                m.observe_atomic(addr, AtomicUse::Update);
                let old = read(m, addr, $narrow)?;
                m.heap.store(addr, 0, old & mask);
                m.stack[base] = old;
                NEXT
            }
            fn $or(m: &mut Machine, base: usize) -> Done {
                let (addr, mask) = (m.stack[base], m.stack[base + 1]);
                m.observe_atomic(addr, AtomicUse::Update);
                let old = read(m, addr, $narrow)?;
                m.heap.store(addr, 0, old | mask);
                m.stack[base] = old;
                NEXT
            }
        )*
    };
}

natives! {
    load add swap and or: Narrow::U32, true;
    load_i32 add_i32 swap_i32 and_i32 or_i32: Narrow::I32, false;
    load_u32 add_u32 swap_u32 and_u32 or_u32: Narrow::U32, false;
}

fn store(m: &mut Machine, base: usize) -> Done {
    m.observe_atomic(m.stack[base], AtomicUse::Store);
    if m.heap.store(m.stack[base], 0, m.stack[base + 1]) { NEXT } else { Err(error::nil_dereference().into()) }
}

fn cas(m: &mut Machine, base: usize) -> Done {
    let [addr, old, new] = m.stack[base..base + 3].try_into().expect("three slots");
    // Narrow variables are compared by the bits they have.
    let have = read(m, addr, Narrow::I32)?;
    let mask = if m.heap.objs[crate::runtime::ptr_id(addr)].width == crate::bytecode::Width::W64 {
        u64::MAX
    } else {
        u64::from(u32::MAX)
    };
    let same = have & mask == old & mask;
    m.observe_atomic(addr, if same { AtomicUse::Update } else { AtomicUse::Load });
    if same {
        m.heap.store(addr, 0, new);
    }
    set_bool(m, base, same);
    NEXT
}

fn value(m: &Machine, base: usize) -> Result<(u64, u64), Trap> {
    let addr = m.stack[base];
    let ty = read(m, addr, Narrow::U32)?;
    Ok((ty, m.heap.load(addr, 1, Narrow::U32).unwrap_or(0)))
}

fn put_value(m: &mut Machine, base: usize, (ty, data): (u64, u64)) {
    let addr = m.stack[base];
    m.heap.store(addr, 0, ty);
    m.heap.store(addr, 1, data);
}

fn value_load(m: &mut Machine, base: usize) -> Done {
    let (ty, data) = value(m, base)?;
    m.observe_atomic(m.stack[base], AtomicUse::Load);
    m.stack[base] = ty;
    m.stack[base + 1] = data;
    NEXT
}

/// Refuses what must not be put into a Value that holds type `have`.
fn check(m: &mut Machine, have: u64, new: u64, what: &str) -> Result<(), Trap> {
    if new == 0 {
        return Err(panic_text(m, &format!("sync/atomic: {what} of nil value into Value")));
    }
    if have != 0 && have != new {
        return Err(panic_text(m, &format!("sync/atomic: {what} of inconsistently typed value into Value")));
    }
    Ok(())
}

fn value_store(m: &mut Machine, base: usize) -> Done {
    let (have, _) = value(m, base)?;
    let new = (m.stack[base + 1], m.stack[base + 2]);
    check(m, have, new.0, "store")?;
    m.observe_atomic(m.stack[base], AtomicUse::Store);
    put_value(m, base, new);
    NEXT
}

fn value_swap(m: &mut Machine, base: usize) -> Done {
    let old = value(m, base)?;
    let new = (m.stack[base + 1], m.stack[base + 2]);
    check(m, old.0, new.0, "swap")?;
    m.observe_atomic(m.stack[base], AtomicUse::Update);
    put_value(m, base, new);
    m.stack[base] = old.0;
    m.stack[base + 1] = old.1;
    NEXT
}

fn value_cas(m: &mut Machine, base: usize) -> Done {
    let have = value(m, base)?;
    let (old, new) = ((m.stack[base + 1], m.stack[base + 2]), (m.stack[base + 3], m.stack[base + 4]));
    if new.0 == 0 {
        return Err(panic_text(m, "sync/atomic: compare and swap of nil value into Value"));
    }
    if old.0 != 0 && old.0 != new.0 {
        return Err(panic_text(m, "sync/atomic: compare and swap of inconsistently typed values"));
    }
    if have.0 != 0 {
        check(m, have.0, new.0, "compare and swap")?;
    }
    let same = have.0 == old.0
        && (have.0 == 0 || {
            let ty = RTypeId(have.0 as u32);
            let (x, y) = (m.iface_slots(ty, have.1), m.iface_slots(ty, old.1));
            eq_value(&m.heap, &m.program, ty, &x, &y)?
        });
    m.observe_atomic(m.stack[base], if same { AtomicUse::Update } else { AtomicUse::Load });
    if same {
        put_value(m, base, new);
    }
    set_bool(m, base, same);
    NEXT
}

/// Natives of `sync/atomic`.
pub(super) const ATOMIC: &[(&str, NativeFn)] = &[
    ("sync/atomic.(*Bool).CompareAndSwap", cas),
    ("sync/atomic.(*Bool).Load", load),
    ("sync/atomic.(*Bool).Store", store),
    ("sync/atomic.(*Bool).Swap", swap),
    ("sync/atomic.(*Int32).Add", add_i32),
    ("sync/atomic.(*Int32).And", and_i32),
    ("sync/atomic.(*Int32).CompareAndSwap", cas),
    ("sync/atomic.(*Int32).Load", load_i32),
    ("sync/atomic.(*Int32).Or", or_i32),
    ("sync/atomic.(*Int32).Store", store),
    ("sync/atomic.(*Int32).Swap", swap_i32),
    ("sync/atomic.(*Int64).Add", add),
    ("sync/atomic.(*Int64).And", and),
    ("sync/atomic.(*Int64).CompareAndSwap", cas),
    ("sync/atomic.(*Int64).Load", load),
    ("sync/atomic.(*Int64).Or", or),
    ("sync/atomic.(*Int64).Store", store),
    ("sync/atomic.(*Int64).Swap", swap),
    ("sync/atomic.(*Uint32).Add", add_u32),
    ("sync/atomic.(*Uint32).And", and_u32),
    ("sync/atomic.(*Uint32).CompareAndSwap", cas),
    ("sync/atomic.(*Uint32).Load", load_u32),
    ("sync/atomic.(*Uint32).Or", or_u32),
    ("sync/atomic.(*Uint32).Store", store),
    ("sync/atomic.(*Uint32).Swap", swap_u32),
    ("sync/atomic.(*Uint64).Add", add),
    ("sync/atomic.(*Uint64).And", and),
    ("sync/atomic.(*Uint64).CompareAndSwap", cas),
    ("sync/atomic.(*Uint64).Load", load),
    ("sync/atomic.(*Uint64).Or", or),
    ("sync/atomic.(*Uint64).Store", store),
    ("sync/atomic.(*Uint64).Swap", swap),
    ("sync/atomic.(*Uintptr).Add", add),
    ("sync/atomic.(*Uintptr).And", and),
    ("sync/atomic.(*Uintptr).CompareAndSwap", cas),
    ("sync/atomic.(*Uintptr).Load", load),
    ("sync/atomic.(*Uintptr).Or", or),
    ("sync/atomic.(*Uintptr).Store", store),
    ("sync/atomic.(*Uintptr).Swap", swap),
    ("sync/atomic.(*Value).CompareAndSwap", value_cas),
    ("sync/atomic.(*Value).Load", value_load),
    ("sync/atomic.(*Value).Store", value_store),
    ("sync/atomic.(*Value).Swap", value_swap),
    ("sync/atomic.AddInt32", add_i32),
    ("sync/atomic.AddInt64", add),
    ("sync/atomic.AddUint32", add_u32),
    ("sync/atomic.AddUint64", add),
    ("sync/atomic.AddUintptr", add),
    ("sync/atomic.AndInt32", and_i32),
    ("sync/atomic.AndInt64", and),
    ("sync/atomic.AndUint32", and_u32),
    ("sync/atomic.AndUint64", and),
    ("sync/atomic.AndUintptr", and),
    ("sync/atomic.CompareAndSwapInt32", cas),
    ("sync/atomic.CompareAndSwapInt64", cas),
    ("sync/atomic.CompareAndSwapPointer", cas),
    ("sync/atomic.CompareAndSwapUint32", cas),
    ("sync/atomic.CompareAndSwapUint64", cas),
    ("sync/atomic.CompareAndSwapUintptr", cas),
    ("sync/atomic.LoadInt32", load_i32),
    ("sync/atomic.LoadInt64", load),
    ("sync/atomic.LoadPointer", load),
    ("sync/atomic.LoadUint32", load_u32),
    ("sync/atomic.LoadUint64", load),
    ("sync/atomic.LoadUintptr", load),
    ("sync/atomic.OrInt32", or_i32),
    ("sync/atomic.OrInt64", or),
    ("sync/atomic.OrUint32", or_u32),
    ("sync/atomic.OrUint64", or),
    ("sync/atomic.OrUintptr", or),
    ("sync/atomic.StoreInt32", store),
    ("sync/atomic.StoreInt64", store),
    ("sync/atomic.StorePointer", store),
    ("sync/atomic.StoreUint32", store),
    ("sync/atomic.StoreUint64", store),
    ("sync/atomic.StoreUintptr", store),
    ("sync/atomic.SwapInt32", swap_i32),
    ("sync/atomic.SwapInt64", swap),
    ("sync/atomic.SwapPointer", swap),
    ("sync/atomic.SwapUint32", swap_u32),
    ("sync/atomic.SwapUint64", swap),
    ("sync/atomic.SwapUintptr", swap),
];
