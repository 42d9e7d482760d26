//! The strategies that explore: who runs is chosen anew before every visible operation.
//!
//! One type with several plans, since all of them write down what they choose. `Random` leaves the running goroutine now and then;
//! `Pct` is Burckhardt, Kothari, Musuvathi and Nagarakatte's "A Randomized Scheduler with Probabilistic Guarantees of Finding
//! Bugs" (2010); `Depth` goes through all choices in order; `Replay` follows a schedule.

use super::schedule::{Answer, Choice, Choices};
use super::{ChoicePoint, Decision, Strategy, Task};
use crate::base::Rng;

/// How to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// Leave what would go on by itself with a chance of `switch` in 65,536, for anything else.
    Random {
        /// The chance.
        switch: u16,
    },
    /// The goroutine with the highest priority runs; at `changes`, numbers of questions, the running one's falls below all.
    Pct {
        /// When.
        changes: Vec<u32>,
    },
    /// The answers to the first questions by number, then all by itself.
    Depth {
        /// The numbers.
        prefix: Vec<u16>,
    },
    /// This schedule.
    Replay(Choices),
    /// What somebody answers when there is more than one thing that may come next; what else is open is left to chance.
    Manual {
        /// Numbers of tasks, each with which of the ready cases its select takes if it stands before one that has several.
        answers: Vec<(u16, Option<u16>)>,
    },
}

/// A question that was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Taken {
    /// Number of possible answers.
    n: u16,
    /// The number of the one taken.
    picked: u16,
    answer: Answer,
}

/// See the module.
#[derive(Debug, Clone)]
pub struct Explorer {
    plan: Plan,
    seed: u64,
    rng: Rng,
    numbers: Rng,
    taken: Vec<Taken>,
    /// Priorities of goroutines under `Pct`, 0 for those not seen yet; the timer's stands first.
    priorities: Vec<i64>,
    lowest: i64,
    /// How many of the plan's choices have come.
    done: usize,
    /// Which case the last answer said.
    case: Option<u16>,
}

impl Explorer {
    /// Chance comes from `chance`, the program's random numbers from `seed`.
    pub fn new(plan: Plan, chance: u64, seed: u64) -> Self {
        Self {
            plan,
            seed,
            rng: Rng::new(chance),
            numbers: Rng::new(seed),
            taken: Vec::new(),
            priorities: Vec::new(),
            lowest: 0,
            done: 0,
            case: None,
        }
    }

    /// What follows a schedule.
    pub fn replay(choices: &Choices) -> Self {
        Self::new(Plan::Replay(choices.clone()), 0, choices.seed)
    }

    /// Goes on from where `begun` is with another plan.
    pub fn restart(&mut self, begun: &Explorer, plan: Plan, chance: u64, seed: u64) {
        self.taken.clone_from(&begun.taken);
        self.priorities.clear();
        self.numbers = if seed == begun.seed { begun.numbers.clone() } else { Rng::new(seed) };
        self.rng = Rng::new(chance);
        self.plan = plan;
        self.seed = seed;
        self.lowest = 0;
        self.done = 0;
        self.case = None;
    }

    /// Somebody has answered: the number of a task, and which of the ready cases its select takes.
    pub fn answer(&mut self, number: usize, case: Option<usize>) {
        let short = |n: usize| n.min(u16::MAX as usize) as u16;
        if let Plan::Manual { answers } = &mut self.plan {
            answers.push((short(number), case.map(short)));
        }
    }

    /// Whether there was a choice so far.
    pub fn has_chosen(&self) -> bool {
        self.taken.iter().any(|t| t.n > 1)
    }

    /// Whether the program has drawn random numbers so far.
    pub fn has_drawn(&self) -> bool {
        self.numbers != Rng::new(self.seed)
    }

    /// The schedule of the run so far.
    pub fn schedule(&self) -> Choices {
        let other = self.taken.iter().enumerate().filter(|(_, t)| t.picked != 0);
        let list = other.map(|(at, t)| Choice { at: at as u32, answer: t.answer }).collect();
        Choices { seed: self.seed, list, ..Choices::by_itself() }
    }

    /// Questions so far.
    pub fn questions(&self) -> usize {
        self.taken.len()
    }

    /// The prefix of the next run of a search through all: the last question with an answer left takes that. `None` when there is
    /// none.
    pub fn next_prefix(&self) -> Option<Vec<u16>> {
        let last = self.taken.iter().rposition(|t| t.picked + 1 < t.n)?;
        let mut prefix: Vec<u16> = self.taken[..last].iter().map(|t| t.picked).collect();
        prefix.push(self.taken[last].picked + 1);
        Some(prefix)
    }

    fn priority(&mut self, task: Task) -> i64 {
        let place = match task {
            Task::Goroutine(goid) => goid as usize,
            Task::Timer { .. } => 0,
        };
        if self.priorities.len() <= place {
            self.priorities.resize(place + 1, 0);
        }
        if self.priorities[place] == 0 {
            self.priorities[place] = 1 + (self.rng.next_u64() >> 16) as i64;
        }
        self.priorities[place]
    }

    fn lower(&mut self, task: Task) {
        let Task::Goroutine(goid) = task else { return };
        self.priority(task);
        self.lowest -= 1;
        self.priorities[goid as usize] = self.lowest;
    }

    fn pct(&mut self, at: &Decision<'_>) -> usize {
        let number = self.taken.len() as u32;
        let Plan::Pct { changes } = &self.plan else { return 0 };
        let change = changes.contains(&number);
        if let Some(running) = at.running
            && (change || at.yields)
        {
            self.lower(Task::Goroutine(running));
        }
        let mut best = (0, i64::MIN);
        for i in 0..at.count() {
            let Some(task) = at.task(i) else { continue };
            let priority = self.priority(task);
            if priority > best.1 {
                best = (i, priority);
            }
        }
        best.0
    }

    /// The answer of a schedule to the question that comes now.
    fn replayed(&mut self) -> Option<Answer> {
        let number = self.taken.len() as u32;
        let Plan::Replay(choices) = &self.plan else { return None };
        let next = choices.list.get(self.done).filter(|c| c.at == number)?;
        self.done += 1;
        Some(next.answer)
    }
}

impl Strategy for Explorer {
    fn choose(&mut self, point: ChoicePoint, n: usize) -> usize {
        let said = if point == ChoicePoint::SelectCase { self.case.take() } else { None };
        if n <= 1 {
            return 0;
        }
        let picked = match &self.plan {
            Plan::Manual { .. } if said.is_some() => said.map_or(0, usize::from),
            Plan::Random { .. } | Plan::Pct { .. } | Plan::Manual { .. } => self.rng.below(n as u64) as usize,
            Plan::Depth { prefix } => prefix.get(self.taken.len()).map_or(0, |&p| p as usize),
            Plan::Replay(_) => match self.replayed() {
                Some(Answer::Case(number)) => number as usize,
                _ => 0,
            },
        };
        let picked = if picked < n { picked } else { 0 };
        let n = n.min(u16::MAX as usize) as u16;
        self.taken.push(Taken { n, picked: picked as u16, answer: Answer::Case(picked as u32) });
        picked
    }

    fn pick(&mut self, at: &Decision<'_>) -> usize {
        let n = at.count();
        let picked = match &self.plan {
            Plan::Manual { answers } if at.asked => {
                self.done += 1;
                let (number, case) = answers.get(self.done - 1).copied().unwrap_or_default();
                self.case = case;
                usize::from(number)
            }
            // The same number of questions, whoever is there.
            _ if n <= 1 => {
                self.replayed();
                0
            }
            Plan::Random { switch } => {
                let leave = at.running.is_none() || (self.rng.next_u64() as u16) < *switch;
                if leave { self.rng.below(n as u64) as usize } else { 0 }
            }
            Plan::Pct { .. } => self.pct(at),
            Plan::Manual { .. } => 0,
            Plan::Depth { prefix } => prefix.get(self.taken.len()).map_or(0, |&p| p as usize),
            Plan::Replay(_) => {
                let wanted = self.replayed();
                let is = |task: Task| match (task, wanted) {
                    (Task::Goroutine(goid), Some(Answer::Goroutine(want))) => goid == want,
                    (Task::Timer { .. }, Some(Answer::Timer)) => true,
                    _ => false,
                };
                if wanted.is_some() { at.number_of(is).unwrap_or(0) } else { 0 }
            }
        };
        let picked = if picked < n { picked } else { 0 };
        let answer = match at.task(picked) {
            Some(Task::Goroutine(goid)) => Answer::Goroutine(goid),
            _ => Answer::Timer,
        };
        self.taken.push(Taken { n: n.min(u16::MAX as usize) as u16, picked: picked as u16, answer });
        picked
    }

    fn asks(&self) -> bool {
        matches!(self.plan, Plan::Manual { .. })
    }

    fn is_undecided(&self) -> bool {
        matches!(&self.plan, Plan::Manual { answers } if self.done >= answers.len())
    }

    fn random(&mut self) -> u64 {
        self.numbers.next_u64()
    }

    fn boxed_clone(&self) -> Box<dyn Strategy> {
        Box::new(self.clone())
    }

    fn explorer(&mut self) -> Option<&mut Explorer> {
        Some(self)
    }

    fn explorer_ref(&self) -> Option<&Explorer> {
        Some(self)
    }
}
