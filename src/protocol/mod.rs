//! What page and worker say to each other, as plain serde data.
//!
//! Both sides link this and nothing of each other. The page's coordinate is the *event*: `x` of a moment is the number of events
//! that have happened, with a fraction for a moment between two events. Numbers are exact up to 2^53.

mod asked;
mod link;
mod node;
mod picture;
mod visible;

pub use asked::{ComparedRun, Measure, MiniLane, Spot, ToCompare};
pub use link::{Arrangement, ENGINE, Link, LinkError, Moment, from_letters, to_letters};
pub use node::{Act, Element, Node, Panel, chip, dye, el, text};
pub use picture::{Counts, End, Lane, LaneKind, Mark, Piece, Pleat, Ribbon, Scene, StateKind, Tick, Wire, WireKind};
use serde::{Deserialize, Serialize};
pub use visible::visible;

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Build the text and make a run of it, standing at its start.
    Load {
        /// The program: one file or a txtar archive.
        text: String,
        /// Standard input; it ends behind it.
        stdin: String,
        /// Seed of all open choices.
        seed: u64,
        /// `GOMAXPROCS`.
        procs: usize,
        /// Whether to format it first.
        format: bool,
        /// A schedule that exploring has found, to be replayed; `you` for the person, `random` for chance; empty for Go's own
        /// scheduler.
        schedule: String,
        /// Where to stand once it is replayed: the last time that somebody is at this line of this file.
        place: Option<(String, u32)>,
        /// Where to stand as soon as the run has come there: the moment of a link. [`Answer::Landed`] follows.
        #[serde(default)]
        moment: Option<Moment>,
    },
    /// What moment the page looks at, for a link.
    Share,
    /// The run or the program as a file.
    Export(Export),
    /// Format the text as gofmt does.
    Format {
        /// The program.
        text: String,
    },
    /// Only look for problems.
    Check {
        /// The program.
        text: String,
    },
    /// Let time pass.
    Play {
        /// Events a second; 0 for as fast as it goes.
        speed: u32,
    },
    /// Stop where it is.
    Pause,
    /// One step.
    Step {
        /// Backwards.
        back: bool,
        /// How far.
        unit: Unit,
    },
    /// What is drawn at a place of the lanes: told as a hint, or selected.
    Point {
        /// The lane.
        row: usize,
        /// The place on the axis.
        x: f64,
        /// Select it rather than tell of it.
        select: bool,
    },
    /// To the next (or last) event that these words tell of, behind the moment.
    Find {
        /// The words; letters of any case.
        words: String,
        /// Backwards.
        back: bool,
    },
    /// Select the cause (or an effect) of the selected event.
    Follow {
        /// The effect.
        on: bool,
    },
    /// To the moment drawn at this place of the axis.
    SeekTo {
        /// The place.
        x: f64,
    },
    /// To where this many events have happened.
    Seek {
        /// How many; more than there are means the end of what is known.
        events: u64,
    },
    /// What part of the picture the page can show.
    Look(Viewport),
    /// Which panels are open, and what is selected: those panels are sent when they have changed.
    Show {
        /// Open panels.
        panels: Vec<Panel>,
        /// What is selected.
        selection: Selection,
    },
    /// Something was clicked in a panel that the worker has to do.
    Act(Act),
    /// Try so many more schedules of the program on stage; 0 ends that.
    Explore(u64),
    /// Where to stop while time passes: places, each with its condition or an empty text.
    Stops(Vec<StopAt>),
    /// Stop where an event is told with these words; empty for nowhere.
    StopWhen {
        /// The words; letters of any case.
        words: String,
    },
    /// You are the scheduler: the last choice is taken back.
    TakeBack,
    /// Let time pass, as fast as it goes, until a place to stop at comes, or back to the last one.
    RunOn {
        /// Backwards.
        back: bool,
        /// To this line of a file rather than to those places.
        cursor: Option<(String, u32)>,
    },
    /// What is at a place of the text.
    Ask {
        /// A number of the page's own, which the answer repeats.
        id: u32,
        /// What about it.
        what: Asked,
        /// The text: one file or a txtar archive.
        text: String,
        /// The place in all of it, in UTF-16 units.
        at: u32,
    },
    /// What a lesson wants to know of the run on stage, from now on. It is run ahead to its end for that.
    Observe {
        /// Moments to be found.
        spots: Vec<Spot>,
        /// What is to be measured.
        measures: Vec<Measure>,
    },
    /// Run these programs to their ends, and tell how that went.
    Compare(Vec<ToCompare>),
    /// What a part of the reference that can be tried shows now.
    Widget {
        /// A number of the page's own, which the answer repeats.
        id: u32,
        /// Its kind.
        kind: String,
        /// What it is about.
        text: String,
        /// What the person has set in it: names and values.
        state: Vec<(String, String)>,
    },
    /// Ends the engine as a fault in it would: for tests of what happens then.
    Panic,
}

/// What a file is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// The lanes as a picture.
    Svg {
        /// In the dark theme's colours.
        dark: bool,
    },
    /// The run as Chrome trace JSON, for Perfetto.
    Trace,
    /// The program as a module for real Go, with a test that expects what was seen here.
    Module,
}

/// A file for the person to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// A name for it.
    pub name: String,
    /// Its type as HTTP names it.
    pub mime: String,
    /// What it holds: text, or letters that stand for bytes ([`from_letters`]).
    pub data: String,
    /// Whether those are letters.
    pub letters: bool,
}

/// What an editor asks about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// What may be written there.
    Complete,
    /// What the name there is.
    Hover,
    /// Where the name there is declared.
    Define,
}

/// What the horizontal axis counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AxisKind {
    /// Events, evenly apart.
    #[default]
    Steps,
    /// Virtual time, idle stretches pleated.
    Time,
    /// Events with quiet steps folded: communication stands side by side.
    Talk,
}

/// What has a lane.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rows {
    /// Goroutines, as a tree by creator.
    #[default]
    Goroutines,
    /// Ps, with what each runs.
    Procs,
}

/// The part of the picture that fits into the page, and how it is drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Viewport {
    /// The first lane.
    pub first: usize,
    /// How many lanes.
    pub rows: usize,
    /// Width of the lanes in CSS pixels.
    pub width: f64,
    /// How much of the axis lies side by side; `None`: all, or as much as can be told apart.
    pub span: Option<f64>,
    /// Where the part starts; `None`: it follows the moment.
    pub left: Option<f64>,
    /// What the axis counts.
    pub axis: AxisKind,
    /// What has a lane.
    pub by: Rows,
    /// Only goroutines in whose name, number or state this occurs.
    pub filter: String,
    /// Goroutines kept at the top.
    pub pinned: Vec<u32>,
    /// Goroutines left out.
    pub hidden: Vec<u32>,
    /// Whether many equal goroutines share a lane.
    pub group: bool,
}

impl Default for Viewport {
    fn default() -> Self {
        Self {
            first: 0,
            rows: 12,
            width: 800.0,
            span: None,
            left: None,
            axis: AxisKind::Steps,
            by: Rows::Goroutines,
            filter: String::new(),
            pinned: Vec::new(),
            hidden: Vec::new(),
            group: true,
        }
    }
}

/// What a person has selected.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// A goroutine.
    pub goid: Option<u32>,
    /// An event by its number, from 1: it has happened at that moment.
    pub event: Option<u64>,
}

/// A place to stop at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopAt {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What has to hold there; empty for nothing.
    pub condition: String,
}

/// What a step goes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// The next event.
    #[default]
    Event,
    /// The next statement.
    Statement,
    /// The next event of this goroutine.
    Goroutine(u32),
    /// The next instruction of whoever runs.
    Instruction,
}

/// From the worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The worker has started and takes requests.
    Ready,
    /// What is wrong with the text; without errors the program is loaded (or could be, after `Check`).
    Problems(Vec<Problem>),
    /// A text as gofmt writes it, if that is another one.
    Formatted {
        /// What was to be formatted.
        before: String,
        /// What came out.
        after: String,
    },
    /// What there is to see now.
    Scene(Box<Scene>),
    /// What an open panel shows now.
    Panel(Panel, Node),
    /// What is drawn where the page pointed at; nothing if nothing is.
    Hint(Option<Node>),
    /// Something was selected by pointing at it, or following it.
    Selected(Selection),
    /// The words that were searched for do not come any more.
    NotFound,
    /// What is wrong with the conditions of places to stop at: line and words.
    BadStops(Vec<(u32, String)>),
    /// The run was written to by its program: more of what it wrote, in order, since the last answer of this kind.
    Output {
        /// A new run: forget what there is.
        fresh: bool,
        /// The new pieces.
        pieces: Vec<Output>,
    },
    /// The moment the page looks at, for a link.
    Moment {
        /// The moment; nothing if there is no run.
        moment: Option<Moment>,
        /// The schedule as [`Request::Load`] takes it.
        schedule: String,
    },
    /// The run stands at the moment that [`Request::Load`] asked for.
    Landed {
        /// Whether it is the very same: otherwise the run has taken another way, and only as many events have happened.
        same: bool,
    },
    /// A file that was asked for, or why there is none.
    Exported(Result<File, String>),
    /// What there is to say of the place asked about.
    Told {
        /// The question's number.
        id: u32,
        /// [`Said`] as JSON: the editor reads it, and the page passes it on as it is.
        json: String,
    },
    /// What [`Request::Observe`] asks for, as far as it is known.
    Observed {
        /// The moments: events that have happened when it has.
        spots: Vec<Option<u64>>,
        /// What was measured.
        measures: Vec<Option<String>>,
    },
    /// How the programs went that were to be compared.
    Compared(Vec<ComparedRun>),
    /// What a part of the reference shows.
    Widget {
        /// Its number.
        id: u32,
        /// What it shows.
        node: Node,
    },
    /// The engine is about to end by a fault of its own.
    Died(String),
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
    /// What certainly puts an end to it: what that does in words, and its changes.
    pub fixes: Vec<(String, Vec<Edit>)>,
}

/// Units from one up to another, in UTF-16 of the whole text, give way to a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The first that goes.
    pub from: u32,
    /// The first that stays.
    pub to: u32,
    /// What comes there.
    pub insert: String,
}

/// What is said of a place that the editor has asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Said {
    /// What may be written there, nearest first.
    Completions {
        /// Where what is typed there begins, in UTF-16 units of the text.
        from: u32,
        /// What may be written; whether it fits what is typed is for the editor to say.
        items: Vec<Completion>,
    },
    /// What the name there is; nothing if there is none.
    Hover {
        /// From where to where the name stands, its declaration, the first sentence of its documentation.
        name: Option<(u32, u32, String, String)>,
    },
    /// Where the name there is declared; nothing if there is none.
    Definition {
        /// From where to where in the text, if it is there.
        place: Option<(u32, u32)>,
        /// Otherwise the import path of its package, and `F`, `T.Method` or, for a package, nothing.
        name: Option<(String, String)>,
    },
}

/// Something that may be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Completion {
    /// Its name.
    pub label: String,
    /// `func`, `type`, `var`, `const`, `method`, `field`, `package` or `keyword`.
    pub kind: String,
    /// Its type in Go's notation; of a package its path.
    pub detail: String,
    /// What to write, if that is not its name.
    pub insert: Option<String>,
    /// The change that imports its package, if that is not imported yet.
    pub import: Option<Edit>,
}

/// Something written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// The step (instructions executed) at which it was written.
    pub tick: u64,
    /// The text.
    pub text: String,
    /// Standard error.
    pub err: bool,
}
