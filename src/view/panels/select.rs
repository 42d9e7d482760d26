//! Select statements that somebody waits in or stands before: their cases, and which of them could go.

use super::Look;
use super::parts::{Xray, chip, code, line, quiet, soft};
use crate::engine::{CaseState, GoroutineState};
use crate::protocol::{Node, el, text};

/// Selects drawn.
const SELECTS: usize = 12;

/// One X-ray for each goroutine of the program's own in or before a select.
pub(super) fn xrays(look: &Look<'_>) -> Vec<Node> {
    let selects = |g: &&GoroutineState| g.ours && !g.cases.is_empty();
    let all: Vec<&GoroutineState> = look.snapshot.goroutines.iter().filter(selects).collect();
    let chosen = |g: &&&GoroutineState| look.selection.goid == Some(g.goid);
    let mut shown: Vec<&GoroutineState> = all.iter().copied().filter(|g| chosen(&g)).collect();
    shown.extend(all.iter().copied().filter(|g| !chosen(&g)).take(SELECTS));
    let more = all.len() - shown.len();
    let mut out: Vec<Node> = shown.into_iter().map(|g| xray(look, g)).collect();
    if more > 0 {
        out.push(el("p", "empty").says(format!("And {more} more goroutines in a select.")).into());
    }
    out
}

fn xray(look: &Look<'_>, g: &GoroutineState) -> Node {
    let ready = g.cases.iter().filter(|c| c.ready).count();
    let says = match (ready, g.reason.is_some()) {
        (0, true) => "no case is ready".to_owned(),
        (0, false) => "about to choose: no case is ready".to_owned(),
        (1, _) => "one case is ready".to_owned(),
        (n, _) => format!("{n} cases are ready: chance decides"),
    };
    let mut said = Vec::new();
    // One of the library's is told by the line that called it.
    let users = g.frames.iter().find(|f| !f.file.starts_with('/'));
    let own = g.cases.first().filter(|c| !c.file.starts_with('/')).map(|c| (&c.file, c.line));
    if let Some((file, number)) = own.or(users.map(|f| (&f.file, f.line))) {
        said.extend([line(file, number).into(), text(" ")]);
    }
    if let (None, Some(f)) = (own, g.frames.first()) {
        said.push(text(format!("in {}, ", f.func)));
    }
    said.push(text(says));
    let name = el("span", "").with(code("select"));
    let kind = if g.reason.is_some() { "waits in".to_owned() } else { "stands before".to_owned() };
    let head =
        Xray { thing: format!("select {}", g.goid), name: name.into(), kind: String::new(), says: said, busy: true };
    head.with(look, || {
        vec![el("p", "cap").with(chip(look, g.goid)).says(format!(" {kind} it")).into(), cases(look, g).into()]
    })
}

/// The cases of a select with lamps.
pub(super) fn cases(look: &Look<'_>, g: &GoroutineState) -> crate::protocol::Element {
    let mut list = el("ol", "cases");
    for c in &g.cases {
        let lamp = el("i", if c.ready { "lamp lit" } else { "lamp" }).attr("aria-hidden", "true");
        list = list.with(
            el("li", "")
                .with(lamp)
                .with(code(case_name(look, c)))
                .with(text(" "))
                .with(el("span", "").all(readiness(look, g, c))),
        );
    }
    list
}

/// A case as it stands in the source, or in words.
pub(super) fn case_name(look: &Look<'_>, c: &CaseState) -> String {
    if !c.text.is_empty() {
        return c.text.clone();
    }
    let channel = c.channel.map_or_else(|| "nil".to_owned(), |n| look.chan_name(n));
    if c.send {
        format!("case {channel} <- {}", c.value.as_deref().unwrap_or("…"))
    } else {
        format!("case <-{channel}")
    }
}

/// Whether a case could go, and why.
fn readiness(look: &Look<'_>, g: &GoroutineState, c: &CaseState) -> Vec<Node> {
    let Some(number) = c.channel else { return vec![text("never ready: the channel is nil")] };
    let Some(channel) = look.channel(number) else {
        return vec![text(if c.ready { "ready" } else { "not ready" })];
    };
    let mut out = vec![text(if c.ready { "ready: " } else { "not ready: " })];
    let name = super::why::channel_thing(look, number);
    match (c.send, c.ready) {
        (true, true) if channel.closed => out.extend([name, text(" is closed, and a send panics")]),
        (true, true) => match channel.receivers.iter().find(|&&r| r != g.goid) {
            Some(&r) => out.extend([chip(look, r), text(" receives from "), name]),
            None => out.extend([name, text(" has room")]),
        },
        (false, true) if channel.closed && channel.values.is_empty() => out.extend([name, text(" is closed")]),
        (false, true) => match (channel.values.len(), channel.senders.iter().find(|s| s.goid != g.goid)) {
            (0, Some(s)) => out.extend([chip(look, s.goid), text(" sends on "), name]),
            (1, _) => out.extend([name, text(" holds a value")]),
            (n, _) => out.extend([name, text(format!(" holds {n} values"))]),
        },
        (true, false) if channel.cap > 0 && !channel.timed => out.extend([name, text(" is full")]),
        (true, false) => out.extend([text("nobody receives from "), name]),
        (false, false) => {
            if let Some(t) = look.timer(number) {
                out.extend([name, soft(format!(" fires in {}", look.until(t.when)))]);
            } else if let Some(when) = look.context(number).and_then(|ctx| ctx.deadline) {
                out.extend([name, soft(format!(" has {} left", look.until(when)))]);
            } else if look.context(number).is_some() {
                out.extend([name, text(" is not cancelled")]);
            } else if channel.cap > 0 {
                out.extend([name, text(" is empty")]);
            } else {
                out.extend([text("nobody sends on "), name]);
            }
        }
    }
    if let (true, Some(v)) = (c.send, &c.value) {
        out.push(quiet(format!(", would send {v}")));
    }
    out
}
