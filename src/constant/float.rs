//! Floats of 512 bits with a wide exponent, for constants whose fraction would be too long; and the one correctly
//! rounded way to doubles and singles.

use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};
use std::cmp::Ordering;

/// Precision of constants in bits.
const PREC: u64 = 512;
/// Exponents beyond this are infinite, as in `math/big`.
const MAX_EXPONENT: i64 = i32::MAX as i64;

/// `±mant × 2^exp`. Invariant: `mant` has at most [`PREC`] bits; zero has exponent 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BigFloat {
    neg: bool,
    mant: BigUint,
    exp: i64,
    inf: bool,
}

impl BigFloat {
    /// Zero.
    pub fn zero() -> Self {
        Self { neg: false, mant: BigUint::zero(), exp: 0, inf: false }
    }

    fn infinity(neg: bool) -> Self {
        Self { neg, mant: BigUint::one(), exp: 0, inf: true }
    }

    /// `±mant × 2^exp`, rounded to nearest even; `sticky` says that there was more below.
    pub(super) fn new(neg: bool, mant: BigUint, exp: i64, sticky: bool, prec: u64) -> Self {
        if mant.is_zero() {
            return Self::zero();
        }
        let (mant, exp) = round(mant, exp, sticky, prec);
        let top = exp + mant.bits() as i64;
        if top > MAX_EXPONENT {
            return Self::infinity(neg);
        }
        if top < -MAX_EXPONENT {
            return Self::zero();
        }
        Self { neg, mant, exp, inf: false }
    }

    pub(super) fn from_int(x: &BigInt) -> Self {
        Self::new(x.sign() == Sign::Minus, x.magnitude().clone(), 0, false, PREC)
    }

    pub(super) fn from_rat(x: &BigRational) -> Self {
        let neg = x.numer().sign() == Sign::Minus;
        let (mant, exp, sticky) = divide(x.numer().magnitude(), x.denom().magnitude(), PREC + 2);
        Self::new(neg, mant, exp, sticky, PREC)
    }

    pub(super) fn is_inf(&self) -> bool {
        self.inf
    }

    pub(super) fn sign(&self) -> i32 {
        match (self.mant.is_zero(), self.neg) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    /// The exponent such that the value is a fraction from 0.5 up to 1 times two to it.
    pub(super) fn exponent(&self) -> i64 {
        self.exp + self.mant.bits() as i64
    }

    pub(super) fn neg(&self) -> Self {
        Self { neg: !self.neg && !self.mant.is_zero(), ..self.clone() }
    }

    pub(super) fn add(&self, other: &Self) -> Self {
        if self.inf || other.inf {
            return if self.inf { self.clone() } else { other.clone() };
        }
        if self.mant.is_zero() {
            return other.clone();
        }
        if other.mant.is_zero() {
            return self.clone();
        }
        let (hi, lo) = if self.exponent() >= other.exponent() { (self, other) } else { (other, self) };
        let gap = hi.exponent() - lo.exponent();
        if gap > 2 * PREC as i64 + 4 {
            return hi.clone();
        }
        let exp = hi.exp.min(lo.exp);
        let signed = |f: &Self| {
            let sign = if f.neg { Sign::Minus } else { Sign::Plus };
            BigInt::from_biguint(sign, f.mant.clone() << ((f.exp - exp) as u64))
        };
        let sum = signed(hi) + signed(lo);
        Self::new(sum.sign() == Sign::Minus, sum.magnitude().clone(), exp, false, PREC)
    }

    pub(super) fn sub(&self, other: &Self) -> Self {
        self.add(&other.neg())
    }

    pub(super) fn mul(&self, other: &Self) -> Self {
        if self.inf || other.inf {
            return Self::infinity(self.neg != other.neg);
        }
        Self::new(self.neg != other.neg, &self.mant * &other.mant, self.exp + other.exp, false, PREC)
    }

    pub(super) fn quo(&self, other: &Self) -> Self {
        if self.inf || other.mant.is_zero() {
            return Self::infinity(self.neg);
        }
        if other.inf {
            return Self::zero();
        }
        let (mant, exp, sticky) = divide(&self.mant, &other.mant, PREC + 2);
        Self::new(self.neg != other.neg, mant, exp + self.exp - other.exp, sticky, PREC)
    }

    pub(super) fn cmp(&self, other: &Self) -> Ordering {
        self.sub(other).sign().cmp(&0)
    }

    /// The integer it is, or is within the last few bits of its precision (as `constant.ToInt`).
    pub(super) fn to_int(&self) -> Option<BigInt> {
        if self.mant.is_zero() {
            return Some(BigInt::zero());
        }
        if self.exponent().unsigned_abs() >= super::MAX_EXP {
            return None;
        }
        let sign = if self.neg { Sign::Minus } else { Sign::Plus };
        let exact = |mant: &BigUint| -> Option<BigInt> {
            if self.exp >= 0 {
                return Some(BigInt::from_biguint(sign, mant.clone() << (self.exp as u64)));
            }
            let shift = self.exp.unsigned_abs();
            (mant.trailing_zeros().unwrap_or(0) >= shift).then(|| BigInt::from_biguint(sign, mant.clone() >> shift))
        };
        exact(&self.mant).or_else(|| {
            let drop = (self.mant.bits() + 4).saturating_sub(PREC);
            let down = (self.mant.clone() >> drop) << drop;
            exact(&down).or_else(|| exact(&(down + (BigUint::one() << drop))))
        })
    }

    pub(super) fn to_f64(&self) -> f64 {
        let magnitude = if self.inf { f64::INFINITY } else { to_bits(&self.mant, self.exp, false, 53, -1074, 1024) };
        if self.neg { -magnitude } else { magnitude }
    }

    pub(super) fn to_f32(&self) -> f32 {
        let magnitude = if self.inf { f64::INFINITY } else { to_bits(&self.mant, self.exp, false, 24, -149, 128) };
        (if self.neg { -magnitude } else { magnitude }) as f32
    }
}

/// Rounds to `prec` bits, to nearest even.
fn round(mant: BigUint, exp: i64, sticky: bool, prec: u64) -> (BigUint, i64) {
    let bits = mant.bits();
    if bits <= prec {
        return (mant, exp);
    }
    let drop = bits - prec;
    let half = mant.bit(drop - 1);
    let below = sticky || mant.trailing_zeros().unwrap_or(0) < drop - 1;
    let mut kept = mant >> drop;
    if half && (below || kept.bit(0)) {
        kept += 1u32;
    }
    (kept, exp + drop as i64)
}

/// `a / b` to at least `bits` bits: quotient, exponent, and whether there is a rest.
fn divide(a: &BigUint, b: &BigUint, bits: u64) -> (BigUint, i64, bool) {
    let shift = (bits + b.bits()).saturating_sub(a.bits());
    let a = a << shift;
    let q = &a / b;
    let rest = a != &q * b;
    (q, -(shift as i64), rest)
}

/// `mant × 2^exp` in a format of `prec` bits, smallest exponent `min` and overflow from `2^max`.
fn to_bits(mant: &BigUint, exp: i64, sticky: bool, prec: u64, min: i64, max: i64) -> f64 {
    if mant.is_zero() {
        return 0.0;
    }
    let top = exp + mant.bits() as i64;
    if top > max {
        return f64::INFINITY;
    }
    // Denormals have fewer bits.
    let room = (top - min).min(prec as i64);
    if room < 0 {
        return 0.0;
    }
    let (mant, exp) = if room == 0 {
        // Between zero and the smallest denormal: up if above half of it.
        let above = sticky || mant.trailing_zeros().unwrap_or(0) + 1 < mant.bits();
        if !above {
            return 0.0;
        }
        (BigUint::one(), min)
    } else {
        round(mant.clone(), exp, sticky, room as u64)
    };
    if exp + mant.bits() as i64 > max {
        return f64::INFINITY;
    }
    let value = mant.to_u64().unwrap_or(u64::MAX) as f64;
    scale(value, exp)
}

/// `2^exp` for exponents from -1074 to 1023, from its bits.
fn pow2(exp: i32) -> f64 {
    match exp {
        ..-1074 => 0.0,
        -1074..-1022 => f64::from_bits(1 << (exp + 1074)),
        -1022..1024 => f64::from_bits(((exp + 1023) as u64) << 52),
        _ => f64::INFINITY,
    }
}

/// `x × 2^exp`, exact where the result is representable.
fn scale(mut x: f64, mut exp: i64) -> f64 {
    while exp > 1000 {
        x *= pow2(1000);
        exp -= 1000;
    }
    while exp < -1000 {
        // The value has at most as many bits as fit, so that only the last step may be denormal.
        if exp < -1070 && x.abs() >= 1.0 {
            let down = (-exp - 1070).min(1000) as i32;
            x *= pow2(-down);
            exp += i64::from(down);
            continue;
        }
        x *= pow2(-1000);
        exp += 1000;
    }
    x * pow2(exp as i32)
}

pub(super) fn rat_to_f64(x: &BigRational) -> f64 {
    rat_to(x, 53, -1074, 1024)
}

pub(super) fn rat_to_f32(x: &BigRational) -> f32 {
    rat_to(x, 24, -149, 128) as f32
}

fn rat_to(x: &BigRational, prec: u64, min: i64, max: i64) -> f64 {
    let (mant, exp, sticky) = divide(x.numer().magnitude(), x.denom().magnitude(), 64);
    let magnitude = to_bits(&mant, exp, sticky, prec, min, max);
    if x.numer().sign() == Sign::Minus { -magnitude } else { magnitude }
}

impl BigFloat {
    /// Times two to the `exp`.
    pub(super) fn scaled(&self, exp: i64) -> Self {
        Self { exp: self.exp + exp, ..self.clone() }
    }
}
