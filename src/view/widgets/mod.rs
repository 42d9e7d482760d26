//! Parts of lessons and of the reference that a person can try: pure functions from what they are about, and what was set in them, to
//! trees of elements.
//!
//! Nothing is kept here. A control says `set NAME VALUE`, a field `set NAME` and its value, and the page asks again with all that
//! was set.

mod docker;
mod env;
mod fix;
mod gomod;
mod gosum;
mod modfile;
mod mvs;
mod parts;
mod rows;
mod semver;
mod version;

use crate::protocol::{Node, el};

/// What a person has set in a part: names and values.
pub(super) type State<'a> = &'a [(String, String)];

/// What a part of this kind shows: `text` is what stands in its block of Markdown.
pub fn widget(kind: &str, text: &str, state: State<'_>) -> Node {
    match kind {
        "mvs" => mvs::mvs(text, state),
        "gosum" => gosum::gosum(text, state),
        "semver" => semver::semver(text, state),
        "docker" => docker::docker(text, state),
        "commands" => rows::commands(text, state),
        "packages" => rows::packages(text, state),
        "gomod" => gomod::gomod(text, state),
        "env" => env::env(text, state),
        "fix" => fix::fix(text),
        _ => el("p", "empty").attr("role", "alert").says(format!("This page has no part of the kind {kind:?}.")).into(),
    }
}
