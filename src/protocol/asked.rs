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
