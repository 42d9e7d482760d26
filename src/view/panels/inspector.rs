//! The selected goroutine: its state, why it waits, its stack and its variables.

use super::Look;
use super::memory::shared_arrays;
use super::parts::{chip, code, fold, line, moment, quiet, soft, state_word, thing};
use super::{graph, select, why};
use crate::engine::{DeedKind, GoroutineState, MicroStep, SyncKind, Variable};
use crate::protocol::{Element, Node, el, text};
use crate::view::words::duration;

/// Frames and variables shown.
const FRAMES: usize = 20;
const VARIABLES: usize = 40;
/// Steps of a statement shown.
const MICRO: usize = 40;

/// The panel.
pub(super) fn panel(look: &Look<'_>) -> Node {
    let Some(goid) = chosen(look) else {
        let words = "Nobody lives at this moment. Select a goroutine by its chip or its lane to see why it waits, its stack and its variables.";
        return el("div", "inspected").with(el("p", "empty").says(words)).into();
    };
    let mut out = vec![header(look, goid)];
    out.extend(why::nodes(why::why(look, goid)));
    out.extend(graph::deadlock(look));
    if let Some(g) = look.goroutine(goid) {
        if !g.cases.is_empty() {
            out.push(el("h3", "").says("Select").into());
            out.push(select::cases(look, g).into());
        }
        out.extend(stack(look, g));
        out.extend(microscope(look, goid));
        out.extend(variables(look, g));
    }
    el("div", "inspected").all(out).into()
}

/// Who is looked at: who is selected, else who acted last or runs.
fn chosen(look: &Look<'_>) -> Option<u32> {
    if let Some(goid) = look.selection.goid.filter(|&g| look.history.row(g).is_some()) {
        return Some(goid);
    }
    let last = look.session.events_at_step(look.event, 1).last().map(|e| e.goid).filter(|&g| g != 0);
    let alive = last.filter(|&g| look.goroutine(g).is_some());
    let runs = || look.snapshot.processors.iter().find_map(|p| p.goid);
    alive.or_else(runs).or(last).or_else(|| look.snapshot.goroutines.first().map(|g| g.goid))
}

fn header(look: &Look<'_>, goid: u32) -> Node {
    let mut state = state_word(look, goid);
    if let Some(since) = look.goroutine(goid).and_then(|g| g.since) {
        state = state.with(el("span", "").says(format!(", {}", duration(look.snapshot.time.saturating_sub(since)))));
    }
    let mut head = el("header", "")
        .with(chip(look, goid))
        .with(text(" "))
        .with(el("h2", "").says(look.name(goid)))
        .with(text(" "))
        .with(el("span", "push").with(state))
        .with(text(" "));
    if let Some(at) = look.since(goid).filter(|&at| at > 0 && at <= look.event) {
        head = head.with(el("span", "cap").says("since event ").with(moment(at)));
    }
    head.into()
}

fn stack(look: &Look<'_>, g: &GoroutineState) -> Vec<Node> {
    let mut list = el("ol", "frames");
    for f in g.frames.iter().take(FRAMES) {
        list = list.with(el("li", "").with(code(f.func.clone())).says(" ").with(line(&f.file, f.line)));
    }
    if g.frames.len() > FRAMES {
        list = list.with(el("li", "").with(soft(format!("and {} more", g.frames.len() - FRAMES))));
    }
    if g.frames.is_empty() {
        let words = if look.ended() { "Its function has returned." } else { "It has not begun to run its function." };
        list = list.with(el("li", "").with(soft(words)));
    }
    if g.creator != 0 {
        let mut by = el("li", "")
            .with(quiet("created by "))
            .with(chip(look, g.creator))
            .says(" ")
            .with(code(look.name(g.creator)));
        if let Some((file, number)) = &g.created {
            by = by.says(" ").with(line(file, *number));
        }
        list = list.with(by);
    }
    vec![el("h3", "").says("Stack").into(), list.into()]
}

/// The statement that it is at, opened into what the machine does for it.
fn microscope(look: &Look<'_>, goid: u32) -> Vec<Node> {
    let Some(opened) = look.session.opened(goid).filter(|o| !o.steps.is_empty()) else { return Vec::new() };
    let (open, act) = fold(look, "microscope", false);
    let count = match opened.steps.len() {
        1 => "1 step of the machine".to_owned(),
        n => format!("{n} steps of the machine"),
    };
    let head = el("button", "fold")
        .attr("type", "button")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .does(act)
        .with(Node::Glyph(if open { "down" } else { "right" }.into()))
        .with(text(format!("{count} for line {}", opened.line)));
    let mut out = vec![el("h3", "").says("Microscope").into(), el("p", "").with(head).into()];
    if !open {
        return out;
    }
    let last = opened.steps.len();
    let step = |(i, step): (usize, &MicroStep)| {
        let (class, word) = match i.cmp(&opened.done) {
            std::cmp::Ordering::Less => ("past", "done"),
            std::cmp::Ordering::Equal => ("now", "next"),
            std::cmp::Ordering::Greater => ("later", ""),
        };
        let kind = match step.kind {
            DeedKind::Read => " read",
            DeedKind::Write => " write",
            DeedKind::Own => "",
        };
        let mut item = el("li", format!("{class}{kind}")).with(el("span", "").says(step.words.clone()));
        if let Some(value) = &step.value {
            item = item.with(code(value.clone()));
        }
        item.with(el("span", "quiet push").says(word))
    };
    out.push(el("ol", "microscope").all(opened.steps.iter().take(MICRO).enumerate().map(step)).into());
    if last > MICRO {
        out.push(el("p", "").with(soft(format!("and {} more", last - MICRO))).into());
    }
    let words = if opened.steps.iter().filter(|s| s.kind != DeedKind::Own).count() > 1 {
        "Between two of these steps another goroutine may run. Step by instruction to go through them one by one."
    } else {
        "Step by instruction to go through them one by one."
    };
    out.push(el("p", "cap").says(words).into());
    out
}

fn variables(look: &Look<'_>, g: &GoroutineState) -> Vec<Node> {
    let key = |path: &str| format!("var {} {path}", g.goid);
    let open = |path: &str| look.folds.contains(&format!("open {}", key(path)));
    let frames = look.session.variables(g.goid, &open);
    let mut rows: Vec<Node> = Vec::new();
    let mut left = VARIABLES;
    for f in frames.iter().filter(|f| !f.file.starts_with('/')) {
        if f.variables.is_empty() || left == 0 {
            continue;
        }
        if frames.len() > 1 {
            let func = f.func.strip_prefix("main.").unwrap_or(&f.func).to_owned();
            rows.push(
                el("tr", "of").with(el("th", "").attr("colspan", "3").attr("scope", "rowgroup").says(func)).into(),
            );
        }
        for v in f.variables.iter().take(left) {
            push(look, v, g.goid, 0, &mut rows);
        }
        left -= f.variables.len().min(left);
    }
    let head = el("h3", "").says("Variables").into();
    if rows.is_empty() {
        return vec![head, el("p", "cap").says("None of the program's own has a value here yet.").into()];
    }
    vec![head, el("table", "vars").with(el("tbody", "").all(rows)).into()]
}

/// A variable as a row, and its parts as further ones if it is open.
fn push(look: &Look<'_>, v: &Variable, goid: u32, depth: usize, rows: &mut Vec<Node>) {
    let mut name = el("td", "").attr("style", format!("--depth:{}", depth.min(6)));
    name = if v.opens {
        let (open, act) = fold(look, &format!("var {goid} {}", v.path), false);
        let glyph = if open { "down" } else { "right" };
        name.with(
            el("button", "fold")
                .attr("type", "button")
                .attr("aria-expanded", if open { "true" } else { "false" })
                .does(act)
                .with(Node::Glyph(glyph.into()))
                .with(code(v.name.clone())),
        )
    } else {
        name.with(code(v.name.clone()))
    };
    rows.push(el("tr", "").with(name).with(el("td", "quiet").says(v.ty.clone())).with(value(look, v)).into());
    for part in &v.parts {
        push(look, part, goid, depth + 1, rows);
    }
    if v.more > 0 {
        let more = el("td", "")
            .attr("colspan", "3")
            .attr("style", format!("--depth:{}", depth + 1))
            .with(soft(format!("and {} more", v.more)));
        rows.push(el("tr", "").with(more).into());
    }
}

fn value(look: &Look<'_>, v: &Variable) -> Element {
    let mut cell = el("td", "");
    if let Some(number) = v.channel {
        return cell.with(why::channel_thing(look, number)).says(" ").with(soft(match look.channel(number) {
            Some(c) if c.closed => "closed".to_owned(),
            Some(c) if c.cap == 0 => "unbuffered".to_owned(),
            Some(c) => format!("{} of {}", c.values.len(), c.cap),
            None => String::new(),
        }));
    }
    if let Some(s) = look.reached.sync.iter().find(|s| v.addr != 0 && s.addr == v.addr && s.ty == v.ty) {
        return cell.with(thing(format!("sync {}", s.addr), look.sync_name(s))).says(" ").with(soft(match s.kind {
            SyncKind::Atomic => v.value.clone(),
            SyncKind::WaitGroup => format!("{} to go", s.count),
            _ => match s.holders.first() {
                Some(h) => format!("held by {}", look.who(h.goid)),
                None => "free".to_owned(),
            },
        }));
    }
    let said = match v.value.parse::<u64>() {
        Ok(nanos) if v.ty == "time.Duration" => duration(nanos),
        _ => v.value.clone(),
    };
    cell = cell.attr("title", said.clone()).with(text(super::parts::short(&said, 80)));
    let Some((array, first, len, cap)) = v.window else { return cell };
    cell = cell.with(soft(format!(" len {len}, cap {cap}")));
    let groups = shared_arrays(look);
    let Some(group) = groups.iter().find(|g| g[0].array == array) else { return cell };
    let others: Vec<String> = group
        .iter()
        .filter(|s| s.path != v.name && (s.first, s.len) != (first, len))
        .map(|s| {
            if s.goid == 0 || Some(s.goid) == look.selection.goid {
                s.path.clone()
            } else {
                format!("{} of G{}", s.path, s.goid)
            }
        })
        .take(3)
        .collect();
    if !others.is_empty() {
        cell = cell
            .says(" ")
            .with(thing(format!("array {array}"), "same array"))
            .with(soft(format!(" as {}", others.join(", "))));
    }
    cell
}
