//! Memory that several goroutines can get at, and variables of the selected goroutine that live in memory; slices that share an array.

use super::Look;
use super::parts::{Xray, chip, chips, code, quiet, short, soft};
use crate::engine::{ObjectState, SliceState};
use crate::protocol::{Element, Node, el, text};

/// Objects and arrays told of, and cells of an array.
const OBJECTS: usize = 24;
const ARRAYS: usize = 12;
const CELLS: usize = 24;

/// Arrays with several slices on them, and shared objects.
pub(super) fn xrays(look: &Look<'_>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::new();
    let groups = shared_arrays(look);
    for group in groups.iter().take(ARRAYS) {
        out.push(array(look, group));
    }
    if groups.len() > ARRAYS {
        out.push(
            el("p", "empty")
                .says(format!("And {} more arrays with several slices on them.", groups.len() - ARRAYS))
                .into(),
        );
    }
    out.extend(objects(look));
    out
}

/// Slices by the array they share, where at least two differ.
pub(super) fn shared_arrays<'a>(look: &Look<'a>) -> Vec<Vec<&'a SliceState>> {
    let mut groups: Vec<Vec<&SliceState>> = Vec::new();
    for s in &look.reached.slices {
        match groups.iter_mut().find(|g| g[0].array == s.array && g[0].elem == s.elem) {
            Some(group) if group.iter().any(|o| (o.goid, &o.path) == (s.goid, &s.path)) => {}
            Some(group) => group.push(s),
            None => groups.push(vec![s]),
        }
    }
    // The same window under two names is one slice handed on.
    groups.retain(|g| g.iter().any(|s| (s.first, s.len, s.cap) != (g[0].first, g[0].len, g[0].cap)));
    groups
}

/// One array with a bracket for each slice.
fn array(look: &Look<'_>, group: &[&SliceState]) -> Node {
    let names: Vec<&str> = group.iter().map(|s| s.path.as_str()).collect();
    let start = group.iter().map(|s| s.first).min().unwrap_or(0);
    let end = group.iter().map(|s| s.first + s.cap).max().unwrap_or(0);
    let cells = (end - start).min(CELLS);
    let head = Xray {
        thing: format!("array {}", group[0].array),
        name: code(names.iter().take(4).copied().collect::<Vec<_>>().join(", ")),
        kind: format!("slices of one array of {}", group[0].elem),
        says: Vec::new(),
        busy: true,
    };
    head.with(look, || {
        let mut row = el("ol", "cells");
        for i in start..start + cells {
            let value = group.iter().find_map(|s| i.checked_sub(s.first).and_then(|at| s.values.get(at)));
            let cell = el("li", if value.is_some() { "full" } else { "" });
            row = row.with(match value {
                Some(v) => cell.attr("title", v.clone()).says(short(v, 8)),
                None => cell.says(""),
            });
        }
        let mut out: Vec<Node> = vec![row.attr("style", format!("--cells:{cells}")).into()];
        for s in group.iter().take(6) {
            let words = format!("len {}, cap {}", s.len, s.cap);
            let mut says: Vec<Node> = vec![code(s.path.clone()), text(" ")];
            if s.goid != 0 {
                says.extend([chip(look, s.goid), text(" ")]);
            }
            says.push(soft(format!(
                "elements {} to {}, {words}",
                s.first - start,
                (s.first + s.len).saturating_sub(start + 1)
            )));
            let (at, len, room) = (s.first - start, s.len.min(cells), (s.cap - s.len).min(cells));
            let style = format!("--cells:{cells};--at:{at};--len:{len};--room:{room}");
            out.push(
                el("div", "window")
                    .attr("style", style)
                    .with(el("i", "bracket").attr("aria-hidden", "true"))
                    .with(el("p", "cap").all(says))
                    .into(),
            );
        }
        if end - start > CELLS {
            out.push(el("p", "cap").says(format!("And {} more elements.", end - start - CELLS)).into());
        }
        out
    })
}

/// Objects that two goroutines can get at, package-level variables, and boxed variables of who is selected.
fn objects(look: &Look<'_>) -> Option<Node> {
    let chosen = look.selection.goid.unwrap_or(0);
    let shown =
        |o: &&ObjectState| o.len == 1 && (o.owners.len() > 1 || o.global || chosen != 0 && o.variable_of == chosen);
    let all: Vec<&ObjectState> = look.reached.objects.iter().filter(shown).collect();
    if all.is_empty() {
        return None;
    }
    let says = match all.len() {
        1 => "one".to_owned(),
        n => n.to_string(),
    };
    let head = Xray {
        thing: "memory".into(),
        name: text("Shared memory"),
        kind: String::new(),
        says: vec![text(says)],
        busy: false,
    };
    Some(head.with(look, || {
        let mut list = el("ol", "objects");
        for o in all.iter().take(OBJECTS) {
            list = list.with(object(look, o));
        }
        let mut out: Vec<Node> = vec![list.into()];
        if all.len() > OBJECTS || look.reached.more {
            let more = all.len().saturating_sub(OBJECTS);
            let words =
                if more > 0 { format!("And {more} more.") } else { "And more than is looked through.".to_owned() };
            out.push(el("p", "cap").says(words).into());
        }
        out
    }))
}

fn object(look: &Look<'_>, o: &ObjectState) -> Element {
    let mut out = el("li", "").attr("data-thing", format!("object {}", o.addr));
    out = out
        .with(code(o.path.clone()))
        .says(" ")
        .with(quiet(format!("{} at {}", o.ty, look.session.address_text(o.addr))))
        .says(" ")
        .with(code(short(&o.value, 60)));
    if o.global {
        out = out.with(soft(" package-level"));
    }
    if !o.owners.is_empty() {
        out = out.says(" ").all(chips(look, &o.owners));
    }
    for (inside, addr) in o.refs.iter().take(3) {
        if let Some(to) = look.reached.objects.iter().find(|other| other.addr == *addr) {
            let inside = if inside.is_empty() { "it" } else { inside.as_str() };
            out = out.with(soft(format!(" {inside} points to ")));
            out = out.with(super::parts::thing(format!("object {addr}"), to.path.clone()));
        }
    }
    out
}
