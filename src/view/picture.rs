//! The picture of a run at a moment, as a scene.

use super::history::{History, kind_of, waits};
use super::lanes;
use super::panels::{self, record::Record};
use super::words::{Told, duration, ending};
use crate::engine::{ChannelState, GoroutineState, Session, Snapshot};
use crate::protocol::{
    Channel, Counts, End, Flight, Hand, Lane, Mark, Node, Panel, Queued, Ribbon, Scene, Selection, StateKind, Viewport,
    el,
};
use crate::trace::{Event, EventKind};
use std::collections::BTreeSet;

/// Places in the source marked at once.
const MARKS: usize = 100;
/// Channels shown.
const CHANNELS: usize = 60;
/// Values of a buffer and names in a queue that are shown.
const QUEUED: usize = 32;
/// Lives in the overview of the whole run, and pixels that it is made for.
const RIBBON: (usize, f64) = (12, 400.0);
/// Events of one step that are told.
const TOLD: usize = 12;

/// What is known of a run, for drawing.
#[derive(Debug)]
pub struct Picture {
    history: History,
    record: Record,
    seen: panels::Seen,
    /// Events and completeness that the last ribbon showed.
    ribbon: Option<(u64, bool)>,
}

impl Default for Picture {
    fn default() -> Self {
        Self { history: History::new(), record: Record::default(), seen: panels::Seen::default(), ribbon: None }
    }
}

impl Picture {
    /// Takes in what has happened since the last call.
    pub fn follow(&mut self, session: &mut Session) {
        let events = session.events(self.history.seen, usize::MAX);
        self.history.extend(&events, |at, ty| session.channel_info(at, ty));
        self.record.has_default = session.has_default_select();
        self.record.extend(&events, |at, ty| session.channel_info(at, ty).name);
    }

    /// What a panel shows at the session's position.
    pub fn panel(
        &mut self,
        session: &mut Session,
        panel: Panel,
        selection: &Selection,
        folds: &BTreeSet<String>,
    ) -> Node {
        match panel {
            Panel::Moment | Panel::Findings | Panel::Outcomes => el("div", "").into(),
            Panel::Inside | Panel::Inspector | Panel::Twin => {
                self.follow(session);
                let events = panels::prepare(panel, session, &self.history, &mut self.record);
                let (snapshot, reached) = self.seen.at(session);
                let (event, events_known) = (session.events_here(), session.event_count());
                let stuck = session.progress().end.is_some_and(|e| e.kind == "deadlock");
                let now = session.events_at_step(event, TOLD);
                let history = &self.history;
                let moment =
                    Moment { snapshot, history, session, event, events: events_known, stuck, window: (0.0, 0.0) };
                let at_event = now.last().is_some_and(|e| e.tick == snapshot.tick);
                let look = panels::Look {
                    snapshot,
                    reached,
                    record: &self.record,
                    history,
                    session,
                    event,
                    stuck,
                    selection,
                    folds,
                    channels: snapshot.channels.iter().take(CHANNELS).map(|c| moment.channel(c)).collect(),
                    flight: now.iter().rev().filter(|_| at_event).find_map(|e| moment.flight(e, event)),
                    asked: Default::default(),
                };
                look.panel(panel, events.as_ref().map(|(events, first)| (events.as_slice(), *first)))
            }
        }
    }

    /// The scene at the session's position.
    pub fn scene(&mut self, session: &mut Session, view: &Viewport, playing: bool) -> Scene {
        self.follow(session);
        let snapshot = session.snapshot();
        let (event, events) = (session.events_here(), session.event_count());
        let group = session.events_at_step(event, TOLD);
        let coming = session.events_after(event, TOLD);
        panels::learn_names(session, &self.history, &mut self.record, group.iter().chain(&coming));
        let history = &self.history;
        // Between two events the instructions say how far it is.
        let fraction = match (group.last(), coming.first()) {
            (last, Some(next)) => {
                let from = last.map_or(0, |e| e.tick);
                (snapshot.tick.saturating_sub(from)) as f64 / next.tick.saturating_sub(from).max(1) as f64
            }
            (_, None) => 0.0,
        };
        let x = event as f64 + fraction.clamp(0.0, 0.95);
        let at_event = group.last().is_some_and(|e| e.tick == snapshot.tick);
        let now = if at_event { group.as_slice() } else { &[] };
        let end = session.progress().end;
        let stuck = end.as_ref().is_some_and(|e| e.kind == "deadlock");
        let window = lanes::window(view, x, events);
        let moment = Moment { snapshot: &snapshot, history, session, event, events, stuck, window };
        let first = view.first.min(history.lives.len().saturating_sub(1));
        let last = (first + view.rows).min(history.lives.len());
        let told = Told { history, record: &self.record, session, output: session.output() };
        let mut scene = Scene {
            x,
            tick: snapshot.tick,
            event,
            events,
            window,
            ticks: lanes::ticks(window, view.width),
            time: duration(snapshot.time),
            playing: playing && snapshot.end.is_none(),
            complete: end.is_some(),
            counts: counts(&snapshot),
            first,
            total: history.lives.len(),
            lanes: (first..last).map(|row| moment.lane(row, view.width)).collect(),
            wires: lanes::wires(history, session, window, view, x),
            marks: marks(&snapshot),
            channels: snapshot.channels.iter().take(CHANNELS).map(|c| moment.channel(c)).collect(),
            flight: now.iter().rev().find_map(|e| moment.flight(e, event)),
            now: told.happened(now, event, true),
            next: told.happened(&coming, event + coming.len() as u64, false),
            ribbon: None,
            end: snapshot.end.as_ref().map(|e| End {
                sentence: ending(&e.kind, e.code),
                code: e.code,
                bad: e.kind != "exit",
            }),
            hash: format!("{:016x}", session.hash()),
        };
        let known = (events, end.is_some());
        if self.ribbon != Some(known) {
            scene.ribbon = Some(moment.ribbon());
            self.ribbon = Some(known);
        }
        scene
    }
}

/// The kind of a goroutine's state.
pub(super) fn state_of(g: &GoroutineState) -> StateKind {
    match g.reason {
        Some(reason) => kind_of(reason),
        None if g.state == "running" => StateKind::Running,
        None => StateKind::Runnable,
    }
}

/// The line of the person's own program that it stands on, 0 if it is nowhere.
fn line_of(g: &GoroutineState) -> u32 {
    g.frames.iter().find(|f| !f.file.starts_with('/')).or(g.frames.first()).map_or(0, |f| f.line)
}

fn counts(snapshot: &Snapshot) -> Counts {
    let mut counts = Counts::default();
    for g in &snapshot.goroutines {
        match state_of(g) {
            StateKind::Running => counts.running += 1,
            StateKind::Runnable => counts.runnable += 1,
            _ => counts.waiting += 1,
        }
    }
    counts
}

fn marks(snapshot: &Snapshot) -> Vec<Mark> {
    let mark = |g: &GoroutineState| Mark { goid: g.goid, line: line_of(g), running: g.state == "running" };
    snapshot.goroutines.iter().map(mark).filter(|m| m.line > 0).take(MARKS).collect()
}

/// The moment that is drawn.
struct Moment<'a> {
    snapshot: &'a Snapshot,
    history: &'a History,
    session: &'a Session,
    event: u64,
    events: u64,
    stuck: bool,
    window: (f64, f64),
}

impl Moment<'_> {
    fn name(&self, row: usize) -> String {
        let life = &self.history.lives[row];
        let name = if life.goid == 1 { "main".to_owned() } else { self.session.func_name(life.entry) };
        if name.is_empty() { "func".to_owned() } else { name }
    }

    fn lane(&self, row: usize, width: f64) -> Lane {
        let life = &self.history.lives[row];
        let name = self.name(row);
        let pieces = lanes::pieces(life, self.margin(), width * 1.2, self.events, self.stuck, &name);
        let state = self.snapshot.goroutines.binary_search_by_key(&life.goid, |g| g.goid);
        let (state, kind, detail, line) = match state {
            Ok(i) => self.living(&self.snapshot.goroutines[i]),
            Err(_) => match life.at(self.event).map(|s| (s.kind, s.reason)) {
                None => ("not started".to_owned(), StateKind::Unborn, String::new(), 0),
                Some((StateKind::Done, _)) => ("done".to_owned(), StateKind::Done, String::new(), 0),
                // More goroutines live than a snapshot describes.
                Some((kind, reason)) if waits(kind) => (reason.text().to_owned(), kind, String::new(), 0),
                Some((kind, _)) => (kind.name().to_owned(), kind, String::new(), 0),
            },
        };
        Lane { goid: life.goid, name, state, kind, detail, line, pieces }
    }

    fn living(&self, g: &GoroutineState) -> (String, StateKind, String, u32) {
        let kind = state_of(g);
        let channel = g.waits_on.and_then(|n| self.snapshot.channels.iter().find(|c| c.number == n));
        let p = self.snapshot.processors.iter().position(|p| p.goid == Some(g.goid));
        let detail = match (channel, g.since, p) {
            (Some(c), ..) => format!("on {}", c.name),
            (None, Some(since), _) => format!("for {}", duration(self.snapshot.time.saturating_sub(since))),
            (None, None, Some(p)) => format!("on P{p}"),
            (None, None, None) => String::new(),
        };
        let over = self.stuck && self.snapshot.end.is_some() && waits(kind);
        (g.state.clone(), if over { StateKind::Stuck } else { kind }, detail, line_of(g))
    }

    /// The window with something on both sides, for a page that moves it.
    fn margin(&self) -> (f64, f64) {
        let (left, right) = self.window;
        let more = (right - left) * 0.1;
        (left - more, right + more)
    }

    fn channel(&self, c: &ChannelState) -> Channel {
        let traffic = self.history.channels.get(&c.number);
        let passes = traffic.map_or(&[][..], |t| t.buffered(self.event));
        let sender = |i: usize| passes.get(i).map_or(0, |p| p.sender);
        let values = c.values.iter().take(QUEUED).enumerate();
        let last = traffic.and_then(|t| t.last(self.event).map(|p| (t, p)));
        let last = last.map(|(t, p)| {
            let value = self.session.passed_value(t.ty, p.words, false).map_or(String::new(), |v| format!("{v}, "));
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
    fn flight(&self, e: &Event, event: u64) -> Option<Flight> {
        let (channel, words) = match e.kind {
            EventKind::ChanSend { chan, value, .. } | EventKind::ChanRecv { chan, value, ok: true, .. } => {
                (chan, value)
            }
            _ => return None,
        };
        let traffic = self.history.channels.get(&channel)?;
        let value = self.session.passed_value(traffic.ty, words, true).unwrap_or_default();
        let (sender, from, to) = match e.kind {
            EventKind::ChanSend { to: 0, .. } => (e.goid, Hand::Goroutine(e.goid), Hand::Buffer),
            EventKind::ChanSend { to, .. } => (e.goid, Hand::Goroutine(e.goid), Hand::Goroutine(to)),
            EventKind::ChanRecv { from, .. } if from != 0 && traffic.cap == 0 => {
                (from, Hand::Goroutine(from), Hand::Goroutine(e.goid))
            }
            _ => (traffic.last(self.event).map_or(0, |p| p.sender), Hand::Buffer, Hand::Goroutine(e.goid)),
        };
        Some(Flight { event, channel, value, sender, from, to })
    }

    fn ribbon(&self) -> Ribbon {
        let (most, width) = RIBBON;
        let whole = (0.0, self.events as f64 + 1.0);
        let row =
            |life: &super::history::Life| (life.goid, lanes::pieces(life, whole, width, self.events, self.stuck, ""));
        let rows = self.history.lives.iter().take(most).map(row).collect();
        let step = self.history.prints.len().div_ceil(60).max(1);
        let prints = self.history.prints.iter().step_by(step).copied().collect();
        Ribbon { events: self.events, rows, prints }
    }
}
