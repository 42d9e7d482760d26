//! What mends a broken program: the difference to the one that is whole, line by line.

use crate::base::diff;
use crate::protocol::{Node, el};

/// `text` holds both programs with a zero between them.
pub(super) fn fix(text: &str) -> Node {
    let (broken, whole) = text.split_once('\0').unwrap_or((text, text));
    let told = diff("broken", broken, "whole", whole);
    let line = |l: &str| {
        let class = match l.as_bytes().first() {
            Some(b'+') => "plus",
            Some(b'-') => "minus",
            Some(b'@') => "quiet",
            _ => "",
        };
        el("span", class).says(format!("{l}\n"))
    };
    el("pre", "diff").attr("tabindex", "0").all(told.lines().skip(3).map(line)).into()
}
