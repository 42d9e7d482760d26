//! Schedules tried in the background, a slice at a time, while the stage stays as it is.

use crate::engine::{Check, CheckReport, Endings, Inputs, Program, Schedule};
use crate::protocol::{Node, Panel};
use crate::view::{Exploring, findings, outcomes};
use std::sync::Arc;

/// Milliseconds a slice may take, and between two tellings.
const SLICE_MS: f64 = 8.0;
const TELL_MS: f64 = 150.0;
/// Schedules tried for a module to export, if none were, and milliseconds that may take.
const EXPORTED: u64 = 200;
const EXPORT_MS: f64 = 500.0;
/// Schedules tried for a lesson that asks what is wrong.
const ASKED: u64 = 400;
/// Schedules tried for races where a person is the scheduler, and milliseconds that may take.
const RACES: u64 = 100;
const RACES_MS: f64 = 120.0;

/// What is tried, and how far it is.
pub(super) struct Explorer {
    program: Arc<Program>,
    inputs: Inputs,
    check: Option<Check>,
    state: Exploring,
    report: Option<CheckReport>,
    told: f64,
    /// The report is not what was told last.
    changed: bool,
    /// A lesson waits for a verdict.
    asked: bool,
}

impl Explorer {
    pub(super) fn new(program: Arc<Program>, inputs: Inputs) -> Self {
        let state = Exploring::default();
        Self { program, inputs, check: None, state, report: None, told: 0.0, changed: true, asked: false }
    }

    /// Tries so many more schedules; 0 ends it.
    pub(super) fn explore(&mut self, more: u64) {
        let check = self.check.get_or_insert_with(|| Check::new(Arc::clone(&self.program), &self.inputs));
        self.state = Exploring { running: more > 0, wanted: check.schedules() + more };
        self.report = Some(check.report());
        self.changed = true;
    }

    /// The ways in which the program is seen to end, by this schedule and those that were tried, or are now.
    pub(super) fn endings(&self, schedule: &Schedule, clock: &dyn Fn() -> f64) -> Endings {
        let found = match &self.check {
            Some(check) => check.report(),
            None => {
                let start = clock();
                let mut check = Check::new(Arc::clone(&self.program), &self.inputs);
                while check.schedules() < EXPORTED && clock() - start < EXPORT_MS && check.step() {}
                check.report()
            }
        };
        Endings::of(&self.program, &self.inputs, schedule, &found)
    }

    /// Instructions that take part in data races, as far as schedules that were tried, or a few that are now, have shown.
    pub(super) fn racy(&mut self, clock: &dyn Fn() -> f64) -> Vec<u32> {
        let check = self.check.get_or_insert_with(|| Check::new(Arc::clone(&self.program), &self.inputs));
        let start = clock();
        while check.schedules() < RACES && clock() - start < RACES_MS && check.step() {}
        check.points()
    }

    /// The first error that schedules have shown, `none` when enough were tried: once, for a lesson that asks.
    pub(super) fn verdict(&mut self) -> Option<&str> {
        let report = self.report.as_ref().filter(|_| self.asked)?;
        let error = report.error().map(|f| f.kind.as_str());
        let over = !self.state.running;
        error.or(over.then_some("none")).inspect(|_| self.asked = false)
    }

    /// A lesson asks what there is to find.
    pub(super) fn ask(&mut self) {
        self.asked = true;
        if self.check.as_ref().is_none_or(|c| c.schedules() < ASKED) {
            self.explore(ASKED);
        }
    }

    pub(super) fn works(&self) -> bool {
        self.state.running
    }

    /// Goes on for a slice.
    pub(super) fn advance(&mut self, clock: &dyn Fn() -> f64) {
        let Some(check) = self.check.as_mut().filter(|_| self.state.running) else { return };
        let start = clock();
        let mut more = true;
        while more && check.schedules() < self.state.wanted && clock() - start < SLICE_MS {
            more = check.step();
        }
        if !more || check.schedules() >= self.state.wanted {
            self.state.running = false;
        }
        let now = clock();
        if !self.state.running || now - self.told > TELL_MS {
            self.told = now;
            self.report = Some(check.report());
            self.changed = true;
        }
    }

    /// What its panels show, if that has changed.
    pub(super) fn panels(&mut self) -> Vec<(Panel, Node)> {
        if !std::mem::take(&mut self.changed) {
            return Vec::new();
        }
        let report = self.report.as_ref();
        vec![(Panel::Findings, findings(report, self.state)), (Panel::Outcomes, outcomes(report, self.state))]
    }

    /// The page has none of them any more.
    pub(super) fn tell_again(&mut self) {
        self.changed = true;
    }
}
