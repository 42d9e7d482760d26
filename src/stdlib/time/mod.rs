//! Package `time`: clock, timers, calendar and text. `time.Time` lies as `runtime::time_value` makes it.

mod calendar;
mod layout;
pub(super) mod zones;

use super::abi::{Done, NEXT, int, set_bool, set_int, string};
use crate::runtime::{Machine, NativeFn, TimerAction, Trap};
use calendar::{date_of, days_of, split, weekday};

fn sleep(m: &mut Machine, base: usize) -> Done {
    let nanos = int(m, base);
    Ok(m.sleep(nanos))
}

fn now(m: &mut Machine, base: usize) -> Done {
    let bubble = m.bubble();
    let value = m.time_for(bubble);
    m.stack[base..base + 3].copy_from_slice(&value);
    NEXT
}

fn due(m: &Machine, d: i64) -> u64 {
    m.clock().saturating_add(d.max(0) as u64)
}

/// A timer of a bubble is nobody else's.
fn inside(m: &Machine, id: u32, doing: &str) -> Result<(), Trap> {
    if m.timers.all[id as usize].bubble != 0 && m.bubble() == 0 {
        return Err(Trap::Fatal(format!("{doing} of synctest timer from outside bubble")));
    }
    Ok(())
}

/// `func startTimer(c chan Time, f func(), d, period int64) int`: its number from 1.
fn start_timer(m: &mut Machine, base: usize) -> Done {
    let [chan, f, d, period] = m.stack[base..base + 4].try_into().expect("four slots");
    let action = if f != 0 { TimerAction::Go(f) } else { TimerAction::Send(chan) };
    if let Some(index) = m.chan_index(chan).filter(|_| f == 0) {
        m.chans[index].timed = true;
    }
    let when = due(m, d as i64);
    let bubble = m.bubble();
    let id = m.timers.create(action, period, bubble);
    m.arm_timer(id, when);
    set_int(m, base, i64::from(id) + 1);
    NEXT
}

/// `func stopTimer(id int, c chan Time) bool`: nothing that was sent before can be received after.
fn stop_timer(m: &mut Machine, base: usize) -> Done {
    let (id, chan) = (m.stack[base] as u32 - 1, m.stack[base + 1]);
    inside(m, id, "stop")?;
    let armed = m.timers.stop(id);
    let held = m.drain_chan(chan);
    set_bool(m, base, armed || held);
    NEXT
}

/// `func resetTimer(id int, c chan Time, d, period int64) bool`
fn reset_timer(m: &mut Machine, base: usize) -> Done {
    let [id, chan, d, period] = m.stack[base..base + 4].try_into().expect("four slots");
    let id = id as u32 - 1;
    inside(m, id, "reset")?;
    m.timers.all[id as usize].period = period;
    let when = due(m, d as i64);
    let armed = m.timers.stop(id);
    let held = m.drain_chan(chan);
    m.arm_timer(id, when);
    set_bool(m, base, armed || held);
    NEXT
}

/// `func civil(sec int64) (year, month, day, yday, weekday int)`
fn civil(m: &mut Machine, base: usize) -> Done {
    let (days, _) = split(int(m, base));
    let d = date_of(days);
    for (i, v) in [d.year, d.month, d.day, d.yday, weekday(days)].into_iter().enumerate() {
        set_int(m, base + i, v);
    }
    NEXT
}

/// `func seconds(year, month, day, hour, min, sec int) int64`: since year 1; everything may be out of its range.
fn seconds(m: &mut Machine, base: usize) -> Done {
    let [year, month, day, hour, min, sec]: [u64; 6] = m.stack[base..base + 6].try_into().expect("six slots");
    let days = days_of(year as i64, month as i64, 1).wrapping_add(day as i64 - 1);
    let v = days
        .wrapping_mul(86_400)
        .wrapping_add((hour as i64).wrapping_mul(3600))
        .wrapping_add((min as i64).wrapping_mul(60))
        .wrapping_add(sec as i64);
    set_int(m, base, v);
    NEXT
}

/// `func format(sec, nsec int64, offset int, zone, layout string) string`
fn format(m: &mut Machine, base: usize) -> Done {
    let (zone, layout) = (string(m, base + 3), string(m, base + 5));
    let when = layout::When { sec: int(m, base), nsec: int(m, base + 1), offset: int(m, base + 2), zone: &zone };
    let mut out = Vec::new();
    layout::format(&mut out, &when, &layout);
    m.set_string(base, &out);
    NEXT
}

/// `func parse(layout, value string) (sec, nsec int64, kind, offset int, zone, layoutElem, valueElem, message string, ok bool)`:
/// kind 0 nothing of a zone, 1 UTC, 2 offset, 3 name only.
fn parse(m: &mut Machine, base: usize) -> Done {
    let (layout, value) = (string(m, base), string(m, base + 2));
    m.stack[base..base + 13].fill(0);
    match layout::parse(&layout, &value) {
        Ok(p) => {
            let kind = match (p.utc, p.offset, p.zone.is_empty()) {
                (true, ..) => 1,
                (_, Some(_), _) => 2,
                (_, _, false) => 3,
                _ => 0,
            };
            for (i, v) in [p.sec, p.nsec, kind, p.offset.unwrap_or(0)].into_iter().enumerate() {
                set_int(m, base + i, v);
            }
            m.set_string(base + 4, &p.zone);
            set_bool(m, base + 12, true);
        }
        Err(f) => {
            m.set_string(base + 6, &f.layout);
            m.set_string(base + 8, &f.value);
            m.set_string(base + 10, f.message.as_bytes());
        }
    }
    NEXT
}

/// `time.Duration.String`
fn duration_text(d: i64) -> String {
    if d == 0 {
        return "0s".into();
    }
    let sign = if d < 0 { "-" } else { "" };
    let u = d.unsigned_abs();
    let fraction = |v: u64, digits: u32| {
        let unit = 10u64.pow(digits);
        let mut text = format!("{}", v / unit);
        let rest = v % unit;
        if rest != 0 {
            let f = format!("{rest:0width$}", width = digits as usize);
            text.push('.');
            text.push_str(f.trim_end_matches('0'));
        }
        text
    };
    if u < 1_000_000_000 {
        let (digits, unit) = match u {
            0..1_000 => (0, "ns"),
            1_000..1_000_000 => (3, "µs"),
            _ => (6, "ms"),
        };
        return format!("{sign}{}{unit}", fraction(u, digits));
    }
    let minutes = u / 60_000_000_000;
    let secs = fraction(u % 60_000_000_000, 9);
    match (minutes / 60, minutes % 60) {
        (0, 0) => format!("{sign}{secs}s"),
        (0, m) => format!("{sign}{m}m{secs}s"),
        (h, m) => format!("{sign}{h}h{m}m{secs}s"),
    }
}

fn duration_string(m: &mut Machine, base: usize) -> Done {
    let text = duration_text(int(m, base));
    m.set_string(base, text.as_bytes());
    NEXT
}

/// `func parseDuration(s string) (d int64, code int, unit string)`: 0 fine, 1 invalid, 2 no unit, 3 unknown unit.
fn parse_duration(m: &mut Machine, base: usize) -> Done {
    let text = string(m, base);
    let (d, code, unit) = match read_duration(&text) {
        Ok(d) => (d, 0, Vec::new()),
        Err((code, unit)) => (0, code, unit),
    };
    set_int(m, base, d);
    set_int(m, base + 1, code);
    m.set_string(base + 2, &unit);
    NEXT
}

fn read_duration(text: &[u8]) -> Result<i64, (i64, Vec<u8>)> {
    let invalid = || (1, Vec::new());
    let mut s = text;
    let negative = s.first() == Some(&b'-');
    if matches!(s.first(), Some(b'-' | b'+')) {
        s = &s[1..];
    }
    if s == b"0" {
        return Ok(0);
    }
    if s.is_empty() {
        return Err(invalid());
    }
    const LIMIT: u64 = 1 << 63;
    let mut total: u64 = 0;
    while !s.is_empty() {
        let mut whole: u64 = 0;
        let mut any = false;
        while let Some(c) = s.first().filter(|c| c.is_ascii_digit()) {
            any = true;
            let digit = u64::from(c - b'0');
            whole =
                whole.checked_mul(10).and_then(|v| v.checked_add(digit)).filter(|&v| v <= LIMIT).ok_or_else(invalid)?;
            s = &s[1..];
        }
        let (mut part, mut scale, mut over) = (0u64, 1.0f64, false);
        if s.first() == Some(&b'.') {
            s = &s[1..];
            while let Some(c) = s.first().filter(|c| c.is_ascii_digit()) {
                any = true;
                if !over {
                    match part.checked_mul(10).and_then(|v| v.checked_add(u64::from(c - b'0'))).filter(|&v| v < LIMIT) {
                        Some(v) => {
                            part = v;
                            scale *= 10.0;
                        }
                        None => over = true,
                    }
                }
                s = &s[1..];
            }
        }
        if !any {
            return Err(invalid());
        }
        let n = s.iter().take_while(|&&c| c != b'.' && !c.is_ascii_digit()).count();
        if n == 0 {
            return Err((2, Vec::new()));
        }
        let unit: u64 = match std::str::from_utf8(&s[..n]) {
            Ok("ns") => 1,
            Ok("us" | "µs" | "μs") => 1_000,
            Ok("ms") => 1_000_000,
            Ok("s") => 1_000_000_000,
            Ok("m") => 60_000_000_000,
            Ok("h") => 3_600_000_000_000,
            _ => return Err((3, s[..n].to_vec())),
        };
        s = &s[n..];
        let mut v = whole.checked_mul(unit).filter(|&v| v <= LIMIT).ok_or_else(invalid)?;
        if part > 0 {
            v += (part as f64 * (unit as f64 / scale)) as u64;
        }
        total = total.checked_add(v).filter(|&v| v <= LIMIT).ok_or_else(invalid)?;
    }
    if negative {
        return Ok((total as i64).wrapping_neg());
    }
    if total > LIMIT - 1 { Err(invalid()) } else { Ok(total as i64) }
}

/// `func quote(s string) string`: as errors of this package show text.
fn quote(m: &mut Machine, base: usize) -> Done {
    let out = layout::quoted(&string(m, base));
    m.set_string(base, &out);
    NEXT
}

/// Natives of `time`.
pub(super) const TIME: &[(&str, NativeFn)] = &[
    ("time.Duration.String", duration_string),
    ("time.Sleep", sleep),
    ("time.civil", civil),
    ("time.format", format),
    ("time.localZoneFile", zones::file),
    ("time.now", now),
    ("time.parse", parse),
    ("time.parseDuration", parse_duration),
    ("time.question", super::os::question),
    ("time.quote", quote),
    ("time.reply", super::os::reply),
    ("time.resetTimer", reset_timer),
    ("time.seconds", seconds),
    ("time.startTimer", start_timer),
    ("time.stopTimer", stop_timer),
    ("time.zoneFile", zones::file),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_go_writes_them() {
        assert_eq!(duration_text(0), "0s");
        assert_eq!(duration_text(1_500_000_000), "1.5s");
        assert_eq!(duration_text(90_000_000_000), "1m30s");
        assert_eq!(duration_text(3_600_000_000_000), "1h0m0s");
        assert_eq!(duration_text(1_100), "1.1µs");
        assert_eq!(duration_text(-2_000_000), "-2ms");
        assert_eq!(duration_text(i64::MIN), "-2562047h47m16.854775808s");
        assert_eq!(read_duration(b"1h15m30.918s"), Ok(4_530_918_000_000));
        assert_eq!(read_duration(b"3x").expect_err("no such unit").0, 3);
        assert_eq!(read_duration(b"3").expect_err("no unit").0, 2);
        assert_eq!(read_duration(b"").expect_err("nothing").0, 1);
    }
}
