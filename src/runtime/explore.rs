//! Exploration: who runs is asked of the strategy before every visible operation, instead of being decided by G-M-P.
//!
//! A visible operation is one that others can notice: on channels, locks, atomic variables, timers, output. Between two of them a
//! goroutine is left alone, which loses nothing as long as it does not race with others ([`RaceDetector`] tells); and one that
//! becomes able to run goes on to its next one at once. So all that the strategy chooses from stand before visible operations. There is one P, and
//! time passes while instructions execute, when nobody can run, or when the strategy lets a timer fire early: that is as if all
//! goroutines were held up for so long. After `main` has returned the others go on, so that it is seen what becomes of them.

use super::*;
use crate::bytecode::{Instr, PC_EXIT, PC_FATAL};
use crate::sched::{Decision, STREAK, Task};
use crate::trace::{EventKind, WaitReason};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::sync::Arc;

/// The strategy is asked before this instruction.
pub const MARK_POINT: u8 = 1;
/// The instruction reads or writes memory, and the detector is told.
pub const MARK_ACCESS: u8 = 2;
/// The instruction is the library's, or of a function that no source has.
pub const MARK_LIBRARY: u8 = 4;

/// Who wants to know the user's part of a stack looks at so many frames.
const DEEP: usize = 32;

/// What a visible operation takes, in nanoseconds, beside what its instruction costs: about what it takes where others use the same
/// things. It lets time pass in programs that would otherwise never wait.
const VISIBLE: u64 = 1_000;

/// A goroutine that runs for so long without a visible operation must wait for something that others do to memory.
const SPIN: u64 = 100_000;

/// Whoever has been blocked while all others came to rest so many times waits for ever, as far as can be told.
const RESTS: usize = 200;
/// A program that only ticks is cut off after so many.
const MOST_RESTS: u64 = 50_000;

/// A goroutine that has taken the same case of a select so often in a row, while others were ready, takes another one by itself: a run that
/// passes a case over for ever says nothing about the program.
const MOST_OF_A_CASE: u32 = 10;

/// Where a goroutine that can run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Somewhere on the way to its next visible operation.
    OnTheWay,
    /// Before a visible operation.
    Visible,
    /// It has given way (`runtime.Gosched`), or has used up its time.
    GaveWay,
}

/// How long a run may be, in questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// In all.
    pub questions: u64,
    /// After `main` has returned.
    pub after_main: u64,
}

/// How `main` came to its end, while others went on.
#[derive(Debug, Clone)]
pub struct Ended {
    /// How the program ends.
    pub exit: Exit,
    /// Bytes of output until then.
    pub output: usize,
    /// Goroutines (goid) that were blocked then where nobody alive could ever have woken them.
    pub lost: Vec<u32>,
}

/// The state of exploration.
#[derive(Debug, Clone)]
pub struct Exploration {
    /// [`MARK_POINT`], [`MARK_ACCESS`] and [`MARK_LIBRARY`] by instruction.
    pub marks: Arc<[u8]>,
    /// The race detector.
    pub race: RaceDetector,
    /// Whether it works.
    pub racing: bool,
    /// Whether timers may fire before they are due.
    pub early: bool,
    /// Whether the run goes on after `main` has returned.
    pub lingers: bool,
    /// Whether a deadlock is told without traces, because nobody reads them.
    pub quiet: bool,
    /// After so many questions in a row, while others could have run, a goroutine is thought to go round in circles.
    pub most_in_a_row: u32,
    /// How long it may get.
    pub bounds: Bounds,
    /// The loaded goroutine may execute the visible operation before which it stands.
    pub passed: bool,
    /// The loaded goroutine stands before a visible operation.
    pub at_point: bool,
    /// How often a timer fired while goroutines could have run, and for how many nanoseconds they were held up by that.
    pub held_up: (u32, u64),
    /// Questions so far.
    pub questions: u64,
    /// Whether a timer had to wait while somebody could run.
    pub timers_waited: bool,
    /// Whether a bound was reached.
    pub exhausted: bool,
    /// Locks taken while others were held.
    pub lock_order: LockOrder,
    /// Whether a case was passed over again and again all the same, because a schedule says so.
    pub unfair: bool,
    /// Which case of a select with several ready ones was taken last, and how often in a row, by goid and table.
    cases: FxHashMap<(u32, u32), (u16, u32)>,
    /// Goroutines (goid) that the library started: the user's innermost instruction on the way there.
    pub started: FxHashMap<u32, u32>,
    /// When the first question with more than one answer came, as a value of `executed`.
    pub first_choice: Option<u64>,
    /// How often nobody could run before time had passed, and when that was the last [`RESTS`] times.
    rests: (u64, VecDeque<u64>),
    /// The question is known and nobody has answered yet.
    undecided: bool,
    /// Set when `main` has returned.
    pub ended: Option<Ended>,
    /// Who stands before a visible operation or has given way, longest waiting first: goid and place.
    waiting: VecDeque<(u32, u32)>,
    /// Who is on the way to the next visible operation, by place.
    on_the_way: VecDeque<u32>,
    /// Whose turn it is, by place, while it waits for those on the way; or `NONE`.
    aside: u32,
    /// By place.
    stands: Vec<Stand>,
    /// Whose turn it is, by goid; 0 when that one has given way.
    turn: u32,
    yields: bool,
    streak: u32,
    spin_end: u64,
    asked_at_end: u64,
}

impl Exploration {
    /// Exploration with these marks, which is to begin.
    pub fn new(marks: Arc<[u8]>, bounds: Bounds) -> Self {
        Self {
            marks,
            race: RaceDetector::default(),
            racing: true,
            early: false,
            lingers: true,
            quiet: false,
            most_in_a_row: STREAK,
            bounds,
            passed: false,
            at_point: false,
            held_up: (0, 0),
            questions: 0,
            timers_waited: false,
            exhausted: false,
            lock_order: LockOrder::default(),
            unfair: false,
            cases: FxHashMap::default(),
            started: FxHashMap::default(),
            first_choice: None,
            rests: (0, VecDeque::new()),
            undecided: false,
            ended: None,
            waiting: VecDeque::new(),
            on_the_way: VecDeque::new(),
            aside: NONE,
            stands: Vec::new(),
            turn: 0,
            yields: false,
            streak: 0,
            spin_end: 0,
            asked_at_end: 0,
        }
    }

    /// Becomes a copy of `from`, without making anew what is there; races that are known stay known.
    pub(super) fn restore(&mut self, from: &Exploration) {
        let mut race = std::mem::take(&mut self.race);
        race.restore(&from.race);
        let (mut waiting, mut on_the_way, mut stands) =
            (std::mem::take(&mut self.waiting), std::mem::take(&mut self.on_the_way), std::mem::take(&mut self.stands));
        waiting.clone_from(&from.waiting);
        on_the_way.clone_from(&from.on_the_way);
        stands.clone_from(&from.stands);
        let rests = from.rests.clone();
        let (lock_order, cases, started) = (from.lock_order.clone(), from.cases.clone(), from.started.clone());
        let (marks, ended) = (Arc::clone(&from.marks), from.ended.clone());
        *self = Self { marks, race, waiting, on_the_way, stands, rests, lock_order, cases, started, ended, ..*from };
    }

    /// The question that comes now, if nobody is on the way.
    fn decision(&self, loaded: u32, when: Option<u64>, clock: u64) -> Decision<'_> {
        let there = self.turn != 0 && (loaded == self.turn || self.aside != NONE);
        let running = there.then_some(self.turn);
        let nobody = self.waiting.is_empty() && running.is_none();
        let timer = when.map(|when| when > clock && !nobody).filter(|early| !early || self.early);
        Decision { waiting: &self.waiting, running, yields: self.yields, timer, asked: false }
    }

    /// Puts the ready cases of a goroutine's select in the order in which they are offered.
    pub(super) fn order_cases(&self, goid: u32, table: u32, ready: &mut [usize]) {
        if let Some(&(last, times)) = self.cases.get(&(goid, table))
            && times >= MOST_OF_A_CASE
        {
            let next = ready.iter().position(|&case| case > usize::from(last));
            ready.rotate_left(next.unwrap_or(0));
        }
    }

    /// One of several ready cases is taken.
    pub(super) fn took_case(&mut self, goid: u32, table: u32, case: u16) {
        let (last, times) = self.cases.entry((goid, table)).or_default();
        *times = if *last == case { *times + 1 } else { 1 };
        *last = case;
        self.unfair |= *times >= 3 * MOST_OF_A_CASE;
    }

    fn stand(&self, g: u32) -> Stand {
        self.stands.get(g as usize).copied().unwrap_or(Stand::OnTheWay)
    }

    fn set_stand(&mut self, g: u32, stand: Stand) {
        if self.stands.len() <= g as usize {
            self.stands.resize(g as usize + 1, Stand::OnTheWay);
        }
        self.stands[g as usize] = stand;
    }

    /// Since before when somebody must have been blocked to be thought to wait for ever, although others go on.
    pub fn long_ago(&self) -> Option<u64> {
        if self.rests.1.len() < RESTS { None } else { self.rests.1.front().copied() }
    }

    /// Goroutines that can run, by place, longest waiting first, without the one that does.
    pub fn runnable(&self) -> impl Iterator<Item = u32> {
        let aside = (self.aside != NONE).then_some(self.aside);
        aside.into_iter().chain(self.waiting.iter().map(|w| w.1)).chain(self.on_the_way.iter().copied())
    }
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachineEnd {
    /// What was printed until `main` returned, to standard output and standard error.
    pub output: Vec<u8>,
    /// The kind of [`Exit`].
    pub kind: &'static str,
    /// The exit code.
    pub code: i32,
}

impl Machine {
    /// Ends a run that has taken too long.
    pub fn cut_off(&mut self) {
        let Some(x) = self.exploration.as_deref_mut() else { return };
        x.exhausted = true;
        let (code, kind) = x.ended.as_ref().map_or((0, "bound"), |e| (e.exit.code, e.exit.kind));
        self.exit(code, kind);
    }

    /// How the run ended.
    pub fn end(&self) -> MachineEnd {
        let mut output: Vec<u8> = self.output.iter().flat_map(|o| &o.bytes).copied().collect();
        let ended = self.exploration.as_ref().and_then(|x| x.ended.as_ref());
        if let Some(ended) = ended {
            output.truncate(ended.output);
        }
        let exit = self.exit.as_ref();
        MachineEnd { output, kind: exit.map_or("", |e| e.kind), code: exit.map_or(0, |e| e.code) }
    }

    /// Whether `main` has come to its end with an exit code that says that something failed.
    pub fn failed(&self) -> bool {
        let ended = self.exploration.as_ref().and_then(|x| x.ended.as_ref());
        ended.map(|e| &e.exit).or(self.exit.as_ref()).is_some_and(|e| e.code != 0 && e.kind == "exit")
    }

    /// From now on the strategy decides who runs. Only before the first instruction.
    pub fn explore(&mut self, mut exploration: Exploration) {
        let p = &mut self.sched.ps[0];
        exploration.on_the_way = std::mem::take(&mut p.runq);
        self.sched.no_quantum();
        // Locks are not taken in the VM's loop, and it is known who holds them.
        self.watched = true;
        self.exploration = Some(Box::new(exploration));
    }

    /// The race detector, if it works.
    #[inline]
    pub fn race(&mut self) -> Option<&mut RaceDetector> {
        let x = self.exploration.as_deref_mut()?;
        x.racing.then_some(&mut x.race)
    }

    /// A native that runs reads or writes a slot of memory.
    pub fn observe(&mut self, addr: u64, write: bool) {
        self.observe_range(addr, 1, write);
    }

    /// A native that runs reads or writes so many slots, or packed elements, of memory.
    pub fn observe_range(&mut self, addr: u64, n: usize, write: bool) {
        let (goid, pc, tick) = (self.goid(self.loaded), self.pc.saturating_sub(1), self.executed);
        let there = self.heap.objs.get(ptr_id(addr)).is_some_and(|o| ptr_off(addr) + n <= o.data.len() * 8);
        if let Some(race) = self.race().filter(|_| there) {
            race.access(goid, addr, n, write, pc, tick);
        }
    }

    /// A native of `sync/atomic` works on `addr`.
    #[inline]
    pub fn observe_atomic(&mut self, addr: u64, how: AtomicUse) {
        let (goid, pc, tick) = (self.goid(self.loaded), self.pc.saturating_sub(1), self.executed);
        if let Some(race) = self.race() {
            race.atomic(goid, addr, how, pc, tick);
        }
    }

    /// The instruction of the loaded goroutine that runs; under exploration the innermost one that is the user's, if there is one.
    pub(super) fn users_pc(&self) -> u32 {
        let pc = self.pc.saturating_sub(1);
        let Some(x) = self.exploration.as_deref() else { return self.users_pc_of(pc) };
        let is_users = |&pc: &u32| x.marks.get(pc as usize).is_some_and(|mark| mark & MARK_LIBRARY == 0);
        if is_users(&pc) {
            return pc;
        }
        let calls = traceback::walk(self, self.fp, self.pc, DEEP).into_iter().filter(|f| f.func.is_some());
        calls.map(|f| f.pc.saturating_sub(1)).find(is_users).unwrap_or(pc)
    }

    /// The same where no marks tell the library's code from the user's.
    fn users_pc_of(&self, pc: u32) -> u32 {
        let is_users = |&pc: &u32| {
            let func = self.program.func_at(pc).map(|f| &self.program.funcs[f]);
            func.is_some_and(|f| !f.wrapper && !self.program.sources.in_library(f.pos))
        };
        if is_users(&pc) {
            return pc;
        }
        let calls = traceback::walk(self, self.fp, self.pc, DEEP).into_iter().filter(|f| f.func.is_some());
        calls.map(|f| f.pc.saturating_sub(1)).find(is_users).unwrap_or(pc)
    }

    /// Whether somebody must say what comes next before the machine goes on.
    pub fn is_undecided(&self) -> bool {
        self.exploration.as_ref().is_some_and(|x| x.undecided)
    }

    /// Somebody has said it.
    pub fn decided(&mut self) {
        if let Some(x) = self.exploration.as_deref_mut() {
            x.undecided = false;
        }
    }

    /// A goroutine can run; whether exploration has taken note of it.
    #[inline]
    pub(super) fn explored_ready(&mut self, g: u32, gave_way: bool) -> bool {
        let goid = self.goid(g);
        let Some(x) = &mut self.exploration else { return false };
        if gave_way {
            x.set_stand(g, Stand::GaveWay);
            x.waiting.push_back((goid, g));
            x.turn = 0;
        } else {
            x.set_stand(g, Stand::OnTheWay);
            x.on_the_way.push_back(g);
        }
        true
    }

    /// The place of the goroutine that can run, if it is one.
    fn runs_alone(&self) -> Option<u32> {
        let x = self.exploration.as_deref()?;
        let turn = if x.aside == NONE { self.loaded } else { x.aside };
        match (x.waiting.len(), turn) {
            (0, NONE) => None,
            (0, g) => Some(g),
            (1, NONE) => x.waiting.front().map(|w| w.1),
            _ => None,
        }
    }

    /// What may come next.
    pub fn offers(&self) -> Vec<Task> {
        let Some(x) = self.exploration.as_deref() else { return Vec::new() };
        let decision =
            x.decision(self.goid(self.loaded), self.timers.next_when(), self.sched.ps[self.sched.current].clock);
        (0..decision.count()).filter_map(|i| decision.task(i)).collect()
    }

    /// `main` has returned, or a test's has said that all is done. The program ends, at once or when the others have come to rest.
    pub fn main_returned(&mut self, code: i32) -> Flow {
        let exit = Exit { code, kind: "exit" };
        if !self.exploration.as_ref().is_some_and(|x| x.lingers && x.ended.is_none()) {
            return self.exit(code, "exit");
        }
        let lost = self.lost_goroutines();
        self.emit(EventKind::GoEnd);
        let output = self.output.iter().map(|o| o.bytes.len()).sum();
        let g = &mut self.gs[self.loaded as usize];
        g.status = GStatus::Dead;
        g.saved = Box::default();
        self.release_p();
        if let Some(x) = &mut self.exploration {
            x.ended = Some(Ended { exit, output, lost });
            x.asked_at_end = x.questions;
        }
        Flow::Switch
    }

    /// As `schedule`, by questions to the strategy.
    pub(super) fn schedule_explored(&mut self, until: u64, time_passes: bool) -> bool {
        loop {
            if self.exit.is_some() || self.executed >= until || self.stands_still() {
                return false;
            }
            let Some(x) = self.exploration.as_deref_mut() else { return false };
            if x.undecided {
                return false;
            }
            if self.loaded != NONE && !x.at_point && self.executed <= x.spin_end {
                self.limit = x.spin_end.min(until);
                return true;
            }
            // Who comes here without a visible operation has used up its time.
            let spun = self.loaded != NONE && !x.at_point && self.gs[self.loaded as usize].goid == x.turn;
            x.yields |= spun || x.streak > x.most_in_a_row;
            if self.loaded == NONE && x.waiting.is_empty() && x.on_the_way.is_empty() && x.aside == NONE {
                if self.timers.next_when().is_none() {
                    self.at_rest();
                    continue;
                }
                if !time_passes {
                    return false;
                }
            }
            self.sync_clock();
            self.ask();
        }
    }

    /// Nobody will ever run again.
    fn at_rest(&mut self) {
        let Some(x) = self.exploration.as_deref() else { return };
        match (&x.ended, x.quiet) {
            (Some(ended), _) => {
                let Exit { code, kind } = ended.exit;
                self.exit(code, kind);
            }
            (None, true) if self.awaits_outside() => self.wait_for_outside(),
            (None, true) => {
                self.exit(2, "deadlock");
            }
            (None, false) => self.deadlock(),
        }
    }

    /// Asks what comes next and does it.
    fn ask(&mut self) {
        let clock = self.sched.ps[self.sched.current].clock;
        let when = self.timers.next_when();
        let loaded = self.goid(self.loaded);
        let Some(x) = self.exploration.as_deref_mut() else { return };
        let bounds = x.bounds;
        let late = x.ended.is_some() && x.questions - x.asked_at_end > bounds.after_main;
        if x.questions > bounds.questions || late {
            self.cut_off();
            return;
        }
        // Who is on the way goes on first. That is no turn: whose turn it is does not change.
        if let Some(g) = x.on_the_way.pop_front() {
            if loaded != 0 && loaded == x.turn {
                x.aside = self.loaded;
            }
            self.put_back();
            self.put_on(g);
            return;
        }
        if loaded != 0 && loaded != x.turn {
            self.put_back();
        }
        let loaded = self.gs.get(self.loaded as usize).map_or(0, |g| g.goid);
        let asks = self.strategy.asks();
        // A single goroutine may still have several cases to choose from.
        let cases = asks && self.runs_alone().is_some_and(|g| self.ready_cases(g).len() > 1);
        let Some(x) = self.exploration.as_deref_mut() else { return };
        let mut decision = x.decision(loaded, when, clock);
        let (count, early) = (decision.count(), decision.timer == Some(true));
        decision.asked = asks && (count > 1 || cases);
        if decision.asked && self.strategy.is_undecided() {
            x.undecided = true;
            return;
        }
        let picked = self.strategy.pick(&decision);
        let task = decision.task(picked);
        x.questions += 1;
        self.sched.ps[self.sched.current].clock += VISIBLE;
        x.timers_waited |= when.is_some_and(|when| when > clock) && count > usize::from(early);
        if count > 1 && x.first_choice.is_none() {
            x.first_choice = Some(self.executed);
        }
        // What is offered only when timers may fire early must not change anything else.
        let others = count - usize::from(early) > 1;
        x.yields = false;
        match task {
            Some(Task::Goroutine(goid)) => {
                x.streak = if goid == x.turn && others { x.streak + 1 } else { 0 };
                x.turn = goid;
                x.spin_end = self.executed + SPIN;
                if goid == loaded {
                    x.passed = std::mem::take(&mut x.at_point);
                    return;
                }
                let aside = std::mem::replace(&mut x.aside, NONE);
                if aside != NONE && self.gs[aside as usize].goid == goid {
                    self.put_on(aside);
                    return;
                }
                if aside != NONE {
                    x.waiting.push_back((self.gs[aside as usize].goid, aside));
                }
                let place = x.waiting.iter().position(|w| w.0 == goid);
                let Some((_, g)) = place.and_then(|i| x.waiting.remove(i)) else { return };
                self.put_back();
                self.put_on(g);
            }
            Some(Task::Timer { .. }) => {
                let aside = std::mem::replace(&mut x.aside, NONE);
                if aside != NONE {
                    x.waiting.push_back((self.gs[aside as usize].goid, aside));
                }
                self.put_back();
                self.fire_next(count > 1);
            }
            None => {}
        }
    }

    /// The loaded goroutine, if there is one, waits for its next turn: aside, if that is kept for it, or as the last of all.
    fn put_back(&mut self) {
        let g = self.loaded;
        if g == NONE {
            return;
        }
        self.emit(EventKind::GoStop { preempted: true });
        let mut top = self.entered_top();
        if self.pc == PC_EXIT && self.gs[g as usize].goid == 1 {
            // Main has returned: its variables are asked for when the others have gone on.
            top += self.frame_of_main();
        }
        self.save_stack(top.min(self.stack.len()));
        let gr = &mut self.gs[g as usize];
        gr.status = GStatus::Runnable;
        let goid = gr.goid;
        self.leave_m();
        self.release_p();
        let Some(x) = self.exploration.as_deref_mut() else { return };
        let visible = std::mem::take(&mut x.at_point);
        x.set_stand(g, if visible { Stand::Visible } else { Stand::GaveWay });
        if x.aside != g {
            x.waiting.push_back((goid, g));
        }
    }

    fn put_on(&mut self, g: u32) {
        let Some(x) = self.exploration.as_deref_mut() else { return };
        x.passed = x.stand(g) == Stand::Visible;
        x.spin_end = self.executed + SPIN;
        let p = self.sched.current;
        self.carry(p, g);
        self.sched.ps[p].g = g;
        self.gs[g as usize].status = GStatus::Running;
        self.load_stack(g);
        self.emit(EventKind::GoStart);
    }

    /// Time passes until the next timer, if it is not due, and that fires; `others` could have run instead.
    fn fire_next(&mut self, others: bool) {
        let Some(when) = self.timers.next_when() else { return };
        if self.real_time.is_some_and(|real| real < when) {
            self.time_wanted = Some(when);
            return;
        }
        let p = self.sched.current;
        let clock = self.sched.ps[p].clock;
        if let Some(x) = self.exploration.as_deref_mut().filter(|_| !others) {
            x.rests.0 += 1;
            if x.rests.1.len() == RESTS {
                x.rests.1.pop_front();
            }
            x.rests.1.push_back(clock);
            if x.rests.0 > MOST_RESTS {
                self.cut_off();
                return;
            }
        }
        if let Some(x) = self.exploration.as_deref_mut().filter(|_| others) {
            x.held_up = (x.held_up.0 + 1, x.held_up.1 + when.saturating_sub(clock));
        }
        if when > clock {
            self.pass_time(when);
        }
        if let Some(timer) = self.timers.pop_due(0, when.max(clock)) {
            self.fire(timer);
        }
    }

    /// Blocked goroutines that nobody alive can ever wake: what they wait on is not reachable from package-level variables, timers, or
    /// goroutines that are not lost themselves (Go's own `_Gleaked`, from which it takes the idea).
    pub fn lost_goroutines(&mut self) -> Vec<u32> {
        let blocked = Self::is_blocked;
        let mut waiting: Vec<usize> = (0..self.gs.len()).filter(|&g| blocked(&self.gs[g])).collect();
        if waiting.is_empty() {
            return Vec::new();
        }
        let program = Arc::clone(&self.program);
        let mut marker = Marker::default();
        self.mark_shared(&mut marker);
        let roots = self.living_words();
        roots.into_iter().for_each(|word| marker.word(&mut self.heap, word));
        for g in 0..self.gs.len() {
            let gr = &self.gs[g];
            if gr.status != GStatus::Dead && !blocked(gr) {
                self.mark_beside_stack(&mut marker, g);
            }
        }
        loop {
            self.mark_reached(&mut marker, &program);
            let (found, rest): (Vec<usize>, Vec<usize>) = waiting.iter().partition(|&&g| self.can_be_woken(g));
            waiting = rest;
            if found.is_empty() {
                break;
            }
            for g in found {
                let words = self.saved_words(g);
                words.into_iter().for_each(|word| marker.word(&mut self.heap, word));
                self.mark_beside_stack(&mut marker, g);
            }
        }
        self.heap.unmark();
        waiting.into_iter().map(|g| self.gs[g].goid).collect()
    }

    fn is_blocked(g: &G) -> bool {
        g.status == GStatus::Waiting && g.timer == NONE && g.reason != WaitReason::IoWait
    }

    /// What stands in the frames of goroutines that are not blocked.
    fn living_words(&self) -> Vec<u64> {
        let mut words = Vec::new();
        for (g, gr) in self.gs.iter().enumerate() {
            if g != self.loaded as usize && gr.status != GStatus::Dead && !Self::is_blocked(gr) {
                words.append(&mut self.saved_words(g));
            }
        }
        if self.loaded != NONE {
            // When main has returned its registers still stand there, above the function that called it: what it could have reached to
            // the last is not lost. What it called has left nothing in them.
            let ended = self.pc <= PC_FATAL + 1;
            let top = if ended { self.fp + self.frame_of_main() } else { self.frame_top() };
            words.append(&mut without_links(&self.stack[..top.min(self.stack.len())], self.fp));
        }
        words
    }

    /// Slots from the frame of what calls main to the end of main's.
    fn frame_of_main(&self) -> usize {
        let frames = [self.program.entry].into_iter().chain(self.program.main);
        frames.map(|f| self.program.funcs[f].frame as usize).sum()
    }

    /// The saved stack of a goroutine without what its last call left behind: the registers from the first argument on of a native that is
    /// over when the goroutine goes on.
    fn saved_words(&self, g: usize) -> Vec<u64> {
        let gr = &self.gs[g];
        let last = gr.pc.checked_sub(1).and_then(|pc| self.program.code.get(pc as usize));
        let end = match last {
            Some(&Instr::CallN { a, .. }) if gr.status == GStatus::Waiting && !gr.retry => gr.fp as usize + a as usize,
            _ => gr.saved.len(),
        };
        without_links(&gr.saved[..end.min(gr.saved.len())], gr.fp as usize)
    }

    /// Whether what a blocked goroutine waits on was marked.
    fn can_be_woken(&self, g: usize) -> bool {
        let g = &self.gs[g];
        let chan = |place: u32| self.heap.is_marked(self.chans[place as usize].object as usize);
        match g.waiting {
            Waiting::Chan(place) => chan(place),
            Waiting::Addr(addr) => self.heap.is_marked(ptr_id(addr)),
            Waiting::Nothing => {
                let mut sudog = g.sudog;
                while sudog != NONE {
                    let s = &self.sudogs[sudog as usize];
                    if chan(s.chan) {
                        return true;
                    }
                    sudog = s.next_of_goroutine();
                }
                // A root of a bubble is woken by the bubble.
                matches!(g.reason, WaitReason::SynctestRun | WaitReason::SynctestWait)
            }
        }
    }
}

/// The words of a stack but for the links between its frames, of which the innermost is at `fp`: they would look like pointers.
fn without_links(stack: &[u64], mut fp: usize) -> Vec<u64> {
    let mut words = stack.to_vec();
    while let Some(link) = fp.checked_sub(1).and_then(|i| words.get_mut(i)) {
        let by = std::mem::take(link) as u32 as usize;
        if by == 0 {
            break;
        }
        fp = fp.saturating_sub(by);
    }
    words
}
