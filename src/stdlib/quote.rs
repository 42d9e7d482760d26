//! Go string and rune literals.

use super::unicode::{decode, is_graphic, is_print, push_rune};

const HEX: &[u8; 16] = b"0123456789abcdef";

/// What may stand unescaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// What `IsPrint` says.
    Print,
    /// ASCII only.
    Ascii,
    /// What `IsGraphic` says.
    Graphic,
}

/// Appends `s` in quotes.
pub(super) fn quote(out: &mut Vec<u8>, s: &[u8], keep: Keep) {
    out.push(b'"');
    let mut rest = s;
    while !rest.is_empty() {
        let (r, n) = decode(rest);
        if n == 1 && r == 0xFFFD {
            out.extend_from_slice(&[b'\\', b'x', HEX[(rest[0] >> 4) as usize], HEX[(rest[0] & 15) as usize]]);
        } else {
            escape(out, r, b'"', keep);
        }
        rest = &rest[n..];
    }
    out.push(b'"');
}

/// Appends a rune in single quotes.
pub(super) fn quote_rune(out: &mut Vec<u8>, r: i64, keep: Keep) {
    let r = u32::try_from(r).ok().filter(|&r| char::from_u32(r).is_some()).unwrap_or(0xFFFD);
    out.push(b'\'');
    escape(out, r, b'\'', keep);
    out.push(b'\'');
}

fn escape(out: &mut Vec<u8>, r: u32, quote: u8, keep: Keep) {
    if r == u32::from(quote) || r == u32::from(b'\\') {
        out.extend_from_slice(&[b'\\', r as u8]);
        return;
    }
    let plain = match keep {
        Keep::Ascii => r < 0x80 && is_print(r),
        Keep::Print => is_print(r),
        Keep::Graphic => is_graphic(r),
    };
    if plain {
        push_rune(out, r);
        return;
    }
    let short = match r {
        7 => b'a',
        8 => b'b',
        12 => b'f',
        10 => b'n',
        13 => b'r',
        9 => b't',
        11 => b'v',
        _ => 0,
    };
    if short != 0 {
        out.extend_from_slice(&[b'\\', short]);
    } else if r < 0x20 || r == 0x7f {
        out.extend_from_slice(format!("\\x{r:02x}").as_bytes());
    } else if r < 0x10000 {
        out.extend_from_slice(format!("\\u{r:04x}").as_bytes());
    } else {
        out.extend_from_slice(format!("\\U{r:08x}").as_bytes());
    }
}

/// Whether `s` can stand unchanged between backquotes.
pub(super) fn can_backquote(s: &[u8]) -> bool {
    let mut rest = s;
    while !rest.is_empty() {
        let (r, n) = decode(rest);
        rest = &rest[n..];
        if n > 1 {
            if r == 0xFEFF {
                return false;
            }
            continue;
        }
        if r == 0xFFFD || r < 0x20 && r != 9 || r == u32::from(b'`') || r == 0x7f {
            return false;
        }
    }
    true
}

/// The first character of the body of a literal in `quote`: its value, whether it takes more than one byte as UTF-8, bytes read.
pub(super) fn unquote_char(s: &[u8], quote: u8) -> Option<(u32, bool, usize)> {
    let c = *s.first()?;
    if c == quote && (quote == b'\'' || quote == b'"') {
        return None;
    }
    if c >= 0x80 {
        let (r, n) = decode(s);
        return Some((r, true, n));
    }
    if c != b'\\' {
        return Some((u32::from(c), false, 1));
    }
    let c = *s.get(1)?;
    let simple = match c {
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'\\' => 92,
        b'\'' | b'"' => {
            if c != quote {
                return None;
            }
            u32::from(c)
        }
        b'x' | b'u' | b'U' => {
            let n = match c {
                b'x' => 2,
                b'u' => 4,
                _ => 8,
            };
            let mut v: u32 = 0;
            for &d in s.get(2..2 + n)? {
                v = v.checked_mul(16)? + (d as char).to_digit(16)?;
            }
            if c == b'x' {
                return Some((v, false, 4));
            }
            char::from_u32(v)?;
            return Some((v, true, 2 + n));
        }
        b'0'..=b'7' => {
            let mut v: u32 = 0;
            for &d in s.get(1..4)? {
                v = v * 8 + (d as char).to_digit(8)?;
            }
            return (v <= 255).then_some((v, false, 4));
        }
        _ => return None,
    };
    Some((simple, false, 2))
}

/// A quoted literal at the start of `s`: its value and its length.
pub(super) fn unquote_prefix(s: &[u8]) -> Option<(Vec<u8>, usize)> {
    let quote = *s.first()?;
    if quote == b'`' {
        let end = 1 + s[1..].iter().position(|&c| c == b'`')?;
        let value = s[1..end].iter().copied().filter(|&c| c != b'\r').collect();
        return Some((value, end + 1));
    }
    if quote != b'"' && quote != b'\'' {
        return None;
    }
    // As Go has it, although it is no rune.
    if quote == b'\'' && s.get(1) == Some(&quote) {
        return Some((Vec::new(), 2));
    }
    let mut out = Vec::new();
    let mut i = 1;
    loop {
        match *s.get(i)? {
            b'\n' => return None,
            c if c == quote && (quote == b'"' || i > 1) => return Some((out, i + 1)),
            _ => {}
        }
        let (r, wide, n) = unquote_char(&s[i..], quote)?;
        i += n;
        if r < 0x80 || !wide {
            out.push(r as u8);
        } else {
            push_rune(&mut out, r);
        }
        if quote == b'\'' && s.get(i) != Some(&b'\'') {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(s: &[u8], keep: Keep) -> String {
        let mut out = Vec::new();
        quote(&mut out, s, keep);
        String::from_utf8(out).expect("quoted text is UTF-8")
    }

    #[test]
    fn quotes_as_go() {
        assert_eq!(quoted("a\"\\\n\x01é\u{200b}".as_bytes(), Keep::Print), r#""a\"\\\n\x01é\u200b""#);
        assert_eq!(quoted("é😀".as_bytes(), Keep::Ascii), r#""\u00e9\U0001f600""#);
        assert_eq!(quoted(b"\xff", Keep::Print), r#""\xff""#);
    }

    #[test]
    fn unquotes_as_go() {
        assert_eq!(unquote_prefix(br#""a\x41\101\u00e9" rest"#), Some(("aAAé".into(), 17)));
        assert_eq!(unquote_prefix(b"'ab'"), None);
        assert_eq!(unquote_prefix(b"'a'"), Some((b"a".to_vec(), 3)));
        assert_eq!(unquote_prefix(b"`a\r\n`"), Some((b"a\n".to_vec(), 5)));
        assert_eq!(unquote_prefix(b"\"a"), None);
    }
}
