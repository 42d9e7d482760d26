//! The gallery of all lessons, and the same list beside an open one.

use super::{Entry, Fetched};
use crate::protocol::{Element, MiniLane, Node, el};
use crate::ui::parts::{act, button, glyph};
use crate::ui::run::Run;
use leptos::prelude::*;

/// A run in the size of a stamp.
pub(super) fn mini(lanes: &[MiniLane]) -> Element {
    let lane = |l: &MiniLane| {
        el("g", format!("d{}", l.dye))
            .with(el("path", "life").attr("d", l.life.clone()))
            .with(el("path", "runs").attr("d", l.runs.clone()))
    };
    el("svg", "mini")
        .attr("viewBox", "0 0 120 64")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .all(lanes.iter().map(lane))
}

/// The lessons of which the words tell, by group.
fn groups<'e>(all: &'e [Entry], words: &str) -> Vec<(&'e str, Vec<&'e Entry>)> {
    let words = words.to_lowercase();
    let mut out: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for entry in all {
        let told = format!("{} {} {}", entry.title, entry.about, entry.group).to_lowercase();
        if !words.split_whitespace().all(|w| told.contains(w)) {
            continue;
        }
        match out.last_mut().filter(|(group, _)| *group == entry.group) {
            Some((_, entries)) => entries.push(entry),
            None => out.push((&entry.group, vec![entry])),
        }
    }
    out
}

fn finder(run: Run, id: &'static str) -> Element {
    el("label", "find-lesson").with(glyph("search")).with(el("span", "sr").says("Find a lesson")).with(
        el("input", "input")
            .attr("id", id)
            .attr("type", "search")
            .attr("placeholder", "Find a lesson")
            .attr("value", run.school.words.get())
            .does(act("lesson-words")),
    )
}

fn waiting(index: &Fetched<Vec<Entry>>) -> Element {
    match index {
        Fetched::Lost => el("p", "empty")
            .attr("role", "alert")
            .says("The list of lessons could not be fetched. ")
            .with(button("btn", "lessons", "Try again")),
        _ => el("p", "empty").attr("role", "status").says("The lessons are being fetched."),
    }
}

/// Done lessons say so by word and shape.
fn tick(done: bool) -> Vec<Node> {
    match done {
        true => vec![el("span", "done").with(glyph("done")).with(el("span", "sr").says("done")).into()],
        false => Vec::new(),
    }
}

/// The place where all lessons are shown.
pub(in crate::ui) fn gallery(run: Run) -> Vec<Node> {
    let school = run.school;
    let mut page = el("div", "page gallery").with(
        el("header", "")
            .with(el("h1", "").says("Patterns"))
            .with(el("p", "lead").says(
                "A lesson for every kind of goroutine, channel, lock and pattern: a program to predict, run, turn and break. Each picture is \
                 the lesson’s own run.",
            ))
            .with(finder(run, "find-lesson")),
    );
    let (words, done) = (school.words.get(), school.answers.with(|a| a.done.clone()));
    page = school.index.with(|index| {
        let Fetched::Here(all) = index else { return page.with(waiting(index)) };
        let groups = groups(all, &words);
        if groups.is_empty() {
            return page.with(el("p", "empty").attr("role", "status").says("No lesson tells of these words."));
        }
        let card = |e: &&Entry| {
            let link = el("a", "tile")
                .attr("href", format!("#/patterns/{}", e.name))
                .with(mini(&e.mini))
                .with(el("b", "").says(e.title.clone()).all(tick(done.contains(&e.name))))
                .with(el("span", "").says(plain(&e.about)));
            el("li", "").with(link)
        };
        page.all(groups.iter().map(|(group, entries)| {
            el("section", "")
                .attr("aria-label", (*group).to_owned())
                .with(
                    el("h2", "").says((*group).to_owned()).says(" ").with(el("small", "").says(count(entries, &done))),
                )
                .with(el("ul", "cards").all(entries.iter().map(card)))
        }))
    });
    vec![el("main", "lessons").with(page).into()]
}

fn count(entries: &[&Entry], done: &std::collections::BTreeSet<String>) -> String {
    match entries.iter().filter(|e| done.contains(&e.name)).count() {
        0 => entries.len().to_string(),
        n => format!("{n} of {} done", entries.len()),
    }
}

/// A sentence of Markdown without its marks.
fn plain(text: &str) -> String {
    text.replace(['`', '*'], "").replace('\n', " ")
}

/// The list beside a lesson.
pub(in crate::ui) fn rail(run: Run) -> Vec<Node> {
    let school = run.school;
    let Some(open) = school.open.get() else { return Vec::new() };
    let name = match &open {
        Fetched::Here(opened) => opened.name.clone(),
        _ => String::new(),
    };
    let (words, done) = (school.words.get(), school.answers.with(|a| a.done.clone()));
    let list = school.index.with(|index| {
        let Fetched::Here(all) = index else { return vec![waiting(index)] };
        let here = all.iter().find(|e| e.name == name).map(|e| e.group.as_str());
        let item = |e: &&Entry| {
            let link = el("a", "")
                .attr("href", format!("#/patterns/{}", e.name))
                .maybe("aria-current", (e.name == name).then_some("page"))
                .with(mini(&e.mini))
                .with(el("span", "").says(e.title.clone()))
                .all(tick(done.contains(&e.name)));
            el("li", "").with(link)
        };
        let group = |(group, entries): &(&str, Vec<&Entry>)| {
            let open = here == Some(*group) || !words.is_empty();
            el("details", "group")
                .maybe("open", open.then_some(""))
                .with(
                    el("summary", "")
                        .with(glyph("right"))
                        .says((*group).to_owned())
                        .with(el("small", "").says(count(entries, &done))),
                )
                .with(el("ul", "minis").all(entries.iter().map(item)))
        };
        groups(all, &words).iter().map(group).collect()
    });
    let nav = el("nav", "lesson-rail").attr("aria-label", "Lessons").with(finder(run, "find-in-rail")).all(list);
    vec![nav.into()]
}
