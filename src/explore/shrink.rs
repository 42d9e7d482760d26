//! The shortest schedule that shows a finding, as far as leaving choices out gets.

use super::{Found, Search, excused, marks};
use crate::analysis::{self, Finding, Kind};
use crate::runtime::Machine;

use crate::sched::{Choices, Explorer, STREAK};
use crate::vm;

/// Runs, and questions in all of them, that shrinking one finding may take.
const MOST_RUNS: usize = 400;
const MOST_QUESTIONS: u64 = 1_000_000;

impl Search {
    /// A finding of the run by `schedule` with the shortest schedule that shows it, and with stacks.
    pub(super) fn shrunk(&mut self, finding: Finding, schedule: &Choices) -> Found {
        let mut best = schedule.clone();
        let mut left = MOST_RUNS;
        let mut asked = 0;
        // Races are told once: here each run tells all.
        let known = self.work.exploration.as_deref_mut().map(|x| std::mem::take(&mut x.race.known));
        // What is not usual in it is left out first.
        for usual in [
            Choices { streak: STREAK, ..best.clone() },
            Choices { seed: 1, streak: STREAK, ..best.clone() },
            Choices { seed: 1, ..best.clone() },
        ] {
            if usual != best && self.shows(&usual, &finding) {
                best = usual;
                break;
            }
        }
        let mut size = best.list.len().div_ceil(2);
        while size > 0 && left > 0 && asked < MOST_QUESTIONS {
            let mut from = 0;
            let mut shorter = false;
            while from < best.list.len() && left > 0 && asked < MOST_QUESTIONS {
                let mut less = best.clone();
                less.list.drain(from..(from + size).min(best.list.len()));
                left -= 1;
                let shows = self.shows(&less, &finding);
                asked += self.work.exploration.as_ref().map_or(0, |x| x.questions);
                if shows {
                    best = less;
                    shorter = true;
                } else {
                    from += size;
                }
            }
            size = if size == 1 && !shorter { 0 } else { (size / 2).max(1) };
        }
        let mut shown = self.replay_fresh(&best);
        let mut held_up = self.held_up();
        let mut position = shown.iter().position(|f| f.is(&finding));
        if position.is_none() {
            // It depends on more than the schedule says: then the long one, which has shown it, must do.
            best = schedule.clone();
            shown = self.replay_fresh(&best);
            held_up = self.held_up();
            position = shown.iter().position(|f| f.is(&finding));
        }
        let failed = self.work.failed();
        let mut finding = position.map_or(finding, |i| shown.swap_remove(i));
        if finding.kind == Kind::Race {
            finding = self.with_stacks(finding, &best);
        }
        if held_up.0 > 0 && finding.error {
            if held_up.1 > 0 {
                let long = std::time::Duration::from_nanos(held_up.1);
                finding.message.push_str(&format!(" (if goroutines are held up for {long:?})"));
            }
            finding.error = !excused(&finding, failed);
        }
        if let (Some(x), Some(known)) = (self.work.exploration.as_deref_mut(), known) {
            x.race.known = known;
        }
        Found { finding, schedule: best, held_up }
    }

    fn held_up(&self) -> (u32, u64) {
        self.work.exploration.as_ref().map_or((0, 0), |x| x.held_up)
    }

    fn replay_fresh(&mut self, choices: &Choices) -> Vec<Finding> {
        if let Some(x) = self.work.exploration.as_deref_mut() {
            x.race.known.clear();
        }
        self.replay(choices)
    }

    /// Whether a run by `choices` shows the finding.
    fn shows(&mut self, choices: &Choices, finding: &Finding) -> bool {
        self.replay_fresh(choices).iter().any(|f| f.is(finding))
    }

    /// A race with the stacks of both accesses, which are only known by going there again.
    fn with_stacks(&mut self, finding: Finding, choices: &Choices) -> Finding {
        let of = |m: &Machine| {
            let found = m.exploration.as_ref().map_or(&[][..], |x| &x.race.found);
            found.iter().find(|r| analysis::race_key(m, r) == finding.key).copied()
        };
        let Some(race) = of(&self.work) else { return finding };
        let stacks = [race.first, race.second].map(|access| {
            // From the very beginning: it may be before the first choice.
            let mut machine = self.origin.clone();
            machine.strategy = Box::new(Explorer::replay(choices));
            if let Some(x) = machine.exploration.as_deref_mut() {
                x.marks = marks(&self.origin, &choices.points);
                (x.early, x.most_in_a_row) = (true, choices.streak);
            }
            vm::run_to(&mut machine, access.tick);
            analysis::stack(&machine, machine.loaded)
        });
        analysis::race_told(&self.work, &race, &stacks[0], &stacks[1])
    }
}
