//! What happens before what: the causes of an event, and which events are before, after and concurrent to it.
//!
//! The edges are those of Go's memory model that the event log shows: `go` statements, values through channels (and room in a full
//! buffer), closes, locks, counters of WaitGroups, and whoever makes another runnable.

use super::history::{History, LinkKind};
use std::collections::BTreeMap;

/// One goroutine's doing lets another go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: u64,
    pub(super) at: u64,
    pub(super) source: u32,
    pub(super) target: u32,
    pub(super) why: Why,
}

/// How.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Link(LinkKind),
    /// A value of this channel.
    Value(u32),
    /// Room in the buffer of this channel.
    Room(u32),
}

/// All edges of a run in order of their effects.
#[derive(Debug, Default)]
pub(super) struct Edges {
    seen: u64,
    list: Vec<Edge>,
}

/// For each goroutine that has any: up to where its events are before the chosen one, and from where they are after it.
pub(super) type Cuts = BTreeMap<u32, (u64, u64)>;

impl Edges {
    /// Takes in what has happened since.
    pub(super) fn follow(&mut self, history: &History) {
        if self.seen == history.seen {
            return;
        }
        self.seen = history.seen;
        self.list.clear();
        self.list.extend(history.links.iter().map(|l| Edge {
            from: l.from,
            at: l.at,
            source: l.source,
            target: l.target,
            why: Why::Link(l.kind),
        }));
        for (&number, c) in &history.channels {
            for (i, pass) in c.passes.iter().enumerate().filter(|(_, p)| p.received != u64::MAX) {
                let (from, at) = (pass.sent, pass.received);
                let value = Edge { from, at, source: pass.sender, target: pass.receiver, why: Why::Value(number) };
                self.list.push(value);
                if c.cap == 0 {
                    // The sender goes on only when the value has been taken.
                    let (source, target) = (pass.receiver, pass.sender);
                    self.list.push(Edge { from: at, at, source, target, why: Why::Room(number) });
                } else if let Some(next) = c.passes.get(i + c.cap as usize) {
                    let (source, target) = (pass.receiver, next.sender);
                    self.list.push(Edge { from: at, at: next.sent.max(at), source, target, why: Why::Room(number) });
                }
            }
        }
        self.list.retain(|e| e.source != 0 && e.source != e.target);
        crate::base::sort_by_key(&mut self.list, |e| e.at);
    }

    /// What is before and after the event that has happened at a moment.
    pub(super) fn cuts(&self, goid: u32, moment: u64) -> Cuts {
        let mut cuts = Cuts::new();
        cuts.insert(goid, (moment, moment));
        let (before, after) = self.list.split_at(self.list.partition_point(|e| e.at <= moment));
        for e in before.iter().rev() {
            if cuts.get(&e.target).is_some_and(|c| c.0 >= e.at) {
                let cut = cuts.entry(e.source).or_insert((0, u64::MAX));
                cut.0 = cut.0.max(e.from);
            }
        }
        for e in after {
            if cuts.get(&e.source).is_some_and(|c| c.1 <= e.from) {
                let cut = cuts.entry(e.target).or_insert((0, u64::MAX));
                cut.1 = cut.1.min(e.at);
            }
        }
        cuts
    }

    /// What the goroutine waited for, or was started by, last before a moment.
    pub(super) fn cause(&self, goid: u32, moment: u64) -> Option<Edge> {
        let before = &self.list[..self.list.partition_point(|e| e.at <= moment)];
        before.iter().rev().find(|e| e.target == goid && (e.from < moment || e.why_is_value())).copied()
    }

    /// What it lets another do first from a moment on.
    pub(super) fn effect(&self, goid: u32, moment: u64) -> Option<Edge> {
        let after = &self.list[self.list.partition_point(|e| e.at < moment)..];
        after.iter().find(|e| e.source == goid && e.from >= moment).copied()
    }

    /// The causes of an event, the nearest first, at most so many.
    pub(super) fn chain(&self, goid: u32, moment: u64, most: usize) -> Vec<Edge> {
        let mut out: Vec<Edge> = Vec::new();
        let (mut goid, mut moment) = (goid, moment);
        while out.len() < most {
            let Some(edge) = self.cause(goid, moment).filter(|e| !out.contains(e)) else { break };
            out.push(edge);
            // Hand to hand at one moment: further back than that.
            (goid, moment) = (edge.source, if edge.from == moment { moment - 1 } else { edge.from });
        }
        out
    }
}

impl Edge {
    fn why_is_value(&self) -> bool {
        matches!(self.why, Why::Value(_))
    }
}
