//! The run as text: one line for each step, and what is drawn at this moment as a short paragraph.

use super::Look;
use super::parts::{button, chip, line, moment};
use crate::protocol::{Act, Element, Node, el, text};
use crate::trace::Event;
use crate::view::words::duration;
use std::collections::BTreeMap;

/// Events before and behind the moment that are told.
pub(super) const WINDOW: (u64, u64) = (150, 80);
/// Goroutines, channels and locks of the paragraph.
const NAMED: usize = 8;
/// The name of the part that says whether lines are put together by goroutine.
const BY_GOROUTINE: &str = "twin by goroutine";

/// One step: its last event's number, and its events.
struct Step<'a> {
    number: u64,
    events: &'a [Event],
}

/// The panel; `events` are those from number `first` (from 0) on.
pub(super) fn panel(look: &Look<'_>, events: &[Event], first: u64, total: u64) -> Node {
    let by_goroutine = look.folds.contains(BY_GOROUTINE);
    let mut out: Vec<Node> = vec![head(by_goroutine)];
    out.push(el("div", "now-text").attr("aria-live", "polite").all(paragraph(look)).into());
    let steps = steps(events, first);
    let told = look.told();
    let said = |s: &Step<'_>| told.happened(s.events, s.number, s.number == look.event);
    let lines: Vec<(Step<'_>, String)> = steps
        .into_iter()
        .map(|s| {
            let said = said(&s);
            (s, said)
        })
        .filter(|l| !l.1.is_empty() && !told.is_inside(l.0.events))
        .collect();
    if lines.is_empty() {
        out.push(
            el("p", "empty")
                .says("Nothing has happened yet. Each step becomes a line here as soon as the program runs.")
                .into(),
        );
        return el("div", "twin-sheet").all(out).into();
    }
    if first > 0 {
        out.push(more("Earlier", first.saturating_sub(WINDOW.0 / 2).max(1)));
    }
    if by_goroutine {
        let mut groups: BTreeMap<u32, Vec<&(Step<'_>, String)>> = BTreeMap::new();
        for l in &lines {
            groups.entry(l.0.events.last().map_or(0, |e| doer(l.0.events).unwrap_or(e.goid))).or_default().push(l);
        }
        for (goid, lines) in groups {
            let mut heading = el("h3", "");
            heading = if goid == 0 {
                heading.says("The runtime")
            } else {
                heading.with(chip(look, goid)).says(" ").says(look.name(goid))
            };
            out.push(heading.into());
            out.push(el("ol", "twin").all(lines.into_iter().map(|(s, said)| row(look, s, said, false))).into());
        }
    } else {
        out.push(el("ol", "twin").all(lines.iter().map(|(s, said)| row(look, s, said, true))).into());
    }
    let end = first + events.len() as u64;
    if end < total {
        out.push(more("Later", (end + WINDOW.1 / 2).min(total)));
    }
    el("div", "twin-sheet").all(out).into()
}

fn head(by_goroutine: bool) -> Node {
    let pressed = |on: bool| if on { "true" } else { "false" };
    let choice = |words: &'static str, on: bool| {
        let mut b = el("button", "").attr("type", "button").attr("aria-pressed", pressed(on)).says(words);
        if !on {
            b = b.does(Act::Fold(BY_GOROUTINE.into()));
        }
        b
    };
    el("div", "seg-ctl")
        .attr("role", "group")
        .attr("aria-label", "Order of the lines")
        .with(choice("By time", !by_goroutine))
        .with(text(" "))
        .with(choice("By goroutine", by_goroutine))
        .into()
}

fn more(words: &'static str, to: u64) -> Node {
    el("p", "more").with(button("to-line", Act::Moment(to)).says(words)).says(format!(": go to event {to}")).into()
}

/// Events put together by the instruction in which they happened.
fn steps(events: &[Event], first: u64) -> Vec<Step<'_>> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < events.len() {
        let len = events[start..].iter().take_while(|e| e.tick == events[start].tick).count();
        out.push(Step { number: first + (start + len) as u64, events: &events[start..start + len] });
        start += len;
    }
    out
}

/// Who did a step: the first that is not the runtime.
fn doer(events: &[Event]) -> Option<u32> {
    events.iter().map(|e| e.goid).find(|&g| g != 0)
}

fn row(look: &Look<'_>, step: &Step<'_>, said: &str, with_who: bool) -> Node {
    let now = step.number == look.event;
    let mut li = el(
        "li",
        if now {
            "on"
        } else if step.number > look.event {
            "unborn"
        } else {
            ""
        },
    );
    if now {
        li = li.attr("aria-current", "step");
    }
    li = li.with(moment(step.number)).with(text(" "));
    let time = step.events.last().map_or(0, |e| e.time);
    li = li.with(el("span", "when").says(duration(time))).with(text(" "));
    if with_who {
        li = match doer(step.events) {
            Some(goid) => li.with(chip(look, goid)),
            None => li.with(el("span", "quiet").says("runtime")),
        };
        li = li.with(text(" "));
    }
    // Who stands before it already.
    let own = doer(step.events).filter(|_| with_who).map(|goid| format!("G{goid} "));
    let said = own.and_then(|own| said.strip_prefix(&own)).unwrap_or(said);
    li.with(el("span", "said").says(said.to_owned())).into()
}

/// What is drawn at this moment.
fn paragraph(look: &Look<'_>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::new();
    let s = look.snapshot;
    let when = if look.event == 0 {
        "Nothing has happened yet.".to_owned()
    } else {
        format!("After event {}, at {}.", look.event, duration(s.time))
    };
    out.push(el("p", "").says(when).into());
    let of = |want: &dyn Fn(&crate::engine::GoroutineState) -> bool| -> Vec<u32> {
        s.goroutines.iter().filter(|g| want(g)).map(|g| g.goid).collect()
    };
    let running = of(&|g| g.reason.is_none() && g.state == "running");
    let ready = of(&|g| g.reason.is_none() && g.state != "running");
    let mut who = el("p", "");
    who = sentence(look, who, &running, "runs", "run");
    who = sentence(look, who, &ready, "is ready to run", "are ready to run");
    if running.is_empty() && ready.is_empty() {
        who = who.says("Nobody runs and nobody is ready. ");
    }
    out.push(who.into());
    let mut waits = el("p", "");
    let waiting = of(&|g| g.reason.is_some());
    for &goid in waiting.iter().take(NAMED) {
        let why = super::why::why(look, goid);
        waits = waits.with(chip(look, goid)).says(": ").says(why.strong).says(" ");
    }
    if waiting.len() > NAMED {
        waits = waits.says(format!("And {} more wait. ", waiting.len() - NAMED));
    }
    if !waiting.is_empty() {
        out.push(waits.into());
    }
    let mut held = el("p", "");
    let mut any = false;
    for c in s.channels.iter().filter(|c| !c.library && (!c.values.is_empty() || c.closed)).take(NAMED) {
        any = true;
        held = held.with(super::why::channel_thing(look, c.number));
        let values: Vec<&str> = c.values.iter().take(NAMED).map(String::as_str).collect();
        let more = if c.values.len() > NAMED { format!(" and {} more", c.values.len() - NAMED) } else { String::new() };
        held = held.says(match (c.values.is_empty(), c.closed) {
            (true, _) => " is closed. ".to_owned(),
            (false, closed) => format!(
                " holds {}{more}, {} of {}{}. ",
                values.join(", "),
                c.values.len(),
                c.cap,
                if closed { ", and is closed" } else { "" }
            ),
        });
    }
    for l in look.reached.sync.iter().filter(|l| l.named && !l.holders.is_empty()).take(NAMED) {
        any = true;
        let goids: Vec<u32> = l.holders.iter().map(|h| h.goid).collect();
        held = held.with(text(format!("{} is held by {}. ", look.sync_name(l), look.list(&goids))));
    }
    if any {
        out.push(held.into());
    }
    if let Some(end) = &s.end {
        out.push(el("p", "").says(crate::view::words::ending(&end.kind, end.code)).into());
    }
    let place = s
        .goroutines
        .iter()
        .find(|g| g.state == "running")
        .and_then(|g| g.frames.iter().find(|f| !f.file.starts_with('/')));
    if let (Some(f), None) = (place, &s.end) {
        out.push(el("p", "").says("The code stands at ").with(line(&f.file, f.line)).says(".").into());
    }
    out
}

fn sentence(look: &Look<'_>, out: Element, goids: &[u32], one: &str, many: &str) -> Element {
    if goids.is_empty() {
        return out;
    }
    let verb = if goids.len() == 1 { one } else { many };
    out.all(super::parts::chips(look, goids)).says(format!(" {verb}. "))
}
