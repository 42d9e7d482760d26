//! Literals as written to values.

use super::{BigFloat, MAX_EXP, Value};
use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{One, Zero};
use std::sync::Arc;

/// Kinds of literals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are Go's")]
pub enum Literal {
    Int,
    Float,
    Imag,
    Rune,
    String,
}

/// The value of a literal; [`Value::Unknown`] for what is none.
pub fn make_from_literal(text: &str, kind: Literal) -> Value {
    match kind {
        Literal::Int => int(text).map_or(Value::Unknown, Value::from_big_fast),
        Literal::Float => float(text).unwrap_or_default(),
        Literal::Imag => text.strip_suffix('i').and_then(imaginary).map_or(Value::Unknown, Value::make_imag),
        Literal::Rune => rune(text).map_or(Value::Unknown, |c| Value::Int(i64::from(c))),
        Literal::String => unquote(text).map_or(Value::Unknown, |s| Value::String(s.into())),
    }
}

enum Parsed {
    Small(i64),
    Big(BigInt),
}

impl Value {
    fn from_big_fast(x: Parsed) -> Value {
        match x {
            Parsed::Small(x) => Value::Int(x),
            Parsed::Big(x) => Value::from_big(x),
        }
    }
}

fn int(text: &str) -> Option<Parsed> {
    if let Ok(x) = text.parse::<i64>()
        && (!text.starts_with('0') || text == "0")
    {
        return Some(Parsed::Small(x));
    }
    let (radix, digits) = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, &text[2..]),
        [b'0', b'b' | b'B', ..] => (2, &text[2..]),
        [b'0', b'o' | b'O', ..] => (8, &text[2..]),
        [b'0', _, ..] => (8, &text[1..]),
        _ => (10, text),
    };
    let digits: Vec<u8> = digits.bytes().filter(|&b| b != b'_').collect();
    BigInt::parse_bytes(&digits, radix).map(Parsed::Big)
}

/// The number before the `i` of an imaginary literal; `0123i` is decimal for old times' sake.
fn imaginary(text: &str) -> Option<Value> {
    let decimal = text.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    let prefixed = matches!(text.as_bytes(), [b'0', b'b' | b'B' | b'o' | b'O', ..])
        || matches!(text.as_bytes(), [b'0', b'x' | b'X', ..]) && !text.contains(['p', 'P', '.']);
    if prefixed {
        return int(text).map(Value::from_big_fast).map(|v| v.to_float());
    }
    if decimal {
        let digits: Vec<u8> = text.bytes().filter(|&b| b != b'_').collect();
        return BigInt::parse_bytes(&digits, 10).map(|x| Value::from_big(x).to_float());
    }
    float(text)
}

fn float(text: &str) -> Option<Value> {
    let text: String = text.chars().filter(|&c| c != '_').collect();
    let hex = text.starts_with("0x") || text.starts_with("0X");
    let body = if hex { &text[2..] } else { &text };
    let (mantissa, exponent) = match body.find(if hex { ['p', 'P'] } else { ['e', 'E'] }) {
        Some(at) => (&body[..at], parse_exponent(&body[at + 1..])?),
        None => (body, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let mant =
        if digits.is_empty() { BigUint::zero() } else { BigUint::parse_bytes(&digits, if hex { 16 } else { 10 })? };
    if mant.is_zero() {
        return Some(Value::Rat(Arc::new(BigRational::zero())));
    }
    let places = fraction.len() as i64;
    if hex {
        let exp = exponent - 4 * places;
        if exp > i64::from(i32::MAX) {
            return None;
        }
        let f = BigFloat::new(false, mant.clone(), exp, false, 512);
        if f.exponent().unsigned_abs() < MAX_EXP {
            return Some(Value::Rat(Arc::new(power(mant, 2, exp))));
        }
        return Some(Value::from_float(f));
    }
    let exp = exponent - places;
    // log2(10) < 3.33: whether the value has a short fraction can be told from its digits.
    let top = mant.bits() as i64 + exp * 3322 / 1000;
    if top.unsigned_abs() < MAX_EXP - 8 {
        return Some(Value::Rat(Arc::new(power(mant, 10, exp))));
    }
    let base = BigFloat::new(false, mant, 0, false, 512);
    let tens = pow10(exp.unsigned_abs());
    Some(Value::from_float(if exp < 0 { base.quo(&tens) } else { base.mul(&tens) }))
}

fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.trim_start_matches(['+', '-']);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(text.parse::<i64>().unwrap_or(i64::MAX / 8).clamp(-(1 << 40), 1 << 40))
}

fn power(mant: BigUint, base: u32, exp: i64) -> BigRational {
    let factor = BigInt::from(BigUint::from(base).pow(exp.unsigned_abs() as u32));
    let mant = BigInt::from(mant);
    if exp < 0 { BigRational::new(mant, factor) } else { BigRational::from_integer(mant * factor) }
}

/// 10 to the `n`, in 512 bits.
fn pow10(mut n: u64) -> BigFloat {
    let mut result = BigFloat::new(false, BigUint::one(), 0, false, 512);
    let mut square = BigFloat::new(false, BigUint::from(10u32), 0, false, 512);
    while n > 0 && !square.is_inf() {
        if n & 1 == 1 {
            result = result.mul(&square);
        }
        square = square.mul(&square);
        n >>= 1;
    }
    if n > 0 { square } else { result }
}

/// The code point of a rune literal with its quotes.
fn rune(text: &str) -> Option<u32> {
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let (c, rest) = unquote_char(inner, b'\'')?;
    if !rest.is_empty() {
        return None;
    }
    Some(match c {
        Unquoted::Rune(c) | Unquoted::Byte(c) => c,
    })
}

enum Unquoted {
    Rune(u32),
    Byte(u32),
}

/// The first character of a quoted text, and the rest.
fn unquote_char(text: &str, quote: u8) -> Option<(Unquoted, &str)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if first != '\\' {
        return Some((Unquoted::Rune(first as u32), chars.as_str()));
    }
    let digits = |text: &'_ str, n: usize, radix: u32| -> Option<u32> {
        let digits = text.get(..n)?;
        u32::from_str_radix(digits, radix).ok()
    };
    let escape = chars.next()?;
    let rest = chars.as_str();
    let simple = |c: u32| Some((Unquoted::Rune(c), rest));
    match escape {
        'a' => simple(7),
        'b' => simple(8),
        'f' => simple(12),
        'n' => simple(10),
        'r' => simple(13),
        't' => simple(9),
        'v' => simple(11),
        '\\' => simple(92),
        '\'' | '"' if escape as u32 == u32::from(quote) => simple(escape as u32),
        'x' => Some((Unquoted::Byte(digits(rest, 2, 16)?), &rest[2..])),
        '0'..='7' => {
            let text = &text[1..];
            let value = digits(text, 3, 8)?;
            (value < 256).then(|| (Unquoted::Byte(value), &text[3..]))
        }
        'u' => Some((Unquoted::Rune(digits(rest, 4, 16)?), &rest[4..])),
        'U' => Some((Unquoted::Rune(digits(rest, 8, 16)?), &rest[8..])),
        _ => None,
    }
}

/// The bytes that a quoted or raw string literal stands for.
pub fn unquote(text: &str) -> Option<Vec<u8>> {
    if let Some(raw) = text.strip_prefix('`') {
        return Some(raw.strip_suffix('`')?.bytes().filter(|&b| b != b'\r').collect());
    }
    let mut rest = text.strip_prefix('"')?.strip_suffix('"')?;
    if !rest.contains('\\') {
        return Some(rest.as_bytes().to_vec());
    }
    let mut out = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let (c, after) = unquote_char(rest, b'"')?;
        match c {
            Unquoted::Byte(b) => out.push(b as u8),
            Unquoted::Rune(c) => {
                let c = char::from_u32(c)?;
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        rest = after;
    }
    Some(out)
}
