//! Why a goroutine does not go on: one sentence, and a chain from it to the root cause.
//!
//! Only what is known at the moment is said: who waits on what stands in the snapshot, who can still get at a thing is found in memory,
//! and who used it before is in the log. Where the rest of the run could be otherwise the words say how far they reach.

use super::Look;
use super::parts::{chip, code, line, soft, state_word, thing};
use super::record::Use;
use super::why_sync;
use crate::engine::{ChannelState, ContextState, GoroutineState, Reachers, SyncKind};
use crate::protocol::{Element, Node, el, text};
use crate::trace::WaitReason;
use crate::view::words::duration;

/// Links of a chain, and goroutines that stand beside each other in it.
const LINKS: usize = 10;
const BESIDE: usize = 4;

/// A sentence and its chain.
pub(super) struct Why {
    /// The sentence.
    pub(super) strong: String,
    /// What else there is to say.
    pub(super) rest: String,
    /// The chain, if it has more than one link.
    pub(super) chain: Vec<Node>,
}

/// What a wait is about: the sentence, the thing in between, and who could end it.
pub(super) struct Wait {
    pub(super) strong: String,
    pub(super) rest: String,
    /// How the goroutine is tied to the thing: "waits for room in".
    pub(super) rel: &'static str,
    /// The thing, and what there is to say of it.
    pub(super) thing: Vec<Node>,
    pub(super) next: Next,
}

/// Where the chain goes on.
pub(super) enum Next {
    /// Here it ends: nobody else is asked.
    Root(Vec<Node>),
    /// These could end the wait; `rel` says how they are tied to the thing. `sure`: nobody else could.
    Who { rel: String, goids: Vec<u32>, sure: bool },
    /// Cases of a select, each with what it waits for.
    Cases(Vec<Vec<Node>>),
}

/// A channel as a thing that can be clicked.
pub(super) fn channel_thing(look: &Look<'_>, number: u32) -> Node {
    let label = match look.context(number) {
        Some(ctx) => format!("{}.Done()", look.ctx_name(ctx)),
        None => look.chan_name(number),
    };
    thing(format!("chan {number}"), label).into()
}

/// Why this goroutine is where it is.
pub(super) fn why(look: &Look<'_>, goid: u32) -> Why {
    let mut chain = vec![link(look, goid)];
    let (mut strong, mut rest) = (String::new(), String::new());
    let (mut at, mut visited, mut sure) = (goid, vec![goid], true);
    loop {
        let wait = wait_of(look, at);
        if at == goid {
            (strong, rest) = (wait.strong, wait.rest);
        }
        if !wait.rel.is_empty() {
            chain.push(rel(wait.rel));
            chain.push(el("li", "").all(wait.thing).into());
        }
        match wait.next {
            Next::Root(words) => {
                if !words.is_empty() {
                    chain.push(el("li", "root").all(words).into());
                }
                break;
            }
            Next::Cases(cases) => {
                chain.extend(cases.into_iter().map(|c| el("li", "case").all(c).into()));
                break;
            }
            Next::Who { rel: how, goids, sure: known } => {
                sure &= known;
                chain.push(rel(how));
                let circle = goids.iter().copied().find(|g| visited.contains(g));
                let alone = goids.len() == 1;
                if let (Some(again), true) = (circle, alone) {
                    chain.push(el("li", "root").all(around(look, again, goid, sure)).into());
                    break;
                }
                let (blocked, free): (Vec<u32>, Vec<u32>) = goids.iter().partition(|&&g| is_blocked(look, g));
                // Where all is over the circle is closed as soon as it can be.
                if let Some(again) = circle.filter(|_| look.stuck && look.ended() && free.is_empty()) {
                    goids.iter().filter(|g| **g != again).take(BESIDE - 1).for_each(|&g| chain.push(link(look, g)));
                    chain.push(el("li", "root").all(around(look, again, goid, sure)).into());
                    break;
                }
                // The one that is followed stands last: one that can go on, there the chain ends; else one that was not met yet.
                let fresh = blocked.iter().filter(|g| !visited.contains(g));
                let Some(next) = free.iter().chain(fresh).next().copied() else {
                    goids.iter().take(BESIDE).for_each(|&g| chain.push(link(look, g)));
                    chain.push(el("li", "root").all(around(look, goids[0], goid, sure)).into());
                    break;
                };
                let others: Vec<u32> = goids.iter().copied().filter(|&g| g != next).collect();
                for &g in others.iter().take(BESIDE - 1) {
                    chain.push(link(look, g));
                }
                if others.len() >= BESIDE {
                    chain.push(el("li", "").with(soft(format!("and {} more", others.len() + 1 - BESIDE))).into());
                }
                chain.push(link(look, next));
                if visited.len() >= LINKS {
                    chain.push(el("li", "root").with(text("and so on.")).into());
                    break;
                }
                visited.push(next);
                at = next;
            }
        }
    }
    Why { strong, rest, chain }
}

fn rel(words: impl Into<String>) -> Node {
    el("li", "rel").says(words.into()).into()
}

/// A goroutine as a link of the chain.
fn link(look: &Look<'_>, goid: u32) -> Node {
    el("li", "")
        .with(chip(look, goid))
        .says(" ")
        .with(code(look.name(goid)))
        .says(" ")
        .with(el("span", "push").with(state_word(look, goid)))
        .into()
}

/// The chain comes back to somebody.
fn around(look: &Look<'_>, again: u32, first: u32, sure: bool) -> Vec<Node> {
    let known = look.stuck && look.ended() || sure;
    let end = match (known, again == first) {
        (true, true) => " again: a deadlock, each waits for the next one.",
        (true, false) => " again: these wait for each other, a deadlock.",
        (false, _) => " again. As far as the run up to here shows, each waits for the next one.",
    };
    vec![text("and that is "), chip(look, again), text(end)]
}

pub(super) fn is_blocked(look: &Look<'_>, goid: u32) -> bool {
    look.goroutine(goid)
        .is_some_and(|g| !matches!(g.reason, None | Some(WaitReason::Sleep | WaitReason::IoWait | WaitReason::Syscall)))
}

pub(super) fn is_alive(look: &Look<'_>, goid: u32) -> bool {
    look.goroutine(goid).is_some()
}

fn plain(strong: String, rest: impl Into<String>, root: Vec<Node>) -> Wait {
    Wait { strong, rest: rest.into(), rel: "", thing: Vec::new(), next: Next::Root(root) }
}

pub(super) fn wait_of(look: &Look<'_>, goid: u32) -> Wait {
    let who = look.who(goid);
    let Some(g) = look.goroutine(goid) else { return absent(look, goid) };
    let Some(reason) = g.reason else { return ready(look, g, &who) };
    match reason {
        WaitReason::Sleep => sleeps(look, g, &who),
        WaitReason::Syscall => match look.snapshot.timers.iter().find(|t| t.goid == Some(goid)) {
            Some(t) => plain(
                format!("{who} is in a system call."),
                format!("It comes back in {}, at {}.", look.until(t.when), duration(t.when)),
                vec![text(format!("comes back at {}", duration(t.when)))],
            ),
            None => plain(
                format!("{who} is in a system call."),
                "It comes back by itself.",
                vec![text("comes back by itself")],
            ),
        },
        WaitReason::IoWait => plain(
            format!("{who} waits for input or output (IO wait)."),
            "It goes on when the other end of the pipe or connection reads, writes or closes.",
            vec![text("waits for the other end")],
        ),
        WaitReason::ChanSendNil => plain(
            format!("{who} sends to a nil channel, which blocks for ever."),
            "The variable has no channel in it: nobody made one, or it was set to nil.",
            vec![text("a nil channel: nobody can ever end this wait")],
        ),
        WaitReason::ChanReceiveNil => plain(
            format!("{who} receives from a nil channel, which blocks for ever."),
            "The variable has no channel in it: nobody made one, or it was set to nil.",
            vec![text("a nil channel: nobody can ever end this wait")],
        ),
        WaitReason::SelectNoCases => plain(
            format!("{who} waits in a select without cases, which blocks for ever."),
            "Only the end of the program ends this wait.",
            vec![text("a select without cases: nobody can ever end this wait")],
        ),
        WaitReason::Select => selects(look, g, &who),
        WaitReason::ChanSend => match g.waits_on.and_then(|n| look.channel(n)) {
            Some(c) => sends(look, g, &who, c),
            None => plain(format!("{who} waits to send on a channel."), "", Vec::new()),
        },
        WaitReason::ChanReceive => match g.waits_on.and_then(|n| look.channel(n)) {
            Some(c) => receives(look, g, &who, c),
            None => plain(format!("{who} waits to receive from a channel."), "", Vec::new()),
        },
        WaitReason::SynctestRun => plain(
            format!("{who} waits for its bubble of testing/synctest."),
            "It goes on when every goroutine of the bubble has ended.",
            vec![text("goes on when its bubble has ended")],
        ),
        WaitReason::SynctestWait => plain(
            format!("{who} waits in synctest.Wait."),
            "It goes on when every other goroutine of its bubble is blocked or has ended.",
            vec![text("goes on when the others of its bubble are blocked")],
        ),
        WaitReason::SyncMutexLock
        | WaitReason::SyncRWMutexLock
        | WaitReason::SyncRWMutexRLock
        | WaitReason::SyncWaitGroupWait
        | WaitReason::SyncCondWait
        | WaitReason::SemAcquire
        | WaitReason::None => match g.waits_at.and_then(|addr| look.sync(addr)) {
            Some(s) => match s.kind {
                SyncKind::WaitGroup => why_sync::group(look, g, &who, s),
                SyncKind::Cond => why_sync::signal(look, g, &who, s),
                _ => why_sync::lock(look, g, &who, s, reason),
            },
            None => plain(
                format!("{who} waits ({}).", reason.text()),
                "What it waits for is the library's own.",
                vec![text("waits for something of the library's own")],
            ),
        },
    }
}

/// One that is not there: not yet, or not any more.
fn absent(look: &Look<'_>, goid: u32) -> Wait {
    let who = look.who(goid);
    let state = look.state_text(goid);
    match state.as_str() {
        "not started" => plain(format!("{who} has not been started yet."), "", Vec::new()),
        "done" => {
            let at = look.since(goid).map_or_else(String::new, |at| format!(" at event {at}"));
            plain(format!("{who} is done: its function returned{at}."), "", vec![text("done")])
        }
        other => {
            plain(format!("{who}: {other}."), "There are too many goroutines to look at this one closely.", Vec::new())
        }
    }
}

fn place(g: &GoroutineState) -> Option<Element> {
    g.frames.iter().find(|f| !f.file.starts_with('/')).or(g.frames.first()).map(|f| line(&f.file, f.line))
}

fn ready(look: &Look<'_>, g: &GoroutineState, who: &str) -> Wait {
    let s = look.snapshot;
    if g.state == "running" {
        let p = s.processors.iter().position(|p| p.goid == Some(g.goid));
        let on = p.map_or_else(String::new, |p| format!(" on P{p}"));
        let root: Vec<Node> = match (look.ended(), place(g)) {
            (false, Some(line)) => vec![text("runs, at "), line.into()],
            (true, Some(line)) => vec![text("was here when the program ended: "), line.into()],
            (_, None) => vec![text("runs")],
        };
        let strong = match &s.end {
            Some(e) if e.kind != "exit" && e.kind != "deadlock" => {
                format!("{who} was running{on} when a {} ended the program.", e.kind)
            }
            Some(_) => format!("{who} was running{on} when the program ended."),
            None => format!("{who} is running{on}."),
        };
        // What it said when it died stands in Go's own words.
        let dead = s.end.as_ref().filter(|e| matches!(e.kind.as_str(), "panic" | "fatal error"));
        let rest = dead.and_then(|e| look.session.last_words(&format!("{}: ", e.kind))).unwrap_or_default();
        return plain(strong, rest, root);
    }
    let queue = s.processors.iter().enumerate().find_map(|(i, p)| {
        if p.runnext == Some(g.goid) {
            return Some((format!("It is next on P{i} (runnext)"), p.goid));
        }
        let at = p.queue.iter().position(|&q| q == g.goid)?;
        let before = at + usize::from(p.runnext.is_some());
        let place = match before {
            0 => format!("It is first in the queue of P{i}"),
            1 => format!("It is in the queue of P{i}, one is before it"),
            n => format!("It is in the queue of P{i}, {n} are before it"),
        };
        Some((place, p.goid))
    });
    let global = || {
        s.global_queue
            .iter()
            .position(|&q| q == g.goid)
            .map(|at| (format!("It is number {} in the global queue", at + 1), None))
    };
    let (place, runs) = queue.or_else(global).unwrap_or_else(|| ("It is on its way to a P".to_owned(), None));
    let rest = match runs {
        Some(runs) if runs != g.goid => format!("{place}, where {} runs now.", look.who(runs)),
        _ => format!("{place}."),
    };
    let strong = if look.ended() {
        format!("{who} could have gone on, but the program has ended.")
    } else {
        format!("{who} could run and waits for its turn.")
    };
    plain(strong, rest, vec![text("ready: it goes on when a P takes it")])
}

fn sleeps(look: &Look<'_>, g: &GoroutineState, who: &str) -> Wait {
    match look.snapshot.timers.iter().find(|t| t.goid == Some(g.goid)) {
        Some(t) => plain(
            format!("{who} sleeps until {}.", duration(t.when)),
            format!("Its timer wakes it in {}.", look.until(t.when)),
            vec![thing("timers", "timer").into(), text(format!(" wakes it at {}", duration(t.when)))],
        ),
        None => plain(format!("{who} sleeps."), "", vec![text("a timer wakes it")]),
    }
}

/// What a channel holds, in a few words.
fn fill(c: &ChannelState) -> Node {
    soft(match (c.cap, c.values.len()) {
        _ if c.closed => "closed".to_owned(),
        _ if c.timed => "a timer's channel".to_owned(),
        (0, _) => "unbuffered".to_owned(),
        (cap, 0) => format!("empty, room for {cap}"),
        (cap, n) if cap == n => format!("full, {n} of {cap}"),
        (cap, n) => format!("{n} of {cap}"),
    })
}

/// What is missing on a channel.
#[derive(Clone, Copy, PartialEq)]
enum Missing {
    Receiver,
    Sender,
}

/// Who could do the missing part on a channel: those who did it before, and those who can get at it.
fn partners(look: &Look<'_>, c: &ChannelState, own: u32, missing: Missing) -> Next {
    let verb = if missing == Missing::Receiver { "receive" } else { "send or close" };
    let (only, so_far) = match (missing, c.cap) {
        (Missing::Receiver, 0) => ("the only other one that receives there:", "so far, those who received there:"),
        (Missing::Receiver, _) => ("emptied only by", "so far emptied by"),
        (Missing::Sender, 0) => ("the only other one that sends there:", "so far, those who sent there:"),
        (Missing::Sender, _) => ("filled only by", "so far filled by"),
    };
    // Whoever waits on the same side cannot help from there.
    let same_side = |goid: u32| {
        look.goroutine(goid).is_some_and(|g| g.waits_on == Some(c.number))
            && match missing {
                Missing::Receiver => c.senders.iter().any(|s| s.goid == goid),
                Missing::Sender => c.receivers.contains(&goid),
            }
    };
    let other = |goid: &u32| *goid != own && *goid != 0 && !same_side(*goid);
    let mut before = match missing {
        Missing::Receiver => look.record.users(c.number, Use::Receive, look.event),
        Missing::Sender => look.record.users(c.number, Use::Send, look.event),
    };
    before.retain(other);
    let (used, gone): (Vec<u32>, Vec<u32>) = before.into_iter().partition(|&g| is_alive(look, g));
    let Some(reach) = look.channel_reachers(c.number) else {
        return match used.as_slice() {
            [] => Next::Root(vec![text(format!(
                "who could {verb} is not known: there is too much memory to look through"
            ))]),
            _ => Next::Who { rel: so_far.into(), goids: used, sure: false },
        };
    };
    let can: Vec<u32> = all_who_can(look, &reach).into_iter().filter(other).collect();
    let owners = look.reached.channels.iter().find(|r| r.number == c.number).map_or(&[][..], |r| &r.owners);
    if can.is_empty() {
        return Next::Root(nobody(look, &gone, verb, reach.timer));
    }
    let alone = can.len() == 1 && !reach.shared && !reach.timer;
    let used: Vec<u32> = used.into_iter().filter(|g| can.contains(g)).collect();
    if !used.is_empty() {
        let rel = if used.len() == 1 && alone { only } else { so_far };
        return Next::Who { rel: rel.into(), sure: alone, goids: used };
    }
    who_has(&reach, owners, can, verb)
}

/// Those who have a thing and could do something with it, though nobody has yet.
pub(super) fn who_has(reach: &Reachers, owners: &[u32], can: Vec<u32>, verb: &str) -> Next {
    if reach.shared && can.len() > BESIDE {
        let words = format!("any goroutine could {verb}: it is a package-level variable, and so far nobody has");
        return Next::Root(vec![text(words)]);
    }
    let alone = can.len() == 1 && !reach.shared && !reach.timer;
    // What stands in a variable is surer than what only may be a pointer.
    let named: Vec<u32> = can.iter().copied().filter(|g| reach.shared || owners.contains(g)).collect();
    match (named.len(), can.len()) {
        (_, 1) if alone => {
            Next::Who { rel: format!("only one other has it, and could {verb}:"), sure: true, goids: can }
        }
        (0, _) => Next::Who {
            rel: format!("no other variable holds it; as far as memory tells, these might {verb}:"),
            sure: false,
            goids: can,
        },
        (1, _) => Next::Who { rel: format!("another one has it, and could {verb}:"), sure: false, goids: named },
        _ => Next::Who { rel: format!("these have it, and could {verb}:"), sure: false, goids: named },
    }
}

pub(super) fn all_who_can(look: &Look<'_>, reach: &Reachers) -> Vec<u32> {
    if reach.shared {
        look.snapshot.goroutines.iter().filter(|g| g.ours).map(|g| g.goid).collect()
    } else {
        reach.goroutines.clone()
    }
}

/// Nobody is left who could end a wait.
fn nobody(look: &Look<'_>, gone: &[u32], verb: &str, timer: bool) -> Vec<Node> {
    if timer {
        return vec![text(format!("no goroutine is left who could {verb}; a timer that runs could still start one"))];
    }
    let mut out = vec![text(format!("nobody is left who could {verb}"))];
    if !gone.is_empty() {
        out.push(text(": "));
        for (i, &g) in gone.iter().take(BESIDE).enumerate() {
            if i > 0 {
                out.push(text(" "));
            }
            out.push(chip(look, g));
        }
        out.push(text(if gone.len() == 1 {
            ", which did so before, has ended"
        } else {
            ", which did so before, have ended"
        }));
    }
    out
}

fn sends(look: &Look<'_>, g: &GoroutineState, who: &str, c: &ChannelState) -> Wait {
    let name = look.chan_name(c.number);
    let value = c.senders.iter().find(|s| s.goid == g.goid).map_or("", |s| s.value.as_str());
    let value = if value.is_empty() { String::new() } else { format!(" {}", super::parts::short(value, 40)) };
    let before = c.senders.iter().position(|s| s.goid == g.goid).unwrap_or(0);
    let mut rest = match c.cap {
        0 => "It is unbuffered, and nobody is there to receive.".to_owned(),
        cap => format!("The buffer is full, {} of {cap}.", c.values.len()),
    };
    match before {
        0 => {}
        1 => rest.push_str(" One that came earlier is before it."),
        n => rest.push_str(&format!(" {n} that came earlier are before it.")),
    }
    Wait {
        strong: format!("{who} waits to send{value} on {name}."),
        rest,
        rel: if c.cap == 0 { "waits for a receiver at" } else { "waits for room in" },
        thing: vec![channel_thing(look, c.number), text(" "), fill(c)],
        next: partners(look, c, g.goid, Missing::Receiver),
    }
}

fn receives(look: &Look<'_>, g: &GoroutineState, who: &str, c: &ChannelState) -> Wait {
    let thing_nodes = vec![channel_thing(look, c.number), text(" "), fill(c)];
    let rel = "waits for a value from";
    if let Some(t) = look.timer(c.number) {
        return Wait {
            strong: format!("{who} waits for a timer."),
            rest: format!("It sends the time to {} in {}.", look.chan_name(c.number), look.until(t.when)),
            rel,
            thing: thing_nodes,
            next: Next::Root(vec![thing("timers", "timer").into(), text(format!(" fires at {}", duration(t.when)))]),
        };
    }
    if let Some(ctx) = look.context(c.number) {
        return waits_for_context(look, g, who, ctx);
    }
    let name = look.chan_name(c.number);
    if c.timed {
        return Wait {
            strong: format!("{who} waits for a timer that does not run."),
            rest: "It was stopped, or it has fired already and was not started again.".to_owned(),
            rel,
            thing: thing_nodes,
            next: Next::Root(vec![text(
                "the timer was stopped or has fired: nobody ends this wait unless it is started again",
            )]),
        };
    }
    let before = c.receivers.iter().position(|&r| r == g.goid).unwrap_or(0);
    let mut rest = match c.cap {
        0 => "It is unbuffered, and nobody is there to send.".to_owned(),
        _ => "The buffer is empty, and it is not closed.".to_owned(),
    };
    match before {
        0 => {}
        1 => rest.push_str(" One that came earlier is before it."),
        n => rest.push_str(&format!(" {n} that came earlier are before it.")),
    }
    Wait {
        strong: format!("{who} waits to receive from {name}."),
        rest,
        rel,
        thing: thing_nodes,
        next: partners(look, c, g.goid, Missing::Sender),
    }
}

/// A context and those above it whose end is its end, too.
fn and_above<'a>(look: &'a Look<'_>, ctx: &'a ContextState) -> Vec<&'a ContextState> {
    let all = &look.reached.contexts;
    let (mut out, mut at) = (Vec::new(), Some(ctx));
    while let Some(c) = at.filter(|c| c.kind != "WithoutCancel" && out.len() < all.len()) {
        out.push(c);
        at = c.parent.and_then(|p| all.get(p));
    }
    out
}

fn waits_for_context(look: &Look<'_>, g: &GoroutineState, who: &str, ctx: &ContextState) -> Wait {
    let name = look.ctx_name(ctx);
    let line = and_above(look, ctx);
    let first = line.iter().filter_map(|c| Some((c.deadline?, *c))).min_by_key(|d| d.0);
    let whose = |c: &ContextState| match c.addr == ctx.addr {
        true => "its deadline".to_owned(),
        false => format!("the deadline of {}, above it,", look.ctx_name(c)),
    };
    let mut cancellers: Vec<u32> =
        line.iter().flat_map(|c| c.cancellers.iter().copied()).filter(|&c| c != g.goid).collect();
    cancellers.sort_unstable();
    cancellers.dedup();
    let shared = cancellers.first() == Some(&0);
    cancellers.retain(|&c| c != 0 && is_alive(look, c));
    let thing = vec![thing(format!("context {}", ctx.addr), name.clone()).into()];
    let (rest, next) = match first {
        Some((when, c)) => {
            let rest = format!("It ends in {}, or when somebody cancels it before.", look.until(when));
            (rest, Next::Root(vec![text(format!("{} is at {}", whose(c), duration(when)))]))
        }
        None if shared => (
            "It has no deadline: somebody must cancel it.".to_owned(),
            Next::Root(vec![text(
                "a package-level variable holds its cancel function, so any goroutine could call it",
            )]),
        ),
        None if cancellers.is_empty() => (
            "It has no deadline: somebody must cancel it.".to_owned(),
            Next::Root(vec![text("no variable holds its cancel function any more, as far as can be seen here")]),
        ),
        None => (
            "It has no deadline: somebody must cancel it, or a context above it.".to_owned(),
            Next::Who { rel: "its cancel function is held by".into(), sure: false, goids: cancellers },
        ),
    };
    Wait { strong: format!("{who} waits for {name} to end."), rest, rel: "waits for the end of", thing, next }
}

fn selects(look: &Look<'_>, g: &GoroutineState, who: &str) -> Wait {
    let live = g.cases.iter().filter(|c| c.channel.is_some()).count();
    let strong = match g.cases.len() {
        0 => format!("{who} waits in a select."),
        1 => format!("{who} waits in a select with one case, which cannot go yet."),
        n => format!("{who} waits in a select: none of its {n} cases can go yet."),
    };
    let mut cases = Vec::new();
    for c in &g.cases {
        let mut said = vec![code(super::select::case_name(look, c)), text(" ")];
        match c.channel.and_then(|n| look.channel(n)) {
            None => said.push(soft("a nil channel: never")),
            Some(channel) => {
                let as_if = if c.send { sends(look, g, who, channel) } else { receives(look, g, who, channel) };
                match as_if.next {
                    Next::Root(words) => said.extend(words),
                    Next::Cases(_) => {}
                    Next::Who { rel, goids, .. } => {
                        said.push(soft(format!("{} ", rel.trim_end_matches(':'))));
                        for &goid in goids.iter().take(BESIDE) {
                            said.extend([chip(look, goid), text(" "), state_word(look, goid).into(), text(" ")]);
                        }
                        if goids.len() > BESIDE {
                            said.push(soft(format!("and {} more", goids.len() - BESIDE)));
                        }
                    }
                }
            }
        }
        cases.push(said);
    }
    let rest = match (live, g.cases.len()) {
        (0, n) if n > 0 => "All its channels are nil, so it waits for ever.".to_owned(),
        _ => "It goes on with the first that can.".to_owned(),
    };
    // With one channel it is like a plain send or receive, and the chain goes on.
    if let ([one], 1) = (g.cases.as_slice(), live)
        && let Some(channel) = one.channel.and_then(|n| look.channel(n))
    {
        let as_if = if one.send { sends(look, g, who, channel) } else { receives(look, g, who, channel) };
        return Wait { strong, rest, ..as_if };
    }
    Wait {
        strong,
        rest,
        rel: "waits for any of",
        thing: vec![thing(format!("select {}", g.goid), "select").into()],
        next: Next::Cases(cases),
    }
}

/// The sentence and the chain as they stand in a panel.
pub(super) fn nodes(why: Why) -> Vec<Node> {
    let mut p = el("p", "why").with(el("strong", "").says(why.strong));
    if !why.rest.is_empty() {
        p = p.says(format!(" {}", why.rest));
    }
    let mut out: Vec<Node> = vec![p.into()];
    if why.chain.len() > 1 {
        out.push(el("ol", "chain").attr("aria-label", "From the wait to its cause").all(why.chain).into());
    }
    out
}
