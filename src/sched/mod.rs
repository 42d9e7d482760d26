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
use std::collections::VecDeque;
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

/// A question of a run under exploration: what comes next. The first task is what happens by itself.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// Goroutines that could go on, longest waiting first: goid and place.
    pub waiting: &'a VecDeque<(u32, u32)>,
    /// The goroutine (goid) whose turn it is, if it could go on.
    pub running: Option<u32>,
    /// Whether that one gives way, or has gone round in circles long enough.
    pub yields: bool,
    /// Whether a timer may fire: [`Task::Timer`]'s `early`.
    pub timer: Option<bool>,
    /// Whether somebody outside has been asked.
    pub asked: bool,
}

impl Decision<'_> {
    /// Number of tasks.
    pub fn count(&self) -> usize {
        self.waiting.len() + usize::from(self.running.is_some()) + usize::from(self.timer.is_some())
    }

    /// A task by number.
    pub fn task(&self, number: usize) -> Option<Task> {
        let first = usize::from(self.running.is_some() && !self.yields);
        let goid = match self.running {
            Some(goid) if !self.yields && number == 0 => Some(goid),
            Some(goid) if self.yields && number == self.waiting.len() => Some(goid),
            _ => number.checked_sub(first).and_then(|i| self.waiting.get(i)).map(|w| w.0),
        };
        let timer = || self.timer.filter(|_| number + 1 == self.count()).map(|early| Task::Timer { early });
        goid.map(Task::Goroutine).or_else(timer)
    }

    /// The number of a goroutine, or of the timer.
    pub fn number_of(&self, wanted: impl Fn(Task) -> bool) -> Option<usize> {
        (0..self.count()).find(|&i| self.task(i).is_some_and(&wanted))
    }
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
    /// Whether somebody outside is asked what comes next.
    fn asks(&self) -> bool {
        false
    }
    /// Whether that one has not answered yet.
    fn is_undecided(&self) -> bool {
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
