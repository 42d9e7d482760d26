//! Long lists to search: commands of `go`, and packages by category. Data lines, a field that filters, groups, and buttons that copy.

use super::State;
use super::parts::{code, controls, copy, fault, fields, frame, input, or, prose, select};
use crate::protocol::{Element, Node, el, text};

/// Whether a line has all the words in it, whatever their case.
fn has(line: &str, words: &str) -> bool {
    let line = line.to_lowercase();
    words.to_lowercase().split_whitespace().all(|w| line.contains(w))
}

/// The lines that were asked for, by their first field, in order.
struct Found<'a> {
    groups: Vec<(&'a str, Vec<Vec<&'a str>>)>,
    head: Element,
    count: usize,
}

/// Reads a block with `columns` fields a line. The field and the list of groups stand above.
fn found<'a>(block: &'a str, state: State<'a>, columns: usize, label: &str, what: &str) -> Result<Found<'a>, String> {
    let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
    for (i, line) in block.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let cells = fields(line);
        if cells.len() != columns {
            return Err(format!("Line {} has {} fields and not {columns}: {line}", i + 1, cells.len()));
        }
        all.push((line, cells));
    }
    let mut names: Vec<&str> = Vec::new();
    for (_, cells) in &all {
        if !names.contains(&cells[0]) {
            names.push(cells[0]);
        }
    }
    let (words, group) = (or(state, "words", ""), or(state, "group", "all"));
    let mut options = vec![("all".to_owned(), "all".to_owned())];
    options.extend(names.iter().map(|n| ((*n).to_owned(), (*n).to_owned())));
    let total = all.len();
    let mut groups: Vec<(&str, Vec<Vec<&str>>)> = names.into_iter().map(|n| (n, Vec::new())).collect();
    let mut count = 0;
    for (line, cells) in all {
        if (group == "all" || group == cells[0]) && has(line, words) {
            count += 1;
            if let Some((_, rows)) = groups.iter_mut().find(|(n, _)| *n == cells[0]) {
                rows.push(cells);
            }
        }
    }
    groups.retain(|(_, rows)| !rows.is_empty());
    let told = match count {
        0 => format!("No {what} has all of these words."),
        _ if count == total => format!("{total} {what}s"),
        1 => format!("1 {what} of {total}"),
        _ => format!("{count} {what}s of {total}"),
    };
    let head = controls([input("Search", "words", words), select(label, true, "group", group, &options)])
        .says(" ")
        .with(el("span", "soft").attr("role", "status").says(told));
    Ok(Found { groups, head, count })
}

/// A list of commands: `group | command | what it does | what it prints`.
pub(super) fn commands(block: &str, state: State<'_>) -> Node {
    let found = match found(block, state, 4, "Group", "command") {
        Ok(found) => found,
        Err(why) => return fault(why),
    };
    let row = |cells: &Vec<&str>| {
        let mut does = el("dd", "").all(prose(cells[2]));
        if !cells[3].is_empty() {
            does = does.with(el("p", "soft prints").says("Prints ").all(prose(cells[3])));
        }
        [el("dt", "").with(code(cells[1])).says(" ").with(copy(cells[1])), does]
    };
    let mut part = frame("commands").with(found.head);
    for (name, rows) in &found.groups {
        part = part.with(el("h3", "").says((*name).to_owned())).with(el("dl", "rows").all(rows.iter().flat_map(row)));
    }
    part.into()
}

/// An import path that leads to its documentation.
fn documented(path: &str) -> Element {
    el("a", "").attr("href", format!("https://pkg.go.dev/{path}")).attr("rel", "noreferrer").with(code(path))
}

/// Packages: `category | name | import path | present state | what for | when the library is enough | go get line`.
pub(super) fn packages(block: &str, state: State<'_>) -> Node {
    let found = match found(block, state, 7, "Category", "package") {
        Ok(found) => found,
        Err(why) => return fault(why),
    };
    let row = |cells: &Vec<&str>| {
        let line = |term: &'static str, words: &str| {
            (!words.is_empty()).then(|| [el("dt", "").says(term), el("dd", "").all(prose(words))])
        };
        let facts = [line("Now", cells[3]), line("For", cells[4]), line("Go alone", cells[5])];
        let mut item = el("li", "package")
            .with(el("h4", "").says(cells[1].to_owned()).says(" ").with(documented(cells[2])))
            .with(el("dl", "kv").all(facts.into_iter().flatten().flatten()));
        if cells[6].is_empty() {
            item = item.with(el("p", "get soft").says("Nothing to fetch: it comes with Go."));
        } else {
            item = item.with(el("p", "get").with(code(cells[6])).says(" ").with(copy(cells[6])));
        }
        item
    };
    let mut part = frame("choose").with(found.head);
    for (name, rows) in &found.groups {
        part = part.with(el("h3", "").says((*name).to_owned())).with(el("ul", "rows").all(rows.iter().map(row)));
    }
    if found.count == 0 {
        part = part.with(el("p", "soft").with(text("Fewer words find more.")));
    }
    part.into()
}
