//! Package `internal/synctest`: bubbles.

use super::abi::{Done, NEXT, panic_text};
use crate::runtime::{Machine, NativeFn};

/// `func Run(f func())`: starts again whenever the bubble has to be looked after.
fn run(m: &mut Machine, base: usize) -> Done {
    if m.take_param() != 0 {
        return m.bubble_turn();
    }
    if m.bubble() != 0 {
        return Err(panic_text(m, "synctest.Run called from within a synctest bubble"));
    }
    let closure = m.stack[base];
    m.bubble_start(closure)
}

fn wait(m: &mut Machine, _base: usize) -> Done {
    if m.take_param() != 0 {
        m.bubble_waited();
        return NEXT;
    }
    if m.bubble() == 0 {
        return Err(panic_text(m, "goroutine is not in a bubble"));
    }
    match m.bubble_wait() {
        Some(flow) => Ok(flow),
        None => Err(panic_text(m, "wait already in progress")),
    }
}

/// Natives of `internal/synctest`.
pub(super) const SYNCTEST: &[(&str, NativeFn)] = &[("internal/synctest.Run", run), ("internal/synctest.Wait", wait)];
