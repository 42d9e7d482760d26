//! Why somebody waits for a lock, a WaitGroup or a Cond: who holds it, who is before, who has yet to call `Done`.

use super::Look;
use super::locks::counted;
use super::parts::{chip, line, soft, thing};
use super::why::{Next, Wait, all_who_can, is_alive, who_has};
use crate::engine::{GoroutineState, SyncKind, SyncState};
use crate::protocol::{Node, text};
use crate::trace::WaitReason;

fn sync_thing(look: &Look<'_>, s: &SyncState) -> Node {
    thing(format!("sync {}", s.addr), look.sync_name(s)).into()
}

fn since(look: &Look<'_>, s: &SyncState, goid: u32) -> String {
    let h = s.holders.iter().find(|h| h.goid == goid);
    let at = look.record.taken(s.addr, goid, look.event).map_or_else(String::new, |at| format!(" since event {at}"));
    let line = h.filter(|h| h.line > 0).map_or_else(String::new, |h| format!(", line {}", h.line));
    at + &line
}

/// Why somebody waits for a lock or a Once.
pub(super) fn lock(look: &Look<'_>, g: &GoroutineState, who: &str, s: &SyncState, reason: WaitReason) -> Wait {
    let name = look.sync_name(s);
    let read = reason == WaitReason::SyncRWMutexRLock;
    let thing_nodes = vec![sync_thing(look, s), text(" "), soft(s.ty.clone())];
    let holders: Vec<u32> = s.holders.iter().map(|h| h.goid).collect();
    let what = match (s.kind, read) {
        (SyncKind::Once, _) => format!("{who} waits until {name}'s function has returned."),
        (SyncKind::RWMutex, true) => format!("{who} waits to read under {name}."),
        (SyncKind::RWMutex, false) => format!("{who} waits to write under {name}."),
        _ => format!("{who} waits for {name}."),
    };
    let rel = "waits for";
    let with = |rest: String, next: Next| Wait { strong: what.clone(), rest, rel, thing: thing_nodes.clone(), next };
    // Itself.
    if holders.contains(&g.goid) && (!read || s.holders.iter().any(|h| h.goid == g.goid && !h.read)) {
        let how = if s.holders.iter().any(|h| h.goid == g.goid && h.read) { " for reading" } else { "" };
        let rest = format!("It holds {name}{how} itself{}, so it waits for itself.", since(look, s, g.goid));
        return with(rest, Next::Root(vec![text("held by "), chip(look, g.goid), text(" itself: a deadlock of one")]));
    }
    let writers = || s.waiters.iter().filter(|w| !w.1).map(|w| w.0).collect::<Vec<u32>>();
    let writer_holds = s.holders.iter().any(|h| !h.read);
    // Readers queue behind a writer that waits.
    if read && !writer_holds {
        let writers = writers();
        return if writers.is_empty() {
            with(
                "It was held by a writer when it came; it goes on when it is woken.".to_owned(),
                Next::Root(vec![text("free: it goes on when it is woken")]),
            )
        } else {
            let rest = format!(
                "{} waits to write and came first, and new readers queue behind a writer.",
                look.who(writers[0])
            );
            with(rest, Next::Who { rel: "queues behind the writer".into(), goids: vec![writers[0]], sure: true })
        };
    }
    if holders.is_empty() {
        // Another one may be before it, or it was handed over and nobody has taken it yet.
        let rest = format!("{name} is free at this moment: somebody has been woken and comes for it.");
        return with(rest, Next::Root(vec![text("free: who was woken tries again")]));
    }
    let ended: Vec<u32> = holders.iter().copied().filter(|&h| !is_alive(look, h)).collect();
    let before = s.waiters.iter().position(|w| w.0 == g.goid).unwrap_or(0);
    let mut rest = match holders.as_slice() {
        [one] => {
            let how = if s.holders[0].read { "reads under it" } else { "holds it" };
            format!("{} {how}{}.", look.who(*one), since(look, s, *one))
        }
        many => format!("{} read under it.", look.list(many)),
    };
    match before {
        0 => {}
        1 => rest.push_str(" One that came earlier is before it."),
        n => rest.push_str(&format!(" {n} that came earlier are before it.")),
    }
    if ended.len() == holders.len() {
        let mut root: Vec<Node> = vec![text("held by "), chip(look, ended[0])];
        if let Some(h) = s.holders.iter().find(|h| h.goid == ended[0] && h.line > 0) {
            root.extend([text(" since "), line(&h.file, h.line).into()]);
        }
        root.push(text(", which has ended without giving it back"));
        return with(rest, Next::Root(root));
    }
    let verb = if s.kind == SyncKind::Once { "its function runs in" } else { "held by" };
    let at = match holders.as_slice() {
        [one] => since(look, s, *one),
        _ => String::new(),
    };
    let rel = if at.is_empty() { verb.to_owned() } else { format!("{verb} ({})", at.trim_start()) };
    with(rest, Next::Who { rel, goids: holders, sure: true })
}

/// Why somebody waits for a WaitGroup.
pub(super) fn group(look: &Look<'_>, g: &GoroutineState, who: &str, s: &SyncState) -> Wait {
    let (down, most) = counted(look, s.addr);
    let times = |n: i64| if n == 1 { "one Done is".to_owned() } else { format!("{n} Dones are") };
    let mut rest = format!("Its counter is {}: {} missing.", s.count, times(s.count));
    if !down.is_empty() {
        let mut called: Vec<u32> = Vec::new();
        for &goid in &down {
            if !called.contains(&goid) {
                called.push(goid);
            }
        }
        rest.push_str(&format!(" Done was called by {}.", look.list(&called)));
    }
    let said =
        if i64::from(most) > s.count { format!("{} of {most} to go", s.count) } else { format!("{} to go", s.count) };
    let next = match look.address_reachers(s.addr) {
        None => Next::Root(vec![text("who could call Done is not known: there is too much memory to look through")]),
        Some(reach) => {
            let waits = |goid: u32| s.waiters.iter().any(|w| w.0 == goid);
            let can: Vec<u32> = all_who_can(look, &reach).into_iter().filter(|&o| o != g.goid && !waits(o)).collect();
            let named: Vec<u32> = can.iter().copied().filter(|o| reach.shared || s.owners.contains(o)).collect();
            let sure_all = named.len() == can.len() && !reach.shared && !reach.timer;
            let can = if named.is_empty() { can } else { named };
            let yet: Vec<u32> = can.iter().copied().filter(|o| !down.contains(o)).collect();
            let open = |o: &u32| *o != g.goid && !down.contains(o);
            let deferred: Vec<u32> = s.deferred.iter().copied().filter(open).collect();
            if !deferred.is_empty() {
                let sure = sure_all && can.iter().all(|o| deferred.contains(o));
                return waiting_for_group(
                    look,
                    s,
                    who,
                    rest,
                    said,
                    Next::Who { rel: "its Done is deferred in".into(), goids: deferred, sure },
                );
            }
            match (can.is_empty(), yet.is_empty()) {
                (true, _) if reach.timer => Next::Root(vec![text(
                    "no goroutine is left who could call Done; a timer that runs could still start one",
                )]),
                (true, _) => Next::Root(vec![text("nobody is left who could call Done")]),
                (false, true) => Next::Who {
                    rel: "these have called Done before, and have it still:".into(),
                    goids: can,
                    sure: false,
                },
                (false, false) => {
                    let rel = if yet.len() == 1 {
                        "one that has not called Done yet has it:"
                    } else {
                        "these have not called Done yet, and have it:"
                    };
                    let sure = sure_all && can.len() == 1;
                    Next::Who { rel: rel.into(), goids: yet, sure }
                }
            }
        }
    };
    waiting_for_group(look, s, who, rest, said, next)
}

fn waiting_for_group(look: &Look<'_>, s: &SyncState, who: &str, rest: String, said: String, next: Next) -> Wait {
    Wait {
        strong: format!("{who} waits for {} to come to 0.", look.sync_name(s)),
        rest,
        rel: "waits for",
        thing: vec![sync_thing(look, s), text(" "), soft(said)],
        next,
    }
}

/// Why somebody waits for a Cond.
pub(super) fn signal(look: &Look<'_>, g: &GoroutineState, who: &str, s: &SyncState) -> Wait {
    let name = look.sync_name(s);
    let waits = |goid: u32| s.waiters.iter().any(|w| w.0 == goid);
    let next = match look.address_reachers(s.addr) {
        None => Next::Root(vec![text("who could signal is not known: there is too much memory to look through")]),
        Some(reach) => {
            let can: Vec<u32> = all_who_can(look, &reach).into_iter().filter(|&o| o != g.goid && !waits(o)).collect();
            match can.len() {
                0 if reach.timer => Next::Root(vec![text(
                    "no goroutine is left who could signal; a timer that runs could still start one",
                )]),
                0 => Next::Root(vec![text("nobody is left who could call Signal or Broadcast")]),
                _ => who_has(&reach, &s.owners, can, "signal"),
            }
        }
    };
    let others = s.waiters.len().saturating_sub(1);
    let rest = match others {
        0 => "A signal wakes it.".to_owned(),
        1 => "One more waits there; a signal wakes the one that came first.".to_owned(),
        n => format!("{n} more wait there; a signal wakes the one that came first."),
    };
    Wait {
        strong: format!("{who} waits for a signal on {name}."),
        rest,
        rel: "waits for a signal on",
        thing: vec![sync_thing(look, s)],
        next,
    }
}
