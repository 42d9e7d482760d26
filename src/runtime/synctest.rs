//! Bubbles of `testing/synctest`: groups of goroutines with a clock that moves only while all of them wait for each other.
//!
//! Follows Go's `runtime/synctest.go`. Whoever makes a bubble is its root: it waits until nobody in the bubble can go on, moves
//! the clock to the next timer, and comes back when all have ended.

use super::*;
use crate::bytecode::Narrow;
use crate::trace::WaitReason;
use std::collections::BTreeMap;

/// Midnight UTC, 1 January 2000, in nanoseconds since 1970: what a bubble's clock shows first.
const START: u64 = 946_684_800_000_000_000;
/// What it costs to move a bubble's clock, so that one that only ticks comes to an end.
const TURN: u64 = 10_000;

/// A bubble.
#[derive(Debug, Clone)]
pub struct Bubble {
    /// Who made it.
    root: u32,
    /// The goroutine that runs its function.
    main: u32,
    /// Who is in `synctest.Wait`, or `NONE`.
    waiter: u32,
    /// Whether `main` has ended: the clock stands still then.
    done: bool,
    /// Nanoseconds since 1970.
    now: u64,
    /// Goroutines, the root among them.
    total: u32,
    /// Those that do not wait for the bubble.
    running: u32,
}

/// All bubbles.
#[derive(Debug, Clone, Default)]
pub struct Bubbles {
    all: BTreeMap<u32, Bubble>,
    made: u32,
}

impl Bubbles {
    /// What a bubble's clock shows; `None` for the world outside.
    pub fn now(&self, bubble: u32) -> Option<u64> {
        if bubble == 0 { None } else { self.all.get(&bubble).map(|b| b.now) }
    }

    pub(super) fn started(&mut self, bubble: u32) {
        if let Some(b) = self.all.get_mut(&bubble) {
            b.total += 1;
            b.running += 1;
        }
    }

    pub(super) fn woken(&mut self, bubble: u32) {
        if let Some(b) = self.all.get_mut(&bubble) {
            b.running += 1;
        }
    }
}

impl Machine {
    /// The bubble of the running goroutine, 0 for none.
    pub fn bubble(&self) -> u32 {
        self.gs.get(self.loaded as usize).map_or(0, |g| g.bubble)
    }

    /// Whether a channel belongs to a bubble in which the running goroutine is not.
    pub(super) fn outside_of(&self, chan: usize) -> bool {
        self.chans[chan].bubble != self.bubble()
    }

    /// Makes a bubble around a call of `closure` and waits for it. The native starts again when the bubble needs a decision
    /// ([`bubble_turn`](Self::bubble_turn)).
    ///
    /// # Errors
    /// When there are too many goroutines.
    pub fn bubble_start(&mut self, closure: u64) -> Result<Flow, Trap> {
        let root = self.loaded;
        self.bubbles.made += 1;
        let id = self.bubbles.made;
        let bubble = Bubble { root, main: NONE, waiter: NONE, done: false, now: START, total: 1, running: 1 };
        self.bubbles.all.insert(id, bubble);
        self.gs[root as usize].bubble = id;
        let living = self.gs.len();
        let free = self.free_gs.last().copied();
        self.go(closure, &[])?;
        if let Some(b) = self.bubbles.all.get_mut(&id) {
            b.main = free.unwrap_or(living as u32);
        }
        Ok(self.park_retry(WaitReason::SynctestRun, Waiting::Nothing))
    }

    /// Everybody in the root's bubble waits: moves its clock, or ends it.
    ///
    /// # Errors
    /// When goroutines are left that nobody will ever wake.
    pub fn bubble_turn(&mut self) -> Result<Flow, Trap> {
        let root = self.loaded;
        let id = self.bubble();
        let next = self.timers.next_in(id);
        let Some(b) = self.bubbles.all.get_mut(&id) else { return Ok(Flow::Next) };
        if let Some(next) = next.filter(|_| !b.done) {
            b.now = b.now.max(next);
            self.charge_time(TURN);
            self.fire_due_in(id);
            return Ok(self.park_retry(WaitReason::SynctestRun, Waiting::Nothing));
        }
        let (total, done) = (b.total, b.done);
        self.bubbles.all.remove(&id);
        self.gs[root as usize].bubble = 0;
        let goid = self.goid(root);
        if let Some(race) = self.race() {
            race.acquire(goid, u64::from(id), SyncUse::Bubble);
        }
        if total == 1 {
            return Ok(Flow::Next);
        }
        Err(error::bubble_deadlock(done).into())
    }

    /// `synctest.Wait` of a goroutine in a bubble; false if another waits already.
    pub fn bubble_wait(&mut self) -> Option<Flow> {
        let (g, id) = (self.loaded, self.bubble());
        let b = self.bubbles.all.get_mut(&id).filter(|b| b.waiter == NONE)?;
        b.waiter = g;
        Some(self.park_retry(WaitReason::SynctestWait, Waiting::Nothing))
    }

    /// The running goroutine is back from [`bubble_wait`](Self::bubble_wait).
    pub fn bubble_waited(&mut self) {
        let id = self.bubble();
        let goid = self.goid(self.loaded);
        if let Some(race) = self.race() {
            race.acquire(goid, u64::from(id), SyncUse::Bubble);
        }
        if let Some(b) = self.bubbles.all.get_mut(&id) {
            b.waiter = NONE;
        }
    }

    /// Fires the timers of a bubble that are due on its clock.
    pub(super) fn fire_due_in(&mut self, bubble: u32) {
        while let Some(now) = self.bubbles.now(bubble)
            && let Some(timer) = self.timers.pop_due(bubble, now)
        {
            self.fire(timer);
        }
    }

    /// Whether a goroutine that has just parked waits for its bubble.
    fn waits_durably(&self, index: u32) -> bool {
        let g = &self.gs[index as usize];
        match g.reason {
            WaitReason::ChanReceive | WaitReason::ChanSend => match g.waiting {
                Waiting::Chan(chan) => self.chans[chan as usize].bubble != 0,
                _ => false,
            },
            WaitReason::Select => {
                let mut sudog = g.sudog;
                while sudog != NONE {
                    let s = &self.sudogs[sudog as usize];
                    if self.chans[s.chan as usize].bubble == 0 {
                        return false;
                    }
                    sudog = s.next_of_goroutine();
                }
                true
            }
            WaitReason::SyncWaitGroupWait => match g.waiting {
                Waiting::Addr(addr) => {
                    let slot = self.heap.load(addr, 1, Narrow::U32).unwrap_or(0);
                    slot >> 32 == u64::from(g.bubble)
                }
                _ => false,
            },
            WaitReason::ChanReceiveNil
            | WaitReason::ChanSendNil
            | WaitReason::SelectNoCases
            | WaitReason::Sleep
            | WaitReason::SyncCondWait
            | WaitReason::SynctestRun
            | WaitReason::SynctestWait => true,
            WaitReason::None
            | WaitReason::SyncMutexLock
            | WaitReason::SyncRWMutexRLock
            | WaitReason::SyncRWMutexLock
            | WaitReason::SemAcquire
            | WaitReason::IoWait
            | WaitReason::Syscall => false,
        }
    }

    pub(super) fn bubble_goroutine_parked(&mut self, bubble: u32, index: u32) {
        let goid = self.goid(index);
        if let Some(race) = self.race() {
            race.release(goid, u64::from(bubble), SyncUse::Bubble);
        }
        if self.waits_durably(index) {
            self.gs[index as usize].durable = true;
            self.bubble_has_less(bubble);
        }
    }

    pub(super) fn bubble_goroutine_ended(&mut self, bubble: u32, index: u32) {
        let goid = self.goid(index);
        if let Some(race) = self.race() {
            race.release(goid, u64::from(bubble), SyncUse::Bubble);
        }
        if let Some(b) = self.bubbles.all.get_mut(&bubble) {
            b.total -= 1;
            b.done |= b.main == index;
            self.bubble_has_less(bubble);
        }
    }

    /// One goroutine fewer can run. If it was the last, somebody must decide: the root if time does not stand still, else who waits
    /// for that in `synctest.Wait`.
    fn bubble_has_less(&mut self, bubble: u32) {
        let next = self.timers.next_in(bubble);
        let Some(b) = self.bubbles.all.get_mut(&bubble) else { return };
        b.running -= 1;
        if b.running > 0 {
            return;
        }
        let due = next.is_some_and(|when| when <= b.now);
        let wake = if due || b.waiter == NONE { b.root } else { b.waiter };
        self.gs[wake as usize].param = 1;
        self.ready(wake);
    }
}
