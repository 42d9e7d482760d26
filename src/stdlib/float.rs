//! Floats to text and back, as Go's `strconv` does.

/// Decimal digits of a finite number: 0.d1d2… × 10^point.
struct Digits {
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    /// From text such as `1.25e-7`, `12.5`.
    fn parse(text: &str) -> Self {
        let (mantissa, exp) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exp: i32 = exp.parse().unwrap_or(0);
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        let mut point = whole.len() as i32 + exp;
        let zeros = digits.iter().take_while(|&&d| d == b'0').count();
        digits.drain(..zeros);
        point -= zeros as i32;
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        if digits.is_empty() {
            point = 0;
        }
        Self { digits, point }
    }

    fn shortest(v: f64, bits: u32) -> Self {
        let mut buffer = zmij::Buffer::new();
        if bits == 32 { Self::parse(buffer.format_finite(v as f32)) } else { Self::parse(buffer.format_finite(v)) }
    }

    /// `n` significant digits.
    fn rounded(v: f64, n: usize) -> Self {
        Self::parse(&format!("{:.*e}", n.clamp(1, 800) - 1, v))
    }
}

/// Appends `v` as `strconv.AppendFloat` does: `fmt` is one of `eEfgGbxX`, `prec` −1 for shortest.
pub(super) fn append(out: &mut Vec<u8>, v: f64, fmt: u8, prec: i64, bits: u32) {
    let v = if bits == 32 { f64::from(v as f32) } else { v };
    if v.is_nan() {
        out.extend_from_slice(b"NaN");
        return;
    }
    if v.is_infinite() {
        out.extend_from_slice(if v > 0.0 { b"+Inf" } else { b"-Inf" });
        return;
    }
    if v.is_sign_negative() {
        out.push(b'-');
    }
    let a = v.abs();
    match fmt {
        b'b' => return binary(out, a, bits),
        b'x' | b'X' => return hex(out, a, fmt, prec, bits),
        b'e' | b'E' | b'f' | b'g' | b'G' => {}
        _ => {
            if v.is_sign_negative() {
                out.pop();
            }
            out.extend_from_slice(&[b'%', fmt]);
            return;
        }
    }
    let shortest = prec < 0;
    if !shortest && fmt == b'f' {
        // More than 1,100 digits behind the point are zeros.
        let p = (prec as usize).min(1100);
        out.extend_from_slice(format!("{a:.p$}").as_bytes());
        out.extend(std::iter::repeat_n(b'0', prec as usize - p));
        return;
    }
    let d = if shortest {
        Digits::shortest(a, bits)
    } else if fmt == b'e' || fmt == b'E' {
        Digits::rounded(a, prec as usize + 1)
    } else {
        Digits::rounded(a, (prec as usize).max(1))
    };
    let n = d.digits.len() as i32;
    match fmt {
        b'e' | b'E' => scientific(out, &d, if shortest { n - 1 } else { prec as i32 }, fmt),
        b'f' => fixed(out, &d, (n - d.point).max(0)),
        _ => {
            let prec = if shortest { n } else { (prec as i32).max(1) };
            let mut threshold = prec;
            if threshold > n && n >= d.point {
                threshold = n;
            }
            if shortest {
                threshold = 6;
            }
            let exp = d.point - 1;
            if exp < -4 || exp >= threshold {
                scientific(out, &d, prec.min(n) - 1, fmt + b'e' - b'g');
            } else {
                fixed(out, &d, (n - d.point).max(0));
            }
        }
    }
}

fn scientific(out: &mut Vec<u8>, d: &Digits, prec: i32, e: u8) {
    out.push(d.digits.first().copied().unwrap_or(b'0'));
    if prec > 0 {
        out.push(b'.');
        let have = d.digits.len().min(prec as usize + 1).max(1);
        if d.digits.len() > 1 {
            out.extend_from_slice(&d.digits[1..have]);
        }
        out.extend(std::iter::repeat_n(b'0', prec as usize + 1 - have));
    }
    let exp = if d.digits.is_empty() { 0 } else { d.point - 1 };
    out.push(e);
    out.push(if exp < 0 { b'-' } else { b'+' });
    out.extend_from_slice(format!("{:02}", exp.abs()).as_bytes());
}

fn fixed(out: &mut Vec<u8>, d: &Digits, prec: i32) {
    let digit = |i: i32| if i < 0 { b'0' } else { d.digits.get(i as usize).copied().unwrap_or(b'0') };
    if d.point > 0 {
        out.extend((0..d.point).map(digit));
    } else {
        out.push(b'0');
    }
    if prec > 0 {
        out.push(b'.');
        out.extend((0..prec).map(|i| digit(d.point + i)));
    }
}

/// Mantissa and exponent such that the number is `mantissa × 2^exponent`, and the mantissa's bits.
fn parts(a: f64, bits: u32) -> (u64, i32, u32) {
    if bits == 32 {
        let b = (a as f32).to_bits();
        let exp = (b >> 23 & 0xff) as i32;
        let m = u64::from(b & 0x7f_ffff);
        if exp == 0 { (m, -149, 23) } else { (m | 1 << 23, exp - 150, 23) }
    } else {
        let b = a.to_bits();
        let exp = (b >> 52 & 0x7ff) as i32;
        let m = b & ((1 << 52) - 1);
        if exp == 0 { (m, -1074, 52) } else { (m | 1 << 52, exp - 1075, 52) }
    }
}

fn binary(out: &mut Vec<u8>, a: f64, bits: u32) {
    let (m, e, _) = parts(a, bits);
    out.extend_from_slice(format!("{m}p{e:+}").as_bytes());
}

fn hex(out: &mut Vec<u8>, a: f64, fmt: u8, prec: i64, bits: u32) {
    let (mut m, e, width) = parts(a, bits);
    let mut exp = if m == 0 { 0 } else { e + width as i32 };
    // The leading 1 goes to bit 60.
    m <<= 60 - width;
    while m != 0 && m & 1 << 60 == 0 {
        m <<= 1;
        exp -= 1;
    }
    if (0..15).contains(&prec) {
        let shift = prec as u32 * 4;
        let extra = (m << shift) & ((1 << 60) - 1);
        m >>= 60 - shift;
        if extra | (m & 1) > 1 << 59 {
            m += 1;
        }
        m <<= 60 - shift;
        if m & 1 << 61 != 0 {
            m >>= 1;
            exp += 1;
        }
    }
    let digits: &[u8; 16] = if fmt == b'X' { b"0123456789ABCDEF" } else { b"0123456789abcdef" };
    out.extend_from_slice(&[b'0', fmt, b'0' + (m >> 60 & 1) as u8]);
    m <<= 4;
    if prec < 0 && m != 0 {
        out.push(b'.');
        while m != 0 {
            out.push(digits[(m >> 60 & 15) as usize]);
            m <<= 4;
        }
    } else if prec > 0 {
        out.push(b'.');
        for _ in 0..prec {
            out.push(digits[(m >> 60 & 15) as usize]);
            m <<= 4;
        }
    }
    out.push(if fmt == b'X' { b'P' } else { b'p' });
    out.push(if exp < 0 { b'-' } else { b'+' });
    out.extend_from_slice(format!("{:02}", exp.abs()).as_bytes());
}

/// Why a number could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bad {
    /// `strconv.ErrSyntax`
    Syntax,
    /// `strconv.ErrRange`
    Range,
}

/// Whether underscores stand between digits only, or between a base prefix and a digit.
pub(super) fn underscores_ok(s: &[u8]) -> bool {
    let mut last = b'^';
    let mut i = 0;
    if matches!(s.first(), Some(b'+' | b'-')) {
        i = 1;
    }
    let mut hex = false;
    if s.len() >= i + 2 && s[i] == b'0' && matches!(s[i + 1] | 32, b'b' | b'o' | b'x') {
        hex = s[i + 1] | 32 == b'x';
        i += 2;
        last = b'0';
    }
    for &c in &s[i..] {
        if c.is_ascii_digit() || hex && c.is_ascii_hexdigit() {
            last = b'0';
        } else if c == b'_' {
            if last != b'0' {
                return false;
            }
            last = b'_';
        } else {
            if last == b'_' {
                return false;
            }
            last = b'!';
        }
    }
    last != b'_'
}

/// Reads a float at the start of `s`: value, error, bytes read. With a range error the value is an infinity.
pub(super) fn parse_prefix(s: &[u8], bits: u32) -> (f64, Option<Bad>, usize) {
    let bad = (0.0, Some(Bad::Syntax), 0);
    let negative = s.first() == Some(&b'-');
    let signed = negative || s.first() == Some(&b'+');
    let start = usize::from(signed);
    let common = |word: &[u8]| s[start..].iter().zip(word).take_while(|(a, b)| a.to_ascii_lowercase() == **b).count();
    let n = common(b"infinity");
    if n >= 3 {
        let n = if n == 8 { 8 } else { 3 };
        return (if negative { f64::NEG_INFINITY } else { f64::INFINITY }, None, start + n);
    }
    if !signed && common(b"nan") == 3 {
        return (f64::NAN, None, 3);
    }
    let hex = s.len() > start + 2 && s[start] == b'0' && s[start + 1] | 32 == b'x';
    let mut i = if hex { start + 2 } else { start };
    let mut text = String::new();
    let (mut dot, mut digits, mut underscores) = (None, 0, false);
    while let Some(&c) = s.get(i) {
        match c {
            b'_' => underscores = true,
            b'.' if dot.is_none() => {
                dot = Some(text.len());
            }
            b'0'..=b'9' => {
                digits += 1;
                text.push(c as char);
            }
            b'a'..=b'f' | b'A'..=b'F' if hex => {
                digits += 1;
                text.push(c as char);
            }
            _ => break,
        }
        i += 1;
    }
    if digits == 0 {
        return bad;
    }
    let mut exp: i64 = 0;
    let mark = if hex { b'p' } else { b'e' };
    if i < s.len() && s[i] | 32 == mark {
        i += 1;
        let minus = s.get(i) == Some(&b'-');
        if matches!(s.get(i), Some(b'+' | b'-')) {
            i += 1;
        }
        if !s.get(i).is_some_and(u8::is_ascii_digit) {
            return bad;
        }
        while let Some(&c) = s.get(i) {
            match c {
                b'_' => underscores = true,
                b'0'..=b'9' => exp = (exp * 10 + i64::from(c - b'0')).min(100_000),
                _ => break,
            }
            i += 1;
        }
        if minus {
            exp = -exp;
        }
    } else if hex {
        return bad;
    }
    if underscores && !underscores_ok(&s[..i]) {
        return bad;
    }
    let point = dot.unwrap_or(text.len());
    let value = if hex {
        hex_value(&text, point, exp, bits)
    } else {
        let exp = exp + point as i64 - text.len() as i64;
        let text = format!("{text}e{exp}");
        if bits == 32 { f64::from(text.parse::<f32>().unwrap_or(0.0)) } else { text.parse::<f64>().unwrap_or(0.0) }
    };
    let error = value.is_infinite().then_some(Bad::Range);
    (if negative { -value } else { value }, error, i)
}

/// Hexadecimal digits with the point behind `point` of them, times 2^exp, rounded to even.
fn hex_value(text: &str, point: usize, exp: i64, bits: u32) -> f64 {
    let mut m: u128 = 0;
    let mut e = exp - 4 * (text.len() as i64 - point as i64);
    let mut sticky = false;
    for c in text.bytes() {
        let d = u128::from((c as char).to_digit(16).unwrap_or(0));
        if m >> 120 == 0 {
            m = m << 4 | d;
        } else {
            sticky |= d != 0;
            e += 4;
        }
    }
    if m == 0 {
        return 0.0;
    }
    // Two guard bits below what the format holds.
    let (width, min) = if bits == 32 { (24, -149) } else { (53, -1074) };
    let len = 128 - m.leading_zeros() as i64;
    let drop = (len - width).max(min - e);
    if drop > 0 {
        if drop > 126 {
            return 0.0;
        }
        let rest = m & ((1 << drop) - 1);
        let half = 1u128 << (drop - 1);
        m >>= drop;
        e += drop;
        if rest > half || rest == half && (sticky || m & 1 == 1) {
            m += 1;
        }
    }
    let limit = if bits == 32 { 128 } else { 1024 };
    if 128 - m.leading_zeros() as i64 + e > limit {
        return f64::INFINITY;
    }
    // Exact: the mantissa fits, and the power is applied in two steps that do not round.
    let m = m as f64;
    let half = (e / 2) as i32;
    m * power_of_two(half) * power_of_two(e as i32 - half)
}

fn power_of_two(e: i32) -> f64 {
    f64::from_bits(((e + 1023).clamp(1, 2046) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(s: &[u8], bits: u32) -> (f64, Option<Bad>) {
        let (v, error, n) = parse_prefix(s, bits);
        if n == s.len() { (v, error) } else { (0.0, Some(Bad::Syntax)) }
    }

    fn text(v: f64, fmt: u8, prec: i64) -> String {
        let mut out = Vec::new();
        append(&mut out, v, fmt, prec, 64);
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn as_go_prints() {
        assert_eq!(text(1e6, b'g', -1), "1e+06");
        assert_eq!(text(100_000.0, b'g', -1), "100000");
        assert_eq!(text(123_456_789.0, b'g', -1), "1.23456789e+08");
        assert_eq!(text(0.1 + 0.2, b'g', -1), "0.30000000000000004");
        assert_eq!(text(0.0, b'g', -1), "0");
        assert_eq!(text(0.0, b'e', 3), "0.000e+00");
        assert_eq!(text(2.5, b'f', 0), "2");
        assert_eq!(text(0.5, b'f', 0), "0");
        assert_eq!(text(1.5, b'f', 0), "2");
        assert_eq!(text(0.125, b'f', 2), "0.12");
        assert_eq!(text(2.5, b'e', 0), "2e+00");
        assert_eq!(text(100.0, b'g', 3), "100");
        assert_eq!(text(1234.5678, b'g', 3), "1.23e+03");
        assert_eq!(text(5e-324, b'g', -1), "5e-324");
        assert_eq!(text(1.0, b'x', -1), "0x1p+00");
        assert_eq!(text(1.0, b'b', -1), "4503599627370496p-52");
        assert_eq!(text(3.0, b'f', -1), "3");
    }

    #[test]
    fn as_go_reads() {
        assert_eq!(parse(b"1e3", 64), (1000.0, None));
        assert_eq!(parse(b"0x1p-2", 64), (0.25, None));
        assert_eq!(parse(b"1_000.5", 64), (1000.5, None));
        assert_eq!(parse(b"1__0", 64).1, Some(Bad::Syntax));
        assert_eq!(parse(b"", 64).1, Some(Bad::Syntax));
        assert_eq!(parse(b"1e400", 64), (f64::INFINITY, Some(Bad::Range)));
        assert_eq!(parse(b"-inf", 64), (f64::NEG_INFINITY, None));
        assert_eq!(parse(b".5", 64), (0.5, None));
        assert_eq!(parse(b"0x1.fffffffffffff8p0", 64), (2.0, None));
        assert_eq!(parse(b"0x1p-1074", 64), (5e-324, None));
    }
}
