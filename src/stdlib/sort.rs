//! Sorting of what has an order of its own, and natives that `sort` needs for slices of any type.

use super::abi::{Done, NEXT, set_bool};
use crate::bytecode::{Narrow, Width};
use crate::runtime::{Machine, NativeFn, ptr_id, ptr_off};

/// Lends the words of a slice of unpacked elements of `size` slots.
fn words(m: &mut Machine, base: usize, size: usize, f: impl FnOnce(&Machine, &mut [u64])) {
    let (ptr, len) = (m.stack[base], m.stack[base + 1] as usize * size);
    if len == 0 {
        return;
    }
    m.observe_range(ptr, len, true);
    // A sort takes longer than a copy of them would.
    m.heap.work += 64 * len as u64;
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
    m.heap.work += 200 * len as u64;
    let slot = |i| m.heap.load(ptr, i, Narrow::U32).unwrap_or(0);
    let mut pairs: Vec<(u64, u64)> = (0..len).map(|i| (slot(2 * i), slot(2 * i + 1))).collect();
    pairs.sort_by(|a, b| m.heap.bytes(a.0, a.1 as usize).cmp(m.heap.bytes(b.0, b.1 as usize)));
    for (i, (p, n)) in pairs.into_iter().enumerate() {
        m.heap.store(ptr, 2 * i, p);
        m.heap.store(ptr, 2 * i + 1, n);
    }
    NEXT
}

/// `func zeros(s []float64) (positive, negative bool)`
fn zeros(m: &mut Machine, base: usize) -> Done {
    let (mut positive, mut negative) = (false, false);
    words(m, base, 1, |_, w| (positive, negative) = (w.contains(&0), w.contains(&(-0.0f64).to_bits())));
    set_bool(m, base, positive);
    set_bool(m, base + 1, negative);
    NEXT
}

/// Fills the slice at `base` with the least elements of the two sorted ones behind it, of `size` slots each.
fn merge(m: &mut Machine, base: usize, size: usize, less: impl Fn(&Machine, &[u64], &[u64]) -> bool) -> Done {
    let (to, n) = (m.stack[base], m.stack[base + 1] as usize);
    m.heap.work += 64 * (n * size) as u64;
    // No more than n of each can be wanted.
    let head = |at: usize| -> Vec<u64> {
        let (ptr, len) = (m.stack[at], (m.stack[at + 1] as usize).min(n));
        (0..len * size).map(|i| m.heap.load(ptr, i, Narrow::U32).unwrap_or(0)).collect()
    };
    let (a, b) = (head(base + 3), head(base + 6));
    let (mut i, mut j) = (0, 0);
    for k in 0..n {
        let (x, y) = (a.get(i..i + size), b.get(j..j + size));
        let second = match (x, y) {
            (Some(x), Some(y)) => less(m, y, x),
            (None, _) => true,
            (_, None) => false,
        };
        let from = if second { y } else { x }.unwrap_or(&[]);
        for (slot, &v) in from.iter().enumerate() {
            m.heap.store(to, k * size + slot, v);
        }
        if second { j += size } else { i += size }
    }
    m.stack[base] = (i / size) as u64;
    m.stack[base + 1] = (j / size) as u64;
    NEXT
}

/// `func mergeInts(to, a, b []int) (na, nb int)`
fn merge_ints(m: &mut Machine, base: usize) -> Done {
    merge(m, base, 1, |_, a, b| (a[0] as i64) < b[0] as i64)
}

/// `func mergeFloats(to, a, b []float64) (na, nb int)`
fn merge_floats(m: &mut Machine, base: usize) -> Done {
    merge(m, base, 1, |_, a, b| {
        let (a, b) = (f64::from_bits(a[0]), f64::from_bits(b[0]));
        a < b || a.is_nan() && !b.is_nan()
    })
}

/// `func mergeStrings(to, a, b []string) (na, nb int)`
fn merge_strings(m: &mut Machine, base: usize) -> Done {
    merge(m, base, 2, |m, a, b| m.heap.bytes(a[0], a[1] as usize) < m.heap.bytes(b[0], b[1] as usize))
}

/// Natives of `slices`.
pub(super) const SLICES: &[(&str, NativeFn)] = &[
    ("slices.mergeFloats", merge_floats),
    ("slices.mergeInts", merge_ints),
    ("slices.mergeStrings", merge_strings),
    ("slices.sortFloats", sort_floats),
    ("slices.sortInts", sort_ints),
    ("slices.sortStrings", sort_strings),
    ("slices.zeros", zeros),
];
