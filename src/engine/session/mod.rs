//! One run of one program: forward in slices of fuel, and to any step forwards and backwards.
//!
//! A step is a number of executed instructions, the run's only coordinate. The `head` is the furthest the run has come; the
//! position may be anywhere before it. Going back means: clone the nearest checkpoint at or before the wanted step and
//! execute again, which gives the very same state, because nothing a run depends on lies outside the machine.

mod chosen;
mod told;
mod travel;

use super::build::SourceText;
use crate::base::Rng;
use crate::bytecode::Program;
use crate::explore;
use crate::runtime::{DiskAnswer, DiskRequest, DiskView, Flow, GStatus, Limits, Machine, TraceLevel, Trap};
use crate::sched::{self, Choices, Explorer, Plan, Seeded};
use crate::stdlib;
use crate::trace::EventLog;
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
    /// Somebody who is asked: [`Session::question`]; also before these instructions, which take part in data races.
    Manual(Vec<u32>),
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
    /// `exit`, `panic`, `deadlock`, `fatal error`, or `waiting` for somebody from outside: a server when all is done.
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
    /// What the run is given of a schedule, beside its choices.
    given: Choices,
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
        let given = match &schedule.strategy {
            Strategy::Replay(choices) => choices.clone(),
            Strategy::Manual(points) => Choices { points: points.clone(), ..Choices::by_itself() },
            _ => Choices::by_itself(),
        };
        if schedule.strategy != Strategy::Go {
            let mut exploration = explore::exploration(&head, &given);
            exploration.early = matches!(schedule.strategy, Strategy::Replay(_) | Strategy::Manual(_));
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
            given,
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

    pub(super) fn take_output(&mut self) {
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
        Strategy::Manual(_) => explorer(Plan::Manual { answers: Vec::new() }),
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
