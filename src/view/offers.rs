//! What a person who is the scheduler can choose from: who runs, which ready case a select takes, whether time passes.
//!
//! What would happen is told beforehand, in the words in which it is told afterwards.

use super::picture::name_of;
use super::words::{Told, duration};
use crate::base::grouped;
use crate::engine::Offer;
use crate::protocol::{Act, Element, Node, chip, el, text};
use crate::trace::{Event, EventKind};

/// Events that are looked ahead for a choice.
const AHEAD: usize = 12;
/// Choices whose outcome is told.
const FORESEEN: usize = 12;

/// See the module.
pub(super) fn offers(told: &Told<'_>, answers: usize) -> Node {
    let session = told.session;
    let back = el("button", "btn bare")
        .maybe("disabled", (answers == 0).then_some(""))
        .does(Act::Do("undo".into()))
        .says("Take back");
    let count = match answers {
        0 => String::new(),
        1 => "1 choice so far".to_owned(),
        n => format!("{} choices so far", grouped(n as u64)),
    };
    let head = |title: &'static str| {
        el("header", "")
            .with(el("h3", "").says(title))
            .with(el("span", "quiet push").says(count.clone()))
            .with(back.clone())
    };
    let panel = el("div", "offers");
    let Some(offers) = session.question() else {
        let ended = session.progress().end.is_some();
        let title = if ended { "You were the scheduler" } else { "You are the scheduler" };
        let words = if ended { "This is how your schedule ended." } else { "Nobody has to be chosen yet." };
        return panel.with(head(title)).with(el("p", "soft").says(words)).into();
    };
    if !session.snapshot_is_last() {
        let end = el("button", "btn").does(Act::Do("end".into())).says("Back to the choice");
        let words = "You look at what has happened already. ";
        return panel.with(head("You are the scheduler")).with(el("p", "soft").says(words).with(end)).into();
    }
    let rows = offers.iter().enumerate().map(|(i, offer)| {
        let events = if i < FORESEEN { session.foresee(i, AHEAD) } else { Vec::new() };
        el("li", "").with(row(told, i, offer, &events))
    });
    panel.with(head("You are the scheduler: what comes next?")).with(el("ol", "").all(rows)).into()
}

fn row(told: &Told<'_>, number: usize, offer: &Offer, events: &[Event]) -> Element {
    let session = told.session;
    let key = if number < 9 { (number + 1).to_string() } else { String::new() };
    let button = el("button", "offer").does(Act::Offer(number)).with(el("kbd", "").says(key));
    match *offer {
        Offer::Goroutine(goid) | Offer::Case(goid, _) => {
            let name =
                told.history.row(goid).map_or_else(String::new, |row| name_of(&told.history.lives[row], session));
            let state = session.goroutine(goid);
            let line = state.as_ref().and_then(|g| g.frames.iter().find(|f| !f.file.starts_with('/')).map(|f| f.line));
            let mut button = button.with(chip("b", goid, false)).with(el("code", "").says(name));
            if let Some(line) = line {
                button = button.with(el("span", "quiet").says(format!("line {line}")));
            }
            let case = match *offer {
                Offer::Case(_, case) => state.and_then(|g| g.cases.into_iter().nth(case)).map(|c| c.text),
                _ => None,
            };
            if let Some(case) = case {
                button = button.with(el("code", "case").says(case));
            }
            button.with(foreseen(told, goid, events))
        }
        Offer::Timer { early } => {
            let words = if early { "Time passes although somebody could run" } else { "Time passes" };
            let when = events.iter().find(|e| matches!(e.kind, EventKind::Timer { .. })).map(|e| e.time);
            let when = when.map_or_else(String::new, |t| format!(": the next timer fires at {}", duration(t)));
            button.with(text(format!("{words}{when}.")))
        }
    }
}

/// What would happen: the sentences of what the goroutine does, without its being put on a P.
fn foreseen(told: &Told<'_>, goid: u32, events: &[Event]) -> Element {
    let matters = |e: &&Event| e.goid == goid && !matches!(e.kind, EventKind::GoStart | EventKind::GoStop { .. });
    let first = events.iter().find(matters);
    // All that happens in one instruction is one thing.
    let group: Vec<Event> =
        first.map_or_else(Vec::new, |f| events.iter().filter(|e| e.tick == f.tick).filter(matters).copied().collect());
    let words = told.happened(&group, told.session.event_count() + group.len() as u64, false);
    // Where it stands before memory that others race for, that comes first.
    let words = match told.session.next_access(goid) {
        Some(access) => format!("G{goid} {access}."),
        None if words.is_empty() => "goes on without meeting anybody".to_owned(),
        None => words,
    };
    el("span", "then").says(words)
}
