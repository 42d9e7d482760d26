//! The state of the playground: the text, the run on stage, and what a person can do with them.

use super::engine_worker::EngineWorker;
use super::fetch::fetch;
use super::files;
use super::layout::{self, Large};
use super::lessons::{self, School};
use super::links::{self, Claim};
use super::node;
use super::overlay::Overlay;
use super::reference::{Shelf, Table};
use super::storage::{self, Program, Settings, StepBy};
use super::travel::SPEEDS;
use crate::protocol::{
    Act, Answer, Asked, Counts, Export, Link, Moment, Node, Output, Panel, Problem, Request, Ribbon, Scene, Selection,
    StopAt, ToCompare, Unit, Viewport,
};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// The program of a first visit.
const FIRST: &str = include_str!("../../public/programs/worker_pool.go");
/// How long after the last key a text is looked at.
const CHECK_AFTER: Duration = Duration::from_millis(250);

/// Which lanes there are, for this run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lanes {
    pub(super) filter: String,
    pub(super) pinned: Vec<u32>,
    pub(super) hidden: Vec<u32>,
}

/// A place to stop at. The editor knows its line, by its number, however the text changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Breakpoint {
    pub(super) id: u32,
    pub(super) file: String,
    pub(super) line: u32,
    pub(super) condition: String,
    /// What is wrong with the condition.
    pub(super) wrong: String,
}

/// A schedule that exploring has found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Replay {
    pub(super) schedule: String,
    pub(super) place: Option<(String, u32)>,
}

/// Which of the results is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Output,
    Input,
    Problems,
    Findings,
    Outcomes,
    Stops,
}

impl Tab {
    pub(super) const ALL: [Tab; 6] = [Tab::Output, Tab::Input, Tab::Problems, Tab::Findings, Tab::Outcomes, Tab::Stops];

    /// Its name in identifiers.
    pub(super) fn id(self) -> &'static str {
        match self {
            Tab::Output => "output",
            Tab::Input => "input",
            Tab::Problems => "problems",
            Tab::Findings => "findings",
            Tab::Outcomes => "outcomes",
            Tab::Stops => "stops",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Tab::Output => "Output",
            Tab::Input => "Input",
            Tab::Problems => "Problems",
            Tab::Findings => "Findings",
            Tab::Outcomes => "Outcomes",
            Tab::Stops => "Breakpoints",
        }
    }
}

/// Which panel a phone shows under the lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Inside,
    Why,
    Code,
    Results,
}

/// Everything there is; copied freely, as signals are.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) text: RwSignal<String>,
    /// What the program reads from its standard input.
    pub(super) input: RwSignal<String>,
    /// Counts the texts that do not come from the editor, for the editor to take over.
    pub(super) given: RwSignal<u32>,
    pub(super) scene: RwSignal<Option<Arc<Scene>>>,
    pub(super) ribbon: RwSignal<Arc<Ribbon>>,
    pub(super) output: RwSignal<Vec<Output>>,
    pub(super) problems: RwSignal<Vec<Problem>>,
    pub(super) crash: RwSignal<Option<String>>,
    pub(super) settings: RwSignal<Settings>,
    pub(super) tab: RwSignal<Tab>,
    pub(super) sheet: RwSignal<Sheet>,
    /// The panel that fills the window.
    pub(super) large: RwSignal<Option<Large>>,
    /// Large type, no chrome, and the keys of a clicker.
    pub(super) presenter: RwSignal<bool>,
    /// What is selected.
    pub(super) selection: RwSignal<Selection>,
    /// The panels that the worker has made.
    pub(super) panels: RwSignal<Vec<(Panel, Node)>>,
    /// Which lanes there are.
    pub(super) lanes: RwSignal<Lanes>,
    /// What lies under the pointer, told.
    pub(super) hint: RwSignal<Option<Node>>,
    /// What was searched for does not come any more.
    pub(super) lost: RwSignal<bool>,
    /// The run as text stands in place of the lanes.
    pub(super) twin: RwSignal<bool>,
    /// The field that searches lanes is open.
    pub(super) searching: RwSignal<bool>,
    /// How many goroutines are in which state.
    pub(super) counts: Memo<Option<Counts>>,
    /// An example could not be fetched.
    pub(super) no_example: RwSignal<bool>,
    /// What packages are searched for.
    pub(super) words: RwSignal<String>,
    /// The table of packages.
    pub(super) library: RwSignal<Table>,
    /// Places to stop at.
    pub(super) stops: RwSignal<Vec<Breakpoint>>,
    /// The editor is to forget the place to stop at of this number.
    pub(super) unstop: RwSignal<Option<u32>>,
    /// The schedule that is replayed instead of Go's own, and where to stand then.
    pub(super) replay: RwSignal<Option<Replay>>,
    /// Who decides what Go leaves open, where nothing is replayed: `you`, `random`, or nobody but Go's scheduler.
    pub(super) scheduler: RwSignal<String>,
    /// Words of events at which the run stops.
    pub(super) stop_words: RwSignal<String>,
    /// An answer for the editor: the number of its question, and JSON.
    pub(super) told: RwSignal<Option<(u32, String)>>,
    /// Changes that the editor is to make: JSON.
    pub(super) fix: RwSignal<Option<String>>,
    /// The editor is to start a file of this name.
    pub(super) new_file: RwSignal<Option<String>>,
    /// What the address claims of the run on stage.
    pub(super) claim: RwSignal<Claim>,
    /// Where a link's run is to stand: once.
    moment: StoredValue<Option<Moment>>,
    /// The text is a link's, not the person's own: it is not kept until it is changed.
    guest: StoredValue<bool>,
    /// What lies over the page.
    pub(super) overlay: RwSignal<Option<Overlay>>,
    /// The words by which a command is looked for.
    pub(super) command: RwSignal<String>,
    /// Programs that ran here, the last one first.
    pub(super) programs: RwSignal<Vec<Program>>,
    /// The browser does not keep the text.
    pub(super) unkept: RwSignal<bool>,
    /// What was done for the person where it cannot be seen: told for a while.
    pub(super) notice: RwSignal<String>,
    /// What the lanes do when they are asked to from elsewhere.
    pub(super) zoom: RwSignal<Option<String>>,
    /// All about lessons.
    pub(super) school: School,
    /// The editor is to show this line, without taking the focus.
    pub(super) flash: RwSignal<Option<u32>>,
    /// All about the reference.
    pub(super) shelf: Shelf,
    /// A line of the source to be shown: file, line, column.
    pub(super) pick: RwSignal<Option<(String, u32, u32)>>,
    /// Open panels, as often as they are.
    open: StoredValue<Vec<Panel>>,
    /// The text and the input that the run on stage was made of.
    loaded: RwSignal<Option<(String, String)>>,
    worker: StoredValue<Option<EngineWorker>, LocalStorage>,
    view: StoredValue<Viewport>,
    /// The worker will be told of the view in the next frame.
    look_due: StoredValue<bool>,
    check: StoredValue<Option<TimeoutHandle>>,
}

impl Run {
    /// Starts the engine and puts the kept program on stage.
    pub(super) fn new() -> Self {
        let settings = storage::load_settings();
        let scene = RwSignal::new(None);
        let run = Self {
            text: RwSignal::new(storage::load_text().unwrap_or_else(|| FIRST.to_owned())),
            input: RwSignal::new(storage::load_input().unwrap_or_default()),
            given: RwSignal::new(0),
            scene,
            ribbon: RwSignal::new(Arc::default()),
            output: RwSignal::new(Vec::new()),
            problems: RwSignal::new(Vec::new()),
            crash: RwSignal::new(None),
            settings: RwSignal::new(settings),
            tab: RwSignal::new(Tab::Output),
            sheet: RwSignal::new(Sheet::Inside),
            large: RwSignal::new(None),
            presenter: RwSignal::new(false),
            selection: RwSignal::new(Selection::default()),
            panels: RwSignal::new(Vec::new()),
            lanes: RwSignal::new(Lanes::default()),
            hint: RwSignal::new(None),
            lost: RwSignal::new(false),
            twin: RwSignal::new(false),
            searching: RwSignal::new(false),
            counts: Memo::new(move |_| scene.with(|s: &Option<Arc<Scene>>| s.as_ref().map(|s| s.counts))),
            no_example: RwSignal::new(false),
            words: RwSignal::new(String::new()),
            library: RwSignal::new(Table::Coming),
            stops: RwSignal::new(Vec::new()),
            unstop: RwSignal::new(None),
            replay: RwSignal::new(None),
            scheduler: RwSignal::new(String::new()),
            stop_words: RwSignal::new(String::new()),
            told: RwSignal::new(None),
            fix: RwSignal::new(None),
            new_file: RwSignal::new(None),
            claim: RwSignal::new(Claim::None),
            moment: StoredValue::new(None),
            guest: StoredValue::new(false),
            overlay: RwSignal::new(None),
            command: RwSignal::new(String::new()),
            programs: RwSignal::new(storage::load_programs()),
            unkept: RwSignal::new(false),
            notice: RwSignal::new(String::new()),
            zoom: RwSignal::new(None),
            school: School::new(),
            flash: RwSignal::new(None),
            shelf: Shelf::new(),
            pick: RwSignal::new(None),
            open: StoredValue::new(Vec::new()),
            loaded: RwSignal::new(None),
            worker: StoredValue::new_local(None),
            view: StoredValue::new(Viewport::default()),
            look_due: StoredValue::new(false),
            check: StoredValue::new(None),
        };
        let on_answer = Rc::new(move |answer| run.take(answer));
        let on_death = Rc::new(move |reason| run.mourn(reason));
        run.worker.set_value(Some(EngineWorker::new(on_answer, on_death)));
        run.load();
        run
    }

    fn send(self, request: Request) {
        self.worker.with_value(|w| {
            if let Some(w) = w {
                w.send(request);
            }
        });
    }

    pub(super) fn take(self, answer: Answer) {
        match answer {
            Answer::Ready | Answer::Died(_) => {}
            Answer::Problems(list) => {
                let broken = list.iter().any(|p| p.error);
                if broken && self.scene.with_untracked(Option::is_none) {
                    self.tab.set(Tab::Problems);
                }
                if list.is_empty() {
                    self.tab.set(Tab::Output);
                }
                self.problems.set(list);
            }
            // Not if it has been changed meanwhile.
            Answer::Formatted { before, after } if self.text.with_untracked(|t| *t == before) => {
                if self.school.is_open() {
                    self.unkept.set(!lessons::keep(self, &after));
                } else if !self.guest.get_value() {
                    self.unkept.set(!storage::save_text(&after));
                }
                self.loaded.update(|l| {
                    if let Some((text, _)) = l.as_mut().filter(|(text, _)| *text == before) {
                        text.clone_from(&after);
                    }
                });
                self.text.set(after);
                self.given.update(|n| *n += 1);
            }
            Answer::Formatted { .. } => {}
            // Nobody asks for these yet.
            Answer::Scene(mut scene) => {
                if let Some(ribbon) = scene.ribbon.take() {
                    self.ribbon.set(Arc::new(ribbon));
                }
                self.scene.set(Some(Arc::new(*scene)));
            }
            Answer::Panel(panel, node) => self.panels.update(|all| match all.iter_mut().find(|(p, _)| *p == panel) {
                Some(entry) => entry.1 = node,
                None => all.push((panel, node)),
            }),
            Answer::Hint(node) => self.hint.set(node),
            Answer::Selected(selection) => self.select(|s| *s = selection),
            Answer::NotFound => self.lost.set(true),
            Answer::BadStops(bad) => self.stops.update(|all| {
                for b in all {
                    b.wrong =
                        bad.iter().find(|(line, _)| *line == b.line).map_or(String::new(), |(_, why)| why.clone());
                }
            }),
            Answer::Moment { moment, schedule } => links::share(self, moment, schedule),
            Answer::Landed { same: true } => {}
            Answer::Landed { same: false } => {
                if self.claim.with_untracked(|c| *c == Claim::Held) {
                    let words = "This is not the run that the link was made of: it has taken another way.";
                    self.claim.set(Claim::Broken(words.into()));
                }
            }
            Answer::Observed { spots, measures } => {
                self.school.answers.update(|a| (a.spots, a.measures) = (spots, measures));
            }
            Answer::Compared(runs) => self.school.answers.update(|a| a.compared = Some(runs)),
            Answer::Widget { id: lessons::FIX, node } => self.school.answers.update(|a| a.fix = Some(node)),
            Answer::Widget { id, node } => self.shelf.tried.take(id, node),
            Answer::Exported(Ok(file)) => files::take(self, &file),
            Answer::Exported(Err(why)) => self.tell(why),
            Answer::Told { id, json } => self.told.set(Some((id, json))),
            Answer::Output { fresh, pieces } => self.output.update(|all| {
                if fresh {
                    all.clear();
                }
                all.extend(pieces);
            }),
        }
    }

    fn mourn(self, reason: String) {
        self.crash.set(Some(reason));
        self.clear();
        self.send(Request::Look(self.view.get_value()));
        self.send_stops();
        self.show();
    }

    fn show(self) {
        let panels = self.open.get_value();
        self.send(Request::Show { panels, selection: self.selection.get_untracked() });
    }

    /// The worker is to make this panel from now on.
    pub(super) fn open(self, panel: Panel) {
        self.open.update_value(|open| open.push(panel));
        self.show();
    }

    pub(super) fn close(self, panel: Panel) {
        self.open.update_value(|open| {
            if let Some(i) = open.iter().position(|p| *p == panel) {
                open.remove(i);
            }
        });
        self.show();
    }

    /// Selects something else.
    pub(super) fn select(self, change: impl FnOnce(&mut Selection)) {
        let before = self.selection.get_untracked();
        self.selection.update(change);
        if self.selection.with_untracked(|s| *s != before) {
            self.show();
        }
    }

    /// Does what a click in a panel asks for.
    pub(super) fn act(self, act: Act) {
        match act {
            Act::Goroutine(goid) => {
                self.select(|s| s.goid = Some(goid));
                if untrack(|| self.sheet.get()) == Sheet::Inside {
                    self.sheet.set(Sheet::Why);
                }
            }
            Act::Moment(events) => self.seek(events),
            Act::Event(number) => self.select(|s| s.event = Some(number)),
            Act::Line { file, line } => {
                self.sheet.set(Sheet::Code);
                self.pick.set(Some((file, line, 1)));
            }
            Act::Thing(name) => {
                self.sheet.set(Sheet::Inside);
                request_animation_frame(move || node::show_thing(&name));
            }
            Act::Replay { schedule, place } => self.replay(Replay { schedule, place }),
            Act::Do(name) => super::controls::perform(self, &name, String::new()),
            other => self.send(Request::Act(other)),
        }
    }

    /// Enters or leaves presenter mode.
    pub(super) fn present(self, on: bool) {
        self.presenter.set(on);
        self.large.set(None);
        if on {
            layout::focus(".lanes");
        }
    }

    fn clear(self) {
        self.loaded.set(None);
        self.scene.set(None);
        self.ribbon.set(Arc::default());
        self.output.set(Vec::new());
        self.panels.set(Vec::new());
        self.hint.set(None);
    }

    /// Whether text or input have changed since the run on stage was made.
    pub(super) fn outdated(self) -> bool {
        self.loaded.with(|l| {
            l.as_ref().is_none_or(|(text, input)| self.text.with(|t| t != text) || self.input.with(|i| i != input))
        })
    }

    /// Makes a run of the text, standing at its start.
    pub(super) fn load(self) {
        self.load_as(false);
    }

    fn load_as(self, format: bool) {
        self.crash.set(None);
        self.clear();
        let text = self.text.get_untracked();
        let stdin = self.input.get_untracked();
        let (seed, procs) = self.settings.with_untracked(|s| (s.seed, s.procs));
        self.loaded.set(Some((text.clone(), stdin.clone())));
        self.selection.set(Selection::default());
        self.lanes.set(Lanes::default());
        let decides = || Replay { schedule: self.scheduler.get_untracked(), place: None };
        let Replay { schedule, place } = self.replay.get_untracked().unwrap_or_else(decides);
        let moment = self.moment.try_update_value(Option::take).flatten();
        self.send(Request::Load { text, stdin, seed, procs, format, schedule, place, moment });
        self.send_stop_words();
        self.observe();
        // Not before: the worker would answer with the run that goes.
        self.show();
    }

    fn ensure_loaded(self) {
        if untrack(|| self.outdated()) {
            self.load();
        }
    }

    /// The worker is to find out what the lesson on the page wants to know.
    pub(super) fn observe(self) {
        let (spots, measures) = lessons::wanted(self);
        if !(spots.is_empty() && measures.is_empty()) {
            self.school.answers.update(|a| (a.spots, a.measures) = Default::default());
            self.send(Request::Observe { spots, measures });
        }
    }

    /// Programs are to be run beside each other.
    pub(super) fn compare(self, all: Vec<ToCompare>) {
        self.send(Request::Compare(all));
    }

    /// A part of a page that can be tried is to show what was set in it.
    pub(super) fn make_part(self, id: u32, kind: String, text: String, state: Vec<(String, String)>) {
        self.send(Request::Widget { id, kind, text, state });
    }

    /// Runs the program by a schedule that exploring has found, up to the place that decides.
    fn replay(self, replay: Replay) {
        self.replay.set(Some(replay));
        self.load();
        self.tab.set(Tab::Output);
    }

    /// Gives the schedule back to Go's own scheduler.
    pub(super) fn end_replay(self) {
        self.replay.set(None);
        self.load();
    }

    /// Tries so many more schedules; 0 ends that.
    pub(super) fn explore(self, more: u64) {
        self.ensure_loaded();
        self.send(Request::Explore(more));
    }

    /// The editor has other places to stop at: number, line and file of each.
    pub(super) fn place_stops(self, lines: Vec<(u32, u32, String)>) {
        self.stops.update(|all| {
            let condition = |id| all.iter().find(|b| b.id == id).cloned().unwrap_or_default();
            *all = lines.into_iter().map(|(id, line, file)| Breakpoint { id, line, file, ..condition(id) }).collect();
        });
        self.send_stops();
    }

    /// A place to stop at has another condition.
    pub(super) fn set_condition(self, id: u32, condition: String) {
        self.stops.update(|all| {
            if let Some(b) = all.iter_mut().find(|b| b.id == id) {
                b.condition = condition;
            }
        });
        self.send_stops();
    }

    fn send_stops(self) {
        let stop = |b: &Breakpoint| StopAt { file: b.file.clone(), line: b.line, condition: b.condition.clone() };
        self.send(Request::Stops(self.stops.with_untracked(|all| all.iter().map(stop).collect())));
    }

    /// The run stops at events that are told with these words.
    pub(super) fn stop_when(self, words: String) {
        self.stop_words.set(words);
        self.send_stop_words();
    }

    fn send_stop_words(self) {
        self.send(Request::StopWhen { words: self.stop_words.get_untracked() });
    }

    /// Somebody else decides from now on; that makes a new run.
    pub(super) fn schedule_by(self, who: String) {
        self.scheduler.set(who);
        self.replay.set(None);
        self.load();
    }

    /// Whether the person is the scheduler.
    pub(super) fn by_you(self) -> bool {
        self.scheduler.with(|s| s == "you") && self.replay.with(Option::is_none)
    }

    /// The last choice of the person who is the scheduler is taken back.
    pub(super) fn take_back(self) {
        self.send(Request::TakeBack);
    }

    /// On to the next place to stop at (or to a line), or back to the last one.
    pub(super) fn run_on(self, back: bool, cursor: Option<(String, u32)>) {
        self.ensure_loaded();
        self.send(Request::RunOn { back, cursor });
    }

    /// Formats the text and runs it from its start.
    pub(super) fn start(self) {
        self.replay.set(None);
        self.remember();
        self.load_as(true);
        self.play();
    }

    /// The editor asks about a place of its text.
    pub(super) fn ask(self, id: u32, what: &str, at: u32) {
        let what = match what {
            "Complete" => Asked::Complete,
            "Hover" => Asked::Hover,
            _ => Asked::Define,
        };
        self.send(Request::Ask { id, what, text: self.text.get_untracked(), at });
    }

    /// Mends a problem: its number, and that of what mends it.
    pub(super) fn fix_problem(self, numbers: &str) {
        let Some((i, k)) = numbers.split_once(' ') else { return };
        let edits = self.problems.with_untracked(|all| {
            let (_, edits) = all.get(i.parse::<usize>().ok()?)?.fixes.get(k.parse::<usize>().ok()?)?;
            serde_json::to_string(edits).ok()
        });
        self.fix.set(edits);
    }

    /// Starts another file of the program.
    pub(super) fn add_file(self) {
        let taken = |n: &u32| self.text.with_untracked(|t| t.contains(&format!("-- file{n}.go --")));
        let number = (2..).find(|n| !taken(n)).unwrap_or(2);
        self.new_file.set(Some(format!("file{number}.go")));
    }

    /// Formats the text.
    pub(super) fn format(self) {
        self.send(Request::Format { text: self.text.get_untracked() });
    }

    /// Goes on, or starts again at the end.
    pub(super) fn play(self) {
        self.ensure_loaded();
        self.send(Request::Play { speed: self.settings.with_untracked(|s| s.speed) });
    }

    pub(super) fn pause(self) {
        self.send(Request::Pause);
    }

    pub(super) fn playing(self) -> bool {
        self.scene.with(|s| s.as_ref().is_some_and(|s| s.playing))
    }

    pub(super) fn toggle(self) {
        if untrack(|| self.playing()) {
            self.pause();
        } else {
            self.play();
        }
    }

    /// One step by what is set, or to the next event of the selected goroutine.
    pub(super) fn step(self, back: bool, goroutine: bool) {
        self.ensure_loaded();
        let by = self.settings.with_untracked(|s| s.step);
        let unit = match by {
            _ if goroutine => Unit::Goroutine(self.subject()),
            StepBy::Event => Unit::Event,
            StepBy::Statement => Unit::Statement,
            StepBy::Goroutine => Unit::Goroutine(self.subject()),
            StepBy::Instruction => Unit::Instruction,
        };
        self.send(Request::Step { back, unit });
    }

    /// The goroutine that is selected, or else one that runs.
    fn subject(self) -> u32 {
        let running = || {
            self.scene.with_untracked(|s| s.as_ref().and_then(|s| s.marks.iter().find(|m| m.running).map(|m| m.goid)))
        };
        self.selection.with_untracked(|s| s.goid).or_else(running).unwrap_or(1)
    }

    /// To what is drawn at a place of the axis.
    pub(super) fn seek_to(self, x: f64) {
        self.ensure_loaded();
        self.send(Request::SeekTo { x });
    }

    /// Tells of what is drawn at a place of the lanes, or selects it.
    pub(super) fn point(self, row: usize, x: f64, select: bool) {
        self.send(Request::Point { row, x, select });
    }

    /// To the next event that these words tell of.
    pub(super) fn find(self, words: String, back: bool) {
        self.lost.set(false);
        self.send(Request::Find { words, back });
    }

    /// Selects the cause of the selected event, or its effect.
    pub(super) fn follow(self, on: bool) {
        self.lost.set(false);
        self.send(Request::Follow { on });
    }

    /// To the end of what is known.
    pub(super) fn seek_end(self) {
        // More than any run has, and still exact as a number of JavaScript.
        self.seek(1 << 52);
    }

    pub(super) fn seek(self, events: u64) {
        self.ensure_loaded();
        self.send(Request::Seek { events });
    }

    /// A person has changed the text.
    pub(super) fn edit(self, text: String) {
        // What the editor was given comes back from it.
        if self.text.with_untracked(|t| *t == text) {
            return;
        }
        links::drop(self);
        self.keep(text);
        if let Some(timer) = self.check.get_value() {
            timer.clear();
        }
        let check = move || self.send(Request::Check { text: self.text.get_untracked() });
        self.check.set_value(set_timeout_with_handle(check, CHECK_AFTER).ok());
    }

    /// A person has changed the standard input.
    pub(super) fn feed(self, input: String) {
        self.unkept.set(!storage::save_input(&input));
        self.input.set(input);
    }

    /// Fetches an example and runs it.
    pub(super) fn example(self, file: String) {
        spawn_local(async move {
            let text = fetch(&format!("./programs/{file}")).await;
            self.no_example.set(text.is_none());
            if let Some(text) = text {
                self.take_program(text);
            }
        });
    }

    /// Fetches the table of packages.
    pub(super) fn fetch_library(self) {
        self.library.set(Table::Coming);
        spawn_local(async move {
            let text = fetch("./library.json").await;
            let list = text.and_then(|t| serde_json::from_str(&t).ok());
            self.library.set(list.map_or(Table::Lost, Table::Here));
        });
    }

    /// Takes another program and runs it.
    pub(super) fn take_program(self, text: String) {
        self.take_text(text);
        self.start();
    }

    /// Takes another program, which stands at its start; the one before is among the earlier ones. A lesson is opened as one.
    pub(super) fn bring(self, text: String) {
        if lessons::is_lesson(&text) {
            lessons::take(self, &text);
            return;
        }
        self.take_text(text);
        self.load();
    }

    fn take_text(self, text: String) {
        self.remember();
        self.replay.set(None);
        links::drop(self);
        self.keep(text);
        self.given.update(|n| *n += 1);
    }

    fn keep(self, text: String) {
        if self.school.is_open() {
            self.unkept.set(!lessons::keep(self, &text));
            self.text.set(text);
            return;
        }
        self.guest.set_value(false);
        self.unkept.set(!storage::save_text(&text));
        self.text.set(text);
    }

    /// Puts a link's program on stage, where it says. What the person has written stays kept, until this is changed: then it is among
    /// the earlier programs.
    pub(super) fn take_link(self, link: Link, claim: Claim) {
        self.remember();
        self.guest.set_value(true);
        self.text.set(link.text);
        self.given.update(|n| *n += 1);
        self.input.set(link.stdin);
        self.scheduler.set(String::new());
        self.replay.set(None);
        match link.schedule.as_str() {
            "" => {}
            who @ "random" => self.scheduler.set(who.to_owned()),
            _ => self.replay.set(Some(Replay { schedule: link.schedule, place: None })),
        }
        self.moment.set_value(link.moment);
        self.claim.set(claim);
        self.load();
        self.select(|s| *s = link.selection);
    }

    /// Puts a lesson's program on stage; the person's own stays kept.
    pub(super) fn take_lesson(self, text: String, stdin: String) {
        self.remember();
        self.guest.set_value(true);
        self.replay.set(None);
        self.scheduler.set(String::new());
        self.input.set(stdin);
        self.turn_lesson(text);
    }

    /// The lesson's program has changed by a knob.
    pub(super) fn turn_lesson(self, text: String) {
        self.text.set(text.clone());
        self.given.update(|n| *n += 1);
        self.unkept.set(!lessons::keep(self, &text));
        self.load();
    }

    /// As many Ps as a lesson wants, which the settings are not told of.
    pub(super) fn procs_for(self, procs: usize) {
        self.settings.update(|s| s.procs = procs);
    }

    /// The playground has the person's own text and settings again.
    pub(super) fn go_home(self) {
        self.guest.set_value(false);
        self.settings.update(|s| s.procs = storage::load_settings().procs);
        self.replay.set(None);
        self.input.set(storage::load_input().unwrap_or_default());
        self.text.set(storage::load_text().unwrap_or_else(|| FIRST.to_owned()));
        self.given.update(|n| *n += 1);
        self.load();
    }

    /// Makes a link of this moment.
    pub(super) fn share(self) {
        self.ensure_loaded();
        self.send(Request::Share);
    }

    /// Makes a file of the run.
    pub(super) fn export(self, what: Export) {
        self.ensure_loaded();
        self.send(Request::Export(what));
    }

    /// The text is one of the earlier programs from now on.
    fn remember(self) {
        let text = self.text.get_untracked();
        if text.trim().is_empty() || self.school.is_open() {
            return;
        }
        let when = js_sys::Date::new_0().to_locale_string("default", &js_sys::Object::new()).into();
        self.programs.update(|all| {
            all.retain(|p| p.text != text);
            all.insert(0, Program { text, when });
            storage::save_programs(all);
        });
    }

    /// Tells for a while what was done.
    pub(super) fn tell(self, words: impl Into<String>) {
        let words = words.into();
        self.notice.set(words.clone());
        set_timeout(
            move || {
                if self.notice.with_untracked(|n| *n == words) {
                    self.notice.set(String::new());
                }
            },
            Duration::from_secs(6),
        );
    }

    /// Changes settings; what concerns the schedule makes a new run.
    pub(super) fn set(self, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.get_untracked();
        self.settings.update(change);
        let now = self.settings.get_untracked();
        storage::save_settings(&now);
        if (before.procs, before.seed) != (now.procs, now.seed) {
            self.replay.set(None);
            self.load();
        } else if before.speed != now.speed && untrack(|| self.playing()) {
            self.send(Request::Play { speed: now.speed });
        }
    }

    /// The lanes show another part or have another size. What is asked for in one frame is asked for once.
    pub(super) fn look(self, change: impl FnOnce(&mut Viewport)) {
        let before = self.view.get_value();
        self.view.update_value(change);
        if self.view.with_value(|now| *now == before) || self.look_due.get_value() {
            return;
        }
        self.look_due.set_value(true);
        request_animation_frame(move || {
            self.look_due.set_value(false);
            self.send(Request::Look(self.view.get_value()));
        });
    }

    /// Keeps the selected goroutine at the top of the lanes, or no more.
    pub(super) fn pin(self) {
        let Some(goid) = self.selection.with_untracked(|s| s.goid) else { return };
        self.lanes.update(|l| {
            let before = l.pinned.len();
            l.pinned.retain(|&g| g != goid);
            if l.pinned.len() == before {
                l.pinned.push(goid);
            }
        });
    }

    /// Leaves the selected goroutine out of the lanes.
    pub(super) fn hide(self) {
        if let Some(goid) = self.selection.with_untracked(|s| s.goid) {
            self.lanes.update(|l| {
                l.pinned.retain(|&g| g != goid);
                l.hidden.push(goid);
            });
            self.select(|s| *s = Selection::default());
        }
    }

    /// The next faster (or slower) speed.
    pub(super) fn faster(self, up: bool) {
        let here = self.settings.with_untracked(|s| s.speed);
        let at = SPEEDS.iter().position(|s| s.1 == here).unwrap_or(3);
        let to = if up { (at + 1).min(SPEEDS.len() - 1) } else { at.saturating_sub(1) };
        self.set(|s| s.speed = SPEEDS[to].1);
    }

    /// The editor's text becomes larger or smaller.
    pub(super) fn resize_text(self, up: bool) {
        let sizes = layout::FONT_SIZES;
        let here = self.settings.with_untracked(|s| if s.font == 0 { layout::FONT } else { s.font });
        let at = sizes.iter().position(|&n| n >= here).unwrap_or(sizes.len() - 1);
        let to = if up { (at + 1).min(sizes.len() - 1) } else { at.saturating_sub(1) };
        self.set(|s| s.font = sizes[to]);
    }

    /// The part of the lanes that is asked for.
    pub(super) fn viewport(self) -> Viewport {
        self.view.get_value()
    }
}
