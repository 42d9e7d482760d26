//! What page and worker say to each other, as plain serde data.
//!
//! Both sides link this and nothing of each other. Steps are counts of executed instructions; they cross as numbers, exact up to
//! 2^53.

use serde::{Deserialize, Serialize};

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Build the text and make a run of it, standing at its start.
    Load {
        /// The program: one file or a txtar archive.
        text: String,
        /// Seed of all open choices.
        seed: u64,
        /// `GOMAXPROCS`.
        procs: usize,
    },
    /// Only look for problems.
    Check {
        /// The program.
        text: String,
    },
    /// Let time pass.
    Play {
        /// Statements a second; 0 for as fast as it goes.
        speed: u32,
    },
    /// Stop where it is.
    Pause,
    /// One statement forward.
    Step,
    /// One statement back.
    StepBack,
    /// To this step.
    Seek {
        /// The step.
        tick: u64,
    },
}

/// From the worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The worker has started and takes requests.
    Ready,
    /// What is wrong with the text; without errors the program is loaded (or could be, after `Check`).
    Problems(Vec<Problem>),
    /// What there is to see now.
    Scene(Box<Scene>),
}

/// A message about the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub col: u32,
    /// gc's words.
    pub message: String,
    /// Whether the program cannot run.
    pub error: bool,
}

/// All that the page shows of a moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// The step looked at.
    pub tick: u64,
    /// How far the run has come.
    pub head: u64,
    /// Virtual time, as text in a fitting unit.
    pub time: String,
    /// Whether time passes by itself.
    pub playing: bool,
    /// Goroutines that live here, then those that have ended, each with its history.
    pub lanes: Vec<Lane>,
    /// Number of goroutines that are not listed.
    pub more_lanes: usize,
    /// Channels.
    pub channels: Vec<Channel>,
    /// What has been written up to here, and what comes later in the run as it is known.
    pub output: Vec<Output>,
    /// How the run ends, once it has; `None` while it can go on.
    pub end: Option<End>,
    /// Hash of the event log, for those who compare runs.
    pub hash: String,
    /// Number of events.
    pub events: u64,
}

/// A goroutine's lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Go's number of it.
    pub goid: u32,
    /// The function it runs.
    pub name: String,
    /// Its state in the runtime's words; `done` when it has ended.
    pub state: String,
    /// The kind of state, for colour and glyph.
    pub kind: StateKind,
    /// More about the state: what it waits for.
    pub detail: String,
    /// The line it stands on, 0 for none.
    pub line: u32,
    /// Its history in the window shown: consecutive pieces, left and width in thousandths of the window.
    pub pieces: Vec<Piece>,
}

/// A piece of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Left edge, thousandths of the window.
    pub left: u32,
    /// Width, thousandths of the window.
    pub width: u32,
    /// State.
    pub kind: StateKind,
}

/// Kinds of goroutine state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateKind {
    /// On a P.
    Running,
    /// In a run queue.
    Runnable,
    /// Waits to send.
    Send,
    /// Waits to receive.
    Receive,
    /// Waits in a select.
    Select,
    /// Waits for a lock, WaitGroup or condition.
    Lock,
    /// Sleeps, or waits for something outside.
    Sleep,
    /// Has ended.
    Done,
    /// Can never go on: the program has ended in a deadlock.
    Stuck,
}

impl StateKind {
    /// A short name, for classes and tests.
    pub fn name(self) -> &'static str {
        match self {
            StateKind::Running => "running",
            StateKind::Runnable => "runnable",
            StateKind::Send => "send",
            StateKind::Receive => "receive",
            StateKind::Select => "select",
            StateKind::Lock => "lock",
            StateKind::Sleep => "sleep",
            StateKind::Done => "done",
            StateKind::Stuck => "stuck",
        }
    }

    /// A sign that tells the state without colour.
    pub fn glyph(self) -> &'static str {
        match self {
            StateKind::Running => "▶",
            StateKind::Runnable => "▷",
            StateKind::Send => "⇥",
            StateKind::Receive => "⇤",
            StateKind::Select => "⋔",
            StateKind::Lock => "‖",
            StateKind::Sleep => "☾",
            StateKind::Done => "✓",
            StateKind::Stuck => "⊗",
        }
    }
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// Its number.
    pub number: u32,
    /// Its name in the source.
    pub name: String,
    /// Type of its elements.
    pub elem: String,
    /// Capacity.
    pub cap: usize,
    /// Whether it is closed.
    pub closed: bool,
    /// Buffered values, the next one out first.
    pub values: Vec<String>,
    /// Who waits to receive, first come first.
    pub receivers: Vec<u32>,
    /// Who waits to send what, first come first.
    pub senders: Vec<(u32, String)>,
}

/// Something written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// The text.
    pub text: String,
    /// Standard error.
    pub err: bool,
    /// Not yet written at the step looked at.
    pub later: bool,
}

/// How a run ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// A sentence.
    pub sentence: String,
    /// Exit code.
    pub code: i32,
}
