//! Packages `unicode` and `unicode/utf8`, and what the rest of the library needs of them.

use super::abi::{Done, NEXT, int, set_bool, set_int};
pub(super) use crate::runtime::decode_rune as decode;
use crate::runtime::{Machine, NativeFn};
use unicode_properties::{GeneralCategory as Cat, UnicodeGeneralCategory};

/// The last rune of non-empty `bytes` and its length.
pub(super) fn decode_last(bytes: &[u8]) -> (u32, usize) {
    let end = bytes.len();
    for n in 1..=end.min(4) {
        let (r, size) = decode(&bytes[end - n..]);
        if size == n && (n > 1 || r != 0xFFFD) {
            return (r, n);
        }
    }
    (0xFFFD, 1)
}

/// Number of runes as Go counts them.
pub(super) fn rune_count(mut bytes: &[u8]) -> usize {
    if bytes.is_ascii() {
        return bytes.len();
    }
    let mut n = 0;
    while !bytes.is_empty() {
        bytes = &bytes[decode(bytes).1..];
        n += 1;
    }
    n
}

/// Appends a rune as UTF-8; U+FFFD for what is none.
pub(super) fn push_rune(out: &mut Vec<u8>, r: u32) {
    let c = char::from_u32(r).unwrap_or('\u{FFFD}');
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

fn category(r: u32) -> Cat {
    char::from_u32(r).map_or(Cat::Unassigned, UnicodeGeneralCategory::general_category)
}

/// `strconv.IsPrint`
pub(super) fn is_print(r: u32) -> bool {
    if r < 0x7f {
        return r >= 0x20;
    }
    use Cat::*;
    !matches!(
        category(r),
        Control | Format | Surrogate | PrivateUse | Unassigned | LineSeparator | ParagraphSeparator | SpaceSeparator
    )
}

/// `unicode.IsGraphic`
pub(super) fn is_graphic(r: u32) -> bool {
    is_print(r) || category(r) == Cat::SpaceSeparator
}

/// `unicode.IsSpace`
pub(super) fn is_space(r: u32) -> bool {
    matches!(r, 9..=13 | 32 | 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000)
}

/// `unicode.IsLetter`
pub(super) fn is_letter(r: u32) -> bool {
    if r < 0x80 {
        return (r as u8).is_ascii_alphabetic();
    }
    use Cat::*;
    matches!(category(r), UppercaseLetter | LowercaseLetter | TitlecaseLetter | ModifierLetter | OtherLetter)
}

fn is_mark(r: u32) -> bool {
    matches!(category(r), Cat::NonspacingMark | Cat::SpacingMark | Cat::EnclosingMark)
}

/// `unicode.IsDigit`
pub(super) fn is_digit(r: u32) -> bool {
    if r < 0x80 { (r as u8).is_ascii_digit() } else { category(r) == Cat::DecimalNumber }
}

fn is_number(r: u32) -> bool {
    matches!(category(r), Cat::DecimalNumber | Cat::LetterNumber | Cat::OtherNumber)
}

fn is_punct(r: u32) -> bool {
    use Cat::*;
    matches!(
        category(r),
        ConnectorPunctuation
            | DashPunctuation
            | OpenPunctuation
            | ClosePunctuation
            | InitialPunctuation
            | FinalPunctuation
            | OtherPunctuation
    )
}

fn is_symbol(r: u32) -> bool {
    matches!(category(r), Cat::MathSymbol | Cat::CurrencySymbol | Cat::ModifierSymbol | Cat::OtherSymbol)
}

fn is_upper(r: u32) -> bool {
    category(r) == Cat::UppercaseLetter
}

fn is_lower(r: u32) -> bool {
    category(r) == Cat::LowercaseLetter
}

fn is_title(r: u32) -> bool {
    category(r) == Cat::TitlecaseLetter
}

fn is_control(r: u32) -> bool {
    r < 0x20 || (0x7f..0xa0).contains(&r)
}

/// The only character, or `None`.
fn single(mut chars: impl Iterator<Item = char>) -> Option<u32> {
    let c = chars.next()?;
    chars.next().is_none().then_some(c as u32)
}

/// `unicode.ToUpper`
pub(super) fn to_upper(r: u32) -> u32 {
    let Some(c) = char::from_u32(r) else { return r };
    if c.is_ascii() {
        return u32::from((r as u8).to_ascii_uppercase());
    }
    // Where full case mapping gives several characters, Go has the simple mapping.
    single(c.to_uppercase()).unwrap_or(match r {
        0x1F80..=0x1F87 | 0x1F90..=0x1F97 | 0x1FA0..=0x1FA7 => r + 8,
        0x1FB3 | 0x1FC3 | 0x1FF3 => r + 9,
        _ => r,
    })
}

/// `unicode.ToLower`
pub(super) fn to_lower(r: u32) -> u32 {
    let Some(c) = char::from_u32(r) else { return r };
    if c.is_ascii() {
        return u32::from((r as u8).to_ascii_lowercase());
    }
    single(c.to_lowercase()).unwrap_or(if r == 0x130 { 0x69 } else { r })
}

/// `unicode.ToTitle`
pub(super) fn to_title(r: u32) -> u32 {
    match r {
        0x1C4..=0x1C6 => 0x1C5,
        0x1C7..=0x1C9 => 0x1C8,
        0x1CA..=0x1CC => 0x1CB,
        0x1F1..=0x1F3 => 0x1F2,
        0x10D0..=0x10FA | 0x10FD..=0x10FF => r,
        _ => to_upper(r),
    }
}

/// `unicode.SimpleFold`: the next rune of those that are equal under folding.
pub(super) fn simple_fold(r: u32) -> u32 {
    // Orbits of more than two, ascending.
    const ORBITS: &[&[u32]] = &[
        &[0x4B, 0x6B, 0x212A],
        &[0x53, 0x73, 0x17F],
        &[0xB5, 0x39C, 0x3BC],
        &[0xC5, 0xE5, 0x212B],
        &[0xDF, 0x1E9E],
        &[0x1C4, 0x1C5, 0x1C6],
        &[0x1C7, 0x1C8, 0x1C9],
        &[0x1CA, 0x1CB, 0x1CC],
        &[0x1F1, 0x1F2, 0x1F3],
        &[0x345, 0x399, 0x3B9, 0x1FBE],
        &[0x392, 0x3B2, 0x3D0],
        &[0x395, 0x3B5, 0x3F5],
        &[0x398, 0x3B8, 0x3D1, 0x3F4],
        &[0x39A, 0x3BA, 0x3F0],
        &[0x3A0, 0x3C0, 0x3D6],
        &[0x3A1, 0x3C1, 0x3F1],
        &[0x3A3, 0x3C2, 0x3C3],
        &[0x3A6, 0x3C6, 0x3D5],
        &[0x3A9, 0x3C9, 0x2126],
        &[0x412, 0x432, 0x1C80],
        &[0x414, 0x434, 0x1C81],
        &[0x41E, 0x43E, 0x1C82],
        &[0x421, 0x441, 0x1C83],
        &[0x422, 0x442, 0x1C84, 0x1C85],
        &[0x42A, 0x44A, 0x1C86],
        &[0x462, 0x463, 0x1C87],
        &[0x1C88, 0xA64A, 0xA64B],
        &[0x1E60, 0x1E61, 0x1E9B],
    ];
    for orbit in ORBITS {
        if let Some(i) = orbit.iter().position(|&c| c == r) {
            return orbit[(i + 1) % orbit.len()];
        }
    }
    if matches!(r, 0x130 | 0x131) {
        return r;
    }
    let l = to_lower(r);
    if l != r { l } else { to_upper(r) }
}

/// The rune argument at `base`, or what is none.
fn rune(m: &Machine, base: usize) -> u32 {
    u32::try_from(int(m, base)).unwrap_or(u32::MAX)
}

macro_rules! tests_of_runes {
    ($($name:ident: $f:ident),* $(,)?) => {
        $(fn $name(m: &mut Machine, base: usize) -> Done {
            let r = rune(m, base);
            set_bool(m, base, $f(r));
            NEXT
        })*
    };
}

tests_of_runes! {
    n_is_letter: is_letter, n_is_digit: is_digit, n_is_number: is_number, n_is_space: is_space, n_is_upper: is_upper,
    n_is_lower: is_lower, n_is_title: is_title, n_is_punct: is_punct, n_is_control: is_control, n_is_graphic: is_graphic,
    n_is_print: is_print, n_is_mark: is_mark, n_is_symbol: is_symbol,
}

macro_rules! maps_of_runes {
    ($($name:ident: $f:ident),* $(,)?) => {
        $(fn $name(m: &mut Machine, base: usize) -> Done {
            if let Ok(r) = u32::try_from(int(m, base)) {
                set_int(m, base, i64::from($f(r)));
            }
            NEXT
        })*
    };
}

maps_of_runes! { n_to_upper: to_upper, n_to_lower: to_lower, n_to_title: to_title, n_simple_fold: simple_fold }

fn n_decode(m: &mut Machine, base: usize) -> Done {
    let (ptr, len) = (m.stack[base], m.stack[base + 1] as usize);
    let (r, n) = if len == 0 { (0xFFFD, 0) } else { decode(&m.heap.read_bytes(ptr, len.min(4))) };
    set_int(m, base, i64::from(r));
    set_int(m, base + 1, n as i64);
    NEXT
}

fn n_decode_last(m: &mut Machine, base: usize) -> Done {
    let (ptr, len) = (m.stack[base], m.stack[base + 1] as usize);
    let k = len.min(4);
    let (r, n) =
        if len == 0 { (0xFFFD, 0) } else { decode_last(&m.heap.read_bytes(ptr.wrapping_add((len - k) as u64), k)) };
    set_int(m, base, i64::from(r));
    set_int(m, base + 1, n as i64);
    NEXT
}

fn n_count(m: &mut Machine, base: usize) -> Done {
    let n = rune_count(&m.heap.read_bytes(m.stack[base], m.stack[base + 1] as usize));
    set_int(m, base, n as i64);
    NEXT
}

fn n_valid(m: &mut Machine, base: usize) -> Done {
    let ok = std::str::from_utf8(&m.heap.read_bytes(m.stack[base], m.stack[base + 1] as usize)).is_ok();
    set_bool(m, base, ok);
    NEXT
}

/// Natives of `unicode`.
pub(super) const UNICODE: &[(&str, NativeFn)] = &[
    ("internal/unicode.IsControl", n_is_control),
    ("internal/unicode.IsDigit", n_is_digit),
    ("internal/unicode.IsGraphic", n_is_graphic),
    ("internal/unicode.IsLetter", n_is_letter),
    ("internal/unicode.IsLower", n_is_lower),
    ("internal/unicode.IsMark", n_is_mark),
    ("internal/unicode.IsNumber", n_is_number),
    ("internal/unicode.IsPrint", n_is_print),
    ("internal/unicode.IsPunct", n_is_punct),
    ("internal/unicode.IsSpace", n_is_space),
    ("internal/unicode.IsSymbol", n_is_symbol),
    ("internal/unicode.IsTitle", n_is_title),
    ("internal/unicode.IsUpper", n_is_upper),
    ("internal/unicode.SimpleFold", n_simple_fold),
    ("internal/unicode.ToLower", n_to_lower),
    ("internal/unicode.ToTitle", n_to_title),
    ("internal/unicode.ToUpper", n_to_upper),
    ("unicode.IsControl", n_is_control),
    ("unicode.IsDigit", n_is_digit),
    ("unicode.IsGraphic", n_is_graphic),
    ("unicode.IsLetter", n_is_letter),
    ("unicode.IsLower", n_is_lower),
    ("unicode.IsMark", n_is_mark),
    ("unicode.IsNumber", n_is_number),
    ("unicode.IsPrint", n_is_print),
    ("unicode.IsPunct", n_is_punct),
    ("unicode.IsSpace", n_is_space),
    ("unicode.IsSymbol", n_is_symbol),
    ("unicode.IsTitle", n_is_title),
    ("unicode.IsUpper", n_is_upper),
    ("unicode.SimpleFold", n_simple_fold),
    ("unicode.ToLower", n_to_lower),
    ("unicode.ToTitle", n_to_title),
    ("unicode.ToUpper", n_to_upper),
    ("unicode/utf8.DecodeLastRune", n_decode_last),
    ("unicode/utf8.DecodeLastRuneInString", n_decode_last),
    ("unicode/utf8.DecodeRune", n_decode),
    ("unicode/utf8.DecodeRuneInString", n_decode),
    ("unicode/utf8.RuneCount", n_count),
    ("unicode/utf8.RuneCountInString", n_count),
    ("unicode/utf8.Valid", n_valid),
    ("unicode/utf8.ValidString", n_valid),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runes_as_go_sees_them() {
        assert_eq!(decode("é".as_bytes()), (0xE9, 2));
        assert_eq!(decode(b"\xc3"), (0xFFFD, 1));
        assert_eq!(decode_last("aé".as_bytes()), (0xE9, 2));
        assert_eq!(decode_last(b"a\xa9"), (0xFFFD, 1));
        assert_eq!(rune_count(b"a\xff\xc3\xa9"), 3);
        assert_eq!(to_upper(0xDF), 0xDF);
        assert_eq!(to_lower(0x130), 0x69);
        assert_eq!(simple_fold(u32::from(b'k')), 0x212A);
    }
}
