//! What the event log says about goroutines and channels, put in order for drawing, as the log grows.
//!
//! Moments are counted in events: an event with number `n` (from 0) has happened at moment `n + 1`.

use crate::engine::ChannelInfo;
use crate::protocol::StateKind;
use crate::trace::{Event, EventKind, WaitReason};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Stretches and values kept of one goroutine or channel; beyond twice as many the oldest go.
const MOST: usize = 500_000;

/// Nanoseconds in which nobody runs that count as idle.
const SHORTEST_IDLE: u64 = 2_000;

/// Where a class counts a state.
fn third_of(kind: StateKind) -> Option<usize> {
    match kind {
        StateKind::Running => Some(0),
        StateKind::Runnable => Some(1),
        StateKind::Done | StateKind::Unborn => None,
        _ => Some(2),
    }
}

/// A stretch of one state: from this moment to where the next one starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: u64,
    pub(super) kind: StateKind,
    pub(super) reason: WaitReason,
}

/// The life of a goroutine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Life {
    pub(super) goid: u32,
    /// Who started it, 0 for main.
    pub(super) creator: u32,
    /// First instruction of its function.
    pub(super) entry: u32,
    /// Its states in order.
    pub(super) stretches: Vec<Stretch>,
}

/// A value on its way through a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pass {
    pub(super) sent: u64,
    pub(super) sender: u32,
    /// `u64::MAX` while it lies in the buffer.
    pub(super) received: u64,
    pub(super) receiver: u32,
    pub(super) words: [u64; 2],
}

/// A channel's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Traffic {
    pub(super) info: ChannelInfo,
    pub(super) ty: u32,
    pub(super) cap: u32,
    /// All values in the order of sending, which is that of receiving.
    pub(super) passes: Vec<Pass>,
    /// How many of them have been received.
    received: usize,
}

/// One goroutine's doing makes another go on: what came before happens before what comes after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    /// When the cause was.
    pub(super) from: u64,
    /// When it had its effect.
    pub(super) at: u64,
    pub(super) source: u32,
    pub(super) target: u32,
    pub(super) kind: LinkKind,
}

/// Kinds of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkKind {
    /// A `go` statement.
    Spawn,
    /// One makes the other runnable.
    Wake,
    /// An unlock before the next lock.
    Lock,
    /// A channel is closed under the other's hands.
    Close,
    /// A context's channel is.
    Cancel,
    /// A WaitGroup's counter goes from hand to hand; not drawn.
    Count,
}

/// A stretch of time in which nobody ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Idle {
    /// It lies behind this many events.
    pub(super) after: u64,
    /// When it starts, in virtual nanoseconds.
    pub(super) start: u64,
    pub(super) nanos: u64,
    /// Idle nanoseconds before it.
    pub(super) before: u64,
}

/// Goroutines with the same function and creator: how many of them are in which state, from a moment on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Class {
    pub(super) members: u32,
    /// Moment, running, runnable and waiting.
    pub(super) counts: Vec<(u64, [u32; 3])>,
}

/// A P: from a moment on it has this goroutine, 0 for none.
pub(super) type Proc = Vec<(u64, u32)>;

/// All lives and channels up to the events seen.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    /// By number.
    pub(super) lives: Vec<Life>,
    /// By number.
    pub(super) channels: BTreeMap<u32, Traffic>,
    /// In order of time.
    pub(super) links: Vec<Link>,
    /// Moments at which something was printed; the first ten thousand.
    pub(super) prints: Vec<u64>,
    /// Virtual time of each event, never falling.
    pub(super) times: Vec<u64>,
    /// How many of the events up to each are communication: what is left when quiet steps are folded.
    pub(super) talks: Vec<u32>,
    /// In order of time.
    pub(super) idles: Vec<Idle>,
    /// By creator and function.
    pub(super) classes: BTreeMap<(u32, u32), Class>,
    pub(super) procs: Vec<Proc>,
    /// Goroutines on a P.
    running: usize,
    /// Who unlocked what when: address to moment and goroutine.
    unlocked: FxHashMap<u64, (u64, u32)>,
    /// The same of counters of WaitGroups.
    counted: FxHashMap<u64, (u64, u32)>,
    /// The step of the last close, and whether it was a context's.
    closed_at: Option<(u64, bool)>,
    /// Events seen.
    pub(super) seen: u64,
    /// The step at which a value last went through a channel.
    passed_at: Option<u64>,
}

/// The kind of a wait reason.
pub(super) fn kind_of(reason: WaitReason) -> StateKind {
    match reason {
        WaitReason::ChanReceive | WaitReason::ChanReceiveNil => StateKind::Receive,
        WaitReason::ChanSend | WaitReason::ChanSendNil => StateKind::Send,
        WaitReason::Select | WaitReason::SelectNoCases => StateKind::Select,
        WaitReason::SyncMutexLock
        | WaitReason::SyncRWMutexRLock
        | WaitReason::SyncRWMutexLock
        | WaitReason::SemAcquire => StateKind::Lock,
        WaitReason::SyncWaitGroupWait
        | WaitReason::SyncCondWait
        | WaitReason::SynctestRun
        | WaitReason::SynctestWait => StateKind::Wait,
        WaitReason::Sleep | WaitReason::IoWait | WaitReason::Syscall | WaitReason::None => StateKind::Sleep,
    }
}

/// Whether a goroutine in this state waits for something.
pub(super) fn waits(kind: StateKind) -> bool {
    matches!(
        kind,
        StateKind::Send | StateKind::Receive | StateKind::Select | StateKind::Lock | StateKind::Wait | StateKind::Sleep
    )
}

impl History {
    /// Nothing has happened but that main is ready.
    pub(super) fn new() -> Self {
        let mut history = Self::default();
        history.set(1, 0, StateKind::Runnable, WaitReason::None);
        history
    }

    /// The lane of a goroutine.
    pub(super) fn row(&self, goid: u32) -> Option<usize> {
        self.lives.binary_search_by_key(&goid, |l| l.goid).ok()
    }

    fn life(&mut self, goid: u32) -> &mut Life {
        let row = match self.lives.binary_search_by_key(&goid, |l| l.goid) {
            Ok(row) => row,
            Err(row) => {
                self.lives.insert(row, Life { goid, creator: 0, entry: 0, stretches: Vec::new() });
                row
            }
        };
        &mut self.lives[row]
    }

    fn set(&mut self, goid: u32, from: u64, kind: StateKind, reason: WaitReason) {
        let life = self.life(goid);
        let before = life.stretches.last().map(|s| s.kind);
        match life.stretches.last() {
            Some(last) if last.kind == kind && last.reason == reason => return,
            _ => life.stretches.push(Stretch { from, kind, reason }),
        }
        if life.stretches.len() > 2 * MOST {
            life.stretches.drain(..MOST);
        }
        let class = (life.creator, life.entry);
        self.running -= usize::from(before == Some(StateKind::Running));
        self.running += usize::from(kind == StateKind::Running);
        let class = self.classes.entry(class).or_default();
        let mut counts = class.counts.last().map_or([0; 3], |c| c.1);
        if let Some(i) = before.and_then(third_of) {
            counts[i] -= 1;
        }
        if let Some(i) = third_of(kind) {
            counts[i] += 1;
        }
        class.members += u32::from(before.is_none());
        match class.counts.last_mut() {
            Some(last) if last.0 == from => last.1 = counts,
            _ => class.counts.push((from, counts)),
        }
        if class.counts.len() > 2 * MOST {
            class.counts.drain(..MOST);
        }
    }

    fn clock(&mut self, e: &Event) {
        let last = self.times.last().copied().unwrap_or(0);
        let time = e.time.max(last);
        if self.running == 0 && time > last + SHORTEST_IDLE && self.seen > 1 {
            let before = self.idles.last().map_or(0, |i| i.before + i.nanos);
            self.idles.push(Idle { after: self.seen - 1, start: last, nanos: time - last, before });
        }
        self.times.push(time);
        let loud = !matches!(
            e.kind,
            EventKind::GoStart
                | EventKind::GoStop { .. }
                | EventKind::GoUnblock { .. }
                | EventKind::Timer { .. }
                | EventKind::Stmt { .. }
        );
        let talks = self.talks.last().copied().unwrap_or(0);
        self.talks.push(talks + u32::from(loud));
    }

    fn on_proc(&mut self, p: u16, goid: u32) {
        let p = usize::from(p);
        if self.procs.len() <= p {
            self.procs.resize(p + 1, Vec::new());
        }
        let at = self.seen;
        let proc = &mut self.procs[p];
        if proc.last().is_none_or(|last| last.1 != goid) {
            proc.push((at, goid));
        }
        if proc.len() > 2 * MOST {
            proc.drain(..MOST);
        }
    }

    fn link(&mut self, link: Link) {
        self.links.push(link);
        if self.links.len() > 2 * MOST {
            self.links.drain(..MOST);
        }
    }

    /// Takes further events in; `info` tells of the channel made by an instruction with a type.
    pub(super) fn extend(&mut self, events: &[Event], info: impl Fn(u32, u32) -> ChannelInfo) {
        for e in events {
            self.seen += 1;
            let at = self.seen;
            self.clock(e);
            let link = |from, source, target, kind| Link { from, at, source, target, kind };
            match e.kind {
                EventKind::GoCreate { new, entry } => {
                    let life = self.life(new);
                    (life.entry, life.creator) = (entry, e.goid);
                    self.set(new, at, StateKind::Runnable, WaitReason::None);
                    self.link(link(at, e.goid, new, LinkKind::Spawn));
                }
                EventKind::GoStart => {
                    self.set(e.goid, at, StateKind::Running, WaitReason::None);
                    self.on_proc(e.p, e.goid);
                }
                EventKind::GoStop { .. } => {
                    self.set(e.goid, at, StateKind::Runnable, WaitReason::None);
                    self.on_proc(e.p, 0);
                }
                EventKind::GoBlock { reason, .. } => {
                    self.set(e.goid, at, kind_of(reason), reason);
                    self.on_proc(e.p, 0);
                }
                EventKind::GoUnblock { goid } => {
                    self.set(goid, at, StateKind::Runnable, WaitReason::None);
                    let kind = match self.closed_at {
                        Some((tick, true)) if tick == e.tick => LinkKind::Cancel,
                        Some((tick, false)) if tick == e.tick => LinkKind::Close,
                        _ => LinkKind::Wake,
                    };
                    // Who wakes by passing a value is tied by the value already.
                    let tied = self.passed_at == Some(e.tick);
                    if e.goid != 0 && (!tied || kind != LinkKind::Wake) {
                        self.link(link(at, e.goid, goid, kind));
                    }
                }
                EventKind::GoEnd => {
                    self.set(e.goid, at, StateKind::Done, WaitReason::None);
                    self.on_proc(e.p, 0);
                }
                EventKind::ChanClose { chan } => {
                    let cancels = self.channels.get(&chan).is_some_and(|c| c.info.of_context);
                    self.closed_at = Some((e.tick, cancels));
                }
                EventKind::Lock { addr, .. } => {
                    if let Some(&(from, source)) = self.unlocked.get(&addr)
                        && source != e.goid
                    {
                        // That it was woken by the same unlock needs no wire of its own.
                        let woken = |l: &&mut Link| {
                            l.kind == LinkKind::Wake && (l.source, l.target) == (source, e.goid) && l.at + 2 >= from
                        };
                        if let Some(wake) = self.links.iter_mut().rev().take(64).find(woken) {
                            wake.kind = LinkKind::Count;
                        }
                        self.link(link(from, source, e.goid, LinkKind::Lock));
                    }
                }
                EventKind::Unlock { addr, .. } => {
                    self.unlocked.insert(addr, (at, e.goid));
                }
                EventKind::WaitGroup { addr, .. } => {
                    if let Some((from, source)) = self.counted.insert(addr, (at, e.goid))
                        && source != e.goid
                    {
                        self.link(link(from, source, e.goid, LinkKind::Count));
                    }
                }
                EventKind::ChanMake { chan, cap, ty, at } => {
                    let traffic = Traffic { info: info(at, ty), ty, cap, passes: Vec::new(), received: 0 };
                    self.channels.insert(chan, traffic);
                }
                EventKind::ChanSend { chan, to, value } => {
                    self.passed_at = Some(e.tick);
                    if let Some(c) = self.channels.get_mut(&chan) {
                        c.send(at, e.goid, value);
                        if to != 0 {
                            c.receive(at, to);
                        }
                    }
                }
                EventKind::ChanRecv { chan, from, ok: true, value } => {
                    self.passed_at = Some(e.tick);
                    if let Some(c) = self.channels.get_mut(&chan) {
                        if c.cap == 0 && from != 0 {
                            c.send(at, from, value);
                            c.receive(at, e.goid);
                        } else {
                            c.receive(at, e.goid);
                            // A sender that waited puts its value into the place that has become free; its words are
                            // those of a later event, the one that takes it out.
                            if from != 0 {
                                c.send(at, from, [0; 2]);
                            }
                            c.tell_words(value);
                        }
                    }
                }
                EventKind::Output { .. } => {
                    if self.prints.len() < 10_000 {
                        self.prints.push(at);
                    }
                }
                EventKind::ChanRecv { ok: false, .. }
                | EventKind::Select { .. }
                | EventKind::Timer { .. }
                | EventKind::Panic
                | EventKind::Recover
                | EventKind::Exit { .. }
                | EventKind::Stmt { .. } => {}
            }
        }
    }
}

impl Life {
    /// The stretch at a moment; `None` before its birth.
    pub(super) fn at(&self, moment: u64) -> Option<&Stretch> {
        let after = self.stretches.partition_point(|s| s.from <= moment);
        after.checked_sub(1).map(|i| &self.stretches[i])
    }
}

impl Traffic {
    fn send(&mut self, at: u64, sender: u32, words: [u64; 2]) {
        if self.passes.len() >= 2 * MOST && self.received > MOST {
            self.passes.drain(..MOST);
            self.received -= MOST;
        }
        self.passes.push(Pass { sent: at, sender, received: u64::MAX, receiver: 0, words });
    }

    fn receive(&mut self, at: u64, receiver: u32) {
        if let Some(pass) = self.passes.get_mut(self.received) {
            (pass.received, pass.receiver) = (at, receiver);
            self.received += 1;
        }
    }

    /// The value that was received last has these words.
    fn tell_words(&mut self, words: [u64; 2]) {
        if let Some(pass) = self.received.checked_sub(1).and_then(|i| self.passes.get_mut(i)) {
            pass.words = words;
        }
    }

    /// Values in the buffer at a moment, the next one out first.
    pub(super) fn buffered(&self, moment: u64) -> &[Pass] {
        let received = self.passes.partition_point(|p| p.received <= moment);
        let sent = self.passes.partition_point(|p| p.sent <= moment);
        &self.passes[received.min(sent)..sent]
    }

    /// The value that was received last at a moment.
    pub(super) fn last(&self, moment: u64) -> Option<&Pass> {
        self.passes.partition_point(|p| p.received <= moment).checked_sub(1).map(|i| &self.passes[i])
    }
}
