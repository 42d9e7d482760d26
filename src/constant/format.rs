//! Constants as messages show them.

use super::{BigFloat, Value};
use std::fmt;

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Unknown => f.write_str("unknown"),
            Value::Bool(b) => write!(f, "{b}"),
            Value::String(s) => f.write_str(&short_quote(s)),
            Value::Int(x) => write!(f, "{x}"),
            Value::BigInt(x) => write!(f, "{x}"),
            Value::Rat(x) => f.write_str(&float(&BigFloat::from_rat(x), x.is_integer())),
            Value::Float(x) => f.write_str(&float(x, x.to_int().is_some())),
            Value::Complex(c) => write!(f, "({} + {}i)", c.0, c.1),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "six digits in a message, of a number no double can hold")]
fn float(x: &BigFloat, integral: bool) -> String {
    let value = x.to_f64();
    if (x.sign() == 0) == (value == 0.0) && value.is_finite() {
        let text = format_g(value, Some(6));
        if !integral && !text.contains('.') {
            return format_g(value, None);
        }
        return text;
    }
    // Out of the range of doubles: scale by a power of ten.
    let exp = x.exponent();
    let mant = BigFloat::mantissa_f64(x);
    let d = exp as f64 * std::f64::consts::LN_2 / std::f64::consts::LN_10;
    let mut e = d as i64;
    let mut m = mant * 10f64.powf(d - e as f64);
    if m.abs() < 1.0 - 0.5e-6 {
        m *= 10.0;
        e -= 1;
    } else if m.abs() >= 10.0 {
        m /= 10.0;
        e += 1;
    }
    format!("{}e{e:+}", format_g(m, Some(6)))
}

impl BigFloat {
    /// The value scaled to lie between 0.5 and 1.
    fn mantissa_f64(x: &BigFloat) -> f64 {
        x.scaled(-x.exponent()).to_f64()
    }
}

/// C's `%g`: `prec` significant digits without trailing zeros, or the shortest that read back.
pub(crate) fn format_g(x: f64, prec: Option<usize>) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    let sci = match prec {
        Some(p) => format!("{:.*e}", p - 1, x),
        None => format!("{x:e}"),
    };
    let (mantissa, exponent) = sci.split_once('e').unwrap_or((&sci, "0"));
    let exp: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |m| ("-", m));
    let digits: String = mantissa.chars().filter(|&c| c != '.').collect();
    let digits = digits.trim_end_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let limit = match prec {
        Some(p) if p as i32 > digits.len() as i32 && digits.len() as i32 > exp => digits.len().max(1) as i32,
        Some(p) => p as i32,
        None => 6,
    };
    let limit = if prec.is_some() { limit.max(exp + 1).min(prec.unwrap_or(6) as i32) } else { limit };
    if exp < -4 || exp >= limit.max(if prec.is_none() { 21 } else { limit }) {
        let (head, tail) = digits.split_at(1);
        let dot = if tail.is_empty() { "" } else { "." };
        let (esign, e) = if exp < 0 { ('-', -exp) } else { ('+', exp) };
        return format!("{sign}{head}{dot}{tail}e{esign}{e:02}");
    }
    if exp < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat((-exp - 1) as usize));
    }
    let whole = exp as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// Go's `%q`, cut to 72 characters.
fn short_quote(bytes: &[u8]) -> String {
    let quoted = quote(bytes);
    if quoted.chars().count() <= 72 {
        return quoted;
    }
    let mut text: String = quoted.chars().take(69).collect();
    text.push_str("...");
    text
}

/// `strconv.Quote`.
pub(crate) fn quote(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut out = String::from("\"");
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\u{7}' => out.push_str("\\a"),
                '\u{8}' => out.push_str("\\b"),
                '\u{c}' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\u{b}' => out.push_str("\\v"),
                c if (c as u32) < 0x20 || c as u32 == 0x7f => {
                    let _ = write!(out, "\\x{:02x}", c as u32);
                }
                c if c.is_control() || c == '\u{feff}' || (c.is_whitespace() && c != ' ') => {
                    let _ = write!(out, "\\u{:04x}", c as u32);
                }
                c => out.push(c),
            }
        }
        for b in chunk.invalid() {
            let _ = write!(out, "\\x{b:02x}");
        }
    }
    out.push('"');
    out
}
