//! Words: times, states and what happened, as sentences.

use super::history::History;
use crate::engine::Session;
use crate::trace::{Event, EventKind, WaitReason};

/// Nanoseconds in the largest unit that keeps them readable.
pub fn duration(nanos: u64) -> String {
    let n = nanos as f64;
    // What rounds up to a thousand of a unit is one of the next.
    let (value, unit) = match nanos {
        0 => return "0 s".into(),
        1..1_000 => return format!("{nanos} ns"),
        1_000..999_500 => (n / 1e3, "µs"),
        999_500..999_500_000 => (n / 1e6, "ms"),
        _ => (n / 1e9, "s"),
    };
    let digits = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    format!("{value:.digits$} {unit}")
}

/// How a run ended, in a sentence.
pub fn ending(kind: &str, code: i32) -> String {
    match (kind, code) {
        ("exit", 0) => "The program ended normally, exit code 0.".into(),
        ("exit", code) => format!("The program ended itself with exit code {code}."),
        ("deadlock", _) => "Deadlock: every goroutine waits for another one. Exit code 2.".into(),
        ("panic", code) => format!("A panic that nobody recovered ended the program. Exit code {code}."),
        (_, code) => format!("The runtime ended the program. Exit code {code}."),
    }
}

/// What happened at one step: the sentences of its events, without those that only repeat.
pub(super) fn happened(events: &[Event], history: &History, session: &Session, now: bool) -> String {
    let mut out = String::new();
    let passed = events.iter().any(|e| matches!(e.kind, EventKind::ChanSend { .. } | EventKind::ChanRecv { .. }));
    for e in events {
        let repeats = passed && matches!(e.kind, EventKind::Select { .. });
        let text = if repeats { String::new() } else { sentence(e, history, session, now) };
        if !text.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&text);
        }
    }
    out
}

fn channel_name(history: &History, chan: u32) -> String {
    let name = history.channels.get(&chan).and_then(|c| c.info.name.clone());
    name.unwrap_or_else(|| if chan == 0 { "a nil channel".into() } else { format!("channel {chan}") })
}

fn sentence(e: &Event, history: &History, session: &Session, now: bool) -> String {
    let who = if e.goid == 0 { "The runtime".to_owned() } else { format!("G{}", e.goid) };
    let channel = |chan| channel_name(history, chan);
    let value = |chan: u32, words| {
        let ty = history.channels.get(&chan).map(|c| c.ty);
        ty.and_then(|ty| session.passed_value(ty, words, now)).unwrap_or_else(|| "a value".into())
    };
    let name = |entry| match session.func_name(entry) {
        name if name.is_empty() => String::new(),
        name => format!(" ({name})"),
    };
    match e.kind {
        EventKind::GoCreate { new, entry } => format!("{who} starts G{new}{}.", name(entry)),
        EventKind::GoStart => format!("{who} runs on P{}.", e.p),
        EventKind::GoStop { preempted: true } => format!("{who} has had its 10 ms and must wait its turn."),
        EventKind::GoStop { preempted: false } => format!("{who} yields."),
        EventKind::GoBlock { reason, chan, .. } => match reason {
            WaitReason::ChanSend | WaitReason::ChanSendNil => format!("{who} waits to send on {}.", channel(chan)),
            WaitReason::ChanReceive | WaitReason::ChanReceiveNil => {
                format!("{who} waits to receive from {}.", channel(chan))
            }
            WaitReason::Select => format!("{who} waits in select."),
            WaitReason::SelectNoCases => format!("{who} waits in select without cases, for ever."),
            WaitReason::Sleep => format!("{who} sleeps."),
            WaitReason::SyncMutexLock | WaitReason::SyncRWMutexRLock | WaitReason::SyncRWMutexLock => {
                format!("{who} waits for a lock ({}).", reason.text())
            }
            WaitReason::SyncWaitGroupWait
            | WaitReason::SyncCondWait
            | WaitReason::SemAcquire
            | WaitReason::IoWait
            | WaitReason::Syscall
            | WaitReason::SynctestRun
            | WaitReason::SynctestWait
            | WaitReason::None => format!("{who} waits ({}).", reason.text()),
        },
        EventKind::GoUnblock { goid } => format!("G{goid} becomes runnable."),
        EventKind::GoEnd => format!("{who} ends."),
        EventKind::ChanMake { chan, cap: 0, .. } => format!("{who} makes {}, unbuffered.", channel(chan)),
        EventKind::ChanMake { chan, cap, .. } => {
            format!("{who} makes {} with room for {cap}.", channel(chan))
        }
        EventKind::ChanSend { chan, to: 0, value: v } => {
            format!("{who} sends {} into {}.", value(chan, v), channel(chan))
        }
        EventKind::ChanSend { chan, to, value: v } => {
            format!("{who} hands {} to G{to} through {}.", value(chan, v), channel(chan))
        }
        EventKind::ChanRecv { chan, ok: false, .. } => {
            format!("{who} receives the zero value: {} is closed and empty.", channel(chan))
        }
        EventKind::ChanRecv { chan, value: v, .. } => {
            format!("{who} receives {} from {}.", value(chan, v), channel(chan))
        }
        EventKind::ChanClose { chan } => format!("{who} closes {}.", channel(chan)),
        EventKind::Select { case } => format!("{who}'s select takes case {}.", case + 1),
        EventKind::Lock { read: false, .. } => format!("{who} locks."),
        EventKind::Lock { read: true, .. } => format!("{who} locks for reading."),
        EventKind::Unlock { read: false, .. } => format!("{who} unlocks."),
        EventKind::Unlock { read: true, .. } => format!("{who} gives back its read lock."),
        EventKind::WaitGroup { count, .. } => format!("{who} sets the WaitGroup's counter to {count}."),
        EventKind::Timer { goid: 0 } => "A timer fires.".into(),
        EventKind::Timer { goid } => format!("A timer wakes G{goid}."),
        EventKind::Output { err: false, .. } => format!("{who} prints."),
        EventKind::Output { err: true, .. } => format!("{who} writes to standard error."),
        EventKind::Panic => format!("{who} panics."),
        EventKind::Recover => format!("{who} recovers."),
        EventKind::Exit { code } => format!("The program ends with exit code {code}."),
        EventKind::Stmt { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_keep_three_figures() {
        let shown = [0, 999, 1_500, 999_990, 20_058_000, 3_000_000_000].map(duration);
        assert_eq!(shown, ["0 s", "999 ns", "1.50 µs", "1.00 ms", "20.1 ms", "3.00 s"]);
    }
}
