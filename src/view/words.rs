//! Words: times, states and what happened, as sentences.

use super::history::History;
use super::panels::record::{Record, What, written};
use crate::engine::{ContextState, Output, Session, SyncKind};
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
        ("waiting", _) => "The program waits for connections or signals, and nobody else is there.".into(),
        ("panic", code) => format!("A panic that nobody recovered ended the program. Exit code {code}."),
        (_, code) => format!("The runtime ended the program. Exit code {code}."),
    }
}

/// What sentences are made from.
pub(super) struct Told<'a> {
    pub(super) history: &'a History,
    pub(super) record: &'a Record,
    pub(super) session: &'a Session,
    pub(super) output: &'a [Output],
}

/// Which event a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    /// Its number, from 1.
    number: u64,
    /// Whether it is of the position, so that its values stand in memory.
    now: bool,
}

impl Told<'_> {
    /// What happened at one step: the sentences of its events, without those that only repeat. `last`: the number of the last of them,
    /// from 1.
    pub(super) fn happened(&self, events: &[Event], last: u64, now: bool) -> String {
        let mut out = String::new();
        let passed = events.iter().any(|e| {
            matches!(e.kind, EventKind::ChanSend { .. } | EventKind::ChanRecv { .. } | EventKind::ChanClose { .. })
        });
        for (i, e) in in_order_of_cause(events) {
            let repeats = passed && matches!(e.kind, EventKind::Select { .. });
            let number = (last + i as u64 + 1).saturating_sub(events.len() as u64);
            let text = if repeats { String::new() } else { self.sentence(e, When { number, now }) };
            if !text.is_empty() {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(&text);
            }
        }
        out
    }

    /// Whether all that happened was inside of the library: a text that tells the whole run leaves it out.
    pub(super) fn is_inside(&self, events: &[Event]) -> bool {
        let wakes = |e: &Event| matches!(e.kind, EventKind::GoUnblock { .. });
        !events.iter().any(wakes)
            && events.iter().all(|e| match e.kind {
                EventKind::Lock { addr, .. } => self.record.is_library(addr),
                EventKind::Unlock { addr, .. } => {
                    self.record.is_library(addr) || self.record.kind(addr) == Some(SyncKind::Map)
                }
                EventKind::Select { .. } => !self.record.has_default,
                _ => false,
            })
    }

    /// How a channel is called: by its context, by its variable, else by its number. Where several are made under one name the number
    /// tells them apart.
    pub(super) fn channel(&self, chan: u32) -> String {
        if chan == 0 {
            return "a nil channel".into();
        }
        if let Some(ctx) = self.record.context(chan) {
            return if ctx.named { format!("{}.Done()", ctx.name) } else { "the Done channel of a context".into() };
        }
        let info = self.history.channels.get(&chan).map(|c| &c.info);
        let path = self.record.channel(chan).filter(|p| !p.starts_with('('));
        match info {
            Some(info) if info.library => match path {
                Some(path) => path.to_owned(),
                None if info.elem == "time.Time" => format!("a timer's channel ({chan})"),
                None => format!("a channel of package {} ({chan})", info.package),
            },
            Some(info) => match (&info.name, path) {
                (Some(name), _) if self.record.is_shared_name(name) => format!("{name} #{chan}"),
                (Some(name), _) => name.clone(),
                (None, Some(path)) => path.to_owned(),
                (None, None) => format!("chan {chan}"),
            },
            None => path.map_or_else(|| format!("chan {chan}"), str::to_owned),
        }
    }

    /// How a lock or the like is called.
    fn lock(&self, addr: u64, else_called: &str) -> String {
        self.record.name(addr).unwrap_or(else_called).to_owned()
    }

    fn name(&self, goid: u32, entry: u32) -> String {
        let task = self.session.task_of(goid, entry);
        match self.session.func_name(task) {
            name if name.is_empty() => String::new(),
            name if task != entry => format!(" ({name}) by WaitGroup.Go"),
            name => format!(" ({name})"),
        }
    }

    fn value(&self, chan: u32, words: [u64; 2], when: When) -> String {
        let ty = self.history.channels.get(&chan).map(|c| c.ty);
        let text = ty.and_then(|ty| self.session.passed_value(ty, words, when.now));
        let known = || self.record.values.get(&when.number).cloned().flatten();
        text.or_else(known).map_or_else(|| "a value".into(), |v| short(&v, 40))
    }

    /// One event as a sentence; empty for what is not worth one.
    pub(super) fn sentence(&self, e: &Event, when: When) -> String {
        let who = if e.goid == 0 { "The runtime".to_owned() } else { format!("G{}", e.goid) };
        let channel = |chan| self.channel(chan);
        match e.kind {
            EventKind::GoCreate { new, entry } => format!("{who} starts G{new}{}.", self.name(new, entry)),
            EventKind::GoStart => format!("{who} runs on P{}.", e.p),
            EventKind::GoStop { .. } if self.session.is_explored() => {
                format!("{who} stands before its next operation.")
            }
            EventKind::GoStop { preempted: true } => {
                format!("{who} has had its 10 ms on P{} and goes to the end of the global queue.", e.p)
            }
            EventKind::GoStop { preempted: false } => format!("{who} yields and goes to the end of the global queue."),
            EventKind::GoBlock { reason, chan, addr } => self.blocks(&who, reason, chan, addr),
            EventKind::GoUnblock { goid } => format!("G{goid} becomes runnable."),
            EventKind::GoEnd => format!("{who} ends."),
            EventKind::ChanMake { chan, .. } if self.is_library(chan) => {
                format!("{who} makes {}.", channel(chan))
            }
            EventKind::ChanMake { chan, cap: 0, .. } => format!("{who} makes {}, unbuffered.", channel(chan)),
            EventKind::ChanMake { chan, cap, .. } => format!("{who} makes {} with room for {cap}.", channel(chan)),
            EventKind::ChanSend { chan, value, to } => {
                let time = e.goid == 0 && self.is_library(chan);
                let value = if time { "the time".to_owned() } else { self.value(chan, value, when) };
                let who = if time { "A timer".to_owned() } else { who };
                match to {
                    0 => format!("{who} sends {value} into {}.", channel(chan)),
                    to => format!("{who} hands {value} to G{to} through {}.", channel(chan)),
                }
            }
            EventKind::ChanRecv { chan, ok: false, .. } => match self.record.context(chan) {
                // As `Err` does, too.
                Some(ctx) if self.record.has_received(chan, e.goid, when.number) => {
                    format!("{who} sees again that {} has ended.", context(ctx))
                }
                Some(ctx) => format!("{who} learns that {} has ended.", context(ctx)),
                None => format!("{who} receives the zero value: {} is closed and empty.", channel(chan)),
            },
            EventKind::ChanRecv { chan, value, .. } if self.is_timed(chan) => {
                let _ = value;
                format!("{who} receives the time from {}.", channel(chan))
            }
            EventKind::ChanRecv { chan, value, from, .. } => {
                let moves = self.history.channels.get(&chan).is_some_and(|c| c.cap > 0) && from != 0;
                let moves = if moves { format!(", and the value of G{from} moves in") } else { String::new() };
                format!("{who} receives {} from {}{moves}.", self.value(chan, value, when), channel(chan))
            }
            EventKind::ChanClose { chan } => match self.record.context(chan) {
                Some(ctx) if ctx.err.as_deref() == Some("context deadline exceeded") || self.is_deadline(e.goid) => {
                    format!("The time of {} is over: {who} closes {}.", context(ctx), channel(chan))
                }
                Some(ctx) => format!("{who} cancels {}.", context(ctx)),
                None => format!("{who} closes {}.", channel(chan)),
            },
            EventKind::Select { case } if self.waited(e.goid, when.number) == WaitReason::Select => {
                format!("{who} goes on with case {} of its select.", case + 1)
            }
            EventKind::Select { case } if self.passes_next(e, when.number) => {
                format!("{who} takes case {} of its select.", case + 1)
            }
            // Where nothing is passed on, none was ready and it has taken its default: the library's own selects are not told of.
            EventKind::Select { .. } if self.record.has_default => {
                format!("{who} finds no case of its select ready and takes the default.")
            }
            EventKind::Select { .. } => format!("{who} goes through a select inside the library."),
            EventKind::Lock { addr, .. } if self.record.is_library(addr) => {
                format!("{who} takes a lock inside the library.")
            }
            EventKind::Unlock { addr, .. } if self.record.is_library(addr) => {
                format!("{who} gives a lock inside the library back.")
            }
            EventKind::Lock { addr, read } => match (self.record.kind(addr), read) {
                // It has waited for who called it, or has come just then.
                (Some(SyncKind::Once), _) if self.was_unlocked(addr, when.number) => {
                    format!("{who} finds {} done.", self.lock(addr, "a Once"))
                }
                (Some(SyncKind::Once), _) => format!("{who} calls the function of {}.", self.lock(addr, "a Once")),
                (Some(SyncKind::Map), _) => format!("{who} uses {}.", self.lock(addr, "a sync.Map")),
                (_, false) => format!("{who} locks {}.", self.lock(addr, "a lock")),
                (_, true) => format!("{who} locks {} for reading.", self.lock(addr, "a lock")),
            },
            EventKind::Unlock { addr, read } => match (self.record.kind(addr), read) {
                (Some(SyncKind::Once), _) if self.was_unlocked(addr, when.number) => {
                    format!("{who} leaves {}.", self.lock(addr, "a Once"))
                }
                (Some(SyncKind::Once), _) => format!("{who} is done with {}.", self.lock(addr, "a Once")),
                (Some(SyncKind::Map), _) => format!("{who} is done with {}.", self.lock(addr, "a sync.Map")),
                (_, false) => format!("{who} unlocks {}.", self.lock(addr, "a lock")),
                (_, true) => format!("{who} gives {} back, which it had for reading.", self.lock(addr, "a lock")),
            },
            EventKind::WaitGroup { addr, count } => {
                format!("{who} brings {} to {count}.", self.lock(addr, "a WaitGroup"))
            }
            EventKind::Timer { goid: 0 } => "A timer fires.".into(),
            EventKind::Timer { goid } if self.waited(goid, when.number) == WaitReason::Syscall => {
                format!("The system call of G{goid} is over.")
            }
            EventKind::Timer { goid } => format!("A timer wakes G{goid}."),
            EventKind::Output { err, .. } => {
                let to = if err { " to standard error" } else { "" };
                match written(self.output, e.tick) {
                    Some(text) if !text.trim().is_empty() => {
                        let mut lines = text.trim_end_matches('\n').lines();
                        let first = short(lines.next().unwrap_or_default(), 60);
                        let more = if lines.next().is_some() { " and more" } else { "" };
                        format!("{who} prints {first:?}{more}{to}.")
                    }
                    _ => format!("{who} prints{to}."),
                }
            }
            EventKind::Panic => format!("{who} panics."),
            EventKind::Recover => format!("{who} recovers from its panic."),
            EventKind::Exit { code } => format!("The program ends with exit code {code}."),
            EventKind::Stmt { .. } => String::new(),
        }
    }

    /// What a goroutine waited for when event `number` happened.
    fn waited(&self, goid: u32, number: u64) -> WaitReason {
        let life = self.history.row(goid).map(|row| &self.history.lives[row]);
        life.and_then(|life| life.at(number.saturating_sub(1))).map_or(WaitReason::None, |s| s.reason)
    }

    /// Whether the event behind this one, of the same instruction, is what a select does that has found a case.
    fn passes_next(&self, e: &Event, number: u64) -> bool {
        let next = self.session.events_after(number, 1);
        next.first().is_some_and(|next| {
            let passes =
                matches!(next.kind, EventKind::ChanSend { .. } | EventKind::ChanRecv { .. } | EventKind::Panic);
            passes && (next.tick, next.goid) == (e.tick, e.goid)
        })
    }

    /// Whether a lock was given back before event `number`.
    fn was_unlocked(&self, addr: u64, number: u64) -> bool {
        let deeds = self.record.deeds(addr, number.saturating_sub(1));
        deeds.iter().any(|d| matches!(d.what, What::Unlock { .. }))
    }

    /// Whether this goroutine is what the timer of a context's deadline runs.
    fn is_deadline(&self, goid: u32) -> bool {
        let life = self.history.row(goid).map(|row| &self.history.lives[row]);
        life.is_some_and(|l| l.creator == 0 && self.session.func_name(l.entry).starts_with("context.WithDeadline"))
    }

    fn is_library(&self, chan: u32) -> bool {
        self.history.channels.get(&chan).is_some_and(|c| c.info.library)
    }

    fn is_timed(&self, chan: u32) -> bool {
        self.history.channels.get(&chan).is_some_and(|c| c.info.library && c.info.elem == "time.Time")
    }

    fn blocks(&self, who: &str, reason: WaitReason, chan: u32, addr: u64) -> String {
        let lock = |what: &str| self.lock(addr, what);
        match reason {
            WaitReason::ChanSendNil => format!("{who} sends to a nil channel and waits for ever."),
            WaitReason::ChanReceiveNil => format!("{who} receives from a nil channel and waits for ever."),
            WaitReason::ChanSend => format!("{who} waits to send on {}.", self.channel(chan)),
            WaitReason::ChanReceive => match self.record.context(chan) {
                Some(ctx) => format!("{who} waits for {} to end.", context(ctx)),
                None => format!("{who} waits to receive from {}.", self.channel(chan)),
            },
            WaitReason::Select => format!("{who} waits in select."),
            WaitReason::SelectNoCases => format!("{who} waits in a select without cases, for ever."),
            WaitReason::Sleep => format!("{who} sleeps."),
            WaitReason::SyncMutexLock if self.record.kind(addr) == Some(SyncKind::Once) => {
                format!("{who} waits until the function of {} has returned.", lock("a Once"))
            }
            WaitReason::SyncMutexLock => format!("{who} waits for {}.", lock("a lock")),
            WaitReason::SyncRWMutexLock => format!("{who} waits to write under {}.", lock("a lock")),
            WaitReason::SyncRWMutexRLock => format!("{who} waits to read under {}.", lock("a lock")),
            WaitReason::SyncWaitGroupWait => format!("{who} waits for {} to come to 0.", lock("a WaitGroup")),
            WaitReason::SyncCondWait => format!("{who} waits for a signal on {}.", lock("a Cond")),
            WaitReason::SemAcquire
            | WaitReason::IoWait
            | WaitReason::Syscall
            | WaitReason::SynctestRun
            | WaitReason::SynctestWait
            | WaitReason::None => format!("{who} waits ({}).", reason.text()),
        }
    }
}

/// Events of one instruction with their places: what somebody does comes before that another one becomes runnable by it. A timer that
/// wakes somebody says so by itself.
fn in_order_of_cause(events: &[Event]) -> Vec<(usize, &Event)> {
    let mut out: Vec<(usize, &Event)> = Vec::with_capacity(events.len());
    for (i, e) in events.iter().enumerate() {
        let wakes = |e: &Event| matches!(e.kind, EventKind::GoUnblock { .. });
        let passes =
            matches!(e.kind, EventKind::ChanSend { .. } | EventKind::ChanRecv { .. } | EventKind::ChanClose { .. });
        match (out.last().map(|l| l.1.kind), e.kind) {
            (Some(EventKind::Timer { goid: woken }), EventKind::GoUnblock { goid }) if woken == goid => {}
            _ if passes => {
                let before = out.iter().rev().take_while(|(_, o)| wakes(o) && o.goid == e.goid).count();
                out.insert(out.len() - before, (i, e));
            }
            _ => out.push((i, e)),
        }
    }
    out
}

/// How a context is called.
fn context(ctx: &ContextState) -> &str {
    if ctx.named { &ctx.name } else { "a context" }
}

/// A text of at most so many characters.
fn short(value: &str, most: usize) -> String {
    if value.chars().count() <= most { value.to_owned() } else { value.chars().take(most - 1).chain(['…']).collect() }
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
