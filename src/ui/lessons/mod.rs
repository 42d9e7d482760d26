//! Lessons on the page: which there are, which one is open, what has been turned, predicted and seen in it.
//!
//! A lesson's program stands on the playground's own stage, as a guest: what the person wrote for the playground stays theirs. What
//! they change in a lesson is kept with that lesson.

mod foot;
mod gallery;
mod head;
mod own;
mod prose;

pub(super) use foot::foot;
pub(super) use gallery::{gallery, rail};
pub(super) use head::head;
pub(super) use own::{is_lesson, take};
pub(super) use prose::{Prose, learn_to_read};

use super::embed;
use super::fetch::fetch;
use super::files;
use super::layout;
use super::run::{Run, Tab};
use super::storage;
use crate::lessons::{Lesson, Measure, PROCS, Variant, turn};
use crate::protocol::{ComparedRun, MiniLane, Node, ToCompare};
use leptos::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// The name of a lesson that came by a file or link.
const OWN: &str = "own";

/// What the gallery knows of a lesson (`public/lessons/index.json`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) title: String,
    /// Empty for pages of the reference, which have no picture either.
    #[serde(default)]
    pub(super) group: String,
    pub(super) about: String,
    #[serde(default)]
    pub(super) mini: Vec<MiniLane>,
}

/// What has become of something that is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fetched<T> {
    Coming,
    Lost,
    Here(T),
}

/// A lesson with its programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opened {
    pub(super) name: String,
    pub(super) lesson: Lesson,
    pub(super) sources: BTreeMap<String, String>,
}

impl Opened {
    /// The source of a program as the lesson has it.
    fn source(&self, file: &str) -> &str {
        self.sources.get(file).map_or("", String::as_str)
    }
}

/// What was answered, by the person and by the run.
// One signal for all of it: each further type of one costs the page three kilobytes.
#[derive(Debug, Clone, Default)]
pub(super) struct Answers {
    /// What was predicted: the number of an option.
    pub(super) guesses: Vec<Option<usize>>,
    /// Moments of the notes.
    pub(super) spots: Vec<Option<u64>>,
    /// What was measured.
    pub(super) measures: Vec<Option<String>>,
    /// Runs beside each other; empty while they run.
    pub(super) compared: Option<Vec<ComparedRun>>,
    /// What a broken program lacks to be whole.
    pub(super) fix: Option<Node>,
    /// Lessons all of whose predictions were made.
    pub(super) done: BTreeSet<String>,
}

/// All about lessons; copied freely, as signals are.
#[derive(Clone, Copy)]
pub(super) struct School {
    /// All that there are, in order.
    pub(super) index: RwSignal<Fetched<Vec<Entry>>>,
    /// The one on the page.
    pub(super) open: RwSignal<Option<Fetched<Arc<Opened>>>>,
    /// Which of its programs is on stage.
    pub(super) file: RwSignal<String>,
    pub(super) answers: RwSignal<Answers>,
    /// What lessons are searched for.
    pub(super) words: RwSignal<String>,
    /// Markdown can be read.
    pub(super) reads: RwSignal<bool>,
}

impl School {
    pub(super) fn new() -> Self {
        Self {
            index: RwSignal::new(Fetched::Coming),
            open: RwSignal::new(None),
            file: RwSignal::new(String::new()),
            answers: RwSignal::new(Answers { done: storage::load_lessons().done, ..Answers::default() }),
            words: RwSignal::new(String::new()),
            reads: RwSignal::new(false),
        }
    }

    /// The lesson on the page, once it is there.
    pub(super) fn here(self) -> Option<Arc<Opened>> {
        self.open.with(|o| match o {
            Some(Fetched::Here(opened)) => Some(Arc::clone(opened)),
            _ => None,
        })
    }

    pub(super) fn here_untracked(self) -> Option<Arc<Opened>> {
        untrack(|| self.here())
    }

    /// Whether the person is still to predict what the run on stage will do: then nothing tells it before it happens.
    pub(super) fn veiled(self) -> bool {
        self.here().is_some_and(|opened| {
            let first = opened.lesson.programs.first().is_some_and(|p| self.file.with(|f| *f == p.file));
            let open = |a: &Answers| !a.done.contains(&opened.name) && a.guesses.iter().any(Option::is_none);
            first && !embed::is_one() && self.answers.with(open)
        })
    }

    /// Whether a lesson is on the page.
    pub(super) fn is_open(self) -> bool {
        self.open.with_untracked(Option::is_some)
    }
}

/// Where the fragment leads: to the gallery, to a lesson, or elsewhere.
pub(super) fn go(run: Run, fragment: &str) {
    let school = run.school;
    let path = fragment.split('?').next().unwrap_or_default();
    let name = path.strip_prefix("#/patterns").or(path.strip_prefix("#/embed/patterns")).map(|r| r.trim_matches('/'));
    match name {
        None => leave(run),
        Some(name) => {
            learn_to_read(school);
            if school.index.with_untracked(|i| !matches!(i, Fetched::Here(_))) {
                fetch_index(run);
            }
            if name.is_empty() {
                leave(run);
            } else if school.here_untracked().is_none_or(|o| o.name != name) {
                fetch_lesson(run, name.to_owned());
            }
        }
    }
}

/// The playground has its own text again.
fn leave(run: Run) {
    if run.school.is_open() {
        run.school.open.set(None);
        run.go_home();
    }
}

/// Fetches a list of lessons or pages.
pub(super) fn fetch_list(into: RwSignal<Fetched<Vec<Entry>>>, address: &'static str) {
    into.set(Fetched::Coming);
    spawn_local(async move {
        let text = fetch(address).await;
        let list = text.and_then(|t| serde_json::from_str(&t).ok());
        into.set(list.map_or(Fetched::Lost, Fetched::Here));
    });
}

pub(super) fn fetch_index(run: Run) {
    fetch_list(run.school.index, "./lessons/index.json");
}

fn fetch_lesson(run: Run, name: String) {
    let school = run.school;
    if name == OWN {
        // It came by a file, and the address alone does not hold it.
        if !school.is_open() {
            own::reopen(run);
        }
        return;
    }
    school.open.set(Some(Fetched::Coming));
    spawn_local(async move {
        match fetched(&name).await {
            // Unless the person has gone on meanwhile.
            Some(opened) if school.open.with_untracked(|o| matches!(o, Some(Fetched::Coming))) => open(run, opened),
            Some(_) => {}
            None => school.open.set(Some(Fetched::Lost)),
        }
    });
}

/// A lesson's folder comes as one archive (`tools/finish.mjs`).
async fn fetched(name: &str) -> Option<Opened> {
    let plain = name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    let text = fetch(&format!("./lessons/{name}.txtar")).await.filter(|_| plain)?;
    own::read(name, &text).ok()
}

/// Puts a lesson on the page and its first program on stage.
fn open(run: Run, opened: Opened) {
    let school = run.school;
    let guesses = vec![None; opened.lesson.predictions.len()];
    school.answers.update(|a| *a = Answers { guesses, done: std::mem::take(&mut a.done), ..Answers::default() });
    let first = opened.lesson.programs.first().map(|p| p.file.clone()).unwrap_or_default();
    school.open.set(Some(Fetched::Here(Arc::new(opened))));
    layout::to_top(".around");
    show(run, &first);
    embed::go(run);
}

/// Puts a program of the lesson on stage, as the person has left it.
pub(super) fn show(run: Run, file: &str) {
    let Some(opened) = run.school.here_untracked() else { return };
    let Some(variant) = opened.lesson.program(file) else { return };
    run.school.file.set(file.to_owned());
    let kept = storage::load_lessons().edits.remove(&place(&opened, file));
    let text = kept.unwrap_or_else(|| opened.source(file).to_owned());
    run.procs_for(variant.procs.unwrap_or(4));
    run.school.answers.update(|a| a.fix = None);
    if let Some(fix) = opened.lesson.fix_of(variant) {
        // The worker compares the two.
        let [broken, whole] = [file, &fix.file].map(|f| opened.source(f));
        run.make_part(FIX, "fix".into(), format!("{broken}\0{whole}"), Vec::new());
    }
    run.take_lesson(text, variant.input.clone());
}

/// The same, and lets it run: what tables and lists offer to try.
pub(super) fn try_program(run: Run, file: &str) {
    show(run, file);
    layout::scroll_to(".stage");
    play(run, file);
}

/// Runs what is on stage; a broken program's schedules are tried as well.
fn play(run: Run, file: &str) {
    run.play();
    let broken =
        run.school.here_untracked().is_some_and(|o| o.lesson.program(file).is_some_and(|v| !v.finds.is_empty()));
    if broken {
        run.explore(FINDING);
        run.tab.set(Tab::Findings);
    }
}

/// Schedules tried to find what a broken program promises.
const FINDING: u64 = 1_000;

/// The number of the part that the worker makes of a broken program and a whole one.
pub(super) const FIX: u32 = u32::MAX;

/// Where what is changed in a program is kept.
fn place(opened: &Opened, file: &str) -> String {
    format!("{}/{file}", opened.name)
}

/// Keeps what the person has made of a lesson's program.
pub(super) fn keep(run: Run, text: &str) -> bool {
    let Some(opened) = run.school.here_untracked() else { return true };
    let file = run.school.file.get_untracked();
    let mut kept = storage::load_lessons();
    if opened.source(&file) == text {
        kept.edits.remove(&place(&opened, &file));
    } else {
        kept.edits.insert(place(&opened, &file), text.to_owned());
    }
    storage::save_lessons(&mut kept)
}

/// The program is as the lesson has it again.
pub(super) fn reset(run: Run) {
    let Some(opened) = run.school.here_untracked() else { return };
    let file = run.school.file.get_untracked();
    let mut kept = storage::load_lessons();
    kept.edits.remove(&place(&opened, &file));
    storage::save_lessons(&mut kept);
    show(run, &file);
}

/// Turns a knob: the source changes, and the run with it.
pub(super) fn turn_knob(run: Run, name: &str, value: &str) {
    if name == PROCS {
        if let Ok(n) = value.parse() {
            run.procs_for(n);
            run.load();
        }
    } else {
        let text = turn(&run.text.get_untracked(), name, value);
        let line = crate::lessons::literal(&text, name).map(|r| text[..r.start].matches('\n').count() as u32 + 1);
        run.turn_lesson(text);
        if let Some(line) = line {
            run.flash.set(Some(line));
        }
    }
    run.play();
}

/// The person predicts; now the run may answer.
pub(super) fn guess(run: Run, question: usize, option: usize) {
    let school = run.school;
    let Some(opened) = school.here_untracked() else { return };
    school.answers.update(|a| {
        if let Some(guess) = a.guesses.get_mut(question) {
            *guess = Some(option);
        }
    });
    // What is asked is asked of the lesson's own program.
    let first = opened.lesson.programs.first().map(|p| p.file.clone()).unwrap_or_default();
    if school.file.with_untracked(|f| *f != first) {
        show(run, &first);
    }
    run.observe();
    run.play();
    if school.answers.with_untracked(|a| a.guesses.iter().all(Option::is_some)) && opened.name != OWN {
        school.answers.update(|a| _ = a.done.insert(opened.name.clone()));
        let mut kept = storage::load_lessons();
        kept.done = school.answers.with_untracked(|a| a.done.clone());
        storage::save_lessons(&mut kept);
    }
}

/// What the lesson wants to know of the run on stage: moments and measures, if it is its own program.
pub(super) fn wanted(run: Run) -> (Vec<crate::protocol::Spot>, Vec<Measure>) {
    let school = run.school;
    let Some(opened) = school.here_untracked() else { return Default::default() };
    let first = opened.lesson.programs.first().map(|p| p.file.as_str());
    if school.file.with_untracked(|f| Some(f.as_str()) != first) {
        return Default::default();
    }
    let spots = opened.lesson.notes.iter().map(|n| n.spot.clone()).collect();
    let guessed = school.answers.with_untracked(|a| a.guesses.clone());
    let measures = opened.lesson.predictions.iter().zip(guessed).map(|(p, guess)| match guess {
        Some(_) => p.measure.clone(),
        // Nobody has predicted it yet: nothing that takes long.
        None => Measure::Ends,
    });
    (spots, measures.collect())
}

/// Runs the lesson's program with the values that are to stand beside each other.
pub(super) fn compare(run: Run) {
    let Some(opened) = run.school.here_untracked() else { return };
    let Some(first) = opened.lesson.programs.first() else { return };
    let text = opened.source(&first.file);
    let all = opened.lesson.comparisons.iter().map(|c| to_compare(first, text, &c.label, &c.values)).collect();
    run.school.answers.update(|a| a.compared = Some(Vec::new()));
    run.compare(all);
}

fn to_compare(first: &Variant, text: &str, label: &str, values: &[(String, String)]) -> ToCompare {
    let mut one = ToCompare {
        label: label.to_owned(),
        text: text.to_owned(),
        stdin: first.input.clone(),
        procs: first.procs.unwrap_or(4),
    };
    for (name, value) in values {
        match value.parse() {
            Ok(n) if name == PROCS => one.procs = n,
            _ => one.text = turn(&one.text, name, value),
        }
    }
    one
}

/// To the lesson that follows, or the one before.
pub(super) fn turn_page(run: Run, on: bool) -> bool {
    let Some(opened) = run.school.here_untracked() else { return false };
    let name = run.school.index.with_untracked(|index| {
        let Fetched::Here(all) = index else { return None };
        let at = all.iter().position(|e| e.name == opened.name)?;
        all.get(if on { at + 1 } else { at.checked_sub(1)? }).map(|e| e.name.clone())
    });
    if let Some(name) = &name {
        layout::go(&format!("#/patterns/{name}"));
    }
    name.is_some()
}

/// The program on stage becomes the playground's own.
pub(super) fn to_playground(run: Run) {
    let text = run.text.get_untracked();
    run.school.open.set(None);
    run.bring(text);
    layout::go("#/");
}

/// Copies what makes another page show this one inside.
pub(super) fn copy_embed(run: Run) {
    let location = window().location();
    let address = location.href().unwrap_or_default();
    let (page, fragment) = address.split_once('#').unwrap_or((&address, "/"));
    let inner = match fragment.strip_prefix("/l/") {
        Some(letters) => format!("/embed/{letters}"),
        None => format!("/embed{fragment}"),
    };
    let frame = format!(
        "<iframe src=\"{page}#{inner}\" width=\"100%\" height=\"640\" style=\"border:0\" title=\"A Go program on golanes\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>"
    );
    files::copy(
        run,
        frame,
        "The snippet for another page is in the clipboard. Behind its address may stand ?run, ?readonly, ?theme=dark, ?step=40, with & between them.",
    );
}
