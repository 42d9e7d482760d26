//! The picture of a moment: what is drawn, in coordinates and words, without saying how.

use serde::{Deserialize, Serialize};

/// All that the page shows of a moment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// The moment: events that have happened, with a fraction between two.
    pub x: f64,
    /// The same in instructions, to be compared with those of output.
    pub tick: u64,
    /// Events that have happened.
    pub event: u64,
    /// Events that are known so far.
    pub events: u64,
    /// Left and right edge of the lanes in events.
    pub window: (f64, f64),
    /// Where the axis has ticks.
    pub ticks: Vec<u64>,
    /// Virtual time, as text in a fitting unit.
    pub time: String,
    /// Whether time passes by itself.
    pub playing: bool,
    /// Whether the run is known to its end.
    pub complete: bool,
    /// How many goroutines are in which state.
    pub counts: Counts,
    /// Number of the first lane sent.
    pub first: usize,
    /// Number of lanes in all.
    pub total: usize,
    /// The lanes in the viewport.
    pub lanes: Vec<Lane>,
    /// What ties lanes together, inside the window.
    pub wires: Vec<Wire>,
    /// Where goroutines stand in the source.
    pub marks: Vec<Mark>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// The value that has just moved.
    pub flight: Option<Flight>,
    /// What has just happened, a sentence; empty at the start.
    pub now: String,
    /// What happens next, a sentence; empty at the end of what is known.
    pub next: String,
    /// The overview of the whole run, when it has changed.
    pub ribbon: Option<Ribbon>,
    /// How the run ends, if the moment is its end.
    pub end: Option<End>,
    /// Hash of the event log, for those who compare runs.
    pub hash: String,
}

/// How many goroutines are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// On a P.
    pub running: usize,
    /// In a run queue.
    pub runnable: usize,
    /// Waiting for something.
    pub waiting: usize,
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
    /// Its history in the window, in order and without overlaps.
    pub pieces: Vec<Piece>,
}

/// A piece of a lane: from one event to another in one state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Where it starts, in events.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// State.
    pub kind: StateKind,
    /// What to write on it where there is room: the function, or the runtime's word for the wait.
    pub label: String,
}

/// Kinds of goroutine state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// Waits for a lock.
    Lock,
    /// Waits for a WaitGroup or condition.
    Wait,
    /// Sleeps, or waits for something outside.
    Sleep,
    /// Has ended.
    Done,
    /// Can never go on: the program has ended in a deadlock.
    Stuck,
    /// Has not been started yet.
    Unborn,
}

impl StateKind {
    /// A short name, for classes and tests.
    pub fn name(self) -> &'static str {
        match self {
            StateKind::Running => "running",
            StateKind::Runnable => "runnable",
            StateKind::Send => "send",
            StateKind::Receive => "recv",
            StateKind::Select => "select",
            StateKind::Lock => "lock",
            StateKind::Wait => "wait",
            StateKind::Sleep => "sleep",
            StateKind::Done => "done",
            StateKind::Stuck => "stuck",
            StateKind::Unborn => "unborn",
        }
    }
}

/// What ties two lanes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wire {
    /// Where it leaves, in events.
    pub from: f64,
    /// Where it arrives.
    pub to: f64,
    /// The goroutine it leaves.
    pub source: u32,
    /// The goroutine it reaches.
    pub target: u32,
    /// Row of the one it leaves.
    pub source_row: usize,
    /// Row of the one it reaches.
    pub target_row: usize,
    /// What it is.
    pub kind: WireKind,
    /// The value, where it is known and short.
    pub label: String,
}

/// Kinds of wires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WireKind {
    /// One starts the other.
    Spawn,
    /// A value from hand to hand, or through a buffer.
    Value,
    /// One makes the other runnable.
    Wake,
}

/// Where a goroutine stands in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mark {
    /// Who.
    pub goid: u32,
    /// Line, from 1.
    pub line: u32,
    /// Whether it is on a P.
    pub running: bool,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// Buffered values with their senders (0 if unknown), the next one out first.
    pub values: Vec<Queued>,
    /// How many more there are in the buffer.
    pub more_values: usize,
    /// Who waits to receive, first come first.
    pub receivers: Vec<u32>,
    /// How many more wait to receive.
    pub more_receivers: usize,
    /// Who waits to send what, first come first.
    pub senders: Vec<Queued>,
    /// How many more wait to send.
    pub more_senders: usize,
    /// What went through it last, a sentence; empty if nothing did.
    pub last: String,
}

/// A value and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Queued {
    /// Who sent it or wants to.
    pub goid: u32,
    /// The value as text.
    pub value: String,
}

/// A value that moves at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Flight {
    /// The event, so that each flight is flown once.
    pub event: u64,
    /// Through which channel.
    pub channel: u32,
    /// The value as text, empty if it is too large to tell.
    pub value: String,
    /// Who sent it, 0 if unknown.
    pub sender: u32,
    /// Where it comes from.
    pub from: Hand,
    /// Where it goes.
    pub to: Hand,
}

/// An end of a flight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hand {
    /// A goroutine.
    Goroutine(u32),
    /// The buffer.
    Buffer,
}

/// The whole run at a glance.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ribbon {
    /// Its length in events.
    pub events: u64,
    /// The first goroutines and their histories.
    pub rows: Vec<(u32, Vec<Piece>)>,
    /// Events at which something was printed.
    pub prints: Vec<u64>,
}

/// How a run ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// A sentence.
    pub sentence: String,
    /// Exit code.
    pub code: i32,
    /// Whether it ended badly: a deadlock, a panic, a fatal error.
    pub bad: bool,
}
