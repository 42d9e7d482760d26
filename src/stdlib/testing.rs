//! Package `testing`: matching of names, output of examples, calls of fuzz targets.

use super::abi::{Done, NEXT, set_bool, set_strings};
use crate::bytecode::RTypeId;
use crate::runtime::{Machine, NativeFn};
use regex_lite::Regex;

/// `func matchString(pattern, s string) (ok bool, problem string)`
fn match_string(m: &mut Machine, base: usize) -> Done {
    let (pattern, text) = (m.text_at(base), m.text_at(base + 2));
    let (ok, problem) = match Regex::new(&pattern) {
        Ok(regex) => (regex.is_match(&text), String::new()),
        Err(e) => (false, format!("error parsing regexp: {e}: `{pattern}`")),
    };
    set_bool(m, base, ok);
    m.set_string(base + 1, problem.as_bytes());
    NEXT
}

/// `func arguments() []string`
fn arguments(m: &mut Machine, base: usize) -> Done {
    let list = std::sync::Arc::clone(&m.test_args);
    let slots: Vec<u64> = list.iter().flat_map(|arg| <[u64; 2]>::from(m.new_string(arg.as_bytes()))).collect();
    set_strings(m, base, &slots);
    NEXT
}

/// `func panicOnExit0(on bool)`
fn panic_on_exit0(m: &mut Machine, base: usize) -> Done {
    m.exit0_panics = m.stack[base] != 0;
    NEXT
}

/// `func capture()`
fn capture(m: &mut Machine, _base: usize) -> Done {
    m.captured = Some(Vec::new());
    NEXT
}

/// `func captured() string`
fn captured(m: &mut Machine, base: usize) -> Done {
    let text = m.captured.take().unwrap_or_default();
    m.set_string(base, &text);
    NEXT
}

/// `func call(f any, t *T, values []any)`: the types fit, `testing.F.Fuzz` has seen to that.
fn call(m: &mut Machine, base: usize) -> Done {
    let (closure, t, list, len) = (m.stack[base + 1], m.stack[base + 2], m.stack[base + 3], m.stack[base + 4] as usize);
    let mut args = vec![t];
    for i in 0..len {
        let word = |k: usize| m.heap.load(list, 2 * i + k, crate::bytecode::Narrow::U32).unwrap_or(0);
        args.extend(m.iface_slots(RTypeId(word(0) as u32), word(1)));
    }
    m.call_closure(closure, &args)
}

/// Natives of `testing`.
pub(super) const TESTING: &[(&str, NativeFn)] = &[
    ("testing.arguments", arguments),
    ("testing.call", call),
    ("testing.capture", capture),
    ("testing.captured", captured),
    ("testing.matchString", match_string),
    ("testing.panicOnExit0", panic_on_exit0),
];
