//! Lanes in a window: pieces of lives, wires between them, the axis.

use super::history::{History, Life, waits};
use crate::engine::Session;
use crate::protocol::{Piece, StateKind, Viewport, Wire, WireKind};
use crate::trace::WaitReason;

/// CSS pixels that an event takes when not all fit.
const EVENT_WIDTH: f64 = 9.0;
/// Fewest events an axis is made for, so that a short run does not look long.
const SHORTEST: f64 = 24.0;
/// CSS pixels between ticks of the axis.
const TICK_WIDTH: f64 = 70.0;
/// CSS pixels that a label needs at least.
const LABEL_WIDTH: f64 = 26.0;
/// Wires drawn; beyond it those nearest to the moment.
const WIRES: usize = 300;

/// Left and right edge of the lanes at moment `x` of a run of `events`.
pub(super) fn window(view: &Viewport, x: f64, events: u64) -> (f64, f64) {
    let total = (events as f64 + 1.0).max(SHORTEST);
    let fits = (view.width / EVENT_WIDTH).max(SHORTEST);
    let span = view.span.unwrap_or(if total <= fits * 1.2 { total } else { fits }).clamp(4.0, total.max(4.0));
    // The playhead stays at two thirds.
    let left = (x - span * 2.0 / 3.0).clamp(0.0, (total - span).max(0.0));
    (left, left + span)
}

/// Round numbers of events inside the window, far enough from one another.
pub(super) fn ticks((left, right): (f64, f64), width: f64) -> Vec<u64> {
    let most = (width / TICK_WIDTH).max(1.0);
    let mut step = 1u64;
    let mut factors = [2u64, 5, 10].into_iter().cycle();
    let mut base = 1u64;
    while (right - left) / step as f64 > most {
        let Some(factor) = factors.next() else { break };
        step = base.saturating_mul(factor);
        if factor == 10 {
            base = step;
        }
    }
    let first = (left / step as f64).ceil() as u64;
    (first..).map(|i| i * step).take_while(|&t| t as f64 <= right).collect()
}

/// Label of a stretch.
fn label(kind: StateKind, reason: WaitReason, name: &str) -> String {
    match kind {
        StateKind::Running => name.to_owned(),
        _ if waits(kind) || kind == StateKind::Stuck => reason.text().to_owned(),
        _ => String::new(),
    }
}

/// A life's stretches inside the window, at most about one for every pixel. `stuck`: what it waits for now it waits for for ever.
pub(super) fn pieces(
    life: &Life,
    (left, right): (f64, f64),
    width: f64,
    events: u64,
    stuck: bool,
    name: &str,
) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let pixel = (right - left) / width.max(1.0);
    let n = life.stretches.len();
    let mut push = |i: usize, from: f64, to: f64| {
        let s = &life.stretches[i];
        if s.kind == StateKind::Done || to <= left || from >= right {
            return;
        }
        let kind = if stuck && i + 1 == n && waits(s.kind) { StateKind::Stuck } else { s.kind };
        let text = if (to - from) / pixel >= LABEL_WIDTH { label(kind, s.reason, name) } else { String::new() };
        match out.last_mut() {
            Some(last) if last.kind == kind && last.label == text && last.to >= from => last.to = to,
            _ => out.push(Piece { from, to, kind, label: text }),
        }
    };
    let start = |i: usize| life.stretches.get(i).map_or(events as f64, |s| s.from as f64);
    let first = life.stretches.partition_point(|s| s.from as f64 <= left).saturating_sub(1);
    let last = life.stretches.partition_point(|s| (s.from as f64) < right);
    if last - first <= width as usize {
        for i in first..last {
            push(i, start(i), start(i + 1).max(start(i)));
        }
    } else {
        // More than can be told apart: what each pixel starts with.
        for column in 0..width as usize {
            let from = left + column as f64 * pixel;
            if let Some(i) = life.stretches.partition_point(|s| s.from as f64 <= from).checked_sub(1) {
                push(i, from.max(start(i)), from + pixel);
            }
        }
    }
    out
}

/// Wires inside the window that touch a visible row, those nearest to `x` if there are too many.
pub(super) fn wires(
    history: &History,
    session: &Session,
    (left, right): (f64, f64),
    view: &Viewport,
    x: f64,
) -> Vec<Wire> {
    let mut out = Vec::new();
    let rows = view.first..view.first + view.rows;
    let mut push = |from: u64, to: u64, source: u32, target: u32, kind, label: String| {
        let (Some(source_row), Some(target_row)) = (history.row(source), history.row(target)) else { return };
        if source_row != target_row && (rows.contains(&source_row) || rows.contains(&target_row)) {
            let (from, to) = (from as f64, to as f64);
            out.push(Wire { from, to, source, target, source_row, target_row, kind, label });
        }
    };
    let (lo, hi) = (left.max(0.0) as u64, right.ceil() as u64);
    let near = |list: usize| list > 4 * WIRES;
    let first = history.links.partition_point(|l| l.at < lo);
    let last = history.links.partition_point(|l| l.at <= hi);
    for link in &history.links[first..last] {
        if near(last - first) && (link.at as f64 - x).abs() > 1.0 {
            continue;
        }
        let kind = if link.spawn { WireKind::Spawn } else { WireKind::Wake };
        push(link.at, link.at, link.source, link.target, kind, String::new());
    }
    for traffic in history.channels.values() {
        let first = traffic.passes.partition_point(|p| p.received < lo);
        let last = traffic.passes.partition_point(|p| p.sent <= hi);
        for pass in traffic.passes.get(first..last).unwrap_or(&[]) {
            let far = near(last - first) && (pass.received as f64 - x).abs() > 1.0;
            if pass.received == u64::MAX || far {
                continue;
            }
            let label = session.passed_value(traffic.ty, pass.words, false).unwrap_or_default();
            push(pass.sent, pass.received, pass.sender, pass.receiver, WireKind::Value, label);
        }
    }
    if out.len() > WIRES {
        let far = |w: &Wire| ((w.to - x).abs() * 16.0) as u64;
        crate::base::sort_by_key(&mut out, far);
        out.truncate(WIRES);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_run_is_shown_whole_and_a_long_one_round_its_moment() {
        let view = Viewport { width: 900.0, ..Viewport::default() };
        assert_eq!(window(&view, 3.0, 10), (0.0, 24.0));
        assert_eq!(window(&view, 3.0, 90), (0.0, 91.0));
        let (left, right) = window(&view, 5_000.0, 10_000);
        assert_eq!(right - left, 100.0);
        assert!(((5_000.0 - left) / 100.0 - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(window(&Viewport { span: Some(1e9), ..view }, 9.0, 10_000), (0.0, 10_001.0));
    }

    #[test]
    fn ticks_are_round_and_apart() {
        assert_eq!(ticks((0.0, 24.0), 900.0), (0..=12).map(|i| i * 2).collect::<Vec<u64>>());
        assert_eq!(ticks((0.0, 100_000.0), 350.0), [0, 20_000, 40_000, 60_000, 80_000, 100_000]);
        assert_eq!(ticks((37.5, 41.0), 900.0), [38, 39, 40, 41]);
    }
}
