//! A run on stage: the head that runs ahead, the moment that is looked at, and how time passes.

use crate::engine::{Schedule, Session, Stood, Stop, Stops, Strategy, chrome_trace};
use crate::protocol::{Answer, Measure, Moment, Node, Output, Panel, Scene, Selection, Spot, Unit, Viewport};
use crate::view::{Looks, Picture, svg};
use std::collections::BTreeSet;

/// Milliseconds a slice may take.
const SLICE_MS: f64 = 8.0;
/// Milliseconds between scenes that nobody asked for.
const SCENE_MS: f64 = 50.0;
/// Instructions between two looks at the clock.
const FUEL: u64 = 400_000;
/// How far the run is known beyond the moment: events and instructions.
const AHEAD: (u64, u64) = (4_000, 60_000_000);
/// The same where a lesson wants to know how the run ends.
const OBSERVED: (u64, u64) = (400_000, 400_000_000);
/// Instructions between two looks at the clock while a place to stop at is looked for.
const SEARCH_FUEL: u64 = 40_000;
/// Instructions without an event after which the moment follows the head.
const QUIET: u64 = 3_000_000;
/// Lanes of a picture to keep, if they are not chosen by scrolling; events of a trace.
const LANES: usize = 64;
const TRACED: u64 = 200_000;
/// Bytes of output that go to the page.
const OUTPUT_BYTES: usize = 1 << 20;

/// When there is something to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Next {
    /// Not before a request comes.
    Nothing,
    /// In so many milliseconds.
    Later(u32),
    /// At once.
    Work,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Mode {
    Paused,
    /// An event every so many milliseconds, the next at this time.
    Playing {
        every: f64,
        due: f64,
    },
    FlatOut,
    /// Looks for a place to stop at; for the cursor's line rather than for those that are set.
    Search {
        cursor: bool,
    },
    /// Comes to the moment of a link.
    Landing,
}

/// See above.
pub(super) struct Stage {
    session: Session,
    /// Makes the session anew, standing at its start.
    begin: Box<dyn Fn() -> Session>,
    /// What the person has answered who is the scheduler.
    answers: Vec<usize>,
    picture: Picture,
    mode: Mode,
    stops: Stops,
    /// Where the cursor was when the run was sent there.
    cursor: Stops,
    /// What is wrong with places to stop at, to be told: line and words.
    wrong: Option<Vec<(u32, String)>>,
    /// Words of events at which the run stops, small letters; empty for none.
    words: String,
    /// Where to stand once a replayed run has come to its end.
    place: Option<(String, u32)>,
    /// Where to stand as soon as it is reached, and whether that was the same moment.
    moment: Option<Moment>,
    landed: Option<bool>,
    /// What a lesson wants to know, and how much of the run the last answer was made of.
    observed: (Vec<Spot>, Vec<Measure>),
    answered: Option<(u64, bool)>,
    /// What trying schedules has found, if a lesson asks for that.
    finding: Option<String>,
    /// Something has changed since the last scene; and it is worth one at once.
    changed: bool,
    urgent: bool,
    shown_at: f64,
    sent: usize,
    sent_bytes: usize,
    fresh: bool,
    /// Bytes of a character that is not complete, of standard output and standard error.
    carry: [Vec<u8>; 2],
}

impl Stage {
    pub(super) fn new(
        begin: Box<dyn Fn() -> Session>,
        stops: Vec<Stop>,
        place: Option<(String, u32)>,
        moment: Option<Moment>,
        asks: bool,
    ) -> Self {
        let mode = match (&place, &moment) {
            (Some(_), _) => Mode::FlatOut,
            (None, Some(_)) => Mode::Landing,
            (None, None) => Mode::Paused,
        };
        let session = begin();
        let (stops, wrong) = session.find_stops(stops);
        let mut stage = Self {
            session,
            begin,
            answers: Vec::new(),
            picture: Picture::default(),
            mode,
            wrong: (!stops.is_empty()).then_some(wrong),
            stops,
            cursor: Stops::default(),
            words: String::new(),
            place,
            moment,
            landed: None,
            observed: (Vec::new(), Vec::new()),
            answered: None,
            finding: None,
            changed: true,
            urgent: true,
            shown_at: 0.0,
            sent: 0,
            sent_bytes: 0,
            fresh: true,
            carry: [Vec::new(), Vec::new()],
        };
        if asks && stage.place.is_none() && stage.moment.is_none() {
            stage.reach_question();
        }
        stage
    }

    fn ended(&self) -> bool {
        self.session.progress().end.is_some()
    }

    fn at_end(&self) -> bool {
        self.ended() && self.session.snapshot_is_last()
    }

    /// Whether the head should run on: so that the future is known.
    fn lags(&self) -> bool {
        let (events, instructions) = if self.observes() { OBSERVED } else { AHEAD };
        !self.ended()
            && !self.session.waits()
            && self.session.event_count() < self.session.events_here() + events
            && self.session.progress().tick < self.session.position() + instructions
    }

    pub(super) fn next(&mut self, now: f64) -> Next {
        match self.mode {
            Mode::FlatOut | Mode::Search { .. } | Mode::Landing => Next::Work,
            _ if self.lags() => Next::Work,
            Mode::Paused if self.changed => Next::Later(SCENE_MS as u32),
            Mode::Paused => Next::Nothing,
            Mode::Playing { due, .. } => Next::Later((due - now).clamp(0.0, 1000.0) as u32),
        }
    }

    /// Does what is due.
    pub(super) fn advance(&mut self, clock: &dyn Fn() -> f64) {
        let start = clock();
        if let Mode::Search { cursor } = self.mode {
            self.search(cursor, clock);
            return;
        }
        if self.mode == Mode::Landing {
            self.land(clock);
            return;
        }
        if self.mode == Mode::FlatOut && !self.stops.is_empty() && self.place.is_none() {
            self.search(false, clock);
            return;
        }
        if self.mode == Mode::FlatOut {
            let from = self.session.events_here();
            self.session.seek(u64::MAX);
            while !self.ended() && clock() - start < SLICE_MS {
                self.session.run(FUEL);
                self.go_on_alone();
            }
            self.changed = true;
            if self.stops_at_words(from) {
                return;
            }
            if self.ended() {
                self.mode = Mode::Paused;
                self.urgent = true;
                if let Some((file, line)) = self.place.take() {
                    // What is replayed is looked at where it is decided.
                    let (place, _) = self.session.find_stops(vec![Stop { file, line, condition: None }]);
                    if self.session.back_to_stop(&place) {
                        let words = format!("The finding: line {line}");
                        self.picture.decide(self.session.events_here(), words);
                    }
                }
            }
            return;
        }
        if self.lags() {
            // What is looked at stays where it is while the head goes on.
            let here = self.session.position();
            while self.lags() && clock() - start < SLICE_MS {
                self.session.run(FUEL);
                self.session.seek(here);
            }
            self.changed = true;
        }
        if let Mode::Playing { every, due } = self.mode
            && clock() >= due
        {
            self.play_step();
            // Behind a late timer no crowd of steps follows.
            let due = (due + every).max(clock() - every);
            if let Mode::Playing { .. } = self.mode {
                self.mode = Mode::Playing { every, due };
            }
        }
    }

    /// Runs on for a slice, to a place to stop at or to the end.
    fn search(&mut self, cursor: bool, clock: &dyn Fn() -> f64) {
        let start = clock();
        self.changed = true;
        let from = self.session.events_here();
        while clock() - start < SLICE_MS {
            let stops = if cursor { &self.cursor } else { &self.stops };
            let stood = self.session.run_to_stop(stops, SEARCH_FUEL);
            if !cursor && self.stops_at_words(from) {
                return;
            }
            self.told(stood);
            if stood != Stood::No || self.at_end() {
                self.pause();
                return;
            }
            self.go_on_alone();
        }
    }

    /// Runs on for a slice, to the moment of a link.
    fn land(&mut self, clock: &dyn Fn() -> f64) {
        let start = clock();
        let Some(Moment { events, tick, hash }) = self.moment.take() else { return };
        self.changed = true;
        while clock() - start < SLICE_MS {
            if self.session.run_towards(events, tick, FUEL) {
                self.landed = Some(self.session.stand_at(events, tick, &hash));
                self.pause();
                return;
            }
        }
        self.moment = Some(Moment { events, tick, hash });
    }

    /// Whether the moment of a link, once it is reached, is the same.
    pub(super) fn landed(&mut self) -> Option<bool> {
        self.landed.take()
    }

    /// The moment that is looked at.
    pub(super) fn moment(&mut self) -> Option<Moment> {
        let (events, tick) = (self.session.events_here(), self.session.position());
        let hash = self.session.hash_at(events)?;
        Some(Moment { events, tick, hash: format!("{hash:016x}") })
    }

    /// By which schedule this run can be had again.
    pub(super) fn schedule(&self, by: &Schedule) -> String {
        match by.strategy {
            Strategy::Go => String::new(),
            Strategy::Random => "random".to_owned(),
            _ => self.session.choices().map_or(String::new(), |c| c.to_string()),
        }
    }

    /// The lanes as a picture to keep.
    pub(super) fn svg(&mut self, looks: Looks<'_>, dark: bool) -> String {
        svg(&self.picture.still(&mut self.session, looks, LANES), dark, looks.view.width)
    }

    /// The run, as far as it is known, as Chrome trace JSON.
    pub(super) fn trace(&mut self) -> Result<String, String> {
        match self.session.event_count() {
            0..=TRACED => Ok(chrome_trace(&mut self.session)),
            n => Err(format!("The run has {n} events, too many for a page: the command `golanes trace` writes them.")),
        }
    }

    /// Whether an event behind the first `from` is one that the run is to stop at: then it stands there.
    fn stops_at_words(&mut self, from: u64) -> bool {
        if self.words.is_empty() {
            return false;
        }
        let here = self.session.events_here();
        let found = self.picture.find(&mut self.session, &self.words, from, false).filter(|&n| n <= here);
        if let Some(event) = found {
            self.seek(event);
        }
        found.is_some()
    }

    /// Says why a run has stopped where it is not clear whether it should.
    fn told(&mut self, stood: Stood) {
        if let Stood::Unclear(line) = stood {
            self.wrong = Some(vec![(line, "what it says cannot be worked out there: the run stopped".to_owned())]);
        }
    }

    /// While time passes by itself, what is offered first comes next.
    fn go_on_alone(&mut self) {
        if self.session.question().is_some() {
            self.answers.push(0);
            self.session.answer(0);
        }
    }

    /// On to where the person is asked next, or has been running for too long to be waited for.
    fn reach_question(&mut self) {
        let most = self.session.progress().tick + AHEAD.1;
        while !self.ended() && !self.session.waits() && self.session.progress().tick < most {
            self.session.run(FUEL);
        }
        self.session.seek(u64::MAX);
    }

    /// The person says what comes next.
    pub(super) fn take_offer(&mut self, number: usize) {
        self.session.seek(u64::MAX);
        if self.session.question().is_some_and(|offers| number < offers.len()) {
            self.answers.push(number);
            self.session.answer(number);
            self.reach_question();
        }
        self.pause();
    }

    /// The run is as it was before the last answer.
    pub(super) fn take_back(&mut self) {
        self.answers.pop();
        self.session = (self.begin)();
        for &answer in &self.answers {
            while !self.ended() && !self.session.waits() {
                self.session.run(FUEL);
            }
            self.session.answer(answer);
        }
        self.reach_question();
        self.picture = Picture::default();
        (self.sent, self.sent_bytes, self.fresh, self.carry) = (0, 0, true, [Vec::new(), Vec::new()]);
        self.pause();
    }

    fn observes(&self) -> bool {
        !self.observed.0.is_empty() || !self.observed.1.is_empty()
    }

    /// What a lesson wants to know from now on.
    pub(super) fn observe(&mut self, spots: Vec<Spot>, measures: Vec<Measure>) {
        (self.observed, self.answered) = ((spots, measures), None);
    }

    /// What it wanted to know, if more of that is known than before. What only other schedules tell is `finding`.
    pub(super) fn observed(&mut self, finding: Option<&str>) -> Option<Answer> {
        let known = (self.session.event_count(), self.ended());
        let fresh = finding.is_some();
        self.finding = finding.map(str::to_owned).or(self.finding.take());
        // While the run grows there is nothing to say yet that would stay.
        if !self.observes() || self.lags() || self.answered == Some(known) && !fresh {
            return None;
        }
        self.answered = Some(known);
        let (spots, measures) = self.observed.clone();
        let spots = spots.iter().map(|s| self.picture.spot(&mut self.session, s)).collect();
        let measure = |m: &Measure| match m {
            Measure::Finding => self.finding.clone(),
            m => self.picture.measure(&mut self.session, m),
        };
        Some(Answer::Observed { spots, measures: measures.iter().map(measure).collect() })
    }

    /// What is wrong with places to stop at, once.
    pub(super) fn wrong_stops(&mut self) -> Option<Vec<(u32, String)>> {
        self.wrong.take()
    }

    fn play_step(&mut self) {
        let here = self.session.position();
        if self.session.snapshot_is_last() && self.session.question().is_some() {
            self.go_on_alone();
            self.session.run(FUEL);
            self.session.seek(here);
        }
        let from = self.session.events_here();
        if let Some((to, _)) = self.session.next_event(here + 1) {
            let stood = match self.stops.is_empty() {
                true => Stood::No,
                false => self.session.run_to_stop(&self.stops, to - here),
            };
            self.told(stood);
            if stood != Stood::No {
                self.pause();
                return;
            }
            self.session.seek(to);
            if self.stops_at_words(from) {
                return;
            }
        } else if self.ended() || self.session.progress().tick > here + QUIET {
            self.session.seek(u64::MAX);
        } else {
            return;
        }
        (self.changed, self.urgent) = (true, true);
        if self.at_end() {
            self.mode = Mode::Paused;
        }
    }

    /// Plays on from here, from the start if here is the end.
    pub(super) fn play(&mut self, speed: u32, now: f64) {
        if self.at_end() {
            self.session.seek(0);
        }
        self.mode = match speed {
            0 => Mode::FlatOut,
            _ => Mode::Playing { every: 1000.0 / f64::from(speed), due: now },
        };
        (self.changed, self.urgent) = (true, true);
    }

    /// Where to stop from now on.
    pub(super) fn stop_at(&mut self, stops: Vec<Stop>) {
        let (stops, wrong) = self.session.find_stops(stops);
        (self.stops, self.wrong) = (stops, Some(wrong));
    }

    /// At which events to stop from now on: those whose sentences have these words.
    pub(super) fn stop_when(&mut self, words: &str) {
        self.words = words.trim().to_lowercase();
    }

    /// On to the next place to stop at, or to a line; or back to the last one.
    pub(super) fn run_on(&mut self, back: bool, cursor: Option<(String, u32)>) {
        let to_cursor = cursor.is_some();
        if let Some((file, line)) = cursor {
            let (place, wrong) = self.session.find_stops(vec![Stop { file, line, condition: None }]);
            (self.cursor, self.wrong) = (place, Some(wrong).filter(|w| !w.is_empty()));
        }
        if back {
            let stops = if to_cursor { &self.cursor } else { &self.stops };
            if !self.session.back_to_stop(stops) {
                self.session.seek(0);
            }
            self.pause();
            return;
        }
        if self.at_end() {
            self.session.seek(0);
        }
        self.mode = Mode::Search { cursor: to_cursor };
        (self.changed, self.urgent) = (true, true);
    }

    pub(super) fn pause(&mut self) {
        self.mode = Mode::Paused;
        (self.changed, self.urgent) = (true, true);
    }

    pub(super) fn step(&mut self, back: bool, unit: Unit) {
        match (back, unit) {
            (false, Unit::Event) => self.session.step_event(),
            (true, Unit::Event) => self.session.step_event_back(),
            (false, Unit::Statement) => self.session.step(),
            (true, Unit::Statement) => self.session.step_back(),
            (false, Unit::Instruction) => self.session.step_instruction(),
            (true, Unit::Instruction) => self.session.seek(self.session.position().saturating_sub(1)),
            (_, Unit::Goroutine(goid)) => {
                let here = self.session.events_here();
                self.picture.follow(&mut self.session);
                let to = self.picture.next_of(&mut self.session, goid, here, back);
                // Behind its last event the run's end is the next thing there is, before its first the start.
                let end = if back { 0 } else { u64::MAX };
                self.session.seek_event(to.unwrap_or(end))
            }
        };
        self.pause();
    }

    /// To the moment drawn at a place of the axis.
    pub(super) fn seek_to(&mut self, view: &Viewport, x: f64) {
        self.seek(self.picture.moment_at(view, x));
    }

    /// To the next event that these words tell of, if there is one.
    pub(super) fn find(&mut self, words: &str, back: bool) -> bool {
        let here = self.session.events_here();
        let found = self.picture.find(&mut self.session, words, here, back);
        if let Some(event) = found {
            self.seek(event);
        }
        found.is_some()
    }

    pub(super) fn hint(&mut self, looks: Looks<'_>, row: usize, x: f64) -> Option<Node> {
        self.picture.hint(&mut self.session, looks, row, x)
    }

    pub(super) fn choose(&mut self, looks: Looks<'_>, row: usize, x: f64) -> Option<Selection> {
        self.picture.choose(&mut self.session, looks, row, x)
    }

    pub(super) fn linked(&mut self, selection: &Selection, on: bool) -> Option<Selection> {
        self.picture.linked(&self.session, selection, on)
    }

    pub(super) fn seek(&mut self, events: u64) {
        self.session.seek_event(events);
        self.pause();
    }

    /// The page looks at another part.
    pub(super) fn changed(&mut self) {
        (self.changed, self.urgent) = (true, true);
    }

    pub(super) fn wants_scene(&self, now: f64) -> bool {
        self.changed && (self.urgent || now - self.shown_at >= SCENE_MS)
    }

    pub(super) fn scene(&mut self, looks: Looks<'_>, now: f64) -> Scene {
        (self.changed, self.urgent, self.shown_at) = (false, false, now);
        self.picture.scene(&mut self.session, looks, self.mode != Mode::Paused)
    }

    /// Whether time passes as fast as it can.
    pub(super) fn hurries(&self) -> bool {
        matches!(self.mode, Mode::FlatOut | Mode::Search { .. })
    }

    /// What a panel shows at this moment.
    pub(super) fn panel(&mut self, panel: Panel, selection: &Selection, folds: &BTreeSet<String>) -> Node {
        if panel == Panel::Offers {
            return self.picture.offers(&mut self.session, self.answers.len());
        }
        self.picture.panel(&mut self.session, panel, selection, folds)
    }

    /// What was written since the last call.
    pub(super) fn output(&mut self) -> Option<Answer> {
        let fresh = std::mem::take(&mut self.fresh);
        let mut pieces: Vec<Output> = Vec::new();
        for chunk in &self.session.output()[self.sent..] {
            self.sent += 1;
            if self.sent_bytes >= OUTPUT_BYTES {
                continue;
            }
            self.sent_bytes += chunk.bytes.len();
            let text = decode(&mut self.carry[usize::from(chunk.err)], &chunk.bytes);
            match pieces.last_mut() {
                Some(last) if last.err == chunk.err && last.tick == chunk.tick => last.text.push_str(&text),
                _ => pieces.push(Output { tick: chunk.tick, text, err: chunk.err }),
            }
            if self.sent_bytes >= OUTPUT_BYTES {
                let text = "\n(The page shows no more than the first million bytes.)\n".to_owned();
                pieces.push(Output { tick: chunk.tick, text, err: true });
            }
        }
        (fresh || !pieces.is_empty()).then_some(Answer::Output { fresh, pieces })
    }
}

/// `bytes` after those in `carry` as text; an unfinished character at the end stays in `carry`.
fn decode(carry: &mut Vec<u8>, bytes: &[u8]) -> String {
    carry.extend_from_slice(bytes);
    let all = std::mem::take(carry);
    let mut whole = all.len();
    for back in 1..=3.min(all.len()) {
        let from = all.len() - back;
        if all[from] >= 0xc0 {
            if std::str::from_utf8(&all[from..]).is_err_and(|e| e.error_len().is_none()) {
                whole = from;
            }
            break;
        }
    }
    carry.extend_from_slice(&all[whole..]);
    String::from_utf8_lossy(&all[..whole]).into_owned()
}
