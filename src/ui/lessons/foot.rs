//! What stands below a lesson's stage: what to look at, runs beside each other, when to use it, what comes next.

use super::gallery::mini;
use super::{Fetched, Opened, Prose};
use crate::base::grouped;
use crate::lessons::Variant;
use crate::protocol::{Act, ComparedRun, Element, Node, el};
use crate::ui::parts::{act, button};
use crate::ui::run::Run;
use leptos::prelude::*;

/// See the module.
pub(in crate::ui) fn foot(run: Run, event: Memo<u64>) -> Vec<Node> {
    let school = run.school;
    let Some(opened) = school.here() else { return Vec::new() };
    // Whoever is to find out what is wrong finds nothing here that tells.
    if school.veiled() && opened.lesson.programs.first().is_some_and(Variant::is_broken) {
        return Vec::new();
    }
    let prose = Prose::of(school);
    let mut out: Vec<Node> = Vec::new();
    let first = opened.lesson.programs.first().is_some_and(|p| school.file.with(|f| *f == p.file));
    if first && !opened.lesson.notes.is_empty() {
        out.push(notes(run, &opened, prose, event.get()).into());
    }
    if !opened.lesson.comparisons.is_empty() {
        out.push(comparison(run).into());
    }
    let section = |(head, text): &(String, String)| {
        let id =
            head.to_lowercase().replace(|c: char| !(c.is_alphanumeric() || c == ' ' || c == '-'), "").replace(' ', "-");
        // Tables and long texts take the whole width.
        let wide = text.contains("\n|") || text.starts_with('|') || text.contains("### ") || text.contains("```");
        el("section", if wide { "wide" } else { "" })
            .attr("aria-label", head.clone())
            .with(el("h2", "").attr("id", id).attr("tabindex", "-1").says(head.clone()))
            .all(prose.blocks(text))
    };
    let mut after = el("div", "after").all(opened.lesson.sections.iter().map(section));
    if let Some(next) = next(run, &opened) {
        after = after.with(next);
    }
    out.push(after.into());
    out
}

fn notes(run: Run, opened: &Opened, prose: Prose, event: u64) -> Element {
    let spots = run.school.answers.with(|a| a.spots.clone());
    let at = |i: usize| spots.get(i).copied().flatten();
    // The last one that has happened is the one to look at.
    let here = (0..opened.lesson.notes.len()).filter(|&i| at(i).is_some_and(|n| n <= event)).max_by_key(|&i| at(i));
    let item = |(i, note): (usize, &crate::lessons::Note)| {
        let link = match at(i) {
            Some(n) => {
                el("button", "at-step").attr("title", format!("Go to event {n}")).does(Act::Moment(n)).says(grouped(n))
            }
            None => el("span", "at-step").attr("title", "This run does not come there").says("–"),
        };
        el("li", if here == Some(i) && event > 0 { "on" } else { "" })
            .maybe("aria-current", (here == Some(i) && event > 0).then_some("step"))
            .with(link)
            .with(el("span", "").all(prose.line(&note.text)))
    };
    el("section", "notes")
        .attr("aria-label", "What to look at")
        .with(el("h2", "").says("What to look at"))
        .with(el("ol", "").all(opened.lesson.notes.iter().enumerate().map(item)))
}

fn comparison(run: Run) -> Element {
    let mut section =
        el("section", "compare").attr("aria-label", "Side by side").with(el("h2", "").says("Side by side"));
    let Some(runs) = run.school.answers.with(|a| a.compared.clone()) else {
        return section.with(button("btn main", "compare", "Run them beside each other"));
    };
    if runs.is_empty() {
        return section.with(el("p", "quiet").attr("role", "status").says("They are running …"));
    }
    let most = runs.iter().map(|r| r.nanos).max().unwrap_or(1).max(1) as f64;
    let card = |r: &ComparedRun| {
        let bar = format!("--part:{:.1}%", r.nanos as f64 / most * 100.0);
        el("li", "")
            .with(el("h3", "").says(r.label.clone()))
            .with(mini(&r.lanes))
            .with(el("div", "span-of").attr("style", bar).attr("aria-hidden", "true").with(el("i", "")))
            .with(el("p", "").with(el("b", "").says(r.time.clone())).says(format!(", {} events", grouped(r.events))))
            .with(el("p", if r.bad { "warn-text" } else { "quiet" }).says(if r.bad {
                r.ends.clone()
            } else {
                r.last.clone()
            }))
    };
    section = section.with(el("ul", "cards").all(runs.iter().map(card)));
    section.with(button("btn", "compare", "Again"))
}

/// The next lesson, by its own word or by order.
fn next(run: Run, opened: &Opened) -> Option<Element> {
    run.school.index.with(|index| {
        let Fetched::Here(all) = index else { return None };
        let by_order = || all.iter().position(|e| e.name == opened.name).and_then(|i| all.get(i + 1));
        let entry = match &opened.lesson.next {
            Some(name) => all.iter().find(|e| e.name == *name).or_else(by_order),
            None => by_order(),
        }?;
        let link = el("a", "next-lesson")
            .attr("href", format!("#/patterns/{}", entry.name))
            .with(mini(&entry.mini))
            .with(el("b", "").says(entry.title.clone()))
            .with(el("small", "").says(entry.about.replace(['`', '*'], "")));
        let embed =
            el("p", "").with(el("button", "btn bare").does(act("embed")).says("Put this page into another one"));
        Some(el("section", "").attr("aria-label", "Next").with(el("h2", "").says("Next")).with(link).with(embed))
    })
}
