//! Locks, WaitGroups, Once, Cond, atomics and sync.Map: who has them, and who waits in which order.

use super::Look;
use super::parts::{NAMES, Xray, chip, chips, code, dye, line, moment, quiet, row, short, soft};
use super::record::What;
use crate::engine::{SyncKind, SyncState};
use crate::protocol::{Node, el, text};

/// Locks and the like that are drawn.
const LOCKS: usize = 40;
/// Pips of a WaitGroup.
const PIPS: usize = 12;

/// Everything of package sync that is the program's, or that the program waits for.
pub(super) fn xrays(look: &Look<'_>) -> Vec<Node> {
    let ours = |&(goid, _): &(u32, bool)| look.goroutine(goid).is_some_and(|g| g.ours);
    let shown = |s: &&SyncState| s.kind != SyncKind::Pool && (s.named || s.waiters.iter().any(ours));
    let all: Vec<&SyncState> = look.reached.sync.iter().filter(shown).collect();
    let (mut list, rest): (Vec<&SyncState>, Vec<&SyncState>) = all.into_iter().partition(|s| busy(s));
    list.extend(rest);
    let more = list.len().saturating_sub(LOCKS);
    list.truncate(LOCKS);
    // Locks first, then what waits for others, then plain values; within a kind in the order in which variables name them.
    crate::base::sort_by_key(&mut list, |s| rank(s.kind));
    let mut out: Vec<Node> = list.into_iter().map(|s| xray(look, s)).collect();
    if more > 0 {
        out.push(
            el("p", "empty")
                .says(format!("And {more} more locks and the like, which nobody holds or waits for."))
                .into(),
        );
    }
    out
}

fn rank(kind: SyncKind) -> u8 {
    match kind {
        SyncKind::Mutex | SyncKind::RWMutex => 0,
        SyncKind::WaitGroup => 1,
        SyncKind::Once => 2,
        SyncKind::Cond => 3,
        SyncKind::Atomic => 4,
        SyncKind::Map | SyncKind::Pool => 5,
    }
}

fn busy(s: &SyncState) -> bool {
    !s.holders.is_empty() || !s.waiters.is_empty() || s.kind == SyncKind::WaitGroup && s.count != 0
}

fn xray(look: &Look<'_>, s: &SyncState) -> Node {
    let body = |says: Vec<Node>| Xray {
        thing: format!("sync {}", s.addr),
        name: code(look.sync_name(s)),
        kind: s.ty.clone(),
        says,
        busy: busy(s),
    };
    match s.kind {
        SyncKind::Mutex => body(headline(look, s, "free")).with(look, || vec![mutex(look, s)]),
        SyncKind::RWMutex => body(headline(look, s, "free")).with(look, || vec![rwmutex(look, s)]),
        SyncKind::WaitGroup => body(count_line(s)).with(look, || vec![wait_group(look, s)]),
        SyncKind::Once => {
            let says = match (s.count, s.holders.is_empty()) {
                (0, true) => "not done yet",
                (0, false) => "its function runs",
                _ => "done",
            };
            body(vec![text(says)]).with(look, || vec![once(look, s)])
        }
        SyncKind::Cond => {
            let says = match s.waiters.len() {
                0 => "nobody waits".to_owned(),
                1 => "one waits".to_owned(),
                n => format!("{n} wait"),
            };
            body(vec![text(says)]).with(look, || vec![waiting(look, s, "wait for a signal")])
        }
        SyncKind::Atomic => {
            body(vec![code(short(&s.value, 32))]).with(look, || vec![el("p", "cap").says(s.value.clone()).into()])
        }
        SyncKind::Map | SyncKind::Pool => {
            let says = match s.count {
                0 => "empty".to_owned(),
                1 => "one entry".to_owned(),
                n => format!("{n} entries"),
            };
            body(vec![text(says)]).with(look, || {
                let value = if s.count == 0 { "It holds nothing.".to_owned() } else { s.value.clone() };
                vec![el("p", "cap").with(code(value)).into()]
            })
        }
    }
}

fn headline(look: &Look<'_>, s: &SyncState, free: &str) -> Vec<Node> {
    let readers = s.holders.iter().filter(|h| h.read).count();
    let held = match s.holders.first() {
        None => free.to_owned(),
        Some(h) if !h.read => format!("held by {}", look.who(h.goid)),
        Some(h) if readers == 1 => format!("read by {}", look.who(h.goid)),
        Some(_) => format!("read by {readers}"),
    };
    let wait = match s.waiters.len() {
        0 => String::new(),
        1 => ", one waits".to_owned(),
        n => format!(", {n} wait"),
    };
    vec![text(held + &wait)]
}

/// Who holds it since when, and where it was taken.
fn holder(look: &Look<'_>, s: &SyncState, h: &crate::engine::HolderState) -> Vec<Node> {
    let mut out = vec![chip(look, h.goid)];
    if look.goroutine(h.goid).is_none() {
        out.push(soft(" which has ended"));
    }
    if let Some(at) = look.record.taken(s.addr, h.goid, look.event) {
        out.extend([soft(" since event "), moment(at).into()]);
    }
    if h.line > 0 {
        out.extend([text(" "), line(&h.file, h.line).into()]);
    }
    out
}

fn waiters(s: &SyncState, read: bool) -> Vec<u32> {
    s.waiters.iter().filter(|w| w.1 == read).map(|w| w.0).collect()
}

/// Goroutines that were woken and have not come to try again.
fn woken(look: &Look<'_>, s: &SyncState) -> Vec<u32> {
    // Who waited for it last and is runnable now stands at the lock still.
    let tries = |g: &&crate::engine::GoroutineState| {
        g.reason.is_none() && g.state == "runnable" && look.record.woken_for(g.goid, look.event) == Some(s.addr)
    };
    look.snapshot.goroutines.iter().filter(tries).map(|g| g.goid).collect()
}

fn mutex(look: &Look<'_>, s: &SyncState) -> Node {
    let mut list = el("dl", "kv");
    match s.holders.first() {
        Some(h) => list = list.all(row("held by", holder(look, s, h))),
        None => list = list.all(row("held by", [text("nobody")])),
    }
    let waiting = waiters(s, false);
    if !waiting.is_empty() {
        list = list.all(row("waiting", chips(look, &waiting)));
    }
    let woken = woken(look, s);
    if !woken.is_empty() {
        let mut said = chips(look, &woken);
        said.push(soft(if woken.len() == 1 { " tries again when it runs" } else { " try again when they run" }));
        list = list.all(row("woken", said));
    }
    list.into()
}

fn rwmutex(look: &Look<'_>, s: &SyncState) -> Node {
    let mut list = el("dl", "kv");
    let writer = s.holders.iter().find(|h| !h.read);
    let readers: Vec<u32> = s.holders.iter().filter(|h| h.read).map(|h| h.goid).collect();
    if let Some(h) = writer {
        list = list.all(row("writer", holder(look, s, h)));
    } else if readers.is_empty() {
        list = list.all(row("held by", [text("nobody")]));
    }
    if !readers.is_empty() {
        let mut said = chips(look, &readers);
        if let (1, Some(h)) = (readers.len(), s.holders.iter().find(|h| h.read)) {
            said = holder(look, s, h);
        }
        list = list.all(row("readers", said));
    }
    let (write, read) = (waiters(s, false), waiters(s, true));
    if !write.is_empty() {
        let mut said = chips(look, &write);
        match (writer.is_some(), read.is_empty()) {
            (false, true) => said.push(soft(" until the readers are out; new readers would queue behind it")),
            (false, false) => said.push(soft(" until the readers are out; new readers queue behind it")),
            (true, _) => {}
        }
        list = list.all(row("waits to write", said));
    }
    if !read.is_empty() {
        list = list.all(row("waits to read", chips(look, &read)));
    }
    list.into()
}

fn count_line(s: &SyncState) -> Vec<Node> {
    let wait = match s.waiters.len() {
        0 => "",
        1 => ", one waits",
        _ => ", several wait",
    };
    vec![text(match s.count {
        0 => "at 0".to_owned(),
        n => format!("{n} to go{wait}"),
    })]
}

/// How often each goroutine has counted a WaitGroup down since it was 0 last, and how high it has been.
pub(super) fn counted(look: &Look<'_>, addr: u64) -> (Vec<u32>, i32) {
    let deeds = look.record.deeds(addr, look.event);
    let (mut down, mut most, mut before) = (Vec::new(), 0, 0);
    for d in deeds {
        let What::Count(now) = d.what else { continue };
        if before == 0 && now > 0 {
            (down, most) = (Vec::new(), 0);
        }
        if now < before {
            down.push(d.goid);
        }
        most += (now - before).max(0);
        before = now;
    }
    (down, most)
}

fn wait_group(look: &Look<'_>, s: &SyncState) -> Node {
    let (down, most) = counted(look, s.addr);
    let to_go = usize::try_from(s.count).unwrap_or(0);
    let mut pips = el("span", "pips").attr("aria-hidden", "true");
    let shown = to_go.min(PIPS);
    pips = pips.all((0..shown).map(|_| el("i", "")));
    // Those that have called Done, in their dyes.
    let done = down.len().min(PIPS - shown.min(PIPS));
    pips = pips.all(down.iter().take(done).map(|&goid| el("i", format!("gone {}", dye(goid)))));
    let of = if most as usize > to_go { format!(" {to_go} of {most}") } else { format!(" {to_go}") };
    let mut list = el("dl", "kv").all(row("to go", [pips.into(), text(of)]));
    if !down.is_empty() {
        let mut once: Vec<u32> = Vec::new();
        for &goid in &down {
            if !once.contains(&goid) {
                once.push(goid);
            }
        }
        list = list.all(row("Done by", chips(look, &once)));
    }
    let waiting: Vec<u32> = s.waiters.iter().map(|w| w.0).collect();
    let said = if waiting.is_empty() { vec![text("nobody")] } else { chips(look, &waiting) };
    list.all(row("waiting", said)).into()
}

fn once(look: &Look<'_>, s: &SyncState) -> Node {
    let mut list = el("dl", "kv");
    list = match (s.holders.first(), s.count) {
        (Some(h), 0) => list.all(row("runs in", holder(look, s, h))),
        (_, 0) => list.all(row("function", [text("has not been called")])),
        _ => list.all(row("function", [text("has returned; Do does nothing any more")])),
    };
    let waiting: Vec<u32> = s.waiters.iter().map(|w| w.0).collect();
    if !waiting.is_empty() {
        list = list.all(row("waiting", chips(look, &waiting)));
    }
    list.into()
}

fn waiting(look: &Look<'_>, s: &SyncState, what: &'static str) -> Node {
    let goids: Vec<u32> = s.waiters.iter().map(|w| w.0).collect();
    let mut said = if goids.is_empty() { vec![text("nobody")] } else { chips(look, &goids) };
    if goids.len() > 1 && goids.len() <= NAMES {
        said.push(quiet(format!(" {what}, longest first")));
    }
    el("dl", "kv").all(row("waiting", said)).into()
}
