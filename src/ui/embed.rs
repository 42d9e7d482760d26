//! The page inside another one: what its address asks for behind `?`.
//!
//! `#/embed/LETTERS` shows the program of a link, `#/embed/patterns/NAME` a lesson. `run` lets it run at once, `step=40` stands at that
//! event, `readonly` keeps the program as it is, `theme=dark` or `theme=light` sets the colours.

use super::run::Run;
use super::shell::fragment;
use leptos::prelude::*;

/// What the address asks for: names and values, if the page stands inside another one.
fn options(fragment: &str) -> impl Iterator<Item = (&str, &str)> {
    let asked = fragment.strip_prefix("#/embed").and_then(|f| f.split_once('?')).map_or("", |(_, options)| options);
    asked.split('&').map(|option| option.split_once('=').unwrap_or((option, "")))
}

/// Does what the address asks for, once its program is there.
pub(super) fn go(run: Run) {
    for (name, value) in options(&fragment()) {
        match (name, value.parse()) {
            ("step", Ok(step)) => return run.seek(step),
            ("run", _) => run.play(),
            _ => {}
        }
    }
}

/// Whether the page stands inside another one.
pub(super) fn is_one() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Gives the page the dress of an embedded one, if it is.
pub(super) fn dress(run: Run, fragment: &str) {
    let Some(root) = document().document_element().filter(|_| fragment.starts_with("#/embed")) else { return };
    let mark = |name: &str| _ = root.set_attribute(name, "");
    mark("data-embed");
    for (name, value) in options(fragment) {
        match (name, value) {
            ("readonly", _) => mark("data-readonly"),
            ("theme", theme @ ("dark" | "light")) => run.settings.update(|s| theme.clone_into(&mut s.theme)),
            // What a later version asks for is not known here.
            _ => {}
        }
    }
}
