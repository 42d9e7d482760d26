//! Which state each goroutine was in, from the event log, as it grows.

use crate::protocol::StateKind;
use crate::trace::{Event, EventKind, WaitReason};
use std::collections::BTreeMap;

/// A stretch of one state: from this step to where the next one starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The step at which it starts.
    pub from: u64,
    /// The state.
    pub kind: StateKind,
}

/// The life of a goroutine.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life {
    /// First instruction of its function.
    pub entry: u32,
    /// Its states in order; the newest [`History::MOST`] are kept.
    pub stretches: Vec<Stretch>,
}

/// The lives of all goroutines up to the events seen.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// By number.
    pub lives: BTreeMap<u32, Life>,
    /// Events seen.
    pub seen: u64,
}

/// The kind of a wait reason.
fn kind_of(reason: WaitReason) -> StateKind {
    match reason {
        WaitReason::ChanReceive | WaitReason::ChanReceiveNil => StateKind::Receive,
        WaitReason::ChanSend | WaitReason::ChanSendNil => StateKind::Send,
        WaitReason::Select | WaitReason::SelectNoCases => StateKind::Select,
        WaitReason::SyncMutexLock
        | WaitReason::SyncRWMutexRLock
        | WaitReason::SyncRWMutexLock
        | WaitReason::SyncWaitGroupWait
        | WaitReason::SyncCondWait
        | WaitReason::SemAcquire => StateKind::Lock,
        WaitReason::Sleep | WaitReason::IoWait | WaitReason::None => StateKind::Sleep,
    }
}

impl History {
    /// Stretches kept of one goroutine.
    pub const MOST: usize = 20_000;

    /// Nothing has happened but that main is ready.
    pub fn new() -> Self {
        let mut history = Self::default();
        history.set(1, 0, StateKind::Runnable);
        history
    }

    fn set(&mut self, goid: u32, from: u64, kind: StateKind) {
        let life = self.lives.entry(goid).or_default();
        match life.stretches.last_mut() {
            Some(last) if last.kind == kind => return,
            // A state that lasted no instruction is not seen.
            Some(last) if last.from == from => last.kind = kind,
            _ => life.stretches.push(Stretch { from, kind }),
        }
        if life.stretches.len() > 2 * Self::MOST {
            life.stretches.drain(..Self::MOST);
        }
    }

    /// Takes further events in.
    pub fn extend(&mut self, events: &[Event]) {
        for e in events {
            self.seen += 1;
            match e.kind {
                EventKind::GoCreate { new, entry } => {
                    self.set(new, e.tick, StateKind::Runnable);
                    self.lives.entry(new).or_default().entry = entry;
                }
                EventKind::GoStart => self.set(e.goid, e.tick, StateKind::Running),
                EventKind::GoStop { .. } => self.set(e.goid, e.tick, StateKind::Runnable),
                EventKind::GoBlock { reason, .. } => self.set(e.goid, e.tick, kind_of(reason)),
                EventKind::GoUnblock { goid } => self.set(goid, e.tick, StateKind::Runnable),
                EventKind::GoEnd => self.set(e.goid, e.tick, StateKind::Done),
                EventKind::ChanMake { .. }
                | EventKind::ChanSend { .. }
                | EventKind::ChanRecv { .. }
                | EventKind::ChanClose { .. }
                | EventKind::Select { .. }
                | EventKind::Lock { .. }
                | EventKind::Unlock { .. }
                | EventKind::WaitGroup { .. }
                | EventKind::Timer { .. }
                | EventKind::Output { .. }
                | EventKind::Panic
                | EventKind::Recover
                | EventKind::Exit { .. }
                | EventKind::Stmt { .. } => {}
            }
        }
    }

    /// The state of a goroutine at `tick`; `None` if it did not exist.
    pub fn state_at(&self, goid: u32, tick: u64) -> Option<StateKind> {
        let life = self.lives.get(&goid)?;
        let after = life.stretches.partition_point(|s| s.from <= tick);
        after.checked_sub(1).map(|i| life.stretches[i].kind)
    }
}
