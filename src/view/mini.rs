//! A run in the size of a stamp: its lanes as paths of an SVG that the gallery of lessons shows.

use super::picture::Picture;
use crate::engine::Session;
use crate::protocol::{StateKind, dye};
use serde::{Deserialize, Serialize};

/// Width and height in units of the picture, and lanes drawn at most.
const SIZE: (f64, f64) = (120.0, 64.0);
const LANES: usize = 8;

/// A lane of a miniature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MiniLane {
    /// Number of its colour, from 1.
    pub dye: u32,
    /// From its birth to its end, as an SVG path.
    pub life: String,
    /// Where it runs, likewise.
    pub runs: String,
}

/// The lanes of a run that has ended.
pub fn miniature(picture: &mut Picture, session: &mut Session) -> Vec<MiniLane> {
    picture.follow(session);
    let history = picture.history();
    let length = history.seen.max(1) as f64;
    let lives: Vec<_> = history.lives.iter().filter(|l| !l.stretches.is_empty()).take(LANES).collect();
    let gap = SIZE.1 / (lives.len() as f64 + 1.0);
    let tenth = |v: f64| (v * 10.0).round() / 10.0;
    let across = |moment: u64| tenth(2.0 + (SIZE.0 - 4.0) * moment as f64 / length);
    lives
        .iter()
        .enumerate()
        .map(|(row, life)| {
            let y = tenth(gap * (row as f64 + 1.0));
            let born = life.stretches[0].from;
            let done = life.stretches.last().filter(|s| s.kind == StateKind::Done).map_or(history.seen, |s| s.from);
            let mut runs = String::new();
            let ends = life.stretches.iter().skip(1).map(|s| s.from).chain([done]);
            let mut drawn = f64::MIN;
            for (stretch, end) in life.stretches.iter().zip(ends).filter(|(s, _)| s.kind == StateKind::Running) {
                // What is too short to be seen is seen all the same, once.
                let (from, to) = (across(stretch.from), across(end).max(tenth(across(stretch.from) + 1.0)));
                if from > drawn {
                    runs += &format!("M{from} {y}H{to}");
                    drawn = to;
                }
            }
            MiniLane { dye: dye(life.goid), life: format!("M{} {y}H{}", across(born), across(done)), runs }
        })
        .collect()
}
