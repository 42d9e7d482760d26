//! Package `math/bits`.

use super::abi::{Done, NEXT, set_int};
use crate::runtime::{Machine, NativeFn};

fn leading(m: &mut Machine, base: usize) -> Done {
    let n = m.stack[base].leading_zeros();
    set_int(m, base, i64::from(n));
    NEXT
}

fn trailing(m: &mut Machine, base: usize) -> Done {
    let n = m.stack[base].trailing_zeros();
    set_int(m, base, i64::from(n));
    NEXT
}

fn ones(m: &mut Machine, base: usize) -> Done {
    let n = m.stack[base].count_ones();
    set_int(m, base, i64::from(n));
    NEXT
}

fn reverse(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = m.stack[base].reverse_bits();
    NEXT
}

fn reverse_bytes(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = m.stack[base].swap_bytes();
    NEXT
}

fn mul(m: &mut Machine, base: usize) -> Done {
    let p = u128::from(m.stack[base]) * u128::from(m.stack[base + 1]);
    m.stack[base] = (p >> 64) as u64;
    m.stack[base + 1] = p as u64;
    NEXT
}

/// `func div(hi, lo, y uint64) (quo, rem uint64)`: y is greater than hi.
fn div(m: &mut Machine, base: usize) -> Done {
    let x = u128::from(m.stack[base]) << 64 | u128::from(m.stack[base + 1]);
    let y = u128::from(m.stack[base + 2]).max(1);
    m.stack[base] = (x / y) as u64;
    m.stack[base + 1] = (x % y) as u64;
    NEXT
}

/// Natives of `math/bits`.
pub(super) const BITS: &[(&str, NativeFn)] = &[
    ("math/bits.LeadingZeros64", leading),
    ("math/bits.Mul64", mul),
    ("math/bits.OnesCount64", ones),
    ("math/bits.Reverse64", reverse),
    ("math/bits.ReverseBytes64", reverse_bytes),
    ("math/bits.TrailingZeros64", trailing),
    ("math/bits.div", div),
];
