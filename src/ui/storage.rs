//! Text and settings that survive a reload. A storage that is full, absent or forbidden never gets in the way.

use serde::{Deserialize, Serialize};

const TEXT: &str = "golanes.text";
const INPUT: &str = "golanes.input";
const SETTINGS: &str = "golanes.settings";

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
    /// Step by statement instead of by event.
    pub(super) statement: bool,
    /// `light` or `dark`; empty follows the system.
    pub(super) theme: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { speed: 8, procs: 4, seed: 1, statement: false, theme: String::new() }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn save(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// The program that was kept.
pub(super) fn load_text() -> Option<String> {
    storage()?.get_item(TEXT).ok()?
}

pub(super) fn save_text(text: &str) {
    save(TEXT, text);
}

/// The standard input that was kept.
pub(super) fn load_input() -> Option<String> {
    storage()?.get_item(INPUT).ok()?
}

pub(super) fn save_input(text: &str) {
    save(INPUT, text);
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
