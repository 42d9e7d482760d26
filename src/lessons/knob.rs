//! Knobs: a value in the source that a person turns, and how it is found there.

use std::ops::Range;

/// Something to turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knob {
    /// The constant or variable, or [`PROCS`](super::PROCS).
    pub name: String,
    /// What stands beside it.
    pub label: String,
    /// Go expressions.
    pub choices: Vec<String>,
}

/// Where the source gives `name` its value: the bytes behind `=` or `:=` on the first line that does, without a comment.
pub fn literal(source: &str, name: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        if let Some(range) = value_of(line, name) {
            return Some(start + range.start..start + range.end);
        }
        start += line.len();
    }
    None
}

fn value_of(line: &str, name: &str) -> Option<Range<usize>> {
    let mut rest = line.trim_start();
    for word in ["const ", "var "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    rest = rest.strip_prefix(name)?;
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        return None;
    }
    // A type may stand between.
    let (before, value) = rest.split_once('=')?;
    let kind = before.trim().trim_end_matches(':').trim();
    let plain = kind.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '*' | '[' | ']'));
    if !plain || value.starts_with('=') {
        return None;
    }
    let code = value.split(" //").next().unwrap_or(value);
    let from = line.len() - value.len() + (code.len() - code.trim_start().len());
    let to = from + code.trim().len();
    (from < to).then_some(from..to)
}

/// The source with another value for `name`; as it is if it gives none.
pub fn turn(source: &str, name: &str, value: &str) -> String {
    let mut out = source.to_owned();
    if let Some(range) = literal(source, name) {
        out.replace_range(range, value);
    }
    out
}

/// A knob's value as people read it: `20 ms` for `20 * time.Millisecond`.
pub fn shown(value: &str) -> String {
    let unit = |name: &str| match name {
        "time.Nanosecond" => Some("ns"),
        "time.Microsecond" => Some("µs"),
        "time.Millisecond" => Some("ms"),
        "time.Second" => Some("s"),
        "time.Minute" => Some("min"),
        "time.Hour" => Some("h"),
        _ => None,
    };
    match value.split_once(" * ") {
        Some((n, name)) => unit(name).map_or_else(|| value.to_owned(), |u| format!("{n} {u}")),
        None => unit(value).map_or_else(|| value.to_owned(), |u| format!("1 {u}")),
    }
}
