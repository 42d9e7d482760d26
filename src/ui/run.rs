//! The state of the playground: the text, the run on stage, and what a person can do with them.

use super::engine_worker::EngineWorker;
use super::storage::{self, Settings};
use crate::protocol::{Answer, Output, Problem, Request, Ribbon, Scene, Viewport};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// The program of a first visit.
const FIRST: &str = include_str!("../../public/programs/worker_pool.go");
/// How long after the last key a text is looked at.
const CHECK_AFTER: Duration = Duration::from_millis(250);

/// Which of the results is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Output,
    Input,
    Problems,
}

/// Which panel a phone shows under the lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Panel {
    Inside,
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
    pub(super) panel: RwSignal<Panel>,
    /// The text and the input that the run on stage was made of.
    loaded: RwSignal<Option<(String, String)>>,
    worker: StoredValue<Option<EngineWorker>, LocalStorage>,
    view: StoredValue<Viewport>,
    check: StoredValue<Option<TimeoutHandle>>,
}

impl Run {
    /// Starts the engine and puts the kept program on stage.
    pub(super) fn new() -> Self {
        let run = Self {
            text: RwSignal::new(storage::load_text().unwrap_or_else(|| FIRST.to_owned())),
            input: RwSignal::new(storage::load_input().unwrap_or_default()),
            given: RwSignal::new(0),
            scene: RwSignal::new(None),
            ribbon: RwSignal::new(Arc::default()),
            output: RwSignal::new(Vec::new()),
            problems: RwSignal::new(Vec::new()),
            crash: RwSignal::new(None),
            settings: RwSignal::new(storage::load_settings()),
            tab: RwSignal::new(Tab::Output),
            panel: RwSignal::new(Panel::Inside),
            loaded: RwSignal::new(None),
            worker: StoredValue::new_local(None),
            view: StoredValue::new(Viewport::default()),
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

    fn take(self, answer: Answer) {
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
                storage::save_text(&after);
                self.loaded.update(|l| {
                    if let Some((text, _)) = l.as_mut().filter(|(text, _)| *text == before) {
                        text.clone_from(&after);
                    }
                });
                self.text.set(after);
                self.given.update(|n| *n += 1);
            }
            Answer::Formatted { .. } => {}
            Answer::Scene(mut scene) => {
                if let Some(ribbon) = scene.ribbon.take() {
                    self.ribbon.set(Arc::new(ribbon));
                }
                self.scene.set(Some(Arc::new(*scene)));
            }
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
    }

    fn clear(self) {
        self.loaded.set(None);
        self.scene.set(None);
        self.ribbon.set(Arc::default());
        self.output.set(Vec::new());
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
        self.send(Request::Load { text, stdin, seed, procs, format });
    }

    fn ensure_loaded(self) {
        if self.outdated() {
            self.load();
        }
    }

    /// Formats the text and runs it from its start.
    pub(super) fn start(self) {
        self.load_as(true);
        self.play();
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

    /// One step by what is set, or by the other if `other`.
    pub(super) fn step(self, back: bool, other: bool) {
        self.ensure_loaded();
        let statement = self.settings.with_untracked(|s| s.statement) != other;
        self.send(Request::Step { back, statement });
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
        storage::save_text(&text);
        self.text.set(text);
        if let Some(timer) = self.check.get_value() {
            timer.clear();
        }
        let check = move || self.send(Request::Check { text: self.text.get_untracked() });
        self.check.set_value(set_timeout_with_handle(check, CHECK_AFTER).ok());
    }

    /// A person has changed the standard input.
    pub(super) fn feed(self, input: String) {
        storage::save_input(&input);
        self.input.set(input);
    }

    /// Takes another program and runs it.
    pub(super) fn open(self, text: String) {
        storage::save_text(&text);
        self.text.set(text);
        self.given.update(|n| *n += 1);
        self.start();
    }

    /// Changes settings; what concerns the schedule makes a new run.
    pub(super) fn set(self, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.get_untracked();
        self.settings.update(change);
        let now = self.settings.get_untracked();
        storage::save_settings(&now);
        if (before.procs, before.seed) != (now.procs, now.seed) {
            self.load();
        } else if before.speed != now.speed && untrack(|| self.playing()) {
            self.send(Request::Play { speed: now.speed });
        }
    }

    /// The lanes show another part or have another size.
    pub(super) fn look(self, change: impl FnOnce(&mut Viewport)) {
        let before = self.view.get_value();
        self.view.update_value(change);
        let now = self.view.get_value();
        if before != now {
            self.send(Request::Look(now));
        }
    }

    /// How many events lie side by side, `None` for what fits.
    pub(super) fn span(self) -> Option<f64> {
        self.view.with_value(|v| v.span)
    }
}
