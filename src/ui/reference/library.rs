//! What there is of Go's library, from the table that `make oracle` generates.

use crate::protocol::{Element, Node, el};
use crate::ui::parts::{act, button, glyph};
use crate::ui::run::Run;
use leptos::prelude::*;
use serde::Deserialize;

/// A package of Go's library, as `library.json` tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(in crate::ui) struct Package {
    /// Its import path.
    path: String,
    /// Whether it is here.
    state: State,
    /// Exported names that are not here.
    lacks: Vec<String>,
    /// Why.
    why: String,
    /// Where its source is: `core` in every build, `common` and `rare` are fetched; empty if it is not here.
    part: String,
    /// What its source takes there, in bytes.
    bytes: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::ui) enum State {
    Complete,
    Lacks,
    None,
}

/// What has become of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui) enum Table {
    Coming,
    Lost,
    Here(Vec<Package>),
}

/// The table, or what has become of it.
pub(super) fn library(run: Run) -> Vec<Node> {
    let page = el("div", "");
    let page = run.library.with(|table| match table {
        Table::Coming => page.with(el("p", "empty").attr("role", "status").says("The table is being fetched.")),
        Table::Lost => {
            page.with(el("p", "empty").attr("role", "alert").says("The table could not be fetched. ").with(button(
                "btn",
                "library",
                "Try again",
            )))
        }
        Table::Here(list) => page.all(packages(list, &run.words.get())),
    });
    vec![page.into()]
}

/// Whether a package or one of the names that it lacks has the words in it.
fn matches(package: &Package, words: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(words);
    has(&package.path) || package.lacks.iter().any(|n| has(n) || has(&format!("{}.{n}", package.path)))
}

fn packages(list: &[Package], words: &str) -> Vec<Element> {
    let of = |state: State| list.iter().filter(|p| p.state == state).count();
    let summary = format!(
        "Of {} packages that a program can import, {} are complete, {} lack some names and {} are not here.",
        list.len(),
        of(State::Complete),
        of(State::Lacks),
        of(State::None)
    );
    let needle = words.trim().to_lowercase();
    let shown: Vec<&Package> = list.iter().filter(|p| matches(p, &needle)).collect();
    let found = match shown.len() {
        0 => "nothing found".to_owned(),
        1 => "1 package".to_owned(),
        n => format!("{n} packages"),
    };
    let field = el("input", "input")
        .attr("id", "package")
        .attr("type", "search")
        .attr("placeholder", "json, time, exec.Command …")
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("value", words.to_owned())
        .does(act("package"));
    let search = el("div", "search")
        .with(el("label", "field").attr("for", "package").says("Find"))
        .with(field)
        .with(el("span", "quiet").attr("role", "status").says(found));
    let column = |class: &'static str, name: &'static str| el("th", class).attr("scope", "col").says(name);
    let head = el("tr", "").with(column("", "Import path")).with(column("", "State")).with(column("where", "Source"));
    let table =
        el("table", "packages").with(el("thead", "").with(head)).with(el("tbody", "").all(shown.into_iter().map(row)));
    vec![el("p", "").says(summary), search, table]
}

fn row(package: &Package) -> Element {
    let (picture, word, class) = match package.state {
        State::Complete => ("tick", "complete", "state good"),
        State::Lacks => ("part", "lacks some names", "state part"),
        State::None => ("cross", "not here", "state none"),
    };
    let place = match package.part.as_str() {
        "" => String::new(),
        "core" => "always there".to_owned(),
        _ => format!("comes when imported, {:.1} kB", f64::from(package.bytes) / 1000.0),
    };
    let mut state = el("td", "").with(el("span", class).with(glyph(picture)).says(word));
    if !package.why.is_empty() {
        state = state.with(el("span", "why").says(package.why.clone()));
    }
    if !package.lacks.is_empty() {
        let names = el("details", "")
            .with(el("summary", "").says(format!("{} names", package.lacks.len())))
            .with(el("p", "names").says(package.lacks.join("  ")));
        state = state.with(names);
    }
    let link = el("a", "")
        .attr("href", format!("https://pkg.go.dev/{}", package.path))
        .attr("rel", "external")
        .says(package.path.clone());
    el("tr", "").with(el("th", "").attr("scope", "row").with(link)).with(state).with(el("td", "where").says(place))
}
