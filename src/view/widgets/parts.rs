//! Small parts that every widget is made of: fields, choices, listings, tables.

use super::State;
use crate::protocol::{Act, Element, Node, el, text};

/// What was set under this name, the last time.
pub(super) fn given<'a>(state: State<'a>, name: &str) -> Option<&'a str> {
    state.iter().rev().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
}

/// What was set under this name, or what holds without.
pub(super) fn or<'a>(state: State<'a>, name: &str, otherwise: &'a str) -> &'a str {
    given(state, name).unwrap_or(otherwise)
}

/// A click sets this.
pub(super) fn set(name: &str, value: &str) -> Act {
    Act::Do(format!("set {name} {value}").into())
}

/// A button that sets something.
pub(super) fn button(words: impl Into<String>, name: &str, value: &str) -> Element {
    el("button", "btn").attr("type", "button").does(set(name, value)).says(words.into())
}

/// One of a few: a row of buttons, of which one is pressed.
pub(super) fn choices(label: &str, name: &str, now: &str, options: &[(&str, &str)]) -> Element {
    let one = |(value, words): &(&str, &str)| {
        el("button", "")
            .attr("type", "button")
            .attr("aria-pressed", if *value == now { "true" } else { "false" })
            .does(set(name, value))
            .says((*words).to_owned())
    };
    let group =
        el("span", "seg-ctl").attr("role", "group").attr("aria-label", label.to_owned()).all(options.iter().map(one));
    el("span", "field").says(format!("{label} ")).with(group)
}

/// Something that is so or not.
pub(super) fn toggle(label: impl Into<String>, name: &str, on: bool) -> Element {
    el("button", "btn toggle")
        .attr("type", "button")
        .attr("aria-pressed", if on { "true" } else { "false" })
        .does(set(name, if on { "no" } else { "yes" }))
        .says(label.into())
}

/// Whether a toggle is on.
pub(super) fn is_on(state: State<'_>, name: &str) -> bool {
    given(state, name) == Some("yes")
}

/// A list of which one is chosen. Its label is heard, and seen if `shown`.
pub(super) fn select(label: &str, shown: bool, name: &str, now: &str, options: &[(String, String)]) -> Element {
    let option = |(value, words): &(String, String)| el("option", "").attr("value", value.clone()).says(words.clone());
    let field = el("select", "input")
        .attr("aria-label", label.to_owned())
        .attr("value", now.to_owned())
        .does(Act::Do(format!("set {name}").into()))
        .all(options.iter().map(option));
    if shown { el("label", "field").says(format!("{label} ")).with(field) } else { field }
}

/// A field of one line.
pub(super) fn input(label: &str, name: &str, now: &str) -> Element {
    let field = el("input", "input")
        .attr("type", "text")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("aria-label", label.to_owned())
        .attr("value", now.to_owned())
        .does(Act::Do(format!("set {name}").into()));
    el("label", "field").says(format!("{label} ")).with(field)
}

/// A field of several lines.
pub(super) fn area(label: &str, name: &str, now: &str) -> Element {
    let rows = (now.lines().count() + 1).clamp(3, 24);
    let field = el("textarea", "input lines")
        .attr("rows", rows.to_string())
        .attr("spellcheck", "false")
        .attr("aria-label", label.to_owned())
        .attr("value", now.to_owned())
        .does(Act::Do(format!("set {name}").into()));
    el("label", "field tall").with(el("span", "").says(label.to_owned())).with(field)
}

/// A button that copies.
pub(super) fn copy(words: &str) -> Element {
    el("button", "btn bare").attr("type", "button").does(Act::Do(format!("copy {words}").into())).says("Copy")
}

/// Lines as they stand in a file or a terminal, to be copied.
pub(super) fn listing(lines: &str) -> Element {
    let pre = el("pre", "").attr("tabindex", "0").with(el("code", "").says(lines.to_owned()));
    el("div", "listing").with(pre).with(copy(lines))
}

/// What a command says when it refuses: it is the person's doing and no fault of the page.
pub(super) fn refusal(lines: &str) -> Element {
    el("pre", "refusal").attr("role", "status").attr("tabindex", "0").says(lines.to_owned())
}

/// The block of Markdown is not as it should be.
pub(super) fn fault(words: impl Into<String>) -> Node {
    el("p", "empty").attr("role", "alert").says(words.into()).into()
}

/// A paragraph.
pub(super) fn para(words: impl Into<String>) -> Element {
    el("p", "").says(words.into())
}

/// A name as code.
pub(super) fn code(words: impl Into<String>) -> Element {
    el("code", "").says(words.into())
}

/// A headline of a widget.
pub(super) fn headline(words: &'static str) -> Element {
    el("h3", "").says(words)
}

/// A table: headlines of columns, and rows whose first cell names them.
pub(super) fn table(label: &str, head: &[&'static str], rows: impl IntoIterator<Item = Vec<Node>>) -> Element {
    let heads = head.iter().map(|h| el("th", "").attr("scope", "col").says(*h));
    let row = |cells: Vec<Node>| {
        let cell = |(i, c): (usize, Node)| match i {
            0 => el("th", "").attr("scope", "row").with(c),
            _ => el("td", "").with(c),
        };
        el("tr", "").all(cells.into_iter().enumerate().map(cell))
    };
    let table = el("table", "")
        .with(el("thead", "").with(el("tr", "").all(heads)))
        .with(el("tbody", "").all(rows.into_iter().map(row)));
    el("div", "table").attr("tabindex", "0").attr("role", "region").attr("aria-label", label.to_owned()).with(table)
}

/// The frame of a widget.
pub(super) fn frame(kind: &'static str) -> Element {
    el("section", format!("try-it {kind}"))
}

/// Controls in a row.
pub(super) fn controls(all: impl IntoIterator<Item = impl Into<Node>>) -> Element {
    let mut row = el("div", "controls");
    for (i, one) in all.into_iter().enumerate() {
        if i > 0 {
            row = row.says(" ");
        }
        row = row.with(one);
    }
    row
}

/// Words with code between them: `a` and ``b``, as Markdown writes them.
pub(super) fn prose(words: &str) -> Vec<Node> {
    let piece = |(i, piece): (usize, &str)| match i % 2 {
        0 => text(piece.to_owned()),
        _ => code(piece).into(),
    };
    words.split('`').enumerate().filter(|(_, p)| !p.is_empty()).map(piece).collect()
}

/// A paragraph with code between its words.
pub(super) fn said(words: &str) -> Element {
    el("p", "").all(prose(words))
}

/// Pieces of a line between ` | `; any may be empty.
pub(super) fn fields(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, _) in line.match_indices(" |") {
        let behind = at + 2;
        if at >= from && (behind == line.len() || line[behind..].starts_with(' ')) {
            out.push(line[from..at].trim());
            from = behind;
        }
    }
    out.push(line[from..].trim());
    out
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[test]
    fn fields_may_be_empty() {
        assert_eq!(fields("a | b c | d"), ["a", "b c", "d"]);
        assert_eq!(fields("a |  | d"), ["a", "", "d"]);
        assert_eq!(fields("a | | d |"), ["a", "", "d", ""]);
        assert_eq!(fields("a | b || c |d"), ["a", "b || c |d"]);
        assert_eq!(fields(" |"), ["", ""]);
    }
}
