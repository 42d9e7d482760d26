//! A teacher's own lesson: a txtar archive with a `lesson.md` in it, from a file, a drop or a link.

use super::{Fetched, OWN, Opened, learn_to_read, open};
use crate::lessons::Lesson;
use crate::ui::layout;
use crate::ui::run::Run;
use crate::ui::storage;
use leptos::prelude::Set;
use std::collections::BTreeMap;

const HEAD: &str = "-- lesson.md --";

/// Whether a text is a lesson.
pub(in crate::ui) fn is_lesson(text: &str) -> bool {
    text.lines().any(|l| l.trim_end() == HEAD)
}

/// The files of an archive.
fn files(text: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut name: Option<String> = None;
    for line in text.split_inclusive('\n') {
        let mark = line.trim_end().strip_prefix("-- ").and_then(|l| l.strip_suffix(" --"));
        match (mark, &name) {
            (Some(mark), _) => {
                name = Some(mark.trim().to_owned());
                out.insert(mark.trim().to_owned(), String::new());
            }
            (None, Some(name)) => out.entry(name.clone()).or_default().push_str(line),
            (None, None) => {}
        }
    }
    out
}

pub(super) fn read(name: &str, text: &str) -> Result<Opened, String> {
    let mut sources = files(text);
    let lesson = Lesson::read(&sources.remove("lesson.md").unwrap_or_default())?;
    match lesson.programs.iter().find(|p| !sources.contains_key(&p.file)) {
        Some(lacking) => Err(format!("the archive has no file {}", lacking.file)),
        None => Ok(Opened { name: name.to_owned(), lesson, sources }),
    }
}

/// Puts such a lesson on the page; what is wrong with it is told.
pub(in crate::ui) fn take(run: Run, text: &str) {
    match read(OWN, text) {
        Ok(opened) => {
            storage::save_own_lesson(text);
            learn_to_read(run.school);
            run.school.open.set(Some(Fetched::Coming));
            layout::go("#/patterns/own");
            open(run, opened);
        }
        Err(why) => run.tell(format!("This is no lesson yet: {why}.")),
    }
}

/// The last one again, after a reload.
pub(super) fn reopen(run: Run) {
    match storage::load_own_lesson().map(|t| read(OWN, &t)) {
        Some(Ok(opened)) => open(run, opened),
        _ => run.school.open.set(Some(Fetched::Lost)),
    }
}
