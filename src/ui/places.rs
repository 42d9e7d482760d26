//! The four places, their addresses, and what is said of those that are still to come.

use crate::protocol::{Node, el};

/// A place of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Playground,
    Patterns,
    Sandbox,
    Reference,
}

impl Place {
    pub(super) const ALL: [Place; 4] = [Place::Playground, Place::Patterns, Place::Sandbox, Place::Reference];

    /// The fragment of its address: a dumb host has no rewrites.
    pub(super) fn fragment(self) -> &'static str {
        match self {
            Place::Playground => "#/",
            Place::Patterns => "#/patterns",
            Place::Sandbox => "#/api",
            Place::Reference => "#/reference",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Place::Playground => "Playground",
            Place::Patterns => "Patterns",
            Place::Sandbox => "API sandbox",
            Place::Reference => "Reference",
        }
    }

    /// The place of a fragment; the playground for everything unknown.
    pub(super) fn of(fragment: &str) -> Self {
        let first =
            fragment.trim_start_matches("#/").trim_start_matches("embed/").split(['/', '?']).next().unwrap_or("");
        match first {
            "patterns" => Place::Patterns,
            "api" => Place::Sandbox,
            "reference" => Place::Reference,
            _ => Place::Playground,
        }
    }
}

/// A place that is not built yet says so.
pub(super) fn coming(place: Place) -> Vec<Node> {
    let text = match place {
        Place::Playground | Place::Reference | Place::Patterns => "",
        Place::Sandbox => {
            "This place is not built yet. It will run a Go API server inside this page, with a request builder: a request will be seen on its \
             way through logger, router, authentication, handler and database, line by line. The interpreter that will run it is the \
             one behind the playground."
        }
    };
    let page = el("main", "soon")
        .with(el("h1", "").says(place.name()))
        .with(el("p", "").says(text))
        .with(el("p", "").with(el("a", "").attr("href", Place::Playground.fragment()).says("To the playground")));
    vec![page.into()]
}
