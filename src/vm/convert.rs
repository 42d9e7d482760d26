//! Number conversions as amd64 does them, where Rust's `as` differs.

/// `int64(f)` as CVTTSD2SQ: what does not fit (NaN included) is the minimum.
#[inline(always)]
pub fn f64_to_i64(f: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&f) { f as i64 } else { i64::MIN }
}

/// `uint64(f)` as gc compiles it for amd64: below 2^63 like `int64`, above that shifted by 2^63.
#[inline(always)]
pub fn f64_to_u64(f: f64) -> u64 {
    const TWO63: f64 = 9_223_372_036_854_775_808.0;
    if f < TWO63 { f64_to_i64(f) as u64 } else { (f64_to_i64(f - TWO63) as u64) ^ (1 << 63) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_the_minimum() {
        assert_eq!(f64_to_i64(f64::NAN), i64::MIN);
        assert_eq!(f64_to_i64(1e300), i64::MIN);
        assert_eq!(f64_to_i64(-1.9), -1);
        assert_eq!(f64_to_u64(1.8e19), 18_000_000_000_000_000_000);
        assert_eq!(f64_to_u64(-1.0), u64::MAX);
    }
}
