//! What events have told of channels, locks and P's: who used what when. It follows the log as `History` does, and every question
//! names the moment, so that what comes later is not told.

use crate::engine::{ContextState, Output, Reached, SyncKind};
use crate::trace::{Event, EventKind};
use std::collections::{BTreeMap, BTreeSet};

/// Entries kept of one list; beyond twice as many the oldest go.
const MOST: usize = 100_000;

/// How a goroutine used a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    Send,
    Receive,
    Close,
}

/// Something done to a lock or WaitGroup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) at: u64,
    pub(crate) goid: u32,
    pub(crate) what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Lock { read: bool },
    Unlock { read: bool },
    Count(i32),
}

/// A goroutine that was made ready on one P and runs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Move {
    pub(crate) at: u64,
    pub(crate) goid: u32,
    pub(crate) from: u16,
    pub(crate) to: u16,
}

/// See above.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    seen: u64,
    /// First uses of channels: channel, use, goroutine and event.
    uses: BTreeMap<(u32, Use), BTreeMap<u32, u64>>,
    deeds: BTreeMap<u64, Vec<Deed>>,
    moves: Vec<Move>,
    /// On which P somebody was made ready.
    ready_on: BTreeMap<u32, u16>,
    /// Waits for locks of each goroutine: since when, when it was woken, when it ran again (`u64::MAX`: not yet), and for what.
    waits: BTreeMap<u32, Vec<(u64, u64, u64, u64)>>,
    /// Names of locks and the like by address.
    names: BTreeMap<u64, (SyncKind, String)>,
    /// Names of channels by number, where there is a better one than that of the source.
    channels: BTreeMap<u32, String>,
    /// How many channels were made under a name.
    made: BTreeMap<String, u32>,
    /// Locks that are the library's.
    library: BTreeSet<u64>,
    /// Contexts by the number of their channel.
    contexts: BTreeMap<u32, ContextState>,
    /// Values that were passed on, by event, where the words of the event do not tell.
    pub(crate) values: BTreeMap<u64, Option<String>>,
    /// Things whose names were looked for in vain.
    unknown: BTreeSet<Thing>,
    /// Whether a select of the program's own has a default.
    pub(crate) has_default: bool,
}

/// Something that an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    Addr(u64),
    Chan(u32),
}

fn keep<T>(list: &mut Vec<T>, entry: T) {
    list.push(entry);
    if list.len() > 2 * MOST {
        list.drain(..MOST);
    }
}

impl Record {
    /// Takes further events in; `named` tells of the name of a channel made by an instruction.
    pub(crate) fn extend(&mut self, events: &[Event], named: impl Fn(u32, u32) -> Option<String>) {
        for e in events {
            self.seen += 1;
            let at = self.seen;
            let mut uses = |chan, how, goid| {
                let by: &mut BTreeMap<u32, u64> = self.uses.entry((chan, how)).or_default();
                if goid != 0 && by.len() < MOST {
                    by.entry(goid).or_insert(at);
                }
            };
            match e.kind {
                EventKind::ChanMake { at: pc, ty, .. } => {
                    if let Some(name) = named(pc, ty) {
                        *self.made.entry(name).or_default() += 1;
                    }
                }
                EventKind::ChanSend { chan, to, .. } => {
                    uses(chan, Use::Send, e.goid);
                    uses(chan, Use::Receive, to);
                }
                EventKind::ChanRecv { chan, from, .. } => {
                    uses(chan, Use::Receive, e.goid);
                    uses(chan, Use::Send, from);
                }
                EventKind::ChanClose { chan } => uses(chan, Use::Close, e.goid),
                EventKind::Lock { addr, read } => self.deed(addr, at, e.goid, What::Lock { read }),
                EventKind::Unlock { addr, read } => self.deed(addr, at, e.goid, What::Unlock { read }),
                EventKind::WaitGroup { addr, count } => self.deed(addr, at, e.goid, What::Count(count)),
                EventKind::GoBlock { addr, .. } if addr != 0 => {
                    keep(self.waits.entry(e.goid).or_default(), (at, u64::MAX, u64::MAX, addr));
                }
                EventKind::GoCreate { new, .. } => _ = self.ready_on.insert(new, e.p),
                EventKind::GoUnblock { goid } => {
                    if let Some(last) = self.waits.get_mut(&goid).and_then(|w| w.last_mut()).filter(|w| w.1 == u64::MAX)
                    {
                        last.1 = at;
                    }
                    if e.goid == 0 {
                        self.ready_on.remove(&goid);
                    } else {
                        self.ready_on.insert(goid, e.p);
                    }
                }
                // It goes to the queue that all share.
                EventKind::GoStop { .. } => _ = self.ready_on.remove(&e.goid),
                EventKind::GoStart => {
                    if let Some(last) =
                        self.waits.get_mut(&e.goid).and_then(|w| w.last_mut()).filter(|w| w.2 == u64::MAX)
                    {
                        last.2 = at;
                    }
                    if let Some(from) = self.ready_on.remove(&e.goid).filter(|&from| from != e.p) {
                        keep(&mut self.moves, Move { at, goid: e.goid, from, to: e.p });
                    }
                }
                _ => {}
            }
        }
    }

    fn deed(&mut self, addr: u64, at: u64, goid: u32, what: What) {
        keep(self.deeds.entry(addr).or_default(), Deed { at, goid, what });
    }

    /// Takes in by which names things can be had.
    pub(crate) fn learn(&mut self, reached: &Reached) {
        for s in reached.sync.iter().filter(|s| s.named) {
            self.names.insert(s.addr, (s.kind, s.name.clone()));
        }
        self.library.extend(&reached.library_locks);
        for c in &reached.channels {
            if let Some(path) = c.path.as_ref().filter(|p| !p.starts_with('(')) {
                self.channels.entry(c.number).or_insert_with(|| path.clone());
            }
        }
        for c in &reached.contexts {
            if let Some(done) = c.done {
                // The name that was learned first stays, unless it was only the library's.
                let known = self.contexts.get(&done).filter(|known| known.named || !c.named);
                let (name, named) = known.map_or((c.name.clone(), c.named), |known| (known.name.clone(), known.named));
                self.contexts.insert(done, ContextState { name, named, ..c.clone() });
            }
        }
    }

    /// Whether it is known what lies at this address.
    pub(crate) fn knows(&self, addr: u64) -> bool {
        self.names.contains_key(&addr) || self.library.contains(&addr)
    }

    /// Whether the lock at this address is the library's.
    pub(crate) fn is_library(&self, addr: u64) -> bool {
        self.library.contains(&addr) && !self.names.contains_key(&addr)
    }

    /// Notes that nothing is known of a thing; it is the library's if `library` says so of its address.
    pub(crate) fn give_up(&mut self, thing: Thing, library: impl Fn(u64) -> bool) {
        self.unknown.insert(thing);
        if let Thing::Addr(addr) = thing
            && library(addr)
        {
            self.library.insert(addr);
        }
    }

    /// What an event is about, if its name is not known and has not been looked for in vain.
    pub(crate) fn unknown(&self, e: &Event, library: impl Fn(u32) -> bool) -> Option<Thing> {
        let thing = match e.kind {
            EventKind::Lock { addr, .. } | EventKind::Unlock { addr, .. } | EventKind::WaitGroup { addr, .. } => {
                Thing::Addr(addr)
            }
            EventKind::GoBlock { addr, .. } if addr != 0 => Thing::Addr(addr),
            EventKind::GoBlock { chan, .. }
            | EventKind::ChanMake { chan, .. }
            | EventKind::ChanSend { chan, .. }
            | EventKind::ChanRecv { chan, .. }
            | EventKind::ChanClose { chan }
                if library(chan) =>
            {
                Thing::Chan(chan)
            }
            _ => return None,
        };
        let known = match thing {
            Thing::Addr(addr) => self.knows(addr),
            Thing::Chan(chan) => self.contexts.get(&chan).is_some_and(|c| c.named) || self.channels.contains_key(&chan),
        };
        (!known && !self.unknown.contains(&thing)).then_some(thing)
    }

    /// Whether several channels were made under this name.
    pub(crate) fn is_shared_name(&self, name: &str) -> bool {
        self.made.get(name).is_some_and(|&n| n > 1)
    }

    /// The name of what lies at an address.
    pub(crate) fn name(&self, addr: u64) -> Option<&str> {
        self.names.get(&addr).map(|n| n.1.as_str())
    }

    /// What kind of thing lies at an address.
    pub(crate) fn kind(&self, addr: u64) -> Option<SyncKind> {
        self.names.get(&addr).map(|n| n.0)
    }

    /// The context whose channel this is.
    pub(crate) fn context(&self, chan: u32) -> Option<&ContextState> {
        self.contexts.get(&chan)
    }

    /// By which expression the program has a channel.
    pub(crate) fn channel(&self, chan: u32) -> Option<&str> {
        self.channels.get(&chan).map(String::as_str)
    }

    /// The lock for which a goroutine waited last before it was woken, as long as it has not run again.
    pub(crate) fn woken_for(&self, goid: u32, moment: u64) -> Option<u64> {
        let waits = self.waits.get(&goid)?;
        let last = waits[..waits.partition_point(|w| w.0 <= moment)].last()?;
        (last.2 > moment && last.1 <= moment).then_some(last.3)
    }

    /// Who has used a channel so up to a moment, in the order in which they did so first.
    pub(crate) fn users(&self, chan: u32, how: Use, moment: u64) -> Vec<u32> {
        let by = self.uses.get(&(chan, how)).into_iter().flatten();
        let mut all: Vec<(u64, u32)> = by.filter(|&(_, &at)| at <= moment).map(|(&goid, &at)| (at, goid)).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, goid)| goid).collect()
    }

    /// Whether somebody has received from a channel before event `number`.
    pub(crate) fn has_received(&self, chan: u32, goid: u32, number: u64) -> bool {
        self.uses.get(&(chan, Use::Receive)).and_then(|by| by.get(&goid)).is_some_and(|&at| at < number)
    }

    /// Who closed a channel, and when, if that was before the moment.
    pub(crate) fn closed(&self, chan: u32, moment: u64) -> Option<(u32, u64)> {
        let by = self.uses.get(&(chan, Use::Close))?;
        by.iter().map(|(&goid, &at)| (goid, at)).find(|&(_, at)| at <= moment)
    }

    /// What was done to a lock or WaitGroup up to a moment, oldest first.
    pub(crate) fn deeds(&self, addr: u64, moment: u64) -> &[Deed] {
        let all = self.deeds.get(&addr).map_or(&[][..], Vec::as_slice);
        &all[..all.partition_point(|d| d.at <= moment)]
    }

    /// The event by which a goroutine took a lock that it holds.
    pub(crate) fn taken(&self, addr: u64, goid: u32, moment: u64) -> Option<u64> {
        let took = |d: &&Deed| d.goid == goid && matches!(d.what, What::Lock { .. });
        self.deeds(addr, moment).iter().rev().take(10_000).find(took).map(|d| d.at)
    }

    /// The last goroutines that changed P's up to a moment, newest first.
    pub(crate) fn moves(&self, moment: u64) -> impl Iterator<Item = &Move> {
        self.moves[..self.moves.partition_point(|m| m.at <= moment)].iter().rev()
    }
}

/// What was written at a step, as text.
pub(crate) fn written(output: &[Output], tick: u64) -> Option<String> {
    let first = output.partition_point(|o| o.tick < tick);
    let bytes: Vec<u8> =
        output[first..].iter().take_while(|o| o.tick == tick).flat_map(|o| o.bytes.iter().copied()).take(400).collect();
    (!bytes.is_empty()).then(|| String::from_utf8_lossy(&bytes).into_owned())
}
