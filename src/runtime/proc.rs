//! G-M-P in virtual time: run queues, who runs next, and when.
//!
//! Each P has a clock of its own; what an instruction costs is in `bytecode::cost`. The P whose clock is furthest behind runs next, for at most
//! [`QUANTUM`] beyond the others, so that four P's advance side by side although one thread interprets them all. An idle P costs
//! nothing. When nobody can run, all clocks jump to the next timer. Follows Go's `runtime/proc.go`; what is left open there is
//! asked of the strategy.

use super::*;
use crate::bytecode::{Instr, cost};
use crate::sched::ChoicePoint;
use crate::trace::{EventKind, WaitReason};
use std::collections::VecDeque;

/// How far a P may run ahead of the others, in virtual nanoseconds.
const QUANTUM: u64 = 10_000;
/// A goroutine is preempted after this long when others wait (`forcePreemptNS`).
const PREEMPT: u64 = 10_000_000;
/// Length of a P's run queue.
const RUNQ: usize = 256;
/// The global queue is looked at first every so many schedulings.
const GLOBAL_TICK: u32 = 61;

/// So many instructions after its own a write to a map may still go on, if nothing among them can be seen by others.
const MAP_WRITE: usize = 8;

/// The last write to a map.
#[derive(Debug, Clone, Copy)]
struct MapWrite {
    /// The map's place, or `NONE`.
    map: u32,
    /// Of the instruction behind the one that writes.
    pc: u32,
    /// `executed` behind it.
    executed: u64,
}

/// A processor: what a thread needs to run Go code.
#[derive(Debug, Clone)]
pub struct P {
    /// The thread that carries it, or `NONE` while it is idle or changes threads.
    pub m: u32,
    /// The goroutine on it, or `NONE`.
    pub g: u32,
    /// The goroutine that runs next, before the queue: whoever was readied last by the running one.
    pub runnext: u32,
    /// When `runnext` was set.
    runnext_at: u64,
    /// The local queue.
    pub runq: VecDeque<u32>,
    /// Virtual nanoseconds since the program started.
    pub clock: u64,
    /// Schedulings so far.
    tick: u32,
    /// When the goroutine on it started its time slice; `None` when it has had nothing to do since the last one.
    slice_start: Option<u64>,
    /// Whether it has something to do or looks for it; otherwise it is idle.
    pub active: bool,
    /// Whether it looks for work.
    pub spinning: bool,
    /// The map that the goroutine on it is in the middle of writing to, while other P's have their turn; or `NONE`.
    writing: u32,
}

impl P {
    /// When its goroutine has had its time.
    fn slice_end(&self) -> u64 {
        self.slice_start.map_or(0, |start| start + PREEMPT)
    }
}

/// The scheduler's state.
#[derive(Debug, Clone)]
pub struct Sched {
    /// The P's.
    pub ps: Vec<P>,
    /// The global run queue.
    pub global: VecDeque<u32>,
    /// The P that runs (or ran last).
    pub current: usize,
    /// P's at the start: what `runtime.NumCPU` says.
    pub cpus: usize,
    /// `executed` when the current P's clock was last brought up to date.
    synced: u64,
    /// `executed` at which the next decision is due; independent of the slices in which the engine lets the machine run.
    quantum_end: u64,
    /// Whether the current goroutine is in the middle of a quantum.
    in_quantum: bool,
    /// The M's.
    pub threads: Threads,
    map_write: MapWrite,
}

impl Sched {
    /// `procs` idle P's.
    pub fn new(procs: usize) -> Self {
        let p = P {
            m: NONE,
            g: NONE,
            runnext: NONE,
            runnext_at: 0,
            runq: VecDeque::new(),
            clock: 0,
            tick: 0,
            slice_start: None,
            active: false,
            spinning: false,
            writing: NONE,
        };
        let mut ps = vec![p; procs.clamp(1, 256)];
        ps[0].m = 0;
        Self {
            ps,
            global: VecDeque::new(),
            current: 0,
            cpus: procs.clamp(1, 256),
            synced: 0,
            quantum_end: 0,
            in_quantum: false,
            threads: Threads::new(),
            map_write: MapWrite { map: NONE, pc: 0, executed: 0 },
        }
    }

    /// Nobody's turn on a P ends after a time.
    pub(super) fn no_quantum(&mut self) {
        self.quantum_end = u64::MAX / 2;
    }
}

impl Machine {
    /// Virtual time on the current P, in nanoseconds since the start.
    pub fn now(&self) -> u64 {
        self.sched.ps[self.sched.current].clock + (self.executed - self.sched.synced)
    }

    /// Adds virtual time on the current P, for natives that stand for much work.
    pub fn charge_time(&mut self, nanos: u64) {
        let p = self.sched.current;
        self.sched.ps[p].clock += nanos;
        // It is so much sooner ahead of the others.
        self.sched.quantum_end = self.sched.quantum_end.saturating_sub(nanos);
        self.limit = self.limit.min(self.sched.quantum_end);
    }

    /// `runtime.GOMAXPROCS(n)`: from now on there are `n` P's. What ran on those that go waits in the global queue.
    pub fn set_procs(&mut self, n: usize) {
        let n = n.clamp(1, 256);
        self.sync_clock();
        let now = self.now();
        let sched = &mut self.sched;
        if sched.current >= n {
            sched.ps.swap(0, sched.current);
            sched.current = 0;
        }
        for mut p in sched.ps.drain(n.min(sched.ps.len())..) {
            if p.writing != NONE {
                self.maps[p.writing as usize].writing = false;
            }
            if p.g == NONE || self.gs[p.g as usize].wired == 0 {
                sched.threads.stop(p.m);
            }
            for g in [p.g, p.runnext].into_iter().filter(|&g| g != NONE).chain(p.runq.drain(..)) {
                self.gs[g as usize].status = GStatus::Runnable;
                sched.global.push_back(g);
            }
        }
        while sched.ps.len() < n {
            let idle = P {
                m: NONE,
                g: NONE,
                runnext: NONE,
                runnext_at: 0,
                runq: VecDeque::new(),
                clock: now,
                tick: 0,
                slice_start: None,
                active: false,
                spinning: false,
                writing: NONE,
            };
            sched.ps.push(idle);
        }
        // A P may have another number now.
        for (i, p) in sched.ps.iter().enumerate().filter(|(_, p)| p.m != NONE) {
            sched.threads.all[p.m as usize].p = i as u32;
        }
        if !sched.global.is_empty() {
            self.wake_p(now);
        }
    }

    pub(super) fn sync_clock(&mut self) {
        let passed = self.executed - self.sched.synced;
        self.sched.synced = self.executed;
        let p = self.sched.current;
        self.sched.ps[p].clock += passed;
    }

    /// A new goroutine becomes runnable: next on this P.
    pub(super) fn ready_new(&mut self, g: u32) {
        self.gs[g as usize].status = GStatus::Runnable;
        self.put_next(g);
    }

    /// `goready`: a blocked goroutine becomes runnable.
    pub fn ready(&mut self, g: u32) {
        self.make_runnable(g);
        self.put_next(g);
    }

    /// A blocked goroutine becomes runnable; whoever calls puts it into a queue.
    pub(super) fn make_runnable(&mut self, g: u32) {
        let goid = self.goid(g);
        self.emit(EventKind::GoUnblock { goid });
        let gr = &mut self.gs[g as usize];
        gr.status = GStatus::Runnable;
        gr.reason = WaitReason::None;
        gr.waiting = Waiting::Nothing;
        gr.timer = NONE;
        if std::mem::take(&mut gr.retry) {
            gr.pc -= 1;
        }
        if std::mem::take(&mut gr.durable) {
            let bubble = gr.bubble;
            self.bubbles.woken(bubble);
        }
    }

    /// `runqput(next = true)` and `wakep`.
    fn put_next(&mut self, g: u32) {
        if self.explored_ready(g, false) {
            return;
        }
        let now = self.now();
        let p = &mut self.sched.ps[self.sched.current];
        let kicked = std::mem::replace(&mut p.runnext, g);
        p.runnext_at = now;
        p.active = true;
        let current = self.sched.current;
        self.start_m(current);
        if kicked != NONE {
            self.put_tail(kicked);
        }
        self.wake_p(now);
    }

    /// `runqput(next = false)`: to the tail; when the queue is full, half of it goes to the global one.
    fn put_tail(&mut self, g: u32) {
        let sched = &mut self.sched;
        let p = &mut sched.ps[sched.current];
        if p.runq.len() >= RUNQ {
            sched.global.extend(p.runq.drain(..RUNQ / 2));
            sched.global.push_back(g);
        } else {
            p.runq.push_back(g);
        }
    }

    /// Wakes an idle P to look for work, unless one is looking already.
    pub(super) fn wake_p(&mut self, now: u64) {
        let sched = &mut self.sched;
        if sched.ps.len() == 1 || self.exploration.is_some() || sched.ps.iter().any(|p| p.spinning) {
            return;
        }
        let Some(place) = sched.ps.iter().position(|p| !p.active) else { return };
        let m = sched.threads.start(place);
        let idle = &mut sched.ps[place];
        idle.active = true;
        idle.m = m;
        idle.spinning = true;
        idle.clock = idle.clock.max(now + cost::WAKE);
        // The current quantum was planned without that P.
        let end = self.executed + (idle.clock + QUANTUM).saturating_sub(now);
        sched.quantum_end = sched.quantum_end.min(end);
        self.limit = self.limit.min(end);
    }

    /// Takes the loaded goroutine off its P; its stack need not be kept.
    pub(super) fn release_p(&mut self) {
        let p = self.sched.current;
        self.sched.ps[p].g = NONE;
        self.sched.in_quantum = false;
        self.loaded = NONE;
    }

    /// `gopark`: the loaded goroutine waits. `top` is the first slot of its stack that need not be kept; its pc is behind the
    /// blocking instruction.
    pub fn park(&mut self, reason: WaitReason, waiting: Waiting, top: usize) -> Flow {
        if self.recording {
            let (chan, addr) = match waiting {
                Waiting::Chan(c) => (self.chans[c as usize].number, 0),
                Waiting::Addr(addr) => (0, addr),
                Waiting::Nothing => (0, 0),
            };
            self.emit(EventKind::GoBlock { reason, chan, addr });
        }
        let now = self.now();
        self.save_stack(top);
        let g = &mut self.gs[self.loaded as usize];
        g.status = GStatus::Waiting;
        g.reason = reason;
        g.waiting = waiting;
        g.since = now;
        let (bubble, index) = (g.bubble, self.loaded);
        self.leave_m();
        self.release_p();
        if bubble != 0 {
            self.bubble_goroutine_parked(bubble, index);
        }
        Flow::Switch
    }

    /// Like [`park`](Self::park) for a native that starts again when woken.
    pub fn park_retry(&mut self, reason: WaitReason, waiting: Waiting) -> Flow {
        self.gs[self.loaded as usize].retry = true;
        let top = self.frame_top();
        self.park(reason, waiting, top)
    }

    /// `runtime.Gosched`: to the tail of the global queue.
    pub fn yield_now(&mut self) -> Flow {
        self.stop_current(false);
        Flow::Switch
    }

    fn stop_current(&mut self, preempted: bool) {
        self.emit(EventKind::GoStop { preempted });
        let top = self.entered_top();
        self.save_stack(top);
        let g = self.loaded;
        self.gs[g as usize].status = GStatus::Runnable;
        self.leave_m();
        self.release_p();
        if !self.explored_ready(g, true) {
            self.sched.global.push_back(g);
        }
    }

    /// Copies the live part of the stack into the goroutine; large stacks change hands whole.
    pub(super) fn save_stack(&mut self, top: usize) {
        let g = &mut self.gs[self.loaded as usize];
        g.pc = self.pc;
        g.fp = self.fp as u32;
        if top > Self::MIN_STACK {
            self.stack.truncate(top);
            let stack = std::mem::replace(&mut self.stack, vec![0; Self::MIN_STACK]);
            g.saved = stack.into_boxed_slice();
        } else if g.saved.len() == top {
            g.saved.copy_from_slice(&self.stack[..top]);
        } else {
            g.saved = self.stack[..top].into();
        }
    }

    pub(super) fn load_stack(&mut self, index: u32) {
        let g = &mut self.gs[index as usize];
        self.pc = g.pc;
        self.fp = g.fp as usize;
        self.loaded = index;
        if g.saved.len() > Self::MIN_STACK {
            self.stack = std::mem::take(&mut g.saved).into_vec();
            let need = (self.fp + 512).max(self.stack.len());
            self.stack.resize(need, 0);
        } else {
            self.stack[..g.saved.len()].copy_from_slice(&g.saved);
            let need = self.fp + 512;
            if self.stack.len() < need {
                self.stack.resize(need, 0);
            }
        }
    }

    /// Whether somebody outside must do something before anything goes on.
    pub(super) fn stands_still(&self) -> bool {
        self.input_wanted || self.disk.wanted.is_some() || self.time_wanted.is_some()
    }

    /// Puts somebody on a P and sets `limit`; false when the program has ended or `until` instructions have been executed.
    pub fn schedule(&mut self, until: u64) -> bool {
        self.schedule_until(until, true)
    }

    /// The same, unless nobody can run before time has passed.
    pub fn schedule_at_once(&mut self) {
        self.schedule_until(u64::MAX, false);
    }

    fn schedule_until(&mut self, until: u64, time_passes: bool) -> bool {
        if self.exploration.is_some() {
            return self.schedule_explored(until, time_passes);
        }
        loop {
            if self.stands_still() || self.exit.is_some() || self.executed >= until {
                return false;
            }
            if self.sched.in_quantum {
                if self.executed <= self.sched.quantum_end {
                    self.limit = self.sched.quantum_end.min(until);
                    return true;
                }
                self.sched.in_quantum = false;
            }
            self.sync_clock();
            self.preempt_if_due();
            let Some(p) = self.laggard() else {
                if !time_passes {
                    return false;
                }
                if !self.jump_to_timer() {
                    self.deadlock();
                }
                continue;
            };
            let clock = self.sched.ps[p].clock;
            if self.timers.next_when().is_some_and(|when| when <= clock) {
                self.fire_timers(p, clock);
                continue;
            }
            self.switch_p(p);
            if self.sched.ps[p].g == NONE && !self.find_runnable(p) {
                continue;
            }
            self.start_quantum(p);
        }
    }

    /// The active P whose clock is furthest behind; the lowest number wins a tie.
    fn laggard(&self) -> Option<usize> {
        let ps = self.sched.ps.iter().enumerate().filter(|(_, p)| p.active);
        ps.min_by_key(|(i, p)| (p.clock, *i)).map(|(i, _)| i)
    }

    /// After 10 ms the goroutine goes to the global queue, if anybody else is waiting for the P.
    fn preempt_if_due(&mut self) {
        let sched = &self.sched;
        let p = &sched.ps[sched.current];
        if p.g == NONE || p.g != self.loaded || p.clock < p.slice_end() {
            return;
        }
        if p.runnext != NONE || !p.runq.is_empty() || !sched.global.is_empty() || sched.threads.ready().len() > 0 {
            self.stop_current(true);
        } else {
            let clock = p.clock;
            let current = sched.current;
            self.sched.ps[current].slice_start = Some(clock);
        }
    }

    /// Makes `p` the current P; whoever is loaded stays on its own P with its stack saved.
    fn switch_p(&mut self, p: usize) {
        if self.loaded != NONE && self.sched.ps[p].g != self.loaded {
            self.linger_in_map_write();
            let top = self.entered_top();
            self.save_stack(top);
            self.loaded = NONE;
        }
        self.sched.current = p;
    }

    /// An instruction on map `map` has written to it.
    #[inline(always)]
    pub fn note_map_write(&mut self, map: usize) {
        self.sched.map_write = MapWrite { map: map as u32, pc: self.pc, executed: self.executed };
    }

    /// The loaded goroutine's P has had its turn for now. If it wrote to a map just before, so that it cannot have told anybody yet,
    /// the write lasts while the others have theirs, as on a real machine: a map used without a lock is found out.
    fn linger_in_map_write(&mut self) {
        let MapWrite { map, pc, executed } = self.sched.map_write;
        let since = (self.executed - executed) as usize;
        if map == NONE || since > MAP_WRITE || self.maps[map as usize].writing {
            return;
        }
        let Some((_jump, path)) = self.program.code.get(pc as usize..pc as usize + since).and_then(<[_]>::split_last)
        else {
            return;
        };
        let own = |instr: &Instr| {
            use Instr as I;
            matches!(
                instr,
                I::Mov { .. } | I::LdI { .. } | I::LdK { .. } | I::Ld { .. } | I::Add { .. } | I::AddK { .. }
            )
        };
        if path.iter().all(own) {
            self.maps[map as usize].writing = true;
            let p = self.sched.current;
            self.sched.ps[p].writing = map;
        }
    }

    fn start_quantum(&mut self, p: usize) {
        let g = self.sched.ps[p].g;
        let map = std::mem::replace(&mut self.sched.ps[p].writing, NONE);
        if map != NONE {
            self.maps[map as usize].writing = false;
        }
        if self.loaded != g {
            self.load_stack(g);
        }
        let sched = &mut self.sched;
        let clock = sched.ps[p].clock;
        let mut end = sched.ps[p].slice_end();
        for (i, other) in sched.ps.iter().enumerate() {
            if i != p && other.active {
                end = end.min(other.clock + QUANTUM);
            }
        }
        if let Some(when) = self.timers.next_when() {
            end = end.min(when);
        }
        sched.quantum_end = self.executed + end.saturating_sub(clock).max(1);
        sched.in_quantum = true;
    }

    /// `findRunnable`: puts a goroutine on `p`, or makes `p` idle and returns false.
    fn find_runnable(&mut self, p: usize) -> bool {
        let sched = &mut self.sched;
        sched.ps[p].tick = sched.ps[p].tick.wrapping_add(1);
        let mut found = NONE;
        if sched.ps[p].tick.is_multiple_of(GLOBAL_TICK) {
            found = sched.global.pop_front().unwrap_or(NONE);
        }
        let mut inherit = false;
        if found == NONE && sched.ps[p].runnext != NONE {
            found = std::mem::replace(&mut sched.ps[p].runnext, NONE);
            // What runnext starts shares the time slice, so that two that hand each other work do not starve the rest.
            inherit = true;
        }
        if found == NONE {
            found = sched.ps[p].runq.pop_front().unwrap_or(NONE);
        }
        if found == NONE {
            found = self.take_global(p);
        }
        if found == NONE {
            found = self.poll(p);
        }
        if found == NONE {
            found = self.steal(p);
        }
        let sched = &mut self.sched;
        if found == NONE {
            sched.ps[p].active = false;
            sched.ps[p].spinning = false;
            sched.ps[p].slice_start = None;
            self.stop_m(p);
            return false;
        }
        self.carry(p, found);
        let sched = &mut self.sched;
        sched.ps[p].clock += cost::SWITCH;
        let now = sched.ps[p].clock;
        let was_spinning = std::mem::replace(&mut sched.ps[p].spinning, false);
        sched.ps[p].g = found;
        if !inherit || now >= sched.ps[p].slice_end() {
            sched.ps[p].slice_start = Some(now);
        }
        self.gs[found as usize].status = GStatus::Running;
        if was_spinning && self.work_waiting() {
            self.wake_p(now);
        }
        let goid = self.goid(found);
        self.emit_for(goid, EventKind::GoStart);
        true
    }

    fn work_waiting(&self) -> bool {
        !self.sched.global.is_empty() || self.sched.ps.iter().any(|p| !p.runq.is_empty())
    }

    /// `globrunqget`: one to run, and a fair share for the local queue.
    fn take_global(&mut self, p: usize) -> u32 {
        let sched = &mut self.sched;
        let share = (sched.global.len() / sched.ps.len() + 1).min(sched.global.len()).min(RUNQ / 2);
        let mut taken = sched.global.drain(..share);
        let Some(first) = taken.next() else { return NONE };
        sched.ps[p].runq.extend(taken);
        first
    }

    /// `stealWork`: half of somebody's queue, or at last a `runnext` that has waited long enough.
    fn steal(&mut self, p: usize) -> u32 {
        let n = self.sched.ps.len();
        if n == 1 {
            return NONE;
        }
        let start = self.strategy.choose(ChoicePoint::StealVictim, n);
        for take_next in [false, true] {
            for i in 0..n {
                let victim = (start + i) % n;
                if victim == p {
                    continue;
                }
                let now = self.sched.ps[p].clock;
                let v = &mut self.sched.ps[victim];
                let half = v.runq.len().div_ceil(2);
                if half > 0 {
                    let mut stolen: VecDeque<u32> = v.runq.drain(..half).collect();
                    let last = stolen.pop_back().expect("half is at least one");
                    self.sched.ps[p].runq.extend(stolen);
                    return last;
                }
                if take_next && v.runnext != NONE && v.g != NONE && now >= v.runnext_at + 3_000 {
                    return std::mem::replace(&mut v.runnext, NONE);
                }
            }
        }
        NONE
    }

    /// Nobody can run: time jumps to the next timer that makes somebody go on. False when there is none.
    fn jump_to_timer(&mut self) -> bool {
        let Some(when) = self.next_noticed() else { return false };
        if self.real_time.is_some_and(|real| real < when) {
            self.time_wanted = Some(when);
            return true;
        }
        let clock = self.pass_time(when);
        let p = self.sched.current;
        self.fire_timers(p, clock);
        true
    }

    /// The current P's clock goes on to `when`, if it is not there; where it is. That everybody sleeps is a step of its own, although
    /// nothing is executed.
    pub(super) fn pass_time(&mut self, when: u64) -> u64 {
        self.executed += 1;
        self.sched.synced += 1;
        let p = &mut self.sched.ps[self.sched.current];
        p.clock = p.clock.max(when);
        p.clock
    }

    /// Fires all timers due at `clock`.
    fn fire_timers(&mut self, p: usize, clock: u64) {
        if self.loaded != NONE {
            let top = self.entered_top();
            self.save_stack(top);
            self.loaded = NONE;
        }
        // The P that armed it, or one that is idle and so looks after the others' timers, or whoever has got so far.
        let own = self.timers.next_owner().filter(|&own| self.sched.ps.get(own).is_some_and(|p| p.g == NONE));
        let idle = || self.sched.ps.iter().position(|p| !p.active);
        let target = own.or_else(|| (self.sched.ps[p].g == NONE).then_some(p)).or_else(idle).unwrap_or(p);
        self.sched.current = target;
        let tp = &mut self.sched.ps[target];
        tp.clock = tp.clock.max(clock);
        while let Some(timer) = self.timers.pop_due(0, clock) {
            self.fire(timer);
        }
        if self.sched.ps[target].runnext != NONE {
            self.sched.ps[target].active = true;
            self.start_m(target);
        }
    }

    /// Everybody waits for somebody: Go's fatal error, unless somebody could come from outside.
    pub(super) fn deadlock(&mut self) {
        if self.awaits_outside() {
            return self.wait_for_outside();
        }
        let main_gone = self.gs.iter().all(|g| g.goid != 1 || g.status == GStatus::Dead);
        let text = if main_gone { error::NO_GOROUTINES } else { error::DEADLOCK };
        self.fatal(text, "deadlock");
    }
}
