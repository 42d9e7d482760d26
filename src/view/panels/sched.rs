//! The scheduler: what is on every P, what waits there, and who took work over.

use super::Look;
use super::parts::{Xray, chip, chips, dye, moment, quiet, row, soft};
use crate::engine::ProcessorState;
use crate::protocol::{Node, el, text};

/// P's drawn.
const PS: usize = 16;
/// Work taken over that is told of.
const MOVES: usize = 3;

/// The scheduler as an X-ray.
pub(super) fn xray(look: &Look<'_>) -> Node {
    let s = look.snapshot;
    let on = s.processors.iter().filter(|p| p.goid.is_some()).count();
    let queued: usize = s.processors.iter().map(|p| p.queue.len() + usize::from(p.runnext.is_some())).sum();
    let ready = queued + s.global_queue.len();
    let says = match (on, ready) {
        (0, 0) => "nobody runs, nobody is ready".to_owned(),
        (on, 0) => format!("{on} on {}, nobody else is ready", ps(s.processors.len())),
        (on, ready) => format!("{on} on {}, {ready} ready", ps(s.processors.len())),
    };
    let head = Xray {
        thing: "scheduler".into(),
        name: text("Scheduler"),
        kind: String::new(),
        says: vec![text(says)],
        busy: true,
    };
    head.with(look, || {
        let mut procs = el("div", "procs");
        for (i, p) in s.processors.iter().enumerate().take(PS) {
            procs = procs.with(proc(look, i, p));
        }
        let mut out: Vec<Node> = vec![procs.into()];
        if s.processors.len() > PS {
            out.push(el("p", "cap").says(format!("And {} more P's.", s.processors.len() - PS)).into());
        }
        out.push(line(look));
        out.extend(moves(look));
        out
    })
}

fn ps(n: usize) -> String {
    if n == 1 { "one P".into() } else { format!("{n} P's") }
}

fn proc(look: &Look<'_>, number: usize, p: &ProcessorState) -> Node {
    let cpu = match p.goid {
        Some(goid) => {
            let name = super::parts::short(&look.name(goid), 18);
            el("button", format!("cpu {}", dye(goid)))
                .attr("type", "button")
                .does(crate::protocol::Act::Goroutine(goid))
                .says(format!("G{goid} "))
                .with(el("span", "").says(name))
        }
        None if p.spinning => el("div", "cpu none").says("looks for work"),
        None if p.idle => el("div", "cpu none").says("idle"),
        None => el("div", "cpu none").says("between two goroutines"),
    };
    let next = match p.runnext {
        Some(goid) => chip(look, goid),
        None => quiet("none"),
    };
    let mut rail = el("span", "rail");
    rail = if p.queue.is_empty() { rail.with(quiet("empty")) } else { rail.all(chips(look, &p.queue)) };
    el("div", "proc")
        .with(el("h4", "").says(format!("P{number}")))
        .with(cpu)
        .with(el("dl", "").all(row("runnext", [next])).all(row("queue", [rail.into()])))
        .into()
}

/// The queue that all share, what the network poller has, and threads.
fn line(look: &Look<'_>) -> Node {
    let s = look.snapshot;
    let global = if s.global_queue.is_empty() { vec![quiet("empty")] } else { chips(look, &s.global_queue) };
    let mut list = el("dl", "kv line").all(row("global queue", global));
    if !s.polled.is_empty() {
        list = list.all(row("found by the poller", chips(look, &s.polled)));
    }
    let kept: Vec<u32> = s.threads.iter().filter_map(|t| t.kept_by).collect();
    let spinning = s.processors.iter().filter(|p| p.spinning).count();
    let idle = s.threads.iter().filter(|t| t.p.is_none() && t.kept_by.is_none()).count();
    let mut words = s.threads.len().to_string();
    if spinning > 0 {
        words.push_str(&format!(
            ", {} for work",
            if spinning == 1 { "one looks".to_owned() } else { format!("{spinning} look") }
        ));
    }
    if idle > 0 {
        words.push_str(&format!(", {idle} parked"));
    }
    let mut threads = vec![soft(words)];
    if !kept.is_empty() {
        threads.push(soft(", kept by "));
        threads.extend(chips(look, &kept));
    }
    list.all(row("threads", threads)).into()
}

/// The last goroutines that were made ready on one P and ran on another.
fn moves(look: &Look<'_>) -> Option<Node> {
    let last: Vec<_> = look.record.moves(look.event).take(MOVES).collect();
    if last.is_empty() {
        return None;
    }
    let mut said = Vec::new();
    for m in last {
        if !said.is_empty() {
            said.push(text("; "));
        }
        said.extend([
            text(format!("P{} took ", m.to)),
            chip(look, m.goid),
            text(format!(", made ready on P{}, at event ", m.from)),
            moment(m.at).into(),
        ]);
    }
    Some(el("dl", "kv line moves").all(row("taken over", said)).into())
}
