//! A run in the size of a stamp: its lanes as paths of an SVG that the gallery of lessons shows.

use super::picture::Picture;
use super::words::{duration, ending};
use crate::engine::Session;
use crate::protocol::{ComparedRun, Measure, MiniLane, StateKind, dye};

/// Width and height in units of the picture, and lanes drawn at most.
const SIZE: (f64, f64) = (120.0, 64.0);
const LANES: usize = 8;

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

/// Instructions after which a program that is compared is taken not to end.
const ENDLESS: u64 = 200_000_000;

/// How a run goes from its start to its end, or until it is taken to have none.
pub fn compare(label: &str, session: &mut Session) -> ComparedRun {
    while session.progress().end.is_none() && !session.waits() && session.progress().tick < ENDLESS {
        session.run(5_000_000);
    }
    let mut picture = Picture::default();
    let lanes = miniature(&mut picture, session);
    let end = session.progress().end;
    let last = picture.measure(session, &Measure::Line(-1)).unwrap_or_default();
    ComparedRun {
        label: label.to_owned(),
        ends: end.as_ref().map_or_else(|| "It does not come to an end.".to_owned(), |e| ending(&e.kind, e.code)),
        bad: end.is_none_or(|e| !matches!(e.kind.as_str(), "exit" | "waiting") || e.code != 0),
        time: duration(session.time()),
        nanos: session.time(),
        events: session.event_count(),
        last,
        lanes,
    }
}
