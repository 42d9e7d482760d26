//! The travel bar: keys, the sentence of the moment, the ribbon of the whole run, dials.

use super::parts::{act, choice, icon_button};
use super::run::Run;
use super::storage::StepBy;
use crate::base::grouped;
use crate::protocol::{Act, Element, Node, Piece, Ribbon, StateKind, dye, el, text};
use leptos::prelude::*;
use std::fmt::Write;

/// Speeds: name and events a second, 0 for flat out.
pub(super) const SPEEDS: [(&str, u32); 7] = [
    ("1 step/s", 1),
    ("2 steps/s", 2),
    ("4 steps/s", 4),
    ("8 steps/s", 8),
    ("20 steps/s", 20),
    ("60 steps/s", 60),
    ("flat out", 0),
];
/// Values of GOMAXPROCS to choose from.
const PROCS: [usize; 7] = [1, 2, 3, 4, 6, 8, 16];

/// Back, play, on.
pub(super) fn keys(run: Run) -> Vec<Node> {
    let (at_start, at_end) = run.scene.with(|s| {
        let s = s.as_ref();
        (s.is_none_or(|s| s.tick == 0), s.is_none_or(|s| s.end.is_some()))
    });
    let key = |id: &'static str, name, picture, label, dead: bool| {
        icon_button("btn bare icon", name, picture, label).attr("id", id).maybe("disabled", dead.then_some(""))
    };
    let (picture, label) = if run.playing() { ("pause", "Pause") } else { ("play", "Play") };
    let play = el("button", "btn icon go")
        .attr("id", "play")
        .attr("aria-label", label)
        .attr("title", format!("{label} (Space)"))
        .does(act("play"))
        .with(Node::Glyph(picture.into()));
    let all = [
        key("restart", "start", "restart", "Back to the start (Home)", at_start),
        key("back", "back", "back", "One step back (←)", at_start),
        play,
        key("step", "step", "step", "One step on (→)", at_end),
        key("end", "end", "end", "To the end (End)", at_end),
    ];
    let mut bar = el("div", "keys").attr("role", "toolbar").attr("aria-label", "Travel").all(all);
    if run.stops.with(|s| !s.is_empty()) {
        bar = bar.with(key("last", "last", "last", "Back to the last breakpoint (Shift+F8)", at_start)).with(key(
            "on",
            "on",
            "on",
            "On to the next breakpoint (F8)",
            at_end,
        ));
    }
    vec![bar.into()]
}

/// What has just happened and what comes next.
pub(super) fn told(run: Run) -> Vec<Node> {
    let line = run.scene.with(|s| {
        let Some(s) = s else {
            return el("p", "told").with(el("span", "").says("No run yet. Run the program, or step into it."));
        };
        let of = match s.complete {
            true => format!(" of {}", grouped(s.events)),
            false => format!(" of {} so far", grouped(s.events)),
        };
        let mut sentence = el("span", "sentence");
        if !s.now.is_empty() {
            sentence = sentence.with(el("b", "").says(s.now.clone())).says(" ");
        }
        if !s.next.is_empty() {
            sentence = sentence.with(el("span", "next").says(format!("Next: {}", s.next)));
        }
        el("p", "told")
            .with(el("span", "nowrap").says("Event ").with(el("b", "").says(grouped(s.event))).says(of))
            .with(el("span", "nowrap").says(s.time.clone()))
            .with(sentence)
    });
    vec![line.into()]
}

/// The path of a ribbon's row: thick where it runs, or thin where it lives.
fn path(pieces: &[Piece], y: f64, running: bool) -> String {
    let mut d = String::new();
    for p in pieces.iter().filter(|p| (p.kind == StateKind::Running) == running) {
        // Writing to a string does not fail.
        let _ = write!(d, "M{:.2} {y}H{:.2}", p.from, p.to);
    }
    d
}

fn row(i: usize, n: f64, goid: u32, pieces: &[Piece]) -> Element {
    let y = (i as f64 + 0.5) * 24.0 / n;
    let thick = (18.0 / n).clamp(1.5, 4.0);
    el("g", format!("d{}", dye(goid)))
        .with(el("path", "").attr("d", path(pieces, y, false)).attr("stroke-width", "1"))
        .with(el("path", "").attr("d", path(pieces, y, true)).attr("stroke-width", thick.to_string()))
}

/// The whole run.
pub(super) fn ribbon_picture(run: Run) -> Vec<Node> {
    run.ribbon.with(|r: &std::sync::Arc<Ribbon>| {
        let n = r.rows.len().max(1) as f64;
        let rows = r.rows.iter().enumerate().map(|(i, (goid, pieces))| row(i, n, *goid, pieces));
        let svg = el("svg", "")
            .attr("viewBox", format!("0 0 {} 24", r.events.max(1)))
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .all(rows);
        let all = r.events.max(1) as f64;
        let marks = r
            .prints
            .iter()
            .map(|&at| Node::from(el("i", "mk").attr("style", format!("--p:{:.2}%", at as f64 / all * 100.0))));
        std::iter::once(svg.into()).chain(marks).collect()
    })
}

/// Moments that decide, over the slider: each a button.
pub(super) fn ribbon_found(run: Run) -> Vec<Node> {
    if run.school.veiled() {
        return Vec::new();
    }
    run.ribbon.with(|r| {
        let all = r.events.max(1) as f64;
        let mark = |(at, words): &(u64, String)| {
            let label = format!("{words}, event {at}");
            el("button", "found")
                .attr("type", "button")
                .attr("style", format!("--p:{:.2}%", *at as f64 / all * 100.0))
                .attr("title", label.clone())
                .attr("aria-label", label)
                .does(Act::Moment(*at))
                .into()
        };
        r.found.iter().map(mark).collect()
    })
}

/// The playhead over it, and the slider that moves it.
pub(super) fn ribbon_slider(run: Run) -> Vec<Node> {
    let events = run.ribbon.with(|r| r.events.max(1));
    let slider = el("input", "")
        .attr("id", "ribbon")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", events.to_string())
        .attr("aria-label", "Moment of the run")
        .does(act("seek"));
    run.scene.with(|s| match s {
        None => vec![slider.attr("disabled", "").attr("value", "0").into()],
        Some(s) => {
            let at = format!("--p:{:.3}%", (s.x / events as f64 * 100.0).clamp(0.0, 100.0));
            vec![
                el("span", "rest").attr("style", at.clone()).into(),
                el("span", "hold").attr("style", at).into(),
                slider
                    .attr("aria-valuetext", format!("event {} of {}. {}", s.event, s.events, s.now))
                    .attr("value", s.event.to_string())
                    .into(),
            ]
        }
    })
}

/// Speed, steps, GOMAXPROCS, seed.
pub(super) fn dials(run: Run) -> Vec<Node> {
    let s = run.settings.get();
    let owned = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
    let speeds: Vec<_> = SPEEDS.iter().map(|(name, value)| (value.to_string(), (*name).to_owned())).collect();
    let steps = StepBy::ALL.map(|by| owned((by.name(), by.name())));
    let procs: Vec<_> = PROCS.iter().map(|n| (n.to_string(), n.to_string())).collect();
    let schedulers = [("", "Go’s own"), ("random", "chance"), ("you", "you")].map(owned);
    let seed = el("span", "field")
        .with(el("label", "").attr("for", "seed").says("Seed"))
        .with(
            el("input", "input")
                .attr("id", "seed")
                .attr("type", "number")
                .attr("min", "0")
                .attr("max", "999999")
                .attr("value", s.seed.to_string())
                .does(act("seed")),
        )
        .with(icon_button("btn icon", "dice", "dice", "Another seed").attr("id", "dice"));
    let all = [
        choice("speed", "Speed", &speeds, s.speed.to_string()),
        choice("unit", "Step by", &steps, s.step.name().to_owned()),
        choice("procs", "GOMAXPROCS", &procs, s.procs.to_string()),
        choice("scheduler", "Scheduler", &schedulers, run.scheduler.get()),
        seed,
    ];
    vec![el("div", "dials").all(all).with(text("")).into()]
}
