//! What is told of an event or a place of the lanes: a hint beside the pointer, and the panel of the selected event.

use super::causes::{Edges, Why};
use super::history::{History, LinkKind, waits};
use super::panels::moment as link;
use super::picture::name_of;
use super::words::{Told, duration};
use crate::base::grouped;
use crate::engine::Session;
use crate::protocol::{self, Act, Element, Node, Selection, StateKind, el};

/// Causes that are told.
const CAUSES: usize = 12;
/// Goroutines whose place beside the event is told.
const OTHERS: usize = 24;

/// A goroutine's chip, which selects it.
fn chip(goid: u32) -> Element {
    protocol::chip("button", goid, false).does(Act::Goroutine(goid))
}

fn name(history: &History, session: &Session, goid: u32) -> String {
    history.row(goid).map_or_else(String::new, |row| name_of(&history.lives[row], session))
}

/// What happened at an event, in its own words.
fn sentence(told: &Told<'_>, number: u64) -> String {
    let events = told.session.events_after(number.saturating_sub(1), 1);
    told.happened(&events, number, false)
}

/// The words for a place of a lane.
pub(super) fn hint(told: &Told<'_>, goid: u32, event: Option<u64>, moment: u64) -> Node {
    let (history, session) = (told.history, told.session);
    let mut card = el("div", "hint-card");
    let title = el("p", "").with(chip(goid)).with(el("code", "").says(name(history, session, goid)));
    card = card.with(title);
    let life = history.row(goid).map(|row| &history.lives[row]);
    let after = life.map_or(0, |l| l.stretches.partition_point(|s| s.from <= moment));
    if let Some((life, stretch)) = life.and_then(|l| Some((l, l.stretches.get(after.checked_sub(1)?)?))) {
        let word = match stretch.kind {
            kind if waits(kind) => stretch.reason.text().to_owned(),
            StateKind::Done => "done".to_owned(),
            kind => kind.name().to_owned(),
        };
        let to = life.stretches.get(after).map_or(history.seen, |s| s.from);
        let time = |n: u64| n.checked_sub(1).and_then(|i| history.times.get(i as usize)).copied().unwrap_or(0);
        let state = el("span", format!("st is-{}", stretch.kind.name()))
            .with(Node::Glyph(stretch.kind.name().into()))
            .with(el("span", "").says(word));
        let long = duration(time(to).saturating_sub(time(stretch.from)));
        let mut line = el("p", "").with(state);
        if stretch.kind != StateKind::Done {
            line = line.says(format!(" events {} to {}, {long}", grouped(stretch.from), grouped(to)));
        }
        card = card.with(line);
    }
    if let Some(n) = event {
        card = card.with(el("p", "").says(format!("Event {}: {}", grouped(n), sentence(told, n))));
    }
    card.into()
}

fn because(told: &Told<'_>, why: Why, source: u32, target: u32) -> String {
    let channel = |number: u32| told.channel(number);
    match why {
        Why::Link(LinkKind::Spawn) => format!("G{source} started G{target}"),
        Why::Link(LinkKind::Wake) => format!("G{source} made G{target} runnable"),
        Why::Link(LinkKind::Lock) => format!("G{source} gave back the lock that G{target} took"),
        Why::Link(LinkKind::Close) => format!("G{source} closed the channel that G{target} waited on"),
        Why::Link(LinkKind::Cancel) => format!("G{source} cancelled the context that G{target} waited on"),
        Why::Link(LinkKind::Count) => format!("G{source} changed the WaitGroup's counter before G{target} did"),
        Why::Value(number) => format!("G{target} got a value from G{source} through {}", channel(number)),
        Why::Room(number) => {
            format!("G{source} took a value out of {}, so that G{target} could go on", channel(number))
        }
    }
}

/// The selected event: what it was, its causes, and what is before, after and concurrent to it.
pub(super) fn moment(told: &Told<'_>, edges: &Edges, selection: &Selection) -> Node {
    let (history, session) = (told.history, told.session);
    let empty = |words: &'static str| Node::from(el("p", "empty").says(words));
    let Some(number) = selection.event else {
        return empty("Select an event in the lanes to see what led to it, and what is concurrent to it.");
    };
    let Some(event) = session.events_after(number.saturating_sub(1), 1).first().copied() else {
        return empty("This run has no such event.");
    };
    let goid = event.goid;
    let head = el("header", "")
        .with(link(number))
        .with(el("h3", "").says(sentence(told, number)))
        .with(el("span", "quiet push").says(duration(event.time)));
    let mut panel = el("div", "event").with(head);
    if goid == 0 {
        return panel.with(el("p", "soft").says("The runtime did this by itself.")).into();
    }
    let chain = edges.chain(goid, number, CAUSES);
    let causes = chain.iter().map(|e| {
        el("li", "")
            .with(link(e.from))
            .with(el("span", "").says(because(told, e.why, e.source, e.target)))
            .with(el("button", "btn bare").does(Act::Event(e.from)).says("Select"))
    });
    panel = panel.with(el("h4", "").says("What led to it"));
    panel = if chain.is_empty() {
        panel.with(el("p", "soft").says("Nothing that another goroutine did."))
    } else {
        panel.with(el("ol", "causes").all(causes))
    };
    let cuts = edges.cuts(goid, number);
    let mut beside = el("ol", "beside");
    let others = history.lives.iter().filter(|l| l.goid != goid);
    let mut listed = 0;
    for life in others {
        let Some(born) = life.stretches.first().map(|s| s.from) else { continue };
        let (before, after) = cuts.get(&life.goid).copied().unwrap_or((0, u64::MAX));
        let ended = life.stretches.last().filter(|s| s.kind == StateKind::Done).map(|s| s.from);
        let last = ended.unwrap_or(history.seen);
        let (from, to) = (before.max(born), after.min(last));
        let words = if born >= after {
            "starts after it".to_owned()
        } else if before >= last {
            "had ended before it".to_owned()
        } else if from >= to {
            format!("before it up to event {}, after it from there on", grouped(before))
        } else {
            format!("concurrent to it: events {} to {}", grouped(from), grouped(to))
        };
        if listed == OTHERS {
            beside = beside
                .with(el("li", "quiet").says(format!("and {} more goroutines", history.lives.len() - 1 - listed)));
            break;
        }
        listed += 1;
        beside = beside.with(el("li", "").with(chip(life.goid)).with(el("span", "").says(words)));
    }
    panel = panel.with(el("h4", "").says("Before, after, and concurrent"));
    if listed == 0 {
        panel.with(el("p", "soft").says("There is no other goroutine.")).into()
    } else {
        panel.with(beside).into()
    }
}
