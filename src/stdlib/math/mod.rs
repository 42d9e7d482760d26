//! Package `math`, so that every result agrees with Go's on amd64 to the last bit.

#![allow(clippy::excessive_precision, reason = "coefficients stand as their sources give them")]

mod basic;
mod exp;
mod special;
mod trig;

pub(super) use basic::{max, min};
pub(super) use exp::{exp, log};

use super::abi::{Done, NEXT, float, int, set_float, set_int};
use crate::runtime::{Machine, NativeFn};

macro_rules! of_one {
    ($($name:ident: $f:path),* $(,)?) => {
        $(fn $name(m: &mut Machine, base: usize) -> Done {
            let v = $f(float(m, base));
            set_float(m, base, v);
            NEXT
        })*
    };
}

of_one! {
    n_abs: f64::abs,
    n_acos: trig::acos,
    n_acosh: trig::acosh,
    n_asin: trig::asin,
    n_asinh: trig::asinh,
    n_atan: trig::atan,
    n_atanh: trig::atanh,
    n_cbrt: exp::cbrt,
    n_ceil: f64::ceil,
    n_cos: trig::cos,
    n_cosh: trig::cosh,
    n_erf: special::erf,
    n_erfc: special::erfc,
    n_exp: exp::exp,
    n_exp2: exp::exp2,
    n_expm1: exp::expm1,
    n_floor: f64::floor,
    n_gamma: special::gamma,
    n_log: exp::log,
    n_log10: exp::log10,
    n_log1p: exp::log1p,
    n_log2: exp::log2,
    n_round: f64::round,
    n_round_to_even: f64::round_ties_even,
    n_sin: trig::sin,
    n_sinh: trig::sinh,
    n_sqrt: f64::sqrt,
    n_tan: trig::tan,
    n_tanh: trig::tanh,
    n_trunc: f64::trunc,
}

macro_rules! of_two {
    ($($name:ident: $f:path),* $(,)?) => {
        $(fn $name(m: &mut Machine, base: usize) -> Done {
            let v = $f(float(m, base), float(m, base + 1));
            set_float(m, base, v);
            NEXT
        })*
    };
}

of_two! {
    n_atan2: trig::atan2,
    n_copysign: basic::copysign,
    n_hypot: basic::hypot,
    n_max: basic::max,
    n_min: basic::min,
    n_mod: basic::modulo,
    n_nextafter: basic::nextafter,
    n_pow: exp::pow,
    n_remainder: basic::remainder,
}

fn n_fma(m: &mut Machine, base: usize) -> Done {
    let v = float(m, base).mul_add(float(m, base + 1), float(m, base + 2));
    set_float(m, base, v);
    NEXT
}

fn n_frexp(m: &mut Machine, base: usize) -> Done {
    let (frac, e) = basic::frexp(float(m, base));
    set_float(m, base, frac);
    set_int(m, base + 1, e);
    NEXT
}

fn n_ldexp(m: &mut Machine, base: usize) -> Done {
    let v = basic::ldexp(float(m, base), int(m, base + 1));
    set_float(m, base, v);
    NEXT
}

fn n_lgamma(m: &mut Machine, base: usize) -> Done {
    let (v, sign) = special::lgamma(float(m, base));
    set_float(m, base, v);
    set_int(m, base + 1, sign);
    NEXT
}

fn n_modf(m: &mut Machine, base: usize) -> Done {
    let (whole, fraction) = basic::modf(float(m, base));
    set_float(m, base, whole);
    set_float(m, base + 1, fraction);
    NEXT
}

fn n_nextafter32(m: &mut Machine, base: usize) -> Done {
    let of = |at: usize| f32::from_bits(m.stack[at] as u32);
    let v = basic::nextafter32(of(base), of(base + 1));
    m.stack[base] = u64::from(v.to_bits());
    NEXT
}

/// `func exponent(x float64) int`: of a finite number that is not 0.
fn n_exponent(m: &mut Machine, base: usize) -> Done {
    let v = basic::ilogb(float(m, base));
    set_int(m, base, v);
    NEXT
}

/// `func pow10(n int) float64`: from a power of 10^32 and one below it, which is not always the nearest to 10^n.
fn n_pow10(m: &mut Machine, base: usize) -> Done {
    let power = |n: i64| format!("1e{n}").parse().unwrap_or(f64::NAN);
    let n = int(m, base);
    let v = match n {
        0..=308 => power(n / 32 * 32) * power(n % 32),
        -323..0 => power(n / 32 * 32) / power(-n % 32),
        309.. => f64::INFINITY,
        _ => 0.0,
    };
    set_float(m, base, v);
    NEXT
}

/// The bits of a float are its slot: `Float64bits` and its likes do nothing.
fn n_same(_m: &mut Machine, _base: usize) -> Done {
    NEXT
}

/// Natives of `math`.
pub(super) const MATH: &[(&str, NativeFn)] = &[
    ("math.Abs", n_abs),
    ("math.Acos", n_acos),
    ("math.Acosh", n_acosh),
    ("math.Asin", n_asin),
    ("math.Asinh", n_asinh),
    ("math.Atan", n_atan),
    ("math.Atan2", n_atan2),
    ("math.Atanh", n_atanh),
    ("math.Cbrt", n_cbrt),
    ("math.Ceil", n_ceil),
    ("math.Copysign", n_copysign),
    ("math.Cos", n_cos),
    ("math.Cosh", n_cosh),
    ("math.Erf", n_erf),
    ("math.Erfc", n_erfc),
    ("math.Exp", n_exp),
    ("math.Exp2", n_exp2),
    ("math.Expm1", n_expm1),
    ("math.FMA", n_fma),
    ("math.Float32bits", n_same),
    ("math.Float32frombits", n_same),
    ("math.Float64bits", n_same),
    ("math.Float64frombits", n_same),
    ("math.Floor", n_floor),
    ("math.Frexp", n_frexp),
    ("math.Gamma", n_gamma),
    ("math.Hypot", n_hypot),
    ("math.Ldexp", n_ldexp),
    ("math.Lgamma", n_lgamma),
    ("math.Log", n_log),
    ("math.Log10", n_log10),
    ("math.Log1p", n_log1p),
    ("math.Log2", n_log2),
    ("math.Max", n_max),
    ("math.Min", n_min),
    ("math.Mod", n_mod),
    ("math.Modf", n_modf),
    ("math.Nextafter", n_nextafter),
    ("math.Nextafter32", n_nextafter32),
    ("math.Pow", n_pow),
    ("math.Remainder", n_remainder),
    ("math.Round", n_round),
    ("math.RoundToEven", n_round_to_even),
    ("math.Sin", n_sin),
    ("math.Sinh", n_sinh),
    ("math.Sqrt", n_sqrt),
    ("math.Tan", n_tan),
    ("math.Tanh", n_tanh),
    ("math.Trunc", n_trunc),
    ("math.exponent", n_exponent),
    ("math.pow10", n_pow10),
];

#[cfg(test)]
mod tests;
