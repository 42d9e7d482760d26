//! Panels as trees of elements: X-rays of what goroutines meet at, the selected goroutine with its reasons, and the run as text.
//!
//! It knows how a panel reads and which classes its parts have, and nothing of the page that shows it. Everything said here is taken from
//! the position that is looked at; of what comes later only the text twin speaks.

mod channels;
mod contexts;
mod graph;
mod inspector;
mod locks;
mod memory;
mod parts;
pub(super) mod record;
mod sched;
mod select;
mod timers;
mod twin;
mod why;
mod why_sync;

use super::history::History;
use super::words::{Told, duration};
use crate::engine::{
    ChannelState, ContextState, GoroutineState, Reached, Reachers, Session, Snapshot, SyncState, TimerState,
};
use crate::protocol::{Node, Panel, Selection, StateKind, el};
use crate::trace::{Event, EventKind};
use crate::view::traffic::{Channel, Flight};
pub(super) use parts::moment;
use record::Record;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// What is remembered of a position, so that several panels of one moment look only once.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// Position and head.
    key: Option<(u64, u64)>,
    snapshot: Option<Snapshot>,
    reached: Reached,
}

impl Seen {
    /// Snapshot and memory at the session's position.
    pub(super) fn at(&mut self, session: &Session) -> (&Snapshot, &Reached) {
        let key = Some((session.position(), session.progress().tick));
        if self.key != key || self.snapshot.is_none() {
            self.reached = session.reached();
            self.key = key;
            self.snapshot = None;
        }
        (self.snapshot.get_or_insert_with(|| session.snapshot()), &self.reached)
    }
}

/// Values of channel operations that are looked up beyond those that are told, so that it is not done for each alone.
const AHEAD: u64 = 100;
/// How often one goes to where something happened, for the sake of a name.
const LOOKS: usize = 24;
/// Bytes of Go memory up to which values are looked up where they were passed on.
const SMALL: u64 = 16 << 20;
/// Steps within which values are looked up together.
const FAR: u64 = 5_000_000;

/// Gets what a panel needs that only a session that can be changed tells: events for the text twin, with values and names of locks.
pub(super) fn prepare(
    panel: Panel,
    session: &mut Session,
    history: &History,
    record: &mut Record,
    seen: &mut Seen,
) -> Option<(Vec<Event>, u64)> {
    record.learn(seen.at(session).1);
    if panel != Panel::Twin {
        return None;
    }
    let here = session.events_here();
    let first = here.saturating_sub(twin::WINDOW.0);
    let mut events = session.events(first, (here - first + twin::WINDOW.1 + AHEAD) as usize);
    learn_names(session, history, record, events.iter());
    let near = session.events_here() + twin::WINDOW.1;
    look_up(session, history, record, (&events, first), near);
    events.truncate((here - first + twin::WINDOW.1) as usize);
    // A step is told whole or not at all.
    let whole = |e: &Event, events: &[Event]| events.iter().filter(|o| o.tick == e.tick).count();
    if let Some(last) = events.last().copied().filter(|_| session.event_count() > first + events.len() as u64) {
        let n = whole(&last, &events);
        if n < events.len() {
            events.truncate(events.len() - n);
        }
    }
    Some((events, first))
}

/// Looks for the names of locks and of the library's channels that these events are about, where they happened.
pub(super) fn learn_names<'a>(
    session: &Session,
    history: &History,
    record: &mut Record,
    events: impl Iterator<Item = &'a Event>,
) {
    let library = |chan: u32| history.channels.get(&chan).is_some_and(|c| c.info.library);
    let mut looked = 0;
    for e in events {
        let Some(thing) = record.unknown(e, library) else { continue };
        if looked == LOOKS || session.memory() > SMALL {
            break;
        }
        looked += 1;
        record.learn(&session.reached_at(e.tick));
        // A channel may have its name only once it is in a variable.
        let waits = matches!(e.kind, EventKind::ChanMake { .. });
        if !waits && record.unknown(e, library).is_some() {
            // The program's own package-level variables have names.
            record.give_up(thing, |addr| session.is_package_level(addr));
        }
    }
}

/// Looks up values whose words do not tell them, if one is wanted for an event up to number `near`.
pub(super) fn look_up(
    session: &Session,
    history: &History,
    record: &mut Record,
    (events, first): (&[Event], u64),
    near: u64,
) {
    if session.memory() > SMALL {
        return;
    }
    let mut wanted: Vec<(u64, (Event, u32))> = Vec::new();
    for (i, e) in events.iter().enumerate() {
        if wanted.first().is_some_and(|(_, (first, _))| e.tick - first.tick > FAR) {
            break;
        }
        let number = first + i as u64 + 1;
        if let EventKind::ChanSend { chan, value, .. } | EventKind::ChanRecv { chan, value, ok: true, .. } = e.kind
            && let Some(c) = history.channels.get(&chan)
            && !record.values.contains_key(&number)
            && session.passed_value(c.ty, value, false).is_none()
        {
            wanted.push((number, (*e, c.ty)));
        }
    }
    // Not before one is about to be told.
    if wanted.first().is_none_or(|w| w.0 > near) {
        return;
    }
    let asked: Vec<(Event, u32)> = wanted.iter().map(|w| w.1).collect();
    for ((number, _), text) in wanted.into_iter().zip(session.passed_values(&asked)) {
        record.values.insert(number, text);
    }
}

/// A moment that is looked at.
pub(super) struct Look<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) reached: &'a Reached,
    pub(super) record: &'a Record,
    pub(super) history: &'a History,
    pub(super) session: &'a Session,
    /// Events that have happened.
    pub(super) event: u64,
    /// Whether the run ends in a deadlock.
    pub(super) stuck: bool,
    pub(super) selection: &'a Selection,
    pub(super) folds: &'a BTreeSet<String>,
    pub(super) channels: Vec<Channel>,
    pub(super) flight: Option<Flight>,
    /// Who can get at a channel, as far as somebody has asked.
    pub(super) asked: RefCell<Vec<(u64, Option<Reachers>)>>,
    /// How many goroutines run a function of a name, once somebody has asked.
    pub(super) names: OnceCell<BTreeMap<String, usize>>,
}

impl Look<'_> {
    /// The panel; the text twin is made from these events, which begin with this number.
    pub(super) fn panel(&self, panel: Panel, events: Option<(&[Event], u64)>) -> Node {
        match (panel, events) {
            (Panel::Inside, _) => self.inside(),
            (Panel::Inspector, _) => inspector::panel(self),
            (_, Some((events, first))) => twin::panel(self, events, first, self.session.event_count()),
            (_, None) => el("div", "").into(),
        }
    }

    fn inside(&self) -> Node {
        let mut parts: Vec<Node> = Vec::new();
        parts.extend(channels::xrays(self));
        parts.extend(select::xrays(self));
        parts.extend(locks::xrays(self));
        parts.extend(contexts::xrays(self));
        parts.extend(timers::xrays(self));
        if parts.is_empty() {
            let words = "No channel, lock, WaitGroup, context or timer exists at this moment. One appears here as soon as the program \
                         has it.";
            parts.push(el("p", "empty").says(words).into());
        }
        parts.push(sched::xray(self));
        parts.extend(memory::xrays(self));
        el("div", "inside").all(parts).into()
    }

    /// A living goroutine.
    pub(super) fn goroutine(&self, goid: u32) -> Option<&GoroutineState> {
        let all = &self.snapshot.goroutines;
        all.binary_search_by_key(&goid, |g| g.goid).ok().map(|i| &all[i])
    }

    /// The function that a goroutine runs.
    pub(super) fn name(&self, goid: u32) -> String {
        if goid == 1 {
            return "main".into();
        }
        if let Some(g) = self.goroutine(goid) {
            return g.name.clone();
        }
        let entry = self.history.row(goid).map(|row| self.history.lives[row].entry);
        entry.map(|e| self.session.func_name(e)).filter(|n| !n.is_empty()).unwrap_or_else(|| "func".into())
    }

    /// How a sentence names a goroutine: by its function if there is only one with it that has a name, else by its number.
    pub(super) fn who(&self, goid: u32) -> String {
        let name = self.name(goid);
        let plain = !name.contains(".func") && !name.contains("-range") && name != "func" && name.len() <= 24;
        let names = self.names.get_or_init(|| {
            let mut names: BTreeMap<String, usize> = BTreeMap::new();
            self.snapshot.goroutines.iter().for_each(|g| *names.entry(g.name.clone()).or_default() += 1);
            names
        });
        let alone = names.get(&name) == Some(&1);
        if goid == 1 {
            "main".into()
        } else if plain && alone && self.goroutine(goid).is_some() {
            name
        } else {
            format!("G{goid}")
        }
    }

    /// Names of goroutines in a sentence, a few of them.
    pub(super) fn list(&self, goids: &[u32]) -> String {
        let mut names: Vec<String> = goids.iter().take(4).map(|&g| self.who(g)).collect();
        if goids.len() > 4 {
            names.push(format!("{} more", goids.len() - 4));
        }
        match names.as_slice() {
            [] => "nobody".into(),
            [one] => one.clone(),
            [init @ .., last] => format!("{} and {last}", init.join(", ")),
        }
    }

    /// The state of a goroutine in the runtime's word.
    pub(super) fn state_text(&self, goid: u32) -> String {
        if let Some(g) = self.goroutine(goid) {
            let p = self.snapshot.processors.iter().position(|p| p.goid == Some(goid));
            return match p {
                Some(p) if g.state == "running" => format!("running on P{p}"),
                _ => g.state.clone(),
            };
        }
        let life = self.history.row(goid).map(|row| &self.history.lives[row]);
        match life.and_then(|l| l.at(self.event)).map(|s| (s.kind, s.reason)) {
            None => "not started".into(),
            Some((StateKind::Done, _)) => "done".into(),
            Some((kind, reason)) if super::history::waits(kind) => reason.text().into(),
            Some((kind, _)) => kind.name().into(),
        }
    }

    /// The event since which a goroutine has been in its state.
    pub(super) fn since(&self, goid: u32) -> Option<u64> {
        let row = self.history.row(goid)?;
        self.history.lives[row].at(self.event).map(|s| s.from)
    }

    /// Whether the program has ended at this moment.
    pub(super) fn ended(&self) -> bool {
        self.snapshot.end.is_some()
    }

    /// A channel.
    pub(super) fn channel(&self, number: u32) -> Option<&ChannelState> {
        let all = &self.snapshot.channels;
        all.binary_search_by_key(&number, |c| c.number).ok().map(|i| &all[i])
    }

    /// How a channel is called.
    pub(super) fn chan_name(&self, number: u32) -> String {
        self.told().channel(number)
    }

    /// The words of sentences.
    pub(super) fn told(&self) -> Told<'_> {
        Told { history: self.history, record: self.record, session: self.session, output: self.session.output() }
    }

    /// The lock, WaitGroup or the like at an address.
    pub(super) fn sync(&self, addr: u64) -> Option<&SyncState> {
        let with = |named: bool| self.reached.sync.iter().find(|s| s.addr == addr && s.named == named);
        with(true).or_else(|| with(false))
    }

    /// How a lock or the like is called.
    pub(super) fn sync_name(&self, s: &SyncState) -> String {
        if s.named {
            return s.name.clone();
        }
        self.record.name(s.addr).map_or_else(|| format!("a {}", s.ty), str::to_owned)
    }

    /// How a context is called.
    pub(super) fn ctx_name(&self, c: &ContextState) -> String {
        if c.named {
            return c.name.clone();
        }
        let known = c.done.and_then(|done| self.record.context(done)).filter(|known| known.named);
        known.map_or_else(|| "a context".to_owned(), |known| known.name.clone())
    }

    /// The context whose channel this is.
    pub(super) fn context(&self, chan: u32) -> Option<&ContextState> {
        self.reached.contexts.iter().find(|c| c.done == Some(chan))
    }

    /// The timer that sends to this channel.
    pub(super) fn timer(&self, chan: u32) -> Option<&TimerState> {
        self.snapshot.timers.iter().find(|t| t.channel == Some(chan))
    }

    /// How long it is until a time, in words.
    pub(super) fn until(&self, when: u64) -> String {
        duration(when.saturating_sub(self.snapshot.time))
    }

    /// Who can get at a channel by number, if that can be known.
    pub(super) fn channel_reachers(&self, number: u32) -> Option<Reachers> {
        self.ask(u64::from(number), || Some(self.session.channel_reachers(&[number])?.swap_remove(0)))
    }

    /// Who can get at what lies at an address.
    pub(super) fn address_reachers(&self, addr: u64) -> Option<Reachers> {
        self.ask(addr, || Some(self.session.address_reachers(&[addr])?.swap_remove(0)))
    }

    fn ask(&self, key: u64, answer: impl FnOnce() -> Option<Reachers>) -> Option<Reachers> {
        if let Some((_, known)) = self.asked.borrow().iter().find(|(k, _)| *k == key) {
            return known.clone();
        }
        let known = answer();
        self.asked.borrow_mut().push((key, known.clone()));
        known
    }
}
