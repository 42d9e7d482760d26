//! Small parts that the page makes: buttons, chips, menus, fields.

use crate::protocol::{Act, Element, Node, StateKind, el, text};

/// A glyph by its name.
pub(super) fn glyph(name: &'static str) -> Node {
    Node::Glyph(name.into())
}

/// Something of the page's own.
pub(super) fn act(name: impl Into<std::borrow::Cow<'static, str>>) -> Act {
    Act::Do(name.into())
}

/// A button with words.
pub(super) fn button(class: &'static str, name: &'static str, words: &'static str) -> Element {
    el("button", class).does(act(name)).says(words)
}

/// A button that shows a glyph and is called by its label.
pub(super) fn icon_button(
    class: &'static str,
    name: &'static str,
    picture: &'static str,
    label: &'static str,
) -> Element {
    el("button", class).attr("aria-label", label).attr("title", label).does(act(name)).with(glyph(picture))
}

/// `true` or `false`, as ARIA wants it.
pub(super) fn yes(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

/// Glyph and word of a state, in its ink.
pub(super) fn state_word(kind: StateKind, word: impl Into<std::borrow::Cow<'static, str>>) -> Element {
    el("span", format!("st is-{}", kind.name())).with(glyph(kind.name())).with(el("span", "").says(word))
}

/// A few words of which one holds: each with what it does.
pub(super) fn segments(label: &'static str, choices: &[(&'static str, &'static str, bool)]) -> Element {
    let buttons = choices.iter().map(|&(words, name, on)| button("", name, words).attr("aria-pressed", yes(on)));
    el("div", "seg").attr("role", "group").attr("aria-label", label).all(buttons)
}

/// A button with a list that floats under it; `events` opens and closes it.
pub(super) fn menu(
    class: &'static str,
    button: &'static str,
    label: Option<&'static str>,
    summary: Vec<Node>,
    items: Vec<Element>,
) -> Element {
    let summary = el("summary", button).maybe("aria-label", label).maybe("title", label).all(summary);
    let items = items.into_iter().map(|item| el("li", "").with(item));
    el("details", format!("menu {class}")).with(summary).with(el("ul", "float").all(items))
}

/// An entry of a menu.
pub(super) fn item(name: impl Into<std::borrow::Cow<'static, str>>, words: &'static str) -> Element {
    el("button", "item").does(act(name)).says(words)
}

/// A labelled list to choose from: value and words of each.
pub(super) fn choice(id: &'static str, label: &'static str, options: &[(String, String)], value: String) -> Element {
    let options =
        options.iter().map(|(value, words)| el("option", "").attr("value", value.clone()).says(words.clone()));
    let select = el("select", "input").attr("id", id).attr("value", value).does(act(id)).all(options);
    el("label", "field").with(text(label)).with(select)
}
