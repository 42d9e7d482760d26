//! Flags, width and precision of one verb, and how simple values are written under them.

use crate::stdlib::float;
use crate::stdlib::quote::{self, Keep};
use crate::stdlib::unicode::{decode, is_print, push_rune, rune_count};

/// Flags of a verb and the text so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) wid: i64,
    pub(super) prec: i64,
    pub(super) has_wid: bool,
    pub(super) has_prec: bool,
    pub(super) minus: bool,
    pub(super) plus: bool,
    pub(super) sharp: bool,
    pub(super) space: bool,
    pub(super) zero: bool,
    pub(super) plus_v: bool,
    pub(super) sharp_v: bool,
}

/// Lower-case digits, with the `x` of a prefix.
pub(super) const LOWER: &[u8; 17] = b"0123456789abcdefx";
/// Upper-case digits.
pub(super) const UPPER: &[u8; 17] = b"0123456789ABCDEFX";

impl Style {
    /// The flags as `fmt.state` in Go has them.
    pub(super) fn bits(&self) -> u64 {
        [self.minus, self.plus, self.sharp, self.space, self.zero, self.plus_v, self.sharp_v]
            .iter()
            .enumerate()
            .map(|(i, &b)| u64::from(b) << i)
            .sum()
    }

    pub(super) fn padding(&self, out: &mut Vec<u8>, n: i64) {
        if n > 0 {
            let byte = if self.zero && !self.minus { b'0' } else { b' ' };
            out.extend(std::iter::repeat_n(byte, n as usize));
        }
    }

    pub(super) fn pad(&self, out: &mut Vec<u8>, text: &[u8]) {
        if !self.has_wid || self.wid == 0 {
            out.extend_from_slice(text);
            return;
        }
        let n = self.wid - rune_count(text) as i64;
        if !self.minus {
            self.padding(out, n);
        }
        out.extend_from_slice(text);
        if self.minus {
            self.padding(out, n);
        }
    }

    /// Like `pad`, but never with zeros.
    fn pad_spaces(&self, out: &mut Vec<u8>, text: &[u8]) {
        Style { zero: false, ..self.clone() }.pad(out, text);
    }

    fn truncate<'t>(&self, text: &'t [u8]) -> &'t [u8] {
        if !self.has_prec {
            return text;
        }
        let mut at = 0;
        for _ in 0..self.prec {
            if at >= text.len() {
                return text;
            }
            at += decode(&text[at..]).1;
        }
        &text[..at]
    }

    pub(super) fn string(&self, out: &mut Vec<u8>, text: &[u8]) {
        self.pad(out, self.truncate(text));
    }

    pub(super) fn quoted(&self, out: &mut Vec<u8>, text: &[u8]) {
        let text = self.truncate(text);
        let mut q = Vec::with_capacity(text.len() + 2);
        if self.sharp && quote::can_backquote(text) {
            q.push(b'`');
            q.extend_from_slice(text);
            q.push(b'`');
        } else {
            quote::quote(&mut q, text, if self.plus { Keep::Ascii } else { Keep::Print });
        }
        self.pad(out, &q);
    }

    /// `%x` of bytes.
    pub(super) fn hex_bytes(&self, out: &mut Vec<u8>, text: &[u8], digits: &[u8; 17]) {
        let text = if self.has_prec && (self.prec as usize) < text.len() { &text[..self.prec as usize] } else { text };
        if text.is_empty() {
            if self.has_wid {
                self.padding(out, self.wid);
            }
            return;
        }
        let mut hex = Vec::with_capacity(text.len() * 2 + 2);
        for (i, &c) in text.iter().enumerate() {
            if self.space && i > 0 {
                hex.push(b' ');
            }
            if self.sharp && (self.space || i == 0) {
                hex.extend_from_slice(&[b'0', digits[16]]);
            }
            hex.extend_from_slice(&[digits[(c >> 4) as usize], digits[(c & 15) as usize]]);
        }
        let n = if self.has_wid { self.wid - hex.len() as i64 } else { 0 };
        if !self.minus {
            self.padding(out, n);
        }
        out.extend_from_slice(&hex);
        if self.minus {
            self.padding(out, n);
        }
    }

    pub(super) fn character(&self, out: &mut Vec<u8>, c: u64) {
        let mut text = Vec::new();
        push_rune(&mut text, u32::try_from(c).unwrap_or(0xFFFD));
        self.pad(out, &text);
    }

    pub(super) fn quoted_character(&self, out: &mut Vec<u8>, c: u64) {
        let r = if c > 0x10FFFF { 0xFFFD } else { c as i64 };
        let mut text = Vec::new();
        quote::quote_rune(&mut text, r, if self.plus { Keep::Ascii } else { Keep::Print });
        self.pad(out, &text);
    }

    pub(super) fn unicode(&self, out: &mut Vec<u8>, u: u64) {
        let prec = if self.has_prec && self.prec > 4 { self.prec as usize } else { 4 };
        let digits = format!("{u:X}");
        let mut text = b"U+".to_vec();
        text.extend(std::iter::repeat_n(b'0', prec.saturating_sub(digits.len())));
        text.extend_from_slice(digits.as_bytes());
        if self.sharp && u <= 0x10FFFF && is_print(u as u32) {
            text.extend_from_slice(b" '");
            push_rune(&mut text, u as u32);
            text.push(b'\'');
        }
        self.pad_spaces(out, &text);
    }

    pub(super) fn integer(&self, out: &mut Vec<u8>, v: u64, base: u64, signed: bool, verb: u32, digits: &[u8; 17]) {
        let negative = signed && (v as i64) < 0;
        let mut u = if negative { v.wrapping_neg() } else { v };
        let mut prec = 0;
        if self.has_prec {
            prec = self.prec;
            if prec == 0 && u == 0 {
                Style { zero: false, ..self.clone() }.padding(out, self.wid);
                return;
            }
        } else if self.zero && !self.minus && self.has_wid {
            prec = self.wid;
            if negative || self.plus || self.space {
                prec -= 1;
            }
        }
        let mut small = [0u8; 72];
        let mut i = small.len();
        loop {
            i -= 1;
            small[i] = digits[(u % base) as usize];
            u /= base;
            if u == 0 {
                break;
            }
        }
        if prec <= 0 && !self.sharp && !self.has_wid && verb != u32::from(b'O') {
            // The common case.
            if negative {
                out.push(b'-');
            } else if self.plus {
                out.push(b'+');
            } else if self.space {
                out.push(b' ');
            }
            out.extend_from_slice(&small[i..]);
            return;
        }
        let body = &small[i..];
        let zeros = (prec - body.len() as i64).max(0) as usize;
        let first = if zeros > 0 { b'0' } else { body[0] };
        let mut text = Vec::with_capacity(body.len() + zeros + 4);
        if negative {
            text.push(b'-');
        } else if self.plus {
            text.push(b'+');
        } else if self.space {
            text.push(b' ');
        }
        if verb == u32::from(b'O') {
            text.extend_from_slice(b"0o");
        }
        if self.sharp {
            match base {
                2 => text.extend_from_slice(b"0b"),
                8 if first != b'0' => text.push(b'0'),
                16 => text.extend_from_slice(&[b'0', digits[16]]),
                _ => {}
            }
        }
        text.extend(std::iter::repeat_n(b'0', zeros));
        text.extend_from_slice(body);
        self.pad_spaces(out, &text);
    }

    pub(super) fn float(&self, out: &mut Vec<u8>, v: f64, bits: u32, verb: u32, prec: i64) {
        let prec = if self.has_prec { self.prec } else { prec };
        let mut num = vec![b'+'];
        float::append(&mut num, v, verb as u8, prec, bits);
        if num[1] == b'-' || num[1] == b'+' {
            num.remove(0);
        }
        if self.space && num[0] == b'+' && !self.plus {
            num[0] = b' ';
        }
        if num[1] == b'I' || num[1] == b'N' {
            if num[1] == b'N' && !self.space && !self.plus {
                num.remove(0);
            }
            self.pad_spaces(out, &num);
            return;
        }
        if self.sharp && verb != u32::from(b'b') {
            sharpen(&mut num, verb as u8, prec);
        }
        if self.plus || num[0] != b'+' {
            if self.zero && !self.minus && self.has_wid && self.wid > num.len() as i64 {
                out.push(num[0]);
                self.padding(out, self.wid - num.len() as i64);
                out.extend_from_slice(&num[1..]);
                return;
            }
            self.pad(out, &num);
            return;
        }
        self.pad(out, &num[1..]);
    }
}

/// The `#` flag: always a point, and trailing zeros are kept.
fn sharpen(num: &mut Vec<u8>, verb: u8, prec: i64) {
    let mut digits = match verb {
        b'g' | b'G' | b'x' | b'v' => {
            if prec == -1 {
                6
            } else {
                prec
            }
        }
        _ => 0,
    };
    let mut tail = Vec::new();
    let (mut point, mut nonzero) = (false, false);
    let mut i = 1;
    while i < num.len() {
        match num[i] {
            b'.' => point = true,
            b'p' | b'P' => {
                tail = num.split_off(i);
                break;
            }
            b'e' | b'E' if verb != b'x' && verb != b'X' => {
                tail = num.split_off(i);
                break;
            }
            c => {
                nonzero |= c != b'0';
                if nonzero {
                    digits -= 1;
                }
            }
        }
        i += 1;
    }
    if !point {
        if num.len() == 2 && num[1] == b'0' {
            digits -= 1;
        }
        num.push(b'.');
    }
    num.extend(std::iter::repeat_n(b'0', digits.max(0) as usize));
    num.extend_from_slice(&tail);
}
