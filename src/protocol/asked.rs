//! What a lesson asks of a run.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Something about a run that can be said in a word or a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// How it ends: `exit 0`, `panic`, `deadlock`, `fatal error`.
    Ends,
    /// The first error that trying schedules finds: `race`, `deadlock`, `leak`, `panic`, `misuse`; or `none`.
    Finding,
    /// Goroutines at most at once.
    Goroutines,
    /// Goroutines in all.
    Started,
    /// Virtual time at the end, as Go writes a duration, rounded to milliseconds from one on.
    Time,
    /// A line of the output from 1, or counted from the end with -1.
    Line(i32),
    /// All lines of the output with spaces between.
    Printed,
    /// Events that are told with these words.
    Count(String),
}

impl FromStr for Measure {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        Ok(match (first, rest.trim()) {
            ("ends", "") => Self::Ends,
            ("finding", "") => Self::Finding,
            ("goroutines", "") => Self::Goroutines,
            ("started", "") => Self::Started,
            ("time", "") => Self::Time,
            ("printed", "") => Self::Printed,
            ("line", n) => match n.parse() {
                Ok(n) if n != 0 => Self::Line(n),
                _ => return Err("`line` has a number, from 1 or from -1".into()),
            },
            ("count", words) if !words.is_empty() => Self::Count(words.to_owned()),
            _ => return Err(format!("there is no measure {text:?}")),
        })
    }
}

/// A moment by what is told of it: the `nth` event, from 1, whose sentence has these words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The words; letters of any case.
    pub words: String,
    /// Which one.
    pub nth: u32,
}

/// A program to be run beside others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToCompare {
    /// How it is called.
    pub label: String,
    /// The program.
    pub text: String,
    /// Standard input.
    pub stdin: String,
    /// `GOMAXPROCS`.
    pub procs: usize,
}

/// How it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedRun {
    /// How it is called.
    pub label: String,
    /// How it ended, a sentence.
    pub ends: String,
    /// Whether it ended badly, or not at all.
    pub bad: bool,
    /// Virtual time at the end.
    pub time: String,
    /// Virtual nanoseconds at the end.
    pub nanos: u64,
    /// Events.
    pub events: u64,
    /// The last line that it printed.
    pub last: String,
    /// Its lanes.
    pub lanes: Vec<MiniLane>,
}

/// A lane in the size of a stamp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MiniLane {
    /// Number of its colour, from 1.
    pub dye: u32,
    /// From its birth to its end, as an SVG path in a picture of 120 by 64 units.
    pub life: String,
    /// Where it runs, likewise.
    pub runs: String,
}
