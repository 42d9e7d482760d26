//! What stands above a lesson's stage: what it is for, its variants, its knobs, what to predict.

use super::gallery::mini;
use super::{Fetched, Opened, Prose};
use crate::lessons::{Knob, PROCS, Prediction, Variant, literal, shown};
use crate::protocol::{Act, Element, Node, el};
use crate::ui::parts::{act, button, glyph, yes};
use crate::ui::run::Run;
use leptos::prelude::*;

/// See the module.
pub(in crate::ui) fn head(run: Run) -> Vec<Node> {
    let school = run.school;
    let opened = match school.open.get() {
        None => return Vec::new(),
        Some(Fetched::Coming) => {
            return vec![el("p", "empty").attr("role", "status").says("The lesson is being fetched.").into()];
        }
        Some(Fetched::Lost) => {
            let back = el("a", "").attr("href", "#/patterns").says("To all lessons");
            let words = "There is no such lesson, or it could not be fetched. ";
            return vec![el("p", "empty").attr("role", "alert").says(words).with(back).into()];
        }
        Some(Fetched::Here(opened)) => opened,
    };
    let prose = Prose::of(school);
    let mut out = vec![intro(run, &opened, prose).into(), variants(run, &opened).into()];
    if let Some(variant) = opened.lesson.program(&school.file.get()) {
        out.extend(about(run, variant, prose));
        if !variant.knobs.is_empty() {
            out.push(knobs(run, variant).into());
        }
    }
    let all = opened.lesson.predictions.iter().enumerate();
    out.push(el("div", "predictions").all(all.map(|(i, p)| prediction(run, i, p, prose))).into());
    out
}

fn intro(run: Run, opened: &Opened, prose: Prose) -> Element {
    let lesson = &opened.lesson;
    let place = run.school.index.with(|index| {
        let Fetched::Here(all) = index else { return None };
        let group: Vec<_> = all.iter().filter(|e| e.group == lesson.group).collect();
        let at = group.iter().position(|e| e.name == opened.name)?;
        Some((at + 1, group.len(), group[at].mini.clone()))
    });
    let mut crumb = el("p", "crumb").with(el("a", "").attr("href", "#/patterns").says("All lessons"));
    crumb = crumb.says(match &place {
        Some((at, of, _)) => format!(" · {}, {at} of {of}", lesson.group),
        None => " · a lesson of your own".to_owned(),
    });
    let words = el("div", "")
        .with(crumb)
        .with(el("h1", "").says(lesson.title.clone()))
        .with(el("div", "lead").all(prose.blocks(&lesson.lead)));
    let mut intro = el("div", "intro").with(words);
    if let Some((_, _, lanes)) = place {
        intro = intro.with(el("div", "figure").with(mini(&lanes)));
    }
    intro
}

fn variants(run: Run, opened: &Opened) -> Element {
    let here = run.school.file.get();
    let tab = |v: &&Variant| {
        let mut tab =
            el("button", "tab").attr("aria-pressed", yes(v.file == here)).does(act(format!("variant {}", v.file)));
        if v.is_broken() {
            tab = tab.with(el("span", "st is-stuck").with(glyph("stuck"))).with(el("span", "sr").says("broken: "));
        }
        tab.says(v.title.clone())
    };
    let shown = opened.lesson.programs.iter().filter(|v| v.tab || v.file == here);
    let changed = run.text.with(|t| opened.sources.get(&here).is_some_and(|s| s != t));
    el("div", "variants")
        .with(
            el("div", "tabs")
                .attr("role", "group")
                .attr("aria-label", "Variants")
                .all(shown.collect::<Vec<_>>().iter().map(tab)),
        )
        .with(
            el("span", "push")
                .with(button("btn bare", "lesson-reset", "Reset").maybe("disabled", (!changed).then_some("")))
                .with(button("btn bare", "to-playground", "Open in the playground")),
        )
}

/// What the tab says, and what mends a broken one.
fn about(run: Run, variant: &Variant, prose: Prose) -> Vec<Node> {
    let mut out = Vec::new();
    if variant.is_broken() && run.school.veiled() {
        return vec![el("p", "variant-text quiet").says("What is wrong is told when you have made a guess.").into()];
    }
    if !variant.text.is_empty() {
        out.push(el("div", "variant-text").all(prose.blocks(&variant.text)).into());
    }
    if let Some(fix) = run.school.answers.with(|a| a.fix.clone()) {
        let summary = el("summary", "").with(glyph("right")).says("What mends it");
        out.push(el("details", "fix").with(summary).with(fix).into());
    }
    out
}

fn knobs(run: Run, variant: &Variant) -> Element {
    let all = variant.knobs.iter().map(|k| knob(run, k));
    el("div", "knobs").all(all).with(el("span", "push quiet not-small").says("Knobs rewrite the source"))
}

/// A knob with few values shows them all, one with many goes up and down.
fn knob(run: Run, knob: &Knob) -> Element {
    let now = match knob.name.as_str() {
        PROCS => run.settings.with(|s| s.procs.to_string()),
        name => run.text.with(|t| literal(t, name).map_or_else(String::new, |r| t[r].to_owned())),
    };
    let set = |value: &str| Act::Do(format!("knob {} {value}", knob.name).into());
    let at = knob.choices.iter().position(|c| *c == now);
    let label = el("span", "").says(knob.label.clone());
    let control = if knob.choices.len() <= 4 {
        let choice = |c: &String| el("button", "").attr("aria-pressed", yes(*c == now)).does(set(c)).says(shown(c));
        el("span", "seg")
            .attr("role", "group")
            .attr("aria-label", knob.label.clone())
            .all(knob.choices.iter().map(choice))
    } else {
        let nudge = |picture: &'static str, word: &str, to: Option<&String>| {
            let mut b = el("button", "").attr("aria-label", format!("{}: {word}", knob.label)).with(glyph(picture));
            match to {
                Some(value) => b = b.does(set(value)),
                None => b = b.attr("disabled", ""),
            }
            b
        };
        let less =
            at.and_then(|i| knob.choices.get(i.checked_sub(1)?)).or(knob.choices.first().filter(|_| at.is_none()));
        let more = at.and_then(|i| knob.choices.get(i + 1));
        el("span", "nudge")
            .with(nudge("minus", "less", less))
            .with(el("output", "").attr("aria-label", knob.label.clone()).says(shown(&now)))
            .with(nudge("plus", "more", more))
    };
    el("span", "knob").with(label).with(control)
}

fn prediction(run: Run, number: usize, p: &Prediction, prose: Prose) -> Element {
    let school = run.school;
    let guess = school.answers.with(|a| a.guesses.get(number).copied().flatten());
    let measured = school.answers.with(|a| a.measures.get(number).cloned().flatten()).filter(|_| guess.is_some());
    let right = |value: &str| measured.as_deref() == Some(value);
    let option = |(i, o): (usize, &crate::lessons::Choice)| {
        let mut class = String::from("btn");
        let mut said = String::new();
        if right(&o.value) {
            class += " right";
            said = "the run says so".into();
        }
        if guess == Some(i) {
            class += " yours";
            said = if said.is_empty() { "your guess".into() } else { "your guess, and the run says so".into() };
        }
        let mut b =
            el("button", class).attr("aria-pressed", yes(guess == Some(i))).does(act(format!("guess {number} {i}")));
        if right(&o.value) {
            b = b.with(glyph("done"));
        }
        b = b.all(prose.line(&o.text));
        if said.is_empty() { b } else { b.with(el("span", "sr").says(format!(" ({said})"))) }
    };
    let title = if guess.is_some() { "Predicted" } else { "Predict" };
    let mut card = el("section", "predict")
        .attr("aria-label", "Prediction")
        .with(el("h2", "").says(title))
        .with(el("div", "question").all(prose.blocks(&p.question)))
        .with(
            el("div", "guess")
                .attr("role", "group")
                .attr("aria-label", "Your guess")
                .all(p.options.iter().enumerate().map(option)),
        );
    card = match (guess, &measured) {
        (None, _) => card.with(el("p", "quiet").says("Choose, and the run will say.")),
        (Some(_), None) => card.with(el("p", "quiet").attr("role", "status").says("The run decides …")),
        (Some(i), Some(m)) => {
            let hit = p.options.get(i).is_some_and(|o| o.value == *m);
            let other = !p.options.iter().any(|o| o.value == *m);
            let mut verdict = if hit { "Right. ".to_owned() } else { "Not this time. ".to_owned() };
            if other {
                verdict = format!("This run says {m}. ");
            }
            let because = el("div", "because").with(el("b", "").says(verdict)).all(prose.line(&p.because));
            card.with(el("div", "").attr("role", "status").with(because))
        }
    };
    card
}
