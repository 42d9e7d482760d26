//! What was wrong in one run: deadlocks, leaks, data races, misuse, panics, failed tests, and what is only suspicious.
//!
//! It reads the machine at the end of a run under exploration and says what it finds in sentences with places. It knows nothing of
//! schedules: whoever asks knows which one it was.

mod blocked;
mod deed;
mod place;
mod race;

pub use deed::{Deed, DeedKind, deeds};
pub use place::{Place, Stack, stack};
pub use race::{key as race_key, told as race_told};

use crate::runtime::{GStatus, Machine};
use std::fmt::Write as _;

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Goroutines wait for each other, or for nobody, and `main` (or the test) is one of them; or for a lock that is never free.
    Deadlock,
    /// A goroutine that can never go on is left behind.
    Leak,
    /// Accesses to memory without order.
    Race,
    /// A panic or fatal error of the program's own.
    Panic,
    /// A lock, channel or WaitGroup was used as it must not be.
    Misuse,
    /// A test failed.
    TestFailure,
    /// Two locks are taken in both orders.
    LockOrder,
}

impl Kind {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Deadlock => "deadlock",
            Kind::Leak => "leak",
            Kind::Race => "race",
            Kind::Panic => "panic",
            Kind::Misuse => "misuse",
            Kind::TestFailure => "test_failure",
            Kind::LockOrder => "lock_order",
        }
    }
}

/// Something found in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub kind: Kind,
    /// Whether it is wrong in this run, rather than suspicious but legal.
    pub error: bool,
    /// A sentence or two.
    pub message: String,
    /// Where: first the place that it is about.
    pub places: Vec<Place>,
    /// Instructions by which the same thing is known again in another run.
    pub key: (u32, u32),
}

impl Finding {
    /// What it is about.
    pub fn about(&self) -> (Kind, (u32, u32)) {
        (self.kind, self.key)
    }

    /// Whether it is the same thing as another run's.
    pub fn is(&self, other: &Finding) -> bool {
        (self.kind, self.error, self.key) == (other.kind, other.error, other.key)
    }
}

/// Everything found in a run that has ended. Races have no stacks yet: who found them knows how to get them.
pub fn findings(m: &mut Machine) -> Vec<Finding> {
    let mut out = Vec::new();
    let Some(exit) = m.exit.clone() else { return out };
    match exit.kind {
        "panic" | "fatal error" => out.extend(died(m)),
        _ => {
            let failed = m.exploration.as_ref().and_then(|x| x.ended.as_ref()).map_or(exit.code, |e| e.exit.code) != 0;
            if failed && is_test(m) && exit.kind == "exit" {
                out.extend(test_failure(m));
            }
            blocked::findings(m, &mut out);
        }
    }
    race::findings(m, &mut out);
    let inversions: Vec<_> = m.exploration.iter().flat_map(|x| x.lock_order.inversions()).collect();
    for (one, other) in inversions {
        let places = vec![place::of_pc(m, one, 0, "taken second here"), place::of_pc(m, other, 0, "and here")];
        let message =
            "two goroutines take two locks in opposite orders: if each has taken its first one, both wait for ever";
        let key = (one.min(other), one.max(other));
        out.push(Finding { kind: Kind::LockOrder, error: false, message: message.into(), places, key });
    }
    out
}

/// Whether the program is a test.
pub fn is_test(m: &Machine) -> bool {
    !m.test_args.is_empty()
}

/// Texts of panics and fatal errors that say a primitive was misused.
const MISUSE: [&str; 15] = [
    "send on closed channel",
    "close of closed channel",
    "close of nil channel",
    "sync: negative WaitGroup counter",
    "sync: WaitGroup misuse",
    "sync: WaitGroup is reused",
    "sync: unlock of unlocked mutex",
    "sync: RUnlock of unlocked RWMutex",
    "sync: Unlock of unlocked RWMutex",
    "sync: inconsistent mutex state",
    "sync.Cond is copied",
    "Log in goroutine after",
    "Fail in goroutine after",
    "Write called after",
    "sync: WaitGroup.Add called from",
];

/// The program died of a panic or a fatal error.
fn died(m: &Machine) -> Option<Finding> {
    let text: Vec<u8> = m.output.iter().filter(|o| o.err).flat_map(|o| &o.bytes).copied().collect();
    let text = String::from_utf8_lossy(&text).into_owned();
    let start = text.rfind("\npanic: ").map(|i| i + 1).or_else(|| text.find("panic: "));
    let start = start.or_else(|| text.rfind("fatal error: "))?;
    let told = text[start..].split("\n\ngoroutine ").next().unwrap_or_default().trim_end().to_owned();
    let first = told.lines().next().unwrap_or_default().to_owned();
    let stack = place::stack(m, m.loaded);
    let at = place::of_stack(m, &stack, m.goid(m.loaded), "here");
    let kind = if MISUSE.iter().any(|misuse| first.contains(misuse)) {
        Kind::Misuse
    } else if first.contains("concurrent map") {
        Kind::Race
    } else {
        Kind::Panic
    };
    let mut message = first;
    if m.exploration.as_ref().is_some_and(|x| x.ended.is_some()) {
        let _ = write!(message, " (after {} had returned)", if is_test(m) { "the test" } else { "main" });
    }
    let pc = at.pc;
    Some(Finding { kind, error: true, message, places: vec![at], key: (pc, 0) })
}

/// Says which test failed, and where it said so.
///
/// With `-test.v` a test logs before its verdict, `    x_test.go:12: text` after a line `=== RUN   TestX`; of a test with failed tests
/// in it, those are what matters. Among the logged lines those come first whose source calls something with Error or Fatal in its name.
fn test_failure(m: &Machine) -> Option<Finding> {
    let text: Vec<u8> = m.output.iter().filter(|o| !o.err).flat_map(|o| &o.bytes).copied().collect();
    let text = String::from_utf8_lossy(&text).into_owned();
    let failed: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--- FAIL: ")?.split_whitespace().next())
        .collect();
    let inner = |name: &&&str| !failed.iter().any(|f| f.strip_prefix(**name).is_some_and(|rest| rest.starts_with('/')));
    let name = failed.iter().find(inner)?.to_string();
    let mut own = false;
    let mut places = Vec::new();
    let mut sayings = Vec::new();
    for line in text.lines() {
        if let Some(header) = line.strip_prefix("=== ") {
            own = header.split_whitespace().nth(1) == Some(&name);
            continue;
        }
        let Some((file, number, said)) = logged(line).filter(|_| own) else { continue };
        let source = place::source_line(m, &file, number).unwrap_or_default();
        let fails = ["Error", "Fatal"].iter().any(|call| source.contains(call));
        let place = Place {
            role: "here".into(),
            goroutine: 0,
            function: name.clone(),
            file,
            line: number,
            column: 0,
            pc: 0,
            stack: Vec::new(),
        };
        let at = if fails { sayings.iter().filter(|(fails, _)| *fails).count() } else { places.len() };
        places.insert(at, place);
        sayings.insert(at, (fails, said));
    }
    let said = sayings.first().map_or(String::new(), |(_, said)| format!(": {said}"));
    if places.is_empty() {
        places.extend(place::of_test(m, name.split('/').next().unwrap_or_default()));
    }
    let key = (places.first().map_or(0, |p| p.line), 0);
    places.truncate(MOST_LOGGED);
    Some(Finding { kind: Kind::TestFailure, error: true, message: format!("{name} failed{said}"), places, key })
}

/// So many lines that a failed test logged are shown.
const MOST_LOGGED: usize = 8;

/// File, line and text of a line that a test logged.
fn logged(line: &str) -> Option<(String, u32, String)> {
    let (file, rest) = line.strip_prefix("    ")?.trim().split_once(".go:")?;
    let (number, said) = rest.split_once(": ")?;
    Some((format!("{file}.go"), number.parse().ok()?, said.to_owned()))
}

/// Goroutines that are not dead.
fn living(m: &Machine) -> impl Iterator<Item = u32> {
    (0..m.gs.len() as u32).filter(|&g| m.gs[g as usize].status != GStatus::Dead)
}
