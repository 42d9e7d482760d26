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
    /// Left and right edge of the lanes, as everything drawn in them in units of the axis.
    pub window: (f64, f64),
    /// Whether that is the part the page asked for; otherwise it follows the moment.
    pub kept: bool,
    /// Where the whole run ends.
    pub length: f64,
    /// Where the moment is drawn.
    pub head: f64,
    /// Where the axis has ticks.
    pub ticks: Vec<Tick>,
    /// Where nothing ran for a while.
    pub pleats: Vec<Pleat>,
    /// Where the selected event is drawn.
    pub chosen: Option<f64>,
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
    /// Goroutines that the run has had so far.
    pub goroutines: usize,
    /// The lanes in the viewport.
    pub lanes: Vec<Lane>,
    /// What ties lanes together, inside the window.
    pub wires: Vec<Wire>,
    /// Where goroutines stand in the source.
    pub marks: Vec<Mark>,
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

/// A mark of the axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Where.
    pub x: f64,
    /// What it says.
    pub label: String,
}

/// A stretch in which nobody ran, drawn narrow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pleat {
    /// Where it starts.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How long it was.
    pub label: String,
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

/// What a lane shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaneKind {
    /// A goroutine.
    Goroutine,
    /// Goroutines of one function and creator, so many; it opens by this name ([`super::Act::Fold`]).
    Group(u32, String),
    /// A P by number.
    Proc(u32),
}

/// A lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// What it shows.
    pub what: LaneKind,
    /// Go's number of the goroutine, the first of a group, or what the P runs; 0 for none.
    pub goid: u32,
    /// How many creators it has above it.
    pub depth: u32,
    /// Whether it is kept at the top.
    pub pinned: bool,
    /// Before it everything happens before the selected event, behind it everything happens after; between them, neither.
    pub cut: Option<(f64, f64)>,
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
    /// Of a group: where, and which shares run and are ready from there on.
    pub shares: Vec<(f64, f32, f32)>,
}

/// A piece of a lane: from one moment to another in one state. There are thousands of them in a scene, so they travel packed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "Packed", from = "Packed")]
pub struct Piece {
    /// The goroutine, where the lane has several; otherwise 0.
    pub goid: u32,
    /// Where it starts.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// State.
    pub kind: StateKind,
    /// What to write on it where there is room: the function, or the runtime's word for the wait.
    pub label: String,
}

/// A piece as it travels: from, to, state, label, goroutine.
type Packed = (f64, f64, u8, String, u32);

impl From<Piece> for Packed {
    fn from(p: Piece) -> Self {
        let kind = StateKind::ALL.iter().position(|k| *k == p.kind).unwrap_or(0);
        (p.from, p.to, kind as u8, p.label, p.goid)
    }
}

impl From<Packed> for Piece {
    fn from((from, to, kind, label, goid): Packed) -> Self {
        let kind = StateKind::ALL.get(usize::from(kind)).copied().unwrap_or(StateKind::Unborn);
        Self { goid, from, to, kind, label }
    }
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
    /// All of them.
    pub const ALL: [StateKind; 11] = [
        StateKind::Running,
        StateKind::Runnable,
        StateKind::Send,
        StateKind::Receive,
        StateKind::Select,
        StateKind::Lock,
        StateKind::Wait,
        StateKind::Sleep,
        StateKind::Done,
        StateKind::Stuck,
        StateKind::Unborn,
    ];

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
    /// Where it leaves.
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
    /// An unlock before the lock.
    Lock,
    /// A channel closed.
    Close,
    /// A context cancelled.
    Cancel,
}

/// Where a goroutine stands in the source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mark {
    /// Who.
    pub goid: u32,
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Whether it is on a P.
    pub running: bool,
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
    /// Moments that decide: where goroutines begin to wait for ever, where a finding shows, where it ends badly; each in a sentence.
    pub found: Vec<(u64, String)>,
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
