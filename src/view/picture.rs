//! The picture of a run at a moment, as a scene.

use super::axis::Axis;
use super::causes::{Cuts, Edges};
use super::history::{History, Life, kind_of, waits};
use super::lanes::{self, Window};
use super::offers;
use super::panels::{self, record::Record};
use super::rows::{Row, Rows, group_name};
use super::told;
use super::traffic::Traffic;
use super::words::{Told, duration, ending};
use crate::base::grouped;
use crate::engine::{FrameState, GoroutineState, Session, Snapshot};
use crate::protocol::{
    AxisKind, Counts, End, Lane, LaneKind, Mark, Node, Panel, Ribbon, Rows as By, Scene, Selection, StateKind,
    Viewport, el,
};
use crate::trace::{Event, EventKind};
use std::collections::BTreeSet;

/// Places in the source marked at once.
const MARKS: usize = 100;
/// Lives in the overview of the whole run, and pixels that it is made for.
const RIBBON: (usize, f64) = (12, 400.0);
/// Goroutines whose last wait is marked in it.
const MARKED: usize = 24;
/// Share of the window that is drawn on each side of it.
const MARGIN: f64 = 0.5;
/// Goroutines that snapshots describe.
const SNAPSHOT: usize = 1_500;
/// Events of one step that are told.
const TOLD: usize = 12;
/// Events whose values are looked up together.
const TOGETHER: usize = 64;

/// What is known of a run, for drawing.
#[derive(Debug)]
pub struct Picture {
    history: History,
    edges: Edges,
    rows: Rows,
    /// What the rows were made for.
    rows_for: Option<(usize, Viewport, BTreeSet<String>)>,
    /// The moment of the last scene.
    last: f64,
    record: Record,
    seen: panels::Seen,
    /// Events and completeness that the last ribbon showed.
    ribbon: Option<(u64, bool)>,
    /// The moment that a finding is about, and its words.
    decisive: Option<(u64, String)>,
}

impl Default for Picture {
    fn default() -> Self {
        Self {
            history: History::new(),
            record: Record::default(),
            seen: panels::Seen::default(),
            edges: Edges::default(),
            rows: Rows::default(),
            rows_for: None,
            last: -1.0,
            ribbon: None,
            decisive: None,
        }
    }
}

/// What the person looks at, and how.
#[derive(Debug, Clone, Copy)]
pub struct Looks<'a> {
    /// The part in view.
    pub view: &'a Viewport,
    /// What is selected.
    pub selection: &'a Selection,
    /// What is opened or folded by name.
    pub folds: &'a BTreeSet<String>,
}

impl Picture {
    /// What is known so far.
    pub(super) fn history(&self) -> &History {
        &self.history
    }

    /// From now on the overview marks this moment, to which a finding has led.
    pub fn decide(&mut self, moment: u64, words: String) {
        (self.decisive, self.ribbon) = (Some((moment, words)), None);
    }

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
            Panel::Findings | Panel::Outcomes | Panel::Offers => el("div", "").into(),
            Panel::Moment => {
                self.follow(session);
                // Only of a selected event cause and effects are told.
                if selection.event.is_some() {
                    self.edges.follow(&self.history);
                }
                if let Some(number) = selection.event {
                    self.learn(session, number);
                }
                let told = Told { history: &self.history, record: &self.record, session, output: session.output() };
                told::moment(&told, &self.edges, selection)
            }
            Panel::Inside | Panel::Inspector | Panel::Twin => {
                self.follow(session);
                let events = panels::prepare(panel, session, &self.history, &mut self.record, &mut self.seen);
                let (snapshot, reached) = self.seen.at(session);
                let event = session.events_here();
                let stuck = session.progress().end.is_some_and(|e| e.kind == "deadlock");
                let history = &self.history;
                let traffic = Traffic::new(session, history, snapshot);
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
                    channels: traffic.channels,
                    flight: traffic.flight,
                    asked: Default::default(),
                    names: Default::default(),
                };
                look.panel(panel, events.as_ref().map(|(events, first)| (events.as_slice(), *first)))
            }
        }
    }

    /// What the person who is the scheduler can choose from, after so many answers.
    pub fn offers(&mut self, session: &mut Session, answers: usize) -> Node {
        self.follow(session);
        let told = Told { history: &self.history, record: &self.record, session, output: session.output() };
        offers::offers(&told, answers)
    }

    /// The channels at the session's position, and what moves through one of them.
    pub fn traffic(&mut self, session: &mut Session) -> Traffic {
        self.follow(session);
        Traffic::new(session, &self.history, &session.snapshot())
    }

    /// Puts the lanes in order, if something about that has changed.
    fn arrange(&mut self, session: &Session, looks: Looks<'_>) {
        let Viewport { by, filter, pinned, hidden, group, .. } = looks.view.clone();
        let view = Viewport { by, filter, pinned, hidden, group, ..Viewport::default() };
        let lanes = match by {
            By::Goroutines => self.history.lives.len(),
            By::Procs => self.history.procs.len(),
        };
        let wanted = Some((lanes, view, looks.folds.clone()));
        if self.rows_for == wanted {
            return;
        }
        let words = looks.view.filter.to_lowercase();
        let passes = |life: &Life| {
            words.is_empty() || format!("g{} {}", life.goid, name_of(life, session)).to_lowercase().contains(&words)
        };
        self.rows = Rows::new(&self.history, looks.view, looks.folds, passes);
        self.rows_for = wanted;
    }

    /// The scene at the session's position.
    pub fn scene(&mut self, session: &mut Session, looks: Looks<'_>, playing: bool) -> Scene {
        self.follow(session);
        self.arrange(session, looks);
        let (snapshot, session) = (session.snapshot(), &*session);
        let view = looks.view;
        let (event, events) = (session.events_here(), session.event_count());
        let group = session.events_at_step(event, TOLD);
        let coming = session.events_after(event, TOLD);
        panels::learn_names(session, &self.history, &mut self.record, group.iter().chain(&coming));
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
        let chosen = looks.selection.event.filter(|&n| n > 0 && n <= self.history.seen);
        let cuts = chosen.and_then(|n| {
            self.edges.follow(&self.history);
            Some(self.edges.cuts(doer(session, n)?, n))
        });
        let history = &self.history;
        let axis = Axis::new(history, view.axis);
        let (window, kept) = axis.window(view, x, (x - self.last).abs() > 1e-9);
        let moment = Moment { snapshot: &snapshot, history, session, event, events, stuck, axis, window };
        let first = view.first.min(self.rows.rows.len().saturating_sub(1));
        let last = (first + view.rows).min(self.rows.rows.len());
        let drawn = moment.drawn(view.width);
        let told = Told { history, record: &self.record, session, output: session.output() };
        let mut scene = Scene {
            x,
            head: axis.at(x),
            tick: snapshot.tick,
            event,
            events,
            window,
            kept,
            length: axis.at(events as f64),
            ticks: axis.ticks(window, view.width),
            pleats: axis.pleats(window),
            chosen: chosen.map(|n| axis.at(n as f64)),
            time: duration(snapshot.time),
            playing: playing && snapshot.end.is_none(),
            complete: end.is_some(),
            counts: counts(&snapshot, history, event),
            first,
            total: self.rows.rows.len(),
            goroutines: history.lives.len(),
            lanes: self.rows.rows[first..last].iter().map(|row| moment.row(row, drawn, cuts.as_ref())).collect(),
            wires: lanes::wires(history, session, &self.rows, drawn, view, x),
            marks: marks(&snapshot),
            now: told.happened(now, event, true),
            next: told.happened(&coming, event + coming.len() as u64, false),
            ribbon: None,
            end: snapshot.end.as_ref().map(|e| End {
                sentence: ending(&e.kind, e.code),
                code: e.code,
                bad: !matches!(e.kind.as_str(), "exit" | "waiting"),
            }),
            hash: format!("{:016x}", session.hash()),
        };
        let known = (events, end.is_some());
        if self.ribbon != Some(known) {
            scene.ribbon = Some(moment.ribbon(self.decisive.as_ref()));
            self.ribbon = Some(known);
        }
        self.last = x;
        scene
    }

    /// The scene for somebody else than the page, for which nothing changes: with all lanes if they are not more than `most`.
    pub fn still(&mut self, session: &mut Session, looks: Looks<'_>, most: usize) -> Scene {
        let (last, ribbon) = (self.last, self.ribbon);
        self.follow(session);
        self.arrange(session, looks);
        let mut view = looks.view.clone();
        if self.rows.rows.len() <= most {
            (view.first, view.rows) = (0, most);
        }
        let scene = self.scene(session, Looks { view: &view, ..looks }, false);
        (self.last, self.ribbon) = (last, ribbon);
        scene
    }

    /// The moment drawn at a place of the axis.
    pub fn moment_at(&self, view: &Viewport, x: f64) -> u64 {
        Axis::new(&self.history, view.axis).moment(x).round().max(0.0) as u64
    }

    /// What lies at a place of the lanes: the goroutine, and the number of its event there if one is near.
    fn pointed(&self, session: &mut Session, view: &Viewport, row: usize, x: f64) -> Option<(u32, Option<u64>)> {
        let axis = Axis::new(&self.history, view.axis);
        let moment = axis.moment(x).max(0.0) as u64;
        let goid = match self.rows.rows.get(row)? {
            Row::Life { index, .. } => self.history.lives[*index].goid,
            Row::Group { first, .. } => self.history.lives[*first].goid,
            Row::Proc(p) => {
                let proc = self.history.procs.get(*p)?;
                let i = proc.partition_point(|s| s.0 <= moment).checked_sub(1)?;
                Some(proc[i].1).filter(|&g| g != 0)?
            }
        };
        let span = axis.window(view, self.last, false).0;
        let reach = (span.1 - span.0) / view.width.max(1.0) * POINTED;
        let from = moment.saturating_sub(POINTED_EVENTS);
        let events = session.events(from, 2 * POINTED_EVENTS as usize);
        let near = events
            .iter()
            .enumerate()
            .filter(|(_, e)| concerns(e, goid))
            .map(|(i, _)| from + i as u64 + 1)
            .map(|n| (n, (axis.at(n as f64) - x).abs()))
            .filter(|(_, far)| *far <= reach)
            .min_by(|a, b| a.1.total_cmp(&b.1));
        Some((goid, near.map(|(n, _)| n)))
    }

    /// What lies at a place of the lanes, told.
    pub fn hint(&mut self, session: &mut Session, looks: Looks<'_>, row: usize, x: f64) -> Option<Node> {
        let (goid, event) = self.pointed(session, looks.view, row, x)?;
        let axis = Axis::new(&self.history, looks.view.axis);
        let moment = axis.moment(x).max(0.0) as u64;
        if let Some(number) = event {
            self.learn(session, number);
        }
        let told = Told { history: &self.history, record: &self.record, session, output: session.output() };
        Some(told::hint(&told, goid, event, moment))
    }

    /// What lies at a place of the lanes, selected.
    pub fn choose(&mut self, session: &mut Session, looks: Looks<'_>, row: usize, x: f64) -> Option<Selection> {
        let (goid, event) = self.pointed(session, looks.view, row, x)?;
        Some(Selection { goid: Some(goid), event })
    }

    /// The cause of the selected event, or its first effect elsewhere.
    pub fn linked(&mut self, session: &Session, selection: &Selection, on: bool) -> Option<Selection> {
        self.edges.follow(&self.history);
        let here = selection.event.unwrap_or(session.events_here());
        let goid = selection.event.and_then(|n| doer(session, n)).or(selection.goid)?;
        let edge = if on { self.edges.effect(goid, here)? } else { self.edges.cause(goid, here)? };
        let (goid, event) = if on { (edge.target, edge.at) } else { (edge.source, edge.from) };
        Some(Selection { goid: Some(goid), event: Some(event) })
    }

    /// The number of the next (or last) event of a goroutine behind (before) a moment.
    pub fn next_of(&self, session: &mut Session, goid: u32, moment: u64, back: bool) -> Option<u64> {
        let mut from = moment;
        for _ in 0..SEARCHED {
            if back {
                let start = from.saturating_sub(CHUNK);
                let events = session.events(start, (from - start) as usize);
                // What happens in one instruction is one moment: before it.
                let here = session.event(moment.checked_sub(1)?)?.tick;
                if let Some(i) = events.iter().rposition(|e| e.goid == goid && e.tick < here) {
                    return Some(start + i as u64 + 1);
                }
                from = start;
                if start == 0 {
                    return None;
                }
            } else {
                let events = session.events(from, CHUNK as usize);
                if let Some(i) = events.iter().position(|e| e.goid == goid) {
                    return Some(from + i as u64 + 1);
                }
                from += events.len() as u64;
                if events.is_empty() {
                    return None;
                }
            }
        }
        None
    }

    /// What is told of the event with this number, from 1.
    pub fn told(&mut self, session: &mut Session, number: u64) -> String {
        self.follow(session);
        self.learn(session, number);
        let events = session.events(number.saturating_sub(1), 1);
        let told = Told { history: &self.history, record: &self.record, session, output: session.output() };
        told.happened(&events, number, false)
    }

    /// Looks up what the sentence of this event needs: names, and what was passed on.
    fn learn(&mut self, session: &mut Session, number: u64) {
        let first = number.saturating_sub(1);
        let events = session.events(first, TOGETHER);
        // A channel has its name only once it is in a variable.
        let makes = events.first().is_some_and(|e| matches!(e.kind, EventKind::ChanMake { .. }));
        let ahead = if makes { TOLD } else { 1 };
        panels::learn_names(session, &self.history, &mut self.record, events.iter().take(ahead));
        panels::look_up(session, &self.history, &mut self.record, (&events, first), number);
    }

    /// The number of the next event behind the first `here`, or the last one before, that these words tell of.
    pub fn find(&mut self, session: &mut Session, words: &str, here: u64, back: bool) -> Option<u64> {
        self.follow(session);
        let words = searched(words);
        let mut from = here;
        for _ in 0..SEARCHED {
            let start = if back { from.saturating_sub(CHUNK) } else { from };
            let count = if back { from - start } else { CHUNK };
            let events = session.events(start, count as usize);
            let tick = here.checked_sub(1).and_then(|n| session.event(n)).map_or(0, |e| e.tick);
            let number = |i: usize| start + i as u64 + 1;
            // Somebody may search for a lock by its name.
            panels::learn_names(session, &self.history, &mut self.record, events.iter());
            panels::look_up(session, &self.history, &mut self.record, (&events, start), u64::MAX);
            let told = |e: &Event, number: u64, session: &Session| {
                let told = Told { history: &self.history, record: &self.record, session, output: session.output() };
                let sentence = told.happened(std::slice::from_ref(e), number, false).to_lowercase();
                words.iter().all(|w| tells(&sentence, w))
            };
            let found = if back {
                (0..events.len()).rev().find(|&i| events[i].tick < tick && told(&events[i], number(i), session))
            } else {
                (0..events.len()).find(|&i| told(&events[i], number(i), session))
            };
            if let Some(i) = found {
                return Some(number(i));
            }
            if events.is_empty() || back && start == 0 {
                return None;
            }
            from = if back { start } else { from + events.len() as u64 };
        }
        None
    }
}

/// Events looked at on both sides of a place that is pointed at.
const POINTED_EVENTS: u64 = 2_000;
/// CSS pixels within which an event is meant.
const POINTED: f64 = 8.0;
/// Events looked at together, and how often, when one is searched for.
const CHUNK: u64 = 4_096;
const SEARCHED: usize = 64;

/// Whether a sentence has this word: a name of a letter or two is meant whole.
fn tells(sentence: &str, word: &str) -> bool {
    if word.chars().count() > 2 {
        return sentence.contains(word);
    }
    sentence.split_whitespace().any(|w| w.trim_matches(|c: char| !c.is_alphanumeric()) == word)
}

/// The words to be found in a sentence, in small letters. Who is said to block is told to wait.
fn searched(words: &str) -> Vec<String> {
    let words = words.to_lowercase();
    let blocks = words.split_whitespace().any(|w| w.starts_with("block"));
    let said = words.split_whitespace().filter(|w| !(blocks && matches!(*w, "on" | "in" | "for" | "to" | "anyone")));
    said.map(|w| if w.starts_with("block") { "waits".to_owned() } else { w.to_owned() }).collect()
}

/// Who did the event with this number.
fn doer(session: &Session, number: u64) -> Option<u32> {
    session.events_after(number.checked_sub(1)?, 1).first().map(|e| e.goid)
}

/// Whether an event is about a goroutine.
fn concerns(e: &Event, goid: u32) -> bool {
    e.goid == goid
        || match e.kind {
            EventKind::GoUnblock { goid: other }
            | EventKind::GoCreate { new: other, .. }
            | EventKind::Timer { goid: other } => other == goid,
            EventKind::ChanSend { to, .. } => to == goid,
            EventKind::ChanRecv { from, .. } => from == goid,
            _ => false,
        }
}

pub(super) fn name_of(life: &Life, session: &Session) -> String {
    if life.goid == 1 {
        return "main".to_owned();
    }
    let task = session.task_of(life.goid, life.entry);
    let name = session.func_name(task);
    let args = if task == life.entry { session.func_args(life.goid, task) } else { String::new() };
    if name.is_empty() { format!("func{args}") } else { format!("{name}{args}") }
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
    place_of(g).map_or(0, |f| f.line)
}

fn place_of(g: &GoroutineState) -> Option<&FrameState> {
    g.frames.iter().find(|f| !f.file.starts_with('/')).or(g.frames.first())
}

fn counts(snapshot: &Snapshot, history: &History, event: u64) -> Counts {
    let mut counts = Counts::default();
    if history.lives.len() > SNAPSHOT {
        // More than a snapshot describes.
        for class in history.classes.values() {
            let i = class.counts.partition_point(|c| c.0 <= event);
            let [running, runnable, waiting] = i.checked_sub(1).map_or([0; 3], |i| class.counts[i].1);
            counts.running += running as usize;
            counts.runnable += runnable as usize;
            counts.waiting += waiting as usize;
        }
        return counts;
    }
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
    let mark = |g: &GoroutineState| {
        let place = place_of(g).filter(|f| f.line > 0)?;
        Some(Mark { goid: g.goid, file: place.file.clone(), line: place.line, running: g.state == "running" })
    };
    snapshot.goroutines.iter().filter_map(mark).take(MARKS).collect()
}

/// The moment that is drawn.
struct Moment<'a> {
    snapshot: &'a Snapshot,
    history: &'a History,
    session: &'a Session,
    event: u64,
    events: u64,
    stuck: bool,
    axis: Axis<'a>,
    window: (f64, f64),
}

impl Moment<'_> {
    /// What is drawn: the window, and as much on both sides for a page that moves it.
    fn drawn(&self, width: f64) -> Window<'_> {
        let (left, right) = self.window;
        let more = (right - left) * MARGIN;
        Window { axis: self.axis, left: left - more, right: right + more, width: width * (1.0 + 2.0 * MARGIN) }
    }

    fn row(&self, row: &Row, window: Window<'_>, cuts: Option<&Cuts>) -> Lane {
        match *row {
            Row::Life { index, depth, pinned } => {
                let mut lane = self.lane(index, window);
                (lane.depth, lane.pinned) = (depth, pinned);
                let end = self.history.lives[index].stretches.last().map_or(0, |s| s.from);
                lane.cut = cuts.map(|cuts| match cuts.get(&lane.goid) {
                    Some(&(before, after)) => {
                        (self.axis.at(before as f64), self.axis.at(after.min(end.max(self.events)) as f64))
                    }
                    None => (self.axis.at(0.0), self.axis.at(self.events as f64)),
                });
                lane
            }
            Row::Group { class, first, count, depth } => {
                let counts = self.history.classes.get(&class);
                let life = &self.history.lives[first];
                let i = counts.map_or(0, |c| c.counts.partition_point(|c| c.0 <= self.event));
                let [running, ready, waiting] =
                    counts.and_then(|c| i.checked_sub(1).map(|i| c.counts[i].1)).unwrap_or_default();
                let kind = match (running, ready, waiting) {
                    (1.., ..) => StateKind::Running,
                    (0, 1.., _) => StateKind::Runnable,
                    (0, 0, 1..) => StateKind::Wait,
                    (0, 0, 0) => StateKind::Done,
                };
                Lane {
                    what: LaneKind::Group(count, group_name(class)),
                    goid: life.goid,
                    depth,
                    pinned: false,
                    cut: None,
                    name: format!(
                        "{} × {}",
                        self.session.func_name(self.session.task_of(life.goid, life.entry)),
                        grouped(u64::from(count))
                    ),
                    state: format!(
                        "{} run, {} ready, {} wait",
                        grouped(running.into()),
                        grouped(ready.into()),
                        grouped(waiting.into())
                    ),
                    kind,
                    detail: String::new(),
                    line: 0,
                    pieces: Vec::new(),
                    shares: counts.map_or_else(Vec::new, |c| lanes::shares(c, window)),
                }
            }
            Row::Proc(p) => self.proc(p, window),
        }
    }

    fn proc(&self, p: usize, window: Window<'_>) -> Lane {
        let name = |goid: u32| match self.history.row(goid) {
            Some(i) => format!("G{goid} {}", name_of(&self.history.lives[i], self.session)),
            None => format!("G{goid}"),
        };
        let state = self.snapshot.processors.get(p);
        let on = state.and_then(|p| p.goid);
        let (word, kind) = match (on, state) {
            (Some(_), _) => ("running", StateKind::Running),
            (None, Some(p)) if p.spinning => ("looks for work", StateKind::Runnable),
            _ => ("idle", StateKind::Sleep),
        };
        let queue = state.map_or(0, |p| p.queue.len() + usize::from(p.runnext.is_some()));
        Lane {
            what: LaneKind::Proc(p as u32),
            goid: on.unwrap_or(0),
            depth: 0,
            pinned: false,
            cut: None,
            name: format!("P{p}"),
            state: word.to_owned(),
            kind,
            detail: match queue {
                0 => String::new(),
                n => format!("{n} in queue"),
            },
            line: 0,
            pieces: lanes::proc_pieces(&self.history.procs[p], window, self.events, name),
            shares: Vec::new(),
        }
    }

    fn lane(&self, row: usize, window: Window<'_>) -> Lane {
        let life = &self.history.lives[row];
        let name = name_of(life, self.session);
        let pieces = lanes::pieces(life, window, self.events, self.stuck, &name);
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
        let what = LaneKind::Goroutine;
        let (depth, pinned, cut, shares) = (0, false, None, Vec::new());
        Lane { what, goid: life.goid, depth, pinned, cut, name, state, kind, detail, line, pieces, shares }
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

    /// Moments that decide how the run ends: from where on goroutines wait for ever, and a bad end.
    fn found(&self) -> Vec<(u64, String)> {
        let Some(end) = self.session.progress().end else { return Vec::new() };
        let last = |life: &Life| life.stretches.last().filter(|s| waits(s.kind)).map(|s| (s.from, s.reason, life.goid));
        let left = self.history.lives.iter().filter_map(last);
        let words =
            if self.stuck { "waits for ever from here on" } else { "waits from here on until the program ends" };
        let waiting = left.map(|(at, reason, goid)| (at, format!("G{goid} {words} ({})", reason.text())));
        let mut found: Vec<_> = waiting.take(MARKED).collect();
        if end.kind != "exit" {
            found.push((self.events, ending(&end.kind, end.code)));
        }
        found
    }

    fn ribbon(&self, decisive: Option<&(u64, String)>) -> Ribbon {
        let (most, width) = RIBBON;
        let axis = Axis::new(self.history, AxisKind::Steps);
        let whole = Window { axis, left: 0.0, right: self.events as f64 + 1.0, width };
        let row = |life: &Life| (life.goid, lanes::pieces(life, whole, self.events, self.stuck, ""));
        let rows = self.history.lives.iter().take(most).map(row).collect();
        let step = self.history.prints.len().div_ceil(60).max(1);
        let prints = self.history.prints.iter().step_by(step).copied().collect();
        let mut found = self.found();
        found.extend(decisive.cloned());
        found.sort_by_key(|f| f.0);
        Ribbon { events: self.events, rows, prints, found }
    }
}
