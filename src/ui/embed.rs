//! The page inside another one: what its address asks for behind `?`.
//!
//! `#/embed/LETTERS` shows the program of a link, `#/embed/patterns/NAME` a lesson. `run` lets it run at once, `step=40` stands at that
//! event, `readonly` keeps the program as it is, `theme=dark` or `theme=light` sets the colours.

use super::run::Run;
use leptos::prelude::*;

/// What an embedded page is to do once its program is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Embed {
    pub(super) run: bool,
    pub(super) step: Option<u64>,
}

impl Embed {
    /// Does it.
    pub(super) fn go(self, run: Run) {
        if let Some(step) = self.step {
            run.seek(step);
        } else if self.run {
            run.play();
        }
    }
}

/// Reads the address; gives the page the dress of an embedded one, if it is.
pub(super) fn dress(run: Run, fragment: &str) {
    if !fragment.starts_with("#/embed") {
        return;
    }
    let mut embed = Embed::default();
    let Some(root) = document().document_element() else { return };
    let mark = |name: &str| _ = root.set_attribute(name, "");
    mark("data-embed");
    for option in fragment.split_once('?').map_or("", |(_, options)| options).split('&') {
        match option.split_once('=').unwrap_or((option, "")) {
            ("run", _) => embed.run = true,
            ("step", n) => embed.step = n.parse().ok(),
            ("readonly", _) => mark("data-readonly"),
            ("theme", theme @ ("dark" | "light")) => run.settings.update(|s| theme.clone_into(&mut s.theme)),
            // What a later version asks for is not known here.
            _ => {}
        }
    }
    run.embed.set(Some(embed));
}
