//! The horizontal axis: how far right a moment is drawn, and its ticks.
//!
//! Inside, moments are numbers of events. Drawn, they are evenly apart, or lie where virtual time puts them (stretches in which
//! nobody runs are pleated to one width), or quiet steps are folded so that communication stands side by side.

use super::history::History;
use super::words::duration;
use crate::base::grouped;
use crate::protocol::{AxisKind, Pleat, Tick, Viewport};

/// CSS pixels that an event takes when not all fit.
const EVENT_WIDTH: f64 = 9.0;
/// Fewest events an axis is made for, so that a short run does not look long.
const SHORTEST: f64 = 24.0;
/// CSS pixels between ticks.
const TICK_WIDTH: f64 = 70.0;
/// What a quiet step takes of the width of a loud one when quiet ones are folded.
const QUIET: f64 = 0.15;

/// Where moments are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis<'a> {
    history: &'a History,
    kind: AxisKind,
    /// Width of a pleat in nanoseconds.
    pleat: f64,
}

impl<'a> Axis<'a> {
    pub(super) fn new(history: &'a History, kind: AxisKind) -> Self {
        let total = history.times.last().copied().unwrap_or(0);
        let idle = history.idles.last().map_or(0, |i| i.before + i.nanos);
        let busy = total.saturating_sub(idle).max(1) as f64;
        // However many they are, together they take no more than what is busy.
        let pleat = busy / (history.idles.len().max(14) as f64);
        Self { history, kind, pleat }
    }

    /// Where a whole number of events is drawn.
    fn whole(&self, events: u64) -> f64 {
        let last = |n: usize| (events as usize).min(n).checked_sub(1);
        match self.kind {
            AxisKind::Steps => events as f64,
            AxisKind::Time => {
                let Some(i) = last(self.history.times.len()) else { return 0.0 };
                let n = self.history.idles.partition_point(|idle| idle.after < events);
                let idle = n.checked_sub(1).map_or(0, |i| self.history.idles[i].before + self.history.idles[i].nanos);
                (self.history.times[i] - idle) as f64 + n as f64 * self.pleat
            }
            AxisKind::Talk => {
                let Some(i) = last(self.history.talks.len()) else { return 0.0 };
                let loud = f64::from(self.history.talks[i]);
                loud + (events as f64 - loud) * QUIET
            }
        }
    }

    /// Where a moment is drawn.
    pub(super) fn at(&self, moment: f64) -> f64 {
        let below = moment.floor().max(0.0);
        let from = self.whole(below as u64);
        let rest = moment - below;
        if rest <= 0.0 { from } else { from + (self.whole(below as u64 + 1) - from) * rest }
    }

    /// What is drawn there: the last moment that is not behind it.
    pub(super) fn moment(&self, x: f64) -> f64 {
        if self.kind == AxisKind::Steps {
            return x.max(0.0);
        }
        let (mut low, mut high) = (0u64, self.history.seen + 1);
        while low < high {
            let middle = u64::midpoint(low, high);
            if self.whole(middle) <= x { low = middle + 1 } else { high = middle }
        }
        let Some(below) = low.checked_sub(1) else { return 0.0 };
        let (from, to) = (self.whole(below), self.whole(below + 1));
        below as f64 + if to > from { ((x - from) / (to - from)).clamp(0.0, 0.999) } else { 0.0 }
    }

    /// Where the whole run ends, and a little room.
    fn total(&self) -> f64 {
        let events = self.history.seen as f64;
        let end = self.whole(self.history.seen);
        match self.kind {
            AxisKind::Steps => (events + 1.0).max(SHORTEST),
            _ => end * (events + 1.0).max(SHORTEST) / events.max(1.0),
        }
    }

    /// Left and right edge of what is drawn at a moment; whether that is the part the person asked for.
    pub(super) fn window(&self, view: &Viewport, moment: f64, moved: bool) -> ((f64, f64), bool) {
        let total = self.total().max(1e-9);
        let events = (self.history.seen as f64 + 1.0).max(SHORTEST);
        let fits = (view.width / EVENT_WIDTH).max(SHORTEST);
        let usual = if events <= fits * 1.2 { total } else { total * fits / events };
        let least = 3.0 * total / events;
        let span = view.span.unwrap_or(usual).clamp(least.min(total), total.max(least));
        let x = self.at(moment);
        if let Some(left) = view.left {
            let left = left.clamp(-span * 0.5, (total - span * 0.5).max(0.0));
            if !moved || (left..=left + span).contains(&x) {
                return ((left, left + span), true);
            }
        }
        // The playhead stays at two thirds.
        let left = (x - span * 2.0 / 3.0).clamp(0.0, (total - span).max(0.0));
        ((left, left + span), false)
    }

    /// Ticks inside the window, at round numbers and far enough from one another.
    pub(super) fn ticks(&self, (left, right): (f64, f64), width: f64) -> Vec<Tick> {
        let most = (width / TICK_WIDTH).max(1.0);
        match self.kind {
            AxisKind::Time => self.time_ticks((left, right), most),
            AxisKind::Steps => {
                let step = round_step((right - left) / most);
                let first = (left.max(0.0) / step as f64).ceil() as u64;
                let number = |t: u64| Tick { x: t as f64, label: grouped(t) };
                (first..).map(|i| i * step).take_while(|&t| t as f64 <= right).map(number).collect()
            }
            AxisKind::Talk => {
                let (from, to) = (self.moment(left), self.moment(right));
                let step = round_step((to - from).max(1.0) / most);
                let first = (from / step as f64).ceil() as u64;
                let tick = |t: u64| Tick { x: self.whole(t), label: grouped(t) };
                let mut out: Vec<Tick> = Vec::new();
                let apart = (right - left) / most * 0.8;
                for t in (first..).map(|i| i * step).take_while(|&t| t as f64 <= to) {
                    if out.last().is_none_or(|last| tick(t).x - last.x >= apart) {
                        out.push(tick(t));
                    }
                }
                out
            }
        }
    }

    /// Busy stretches inside the window: where each is drawn, and the virtual time of its start.
    fn busy(&self, (left, right): (f64, f64)) -> Vec<(f64, f64, u64)> {
        let idles = &self.history.idles;
        let first = idles.partition_point(|idle| self.whole(idle.after) < left);
        let first = first.saturating_sub(1);
        let mut out = Vec::new();
        let (mut from, mut start) = match first {
            0 => (0.0, self.history.times.first().map_or(0, |_| 0)),
            i => (self.whole(idles[i - 1].after + 1), idles[i - 1].start + idles[i - 1].nanos),
        };
        for idle in &idles[first..] {
            out.push((from, self.whole(idle.after), start));
            from = self.whole(idle.after + 1).min(self.whole(idle.after) + self.pleat);
            start = idle.start + idle.nanos;
            if from > right || out.len() > 200 {
                return out;
            }
        }
        out.push((from, right, start));
        out
    }

    fn time_ticks(&self, (left, right): (f64, f64), most: f64) -> Vec<Tick> {
        let apart = (right - left) / most;
        let step = round_step(apart) as f64;
        let mut out: Vec<Tick> = Vec::new();
        let mut before = String::new();
        for (from, to, start) in self.busy((left, right)) {
            let (low, high) = (from.max(left), to.min(right));
            let first = ((start as f64 + low - from) / step).ceil();
            let mut i = 0.0;
            // Behind a pleat the axis says anew where it is.
            let mut fresh = true;
            loop {
                let time = (first + i) * step;
                let x = from + time - start as f64;
                if x > high + 1e-6 || out.len() > 400 {
                    break;
                }
                i += 1.0;
                if out.last().is_some_and(|last| x - last.x < apart * 0.7) {
                    continue;
                }
                let whole = tick_time(time as u64, step as u64);
                let label = if fresh { whole.clone() } else { changed(&before, &whole) };
                (before, fresh) = (whole, false);
                out.push(Tick { x, label });
            }
        }
        out
    }

    /// Idle stretches inside the window.
    pub(super) fn pleats(&self, (left, right): (f64, f64)) -> Vec<Pleat> {
        if self.kind != AxisKind::Time {
            return Vec::new();
        }
        let idles = &self.history.idles;
        let first = idles.partition_point(|idle| self.whole(idle.after) + self.pleat < left);
        idles[first..]
            .iter()
            .map(|idle| {
                let from = self.whole(idle.after);
                Pleat { from, to: from + self.pleat, label: format!("idle {}", duration(idle.nanos)) }
            })
            .take_while(|p| p.from <= right)
            .take(400)
            .collect()
    }
}

/// The smallest of 1, 2, 5, 10, 20 … that is not below `least`.
fn round_step(least: f64) -> u64 {
    let mut base = 1u64;
    loop {
        for factor in [1, 2, 5] {
            let step = base.saturating_mul(factor);
            if step as f64 >= least || step > u64::MAX / 20 {
                return step;
            }
        }
        base *= 10;
    }
}

/// A time with as many digits as ticks `step` apart need.
fn tick_time(nanos: u64, step: u64) -> String {
    if nanos == 0 {
        return "0".into();
    }
    let (unit, name) = match nanos {
        0..1_000 => (1u64, "ns"),
        1_000..1_000_000 => (1_000, "µs"),
        1_000_000..1_000_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let mut digits = 0;
    let mut fine = unit;
    while fine > 1 && !step.is_multiple_of(fine) {
        fine /= 10;
        digits += 1;
    }
    format!("{:.digits$} {name}", nanos as f64 / unit as f64)
}

/// What of a tick's label is not in the one before.
fn changed(before: &str, now: &str) -> String {
    let (Some((a, unit_a)), Some((b, unit_b))) = (before.split_once(' '), now.split_once(' ')) else {
        return now.to_owned();
    };
    if unit_a != unit_b {
        return now.to_owned();
    }
    match (a.split_once('.'), b.split_once('.')) {
        (Some((whole_a, _)), Some((whole_b, rest))) if whole_a == whole_b => format!(".{rest}"),
        _ => b.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::{Event, EventKind, WaitReason};

    fn history(events: &[(u64, EventKind)]) -> History {
        let mut history = History::new();
        let events: Vec<Event> =
            events.iter().map(|&(time, kind)| Event { tick: time, time, goid: 1, p: 0, kind }).collect();
        history.extend(&events, |_, _| unreachable!("no channels"));
        history
    }

    fn plain(n: u64) -> History {
        history(&vec![(0, EventKind::Recover); n as usize])
    }

    #[test]
    fn a_short_run_is_shown_whole_and_a_long_one_round_its_moment() {
        let view = Viewport { width: 900.0, ..Viewport::default() };
        let window = |view: &Viewport, x, n| Axis::new(&plain(n), AxisKind::Steps).window(view, x, true).0;
        assert_eq!(window(&view, 3.0, 10), (0.0, 24.0));
        assert_eq!(window(&view, 3.0, 90), (0.0, 91.0));
        let (left, right) = window(&view, 5_000.0, 10_000);
        assert!((right - left - 100.0).abs() < 1e-6);
        assert!(((5_000.0 - left) / 100.0 - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(window(&Viewport { span: Some(1e9), ..view }, 9.0, 10_000), (0.0, 10_001.0));
    }

    #[test]
    fn a_part_asked_for_stays_until_the_moment_leaves_it() {
        let history = plain(10_000);
        let axis = Axis::new(&history, AxisKind::Steps);
        let view = Viewport { width: 900.0, left: Some(2_000.0), span: Some(100.0), ..Viewport::default() };
        assert_eq!(axis.window(&view, 50.0, false), ((2_000.0, 2_100.0), true));
        assert_eq!(axis.window(&view, 2_050.0, true), ((2_000.0, 2_100.0), true));
        assert!(!axis.window(&view, 2_101.0, true).1);
    }

    #[test]
    fn ticks_are_round_and_apart() {
        let history = plain(10);
        let axis = Axis::new(&history, AxisKind::Steps);
        let ticks = |window, width| axis.ticks(window, width).iter().map(|t| t.label.clone()).collect::<Vec<_>>();
        assert_eq!(
            ticks((0.0, 24.0), 900.0),
            ["0", "2", "4", "6", "8", "10", "12", "14", "16", "18", "20", "22", "24"]
        );
        assert_eq!(ticks((0.0, 100_000.0), 350.0), ["0", "20,000", "40,000", "60,000", "80,000", "100,000"]);
        assert_eq!(ticks((37.5, 41.0), 900.0), ["38", "39", "40", "41"]);
    }

    #[test]
    fn idle_stretches_are_pleated_and_moments_found_again() {
        let sleep = EventKind::GoBlock { reason: WaitReason::Sleep, chan: 0, addr: 0 };
        let history = history(&[
            (0, EventKind::GoStart),
            (10_000, EventKind::Recover),
            (20_000, sleep),
            (20_000_000, EventKind::GoUnblock { goid: 1 }),
            (20_000_000, EventKind::GoStart),
            (20_010_000, EventKind::Recover),
        ]);
        let axis = Axis::new(&history, AxisKind::Time);
        assert_eq!(history.idles.len(), 1);
        assert_eq!((axis.at(1.0), axis.at(3.0)), (0.0, 20_000.0));
        let pleat = axis.at(4.0) - axis.at(3.0);
        assert!(pleat > 1_000.0 && pleat < 4_000.0, "{pleat}");
        assert_eq!(axis.at(6.0) - axis.at(5.0), 10_000.0);
        for moment in [1.5, 2.25, 3.5, 5.5] {
            assert!((axis.moment(axis.at(moment)) - moment).abs() < 1e-6, "{moment}");
        }
        let whole = (0.0, axis.at(6.0));
        assert_eq!(axis.pleats(whole)[0].label, "idle 20.0 ms");
        let labels: Vec<String> = axis.ticks(whole, 500.0).into_iter().map(|t| t.label).collect();
        assert_eq!(labels, ["0", "5 µs", "10", "15", "20", "20.005 ms", ".010"]);
    }

    #[test]
    fn only_what_changes_is_said_again() {
        assert_eq!(changed("20.02 ms", "20.03 ms"), ".03");
        assert_eq!(changed("20.98 ms", "21.00 ms"), "21.00");
        assert_eq!(changed("10 µs", "20 µs"), "20");
        assert_eq!(changed("900 µs", "1.0 ms"), "1.0 ms");
    }
}
