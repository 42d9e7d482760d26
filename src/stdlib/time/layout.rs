//! Layouts: times to text and back.

use super::calendar::{date_of, days_in, days_of, leap, split, weekday};

/// Names of months.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Names of days.
pub(super) const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// A part of a layout that stands for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    LongMonth,
    Month,
    NumMonth,
    ZeroMonth,
    LongWeekday,
    Weekday,
    Day,
    UnderDay,
    ZeroDay,
    UnderYearDay,
    ZeroYearDay,
    Hour,
    Hour12,
    ZeroHour12,
    Minute,
    ZeroMinute,
    Second,
    ZeroSecond,
    LongYear,
    Year,
    BigPm,
    SmallPm,
    Zone,
    /// Whether `Z` stands for UTC, whether there are colons, how many fields: hours, minutes, seconds.
    Offset {
        z: bool,
        colon: bool,
        fields: u8,
    },
    /// Digits of a fraction, whether zeros at its end are kept, and its separator.
    Fraction {
        digits: u8,
        zeros: bool,
        comma: bool,
    },
}

fn starts(s: &[u8], what: &str) -> bool {
    s.starts_with(what.as_bytes())
}

/// The first part in `layout`: where it starts, what it is, its length.
fn next(layout: &[u8]) -> Option<(usize, Part, usize)> {
    use Part::*;
    for i in 0..layout.len() {
        let s = &layout[i..];
        let found = match s[0] {
            b'J' if starts(s, "January") => Some((LongMonth, 7)),
            b'J' if starts(s, "Jan") && !s.get(3).is_some_and(u8::is_ascii_lowercase) => Some((Month, 3)),
            b'M' if starts(s, "Monday") => Some((LongWeekday, 6)),
            b'M' if starts(s, "Mon") && !s.get(3).is_some_and(u8::is_ascii_lowercase) => Some((Weekday, 3)),
            b'M' if starts(s, "MST") => Some((Zone, 3)),
            b'0' if starts(s, "002") => Some((ZeroYearDay, 3)),
            b'0' if s.len() >= 2 && (b'1'..=b'6').contains(&s[1]) => {
                Some(([ZeroMonth, ZeroDay, ZeroHour12, ZeroMinute, ZeroSecond, Year][(s[1] - b'1') as usize], 2))
            }
            b'1' if starts(s, "15") => Some((Hour, 2)),
            b'1' => Some((NumMonth, 1)),
            b'2' if starts(s, "2006") => Some((LongYear, 4)),
            b'2' => Some((Day, 1)),
            b'_' if starts(s, "_2006") => return Some((i + 1, LongYear, 4)),
            b'_' if starts(s, "__2") => Some((UnderYearDay, 3)),
            b'_' if starts(s, "_2") => Some((UnderDay, 2)),
            b'3' => Some((Hour12, 1)),
            b'4' => Some((Minute, 1)),
            b'5' => Some((Second, 1)),
            b'P' if starts(s, "PM") => Some((BigPm, 2)),
            b'p' if starts(s, "pm") => Some((SmallPm, 2)),
            b'-' | b'Z' => {
                let z = s[0] == b'Z';
                let forms = [
                    ("07:00:00", true, 3),
                    ("070000", false, 3),
                    ("07:00", true, 2),
                    ("0700", false, 2),
                    ("07", false, 1),
                ];
                forms
                    .iter()
                    .find(|f| starts(&s[1..], f.0))
                    .map(|f| (Offset { z, colon: f.1, fields: f.2 }, 1 + f.0.len()))
            }
            b'.' | b',' if s.len() >= 2 && (s[1] == b'0' || s[1] == b'9') => {
                let n = s[1..].iter().take_while(|&&c| c == s[1]).count();
                (!s.get(n + 1).is_some_and(u8::is_ascii_digit))
                    .then_some((Fraction { digits: n.min(255) as u8, zeros: s[1] == b'0', comma: s[0] == b',' }, n + 1))
            }
            _ => None,
        };
        if let Some((part, len)) = found {
            return Some((i, part, len));
        }
    }
    None
}

fn number(out: &mut Vec<u8>, v: i64, width: usize) {
    if v < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(format!("{:0width$}", v.unsigned_abs()).as_bytes());
}

/// A time to be written: seconds since year 1 in UTC, and its zone.
#[derive(Debug, Clone)]
pub(super) struct When<'a> {
    pub(super) sec: i64,
    pub(super) nsec: i64,
    pub(super) offset: i64,
    pub(super) zone: &'a [u8],
}

/// Writes a time.
pub(super) fn format(out: &mut Vec<u8>, t: &When<'_>, mut layout: &[u8]) {
    let (days, rest) = split(t.sec + t.offset);
    let date = date_of(days);
    let (hour, min, sec) = (rest / 3600, rest / 60 % 60, rest % 60);
    let hour12 = if hour % 12 == 0 { 12 } else { hour % 12 };
    while let Some((at, part, len)) = next(layout) {
        out.extend_from_slice(&layout[..at]);
        layout = &layout[at + len..];
        match part {
            Part::LongMonth => out.extend_from_slice(MONTHS[date.month as usize - 1].as_bytes()),
            Part::Month => out.extend_from_slice(&MONTHS[date.month as usize - 1].as_bytes()[..3]),
            Part::NumMonth => number(out, date.month, 0),
            Part::ZeroMonth => number(out, date.month, 2),
            Part::LongWeekday => out.extend_from_slice(DAYS[weekday(days) as usize].as_bytes()),
            Part::Weekday => out.extend_from_slice(&DAYS[weekday(days) as usize].as_bytes()[..3]),
            Part::Day => number(out, date.day, 0),
            Part::UnderDay => out.extend_from_slice(format!("{:2}", date.day).as_bytes()),
            Part::ZeroDay => number(out, date.day, 2),
            Part::UnderYearDay => out.extend_from_slice(format!("{:3}", date.yday).as_bytes()),
            Part::ZeroYearDay => number(out, date.yday, 3),
            Part::Hour => number(out, hour, 2),
            Part::Hour12 => number(out, hour12, 0),
            Part::ZeroHour12 => number(out, hour12, 2),
            Part::Minute => number(out, min, 0),
            Part::ZeroMinute => number(out, min, 2),
            Part::Second => number(out, sec, 0),
            Part::ZeroSecond => number(out, sec, 2),
            Part::LongYear => number(out, date.year, 4),
            Part::Year => number(out, date.year.abs() % 100, 2),
            Part::BigPm => out.extend_from_slice(if hour >= 12 { b"PM" } else { b"AM" }),
            Part::SmallPm => out.extend_from_slice(if hour >= 12 { b"pm" } else { b"am" }),
            Part::Zone if !t.zone.is_empty() => out.extend_from_slice(t.zone),
            Part::Zone => {
                let minutes = t.offset / 60;
                out.push(if minutes < 0 { b'-' } else { b'+' });
                number(out, minutes.abs() / 60, 2);
                number(out, minutes.abs() % 60, 2);
            }
            Part::Offset { z: true, .. } if t.offset == 0 => out.push(b'Z'),
            Part::Offset { colon, fields, .. } => {
                // The sign is that of the whole minutes.
                out.push(if t.offset / 60 < 0 { b'-' } else { b'+' });
                let a = t.offset.abs();
                number(out, a / 3600, 2);
                if fields > 1 {
                    if colon {
                        out.push(b':');
                    }
                    number(out, a / 60 % 60, 2);
                }
                if fields > 2 {
                    if colon {
                        out.push(b':');
                    }
                    number(out, a % 60, 2);
                }
            }
            Part::Fraction { digits, zeros, comma } => {
                let text = format!("{:09}", t.nsec);
                let mut text = text.as_bytes()[..(digits as usize).min(9)].to_vec();
                if !zeros {
                    while text.last() == Some(&b'0') {
                        text.pop();
                    }
                    if text.is_empty() {
                        continue;
                    }
                }
                out.push(if comma { b',' } else { b'.' });
                out.extend_from_slice(&text);
            }
        }
    }
    out.extend_from_slice(layout);
}

/// Text as errors of this package show it: ASCII.
pub(super) fn quoted(text: &[u8]) -> Vec<u8> {
    let mut out = vec![b'"'];
    for &b in text {
        if !(b' '..0x80).contains(&b) {
            out.extend_from_slice(format!("\\x{b:02x}").as_bytes());
            continue;
        }
        if matches!(b, b'"' | b'\\') {
            out.push(b'\\');
        }
        out.push(b);
    }
    out.push(b'"');
    out
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// Seconds since year 1 as if in UTC.
    pub(super) sec: i64,
    pub(super) nsec: i64,
    /// Whether `Z` was read.
    pub(super) utc: bool,
    pub(super) offset: Option<i64>,
    pub(super) zone: Vec<u8>,
}

/// Why it could not be read: parts of layout and value, and a message of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) layout: Vec<u8>,
    pub(super) value: Vec<u8>,
    pub(super) message: String,
}

/// A value was out of range, or no value at all.
enum Wrong {
    Bad,
    Range(&'static str),
}

/// One or two digits; two if `fixed`.
fn digits(v: &mut &[u8], fixed: bool) -> Result<i64, Wrong> {
    let first = v.first().filter(|c| c.is_ascii_digit()).ok_or(Wrong::Bad)?;
    match v.get(1).filter(|c| c.is_ascii_digit()) {
        Some(second) => {
            let n = i64::from(first - b'0') * 10 + i64::from(second - b'0');
            *v = &v[2..];
            Ok(n)
        }
        None if fixed => Err(Wrong::Bad),
        None => {
            let n = i64::from(first - b'0');
            *v = &v[1..];
            Ok(n)
        }
    }
}

fn name(v: &mut &[u8], names: &[&str], short: bool) -> Result<i64, Wrong> {
    for (i, n) in names.iter().enumerate() {
        let n = if short { &n[..3] } else { n };
        if v.len() >= n.len() && v[..n.len()].eq_ignore_ascii_case(n.as_bytes()) {
            *v = &v[n.len()..];
            return Ok(i as i64);
        }
    }
    Err(Wrong::Bad)
}

/// A number that may have a sign, as Go reads what ought to be digits only.
fn signed(text: &[u8]) -> Result<i64, Wrong> {
    if matches!(text, b"+" | b"-") {
        return Ok(0);
    }
    std::str::from_utf8(text).ok().and_then(|t| t.parse().ok()).ok_or(Wrong::Bad)
}

/// Digits behind a separator as nanoseconds.
fn nanos(text: &[u8]) -> Result<i64, Wrong> {
    if text.len() < 2 || !matches!(text[0], b'.' | b',') {
        return Err(Wrong::Bad);
    }
    let text = &text[1..text.len().min(10)];
    match signed(text)? {
        n @ 0.. => Ok(n * 10_i64.pow(9 - text.len() as u32)),
        _ => Err(Wrong::Range("fractional second")),
    }
}

/// Length of a fraction at the start of `v`: a separator and digits.
fn fraction_len(v: &[u8]) -> Option<usize> {
    if !matches!(v.first(), Some(b'.' | b',')) {
        return None;
    }
    let n = v[1..].iter().take_while(|c| c.is_ascii_digit()).count();
    (n > 0).then_some(n + 1)
}

/// Length of a zone's name at the start of `v`.
fn zone_len(v: &[u8]) -> Option<usize> {
    if v.len() < 3 {
        return None;
    }
    if v.starts_with(b"ChST") || v.starts_with(b"MeST") {
        return Some(4);
    }
    if v.starts_with(b"GMT") {
        let n = signed_offset(&v[3..]);
        return Some(3 + n);
    }
    if v[0] == b'+' || v[0] == b'-' {
        let n = signed_offset(v);
        return (n > 0).then_some(n);
    }
    let upper = v.iter().take(6).take_while(|c| c.is_ascii_uppercase()).count();
    match upper {
        5 if v[4] == b'T' => Some(5),
        4 if v[3] == b'T' || v.starts_with(b"WITA") => Some(4),
        3 => Some(3),
        _ => None,
    }
}

fn signed_offset(v: &[u8]) -> usize {
    if !matches!(v.first(), Some(b'+' | b'-')) {
        return 0;
    }
    let n = v[1..].iter().take_while(|c| c.is_ascii_digit()).count();
    let hours: i64 = std::str::from_utf8(&v[1..1 + n]).ok().and_then(|t| t.parse().ok()).unwrap_or(99);
    if n == 0 || hours > 23 { 0 } else { n + 1 }
}

/// Reads `value` as `layout` says.
pub(super) fn parse(layout: &[u8], value: &[u8]) -> Result<Parsed, Failure> {
    let (mut l, mut v) = (layout, value);
    let mut out = Parsed::default();
    let (mut year, mut month, mut day, mut yday) = (0, -1, -1, -1);
    let (mut hour, mut min, mut sec) = (0, 0, 0);
    let (mut pm_set, mut am_set) = (false, false);
    loop {
        let found = next(l);
        let (prefix, rest) = match found {
            Some((at, _, len)) => (&l[..at], &l[at + len..]),
            None => (l, &l[l.len()..]),
        };
        let elem = found.map_or(&[][..], |(at, _, len)| &l[at..at + len]);
        let fail = |elem: &[u8], v: &[u8], message: &str| Failure {
            layout: elem.to_vec(),
            value: v.to_vec(),
            message: message.to_owned(),
        };
        v = skip(v, prefix).map_err(|v| fail(prefix, v, ""))?;
        let Some((_, part, _)) = found else {
            if !v.is_empty() {
                return Err(fail(&[], v, &format!(": extra text: {}", String::from_utf8_lossy(&quoted(v)))));
            }
            break;
        };
        l = rest;
        let hold = v;
        let result = (|| -> Result<(), Wrong> {
            match part {
                Part::Year => {
                    if v.len() < 2 {
                        return Err(Wrong::Bad);
                    }
                    year = signed(&v[..2])?;
                    v = &v[2..];
                    year += if year >= 69 { 1900 } else { 2000 };
                }
                Part::LongYear => {
                    if v.len() < 4 || !v[..4].iter().all(u8::is_ascii_digit) {
                        return Err(Wrong::Bad);
                    }
                    year = v[..4].iter().fold(0, |n, c| n * 10 + i64::from(c - b'0'));
                    v = &v[4..];
                }
                Part::Month => month = name(&mut v, &MONTHS, true)? + 1,
                Part::LongMonth => month = name(&mut v, &MONTHS, false)? + 1,
                Part::NumMonth | Part::ZeroMonth => {
                    month = digits(&mut v, part == Part::ZeroMonth)?;
                    if !(1..=12).contains(&month) {
                        return Err(Wrong::Range("month"));
                    }
                }
                Part::Weekday => {
                    name(&mut v, &DAYS, true)?;
                }
                Part::LongWeekday => {
                    name(&mut v, &DAYS, false)?;
                }
                Part::Day | Part::UnderDay | Part::ZeroDay => {
                    if part == Part::UnderDay && v.first() == Some(&b' ') {
                        v = &v[1..];
                    }
                    day = digits(&mut v, part == Part::ZeroDay)?;
                }
                Part::UnderYearDay | Part::ZeroYearDay => {
                    for _ in 0..2 {
                        if part == Part::UnderYearDay && v.first() == Some(&b' ') {
                            v = &v[1..];
                        }
                    }
                    let n = v.iter().take(3).take_while(|c| c.is_ascii_digit()).count();
                    if n == 0 || part == Part::ZeroYearDay && n != 3 {
                        return Err(Wrong::Bad);
                    }
                    yday = v[..n].iter().fold(0, |n, c| n * 10 + i64::from(c - b'0'));
                    v = &v[n..];
                }
                Part::Hour => {
                    hour = digits(&mut v, false)?;
                    if hour > 23 {
                        return Err(Wrong::Range("hour"));
                    }
                }
                Part::Hour12 | Part::ZeroHour12 => {
                    hour = digits(&mut v, part == Part::ZeroHour12)?;
                    if hour > 12 {
                        return Err(Wrong::Range("hour"));
                    }
                }
                Part::Minute | Part::ZeroMinute => {
                    min = digits(&mut v, part == Part::ZeroMinute)?;
                    if min > 59 {
                        return Err(Wrong::Range("minute"));
                    }
                }
                Part::Second | Part::ZeroSecond => {
                    sec = digits(&mut v, part == Part::ZeroSecond)?;
                    if sec > 59 {
                        return Err(Wrong::Range("second"));
                    }
                    // A fraction may follow even if the layout says nothing of it.
                    if let Some(n) = fraction_len(v)
                        && !matches!(next(l), Some((_, Part::Fraction { .. }, _)))
                    {
                        out.nsec = nanos(&v[..n])?;
                        v = &v[n..];
                    }
                }
                Part::BigPm | Part::SmallPm => {
                    let (am, pm): (&[u8], &[u8]) = if part == Part::BigPm { (b"AM", b"PM") } else { (b"am", b"pm") };
                    if v.starts_with(pm) {
                        pm_set = true;
                    } else if v.starts_with(am) {
                        am_set = true;
                    } else {
                        return Err(Wrong::Bad);
                    }
                    v = &v[2..];
                }
                Part::Offset { z: true, .. } if v.first() == Some(&b'Z') => {
                    v = &v[1..];
                    out.utc = true;
                }
                Part::Offset { colon, fields, .. } => {
                    let len = 1 + 2 * fields as usize + if colon { fields as usize - 1 } else { 0 };
                    if v.len() < len {
                        return Err(Wrong::Bad);
                    }
                    let (text, rest) = v.split_at(len);
                    let width = if colon { 3 } else { 2 };
                    if colon && (1..fields as usize).any(|i| text[i * width] != b':') {
                        return Err(Wrong::Bad);
                    }
                    v = rest;
                    let limits = [
                        (24, 3600, "time zone offset hour"),
                        (60, 60, "time zone offset minute"),
                        (60, 1, "time zone offset second"),
                    ];
                    let (mut total, mut good, mut wide) = (0, true, None);
                    for (i, (limit, seconds, name)) in limits.into_iter().enumerate().take(fields as usize) {
                        let n = if good { digits(&mut &text[1 + i * width..3 + i * width], true) } else { Ok(0) };
                        good &= n.is_ok();
                        let n = n.unwrap_or(0);
                        if n > limit {
                            wide = Some(name);
                        }
                        total += n * seconds;
                    }
                    // What is too large is told first, the last of it.
                    if let Some(name) = wide {
                        return Err(Wrong::Range(name));
                    }
                    if !good || !matches!(text[0], b'+' | b'-') {
                        return Err(Wrong::Bad);
                    }
                    if text[0] == b'-' {
                        total = -total;
                    }
                    // In Go −1 stands for no offset.
                    out.offset = (total != -1).then_some(total);
                }
                Part::Zone => {
                    if v.starts_with(b"UTC") {
                        out.utc = true;
                        v = &v[3..];
                    } else {
                        let n = zone_len(v).ok_or(Wrong::Bad)?;
                        out.zone = v[..n].to_vec();
                        v = &v[n..];
                    }
                }
                Part::Fraction { zeros: true, digits, .. } => {
                    let n = digits as usize + 1;
                    if v.len() < n {
                        return Err(Wrong::Bad);
                    }
                    let text;
                    (text, v) = v.split_at(n);
                    out.nsec = nanos(text)?;
                }
                Part::Fraction { .. } => {
                    if let Some(n) = fraction_len(v) {
                        out.nsec = nanos(&v[..n])?;
                        v = &v[n..];
                    }
                }
            }
            Ok(())
        })();
        match result {
            Ok(()) => {}
            Err(Wrong::Bad) => return Err(fail(elem, hold, "")),
            Err(Wrong::Range(what)) => return Err(fail(elem, v, &format!(": {what} out of range"))),
        }
    }
    if pm_set && hour < 12 {
        hour += 12;
    } else if am_set && hour == 12 {
        hour = 0;
    }
    let range = |what: &str| Failure { message: format!(": {what} out of range"), ..Failure::default() };
    if yday >= 0 {
        let days = if leap(year) { 366 } else { 365 };
        if !(1..=days).contains(&yday) {
            return Err(range("day-of-year"));
        }
        let date = date_of(days_of(year, 1, 1) + yday - 1);
        if month >= 0 && month != date.month {
            return Err(Failure { message: ": day-of-year does not match month".into(), ..Failure::default() });
        }
        if day >= 0 && day != date.day {
            return Err(Failure { message: ": day-of-year does not match day".into(), ..Failure::default() });
        }
        (month, day) = (date.month, date.day);
    } else {
        if month < 0 {
            month = 1;
        }
        if day < 0 {
            day = 1;
        }
    }
    if day < 1 || day > days_in(month, year) {
        return Err(range("day"));
    }
    out.sec = days_of(year, month, day) * 86_400 + hour * 3600 + min * 60 + sec;
    Ok(out)
}

/// `value` behind `prefix`, in which a space stands for any number of spaces; or where they differ.
fn skip<'v>(mut value: &'v [u8], mut prefix: &[u8]) -> Result<&'v [u8], &'v [u8]> {
    let spaces = |s: &[u8]| s.iter().take_while(|&&c| c == b' ').count();
    while let Some(&c) = prefix.first() {
        if c == b' ' {
            if !value.is_empty() && value[0] != b' ' {
                return Err(value);
            }
            prefix = &prefix[spaces(prefix)..];
            value = &value[spaces(value)..];
            continue;
        }
        if value.first() != Some(&c) {
            return Err(value);
        }
        prefix = &prefix[1..];
        value = &value[1..];
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(layout: &str) -> String {
        let sec = days_of(2009, 11, 10) * 86_400 + 23 * 3600 + 4 * 60 + 5;
        let mut out = Vec::new();
        format(&mut out, &When { sec, nsec: 120_000_000, offset: 0, zone: b"UTC" }, layout.as_bytes());
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn writes_layouts() {
        assert_eq!(text("2006-01-02T15:04:05Z07:00"), "2009-11-10T23:04:05Z");
        assert_eq!(text("Mon Jan _2 15:04:05.000 MST 2006"), "Tue Nov 10 23:04:05.120 UTC 2009");
        assert_eq!(text("3:04PM .99 002"), "11:04PM .12 314");
        assert_eq!(text("-0700 -07:00 06"), "+0000 +00:00 09");
    }

    #[test]
    fn reads_layouts() {
        let p = parse(b"2006-01-02T15:04:05Z07:00", b"2009-11-10T23:04:05.5+01:30").expect("it is right");
        assert_eq!((p.offset, p.nsec), (Some(5400), 500_000_000));
        let e = parse(b"2006-01-02", b"2009-13-10").expect_err("no such month");
        assert_eq!(e.message, ": month out of range");
        let e = parse(b"2006-01-02", b"x").expect_err("no year");
        assert_eq!((e.layout.as_slice(), e.value.as_slice()), (&b"2006"[..], &b"x"[..]));
    }
}
