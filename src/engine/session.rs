//! One run of one program: forward in slices of fuel, and to any step forwards and backwards.
//!
//! A step is a number of executed instructions, the run's only coordinate. The `head` is the furthest the run has come; the
//! position may be anywhere before it. Going back means: clone the nearest checkpoint at or before the wanted step and
//! execute again, which gives the very same state, because nothing a run depends on lies outside the machine.

use super::build::SourceText;
use super::inspect::{self, ChannelInfo, Snapshot};
use super::reach;
use super::reached::Reached;
use super::reachers::{self, Reachers};
use super::stops::{Stood, Stop, Stops};
use super::variables::{self, FrameVariables};
use crate::base::Rng;
use crate::bytecode::Program;
use crate::explore;
use crate::runtime::{
    Disk, DiskAnswer, DiskRequest, DiskView, Flow, GStatus, Limits, Machine, TraceLevel, Trap, WAIT_GROUP_GO,
};
use crate::sched::{self, Choices, Explorer, Plan, Seeded, Task};
use crate::stdlib;
use crate::trace::{Event, EventKind, EventLog};
use crate::vm;
use std::sync::Arc;

/// Who decides what Go leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Seed of all open choices.
    pub seed: u64,
    /// `GOMAXPROCS`.
    pub procs: usize,
    /// Who decides.
    pub strategy: Strategy,
}

/// Who decides who runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Strategy {
    /// Go's own scheduler; the seed decides what that leaves open.
    #[default]
    Go,
    /// Chance, before every visible operation, by the seed.
    Random,
    /// Priorities, of which so many change on the way, by the seed.
    Pct(usize),
    /// A schedule that exploration has printed.
    Replay(Choices),
    /// Somebody who is asked: [`Session::question`].
    Manual,
}

/// What may come next in a run by [`Strategy::Manual`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// This goroutine runs up to its next visible operation.
    Goroutine(u32),
    /// This goroutine's select takes this one of its ready cases, counted from 0 among all of them.
    Case(u32, usize),
    /// The next timer fires; `early` if it is not due yet.
    Timer {
        /// Whether time passes although somebody could run.
        early: bool,
    },
}

impl Default for Schedule {
    fn default() -> Self {
        Self { seed: 1, procs: 4, strategy: Strategy::Go }
    }
}

/// What a program is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// Arguments, the program's name first.
    pub args: Vec<String>,
    /// Flags of package testing, when it is a test.
    pub test_args: Vec<String>,
    /// Environment as `K=V`.
    pub env: Vec<String>,
    /// Standard input.
    pub stdin: Vec<u8>,
    /// Start time, nanoseconds since 1970.
    pub epoch: i64,
    /// The working directory.
    pub dir: String,
    /// Names, absolute or below the working directory, and bytes of files that the program finds on its disk, which is memory.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the host's disk answered to this program before ([`Session::disk_answers`]): a run with these is the same again.
    pub disk: Vec<DiskAnswer>,
}

impl Inputs {
    /// Gives the program the files that its text is made of.
    pub fn add_files(&mut self, files: &[SourceText]) {
        self.files.extend(files.iter().map(|f| (f.name.clone(), f.text.clone().into_bytes())));
    }
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            args: vec!["/tmp/main".into()],
            test_args: Vec::new(),
            env: vec!["HOME=/root".into(), "PATH=/usr/bin:/bin".into()],
            stdin: Vec::new(),
            // 2009-11-10 23:00:00 UTC, as in the Go Playground.
            epoch: 1_257_894_000_000_000_000,
            dir: "/tmp/sandbox".into(),
            files: Vec::new(),
            disk: Vec::new(),
        }
    }
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Exit code.
    pub code: i32,
    /// `exit`, `panic`, `deadlock` or `fatal error`.
    pub kind: String,
}

impl End {
    /// Whether the program has sent itself SIGABRT, as GOTRACEBACK=crash asks for.
    pub fn aborted(&self) -> bool {
        self.code == crate::runtime::ABORTED && self.kind != "exit"
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The step at which it was written.
    pub tick: u64,
    /// Standard error rather than standard output.
    pub err: bool,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Where the run is after a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Instructions executed.
    pub tick: u64,
    /// Events so far.
    pub events: u64,
    /// Set when the program has ended.
    pub end: Option<End>,
}

#[derive(Debug, Clone)]
struct Checkpoint {
    machine: Machine,
    bytes: u64,
}

/// Checkpoints are at least this many instructions apart, and two for each byte a checkpoint takes, so that copying stays a
/// fraction of running.
const CHECKPOINT_EVERY: u64 = 250_000;
/// Bytes that any machine takes, reckoned for a checkpoint.
const STACKS: u64 = 65_536;
/// Bytes all checkpoints may take together.
const CHECKPOINT_BYTES: u64 = 256 << 20;
/// How many instructions [`Session::step_event`] runs on in search of an event.
const EVENT_SEARCH: u64 = 20_000_000;
/// Events that are hashed at a time.
const HASHED: u64 = 65_536;
/// Bytes of output that are kept.
const OUTPUT_BYTES: u64 = 16 << 20;

/// A run.
#[derive(Debug)]
pub struct Session {
    head: Machine,
    /// The machine at the position, when that is not the head.
    at: Option<Machine>,
    checkpoints: Vec<Checkpoint>,
    spacing: u64,
    recording: bool,
    output: Vec<Output>,
    written: u64,
}

impl Session {
    /// A run that is about to start. With `recording`, events are kept and any step can be reached again.
    pub fn new(program: Arc<Program>, inputs: &Inputs, schedule: &Schedule, recording: bool) -> Self {
        Self::with_limits(program, inputs, schedule, recording, Limits::default())
    }

    /// The same with limits of one's own.
    pub fn with_limits(
        program: Arc<Program>,
        inputs: &Inputs,
        schedule: &Schedule,
        recording: bool,
        limits: Limits,
    ) -> Self {
        let mut head = machine(program, inputs, decider(schedule), schedule.procs, limits);
        head.recording = recording;
        head.watched = recording;
        head.log = EventLog::new(recording);
        head.disk.keep = recording;
        if schedule.strategy != Strategy::Go {
            let choices = match &schedule.strategy {
                Strategy::Replay(choices) => choices.clone(),
                _ => Choices::by_itself(),
            };
            let mut exploration = explore::exploration(&head, &choices);
            exploration.early = matches!(schedule.strategy, Strategy::Replay(_) | Strategy::Manual);
            exploration.racing = false;
            head.explore(exploration);
        }
        let mut session = Self {
            head,
            at: None,
            checkpoints: Vec::new(),
            spacing: CHECKPOINT_EVERY,
            recording,
            output: Vec::new(),
            written: 0,
        };
        if recording {
            session.checkpoint();
        }
        session
    }

    /// Runs the head on for about `fuel` instructions, less if they move much memory.
    pub fn run(&mut self, fuel: u64) -> Progress {
        self.head.heap.work = 0;
        let until = self.head.executed.saturating_add(fuel);
        while self.head_may_run() && self.head.executed < until {
            let next = if self.recording { until.min(self.next_checkpoint()) } else { until };
            vm::run_for(&mut self.head, next);
            self.take_output();
            if self.recording && self.head.executed >= self.next_checkpoint() {
                self.checkpoint();
            }
            if self.head.heap.work > vm::WORK {
                break;
            }
        }
        self.progress()
    }

    /// Where the head is.
    pub fn progress(&self) -> Progress {
        let end = self.head.exit.as_ref().map(|e| End { code: e.code, kind: e.kind.to_owned() });
        Progress { tick: self.head.executed, events: self.head.log.total(), end }
    }

    /// What may come next at the head, if somebody must say so.
    pub fn question(&self) -> Option<Vec<Offer>> {
        self.head.is_undecided().then(|| self.offers().into_iter().map(|o| o.0).collect())
    }

    /// What is offered at the head, with the answer that each stands for.
    fn offers(&self) -> Vec<(Offer, usize, Option<usize>)> {
        let mut out = Vec::new();
        for (number, task) in self.head.offers().iter().enumerate() {
            match *task {
                Task::Timer { early } => out.push((Offer::Timer { early }, number, None)),
                Task::Goroutine(goid) => {
                    let place = self.head.gs.iter().position(|g| g.goid == goid && g.status != GStatus::Dead);
                    let ready = place.map_or_else(Vec::new, |g| self.head.ready_cases(g as u32));
                    if ready.len() < 2 {
                        out.push((Offer::Goroutine(goid), number, None));
                    } else {
                        let case = |(nth, &case)| (Offer::Case(goid, case), number, Some(nth));
                        out.extend(ready.iter().enumerate().map(case));
                    }
                }
            }
        }
        out
    }

    /// Answers the question with the number of an offer. Going back and forth later comes by here again.
    pub fn answer(&mut self, number: usize) {
        let offers = self.offers();
        let (_, number, case) =
            offers.get(number).or(offers.first()).copied().unwrap_or((Offer::Goroutine(0), 0, None));
        let copies = self.checkpoints.iter_mut().map(|c| &mut c.machine).chain(&mut self.at);
        for machine in copies.chain([&mut self.head]) {
            if let Some(explorer) = machine.strategy.explorer() {
                explorer.answer(number, case);
            }
        }
        self.head.decided();
    }

    /// What happens up to the next question if it is answered so: at most `most` events.
    pub fn foresee(&self, number: usize, most: usize) -> Vec<Event> {
        /// Instructions looked ahead.
        const FUEL: u64 = 100_000;
        let Some((_, number, case)) = self.offers().get(number).copied() else { return Vec::new() };
        let mut machine = self.head.clone();
        machine.log.keep_from_now();
        let first = machine.log.total();
        if let Some(explorer) = machine.strategy.explorer() {
            explorer.answer(number, case);
        }
        machine.decided();
        machine.heap.work = 0;
        let until = machine.executed + FUEL;
        vm::run_for(&mut machine, until);
        machine.log.since(first).take(most).copied().collect()
    }

    /// Whether the head stands still until something outside happens: an answer, input, time.
    pub fn waits(&self) -> bool {
        self.head.exit.is_none() && !self.head_may_run()
    }

    /// The schedule of the run so far, if it was not Go's own scheduler's: to be replayed.
    pub fn choices(&self) -> Option<Choices> {
        Some(self.head.strategy.explorer_ref()?.schedule())
    }

    /// Whether somebody or something else than Go's scheduler decides who runs.
    pub fn is_explored(&self) -> bool {
        self.head.strategy.explorer_ref().is_some()
    }

    /// Whether the program waits for standard input that has not come yet.
    pub fn wants_input(&self) -> bool {
        self.head.input_wanted
    }

    /// The program's files are those of a disk: it may ask, and stands still until [`answer_disk`](Self::answer_disk).
    pub fn open_disk(&mut self) {
        self.head.disk.open = true;
    }

    /// The program's files are those of a disk that it cannot change: what it writes is memory only.
    pub fn look_at_disk(&mut self, view: Arc<dyn DiskView>) {
        self.head.disk.view = Some(view);
    }

    /// What the program asks of the disk.
    pub fn wants_disk(&self) -> Option<&DiskRequest> {
        self.head.disk.wanted.as_deref()
    }

    /// Answers what [`wants_disk`](Self::wants_disk) asks. Answers belong to the run's inputs.
    pub fn answer_disk(&mut self, answer: DiskAnswer) {
        self.head.disk.answer(answer);
    }

    /// All answers so far, if the session records.
    pub fn disk_answers(&self) -> &[DiskAnswer] {
        &self.head.disk.answers
    }

    /// A machine that goes on from a checkpoint and meets the same disk.
    fn again(&self, from: usize) -> Machine {
        let mut machine = self.checkpoints[from].machine.clone();
        machine.disk = Disk { asked: machine.disk.asked, wanted: None, ..self.head.disk.clone() };
        machine
    }

    /// From now on virtual time jumps no further than real time has come: see [`wants_time`](Self::wants_time).
    pub fn keep_real_time(&mut self) {
        self.head.real_time = Some(0);
    }

    /// When everybody sleeps until, in nanoseconds since the start; the run goes on after [`time_is`](Self::time_is) has said that
    /// it is so late.
    pub fn wants_time(&self) -> Option<u64> {
        self.head.time_wanted
    }

    /// So many real nanoseconds have passed since the start.
    pub fn time_is(&mut self, real: u64) {
        self.head.real_time = Some(real);
        if self.head.time_wanted.is_some_and(|when| when <= real) {
            self.head.time_wanted = None;
        }
    }

    /// More standard input is to come: reading beyond what is there waits instead of ending.
    pub fn open_stdin(&mut self) {
        self.head.stdin_open = true;
    }

    /// Hands standard input over; nothing means that it has ended.
    pub fn feed(&mut self, bytes: &[u8]) {
        if bytes.is_empty() {
            self.head.stdin_open = false;
        } else {
            let mut all = self.head.stdin.0.to_vec();
            all.drain(..self.head.stdin.1);
            all.extend_from_slice(bytes);
            self.head.stdin = (all.into(), 0);
        }
        self.head.input_wanted = false;
    }

    fn take_output(&mut self) {
        for chunk in std::mem::take(&mut self.head.output) {
            self.written += chunk.bytes.len() as u64;
            if !self.recording || self.written <= OUTPUT_BYTES {
                self.output.push(Output { tick: chunk.tick, err: chunk.err, bytes: chunk.bytes });
            }
        }
    }

    /// Takes away what was written since the last call: for those who print it at once.
    pub fn drain_output(&mut self) -> Vec<Output> {
        std::mem::take(&mut self.output)
    }

    /// Everything written so far and not drained.
    pub fn output(&self) -> &[Output] {
        &self.output
    }

    fn next_checkpoint(&self) -> u64 {
        self.checkpoints.last().map_or(0, |c| c.machine.executed + self.spacing.max(2 * (c.bytes - STACKS)))
    }

    fn checkpoint(&mut self) {
        let mut machine = self.head.clone();
        machine.log = machine.log.without_events();
        machine.output.clear();
        let stacks: usize = machine.gs.iter().map(|g| g.saved.len() * 8).sum();
        let bytes = machine.heap.live + stacks as u64 + (machine.gs.len() * 128) as u64 + STACKS;
        self.checkpoints.push(Checkpoint { machine, bytes });
        // Too many: every second one goes, and new ones come half as often. The first is the start and stays.
        while self.checkpoints.len() > 2 && self.checkpoints.iter().map(|c| c.bytes).sum::<u64>() > CHECKPOINT_BYTES {
            let mut i = 0;
            self.checkpoints.retain(|_| {
                i += 1;
                i % 2 == 1
            });
            self.spacing *= 2;
        }
    }

    /// The step that is looked at.
    pub fn position(&self) -> u64 {
        self.machine().executed
    }

    fn machine(&self) -> &Machine {
        self.at.as_ref().unwrap_or(&self.head)
    }

    /// Goes to step `tick`, backwards or forwards; not beyond the head. The step reached.
    pub fn seek(&mut self, tick: u64) -> u64 {
        if !self.recording || tick >= self.head.executed {
            self.at = None;
            return self.position();
        }
        let reusable = self.at.as_ref().is_some_and(|m| m.executed <= tick);
        let from = self.checkpoints.partition_point(|c| c.machine.executed <= tick).saturating_sub(1);
        let nearest = self.checkpoints[from].machine.executed;
        if !reusable || self.at.as_ref().is_some_and(|m| m.executed < nearest) {
            let mut machine = self.again(from);
            // What happens has been told already.
            machine.recording = false;
            self.at = Some(machine);
        }
        if let Some(machine) = &mut self.at {
            machine.disk.answers = Arc::clone(&self.head.disk.answers);
            vm::run_to(machine, tick);
            machine.output.clear();
        }
        self.position()
    }

    /// Goes to where the next event has happened, with all that happen at the same step; runs the head on if need be. The step
    /// reached.
    pub fn step_event(&mut self) -> u64 {
        let here = self.position();
        let mut fuel = 100;
        loop {
            if let Some((tick, _)) = self.next_event(here + 1) {
                return self.seek(tick);
            }
            if !self.head_may_run() || self.head.executed > here + EVENT_SEARCH {
                return self.seek(u64::MAX);
            }
            self.run(fuel);
            fuel = (fuel * 2).min(1_000_000);
        }
    }

    /// Goes to the event before those of the position, or to the start. The step reached.
    pub fn step_event_back(&mut self) -> u64 {
        let number = self.head.log.at_tick(self.position());
        let tick = number.checked_sub(1).and_then(|n| self.event(n)).map_or(0, |e| e.tick);
        self.seek(tick)
    }

    /// How many events have happened at the position.
    pub fn events_here(&self) -> u64 {
        self.head.log.at_tick(self.position() + 1)
    }

    /// The newest events that happened in one instruction with the one of number `count - 1`, at most `most`.
    pub fn events_at_step(&self, count: u64, most: usize) -> Vec<Event> {
        let Some(tick) = count.checked_sub(1).and_then(|n| self.head.log.get(n)).map(|e| e.tick) else {
            return Vec::new();
        };
        let first = self.head.log.at_tick(tick).max(count.saturating_sub(most as u64));
        self.head.log.since(first).take((count - first) as usize).copied().collect()
    }

    /// The first events from number `count` on that happen in one instruction, at most `most`.
    pub fn events_after(&self, count: u64, most: usize) -> Vec<Event> {
        let Some(tick) = self.head.log.get(count).map(|e| e.tick) else { return Vec::new() };
        self.head.log.since(count).take_while(|e| e.tick == tick).take(most).copied().collect()
    }

    /// Goes to where `count` events have happened. The step reached.
    pub fn seek_event(&mut self, count: u64) -> u64 {
        if count >= self.event_count() {
            return self.seek(u64::MAX);
        }
        let tick = count.checked_sub(1).and_then(|n| self.event(n)).map_or(0, |e| e.tick);
        self.seek(tick)
    }

    /// Goes to the next statement that anybody executes; runs the head on if the position is there. The step reached.
    pub fn step(&mut self) -> u64 {
        if self.at.is_none() {
            let start = self.head.executed;
            while self.head_may_run() && self.head.executed < start + 10_000_000 {
                let next = self.head.executed + 1;
                vm::run_to(&mut self.head, next);
                if at_statement(&self.head) {
                    break;
                }
            }
            self.take_output();
            return self.position();
        }
        let head = self.head.executed;
        if let Some(machine) = &mut self.at {
            machine.disk.answers = Arc::clone(&self.head.disk.answers);
            while machine.executed < head {
                let next = machine.executed + 1;
                vm::run_to(machine, next);
                if machine.exit.is_some() || at_statement(machine) {
                    break;
                }
            }
            machine.output.clear();
            if machine.executed >= head {
                self.at = None;
            }
        }
        self.position()
    }

    /// Finds places to stop at in this program; and says what is wrong with some of them, by line.
    pub fn find_stops(&self, stops: Vec<Stop>) -> (Stops, Vec<(u32, String)>) {
        Stops::new(&self.head.program, stops)
    }

    /// Goes on, statement by statement, to the next one where a stop holds, or is not clear, the head running on if need be, for at
    /// most `fuel`. If there was none, the position is where the looking ended, and the run may go on from there.
    pub fn run_to_stop(&mut self, stops: &Stops, fuel: u64) -> Stood {
        let mut end = self.position().saturating_add(fuel);
        if let Some(machine) = &mut self.at {
            let head = self.head.executed;
            machine.disk.answers = Arc::clone(&self.head.disk.answers);
            while machine.executed < head.min(end) && machine.exit.is_none() {
                let next = machine.executed + 1;
                vm::run_to(machine, next);
                if machine.executed < head
                    && let stood @ (Stood::Here | Stood::Unclear(_)) = stops.stand(machine)
                {
                    machine.output.clear();
                    return stood;
                }
            }
            machine.output.clear();
            if machine.executed < head {
                return Stood::No;
            }
            self.at = None;
            if let stood @ (Stood::Here | Stood::Unclear(_)) = stops.stand(&self.head) {
                return stood;
            }
            end = end.max(self.head.executed);
        }
        let mut stood = Stood::No;
        while self.head_may_run() && self.head.executed < end && stood == Stood::No {
            let next = self.head.executed + 1;
            vm::run_to(&mut self.head, next);
            stood = stops.stand(&self.head);
            if self.recording && self.head.executed >= self.next_checkpoint() {
                self.checkpoint();
            }
        }
        self.take_output();
        stood
    }

    /// Whether nothing outside must happen before the head can go on.
    fn head_may_run(&self) -> bool {
        self.head.exit.is_none()
            && !self.wants_input()
            && self.wants_disk().is_none()
            && self.wants_time().is_none()
            && !self.head.is_undecided()
    }

    /// Goes to the last statement before the position where a stop holds; whether there was one.
    pub fn back_to_stop(&mut self, stops: &Stops) -> bool {
        self.search_back(|machine| stops.stand(machine) == Stood::Here)
    }

    /// Goes to the statement before the position. The step reached.
    pub fn step_back(&mut self) -> u64 {
        if !self.search_back(at_statement) && self.recording {
            self.seek(0);
        }
        self.position()
    }

    /// Goes to the last place before the position of which this is true; whether there was one.
    fn search_back(&mut self, stands: impl Fn(&Machine) -> bool) -> bool {
        let here = self.position();
        if here == 0 || !self.recording {
            return false;
        }
        let mut end = here;
        loop {
            let from = self.checkpoints.partition_point(|c| c.machine.executed < end).saturating_sub(1);
            let mut machine = self.again(from);
            machine.recording = false;
            let start = machine.executed;
            let mut last = stands(&machine).then_some(start);
            while machine.executed < end {
                let next = machine.executed + 1;
                vm::run_to(&mut machine, next);
                if machine.executed < end && stands(&machine) {
                    last = Some(machine.executed);
                }
                if machine.exit.is_some() {
                    break;
                }
            }
            if let Some(tick) = last {
                self.seek(tick);
                return true;
            }
            if start == 0 {
                return false;
            }
            end = start;
        }
    }

    /// Whether the position is the head.
    pub fn snapshot_is_last(&self) -> bool {
        self.at.is_none()
    }

    /// Name of the function that starts at `entry`, without package main.
    pub fn func_name(&self, entry: u32) -> String {
        let program = &self.head.program;
        let name = program.func_at(entry).map_or("", |f| program.funcs[f].name.as_str());
        name.strip_prefix("main.").unwrap_or(name).to_owned()
    }

    /// Where the function starts that a goroutine is there for: that of `WaitGroup.Go` runs another one.
    pub fn task_of(&self, goid: u32, entry: u32) -> u32 {
        let program = &self.head.program;
        let by_group = program.func_at(entry).is_some_and(|f| program.funcs[f].name.starts_with(WAIT_GROUP_GO));
        let inner = || self.head.log.args_of(goid).map(|words| words[0] as u32).filter(|&at| at != 0);
        if by_group { inner().unwrap_or(entry) } else { entry }
    }

    /// What the goroutine was started with as Go writes it, `(1, true)`: numbers and booleans; empty if there are none.
    pub fn func_args(&self, goid: u32, entry: u32) -> String {
        let m = &self.head;
        let (Some(args), Some(func)) = (m.log.args_of(goid), m.program.func_at(entry).map(|f| &m.program.funcs[f]))
        else {
            return String::new();
        };
        let mut params: Vec<_> =
            func.vars.iter().filter(|v| u32::from(v.reg) < func.params && v.from == func.entry && !v.boxed).collect();
        crate::base::sort_by_key(&mut params, |v| v.reg);
        let scalar = |v: &&crate::bytecode::VarInfo| inspect::is_scalar(m.program.rtypes[v.ty].kind);
        let shown: Vec<String> = params
            .into_iter()
            .filter(scalar)
            .filter_map(|v| Some(inspect::value_text(m, v.ty, args.get(usize::from(v.reg)..)?.get(..1)?, 0)))
            .collect();
        if shown.is_empty() { String::new() } else { format!("({})", shown.join(", ")) }
    }

    /// Name and type of elements of the channels that the instruction `at` makes with type number `ty`.
    pub fn channel_info(&self, at: u32, ty: u32) -> ChannelInfo {
        inspect::channel_info(&self.head.program, at, ty)
    }

    /// A value that went through a channel with type number `ty`, from its first two words; `None` if they do not tell all.
    /// Only with `now`, that is for an event of the position, is it looked up in memory.
    pub fn passed_value(&self, ty: u32, words: [u64; 2], now: bool) -> Option<String> {
        inspect::passed_value(self.machine(), ty, words, now)
    }

    /// State at the position.
    pub fn snapshot(&self) -> Snapshot {
        inspect::snapshot(self.machine(), self.head.executed)
    }

    /// Memory at the position, as variables reach it: objects, locks, WaitGroups, contexts.
    pub fn reached(&self) -> Reached {
        reach::reached(self.machine())
    }

    /// Who can still get at each of these channels (by number) at the position; `None` if there is too much memory to look through.
    pub fn channel_reachers(&self, channels: &[u32]) -> Option<Vec<Reachers>> {
        let m = self.machine();
        let object = |n: &u32| m.chans.iter().find(|c| c.number == *n && c.object != 0).map_or(0, |c| c.object);
        reachers::reachers(m, &channels.iter().map(object).collect::<Vec<u32>>())
    }

    /// The same of what lies at these addresses.
    pub fn address_reachers(&self, addrs: &[u64]) -> Option<Vec<Reachers>> {
        let ids: Vec<u32> = addrs.iter().map(|&a| crate::runtime::ptr_id(a) as u32).collect();
        reachers::reachers(self.machine(), &ids)
    }

    /// The variables of a goroutine at the position, innermost frame first, with parts of those for whose path `open` says yes.
    pub fn variables(&self, goid: u32, open: &dyn Fn(&str) -> bool) -> Vec<FrameVariables> {
        variables::variables(self.machine(), goid, open)
    }

    /// What [`snapshot`](Self::snapshot) tells of this goroutine, which it may leave out where there are very many.
    pub fn goroutine(&self, goid: u32) -> Option<inspect::GoroutineState> {
        inspect::goroutine_state(self.machine(), goid)
    }

    /// Memory at step `tick`, as [`reached`](Self::reached) tells of the position.
    pub fn reached_at(&self, tick: u64) -> Reached {
        if tick >= self.head.executed || self.checkpoints.is_empty() {
            return reach::reached(&self.head);
        }
        let from = self.checkpoints.partition_point(|c| c.machine.executed <= tick).saturating_sub(1);
        let mut machine = self.again(from);
        machine.recording = false;
        vm::run_to(&mut machine, tick);
        reach::reached(&machine)
    }

    /// Whether something at this address lives for ever, as package-level variables do.
    pub fn is_package_level(&self, addr: u64) -> bool {
        crate::runtime::ptr_id(addr) < self.head.heap.permanent as usize
    }

    /// An address as a program prints it at the position.
    pub fn address_text(&self, addr: u64) -> String {
        format!("0x{:x}", self.machine().heap.address(addr))
    }

    /// Whether a select of the program's own has a default.
    pub fn has_default_select(&self) -> bool {
        let program = &self.head.program;
        let ours =
            |t: &crate::bytecode::SelectTable| t.cases.first().is_none_or(|c| !program.sources.in_library(c.pos));
        program.selects.iter().any(|t| t.has_default && ours(t))
    }

    /// What standard error was told last that begins so: the reason why a program died.
    pub fn last_words(&self, start: &str) -> Option<String> {
        let all: Vec<u8> = self.output.iter().filter(|o| o.err).flat_map(|o| o.bytes.iter().copied()).collect();
        let text = String::from_utf8_lossy(&all);
        text.lines().rev().find(|l| l.starts_with(start)).map(str::to_owned)
    }

    /// What a channel operation of event number `event` passed on, looked up where it happened: for values that its words do not
    /// tell. `events` are numbers with the channel's type, in order; the texts come in the same order.
    pub fn passed_values(&self, events: &[(Event, u32)]) -> Vec<Option<String>> {
        let mut out = Vec::new();
        let mut machine: Option<Machine> = None;
        for (event, ty) in events {
            let (EventKind::ChanSend { value, .. } | EventKind::ChanRecv { value, .. }) = event.kind else {
                out.push(None);
                continue;
            };
            let from = self.checkpoints.partition_point(|c| c.machine.executed <= event.tick).saturating_sub(1);
            let nearer = self.checkpoints.get(from).map_or(0, |c| c.machine.executed);
            if machine.as_ref().is_none_or(|m| m.executed > event.tick || m.executed < nearer) {
                let mut again = self.again(from);
                again.recording = false;
                machine = Some(again);
            }
            out.push(machine.as_mut().and_then(|m| {
                vm::run_to(m, event.tick);
                m.output.clear();
                inspect::passed_value(m, *ty, value, true)
            }));
        }
        out
    }

    /// Number of events so far.
    pub fn event_count(&self) -> u64 {
        self.head.log.total()
    }

    /// Hash over all events so far: equal hashes, equal runs.
    pub fn hash(&self) -> u64 {
        self.head.log.hash()
    }

    /// Hash over the first `count` events, if so many have happened: from the nearest checkpoint on.
    pub fn hash_at(&mut self, count: u64) -> Option<u64> {
        let log = &self.head.log;
        if count >= log.total() {
            return (count == log.total()).then(|| log.hash());
        }
        let from = self.checkpoints.partition_point(|c| c.machine.log.total() <= count).checked_sub(1)?;
        let log = &self.checkpoints[from].machine.log;
        let (mut at, mut hash) = (log.total(), log.hash());
        while at < count {
            let events = self.events(at, (count - at).min(HASHED) as usize);
            if events.is_empty() {
                return None;
            }
            at += events.len() as u64;
            hash = events.iter().fold(hash, EventLog::hash_with);
        }
        Some(hash)
    }

    /// An event by number; made again by execution if it is too old to be kept.
    pub fn event(&mut self, number: u64) -> Option<Event> {
        if let Some(event) = self.head.log.get(number) {
            return Some(*event);
        }
        self.events_again(number, 1).first().copied()
    }

    /// Up to `count` events from `number` on.
    pub fn events(&mut self, number: u64, count: usize) -> Vec<Event> {
        if number >= self.head.log.first() {
            return self.head.log.since(number).take(count).copied().collect();
        }
        self.events_again(number, count)
    }

    fn events_again(&self, number: u64, count: usize) -> Vec<Event> {
        let from = self.checkpoints.partition_point(|c| c.machine.log.total() <= number);
        let Some(from) = from.checked_sub(1) else { return Vec::new() };
        let mut machine = self.again(from);
        machine.log.keep_from_now();
        let mut out = Vec::new();
        while out.len() < count && machine.exit.is_none() && machine.executed < self.head.executed {
            let next = machine.executed + 1_000_000;
            machine.heap.work = 0;
            vm::run_for(&mut machine, next);
            machine.output.clear();
            let start = number + out.len() as u64;
            out.extend(machine.log.since(start).take(count - out.len()).copied());
            machine.log.forget_events();
        }
        out
    }

    /// The step of the first event at or after `tick` and its number, if there is one.
    pub fn next_event(&self, tick: u64) -> Option<(u64, u64)> {
        let number = self.head.log.at_tick(tick);
        self.head.log.get(number).map(|e| (e.tick, number))
    }

    /// Bytes of Go memory in use at the head.
    pub fn memory(&self) -> u64 {
        self.head.heap.live
    }

    /// Virtual nanoseconds from the start of the program to the head.
    pub fn time(&self) -> u64 {
        self.head.now()
    }

    /// Goroutines alive at the head.
    pub fn goroutines(&self) -> usize {
        self.head.gs.iter().filter(|g| g.status != GStatus::Dead).count()
    }
}

fn decider(schedule: &Schedule) -> Box<dyn sched::Strategy> {
    /// What a run is taken to be long, in questions, for PCT.
    const LENGTH: u64 = 1_000;
    let explorer = |plan| Box::new(Explorer::new(plan, schedule.seed, schedule.seed));
    match &schedule.strategy {
        Strategy::Go => Box::new(Seeded::new(schedule.seed)),
        Strategy::Random => explorer(Plan::Random { switch: 16_384 }),
        Strategy::Pct(changes) => {
            let mut rng = Rng::new(schedule.seed);
            explorer(Plan::Pct { changes: (0..*changes).map(|_| rng.below(LENGTH) as u32).collect() })
        }
        Strategy::Replay(choices) => Box::new(Explorer::replay(choices)),
        Strategy::Manual => explorer(Plan::Manual { answers: Vec::new() }),
    }
}

/// A machine about to run a program on these inputs.
pub(super) fn machine(
    program: Arc<Program>,
    inputs: &Inputs,
    strategy: Box<dyn sched::Strategy>,
    procs: usize,
    limits: Limits,
) -> Machine {
    let natives = program.natives.iter().map(|name| stdlib::native(name).unwrap_or(missing)).collect();
    let mut machine = Machine::new(program, natives, strategy, procs, limits);
    machine.args = inputs.args.clone().into();
    machine.test_args = inputs.test_args.clone().into();
    let level = inputs.env.iter().rev().find_map(|e| e.strip_prefix("GOTRACEBACK="));
    machine.panic_state.level = TraceLevel::of(level.unwrap_or_default());
    machine.env = inputs.env.clone().into();
    machine.stdin = (inputs.stdin.clone().into(), 0);
    machine.stdin_open = false;
    machine.epoch = inputs.epoch;
    machine.disk.dir = inputs.dir.as_str().into();
    machine.disk.files = inputs.files.iter().map(|(name, data)| (name.clone(), data.as_slice().into())).collect();
    machine.disk.answers = inputs.disk.clone().into();
    machine
}

/// Stands for a native that does not exist; the compiler has refused programs that name one.
fn missing(_: &mut Machine, _: usize) -> Result<Flow, Trap> {
    Err(Trap::Fatal("call of a library function that golanes does not have".into()))
}

/// Whether the machine is about to start a statement.
fn at_statement(machine: &Machine) -> bool {
    machine.loaded != crate::runtime::NONE && machine.program.lines.get(machine.pc as usize).is_some_and(|l| l.stmt)
}
