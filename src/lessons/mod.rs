//! What a lesson is: a `lesson.md` with its programs, as `docs/lessons.md` describes it.
//!
//! It reads the structure: which programs there are, what they promise, what may be turned, asked and looked at. Prose stays Markdown;
//! how that is drawn is the page's business, and whether promises hold is the tests'.

mod knob;
mod page;
mod read;

pub use crate::protocol::{Measure, Spot};
pub use knob::{Knob, literal, shown, turn};
pub use page::Page;

/// The knob that is no name in the program but the run's GOMAXPROCS.
pub const PROCS: &str = "GOMAXPROCS";

/// A lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lesson {
    /// Name of the page.
    pub title: String,
    /// Where it is listed.
    pub group: String,
    /// Its place in the group, from 1.
    pub order: u32,
    /// Headings and table rows of the guide that have their place here.
    pub guide: Vec<String>,
    /// Folder of the lesson that comes next, if that is not the following one.
    pub next: Option<String>,
    /// What it is for, in Markdown.
    pub lead: String,
    /// The lesson's program, then its variants.
    pub programs: Vec<Variant>,
    /// What to predict.
    pub predictions: Vec<Prediction>,
    /// What to look at, in order.
    pub notes: Vec<Note>,
    /// Runs to stand beside each other.
    pub comparisons: Vec<Comparison>,
    /// The rest, in order: heading and Markdown.
    pub sections: Vec<(String, String)>,
}

/// A program of a lesson and what it promises.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variant {
    /// The file.
    pub file: String,
    /// What its tab says.
    pub title: String,
    /// How it ends by Go's own scheduler with seed 1: `exit N`, `panic`, `deadlock`, `fatal error` or `refused`.
    pub ends: String,
    /// How it may end too when knobs are turned.
    pub or_ends: Vec<String>,
    /// What trying schedules finds; nothing for a correct program.
    pub finds: Vec<String>,
    /// Lines that it prints.
    pub prints: Vec<String>,
    /// Words that the compiler, or standard error, says.
    pub says: Vec<String>,
    /// GOMAXPROCS to begin with.
    pub procs: Option<usize>,
    /// What can be turned.
    pub knobs: Vec<Knob>,
    /// Whether it is one of the tabs.
    pub tab: bool,
    /// The program that mends it.
    pub fix: Option<String>,
    /// Standard input.
    pub input: String,
    /// What its tab says below, in Markdown.
    pub text: String,
}

impl Variant {
    /// Whether it is there to show what goes wrong.
    pub fn is_broken(&self) -> bool {
        !self.finds.is_empty() || self.ends != "exit 0"
    }
}

/// A question before the run, which the run answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prediction {
    /// In Markdown.
    pub question: String,
    /// What may be chosen.
    pub options: Vec<Choice>,
    /// What is measured.
    pub measure: Measure,
    /// Told afterwards, in Markdown.
    pub because: String,
}

/// What may be predicted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is read.
    pub text: String,
    /// What it is compared with.
    pub value: String,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub spot: Spot,
    /// What there is to see, in Markdown.
    pub text: String,
}

/// One of the runs that stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How it is called.
    pub label: String,
    /// Knobs and their values.
    pub values: Vec<(String, String)>,
}

impl Lesson {
    /// The program of this file.
    pub fn program(&self, file: &str) -> Option<&Variant> {
        self.programs.iter().find(|p| p.file == file)
    }

    /// The program that mends one, if that is another.
    pub fn fix_of(&self, variant: &Variant) -> Option<&Variant> {
        let fix = match &variant.fix {
            Some(file) => self.program(file),
            None => self.programs.first(),
        };
        fix.filter(|f| f.file != variant.file && variant.is_broken())
    }

    /// The first sentence of the lead, for lists.
    pub fn about(&self) -> &str {
        first_sentence(&self.lead)
    }
}

/// The first sentence of a text.
fn first_sentence(text: &str) -> &str {
    let text = text.trim();
    let end = text.match_indices(['.', '?']).find(|(i, _)| {
        let rest = &text[i + 1..];
        rest.is_empty() || rest.starts_with([' ', '\n'])
    });
    end.map_or(text, |(i, _)| &text[..=i])
}

#[cfg(test)]
mod tests;
