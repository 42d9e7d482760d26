//! Timers in virtual time.

use super::*;
use crate::trace::{EventKind, WaitReason};
use std::collections::BTreeMap;

/// What happens when a timer fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimerAction {
    /// `time.Sleep` is over for this goroutine.
    Wake(u32),
    /// The time goes into a channel (its value), if there is room: `time.NewTimer`, `time.NewTicker`.
    Send(u64),
    /// A closure runs in a goroutine of its own: `time.AfterFunc`.
    Go(u64),
}

/// A timer. It may be stopped, and started again.
#[derive(Debug, Clone)]
pub struct Timer {
    /// What happens.
    pub action: TimerAction,
    /// When it fires next, while it is armed.
    pub when: Option<u64>,
    /// Nanoseconds between ticks; 0 fires once.
    pub period: u64,
    /// The bubble whose clock it follows, 0 for that of the program.
    pub bubble: u32,
    /// The P it was armed on.
    pub p: u32,
    /// When it was due when it fired last. It may have been looked at later.
    pub due: u64,
    seq: u64,
}

/// All timers.
#[derive(Debug, Clone, Default)]
pub struct Timers {
    /// By number; those of ended sleeps are used again.
    pub all: Vec<Timer>,
    free: Vec<u32>,
    /// Armed ones by bubble, by time, then in the order they were armed.
    queue: BTreeMap<(u32, u64, u64), u32>,
    next_seq: u64,
}

/// As in Go's runtime nothing is due later; it leaves clocks room to go on.
const END_OF_TIME: u64 = i64::MAX as u64;

impl Timers {
    /// When the next one fires, without those of bubbles.
    pub fn next_when(&self) -> Option<u64> {
        self.queue.first_key_value().filter(|(key, _)| key.0 == 0).map(|(key, _)| key.1)
    }

    /// The P on which the one that fires next was armed.
    pub(super) fn next_owner(&self) -> Option<usize> {
        let (_, &id) = self.queue.first_key_value().filter(|(key, _)| key.0 == 0)?;
        Some(self.all[id as usize].p as usize)
    }

    /// When the next one of a bubble fires, on that bubble's clock.
    pub fn next_in(&self, bubble: u32) -> Option<u64> {
        self.queue.range((bubble, 0, 0)..).next().filter(|(key, _)| key.0 == bubble).map(|(key, _)| key.1)
    }

    /// A timer that is not armed.
    pub fn create(&mut self, action: TimerAction, period: u64, bubble: u32) -> u32 {
        let timer = Timer { action, when: None, period, bubble, p: 0, due: 0, seq: 0 };
        match self.free.pop() {
            Some(id) => {
                self.all[id as usize] = timer;
                id
            }
            None => {
                self.all.push(timer);
                (self.all.len() - 1) as u32
            }
        }
    }

    /// Arms a timer, at the end of time at the latest; whether it was armed before.
    pub fn arm(&mut self, id: u32, when: u64) -> bool {
        let when = when.min(END_OF_TIME);
        let was = self.stop(id);
        let seq = self.next_seq;
        self.next_seq += 1;
        let timer = &mut self.all[id as usize];
        timer.when = Some(when);
        timer.seq = seq;
        let bubble = timer.bubble;
        self.queue.insert((bubble, when, seq), id);
        was
    }

    /// Stops a timer; whether it was armed.
    pub fn stop(&mut self, id: u32) -> bool {
        let Some(timer) = self.all.get_mut(id as usize) else { return false };
        match timer.when.take() {
            Some(when) => self.queue.remove(&(timer.bubble, when, timer.seq)).is_some(),
            None => false,
        }
    }

    /// Armed timers in the order they will fire.
    pub fn armed(&self) -> impl Iterator<Item = &Timer> {
        self.queue.values().map(|&id| &self.all[id as usize])
    }

    /// Takes the bubble's next timer due at `now` out of the queue; periodic ones are armed again.
    pub(super) fn pop_due(&mut self, bubble: u32, now: u64) -> Option<u32> {
        let (&key, &id) = self.queue.range((bubble, 0, 0)..=(bubble, now, u64::MAX)).next()?;
        let when = key.1;
        self.queue.remove(&key);
        let timer = &mut self.all[id as usize];
        timer.when = None;
        timer.due = when;
        // Ticks that nobody could see are left out, as in Go: the next one is the first after now.
        if let Some(missed) = (now - when).checked_div(timer.period) {
            let next = when.saturating_add(timer.period.saturating_mul(missed + 1));
            // At the end of time a ticker would be due for ever.
            if next < END_OF_TIME {
                self.arm(id, next);
            }
        }
        Some(id)
    }

    /// Gives a timer's number back; it must not be armed.
    pub(super) fn release(&mut self, id: u32) {
        self.free.push(id);
    }
}

const UNIX_TO_YEAR_1: i64 = 62_135_596_800;
/// Seconds from year 1 to 1885.
const MIN_WALL: i64 = 59_453_308_800;
const HAS_MONOTONIC: u64 = 1 << 63;
const NANOS: i128 = 1_000_000_000;

/// A `time.Time` in slots, as package `time` declares it: `wall`, `ext` and location.
pub fn time_value(epoch: i64, mono: u64) -> [u64; 3] {
    let [nanos, sec, location] = wall_value(i128::from(epoch) + i128::from(mono));
    match u64::try_from(sec as i64 - MIN_WALL) {
        Ok(since) if since < 1 << 33 => [HAS_MONOTONIC | since << 30 | nanos, mono + 1, location],
        _ => [nanos, sec, location],
    }
}

/// The same without a monotonic reading, of nanoseconds since 1970.
fn wall_value(nanos: i128) -> [u64; 3] {
    let sec = nanos.div_euclid(NANOS) as i64 + UNIX_TO_YEAR_1;
    [nanos.rem_euclid(NANOS) as u64, sec as u64, 0]
}

/// Nanoseconds since 1970 of a `time.Time` whose first slots these are.
pub fn unix_nanos([wall, ext]: [u64; 2]) -> i128 {
    let monotonic = wall & HAS_MONOTONIC != 0;
    let sec = if monotonic { MIN_WALL + (wall << 1 >> 31) as i64 } else { ext as i64 };
    i128::from(sec - UNIX_TO_YEAR_1) * NANOS + i128::from(wall & ((1 << 30) - 1))
}

impl Machine {
    /// `time.Sleep`
    pub fn sleep(&mut self, nanos: i64) -> Flow {
        if nanos <= 0 {
            return Flow::Next;
        }
        let g = self.loaded;
        let timer = self.timers.create(TimerAction::Wake(g), 0, self.gs[g as usize].bubble);
        let when = self.clock().saturating_add(nanos as u64);
        self.timers.all[timer as usize].p = self.sched.current as u32;
        self.timers.arm(timer, when);
        self.gs[g as usize].timer = timer;
        let top = self.frame_top();
        self.park(crate::trace::WaitReason::Sleep, Waiting::Nothing, top)
    }

    /// What the running goroutine's clock says: that of its bubble, else the program's.
    pub fn clock(&self) -> u64 {
        self.bubbles.now(self.bubble()).unwrap_or_else(|| self.now())
    }

    /// The `time.Time` on the clock of a bubble (0 for the program's own). As in Go, bubbles have no monotonic clock.
    pub fn time_for(&self, bubble: u32) -> [u64; 3] {
        self.time_at(bubble, self.bubbles.now(bubble).unwrap_or_else(|| self.now()))
    }

    /// The same when that clock says `now`.
    pub(super) fn time_at(&self, bubble: u32, now: u64) -> [u64; 3] {
        match self.bubbles.now(bubble) {
            Some(_) => wall_value(i128::from(now)),
            None => time_value(self.epoch, now),
        }
    }

    /// When the next timer fires that somebody notices, without those of bubbles. As in Go, one whose channel nobody waits at does not
    /// keep a program going, and fires no sooner than somebody could look.
    pub(super) fn next_noticed(&self) -> Option<u64> {
        let unnoticed = |action| match action {
            TimerAction::Send(chan) => self.chan_index(chan).is_none_or(|c| self.first_waiter(c, false).is_none()),
            TimerAction::Wake(_) | TimerAction::Go(_) => false,
        };
        let mut program = self.timers.queue.iter().take_while(|(key, _)| key.0 == 0);
        program.find(|&(_, &id)| !unnoticed(self.timers.all[id as usize].action)).map(|(key, _)| key.1)
    }

    /// Arms a timer. One of a bubble that is due already fires at once: nobody would look at it before all wait.
    pub fn arm_timer(&mut self, id: u32, when: u64) {
        self.timers.all[id as usize].p = self.sched.current as u32;
        self.timers.arm(id, when);
        let goid = self.goid(self.loaded);
        if let Some(race) = self.race() {
            race.arm(goid, id);
        }
        let bubble = self.timers.all[id as usize].bubble;
        if bubble != 0 && self.bubbles.now(bubble).is_some_and(|now| when <= now) {
            self.fire_due_in(bubble);
        }
    }

    pub(super) fn fire(&mut self, id: u32) {
        match self.timers.all[id as usize].action {
            TimerAction::Wake(g) => {
                let goid = self.goid(g);
                self.emit_for(0, EventKind::Timer { goid });
                self.timers.release(id);
                if self.gs[g as usize].reason == WaitReason::Syscall {
                    self.exit_syscall(g);
                } else {
                    self.ready(g);
                }
            }
            TimerAction::Send(chan) => {
                self.emit_for(0, EventKind::Timer { goid: 0 });
                self.send_time(id, chan);
            }
            TimerAction::Go(closure) => {
                self.emit_for(0, EventKind::Timer { goid: 0 });
                // A nil function was refused by AfterFunc.
                let goid = self.next_goid;
                let _ = self.go(closure, &[]);
                if let Some(race) = self.race() {
                    race.fork_from_timer(id, goid);
                }
            }
        }
    }
}
