//! Runs whose next step somebody chooses: what is asked, what may be answered, what would follow.

use super::{Offer, Session};
use crate::runtime::GStatus;
use crate::sched::{Choices, Task};
use crate::trace::Event;
use crate::vm;

impl Session {
    /// What may come next at the head, if somebody must say so.
    pub fn question(&self) -> Option<Vec<Offer>> {
        self.head.is_undecided().then(|| self.offers().into_iter().map(|o| o.0).collect())
    }

    /// What is offered at the head, with the answer that each stands for.
    fn offers(&self) -> Vec<(Offer, usize, Option<usize>)> {
        let mut out = Vec::new();
        for (number, task) in self.head.offers().iter().enumerate() {
            match *task {
                Task::Timer { early } => out.push((Offer::Timer { early }, number, None)),
                Task::Goroutine(goid) => {
                    let place = self.head.gs.iter().position(|g| g.goid == goid && g.status != GStatus::Dead);
                    let ready = place.map_or_else(Vec::new, |g| self.head.ready_cases(g as u32));
                    if ready.len() < 2 {
                        out.push((Offer::Goroutine(goid), number, None));
                    } else {
                        let case = |(nth, &case)| (Offer::Case(goid, case), number, Some(nth));
                        out.extend(ready.iter().enumerate().map(case));
                    }
                }
            }
        }
        out
    }

    /// Answers the question with the number of an offer. Going back and forth later comes by here again.
    pub fn answer(&mut self, number: usize) {
        let offers = self.offers();
        let (_, number, case) =
            offers.get(number).or(offers.first()).copied().unwrap_or((Offer::Goroutine(0), 0, None));
        let copies = self.checkpoints.iter_mut().map(|c| &mut c.machine).chain(&mut self.at);
        for machine in copies.chain([&mut self.head]) {
            if let Some(explorer) = machine.strategy.explorer() {
                explorer.answer(number, case);
            }
        }
        self.head.decided();
    }

    /// What happens up to the next question if it is answered so: at most `most` events.
    pub fn foresee(&self, number: usize, most: usize) -> Vec<Event> {
        /// Instructions looked ahead.
        const FUEL: u64 = 100_000;
        let Some((_, number, case)) = self.offers().get(number).copied() else { return Vec::new() };
        let mut machine = self.head.clone();
        machine.log.keep_from_now();
        let first = machine.log.total();
        if let Some(explorer) = machine.strategy.explorer() {
            explorer.answer(number, case);
        }
        machine.decided();
        machine.heap.work = 0;
        let until = machine.executed + FUEL;
        vm::run_for(&mut machine, until);
        machine.log.since(first).take(most).copied().collect()
    }

    /// Whether the head stands still until something outside happens: an answer, input, time.
    pub fn waits(&self) -> bool {
        self.head.exit.is_none() && !self.head_may_run()
    }

    /// The schedule of the run so far, if it was not Go's own scheduler's: to be replayed.
    pub fn choices(&self) -> Option<Choices> {
        let Choices { seed, list, .. } = self.head.strategy.explorer_ref()?.schedule();
        Some(Choices { seed, list, ..self.given.clone() })
    }

    /// Whether somebody or something else than Go's scheduler decides who runs.
    pub fn is_explored(&self) -> bool {
        self.head.strategy.explorer_ref().is_some()
    }
}
