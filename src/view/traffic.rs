//! Channels at a moment: what waits in them and for them, whose it is, and what moves through one right now.
//!
//! It refuses to know how that is drawn.

use super::history::History;
use crate::engine::{ChannelState, Session, Snapshot};
use crate::trace::{Event, EventKind};

/// Channels shown; more if something is in them.
const CHANNELS: usize = 60;
/// Values of a buffer and names in a queue that are shown.
const QUEUED: usize = 32;
/// Events of one step that are looked at.
const TOLD: usize = 12;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traffic {
    /// Channels by number.
    pub channels: Vec<Channel>,
    /// The value that has just moved.
    pub flight: Option<Flight>,
}

impl Traffic {
    /// What there is at the session's position, of which this is the snapshot; the history must be known up to there.
    pub(super) fn new(session: &Session, history: &History, snapshot: &Snapshot) -> Self {
        let event = session.events_here();
        let now = session.events_at_step(event, TOLD);
        let at_event = now.last().is_some_and(|e| e.tick == snapshot.tick);
        let drawn = snapshot.channels.iter().enumerate();
        let drawn = drawn.filter(|(i, c)| *i < CHANNELS || !c.values.is_empty()).take(4 * CHANNELS);
        Self {
            channels: drawn.map(|c| channel(session, history, event, c.1)).collect(),
            flight: now.iter().rev().filter(|_| at_event).find_map(|e| flight(session, history, event, e)),
        }
    }
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its number.
    pub number: u32,
    /// Its name in the source.
    pub name: String,
    /// Type of its elements.
    pub elem: String,
    /// Capacity.
    pub cap: usize,
    /// Whether it is closed.
    pub closed: bool,
    /// Buffered values with their senders (0 if unknown), the next one out first.
    pub values: Vec<Queued>,
    /// How many more there are in the buffer.
    pub more_values: usize,
    /// Who waits to receive, first come first.
    pub receivers: Vec<u32>,
    /// How many more wait to receive.
    pub more_receivers: usize,
    /// Who waits to send what, first come first.
    pub senders: Vec<Queued>,
    /// How many more wait to send.
    pub more_senders: usize,
    /// What went through it last, a sentence; empty if nothing did.
    pub last: String,
}

/// A value and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// Who sent it or wants to.
    pub goid: u32,
    /// The value as text.
    pub value: String,
}

/// A value that moves at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flight {
    /// The event, so that each flight is flown once.
    pub event: u64,
    /// Through which channel.
    pub channel: u32,
    /// The value as text, empty if it is too large to tell.
    pub value: String,
    /// Who sent it, 0 if unknown.
    pub sender: u32,
    /// Where it comes from.
    pub from: Hand,
    /// Where it goes.
    pub to: Hand,
}

/// An end of a flight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// A goroutine.
    Goroutine(u32),
    /// The buffer.
    Buffer,
}

fn channel(session: &Session, history: &History, event: u64, c: &ChannelState) -> Channel {
    let traffic = history.channels.get(&c.number);
    let passes = traffic.map_or(&[][..], |t| t.buffered(event));
    let sender = |i: usize| passes.get(i).map_or(0, |p| p.sender);
    let values = c.values.iter().take(QUEUED).enumerate();
    let last = traffic.and_then(|t| t.last(event).map(|p| (t, p)));
    let last = last.map(|(t, p)| {
        let value = session.passed_value(t.ty, p.words, false).map_or(String::new(), |v| format!("{v}, "));
        format!("last: {value}from G{} to G{}, event {}", p.sender, p.receiver, p.received)
    });
    Channel {
        number: c.number,
        name: c.name.clone(),
        elem: c.elem.clone(),
        cap: c.cap,
        closed: c.closed,
        values: values.map(|(i, v)| Queued { goid: sender(i), value: v.clone() }).collect(),
        more_values: c.values.len().saturating_sub(QUEUED),
        receivers: c.receivers.iter().take(QUEUED).copied().collect(),
        more_receivers: c.receivers.len().saturating_sub(QUEUED),
        senders: c.senders.iter().take(QUEUED).map(|s| Queued { goid: s.goid, value: s.value.clone() }).collect(),
        more_senders: c.senders.len().saturating_sub(QUEUED),
        last: last.unwrap_or_default(),
    }
}

/// The value that the event moves.
fn flight(session: &Session, history: &History, event: u64, e: &Event) -> Option<Flight> {
    let (channel, words) = match e.kind {
        EventKind::ChanSend { chan, value, .. } | EventKind::ChanRecv { chan, value, ok: true, .. } => (chan, value),
        _ => return None,
    };
    let traffic = history.channels.get(&channel)?;
    let value = session.passed_value(traffic.ty, words, true).unwrap_or_default();
    let (sender, from, to) = match e.kind {
        EventKind::ChanSend { to: 0, .. } => (e.goid, Hand::Goroutine(e.goid), Hand::Buffer),
        EventKind::ChanSend { to, .. } => (e.goid, Hand::Goroutine(e.goid), Hand::Goroutine(to)),
        EventKind::ChanRecv { from, .. } if from != 0 && traffic.cap == 0 => {
            (from, Hand::Goroutine(from), Hand::Goroutine(e.goid))
        }
        _ => (traffic.last(event).map_or(0, |p| p.sender), Hand::Buffer, Hand::Goroutine(e.goid)),
    };
    Some(Flight { event, channel, value, sender, from, to })
}
