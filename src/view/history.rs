//! What the event log says about goroutines and channels, put in order for drawing, as the log grows.
//!
//! Moments are counted in events: an event with number `n` (from 0) has happened at moment `n + 1`.

use crate::engine::ChannelInfo;
use crate::protocol::StateKind;
use crate::trace::{Event, EventKind, WaitReason};
use std::collections::BTreeMap;

/// Stretches and values kept of one goroutine or channel; beyond twice as many the oldest go.
const MOST: usize = 500_000;

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

/// One goroutine starts or wakes another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) at: u64,
    pub(super) source: u32,
    pub(super) target: u32,
    pub(super) spawn: bool,
}

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
                self.lives.insert(row, Life { goid, entry: 0, stretches: Vec::new() });
                row
            }
        };
        &mut self.lives[row]
    }

    fn set(&mut self, goid: u32, from: u64, kind: StateKind, reason: WaitReason) {
        let stretches = &mut self.life(goid).stretches;
        match stretches.last() {
            Some(last) if last.kind == kind && last.reason == reason => return,
            _ => stretches.push(Stretch { from, kind, reason }),
        }
        if stretches.len() > 2 * MOST {
            stretches.drain(..MOST);
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
            match e.kind {
                EventKind::GoCreate { new, entry } => {
                    self.set(new, at, StateKind::Runnable, WaitReason::None);
                    self.life(new).entry = entry;
                    self.link(Link { at, source: e.goid, target: new, spawn: true });
                }
                EventKind::GoStart => self.set(e.goid, at, StateKind::Running, WaitReason::None),
                EventKind::GoStop { .. } => self.set(e.goid, at, StateKind::Runnable, WaitReason::None),
                EventKind::GoBlock { reason, .. } => self.set(e.goid, at, kind_of(reason), reason),
                EventKind::GoUnblock { goid } => {
                    self.set(goid, at, StateKind::Runnable, WaitReason::None);
                    // Who wakes by passing a value is tied by the value already.
                    if e.goid != 0 && self.passed_at != Some(e.tick) {
                        self.link(Link { at, source: e.goid, target: goid, spawn: false });
                    }
                }
                EventKind::GoEnd => self.set(e.goid, at, StateKind::Done, WaitReason::None),
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
                | EventKind::ChanClose { .. }
                | EventKind::Select { .. }
                | EventKind::Lock { .. }
                | EventKind::Unlock { .. }
                | EventKind::WaitGroup { .. }
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
