//! Every choice that the runtime leaves open, and who makes it.
//!
//! The runtime asks a [`Strategy`] whenever Go's specification or its scheduler leaves something open: which ready `select`
//! case runs, where a map's iteration starts, which P is robbed, what a random number is. Nothing else in the engine is allowed to be
//! random, so a run is decided by program, inputs and strategy. It knows nothing of goroutines or channels: a choice is a
//! number below `n`.

mod explorer;
mod schedule;

pub use explorer::{Explorer, Plan};
pub use schedule::{Answer, Choice, Choices, STREAK};

use crate::base::Rng;
use std::fmt::Debug;

/// What is being chosen; strategies may treat kinds differently, and recorded choices carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoicePoint {
    /// One of the ready cases of a `select`.
    SelectCase,
    /// The entry at which iteration over a map starts.
    MapOrder,
    /// The P to steal from.
    StealVictim,
    /// Which of several timers due at the same moment fires first.
    TimerTie,
}

/// What may happen next in a run under exploration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// A goroutine, by its goid, goes on.
    Goroutine(u32),
    /// The next timer fires.
    Timer {
        /// Although it is not due yet: time passes while goroutines that could run do not.
        early: bool,
    },
}

/// A question of a run under exploration.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// What may happen; the first is what happens by itself.
    pub tasks: &'a [Task],
    /// The goroutine that runs and stands before a visible operation, if one does.
    pub running: Option<Task>,
    /// Whether that one gives way, or has gone round in circles long enough.
    pub yields: bool,
}

/// Makes the open choices of one run.
pub trait Strategy: Debug + Send {
    /// A number below `n`; `n` is at least 1.
    fn choose(&mut self, point: ChoicePoint, n: usize) -> usize;
    /// Which of the tasks comes next; only a run under exploration asks.
    fn pick(&mut self, at: &Decision<'_>) -> usize {
        let _ = at;
        0
    }
    /// Whether somebody outside must say first which of `n` tasks comes next.
    fn is_undecided(&self, n: usize) -> bool {
        let _ = n;
        false
    }
    /// 64 random bits for the program itself (`math/rand`).
    fn random(&mut self) -> u64;
    /// A copy in the same state, for checkpoints.
    fn boxed_clone(&self) -> Box<dyn Strategy>;
    /// Itself, if it explores.
    fn explorer(&mut self) -> Option<&mut Explorer> {
        None
    }
    /// The same, to look at.
    fn explorer_ref(&self) -> Option<&Explorer> {
        None
    }
}

impl Clone for Box<dyn Strategy> {
    fn clone(&self) -> Self {
        (**self).boxed_clone()
    }
}

/// The strategy of `go` mode: seeded chance for choices and, independent of it, for the program's random numbers, so
/// that one more `select` does not change what `rand` gives.
#[derive(Debug, Clone)]
pub struct Seeded {
    choices: Rng,
    numbers: Rng,
}

impl Seeded {
    /// The strategy for a seed.
    pub fn new(seed: u64) -> Self {
        let mut root = Rng::new(seed);
        Self { choices: Rng::new(root.next_u64()), numbers: Rng::new(root.next_u64()) }
    }
}

impl Strategy for Seeded {
    fn choose(&mut self, _point: ChoicePoint, n: usize) -> usize {
        if n <= 1 { 0 } else { self.choices.below(n as u64) as usize }
    }

    fn random(&mut self) -> u64 {
        self.numbers.next_u64()
    }

    fn boxed_clone(&self) -> Box<dyn Strategy> {
        Box::new(self.clone())
    }
}
