//! What exploring has found, and how the program can end: two panels made of a report.

use crate::base::grouped;
use crate::engine::{CheckReport, FindingPlace, FindingReport, OutcomeReport};
use crate::protocol::{self, Act, Element, Node, el};

/// Schedules that one click tries.
pub const SCHEDULES: u64 = 1_000;
/// Outcomes that are told one by one.
const OUTCOMES: usize = 40;
/// Lines and bytes of an outcome's output that are shown.
const LINES: usize = 6;
const BYTES: usize = 600;

/// How far exploring is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exploring {
    /// Whether it goes on.
    pub running: bool,
    /// How many schedules it is to try in all.
    pub wanted: u64,
}

/// The button that starts or ends it, and how far it is.
fn head(report: Option<&CheckReport>, exploring: Exploring) -> Element {
    let tried = report.map_or(0, |r| r.schedules);
    let head = el("header", "explore");
    if exploring.running {
        let bar = el("progress", "")
            .attr("max", exploring.wanted.to_string())
            .attr("value", tried.to_string())
            .attr("aria-label", "Schedules tried");
        return head
            .with(el("button", "btn").does(Act::Do("explore 0".into())).says("Stop"))
            .with(bar)
            .with(el("span", "soft").says(format!("{} of {} schedules", grouped(tried), grouped(exploring.wanted))));
    }
    let words = match report {
        None => format!("Try {} schedules", grouped(SCHEDULES)),
        Some(_) => format!("Try {} more", grouped(SCHEDULES)),
    };
    let complete = report.is_some_and(|r| r.complete);
    let mut head = head;
    if !complete {
        head = head.with(el("button", "btn main").does(Act::Do(format!("explore {SCHEDULES}").into())).says(words));
    }
    let told = match report {
        None => "Runs the program again and again, each time with other choices of the scheduler.".to_owned(),
        Some(r) if r.complete => format!("{} schedules tried: these are all there are.", grouped(r.schedules)),
        Some(r) => format!("{} schedules tried. There are more.", grouped(r.schedules)),
    };
    head.with(el("span", "soft").says(told))
}

/// What a kind of finding is called.
fn title(kind: &str) -> &'static str {
    match kind {
        "race" => "Data race",
        "deadlock" => "Deadlock",
        "leak" => "A goroutine is left behind",
        "panic" => "Panic",
        "misuse" => "Misuse",
        "test_failure" => "A test fails",
        "lock_order" => "Locks are taken in different orders",
        "copied_lock" => "A lock is copied",
        "lost_cancel" => "A cancel function is lost",
        _ => "Finding",
    }
}

fn chip(goid: u32) -> Element {
    protocol::chip("b", goid, false)
}

fn line_of(p: &FindingPlace) -> Element {
    let act = Act::Line { file: p.file.clone(), line: p.line };
    el("button", "to-line").does(act).says(format!("{}:{}", p.file, p.line))
}

fn place(p: &FindingPlace) -> Element {
    let mut row = el("li", "");
    if p.goroutine > 0 {
        row = row.with(chip(p.goroutine));
    }
    row.with(el("span", "").says(p.role.clone())).with(line_of(p)).with(el("code", "quiet").says(p.function.clone()))
}

/// The two accesses of a race, each on its goroutine's thread, and the edge between them that is missing.
fn race(f: &FindingReport) -> Option<Element> {
    let [a, b, ..] = f.places.as_slice() else { return None };
    let thread = |p: &FindingPlace| {
        let dye = p.goroutine.saturating_sub(1) % 8 + 1;
        el("div", format!("thread d{dye}"))
            .with(chip(p.goroutine))
            .with(el("span", "line"))
            .with(el("span", "access").with(el("b", "").says(p.role.clone())).says(" ").with(line_of(p)))
    };
    let missing =
        el("p", "missing").says("nothing orders these two: no channel, lock or WaitGroup stands between them");
    Some(el("div", "race").with(thread(a)).with(missing).with(thread(b)))
}

fn finding(f: &FindingReport, share: Option<(u64, u64)>) -> Element {
    let glyph = if f.error { "stuck" } else { "warn" };
    let mut title = el("h3", "").with(Node::Glyph(glyph.into())).with(el("span", "").says(title(&f.kind)));
    if let Some((bad, all)) = share {
        title = title.with(el("small", "push soft").says(format!("in {} of {} schedules", grouped(bad), grouped(all))));
    }
    let mut item = el("li", if f.error { "finding error" } else { "finding" })
        .attr("data-kind", f.kind.clone())
        .with(title)
        .with(el("p", "").says(f.message.clone()));
    item = match race(f).filter(|_| f.kind == "race") {
        Some(race) => item.with(race),
        None => item.with(el("ol", "places").all(f.places.iter().map(place))),
    };
    let decisive = f.places.first().map(|p| (p.file.clone(), p.line));
    let replay = Act::Replay { schedule: f.schedule.clone(), place: decisive };
    let mut actions = el("p", "actions");
    if f.error {
        actions = actions.with(el("button", "btn main").does(replay).with(Node::Glyph("play".into())).says("Show me"));
    }
    let stacks: Vec<Element> = f
        .places
        .iter()
        .filter(|p| !p.stack.is_empty())
        .map(|p| {
            let who = if p.goroutine > 0 { format!("goroutine {}", p.goroutine) } else { p.role.clone() };
            el("pre", "").says(format!("{who}:\n{}", p.stack.join("\n")))
        })
        .collect();
    if !stacks.is_empty() {
        actions = actions.with(el("span", "soft").says("The stacks are below."));
        item = item.with(actions);
        let more = el("details", "").with(el("summary", "").says("Stacks, as Go prints them")).all(stacks);
        return item.with(more);
    }
    item.with(actions)
}

/// What was found.
pub fn findings(report: Option<&CheckReport>, exploring: Exploring) -> Node {
    let mut panel = el("div", "findings").with(head(report, exploring));
    let Some(report) = report else {
        let words = "Deadlocks, data races, panics and goroutines left behind are listed here, each with a schedule that shows it.";
        return panel.with(el("p", "empty").says(words)).into();
    };
    if report.findings.is_empty() {
        let words = match (report.complete, exploring.running) {
            (_, true) => "Nothing so far.",
            (true, false) => {
                "Nothing: no schedule of this program deadlocks, races, panics or leaves a goroutine behind."
            }
            (false, false) => "Nothing in these schedules. Others could still show something.",
        };
        return panel.with(el("p", "empty").says(words)).into();
    }
    let share = |f: &FindingReport| {
        let end = match f.kind.as_str() {
            "deadlock" => "deadlock",
            "panic" => "panic",
            _ => return None,
        };
        let bad: u64 = report.outcomes.iter().filter(|o| o.end == end).map(|o| o.count).sum();
        let only = report.findings.iter().filter(|g| g.kind == f.kind).count() == 1;
        (only && bad > 0).then_some((bad, report.schedules))
    };
    panel = panel.with(el("ol", "found").all(report.findings.iter().map(|f| finding(f, share(f)))));
    panel.into()
}

fn ending(o: &OutcomeReport) -> (String, bool) {
    match (o.end.as_str(), o.code) {
        ("exit", 0) => ("finishes".into(), false),
        ("exit", code) => (format!("ends with exit code {code}"), code != 0),
        ("waiting", _) => ("waits for connections or signals".into(), false),
        ("bound", _) => ("was cut off: it went on for too long".into(), false),
        (end, code) => (format!("{end}, exit code {code}"), true),
    }
}

fn outcome(o: &OutcomeReport, all: u64) -> Element {
    let share = o.count as f64 / all.max(1) as f64 * 100.0;
    let (ending, bad) = ending(o);
    let text = String::from_utf8_lossy(&o.output);
    let mut shown: String = text.lines().take(LINES).collect::<Vec<_>>().join("\n");
    let mut cut = text.lines().count() > LINES;
    if let Some((at, _)) = shown.char_indices().nth(BYTES) {
        shown.truncate(at);
        cut = true;
    }
    if cut {
        shown.push_str(" …");
    }
    let percent =
        if share >= 10.0 || share == share.round() { format!("{share:.0} %") } else { format!("{share:.1} %") };
    let bar = el("span", if bad { "bar-of lost" } else { "bar-of fine" }).attr("style", format!("--v:{share:.2}%"));
    let line = el("p", "")
        .with(el("b", "num").says(grouped(o.count)))
        .with(el("span", "num soft").says(percent))
        .with(bar)
        .with(el("span", if bad { "st is-stuck" } else { "st is-done" }).says(ending))
        .with(
            el("button", "btn push")
                .does(Act::Replay { schedule: o.schedule.clone(), place: None })
                .with(Node::Glyph("play".into()))
                .says("Replay"),
        );
    let output = match shown.is_empty() {
        true => el("p", "quiet").says("prints nothing"),
        false => el("pre", "").says(shown),
    };
    el("li", "outcome").with(line).with(output)
}

/// Every distinct end with its share.
pub fn outcomes(report: Option<&CheckReport>, exploring: Exploring) -> Node {
    let panel = el("div", "outcomes").with(head(report, exploring));
    let Some(report) = report else {
        let words =
            "Every different way in which the program ends is listed here with how often it did, and can be replayed.";
        return panel.with(el("p", "empty").says(words)).into();
    };
    let all: u64 = report.outcomes.iter().map(|o| o.count).sum();
    let words = match report.outcomes.len() {
        1 => "It ended in one way only.".to_owned(),
        n => format!("It ended in {} different ways.", grouped(n as u64)),
    };
    let rows = report.outcomes.iter().take(OUTCOMES).map(|o| outcome(o, all));
    let mut list = el("ol", "ends").all(rows);
    if report.outcomes.len() > OUTCOMES {
        let more = grouped((report.outcomes.len() - OUTCOMES) as u64);
        list = list.with(el("li", "quiet").says(format!("and {more} more")));
    }
    panel.with(el("p", "soft").says(words)).with(list).into()
}
