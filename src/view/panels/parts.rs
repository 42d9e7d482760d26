//! Small parts that every panel is made of: chips, states, things, links to lines and moments, headlines that fold.

use super::Look;
use crate::base::grouped;
use crate::protocol::{self, Act, Element, Node, StateKind, el, text};
use crate::view::picture::state_of;

/// Names in a row before "and N more".
pub(super) const NAMES: usize = 8;

/// The class of a goroutine's dye.
pub(super) fn dye(goid: u32) -> String {
    format!("d{}", protocol::dye(goid))
}

/// `G3` in its dye, filled while it is on a processor; a click selects it.
pub(super) fn chip(look: &Look<'_>, goid: u32) -> Node {
    let running = look.goroutine(goid).is_some_and(|g| g.state == "running");
    protocol::chip("button", goid, running)
        .attr("type", "button")
        .attr("title", format!("G{goid} {}, {}", look.name(goid), look.state_text(goid)))
        .does(Act::Goroutine(goid))
        .into()
}

/// Chips in a row, `NAMES` at most.
pub(super) fn chips(look: &Look<'_>, goids: &[u32]) -> Vec<Node> {
    let mut out = Vec::new();
    for &goid in goids.iter().take(NAMES) {
        if !out.is_empty() {
            out.push(text(" "));
        }
        out.push(chip(look, goid));
    }
    if goids.len() > NAMES {
        out.push(el("span", "soft").says(format!(" and {} more", goids.len() - NAMES)).into());
    }
    out
}

/// A value in the dye of who sent it.
pub(super) fn bead(goid: u32, value: &str) -> Element {
    let class = if goid == 0 { "bead".to_owned() } else { format!("bead {}", dye(goid)) };
    let shown = if value.is_empty() { "·".to_owned() } else { short(value, 14) };
    el("b", class).attr("title", value.to_owned()).says(shown)
}

/// A text of at most so many characters.
pub(super) fn short(value: &str, most: usize) -> String {
    if value.chars().count() <= most { value.to_owned() } else { value.chars().take(most - 1).chain(['…']).collect() }
}

/// Something that can be clicked.
pub(super) fn button(class: &'static str, act: Act) -> Element {
    el("button", class).attr("type", "button").does(act)
}

/// Glyph and word of a state, in its ink.
pub(super) fn state(kind: StateKind, words: impl Into<String>) -> Element {
    el("span", format!("st is-{}", kind.name()))
        .with(Node::Glyph(kind.name().into()))
        .with(el("span", "").says(words.into()))
}

/// The kind of state that a goroutine is in.
pub(super) fn kind(look: &Look<'_>, goid: u32) -> StateKind {
    match look.goroutine(goid) {
        Some(g) => {
            let kind = state_of(g);
            if look.stuck && look.ended() && crate::view::history::waits(kind) { StateKind::Stuck } else { kind }
        }
        None => StateKind::Done,
    }
}

/// The state of a goroutine.
pub(super) fn state_word(look: &Look<'_>, goid: u32) -> Element {
    state(kind(look, goid), look.state_text(goid))
}

/// The name of something among the X-rays, which a click shows.
pub(super) fn thing(name: impl Into<String>, label: impl Into<String>) -> Element {
    button("thing", Act::Thing(name.into())).says(label.into())
}

/// A place in the source.
pub(super) fn line(file: &str, number: u32) -> Element {
    let short = file.rsplit('/').next().unwrap_or(file);
    // The library's files cannot be shown.
    if file.starts_with('/') {
        return el("span", "quiet").attr("title", file.to_owned()).says(format!("{short}:{number}"));
    }
    button("to-line", Act::Line { file: file.to_owned(), line: number }).says(format!("{short}:{number}"))
}

/// A link to a moment: the tag with six corners.
pub(in crate::view) fn moment(event: u64) -> Element {
    button("at-step", Act::Moment(event)).attr("title", format!("Go to event {event}")).says(grouped(event))
}

/// A term and what it says.
pub(super) fn row(term: &'static str, said: impl IntoIterator<Item = Node>) -> [Node; 2] {
    [el("dt", "").says(term).into(), el("dd", "").all(said).into()]
}

/// Text that is less important.
pub(super) fn soft(words: impl Into<String>) -> Node {
    el("span", "soft").says(words.into()).into()
}

/// Text that is least important.
pub(super) fn quiet(words: impl Into<String>) -> Node {
    el("span", "quiet").says(words.into()).into()
}

/// Whether a part that is open by itself or not is open now, and what a click on its headline does.
pub(super) fn fold(look: &Look<'_>, name: &str, by_itself: bool) -> (bool, Act) {
    let (opened, shut) = (format!("open {name}"), format!("shut {name}"));
    let is_shut = look.folds.contains(&shut);
    let open = !is_shut && (by_itself || look.folds.contains(&opened));
    (open, Act::Fold(if is_shut || by_itself { shut } else { opened }))
}

/// A part among the X-rays: a headline that folds, and what is below it.
pub(super) struct Xray {
    /// By which name it is found: `chan 3`.
    pub(super) thing: String,
    /// The name in the headline.
    pub(super) name: Node,
    /// What it is.
    pub(super) kind: String,
    /// What there is to say of it in a few words.
    pub(super) says: Vec<Node>,
    /// Whether it is worth being open.
    pub(super) busy: bool,
}

impl Xray {
    /// The part with its body, which is only made if it is open.
    pub(super) fn with(self, look: &Look<'_>, body: impl FnOnce() -> Vec<Node>) -> Node {
        let (open, act) = fold(look, &self.thing, self.busy);
        let glyph = if open { "down" } else { "right" };
        let head = button("fold", act)
            .attr("aria-expanded", if open { "true" } else { "false" })
            .with(Node::Glyph(glyph.into()))
            .with(self.name);
        let mut heading = el("h3", "").with(head).with(text(" "));
        if !self.kind.is_empty() {
            heading = heading.with(el("span", "quiet").says(self.kind)).with(text(" "));
        }
        if !self.says.is_empty() {
            heading = heading.with(el("span", "soft push").all(self.says));
        }
        let class = if self.busy { "xray" } else { "xray quiet-one" };
        let section = el("section", class).attr("data-thing", self.thing).with(heading);
        if open { section.all(body()).into() } else { section.into() }
    }
}

/// A name as code.
pub(super) fn code(name: impl Into<String>) -> Node {
    el("code", "").says(name.into()).into()
}
