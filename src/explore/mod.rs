//! Many schedules of one program: which to try, what comes out of them, and the shortest schedule for whatever is found.
//!
//! A [`Search`] runs the program again and again from where its first choice is. First by itself, then through all choices in order
//! as far as a budget goes, then by a mix of random walks and PCT, with and without timers that fire early. It knows no clock: whoever
//! drives it says how long.

mod shrink;

use crate::analysis::{self, Finding, Kind};
use crate::base::Rng;
use crate::runtime::{Bounds, Exploration, MARK_POINT, Machine, MachineEnd};
use crate::sched::{Choices, Explorer, Plan, STREAK};
use crate::vm;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long the first run may be, in questions and in what it executes by cost. Later ones may take four times what that took,
/// if it came to an end.
const FIRST: Length = Length { questions: 2_000_000, executed: 1_000_000_000 };
/// Whatever the first run took, this much is allowed.
const LEAST: Length = Length { questions: 2_000, executed: 4_000_000 };
/// A run is long from so many questions on.
const LONG: u32 = 20_000;
/// Questions after `main` has returned.
const AFTER_MAIN: u64 = 2_000;
/// Schedules, and questions, that the search through all choices may take before chance takes over.
const DEPTH_SCHEDULES: u64 = 400;
const DEPTH_QUESTIONS: u64 = 400_000;
/// Places of data races at which who comes first is varied.
const MOST_POINTS: usize = 64;
/// Runs, and questions in them, that are spent on what a race can do.
const RACE_RUNS: u64 = 40;
const MOST_RACE_QUESTIONS: u64 = 100_000;
/// Different ends of the program that are kept.
const MOST_OUTCOMES: usize = 256;

/// Something found, with how to see it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub finding: Finding,
    /// The shortest schedule known that shows it.
    pub schedule: Choices,
    /// How often timers fire in that while goroutines could run, and for how many nanoseconds those are held up.
    pub held_up: (u32, u64),
}

/// How the program can end, and how often it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What it printed until `main` returned, standard error included.
    pub output: Vec<u8>,
    /// `exit`, `panic`, `deadlock`, `fatal error`, or `bound` for a run that was cut off.
    pub end: &'static str,
    /// Exit code.
    pub code: i32,
    /// How many runs ended so.
    pub count: u64,
    /// A schedule of one of them.
    pub schedule: Choices,
}

/// A search through the schedules of a program.
#[derive(Debug)]
pub struct Search {
    /// The program about to begin.
    origin: Machine,
    /// Where the first choice is to be made.
    start: Machine,
    work: Machine,
    /// The part of a run's schedule that stands at `start`.
    chance: Rng,
    /// Schedules tried.
    pub schedules: u64,
    /// Whether every schedule without early timers was tried.
    pub complete: bool,
    /// What was found, in the order it was.
    pub found: Vec<Found>,
    outcomes: BTreeMap<(Vec<u8>, &'static str, i32), Outcome>,
    depth: Depth,
    /// Instructions that take part in data races: there, too, it is asked who goes on.
    points: Vec<u32>,
    /// Questions of the longest run, and of all.
    longest: u32,
    asked: u64,
    length: Length,
    /// Whether the program draws random numbers before the first choice.
    draws: bool,
}

/// How long a run may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Length {
    questions: u64,
    executed: u64,
}

/// Where the search through all choices is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Depth {
    /// The next run's first answers.
    Next(Vec<u16>),
    /// All were tried, or there are too many.
    Over,
}

/// The marks of a machine's program, with questions at `points`, too.
fn marks(machine: &Machine, points: &[u32]) -> Arc<[u8]> {
    let mut marks = vm::marks(&machine.program);
    for &point in points {
        if let Some(mark) = marks.get_mut(point as usize) {
            *mark |= MARK_POINT;
        }
    }
    Arc::from(marks)
}

/// Exploration of a machine about to start, for as long as it takes or as a schedule says.
pub fn exploration(machine: &Machine, choices: &Choices) -> Exploration {
    let bounds = Bounds { questions: choices.end.unwrap_or(u64::MAX), after_main: u64::MAX };
    let mut exploration = Exploration::new(marks(machine, &choices.points), bounds);
    exploration.most_in_a_row = choices.streak;
    exploration
}

impl Search {
    /// A search through the schedules of a program that is about to start.
    pub fn new(mut machine: Machine) -> Self {
        let mut exploration = exploration(&machine, &Choices::by_itself());
        exploration.quiet = true;
        machine.explore(exploration);
        machine.strategy = Box::new(Explorer::replay(&Choices::by_itself()));
        let mut search = Self {
            start: machine.clone(),
            work: machine.clone(),
            origin: machine,
            points: Vec::new(),
            chance: Rng::new(1),
            schedules: 0,
            complete: false,
            found: Vec::new(),
            outcomes: BTreeMap::new(),
            depth: Depth::Next(Vec::new()),
            longest: 1,
            asked: 0,
            length: FIRST,
            draws: false,
        };
        search.find_start();
        search
    }

    /// Moves the start to where the first choice is.
    fn find_start(&mut self) {
        self.bound(None, STREAK);
        let begun = self.work.executed;
        self.run_out();
        self.length = LEAST;
        if let Some(x) = self.work.exploration.as_deref().filter(|x| !x.exhausted || x.ended.is_some()) {
            self.length.questions = LEAST.questions.max(4 * x.questions);
            self.length.executed = LEAST.executed.max(4 * (self.work.executed - begun));
        }
        let first = self.work.exploration.as_ref().and_then(|x| x.first_choice);
        let asked = |m: &mut Machine| m.strategy.explorer().map_or((false, false), |e| (e.has_chosen(), e.has_drawn()));
        // The instruction that leads to the question may be long; and there may be other choices before, such as where a map's
        // iteration starts.
        for margin in first.iter().flat_map(|_| [0, 64, 1024, 16_384]) {
            let mut start = self.start.clone();
            vm::run_to(&mut start, first.unwrap_or(0).saturating_sub(margin));
            let (chosen, drawn) = asked(&mut start);
            // What races before the first choice is told of by runs that begin before it.
            let raced = start.exploration.as_ref().is_some_and(|x| !x.race.found.is_empty());
            if !chosen && !raced && start.exit.is_none() {
                self.start = start;
                self.draws = drawn;
                break;
            }
        }
        // That run told nobody of its races.
        if let Some(x) = self.work.exploration.as_deref_mut() {
            x.race.known.clear();
        }
        self.work.restore(&self.start);
    }

    /// Says how long the run may be.
    fn bound(&mut self, end: Option<u64>, streak: u32) {
        let questions = end.unwrap_or(self.length.questions);
        if let Some(x) = self.work.exploration.as_deref_mut() {
            x.bounds = Bounds { questions, after_main: if end.is_some() { u64::MAX } else { AFTER_MAIN } };
            x.most_in_a_row = streak;
        }
    }

    /// Runs the machine that works to its end.
    fn run_out(&mut self) {
        let most = self.work.executed + self.length.executed;
        while self.work.exit.is_none() && self.work.executed < most {
            self.work.heap.work = 0;
            vm::run_for(&mut self.work, most);
            if self.work.input_wanted {
                break;
            }
        }
        if self.work.exit.is_none() {
            self.work.cut_off();
        }
    }

    /// One run by a plan.
    fn run(&mut self, plan: Plan, chance: u64, seed: u64, early: bool) -> Vec<Finding> {
        // Some kernels of bugs need that one goroutine does very much while others stand still.
        let (end, streak) = match &plan {
            Plan::Replay(choices) => (choices.end, choices.streak),
            Plan::Depth { .. } | Plan::Manual { .. } => (None, STREAK),
            Plan::Random { .. } | Plan::Pct { .. } if self.longest > LONG => {
                (None, [STREAK, 2_000, 500_000, 500_000][chance as usize % 4])
            }
            Plan::Random { .. } | Plan::Pct { .. } => (None, [STREAK, STREAK, 2_000, 500_000][chance as usize % 4]),
        };
        self.rewind(plan, chance, seed, early);
        self.bound(end, streak);
        self.run_out();
        analysis::findings(&mut self.work)
    }

    /// Back to the start, with a plan.
    fn rewind(&mut self, plan: Plan, chance: u64, seed: u64, early: bool) {
        self.work.restore(&self.start);
        if let (Some(explorer), Some(begun)) = (self.work.strategy.explorer(), self.start.strategy.explorer_ref()) {
            explorer.restart(begun, plan, chance, seed);
        }
        if let Some(x) = self.work.exploration.as_deref_mut() {
            x.early = early;
        }
    }

    /// The schedule of the run that has just ended.
    fn schedule(&mut self) -> Choices {
        let mut choices = self.work.strategy.explorer().map_or_else(Choices::by_itself, |e| e.schedule());
        if let Some(x) = self.work.exploration.as_deref() {
            choices.end = x.exhausted.then_some(x.questions);
            choices.streak = x.most_in_a_row;
        }
        choices.points.clone_from(&self.points);
        choices
    }

    /// Follows a schedule.
    fn replay(&mut self, choices: &Choices) -> Vec<Finding> {
        self.run(Plan::Replay(choices.clone()), 0, choices.seed, true)
    }

    /// Tries one more schedule; false when there is none left.
    pub fn step(&mut self) -> bool {
        if self.complete {
            return false;
        }
        let number = self.schedules;
        let through_all = matches!(self.depth, Depth::Next(_));
        let (plan, early) = self.plan(number);
        let seed = if self.draws || through_all { 1 } else { 1 + number % 5 };
        let chance = self.chance.next_u64();
        let findings = self.run(plan, chance, seed, early);
        self.schedules += 1;
        let schedule = self.schedule();
        let explorer = self.work.strategy.explorer();
        let (questions, next) = explorer.map_or((0, None), |e| (e.questions() as u32, e.next_prefix()));
        self.longest = self.longest.max(questions);
        self.asked += u64::from(questions);
        if through_all {
            let cut = self.work.exploration.as_ref().is_some_and(|x| x.exhausted);
            let timers = self.work.exploration.as_ref().is_some_and(|x| x.timers_waited);
            self.depth = match next {
                Some(prefix) if number < DEPTH_SCHEDULES && self.asked < DEPTH_QUESTIONS && !cut => Depth::Next(prefix),
                Some(_) => Depth::Over,
                None => {
                    self.complete = !cut && !timers;
                    Depth::Over
                }
            };
        }
        let end = self.work.end();
        for finding in findings {
            self.take(finding, &schedule);
        }
        self.count(end, schedule);
        self.open_races();
        true
    }

    /// Instructions that take part in races found so far.
    pub fn racing_points(&self) -> Vec<u32> {
        let mut points = self.points.clone();
        let races = self.found.iter().filter(|f| f.finding.kind == Kind::Race);
        points.extend(races.flat_map(|f| f.finding.places.iter().map(|p| p.pc)));
        points.sort_unstable();
        points.dedup();
        points.truncate(MOST_POINTS);
        points
    }

    /// Where accesses race, who comes first may make a difference: from now on that is varied, too.
    fn open_races(&mut self) {
        let points = self.racing_points();
        if points != self.points {
            self.set_points(points);
            self.depth = Depth::Over;
            self.complete = false;
        }
    }

    fn set_points(&mut self, points: Vec<u32>) {
        self.start = self.origin.clone();
        if let Some(x) = self.start.exploration.as_deref_mut() {
            x.marks = marks(&self.origin, &points);
        }
        self.points = points;
        let known = self.work.exploration.as_deref_mut().map(|x| std::mem::take(&mut x.race.known));
        self.work = self.start.clone();
        self.find_start();
        if let (Some(x), Some(known)) = (self.work.exploration.as_deref_mut(), known) {
            x.race.known = known;
        }
    }

    /// How runs of the same chances end that do not depend on what `points` say, and those that do: ends that are only among the
    /// latter come from the races there.
    fn ends_by_races(&mut self, points: &[u32]) -> Vec<MachineEnd> {
        let was = self.points.clone();
        let mut ends = [Vec::new(), Vec::new()];
        for (ends, points) in ends.iter_mut().zip([Vec::new(), points.to_vec()]) {
            self.set_points(points);
            let mut asked = 0;
            for chance in 0..RACE_RUNS {
                self.run(Plan::Random { switch: 24_000 }, chance, 1, false);
                asked += self.work.exploration.as_ref().map_or(0, |x| x.questions);
                let end = self.work.end();
                if !ends.contains(&end) {
                    ends.push(end);
                }
                if asked > MOST_RACE_QUESTIONS {
                    break;
                }
            }
        }
        self.set_points(was);
        let [without, with] = ends;
        with.into_iter().filter(|end| !without.contains(end)).collect()
    }

    /// The plan of a run, and whether timers may fire early.
    fn plan(&mut self, number: u64) -> (Plan, bool) {
        if let Depth::Next(prefix) = &self.depth {
            return (Plan::Depth { prefix: prefix.clone() }, false);
        }
        let longest = u64::from(self.longest);
        let mut pct = |depth: usize| {
            let changes = (0..depth).map(|_| self.chance.below(longest) as u32).collect();
            Plan::Pct { changes }
        };
        match number % 8 {
            // A few times in all of a run, however long it is.
            0 => (Plan::Random { switch: (4 * 65_536 / longest.max(8)).max(1) as u16 }, false),
            1 => (pct(2), false),
            2 => (Plan::Random { switch: 20_000 }, false),
            3 => (pct(3), true),
            4 => (Plan::Random { switch: 10_000 }, true),
            5 => (pct(1), false),
            // Somebody else only when one waits; and always somebody else.
            6 => (Plan::Random { switch: if number % 16 == 6 { 0 } else { u16::MAX } }, false),
            _ => (pct(5), true),
        }
    }

    /// Takes note of a finding.
    fn take(&mut self, finding: Finding, schedule: &Choices) {
        // An error says more than a note about the same thing.
        let known = |all: &[Found], new: &Finding| {
            all.iter().any(|f| f.finding.about() == new.about() && (f.finding.error || !new.error))
        };
        if known(&self.found, &finding) {
            return;
        }
        let mut found = self.shrunk(finding, schedule);
        if found.finding.kind == Kind::Race {
            let points: Vec<u32> = found.finding.places.iter().map(|p| p.pc).collect();
            let ends = self.ends_by_races(&points);
            if !ends.is_empty() {
                let told: Vec<String> = ends.iter().take(2).map(told).collect();
                found.finding.message.push_str(&format!("; in another order it ends with {}", told.join(" or with ")));
            }
        }
        if !known(&self.found, &found.finding) {
            self.found.retain(|f| f.finding.error || f.finding.about() != found.finding.about());
            self.found.push(found);
        }
    }

    fn count(&mut self, end: MachineEnd, schedule: Choices) {
        let key = (end.output, end.kind, end.code);
        if let Some(known) = self.outcomes.get_mut(&key) {
            known.count += 1;
        } else if self.outcomes.len() < MOST_OUTCOMES {
            let (output, end, code) = key.clone();
            self.outcomes.insert(key, Outcome { output, end, code, count: 1, schedule });
        }
    }

    /// The ways in which the program ended, most frequent first.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let mut all: Vec<Outcome> = self.outcomes.values().cloned().collect();
        crate::base::sort_by(&mut all, |a, b| b.count.cmp(&a.count).then_with(|| a.output.cmp(&b.output)));
        all
    }

    /// Whether an error was found.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|f| f.finding.error)
    }
}

/// How the messages of Go's own panics start.
const RUNTIME_ERRORS: [&str; 3] =
    ["panic: runtime error", "panic: assignment to entry in nil map", "panic: interface conversion"];

/// An end in a few words.
fn told(end: &MachineEnd) -> String {
    let text = String::from_utf8_lossy(&end.output);
    let last = text.lines().rfind(|l| !l.trim().is_empty()).unwrap_or_default();
    let last: String = last.chars().take(60).collect();
    if matches!(end.kind, "exit" | "waiting") { format!("`{last}`") } else { format!("a {}", end.kind) }
}

/// What would be wrong in any run is not excused by timers that fire early; what a program says of itself is.
fn excused(finding: &Finding, failed: bool) -> bool {
    match finding.kind {
        Kind::Race => false,
        Kind::TestFailure => true,
        Kind::Panic => failed || !RUNTIME_ERRORS.iter().any(|text| finding.message.starts_with(text)),
        Kind::Deadlock | Kind::Leak | Kind::Misuse | Kind::LockOrder => failed,
    }
}
