//! Sorting of what has an order of its own, and natives that `sort` needs for slices of any type.

use super::abi::{Done, NEXT, set_bool};
use crate::bytecode::{Narrow, Width};
use crate::runtime::{Machine, NativeFn, ptr_id, ptr_off};

/// Lends the words of a slice of unpacked elements of `size` slots.
fn words(m: &mut Machine, base: usize, size: usize, f: impl FnOnce(&Machine, &mut [u64])) {
    let (ptr, len) = (m.stack[base], m.stack[base + 1] as usize * size);
    if len < 2 {
        return;
    }
    m.observe_range(ptr, len, true);
    let id = ptr_id(ptr);
    debug_assert_eq!(m.heap.objs[id].width, Width::W64, "words are not packed");
    let mut data = std::mem::take(&mut m.heap.objs[id].data);
    let at = ptr_off(ptr);
    f(m, &mut data[at..at + len]);
    m.heap.objs[id].data = data;
}

fn sort_ints(m: &mut Machine, base: usize) -> Done {
    words(m, base, 1, |_, w| w.sort_unstable_by_key(|&v| v as i64));
    NEXT
}

/// `func sortFloats(x []float64) bool`: false, and nothing done, where both zeros are: they are equal, but one sees where they end up.
fn sort_floats(m: &mut Machine, base: usize) -> Done {
    let mut sorted = true;
    words(m, base, 1, |_, w| {
        sorted = !(w.contains(&0) && w.contains(&(-0.0f64).to_bits()));
        if sorted {
            // NaN first.
            w.sort_unstable_by(|&a, &b| {
                let (a, b) = (f64::from_bits(a), f64::from_bits(b));
                a.partial_cmp(&b).unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
            });
        }
    });
    set_bool(m, base, sorted);
    NEXT
}

fn sort_strings(m: &mut Machine, base: usize) -> Done {
    let (ptr, len) = (m.stack[base], m.stack[base + 1] as usize);
    m.observe_range(ptr, 2 * len, true);
    let slot = |i| m.heap.load(ptr, i, Narrow::U32).unwrap_or(0);
    let mut pairs: Vec<(u64, u64)> = (0..len).map(|i| (slot(2 * i), slot(2 * i + 1))).collect();
    pairs.sort_by(|a, b| m.heap.bytes(a.0, a.1 as usize).cmp(m.heap.bytes(b.0, b.1 as usize)));
    for (i, (p, n)) in pairs.into_iter().enumerate() {
        m.heap.store(ptr, 2 * i, p);
        m.heap.store(ptr, 2 * i + 1, n);
    }
    NEXT
}

/// Natives of `slices`.
pub(super) const SLICES: &[(&str, NativeFn)] =
    &[("slices.sortFloats", sort_floats), ("slices.sortInts", sort_ints), ("slices.sortStrings", sort_strings)];
