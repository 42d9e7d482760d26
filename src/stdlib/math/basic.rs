//! Taking floats apart and putting them together; rounding; remainders.

/// `math.Copysign`
pub(super) fn copysign(x: f64, sign: f64) -> f64 {
    x.copysign(sign)
}

/// A normal number and the power of two it was multiplied with to become one.
fn normalize(x: f64) -> (f64, i64) {
    if x.abs() < f64::MIN_POSITIVE { (x * (1u64 << 52) as f64, -52) } else { (x, 0) }
}

pub(super) fn frexp(f: f64) -> (f64, i64) {
    if f == 0.0 || f.is_infinite() || f.is_nan() {
        return (f, 0);
    }
    let (f, e) = normalize(f);
    let bits = f.to_bits();
    let exp = e + (bits >> 52 & 0x7FF) as i64 - 1022;
    (f64::from_bits(bits & !(0x7FF << 52) | 1022 << 52), exp)
}

pub(super) fn ldexp(frac: f64, exp: i64) -> f64 {
    if frac == 0.0 || frac.is_infinite() || frac.is_nan() {
        return frac;
    }
    let (frac, e) = normalize(frac);
    let bits = frac.to_bits();
    let mut exp = exp.saturating_add(e).saturating_add((bits >> 52 & 0x7FF) as i64 - 1023);
    if exp < -1075 {
        return copysign(0.0, frac);
    }
    if exp > 1023 {
        return copysign(f64::INFINITY, frac);
    }
    let mut m = 1.0;
    if exp < -1022 {
        exp += 53;
        m = 1.0 / (1u64 << 53) as f64;
    }
    m * f64::from_bits(bits & !(0x7FF << 52) | ((exp + 1023) as u64) << 52)
}

pub(super) fn modf(f: f64) -> (f64, f64) {
    let whole = f.trunc();
    (whole, copysign(f - whole, f))
}

pub(super) fn modulo(x: f64, y: f64) -> f64 {
    if y == 0.0 || x.is_infinite() || x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    // Exact in both languages.
    x % y
}

pub(super) fn remainder(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() || x.is_infinite() || y == 0.0 {
        return f64::NAN;
    }
    if y.is_infinite() {
        return x;
    }
    let (mut a, b) = (x.abs(), y.abs());
    if a == b {
        return copysign(0.0, x);
    }
    if b <= f64::MAX / 2.0 {
        a = modulo(a, b + b);
    }
    if b < 4.450_147_717_014_402_766_18e-308 {
        if a + a > b {
            a -= b;
            if a + a >= b {
                a -= b;
            }
        }
    } else {
        let half = 0.5 * b;
        if a > half {
            a -= b;
            if a >= half {
                a -= b;
            }
        }
    }
    if x.is_sign_negative() { -a } else { a }
}

pub(super) fn nextafter(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        x
    } else if x == 0.0 {
        copysign(f64::from_bits(1), y)
    } else if (y > x) == (x > 0.0) {
        f64::from_bits(x.to_bits() + 1)
    } else {
        f64::from_bits(x.to_bits() - 1)
    }
}

pub(super) fn nextafter32(x: f32, y: f32) -> f32 {
    if x.is_nan() || y.is_nan() {
        f32::NAN
    } else if x == y {
        x
    } else if x == 0.0 {
        f32::from_bits(1).copysign(y)
    } else if (y > x) == (x > 0.0) {
        f32::from_bits(x.to_bits() + 1)
    } else {
        f32::from_bits(x.to_bits() - 1)
    }
}

pub(super) fn ilogb(x: f64) -> i64 {
    let (x, e) = normalize(x);
    (x.to_bits() >> 52 & 0x7FF) as i64 - 1023 + e
}

/// `math.Max`, and the builtin `max`.
pub(crate) fn max(x: f64, y: f64) -> f64 {
    if x == f64::INFINITY || y == f64::INFINITY {
        f64::INFINITY
    } else if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == 0.0 && x == y {
        if x.is_sign_negative() { y } else { x }
    } else if x > y {
        x
    } else {
        y
    }
}

/// `math.Min`, and the builtin `min`.
pub(crate) fn min(x: f64, y: f64) -> f64 {
    if x == f64::NEG_INFINITY || y == f64::NEG_INFINITY {
        f64::NEG_INFINITY
    } else if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == 0.0 && x == y {
        if x.is_sign_negative() { x } else { y }
    } else if x < y {
        x
    } else {
        y
    }
}

pub(super) fn hypot(p: f64, q: f64) -> f64 {
    let (p, q) = (p.abs(), q.abs());
    if p.is_infinite() || q.is_infinite() {
        return f64::INFINITY;
    }
    if p.is_nan() || q.is_nan() {
        return f64::NAN;
    }
    if p == 0.0 && q == 0.0 {
        return 0.0;
    }
    let (big, small) = if p > q { (p, q) } else { (q, p) };
    let r = small / big;
    big * (r * r + 1.0).sqrt()
}
