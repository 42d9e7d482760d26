//! Schedules as text: which choices of a run differ from what happens by itself.
//!
//! A run under exploration asks its strategy many questions, numbered from 0. To each there is an answer by itself: the goroutine that
//! runs goes on, else the one that has waited longest; the first ready case. A schedule lists the other answers, with the
//! seed of the program's random numbers: `v1.s1.12g3.15t.19c1` means: at question 12 goroutine 3 runs, at 15 a timer fires,
//! at 19 number 1 of what there was to choose from. `e500` ends a run that would go on for ever after 500 questions;
//! with `p73` it is also asked before instruction 73, where a data race was found; with `k2000` a goroutine that goes on and on gives way after 2000 questions in a row, instead of 128.

use std::fmt;
use std::str::FromStr;

/// [`Choices::streak`] unless the schedule says otherwise.
pub const STREAK: u32 = 128;

/// An answer that is not the one by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// This goroutine runs.
    Goroutine(u32),
    /// The next timer fires.
    Timer,
    /// Number so and so: a ready select case, a map's first entry.
    Case(u32),
}

/// An answer and its question's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The question.
    pub at: u32,
    /// The answer.
    pub answer: Answer,
}

/// A schedule. Its text ([`fmt::Display`], [`FromStr`]) starts with a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Seed of the program's random numbers.
    pub seed: u64,
    /// After how many questions about who runs it is over, if it does not come to an end by itself.
    pub end: Option<u64>,
    /// After so many questions in a row a goroutine that runs gives way by itself: it may go round in circles.
    pub streak: u32,
    /// Instructions before which it is asked, too: those that take part in data races.
    pub points: Vec<u32>,
    /// Choices in order of their questions.
    pub list: Vec<Choice>,
}

impl Choices {
    /// The schedule in which all goes by itself.
    pub fn by_itself() -> Self {
        Self { seed: 1, end: None, streak: STREAK, points: Vec::new(), list: Vec::new() }
    }
}

impl fmt::Display for Choices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v1.s{}", self.seed)?;
        if self.streak != STREAK {
            write!(f, ".k{}", self.streak)?;
        }
        for point in &self.points {
            write!(f, ".p{point}")?;
        }
        if let Some(end) = self.end {
            write!(f, ".e{end}")?;
        }
        for Choice { at, answer } in &self.list {
            match answer {
                Answer::Goroutine(g) => write!(f, ".{at}g{g}")?,
                Answer::Timer => write!(f, ".{at}t")?,
                Answer::Case(n) => write!(f, ".{at}c{n}")?,
            }
        }
        Ok(())
    }
}

impl FromStr for Choices {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.trim().split('.');
        if parts.next() != Some("v1") {
            return Err("a schedule starts with its version, v1".into());
        }
        let bad = |part: &str| format!("{part:?} is no part of a schedule");
        let mut out = Self::by_itself();
        for part in parts {
            if let Some(seed) = part.strip_prefix('s') {
                out.seed = seed.parse().map_err(|_| bad(part))?;
                continue;
            }
            if let Some(end) = part.strip_prefix('e') {
                out.end = Some(end.parse().map_err(|_| bad(part))?);
                continue;
            }
            if let Some(point) = part.strip_prefix('p') {
                out.points.push(point.parse().map_err(|_| bad(part))?);
                continue;
            }
            if let Some(streak) = part.strip_prefix('k') {
                out.streak = streak.parse().map_err(|_| bad(part))?;
                continue;
            }
            let (at, rest) = part.split_at(part.find(|c: char| !c.is_ascii_digit()).ok_or_else(|| bad(part))?);
            let at: u32 = at.parse().map_err(|_| bad(part))?;
            let number = |text: &str| text.parse::<u32>().map_err(|_| bad(part));
            let answer = match (rest.strip_prefix('g'), rest.strip_prefix('c')) {
                (Some(goid), _) => Answer::Goroutine(number(goid)?),
                (_, Some(case)) => Answer::Case(number(case)?),
                _ if rest == "t" => Answer::Timer,
                _ => return Err(bad(part)),
            };
            if out.list.last().is_some_and(|c| c.at >= at) {
                return Err(format!("{part:?} comes too late in the schedule"));
            }
            out.list.push(Choice { at, answer });
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_says_all_and_nonsense_is_refused() {
        for text in ["v1.s1", "v1.s7.12g3.15t.19c1", "v1.s1.e40.3g2", "v1.s1.k2000", "v1.s1.p7.p9.4t"] {
            assert_eq!(text.parse::<Choices>().map(|c| c.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "v2", "v1.x", "v1.3", "v1.3g", "v1.3é", "v1.3t4", "v1.5t.5t", "v1.99999999999t"] {
            assert!(text.parse::<Choices>().is_err(), "{text}");
        }
    }
}
