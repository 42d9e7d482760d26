//! What package `errors` needs to know of types.

use super::abi::{Done, NEXT, set_bool, set_int};
use crate::bytecode::{Kind, Narrow, RTypeId};
use crate::runtime::{Machine, NativeFn};
use std::sync::Arc;

/// `func isComparable(v any) bool`
fn is_comparable(m: &mut Machine, base: usize) -> Done {
    let ty = RTypeId(m.stack[base] as u32);
    let yes = m.program.rtypes.get(ty).is_some_and(|t| t.comparable);
    set_bool(m, base, yes);
    NEXT
}

/// Whether `have` has all methods of interface type `want`.
pub(super) fn implements(m: &Machine, have: RTypeId, want: RTypeId) -> bool {
    let (have, want) = (&m.program.rtypes[have], &m.program.rtypes[want]);
    want.methods.iter().all(|w| have.method(w.id).is_some_and(|h| h.ty == w.ty))
}

/// `func assignTo(err error, target any) int`: 1 stored, 0 not, 2 target is nil, 3 no pointer or nil, 4 neither interface nor
/// error.
fn assign_to(m: &mut Machine, base: usize) -> Done {
    let [err, data, target, ptr] = m.stack[base..base + 4].try_into().expect("four slots");
    let program = Arc::clone(&m.program);
    let result = 'result: {
        if target == 0 {
            break 'result 2;
        }
        let rtype = &program.rtypes[RTypeId(target as u32)];
        if rtype.kind != Kind::Pointer || ptr == 0 {
            break 'result 3;
        }
        let elem = &program.rtypes[rtype.elem];
        if elem.kind != Kind::Interface && program.text_method(elem, program.well_known.error_method).is_none() {
            break 'result 4;
        }
        if err == 0 {
            break 'result 0;
        }
        let ty = RTypeId(err as u32);
        if elem.kind == Kind::Interface {
            if !implements(m, ty, rtype.elem) {
                break 'result 0;
            }
            m.heap.store(ptr, 0, err);
            m.heap.store(ptr, 1, data);
            break 'result 1;
        }
        if ty != rtype.elem {
            break 'result 0;
        }
        for (i, v) in m.iface_slots(ty, data).into_iter().enumerate() {
            m.heap.store(ptr, i, v);
        }
        1
    };
    set_int(m, base, result);
    NEXT
}

/// Copies `n` elements of what two slices of any type hold, or swaps two elements: `func swap(slice any, i, j int)`.
fn swap(m: &mut Machine, base: usize) -> Done {
    let (ty, data) = (RTypeId(m.stack[base] as u32), m.stack[base + 1]);
    let (i, j) = (m.stack[base + 2] as usize, m.stack[base + 3] as usize);
    let program = Arc::clone(&m.program);
    let Some(rtype) = program.rtypes.get(ty) else { return NEXT };
    let size = program.rtypes[rtype.elem].slots as usize;
    let ptr = m.heap.load(data, 0, Narrow::U32).unwrap_or(0);
    for i in [i, j] {
        m.observe_range(ptr.wrapping_add((i * size) as u64), size, true);
    }
    for k in 0..size {
        let (a, b) = (i * size + k, j * size + k);
        let (x, y) = (m.heap.load(ptr, a, Narrow::U32), m.heap.load(ptr, b, Narrow::U32));
        if let (Some(x), Some(y)) = (x, y) {
            m.heap.store(ptr, a, y);
            m.heap.store(ptr, b, x);
        }
    }
    NEXT
}

/// `func length(slice any) int`: −1 for what is no slice.
fn length(m: &mut Machine, base: usize) -> Done {
    let (ty, data) = (RTypeId(m.stack[base] as u32), m.stack[base + 1]);
    let slice = m.program.rtypes.get(ty).is_some_and(|t| t.kind == Kind::Slice);
    let n = if slice { m.heap.load(data, 1, Narrow::U32).unwrap_or(0) as i64 } else { -1 };
    set_int(m, base, n);
    NEXT
}

/// Natives of `errors` and `sort`.
pub(super) const ERRORS: &[(&str, NativeFn)] = &[
    ("context.isComparable", is_comparable),
    ("context.typeName", super::fmt::type_name),
    ("errors.assignTo", assign_to),
    ("errors.isComparable", is_comparable),
    ("sort.length", length),
    ("sort.swap", swap),
];
