//! Exact untyped constants, as in `go/constant`.
//!
//! Integers are exact without limit (the checker enforces gc's 512 bits), floats are fractions while numerator and
//! denominator stay below 4096 bits and 512-bit floats beyond. Strings are bytes: a Go string constant need not be
//! UTF-8. Knows nothing of types.

mod float;
mod format;
mod literal;
mod ops;

pub use float::BigFloat;
pub use literal::{Literal, make_from_literal, unquote};
pub use ops::{Op, binary_op, compare, shift, unary_op};

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};
use std::sync::Arc;

/// The value of a constant. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing known: after an error.
    #[default]
    Unknown,
    /// A boolean.
    Bool(bool),
    /// A string, of any bytes.
    String(Arc<[u8]>),
    /// An integer that fits.
    Int(i64),
    /// An integer that does not fit [`Value::Int`]; never one that does.
    BigInt(Arc<BigInt>),
    /// An exact fraction (integral ones included).
    Rat(Arc<BigRational>),
    /// A float whose fraction would be too long.
    Float(Arc<BigFloat>),
    /// Real and imaginary part.
    Complex(Arc<(Value, Value)>),
}

/// Kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are Go's")]
pub enum Kind {
    Unknown,
    Bool,
    String,
    Int,
    Float,
    Complex,
}

/// Beyond this many bits fractions become floats.
const MAX_EXP: u64 = 4 << 10;

impl Value {
    /// A string.
    pub fn string(text: &[u8]) -> Value {
        Value::String(text.into())
    }

    /// An unsigned integer.
    pub fn from_u64(x: u64) -> Value {
        i64::try_from(x).map_or_else(|_| Value::BigInt(Arc::new(BigInt::from(x))), Value::Int)
    }

    /// A float; infinities and NaN are [`Value::Unknown`].
    pub fn from_f64(x: f64) -> Value {
        if !x.is_finite() {
            return Value::Unknown;
        }
        BigRational::from_float(x + 0.0).map_or(Value::Unknown, |r| Value::Rat(Arc::new(r)))
    }

    pub(crate) fn from_big(x: BigInt) -> Value {
        x.to_i64().map_or_else(|| Value::BigInt(Arc::new(x)), Value::Int)
    }

    pub(crate) fn from_rat(x: BigRational) -> Value {
        if x.numer().bits() < MAX_EXP && x.denom().bits() < MAX_EXP {
            Value::Rat(Arc::new(x))
        } else {
            Value::from_float(BigFloat::from_rat(&x))
        }
    }

    pub(crate) fn from_float(x: BigFloat) -> Value {
        if x.is_inf() { Value::Unknown } else { Value::Float(Arc::new(x)) }
    }

    pub(crate) fn from_parts(re: Value, im: Value) -> Value {
        if re.kind() == Kind::Unknown || im.kind() == Kind::Unknown {
            return Value::Unknown;
        }
        Value::Complex(Arc::new((re, im)))
    }

    /// `x` times the imaginary unit.
    pub fn make_imag(x: Value) -> Value {
        Value::from_parts(Value::Int(0), x)
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Value::Unknown => Kind::Unknown,
            Value::Bool(_) => Kind::Bool,
            Value::String(_) => Kind::String,
            Value::Int(_) | Value::BigInt(_) => Kind::Int,
            Value::Rat(_) | Value::Float(_) => Kind::Float,
            Value::Complex(_) => Kind::Complex,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(b) = self { Some(*b) } else { None }
    }

    /// The bytes of a string, if it is one.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        if let Value::String(s) = self { Some(s) } else { None }
    }

    /// The integer, if it is one (of kind Int) and fits.
    pub fn as_i64(&self) -> Option<i64> {
        if let Value::Int(x) = self { Some(*x) } else { None }
    }

    /// The integer, if it is one (of kind Int) and fits.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Value::Int(x) => u64::try_from(*x).ok(),
            Value::BigInt(x) => x.to_u64(),
            _ => None,
        }
    }

    /// Bits of the magnitude of an integer; 0 for other kinds.
    pub fn bit_len(&self) -> u64 {
        match self {
            Value::Int(x) => u64::from(64 - x.unsigned_abs().leading_zeros()),
            Value::BigInt(x) => x.bits(),
            _ => 0,
        }
    }

    /// -1, 0 or 1; for complex values 0 only for zero; 1 for what has no sign.
    pub fn sign(&self) -> i32 {
        let of = |s: Sign| match s {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        };
        match self {
            Value::Int(x) => x.signum() as i32,
            Value::BigInt(x) => of(x.sign()),
            Value::Rat(x) => of(x.numer().sign()),
            Value::Float(x) => x.sign(),
            Value::Complex(c) => c.0.sign() | c.1.sign(),
            Value::Unknown | Value::Bool(_) | Value::String(_) => 1,
        }
    }

    /// The nearest double (ties to even); infinite when too large. Complex values give their real part.
    pub fn to_f64(&self) -> f64 {
        match self {
            Value::Int(x) => *x as f64,
            Value::BigInt(x) => BigFloat::from_int(x).to_f64(),
            Value::Rat(x) => float::rat_to_f64(x),
            Value::Float(x) => x.to_f64(),
            Value::Complex(c) => c.0.to_f64(),
            Value::Unknown | Value::Bool(_) | Value::String(_) => 0.0,
        }
    }

    /// The nearest single (rounded once).
    pub fn to_f32(&self) -> f32 {
        match self {
            Value::Int(x) => *x as f32,
            Value::BigInt(x) => BigFloat::from_int(x).to_f32(),
            Value::Rat(x) => float::rat_to_f32(x),
            Value::Float(x) => x.to_f32(),
            Value::Complex(c) => c.0.to_f32(),
            Value::Unknown | Value::Bool(_) | Value::String(_) => 0.0,
        }
    }

    /// The real part.
    pub fn real(&self) -> Value {
        if let Value::Complex(c) = self { c.0.clone() } else { self.clone() }
    }

    /// The imaginary part.
    pub fn imag(&self) -> Value {
        match self {
            Value::Complex(c) => c.1.clone(),
            Value::Unknown => Value::Unknown,
            _ => Value::Int(0),
        }
    }

    /// As an integer, if it is integral; else [`Value::Unknown`].
    pub fn to_int(&self) -> Value {
        match self {
            Value::Int(_) | Value::BigInt(_) => self.clone(),
            Value::Rat(x) if x.is_integer() => Value::from_big(x.numer().clone()),
            Value::Float(x) => x.to_int().map_or(Value::Unknown, Value::from_big),
            Value::Complex(c) if c.1.sign() == 0 => c.0.to_int(),
            _ => Value::Unknown,
        }
    }

    /// As a float, if it is numeric and real; else [`Value::Unknown`].
    pub fn to_float(&self) -> Value {
        match self {
            Value::Int(x) => Value::Rat(Arc::new(BigRational::from_integer(BigInt::from(*x)))),
            Value::BigInt(x) if x.bits() < MAX_EXP => {
                Value::Rat(Arc::new(BigRational::from_integer(x.as_ref().clone())))
            }
            Value::BigInt(x) => Value::from_float(BigFloat::from_int(x)),
            Value::Rat(_) | Value::Float(_) => self.clone(),
            Value::Complex(c) if c.1.sign() == 0 => c.0.to_float(),
            _ => Value::Unknown,
        }
    }

    /// As a complex value, if it is numeric; else [`Value::Unknown`].
    pub fn to_complex(&self) -> Value {
        match self {
            Value::Int(_) | Value::BigInt(_) | Value::Rat(_) | Value::Float(_) => {
                Value::from_parts(self.clone(), Value::Int(0))
            }
            Value::Complex(_) => self.clone(),
            _ => Value::Unknown,
        }
    }

    fn big(&self) -> Option<BigInt> {
        match self {
            Value::Int(x) => Some(BigInt::from(*x)),
            Value::BigInt(x) => Some(x.as_ref().clone()),
            _ => None,
        }
    }

    fn rat(&self) -> Option<BigRational> {
        match self {
            Value::Rat(x) => Some(x.as_ref().clone()),
            _ => self.big().map(BigRational::from_integer),
        }
    }

    fn float(&self) -> BigFloat {
        match self {
            Value::Float(x) => x.as_ref().clone(),
            Value::Rat(x) => BigFloat::from_rat(x),
            _ => self.big().map_or_else(BigFloat::zero, |x| BigFloat::from_int(&x)),
        }
    }

    /// Whether it is the number zero.
    pub fn is_zero(&self) -> bool {
        match self {
            Value::Int(x) => *x == 0,
            Value::Rat(x) => x.is_zero(),
            Value::Float(x) => x.sign() == 0,
            Value::Complex(c) => c.0.is_zero() && c.1.is_zero(),
            Value::BigInt(_) | Value::Unknown | Value::Bool(_) | Value::String(_) => false,
        }
    }

    /// The magnitude of an integer as big integer, with its sign.
    pub fn to_big_int(&self) -> Option<BigInt> {
        self.big()
    }
}

/// `strconv.Quote` of bytes.
pub fn quote(bytes: &[u8]) -> String {
    format::quote(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn float(text: &str) -> Value {
        make_from_literal(text, Literal::Float)
    }

    #[test]
    fn floats_round_once_and_print_as_gos() {
        assert_eq!(float("1e400").to_f64(), f64::INFINITY);
        assert_eq!(float("5e-324").to_f64(), 5e-324);
        assert_eq!(float("2.2250738585072011e-308").to_f64(), f64::from_bits(0x000f_ffff_ffff_ffff));
        assert_eq!(float("0x1p-1074").to_f64(), 5e-324);
        assert_eq!(float("16777217.0").to_f32(), 16777216.0);
        let shown = |t: &str| float(t).to_string();
        assert_eq!(
            [shown("1.5"), shown("1e100"), shown("0.1"), shown("100000.0"), shown("1234567.0"), shown("1e-7")],
            ["1.5", "1e+100", "0.1", "100000", "1.23457e+06", "1e-07"]
        );
        assert_eq!(shown("1e5000"), "1e+5000");
        assert_eq!(shown("1e-5000"), "1e-5000");
    }

    #[test]
    fn integers_leave_and_reenter_the_fast_path() {
        let max = make_from_literal("9223372036854775807", Literal::Int);
        let more = binary_op(&max, Op::Add, &Value::Int(1));
        assert_eq!(more.to_string(), "9223372036854775808");
        assert_eq!(binary_op(&more, Op::Sub, &Value::Int(1)), max);
        assert_eq!(shift(&Value::Int(1), Op::Shl, 100).bit_len(), 101);
        assert_eq!(unary_op(Op::Xor, &Value::Int(1), 8), Value::Int(254));
        assert_eq!(make_from_literal("0x_ff", Literal::Int), Value::Int(255));
        assert_eq!(make_from_literal("017", Literal::Int), Value::Int(15));
    }

    #[test]
    fn strings_hold_any_bytes() {
        let s = make_from_literal(r#""a\xff\u00e9\n""#, Literal::String);
        assert_eq!(s.as_bytes(), Some(&b"a\xff\xc3\xa9\n"[..]));
        assert_eq!(s.to_string(), r#""a\xffé\n""#);
        assert_eq!(make_from_literal(r"'\''", Literal::Rune), Value::Int(39));
    }
}
