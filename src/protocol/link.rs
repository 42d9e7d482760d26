//! What a link holds: a program, how it was run, and what was looked at, so that the very same moment can be shown without a server.
//!
//! It becomes bytes, which the page compresses, and letters for the address. Nothing here runs, and nothing in a link is trusted:
//! it is parsed within [`Link::MOST`] bytes, or an error says why not.

use super::{AxisKind, Rows, Selection, Viewport};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The engine of this build, as links and reports name it.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// How links begin; a number follows that grows when their form changes.
const START: &str = "{\"v\":";
const VERSION: u32 = 1;

/// What a link holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// The form's version: the first field, since [`Link::from_bytes`] looks there.
    v: u32,
    /// The engine that the run was seen with: another may run it otherwise.
    #[serde(rename = "w", skip_serializing_if = "is_default")]
    pub engine: String,
    /// The program: one file or a txtar archive.
    #[serde(rename = "t")]
    pub text: String,
    /// Standard input.
    #[serde(rename = "i", skip_serializing_if = "is_default")]
    pub stdin: String,
    /// Seed of all open choices.
    #[serde(rename = "s")]
    pub seed: u64,
    /// `GOMAXPROCS`.
    #[serde(rename = "p")]
    pub procs: u32,
    /// A schedule that exploring has found; empty for Go's own scheduler.
    #[serde(rename = "c", skip_serializing_if = "is_default")]
    pub schedule: String,
    /// What was looked at; nothing if it had not been run.
    #[serde(rename = "m", skip_serializing_if = "is_default")]
    pub moment: Option<Moment>,
    /// What was selected.
    #[serde(rename = "n", skip_serializing_if = "is_default")]
    pub selection: Selection,
    /// How the lanes stood.
    #[serde(rename = "l", skip_serializing_if = "is_default")]
    pub lanes: Arrangement,
    /// Whether it asks to be run when it is opened. Only a page that is shown inside another one does so.
    #[serde(rename = "r", skip_serializing_if = "is_default")]
    pub run: bool,
}

/// A moment of a run, and by what to tell whether another run is the same up to there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// How many events have happened.
    #[serde(rename = "e")]
    pub events: u64,
    /// The step, for a moment between two events.
    #[serde(rename = "k")]
    pub tick: u64,
    /// The hash over these events, sixteen hexadecimal digits.
    #[serde(rename = "h")]
    pub hash: String,
}

/// How lanes are put in order: the part of a [`Viewport`] that does not depend on a window's size.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    #[serde(rename = "a", skip_serializing_if = "is_default")]
    axis: AxisKind,
    #[serde(rename = "b", skip_serializing_if = "is_default")]
    by: Rows,
    #[serde(rename = "f", skip_serializing_if = "is_default")]
    filter: String,
    #[serde(rename = "p", skip_serializing_if = "is_default")]
    pinned: Vec<u32>,
    #[serde(rename = "h", skip_serializing_if = "is_default")]
    hidden: Vec<u32>,
    /// Equal goroutines do not share a lane.
    #[serde(rename = "o", skip_serializing_if = "is_default")]
    ungrouped: bool,
}

impl Arrangement {
    /// That of a page.
    pub fn of(view: &Viewport) -> Self {
        Self {
            axis: view.axis,
            by: view.by,
            filter: view.filter.clone(),
            pinned: view.pinned.clone(),
            hidden: view.hidden.clone(),
            ungrouped: !view.group,
        }
    }

    /// Puts a page's lanes in this order.
    pub fn apply(self, view: &mut Viewport) {
        (view.axis, view.by, view.filter, view.group) = (self.axis, self.by, self.filter, !self.ungrouped);
        (view.pinned, view.hidden) = (self.pinned, self.hidden);
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Default for Link {
    fn default() -> Self {
        Self {
            v: VERSION,
            engine: String::new(),
            text: String::new(),
            stdin: String::new(),
            seed: 1,
            procs: 4,
            schedule: String::new(),
            moment: None,
            selection: Selection::default(),
            lanes: Arrangement::default(),
            run: false,
        }
    }
}

/// Why something is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkError {
    /// It begins otherwise.
    Foreign,
    /// It begins as ours do, but cannot be read.
    Damaged,
    /// Its form is newer than this one.
    Newer,
    /// It holds more than [`Link::MOST`] bytes.
    TooLarge,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LinkError::Foreign => "This is not a link that golanes has made.",
            LinkError::Damaged => "This link is damaged: a part of it is missing or changed.",
            LinkError::Newer => "This link was made by a newer golanes than this one.",
            LinkError::TooLarge => "This is too much for a link: it may hold one megabyte.",
        })
    }
}

impl std::error::Error for LinkError {}

impl Link {
    /// Bytes that a link holds at most, before it is compressed: who inflates one stops behind so many.
    pub const MOST: usize = 1 << 20;

    /// As bytes, to be compressed.
    pub fn to_bytes(&self) -> Result<Vec<u8>, LinkError> {
        // Plain data without maps does not fail.
        let bytes = serde_json::to_vec(self).map_err(|_| LinkError::Damaged)?;
        if bytes.len() > Self::MOST { Err(LinkError::TooLarge) } else { Ok(bytes) }
    }

    /// From bytes that anybody may have written.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LinkError> {
        if bytes.len() > Self::MOST {
            return Err(LinkError::TooLarge);
        }
        let rest = bytes.strip_prefix(START.as_bytes()).ok_or(LinkError::Foreign)?;
        let mut version = 0u32;
        for digit in rest.iter().take_while(|b| b.is_ascii_digit()) {
            version = version.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
        }
        match version {
            0 => Err(LinkError::Damaged),
            // What a later form means by its fields is not known here.
            VERSION => serde_json::from_slice(bytes).map_err(|_| LinkError::Damaged),
            _ => Err(LinkError::Newer),
        }
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as letters that an address takes as they are: base64url without padding.
pub fn to_letters(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0u32, |w, b| w << 8 | u32::from(*b)) << (8 * (3 - chunk.len()));
        for i in 0..=chunk.len() {
            out.push(char::from(LETTERS[(word >> (18 - 6 * i) & 63) as usize]));
        }
    }
    out
}

/// The bytes that such letters stand for. White space is passed over: mail programs break long lines.
pub fn from_letters(text: &str) -> Result<Vec<u8>, LinkError> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut word, mut bits) = (0u32, 0);
    for c in text.bytes().filter(|c| !c.is_ascii_whitespace()) {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return Err(LinkError::Damaged),
        };
        (word, bits) = (word << 6 | u32::from(value), bits + 6);
        if bits >= 8 {
            bits -= 8;
            out.push((word >> bits) as u8);
            word &= (1 << bits) - 1;
        }
    }
    // What is left over is filled with zeros, never a whole letter.
    if bits >= 6 || word != 0 { Err(LinkError::Damaged) } else { Ok(out) }
}
