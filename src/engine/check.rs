//! `golanes check`: a program's schedules explored, as plain data.

use super::build::{BuildOptions, Problem, SourceText};
use super::session::{Inputs, machine};
use super::vet::{VetSet, vet};
use crate::analysis::Place;
use crate::bytecode::Program;
use crate::explore::Search;
use crate::runtime::{DiskView, Limits};
use crate::sched::{Choices, Seeded};
use std::sync::Arc;

/// A place that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingPlace {
    /// What happened there.
    pub role: String,
    /// The goroutine (goid), 0 if that is not known.
    pub goroutine: u32,
    /// The function as Go's traces print it.
    pub function: String,
    /// The file as messages name it.
    pub file: String,
    /// Line from 1.
    pub line: u32,
    /// Column in bytes from 1.
    pub column: u32,
    /// The stack, innermost first, if it is known.
    pub stack: Vec<String>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingReport {
    /// `deadlock`, `leak`, `race`, `panic`, `misuse`, `test_failure`; as notes also `lock_order`, `copied_lock` and `lost_cancel`.
    pub kind: String,
    /// Whether it is an error rather than a note.
    pub error: bool,
    /// A sentence or two.
    pub message: String,
    /// Where, the place that it is about first.
    pub places: Vec<FindingPlace>,
    /// A schedule that shows it.
    pub schedule: String,
}

/// A way in which the program can end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeReport {
    /// What it printed.
    pub output: Vec<u8>,
    /// `exit`, `panic`, `deadlock`, `fatal error`, or `bound` for runs that were cut off.
    pub end: String,
    /// Exit code.
    pub code: i32,
    /// How many schedules ended so.
    pub count: u64,
    /// One of the schedules.
    pub schedule: String,
}

/// What exploring has given so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// What was found, in the order it was.
    pub findings: Vec<FindingReport>,
    /// Ways in which the program ended, most frequent first.
    pub outcomes: Vec<OutcomeReport>,
    /// Schedules tried.
    pub schedules: u64,
    /// Whether those were all.
    pub complete: bool,
}

impl CheckReport {
    /// The first error.
    pub fn error(&self) -> Option<&FindingReport> {
        self.findings.iter().find(|f| f.error)
    }
}

/// What can be told without running: locks that are copied, and cancel functions that are lost. Notes only.
pub fn suspicions(files: &[SourceText], options: &BuildOptions) -> Vec<FindingReport> {
    let kind = |message: &str| {
        let lock = message.contains("passes lock by value") || message.contains("copies lock value");
        let cancel = message.contains("cancel function");
        if lock { Some("copied_lock") } else { cancel.then_some("lost_cancel") }
    };
    let note = |p: Problem| {
        let place = FindingPlace {
            role: "here".into(),
            goroutine: 0,
            function: String::new(),
            file: p.file.trim_start_matches("./").to_owned(),
            line: p.line,
            column: p.col,
            stack: Vec::new(),
        };
        Some(FindingReport {
            kind: kind(&p.message)?.to_owned(),
            error: false,
            message: p.message,
            places: vec![place],
            schedule: Choices::by_itself().to_string(),
        })
    };
    vet(files, options, VetSet::All).problems.into_iter().filter(|p| !p.error).filter_map(note).collect()
}

/// Exploration of a program. It goes on as long as somebody calls [`step`](Self::step).
#[derive(Debug)]
pub struct Check {
    search: Search,
}

impl Check {
    /// Exploration that is about to begin.
    pub fn new(program: Arc<Program>, inputs: &Inputs) -> Self {
        Self::with_disk(program, inputs, None)
    }

    /// The same with a disk below memory, which all schedules see as it is now: what one of them writes is its own.
    pub fn with_disk(program: Arc<Program>, inputs: &Inputs, view: Option<Arc<dyn DiskView>>) -> Self {
        let limits = Limits { memory: 256 << 20, stack: 1 << 20, goroutines: 100_000, ..Limits::default() };
        let mut machine = machine(program, inputs, Box::new(Seeded::new(1)), 4, limits);
        machine.disk.view = view;
        machine.disk.keep = true;
        Self { search: Search::new(machine) }
    }

    /// Tries one more schedule; false when all have been tried.
    pub fn step(&mut self) -> bool {
        self.search.step()
    }

    /// Schedules tried so far.
    pub fn schedules(&self) -> u64 {
        self.search.schedules
    }

    /// Whether there is an error among what was found.
    pub fn has_errors(&self) -> bool {
        self.search.has_errors()
    }

    /// Instructions that take part in the data races found so far.
    pub fn points(&self) -> Vec<u32> {
        self.search.racing_points()
    }

    /// What was found so far.
    pub fn report(&self) -> CheckReport {
        let place = |p: &Place| FindingPlace {
            role: p.role.clone(),
            goroutine: p.goroutine,
            function: p.function.clone(),
            file: p.file.clone(),
            line: p.line,
            column: p.column,
            stack: p.stack.clone(),
        };
        let findings = self.search.found.iter().map(|f| FindingReport {
            kind: f.finding.kind.name().to_owned(),
            error: f.finding.error,
            message: f.finding.message.clone(),
            places: f.finding.places.iter().map(place).collect(),
            schedule: f.schedule.to_string(),
        });
        let outcomes = self.search.outcomes().into_iter().map(|o| OutcomeReport {
            output: o.output,
            end: o.end.to_owned(),
            code: o.code,
            count: o.count,
            schedule: o.schedule.to_string(),
        });
        CheckReport {
            findings: findings.collect(),
            outcomes: outcomes.collect(),
            schedules: self.search.schedules,
            complete: self.search.complete,
        }
    }
}
