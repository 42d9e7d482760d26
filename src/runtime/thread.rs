//! M's: the threads that carry P's. System calls that keep one busy, goroutines wired to one, and the network poller.
//!
//! A thread is a number and whom it carries; nothing runs on it but what `proc` puts on its P. It knows no system call: whoever
//! makes one says how long it takes.

use super::*;
use crate::bytecode::{Narrow, cost};
use crate::trace::WaitReason;
use std::collections::VecDeque;

/// After this long in a system call `sysmon` takes the P away, if others wait for it.
const RETAKE: u64 = 20_000;

/// A thread.
#[derive(Debug, Clone, Copy)]
pub struct M {
    /// The P it carries, or `NONE`.
    pub p: u32,
    /// The goroutine that keeps it without a P: in a system call, or wired to it and blocked; or `NONE`.
    pub g: u32,
}

/// All threads, and the poller.
#[derive(Debug, Clone)]
pub struct Threads {
    /// By number, in the order they were started.
    pub all: Vec<M>,
    /// Those that have nothing to do, newest last.
    idle: Vec<u32>,
    /// Goroutines whose file or connection is ready, as `netpoll` would find them.
    ready: VecDeque<u32>,
}

impl Threads {
    /// The thread that the program starts on, with the first P.
    pub(super) fn new() -> Self {
        Self { all: vec![M { p: 0, g: NONE }], idle: Vec::new(), ready: VecDeque::new() }
    }

    /// Goroutines that the poller has found, first come first.
    pub fn ready(&self) -> impl ExactSizeIterator<Item = u32> {
        self.ready.iter().copied()
    }

    /// `startm`: an idle thread, or a new one, for a P.
    pub(super) fn start(&mut self, p: usize) -> u32 {
        let m = self.idle.pop().unwrap_or_else(|| {
            self.all.push(M { p: NONE, g: NONE });
            self.all.len() as u32 - 1
        });
        self.all[m as usize].p = p as u32;
        m
    }

    /// `stopm`: it has nothing to do any more.
    pub(super) fn stop(&mut self, m: u32) {
        if m != NONE {
            self.all[m as usize] = M { p: NONE, g: NONE };
            self.idle.push(m);
        }
    }
}

impl Machine {
    /// Gives `p` a thread if it has none; whether it had.
    pub(super) fn start_m(&mut self, p: usize) -> bool {
        let had = self.sched.ps[p].m != NONE;
        if !had {
            self.sched.ps[p].m = self.sched.threads.start(p);
        }
        had
    }

    /// `p` is idle: so is its thread.
    pub(super) fn stop_m(&mut self, p: usize) {
        let m = std::mem::replace(&mut self.sched.ps[p].m, NONE);
        self.sched.threads.stop(m);
    }

    /// The goroutine found for `p` runs on the thread it is wired to, or on the P's, which is another one if the last was kept
    /// by a goroutine.
    pub(super) fn carry(&mut self, p: usize, g: u32) {
        let (wired, own) = (self.gs[g as usize].m, self.sched.ps[p].m);
        if wired != NONE && wired != own {
            self.stop_m(p);
            self.sched.threads.all[wired as usize] = M { p: p as u32, g: NONE };
            self.sched.ps[p].m = wired;
            self.sched.ps[p].clock += cost::HANDOFF;
        } else if !self.start_m(p) {
            self.sched.ps[p].clock += cost::HANDOFF;
        }
    }

    /// The goroutine `g` leaves `p` and keeps its thread.
    fn keep_m(&mut self, p: usize, g: u32) {
        let m = std::mem::replace(&mut self.sched.ps[p].m, NONE);
        if m != NONE {
            self.gs[g as usize].m = m;
            self.sched.threads.all[m as usize] = M { p: NONE, g };
        }
    }

    /// The loaded goroutine leaves its P: if it is wired, so does its thread.
    pub(super) fn leave_m(&mut self) {
        let (p, g) = (self.sched.current, self.loaded);
        if self.gs[g as usize].wired > 0 {
            self.keep_m(p, g);
        }
    }

    /// `runtime.LockOSThread`
    pub fn lock_thread(&mut self) {
        let m = self.sched.ps[self.sched.current].m;
        let g = &mut self.gs[self.loaded as usize];
        g.wired += 1;
        g.m = m;
    }

    /// `runtime.UnlockOSThread`
    pub fn unlock_thread(&mut self) {
        let g = &mut self.gs[self.loaded as usize];
        g.wired = g.wired.saturating_sub(1);
        if g.wired == 0 {
            g.m = NONE;
        }
    }

    /// A wired goroutine ended: its thread goes with it, and the next one started takes its number.
    pub(super) fn end_thread(&mut self, g: u32) {
        let gr = &mut self.gs[g as usize];
        gr.wired = 0;
        let m = std::mem::replace(&mut gr.m, NONE);
        self.sched.threads.stop(m);
    }

    /// A system call of the loaded goroutine that takes so long. Its P waits with it; if that is for more than [`RETAKE`] and there
    /// is other work, another thread goes on with the P. The native is over when the call is.
    pub fn syscall(&mut self, nanos: u64) -> Flow {
        let p = &self.sched.ps[self.sched.current];
        let work = p.runnext != NONE || !p.runq.is_empty() || !self.sched.global.is_empty();
        if nanos <= RETAKE || !work || self.bubble() != 0 {
            self.charge_time(nanos);
            return Flow::Next;
        }
        let g = self.loaded;
        let timer = self.timers.create(TimerAction::Wake(g), 0, 0);
        let when = self.now().saturating_add(nanos);
        self.timers.arm(timer, when);
        self.gs[g as usize].timer = timer;
        self.charge_time(RETAKE);
        let p = self.sched.current;
        self.keep_m(p, g);
        let top = self.frame_top();
        self.park(WaitReason::Syscall, Waiting::Nothing, top)
    }

    /// `exitsyscall`: with an idle P the goroutine goes on at once on its thread, else it waits for its turn.
    pub(super) fn exit_syscall(&mut self, g: u32) {
        let now = self.now();
        self.make_runnable(g);
        let m = self.gs[g as usize].m;
        if self.gs[g as usize].wired == 0 {
            self.gs[g as usize].m = NONE;
        }
        if self.explored_ready(g, false) {
            if self.gs[g as usize].wired == 0 {
                self.sched.threads.stop(m);
            }
            return;
        }
        let idle = self.sched.ps.iter().position(|p| !p.active && p.g == NONE);
        let Some(idle) = idle else {
            if self.gs[g as usize].wired == 0 {
                self.sched.threads.stop(m);
            }
            self.sched.global.push_back(g);
            return;
        };
        let p = &mut self.sched.ps[idle];
        p.active = true;
        p.clock = p.clock.max(now);
        p.runnext = g;
        if m != NONE && p.m == NONE {
            p.m = m;
            self.sched.threads.all[m as usize] = M { p: idle as u32, g: NONE };
        }
    }

    /// The loaded goroutine waits until what `addr` stands for is ready to be read or written. Its native starts again then.
    pub fn poll_wait(&mut self, addr: u64) -> Flow {
        self.sema_park(addr, WaitReason::IoWait, false)
    }

    /// Whether somebody who is no part of the program could end this goroutine's wait: it is for connections or datagrams.
    pub fn waits_for_outside(&self, g: u32) -> bool {
        let g = &self.gs[g as usize];
        match g.waiting {
            Waiting::Addr(desc) if g.status == GStatus::Waiting && g.reason == WaitReason::IoWait => {
                self.heap.load(desc, 1, Narrow::U32) == Some(1)
            }
            _ => false,
        }
    }

    /// Whether anybody waits so. Then this is the end only of what the program does by itself.
    pub fn awaits_outside(&self) -> bool {
        (0..self.gs.len() as u32).any(|g| self.waits_for_outside(g))
    }

    /// The end of a program that waits for others. A test would time out.
    pub(super) fn wait_for_outside(&mut self) {
        let code = if self.test_args.is_empty() { 0 } else { 2 };
        self.exit(code, "waiting");
    }

    /// What `addr` stands for is ready: the poller has its goroutines for the next P that looks for work; an idle one does now.
    /// Whether somebody waited.
    pub fn poll_ready(&mut self, addr: u64) -> bool {
        let waiting = self.sema.take(addr);
        for &g in &waiting {
            self.make_runnable(g);
            self.gs[g as usize].param = 1;
            if !self.explored_ready(g, false) {
                self.sched.threads.ready.push_back(g);
            }
        }
        if !waiting.is_empty() {
            let now = self.now();
            self.wake_p(now);
        }
        !waiting.is_empty()
    }

    /// `netpoll`: one that is ready for `p`, the others into its queue.
    pub(super) fn poll(&mut self, p: usize) -> u32 {
        let first = self.sched.threads.ready.pop_front().unwrap_or(NONE);
        let rest = std::mem::take(&mut self.sched.threads.ready);
        self.sched.ps[p].runq.extend(rest);
        first
    }
}
