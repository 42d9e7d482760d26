//! Lanes in a window: pieces of lives, of Ps and of groups, and wires between them. Moments are numbers of events here; the axis says
//! where they are drawn.

use super::axis::Axis;
use super::history::{Class, History, Life, LinkKind, Proc, waits};
use super::rows::Rows;
use crate::engine::Session;
use crate::protocol::{Piece, StateKind, Viewport, Wire, WireKind};
use crate::trace::WaitReason;
use std::collections::BTreeMap;

/// CSS pixels that a label needs at least.
const LABEL_WIDTH: f64 = 26.0;
/// Wires drawn; beyond it those nearest to the moment.
const WIRES: usize = 300;
/// CSS pixels within which wires cannot be told apart.
const BUNDLE: f64 = 6.0;

/// The part of the axis that pieces are made for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window<'a> {
    pub(super) axis: Axis<'a>,
    pub(super) left: f64,
    pub(super) right: f64,
    /// In CSS pixels.
    pub(super) width: f64,
}

impl Window<'_> {
    fn pixel(&self) -> f64 {
        (self.right - self.left) / self.width.max(1.0)
    }

    /// First and last moment inside.
    fn moments(&self) -> (f64, f64) {
        (self.axis.moment(self.left).floor(), self.axis.moment(self.right).ceil() + 1.0)
    }

    /// Columns of two pixels: what can be told apart of very much.
    fn columns(&self) -> impl Iterator<Item = (f64, u64)> {
        (0..(self.width / 2.0) as usize).map(|i| {
            let x = self.left + i as f64 * 2.0 * self.pixel();
            (x, self.axis.moment(x).max(0.0) as u64)
        })
    }

    /// A place as exact as can be seen, so that it is short to write.
    fn rounded(&self, x: f64) -> f64 {
        // The power of two below a sixteenth of a pixel: its bits without those of the fraction.
        let fine = f64::from_bits((self.pixel() / 16.0).to_bits() & 0x7ff0_0000_0000_0000);
        (x / fine).round() * fine
    }
}

/// Label of a stretch.
fn label(kind: StateKind, reason: WaitReason, name: &str) -> String {
    match kind {
        StateKind::Running => name.to_owned(),
        _ if waits(kind) || kind == StateKind::Stuck => reason.text().to_owned(),
        _ => String::new(),
    }
}

/// Joins what looks alike and lies side by side.
fn add(out: &mut Vec<Piece>, window: &Window<'_>, mut piece: Piece) {
    (piece.from, piece.to) = (window.rounded(piece.from), window.rounded(piece.to));
    match out.last_mut() {
        Some(last)
            if last.kind == piece.kind
                && last.goid == piece.goid
                && last.label == piece.label
                && last.to >= piece.from =>
        {
            last.to = piece.to;
        }
        _ => out.push(piece),
    }
}

/// A life's stretches inside the window, at most about one for every two pixels. `stuck`: what it waits for now it waits for for ever.
pub(super) fn pieces(life: &Life, window: Window<'_>, events: u64, stuck: bool, name: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let n = life.stretches.len();
    let (low, high) = window.moments();
    let start = |i: usize| life.stretches.get(i).map_or(events as f64, |s| s.from as f64);
    let mut push = |i: usize, from: f64, to: f64| {
        let s = &life.stretches[i];
        if s.kind == StateKind::Done || to <= window.left || from >= window.right {
            return;
        }
        let kind = if stuck && i + 1 == n && waits(s.kind) { StateKind::Stuck } else { s.kind };
        let wide = (to - from) / window.pixel() >= LABEL_WIDTH;
        let label = if wide { label(kind, s.reason, name) } else { String::new() };
        add(&mut out, &window, Piece { goid: 0, from, to, kind, label });
    };
    let first = life.stretches.partition_point(|s| s.from as f64 <= low).saturating_sub(1);
    let last = life.stretches.partition_point(|s| (s.from as f64) < high);
    if last - first <= window.width as usize {
        for i in first..last {
            let (from, to) = (start(i), start(i + 1).max(start(i)));
            push(i, window.axis.at(from), window.axis.at(to));
        }
    } else {
        // More than can be told apart: what each pixel starts with.
        for (x, moment) in window.columns() {
            if let Some(i) = life.stretches.partition_point(|s| s.from <= moment).checked_sub(1) {
                push(i, x, x + 2.0 * window.pixel());
            }
        }
    }
    out
}

/// What a P runs inside the window.
pub(super) fn proc_pieces(proc: &Proc, window: Window<'_>, events: u64, name: impl Fn(u32) -> String) -> Vec<Piece> {
    let mut out = Vec::new();
    let (low, high) = window.moments();
    let mut push = |goid: u32, from: f64, to: f64| {
        if goid == 0 || to <= window.left || from >= window.right {
            return;
        }
        let wide = (to - from) / window.pixel() >= LABEL_WIDTH;
        let label = if wide { name(goid) } else { String::new() };
        add(&mut out, &window, Piece { goid, from, to, kind: StateKind::Running, label });
    };
    let first = proc.partition_point(|p| p.0 as f64 <= low).saturating_sub(1);
    let last = proc.partition_point(|p| (p.0 as f64) < high);
    if last - first <= window.width as usize {
        for i in first..last {
            let to = proc.get(i + 1).map_or(events as f64, |p| p.0 as f64);
            push(proc[i].1, window.axis.at(proc[i].0 as f64), window.axis.at(to));
        }
    } else {
        for (x, moment) in window.columns() {
            if let Some(i) = proc.partition_point(|p| p.0 <= moment).checked_sub(1) {
                push(proc[i].1, x, x + 2.0 * window.pixel());
            }
        }
    }
    out
}

/// Which shares of a group run and are ready, every two pixels where it changes.
pub(super) fn shares(class: &Class, window: Window<'_>) -> Vec<(f64, f32, f32)> {
    let mut out: Vec<(f64, f32, f32)> = Vec::new();
    let members = class.members.max(1) as f32;
    for (x, moment) in window.columns() {
        let i = class.counts.partition_point(|c| c.0 <= moment);
        let [running, ready, _] = i.checked_sub(1).map_or([0; 3], |i| class.counts[i].1);
        let (running, ready) = (running as f32 / members, ready as f32 / members);
        if out.last().is_none_or(|last| (last.1, last.2) != (running, ready)) {
            out.push((x, running, ready));
        }
    }
    out
}

/// Wires inside the window that touch a visible row, those nearest to the moment `x` if there are too many.
pub(super) fn wires(
    history: &History,
    session: &Session,
    rows: &Rows,
    window: Window<'_>,
    view: &Viewport,
    x: f64,
) -> Vec<Wire> {
    let mut out: Vec<(f64, Wire)> = Vec::new();
    let visible = view.first..view.first + view.rows;
    let mut push = |from: u64, to: u64, source: u32, target: u32, kind, label: &dyn Fn() -> String| {
        let (Some(source_row), Some(target_row)) = (rows.of(history, source), rows.of(history, target)) else { return };
        if source_row != target_row && (visible.contains(&source_row) || visible.contains(&target_row)) {
            let far = (to as f64 - x).abs();
            let (from, to) = (window.axis.at(from as f64), window.axis.at(to as f64));
            let label = if out.len() < 4 * WIRES { label() } else { String::new() };
            out.push((far, Wire { from, to, source, target, source_row, target_row, kind, label }));
        }
    };
    let (low, high) = window.moments();
    let (lo, hi) = (low.max(0.0) as u64, high as u64);
    let near = |list: usize| list > 4 * WIRES;
    let first = history.links.partition_point(|l| l.at < lo);
    let last = history.links.partition_point(|l| l.at <= hi);
    for link in &history.links[first..last] {
        if near(last - first) && (link.at as f64 - x).abs() > 1.0 {
            continue;
        }
        let kind = match link.kind {
            LinkKind::Spawn => WireKind::Spawn,
            LinkKind::Wake => WireKind::Wake,
            LinkKind::Lock => WireKind::Lock,
            LinkKind::Close => WireKind::Close,
            LinkKind::Cancel => WireKind::Cancel,
            LinkKind::Count => continue,
        };
        push(link.from, link.at, link.source, link.target, kind, &String::new);
    }
    for traffic in history.channels.values() {
        let first = traffic.passes.partition_point(|p| p.received < lo);
        let last = traffic.passes.partition_point(|p| p.sent <= hi);
        for pass in traffic.passes.get(first..last).unwrap_or(&[]) {
            let far = near(last - first) && (pass.received as f64 - x).abs() > 1.0;
            if pass.received == u64::MAX || far {
                continue;
            }
            let label = || session.passed_value(traffic.ty, pass.words, false).unwrap_or_default();
            push(pass.sent, pass.received, pass.sender, pass.receiver, WireKind::Value, &label);
        }
    }
    let mut out = bundled(out, window.pixel());
    if out.len() > WIRES {
        crate::base::sort_by_key(&mut out, |w| (w.0 * 16.0) as u64);
        out.truncate(WIRES);
    }
    out.into_iter().map(|w| w.1).collect()
}

/// Wires of one kind between the same rows become one where they could not be told apart; its label says how many they are. Those that
/// stay alone keep their order. `pixel`: how much of the axis it is wide.
fn bundled(wires: Vec<(f64, Wire)>, pixel: f64) -> Vec<(f64, Wire)> {
    let near = |a: f64, b: f64| (a - b).abs() < BUNDLE * pixel;
    let mut out: Vec<(f64, Wire)> = Vec::with_capacity(wires.len());
    let mut counts: Vec<u32> = Vec::with_capacity(wires.len());
    // The last wire of each kind between two rows.
    let mut last: BTreeMap<(usize, usize, u8), usize> = BTreeMap::new();
    for (far, wire) in wires {
        let key = (wire.source_row, wire.target_row, wire.kind as u8);
        match last.get(&key) {
            Some(&i) if near(out[i].1.to, wire.to) && near(out[i].1.from, wire.from) => {
                counts[i] += 1;
                out[i].0 = out[i].0.min(far);
            }
            _ => {
                last.insert(key, out.len());
                out.push((far, wire));
                counts.push(1);
            }
        }
    }
    for ((_, wire), count) in out.iter_mut().zip(counts).filter(|(_, n)| *n > 1) {
        wire.label = format!("×{count}");
    }
    out
}
