//! What an editor asks, answered by the engine's language service: units of JavaScript and parts of the library that come late.

use super::{DedicatedWorkerGlobalScope, library};
use crate::engine::{self, Built, Service, byte_of, file_start, utf16_of};
use crate::protocol::{Answer, Asked, Completion, Edit, Problem, Said};

/// The name of what stands before the first file's marker.
const FIRST: &str = "main.go";

fn units(text: &str, byte: usize) -> u32 {
    utf16_of(text, byte) as u32
}

fn edit(text: &str, e: &engine::Edit) -> Edit {
    let start = file_start(FIRST, text, &e.file).unwrap_or(0);
    let (from, to) = (units(text, start + e.start), units(text, start + e.end));
    Edit { from, to, insert: e.text.clone() }
}

/// What is wrong with the text.
pub(super) fn problems(text: &str, built: &Built) -> Vec<Problem> {
    let problem = |p: &engine::Problem| Problem {
        file: p.file.clone(),
        line: p.line,
        col: p.col,
        message: p.message.clone(),
        error: p.error,
        fixes: p.fixes.iter().map(|f| (f.title.clone(), f.edits.iter().map(|e| edit(text, e)).collect())).collect(),
    };
    built.problems.iter().map(problem).collect()
}

fn told(service: &mut Service, what: Asked, text: &str, at: usize) -> (Said, Option<&'static str>) {
    match what {
        Asked::Complete => {
            let found = service.complete(FIRST, text, at);
            // All imports are at a few places, and counting units takes the length of the text.
            let mut last: Option<(usize, usize, Edit)> = None;
            let mut import = |e: &engine::Edit| match &last {
                Some((start, end, known)) if (*start, *end) == (e.start, e.end) => {
                    Edit { insert: e.text.clone(), ..known.clone() }
                }
                _ => {
                    let new = edit(text, e);
                    last = Some((e.start, e.end, new.clone()));
                    new
                }
            };
            let items = found.items.into_iter().map(|c| Completion {
                label: c.label,
                kind: c.kind.to_owned(),
                detail: c.detail,
                insert: c.insert,
                import: c.import.map(|(_, e)| import(&e)),
            });
            (Said::Completions { from: units(text, found.start), items: items.collect() }, found.lacks)
        }
        Asked::Hover => {
            let found = service.hover(FIRST, text, at);
            let lacks = found.as_ref().and_then(|h| h.lacks);
            let name = found.map(|h| (units(text, h.start), units(text, h.end), h.decl, h.doc));
            (Said::Hover { name }, lacks)
        }
        Asked::Define => {
            let found = service.definition(FIRST, text, at);
            let (mut place, mut name) = (None, None);
            match found {
                Some(d) if !d.file.is_empty() => place = Some((units(text, d.start), units(text, d.end))),
                Some(d) => name = Some((d.package, d.name)),
                None => {}
            }
            (Said::Definition { place, name }, None)
        }
    }
}

/// Answers a question; fetches what of the library it needs, and does without what cannot be had.
pub(super) async fn ask(
    scope: &DedicatedWorkerGlobalScope,
    service: &mut Service,
    id: u32,
    what: Asked,
    text: &str,
    at: u32,
) -> Answer {
    let at = byte_of(text, at as usize);
    loop {
        let (said, lacks) = told(service, what, text, at);
        // Plain data does not fail.
        let answer = Answer::Told { id, json: serde_json::to_string(&said).unwrap_or_default() };
        let Some(part) = lacks else { return answer };
        let fetched = library(scope, part).await;
        if !fetched.is_ok_and(|bytes| engine::install_library(part, &bytes)) {
            return answer;
        }
    }
}
