//! Timers: when they fire, and whom they wake.

use super::Look;
use super::parts::{Xray, chip, code, row, soft};
use crate::engine::TimerState;
use crate::protocol::{Node, el, text};
use crate::view::words::duration;

/// Timers told of.
const TIMERS: usize = 12;

/// The timers that run, if there are any.
pub(super) fn xrays(look: &Look<'_>) -> Vec<Node> {
    let all = &look.snapshot.timers;
    let Some(first) = all.first() else { return Vec::new() };
    let head = Xray {
        thing: "timers".into(),
        name: text("Timers"),
        kind: String::new(),
        says: vec![text(match all.len() {
            1 => format!("one, it fires in {}", look.until(first.when)),
            n => format!("{n}, the next fires in {}", look.until(first.when)),
        })],
        busy: true,
    };
    vec![head.with(look, || {
        let mut rows: Vec<Node> = Vec::new();
        for t in all.iter().take(TIMERS) {
            rows.push(
                el("li", "")
                    .with(el("span", "num").says(format!("in {}", look.until(t.when))))
                    .with(text(" "))
                    .with(does(look, t))
                    .into(),
            );
        }
        let mut out: Vec<Node> = vec![el("ol", "timers").all(rows).into()];
        if all.len() > TIMERS {
            out.push(el("p", "cap").says(format!("And {} more later.", all.len() - TIMERS)).into());
        }
        let now = duration(look.snapshot.time);
        out.push(el("dl", "kv line").all(row("clock", [text(now)])).into());
        out
    })]
}

/// What a timer does when it fires.
fn does(look: &Look<'_>, t: &TimerState) -> Node {
    let every = if t.period > 0 { format!(", then every {}", duration(t.period)) } else { String::new() };
    let out = el("span", "");
    if let Some(goid) = t.goid {
        let word = look.goroutine(goid).map_or("wait", |g| if g.state == "sleep" { "sleep" } else { "wait" });
        return out.says("ends the ").says(word).says(" of ").with(chip(look, goid)).says(every).into();
    }
    if let Some(number) = t.channel {
        let receivers = look.channel(number).map_or(&[][..], |c| &c.receivers);
        let mut out = out.says("sends the time to ").with(super::why::channel_thing(look, number)).says(every);
        if let Some(&goid) = receivers.first() {
            out = out.says(", for which ").with(chip(look, goid)).says(" waits");
        }
        return out.into();
    }
    // The timer of a deadline is armed for the time that is left, a little later.
    let near = |c: &&crate::engine::ContextState| {
        c.err.is_none() && c.deadline.is_some_and(|d| d <= t.when && t.when - d < 1_000_000)
    };
    let library = t.runs.as_ref().is_some_and(|r| r.starts_with("context."));
    if let Some(ctx) = look.reached.contexts.iter().filter(|_| library).filter(near).max_by_key(|c| c.deadline) {
        let label = look.ctx_name(ctx);
        let name = super::parts::thing(format!("context {}", ctx.addr), label);
        return out.says("ends the context ").with(name).says(every).into();
    }
    match &t.runs {
        Some(runs) => {
            out.says("runs ").with(code(runs.clone())).with(soft(" in a goroutine of its own")).says(every).into()
        }
        None => out.says("runs a function in a goroutine of its own").says(every).into(),
    }
}
