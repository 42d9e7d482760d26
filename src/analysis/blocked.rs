//! Goroutines that can never go on: whom they wait for, and what kind of finding that makes.

use super::place::{self, Place};
use super::{Finding, Kind, is_test, living};
use crate::runtime::{GStatus, Machine, NONE, Waiting};
use crate::trace::WaitReason;
use std::collections::BTreeMap;

/// Looks at whoever is blocked at the end of a run.
pub(super) fn findings(m: &mut Machine, out: &mut Vec<Finding>) {
    let Some(x) = m.exploration.as_deref() else { return };
    let (exhausted, ended, long_ago) = (x.exhausted, x.ended.clone(), x.long_ago().filter(|_| !x.unfair));
    let waits = |m: &Machine, g: u32| m.gs[g as usize].status == GStatus::Waiting && !m.waits_for_outside(g);
    let blocked: Vec<u32> = living(m).filter(|&g| waits(m, g)).collect();
    // Who comes from outside may wake anybody, but for a lock.
    let served = m.awaits_outside() && !is_test(m);
    // At rest nobody will ever go on; while some do, those whom nobody can reach will not. Those whom nobody has cared for in all the
    // time may have to wait for ever: that is no more than worth a note.
    let lost = m.lost_goroutines();
    let ignored = |g: u32| {
        let g = &m.gs[g as usize];
        g.timer == NONE && long_ago.is_some_and(|then| g.since < then)
    };
    let stuck = |&g: &u32| !exhausted || lost.contains(&m.goid(g)) || ignored(g);
    let stuck: Vec<u32> = blocked.into_iter().filter(stuck).collect();
    // Who waits at the same place for the same reason is told of once.
    let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for &g in &stuck {
        if let Some((pc, _)) = waits_at(m, g) {
            groups.entry(pc).or_default().push(g);
        }
    }
    let mut found = Vec::new();
    for (pc, group) in groups {
        let g = group[0];
        let lock = is_lock(m.gs[g as usize].reason);
        let cut_off = exhausted && !group.iter().any(|&g| lost.contains(&m.goid(g)) || never_free(m, g));
        let held_by_ended = lock && holder(m, g).is_some_and(|h| h.goid == 1 && ended.is_some());
        let (kind, error) = match &ended {
            None if exhausted && !lock && m.gs[g as usize].goid != 1 => (Kind::Leak, true),
            None => (Kind::Deadlock, lock || !served),
            Some(_) if held_by_ended && !is_test(m) => (Kind::Leak, false),
            Some(_) if lock => (Kind::Deadlock, true),
            // One that waits for work at a package-level channel may be there for the next test.
            Some(_) if is_test(m) => {
                let for_work = matches!(m.gs[g as usize].reason, WaitReason::ChanReceive | WaitReason::SyncCondWait);
                (Kind::Leak, !for_work || group.iter().any(|&g| lost.contains(&m.goid(g))))
            }
            Some(ended) => (Kind::Leak, group.iter().any(|&g| ended.lost.contains(&m.goid(g)))),
        };
        let error = error && !cut_off;
        let mut message = waits_for(m, g, cut_off);
        if group.len() > 1 {
            message.push_str(&format!(" (and {} more at the same place)", group.len() - 1));
        }
        if kind == Kind::Leak && !error && !cut_off {
            message.push_str(if is_test(m) {
                ", unless through a package-level variable"
            } else {
                "; main has returned, so the program ends all the same"
            });
        }
        let since = std::time::Duration::from_nanos(m.gs[g as usize].since);
        let role = format!("blocked here since {since:?}");
        let mut places = vec![place::of_stack(m, &place::stack(m, g), m.goid(g), &role)];
        places.extend(holder(m, g).map(|h| place::of_pc(m, h.pc, h.goid, "the lock was taken here")));
        places.extend(created(m, g));
        found.push((rank(m.gs[g as usize].reason), Finding { kind, error, message, places, key: (pc, 0) }));
    }
    // Those that others wait for come before those that only wait for others.
    crate::base::sort_by_key(&mut found, |(rank, f)| (*rank, f.key));
    out.extend(found.into_iter().map(|(_, f)| f));
}

fn rank(reason: WaitReason) -> u8 {
    match reason {
        WaitReason::SyncMutexLock | WaitReason::SyncRWMutexLock | WaitReason::SyncRWMutexRLock => 0,
        WaitReason::SyncWaitGroupWait => 2,
        _ => 1,
    }
}

fn is_lock(reason: WaitReason) -> bool {
    rank(reason) == 0
}

/// Where the user's code waits; `None` for goroutines that only the library has to do with.
fn waits_at(m: &Machine, g: u32) -> Option<(u32, crate::bytecode::FuncId)> {
    let stack = place::stack(m, g);
    // What runs tests waits for them; that is not the test's fault.
    let inner = stack.iter().find(|(_, f)| !m.program.funcs[*f].name.starts_with("runtime."))?;
    if m.program.funcs[inner.1].name.starts_with("testing.") {
        return None;
    }
    place::users(m, &stack)
}

fn created(m: &Machine, g: u32) -> Option<Place> {
    let g = &m.gs[g as usize];
    let users = m.exploration.as_deref().and_then(|x| x.started.get(&g.goid));
    (g.creator != 0).then(|| place::of_pc(m, *users.unwrap_or(&g.created_at), g.creator, "created here"))
}

/// Who holds the lock that a goroutine waits for.
fn holder(m: &Machine, g: u32) -> Option<crate::runtime::Holder> {
    let g = &m.gs[g as usize];
    match g.waiting {
        Waiting::Addr(addr) if is_lock(g.reason) => m.holders.get(&addr)?.first().copied(),
        _ => None,
    }
}

/// Whether a goroutine waits for a lock that those who hold it, and wait for each other or have ended, will not give back.
fn never_free(m: &Machine, g: u32) -> bool {
    let mut seen = vec![g];
    let mut next = g;
    while let Some(h) = holder(m, next) {
        match living(m).find(|&o| m.goid(o) == h.goid) {
            Some(o) if !seen.contains(&o) => next = o,
            _ => return true,
        }
        seen.push(next);
    }
    false
}

/// A sentence: who waits where for what, and why that never comes; or, of a run that was cut off, that it had not come by then.
fn waits_for(m: &Machine, g: u32, cut_off: bool) -> String {
    let gr = &m.gs[g as usize];
    let Some((pc, _)) = waits_at(m, g) else { return format!("goroutine {} is blocked for ever", gr.goid) };
    let at = place::short(m, pc);
    let what = place::line_text(m, pc).map_or(String::new(), |line| format!(" in `{line}`"));
    let who = if gr.goid == 1 { "main".to_owned() } else { format!("goroutine {}", gr.goid) };
    let why = match gr.reason {
        _ if cut_off && !is_lock(gr.reason) => {
            let now = std::time::Duration::from_nanos(m.now());
            let waits = match gr.reason {
                WaitReason::ChanReceive => "waits to receive".to_owned(),
                WaitReason::ChanSend => "waits to send".to_owned(),
                WaitReason::Select => "waits in select".to_owned(),
                WaitReason::SyncWaitGroupWait => "waits for a WaitGroup".to_owned(),
                WaitReason::SyncCondWait => "waits for a signal".to_owned(),
                reason => format!("is blocked [{}]", reason.text()),
            };
            format!("{waits}{what} and still did when the run was cut off after {now:?}, while others went on and on")
        }
        WaitReason::ChanReceive => format!("waits to receive{what}, and nobody is left who sends or closes"),
        WaitReason::ChanSend => format!("waits to send{what}, and nobody is left who receives"),
        WaitReason::ChanReceiveNil => format!("receives from a nil channel{what}, which blocks for ever"),
        WaitReason::ChanSendNil => format!("sends to a nil channel{what}, which blocks for ever"),
        WaitReason::Select => format!("waits in select{what}, and no case can ever go on"),
        WaitReason::SelectNoCases => "waits in a select without cases, which blocks for ever".to_owned(),
        WaitReason::SyncWaitGroupWait => {
            let count = wait_group(m, g).map_or(String::new(), |n| format!(" at {n}"));
            format!("waits for a WaitGroup{what} whose counter stays{count}")
        }
        WaitReason::SyncCondWait => format!("waits for a signal{what}, and nobody is left who gives one"),
        _ if is_lock(gr.reason) => return format!("{who} ({at}) waits for a lock{what}, {}", locked(m, g)),
        reason => format!("is blocked for ever [{}]{what}", reason.text()),
    };
    format!("{who} ({at}) {why}")
}

fn wait_group(m: &Machine, g: u32) -> Option<i64> {
    let Waiting::Addr(addr) = m.gs[g as usize].waiting else { return None };
    m.heap.load(addr, 0, crate::bytecode::Narrow::U32).map(|n| n as i64)
}

/// Why the lock that a goroutine waits for never becomes free.
fn locked(m: &Machine, g: u32) -> String {
    let own = m.goid(g);
    let Some(h) = holder(m, g) else {
        return "for which another one waits already that comes first".to_owned();
    };
    let taken = place::short(m, h.pc);
    let how = if h.read { "for reading " } else { "" };
    if h.goid == own {
        return format!("which it has taken {how}itself at {taken}");
    }
    let Some(place) = living(m).find(|&o| m.goid(o) == h.goid) else {
        return format!("which goroutine {} took {how}at {taken} and never gave back before it ended", h.goid);
    };
    let holds = format!("which goroutine {} holds {how}since {taken}", h.goid);
    // Round the circle, if there is one.
    let mut chain = vec![own, h.goid];
    let mut next = place;
    while let Some(h) = holder(m, next) {
        if chain.contains(&h.goid) {
            let names: Vec<String> = chain.iter().map(|g| format!("goroutine {g}")).collect();
            return format!("{holds}: a circle of {}", names.join(", "));
        }
        chain.push(h.goid);
        let Some(g) = living(m).find(|&o| m.goid(o) == h.goid) else { break };
        next = g;
    }
    let state = m.gs.get(next as usize).filter(|_| next != NONE).map_or("", |g| g.reason.text());
    if state.is_empty() { holds } else { format!("{holds}, and that one is blocked itself [{state}]") }
}
