//! Contexts as a tree: what is left of their time, and which have ended why.

use super::Look;
use super::parts::{Xray, chip, code, moment, soft};
use crate::engine::ContextState;
use crate::protocol::{Node, el, text};
use crate::view::words::duration;

/// Contexts drawn.
const CONTEXTS: usize = 40;

/// The tree of contexts, if there are any.
pub(super) fn xrays(look: &Look<'_>) -> Vec<Node> {
    let all = &look.reached.contexts;
    if all.is_empty() {
        return Vec::new();
    }
    let over = all.iter().filter(|c| ended(all, c)).count();
    let says = match (all.len(), over) {
        (1, 0) => "one, alive".to_owned(),
        (1, _) => "one, ended".to_owned(),
        (n, 0) => format!("{n}, all alive"),
        (n, over) if n == over => format!("{n}, all ended"),
        (n, over) => format!("{n}, {over} ended"),
    };
    let head = Xray {
        thing: "contexts".into(),
        name: text("Contexts"),
        kind: String::new(),
        says: vec![text(says)],
        busy: over < all.len(),
    };
    vec![head.with(look, || {
        let mut list = el("ol", "tree").with(el("li", "").with(el("span", "").says("Background")));
        for (c, depth) in in_order(all).into_iter().take(CONTEXTS) {
            list = list.with(branch(look, all, c, depth));
        }
        let mut out: Vec<Node> = vec![list.into()];
        if all.len() > CONTEXTS {
            out.push(el("p", "cap").says(format!("And {} more.", all.len() - CONTEXTS)).into());
        }
        out
    })]
}

/// Children behind their parents, with their depth.
fn in_order(all: &[ContextState]) -> Vec<(&ContextState, usize)> {
    let mut out = Vec::new();
    let mut todo: Vec<(usize, usize)> =
        (0..all.len()).rev().filter(|&i| all[i].parent.is_none()).map(|i| (i, 1)).collect();
    while let Some((i, depth)) = todo.pop() {
        out.push((&all[i], depth));
        todo.extend((0..all.len()).rev().filter(|&c| all[c].parent == Some(i)).map(|c| (c, depth + 1)));
    }
    out
}

/// Why it has ended: by itself, or since one above it has.
fn reason<'a>(all: &'a [ContextState], c: &'a ContextState) -> Option<&'a str> {
    let mut at = Some(c);
    for _ in 0..all.len() {
        let c = at?;
        if let Some(err) = &c.err {
            return Some(err);
        }
        // One without cancel has nothing of what is above.
        if c.kind == "WithoutCancel" {
            return None;
        }
        at = c.parent.and_then(|p| all.get(p));
    }
    None
}

fn ended(all: &[ContextState], c: &ContextState) -> bool {
    reason(all, c).is_some()
}

fn branch(look: &Look<'_>, all: &[ContextState], c: &ContextState, depth: usize) -> Node {
    let err = reason(all, c);
    let over = if err.is_some() { " over-now" } else { "" };
    let mut name = el("span", format!("in{over}")).attr("style", format!("--depth:{}", depth.min(8)));
    name = name.with(code(look.ctx_name(c))).says(" ").with(soft(match c.kind.as_str() {
        // Both are deadlines; a timeout is how it is mostly written.
        "WithDeadline" => "with deadline".to_owned(),
        "WithCancel" => "with cancel".to_owned(),
        "WithValue" => "with value".to_owned(),
        "AfterFunc" => "with a function after it".to_owned(),
        "WithoutCancel" => "without cancel".to_owned(),
        other => other.to_owned(),
    }));
    let mut bar = el("span", "");
    let said = match (err, c.deadline, &c.value) {
        (Some("context canceled"), ..) if c.err.is_some() => String::new(),
        (Some(err), ..) => err.to_owned(),
        (None, Some(when), _) => {
            // How much of all the time since the start is left: a bar that runs down.
            let share = 100.0 * when.saturating_sub(look.snapshot.time) as f64 / when.max(1) as f64;
            bar = el("span", "left-bar")
                .attr("aria-hidden", "true")
                .with(el("i", "").attr("style", format!("--p:{share:.0}%")));
            format!("{} left, ends at {}", look.until(when), duration(when))
        }
        (None, None, Some((key, value))) => format!("{key}: {value}"),
        (None, None, None) => "not ended".to_owned(),
    };
    el("li", "")
        .attr("data-thing", format!("context {}", c.addr))
        .with(name)
        .with(text(" "))
        .with(bar)
        .with(text(" "))
        .with(if said.is_empty() { el("span", "soft").all(cancelled(look, c)).into() } else { soft(said) })
        .into()
}

/// Who cancelled a context, if its channel was there to be closed by it.
fn cancelled(look: &Look<'_>, c: &ContextState) -> Vec<Node> {
    let by = c.done.and_then(|done| look.record.closed(done, look.event)).filter(|by| by.0 != 0);
    match by {
        Some((goid, at)) => {
            vec![text("cancelled by "), chip(look, goid), text(" at event "), moment(at).into()]
        }
        None => vec![text("context canceled")],
    }
}
