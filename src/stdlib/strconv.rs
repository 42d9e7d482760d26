//! Package `strconv`.

use super::abi::{Done, NEXT, float, int, panic_text, set_bool, set_float, set_int, string};
use super::float::{self, Bad};
use super::quote::{self, Keep};
use super::unicode::{is_graphic, is_print};
use crate::runtime::{Machine, NativeFn};

/// Digits of `v` in a base from 2 to 36.
fn digits(v: i64, signed: bool, base: i64) -> Vec<u8> {
    let negative = signed && v < 0;
    let mut u = if negative { v.unsigned_abs() } else { v as u64 };
    let base = base.clamp(2, 36) as u64;
    let mut out = [0u8; 65];
    let mut i = out.len();
    loop {
        i -= 1;
        out[i] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(u % base) as usize];
        u /= base;
        if u == 0 {
            break;
        }
    }
    if negative {
        i -= 1;
        out[i] = b'-';
    }
    out[i..].to_vec()
}

fn itoa(m: &mut Machine, base: usize) -> Done {
    let text = digits(int(m, base), true, 10);
    m.set_string(base, &text);
    NEXT
}

const BAD_BASE: &str = "strconv: illegal AppendInt/FormatInt base";

fn format_int(m: &mut Machine, base: usize) -> Done {
    if !(2..=36).contains(&int(m, base + 1)) {
        return Err(panic_text(m, BAD_BASE));
    }
    let text = digits(int(m, base), true, int(m, base + 1));
    m.set_string(base, &text);
    NEXT
}

fn format_uint(m: &mut Machine, base: usize) -> Done {
    if !(2..=36).contains(&int(m, base + 1)) {
        return Err(panic_text(m, BAD_BASE));
    }
    let text = digits(int(m, base), false, int(m, base + 1));
    m.set_string(base, &text);
    NEXT
}

/// Error codes of the natives below: 0 none, 1 syntax, 2 range, 3 base, 4 bit size.
fn code(bad: Option<Bad>) -> i64 {
    match bad {
        None => 0,
        Some(Bad::Syntax) => 1,
        Some(Bad::Range) => 2,
    }
}

fn parse_u64(text: &[u8], base: i64, bits: i64) -> (u64, i64) {
    if text.is_empty() {
        return (0, 1);
    }
    let mut s = text;
    let base0 = base == 0;
    let base = match base {
        2..=36 => base as u64,
        0 => {
            let mut base = 10;
            if s[0] == b'0' {
                let prefix = if s.len() >= 3 { s[1] | 32 } else { 0 };
                (base, s) = match prefix {
                    b'b' => (2, &s[2..]),
                    b'o' => (8, &s[2..]),
                    b'x' => (16, &s[2..]),
                    _ => (8, &s[1..]),
                };
            }
            base
        }
        _ => return (0, 3),
    };
    let bits = match bits {
        0 => 64,
        1..=64 => bits as u32,
        _ => return (0, 4),
    };
    let max = if bits == 64 { u64::MAX } else { (1 << bits) - 1 };
    let mut n: u64 = 0;
    let (mut underscores, mut over) = (false, false);
    for &c in s {
        let d = match c {
            b'_' if base0 => {
                underscores = true;
                continue;
            }
            b'0'..=b'9' => c - b'0',
            _ if (c | 32).is_ascii_lowercase() => (c | 32) - b'a' + 10,
            _ => return (0, 1),
        };
        if u64::from(d) >= base {
            return (0, 1);
        }
        if over {
            continue;
        }
        match n.checked_mul(base).and_then(|n| n.checked_add(u64::from(d))).filter(|&n| n <= max) {
            Some(v) => n = v,
            // Go stops here, before it has seen the rest.
            None => over = true,
        }
        if over {
            return (max, 2);
        }
    }
    if underscores && !float::underscores_ok(text) {
        return (0, 1);
    }
    (n, 0)
}

fn parse_i64(text: &[u8], base: i64, bits: i64) -> (i64, i64) {
    if text.is_empty() {
        return (0, 1);
    }
    let negative = text[0] == b'-';
    let rest = if negative || text[0] == b'+' { &text[1..] } else { text };
    let (n, code) = parse_u64(rest, base, bits);
    if code != 0 && code != 2 {
        return (0, code);
    }
    let bits = if bits == 0 { 64 } else { bits };
    let cutoff = 1u64 << (bits - 1);
    if !negative && n >= cutoff {
        return ((cutoff - 1) as i64, 2);
    }
    if negative && n > cutoff {
        return ((cutoff as i64).wrapping_neg(), 2);
    }
    (if negative { (n as i64).wrapping_neg() } else { n as i64 }, 0)
}

/// `func parseInt(s string, base, bits int) (n int64, code int)`
fn parse_int(m: &mut Machine, base: usize) -> Done {
    let (n, code) = parse_i64(m.string_at(base), int(m, base + 2), int(m, base + 3));
    set_int(m, base, n);
    set_int(m, base + 1, code);
    NEXT
}

/// `func parseUint(s string, base, bits int) (n uint64, code int)`
fn parse_uint(m: &mut Machine, base: usize) -> Done {
    let (n, code) = parse_u64(m.string_at(base), int(m, base + 2), int(m, base + 3));
    m.stack[base] = n;
    set_int(m, base + 1, code);
    NEXT
}

/// `func parseFloat(s string, bits int) (f float64, n, code int)`: of the longest prefix.
fn parse_float(m: &mut Machine, base: usize) -> Done {
    let bits = if int(m, base + 2) == 32 { 32 } else { 64 };
    let (v, bad, n) = float::parse_prefix(m.string_at(base), bits);
    set_float(m, base, v);
    set_int(m, base + 1, n as i64);
    set_int(m, base + 2, code(bad));
    NEXT
}

fn format_float(m: &mut Machine, base: usize) -> Done {
    let (v, fmt) = (float(m, base), m.stack[base + 1] as u8);
    let (prec, bits) = (int(m, base + 2), if int(m, base + 3) == 32 { 32 } else { 64 });
    if prec > (m.limits.memory / 4) as i64 {
        return Err(crate::runtime::error::makeslice_cap().into());
    }
    let mut out = Vec::new();
    float::append(&mut out, v, fmt, prec, bits);
    m.set_string(base, &out);
    NEXT
}

/// `func quoteWith(s string, keep int) string`: 0 printable, 1 ASCII, 2 graphic.
fn quote_with(m: &mut Machine, base: usize) -> Done {
    let (text, keep) = (string(m, base), keep_of(int(m, base + 2)));
    let mut out = Vec::with_capacity(text.len() + 2);
    quote::quote(&mut out, &text, keep);
    m.set_string(base, &out);
    NEXT
}

fn keep_of(n: i64) -> Keep {
    [Keep::Print, Keep::Ascii, Keep::Graphic][n as usize]
}

/// `func quoteRuneWith(r rune, keep int) string`
fn quote_rune_with(m: &mut Machine, base: usize) -> Done {
    let mut out = Vec::new();
    quote::quote_rune(&mut out, int(m, base), keep_of(int(m, base + 1)));
    m.set_string(base, &out);
    NEXT
}

fn can_backquote(m: &mut Machine, base: usize) -> Done {
    let ok = quote::can_backquote(m.string_at(base));
    set_bool(m, base, ok);
    NEXT
}

/// `func unquotePrefix(s string) (value string, n int)`: n is −1 for bad syntax.
fn unquote_prefix(m: &mut Machine, base: usize) -> Done {
    match quote::unquote_prefix(m.string_at(base)) {
        Some((value, n)) => {
            m.set_string(base, &value);
            set_int(m, base + 2, n as i64);
        }
        None => m.stack[base..base + 3].copy_from_slice(&[0, 0, u64::MAX]),
    }
    NEXT
}

/// `func unquoteChar(s string, quote byte) (value rune, multibyte bool, n int)`: n is −1 for bad syntax.
fn unquote_char(m: &mut Machine, base: usize) -> Done {
    let quote = m.stack[base + 2] as u8;
    let (r, wide, n) = match quote::unquote_char(m.string_at(base), quote) {
        Some((r, wide, n)) => (i64::from(r), wide, n as i64),
        None => (0, false, -1),
    };
    set_int(m, base, r);
    set_bool(m, base + 1, wide);
    set_int(m, base + 2, n);
    NEXT
}

fn n_is_print(m: &mut Machine, base: usize) -> Done {
    let yes = is_print(int(m, base) as u32);
    set_bool(m, base, yes);
    NEXT
}

fn n_is_graphic(m: &mut Machine, base: usize) -> Done {
    let yes = is_graphic(int(m, base) as u32);
    set_bool(m, base, yes);
    NEXT
}

/// Natives of `strconv`.
pub(super) const STRCONV: &[(&str, NativeFn)] = &[
    ("strconv.CanBackquote", can_backquote),
    ("strconv.FormatFloat", format_float),
    ("strconv.FormatInt", format_int),
    ("strconv.FormatUint", format_uint),
    ("strconv.IsGraphic", n_is_graphic),
    ("strconv.IsPrint", n_is_print),
    ("strconv.Itoa", itoa),
    ("strconv.parseFloat", parse_float),
    ("strconv.parseInt", parse_int),
    ("strconv.parseUint", parse_uint),
    ("strconv.quoteRuneWith", quote_rune_with),
    ("strconv.quoteWith", quote_with),
    ("strconv.unquoteChar", unquote_char),
    ("strconv.unquotePrefix", unquote_prefix),
];
