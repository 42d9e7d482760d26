//! Text and settings that survive a reload. A storage that is full, absent or forbidden never gets in the way.

use crate::protocol::{AxisKind, Rows};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const TEXT: &str = "golanes.text";
const INPUT: &str = "golanes.input";
const SETTINGS: &str = "golanes.settings";
const PROGRAMS: &str = "golanes.programs";
const LESSONS: &str = "golanes.lessons";
const OWN_LESSON: &str = "golanes.own-lesson";
/// Earlier programs that are kept, and bytes of all of them.
const KEPT: (usize, usize) = (20, 1 << 20);

/// What a step goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum StepBy {
    Event,
    Statement,
    /// The next event of the selected goroutine.
    Goroutine,
    Instruction,
}

impl StepBy {
    pub(super) const ALL: [StepBy; 4] = [StepBy::Event, StepBy::Statement, StepBy::Goroutine, StepBy::Instruction];

    pub(super) fn name(self) -> &'static str {
        match self {
            StepBy::Event => "event",
            StepBy::Statement => "statement",
            StepBy::Goroutine => "goroutine",
            StepBy::Instruction => "instruction",
        }
    }
}

/// How high lanes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Density {
    /// As high as lets most of them be seen.
    Auto,
    Tall,
    Normal,
    Compact,
    Thin,
    Threads,
}

impl Density {
    pub(super) const ALL: [Density; 6] =
        [Density::Auto, Density::Tall, Density::Normal, Density::Compact, Density::Thin, Density::Threads];

    /// Its name in identifiers.
    pub(super) fn name(self) -> &'static str {
        match self {
            Density::Auto => "auto",
            Density::Tall => "tall",
            Density::Normal => "normal",
            Density::Compact => "compact",
            Density::Thin => "thin",
            Density::Threads => "threads",
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Density::Auto => "Lanes as high as fits",
            Density::Tall => "Tall lanes",
            Density::Normal => "Normal lanes",
            Density::Compact => "Compact lanes",
            Density::Thin => "Thin lanes, no text",
            Density::Threads => "Threads only",
        }
    }
}

/// What a person has set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    /// Events a second, 0 for as fast as it goes.
    pub(super) speed: u32,
    /// `GOMAXPROCS`.
    pub(super) procs: usize,
    /// Seed.
    pub(super) seed: u64,
    /// What a step goes to.
    pub(super) step: StepBy,
    /// What the lanes' axis counts.
    pub(super) axis: AxisKind,
    /// What has a lane.
    pub(super) rows: Rows,
    /// Whether many equal goroutines share a lane.
    pub(super) group: bool,
    /// Height of a lane.
    pub(super) density: Density,
    /// `light` or `dark`; empty follows the system.
    pub(super) theme: String,
    /// How far boundaries between panels were moved: name and tenths of a percent.
    pub(super) split: Vec<(String, u32)>,
    /// Names of the boundaries that are folded away.
    pub(super) folded: Vec<String>,
    /// Size of the editor's text in CSS pixels; 0 for the style sheet's.
    pub(super) font: u32,
    /// Whether single letters do something.
    pub(super) keys: bool,
}

/// A program that ran here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Program {
    pub(super) text: String,
    /// The day and minute, as the browser writes them.
    pub(super) when: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            speed: 8,
            procs: 4,
            seed: 1,
            step: StepBy::Event,
            axis: AxisKind::Steps,
            rows: Rows::Goroutines,
            group: true,
            density: Density::Auto,
            theme: String::new(),
            split: Vec::new(),
            folded: Vec::new(),
            font: 0,
            keys: true,
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Whether it is kept now.
fn save(key: &str, value: &str) -> bool {
    storage().is_some_and(|s| s.set_item(key, value).is_ok())
}

/// The programs that ran here, the last one first.
pub(super) fn load_programs() -> Vec<Program> {
    let text = storage().and_then(|s| s.get_item(PROGRAMS).ok()?);
    text.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default()
}

/// Keeps as many of them as there is room for.
pub(super) fn save_programs(programs: &mut Vec<Program>) {
    programs.truncate(KEPT.0);
    while programs.len() > 1 && programs.iter().map(|p| p.text.len()).sum::<usize>() > KEPT.1 {
        programs.pop();
    }
    while let Ok(text) = serde_json::to_string(programs) {
        if save(PROGRAMS, &text) || programs.len() < 2 {
            return;
        }
        programs.pop();
    }
}

/// What is kept of lessons.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Lessons {
    /// Those all of whose predictions were made.
    pub(super) done: BTreeSet<String>,
    /// Programs that were changed: lesson and file, and the text.
    pub(super) edits: BTreeMap<String, String>,
}

pub(super) fn load_lessons() -> Lessons {
    let text = storage().and_then(|s| s.get_item(LESSONS).ok()?);
    text.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default()
}

/// Whether all of it is kept now; of too many changed programs some go.
pub(super) fn save_lessons(lessons: &mut Lessons) -> bool {
    while lessons.edits.len() > KEPT.0 {
        lessons.edits.pop_first();
    }
    serde_json::to_string(lessons).is_ok_and(|text| save(LESSONS, &text))
}

/// The teacher's lesson that was opened last.
pub(super) fn load_own_lesson() -> Option<String> {
    storage()?.get_item(OWN_LESSON).ok()?
}

pub(super) fn save_own_lesson(text: &str) {
    save(OWN_LESSON, text);
}

/// Forgets everything.
pub(super) fn forget() {
    if let Some(storage) = storage() {
        for key in [TEXT, INPUT, SETTINGS, PROGRAMS, LESSONS, OWN_LESSON] {
            // Fails only where nothing can be kept.
            let _ = storage.remove_item(key);
        }
    }
}

/// The program that was kept.
pub(super) fn load_text() -> Option<String> {
    storage()?.get_item(TEXT).ok()?
}

/// Whether it is kept now.
pub(super) fn save_text(text: &str) -> bool {
    save(TEXT, text)
}

/// The standard input that was kept.
pub(super) fn load_input() -> Option<String> {
    storage()?.get_item(INPUT).ok()?
}

/// Whether it is kept now.
pub(super) fn save_input(text: &str) -> bool {
    save(INPUT, text)
}

pub(super) fn load_settings() -> Settings {
    let text = storage().and_then(|s| s.get_item(SETTINGS).ok()?);
    text.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default()
}

pub(super) fn save_settings(settings: &Settings) {
    if let Ok(text) = serde_json::to_string(settings) {
        save(SETTINGS, &text);
    }
}
