//! The lanes' controls: what has a lane, what the axis counts, search, and the rest in a menu.

use super::parts::{glyph, icon_button, item, menu, segments, state_word, yes};
use super::run::Run;
use super::storage::Density;
use crate::protocol::{AxisKind, Element, Node, Rows, StateKind, el};
use leptos::prelude::*;

/// How many goroutines are in which state.
fn counts(run: Run) -> Option<Element> {
    let c = run.counts.get()?;
    Some(
        el("span", "counts")
            .with(state_word(StateKind::Running, format!("{} running", c.running)))
            .with(state_word(StateKind::Runnable, format!("{} runnable", c.runnable)))
            .with(state_word(StateKind::Wait, format!("{} waiting", c.waiting))),
    )
}

/// See above.
pub(super) fn lane_bar(run: Run) -> Vec<Node> {
    let (rows, axis, density, group) = run.settings.with(|s| (s.rows, s.axis, s.density, s.group));
    let twin = run.twin.get();
    let rows = segments(
        "What has a lane",
        &[
            ("Goroutines", "rows goroutines", !twin && rows == Rows::Goroutines),
            ("Ps", "rows procs", !twin && rows == Rows::Procs),
            ("Text", "rows text", twin),
        ],
    );
    let axis = segments(
        "What the axis counts",
        &[
            ("Steps", "axis steps", axis == AxisKind::Steps),
            ("Time", "axis time", axis == AxisKind::Time),
            ("Talk", "axis talk", axis == AxisKind::Talk),
        ],
    );
    let one = run.selection.with(|s| s.goid.is_some());
    let left_out = run.lanes.with(|l| !(l.hidden.is_empty() && l.filter.is_empty() && l.pinned.is_empty()));
    let dead = |yes: bool| yes.then_some("");
    let mut items: Vec<Element> = Density::ALL
        .into_iter()
        .map(|d| item(format!("density {}", d.name()), d.words()).attr("aria-pressed", yes(d == density)))
        .collect();
    items.extend([
        item("group", "Equal goroutines share a lane").attr("aria-pressed", yes(group)),
        item("pin", "Pin the selected goroutine").maybe("disabled", dead(!one)).with(el("kbd", "").says("P")),
        item("hide", "Hide the selected goroutine").maybe("disabled", dead(!one)).with(el("kbd", "").says("H")),
        item("unhide", "Show all, unpinned").maybe("disabled", dead(!left_out)),
    ]);
    let more = menu("", "btn bare icon", Some("More about lanes"), vec![glyph("more")], items);
    let mut out: Vec<Node> = vec![el("h2", "").says("Lanes").into()];
    // The field for searching needs their room.
    out.extend(counts(run).filter(|_| !run.searching.get()).map(Node::from));
    out.extend([
        el("span", "push").into(),
        rows.into(),
        axis.into(),
        search(run).into(),
        more.into(),
        icon_button("btn bare icon not-small", "zoom out", "minus", "Zoom out (S)").into(),
        icon_button("btn bare icon not-small", "zoom in", "plus", "Zoom in (W)").into(),
        icon_button("btn bare icon", "zoom fit", "fit", "Whole run or what fits (F, twice)").into(),
    ]);
    out
}

/// A field that filters lanes while one types and goes to the next event that the words tell of.
fn search(run: Run) -> Element {
    let open = run.searching.get();
    let box_ = el("span", if open { "search-lanes open" } else { "search-lanes" });
    let button = icon_button("btn bare icon", "search", "search", "Find a goroutine or an event (/)")
        .attr("aria-expanded", yes(open));
    if !open {
        return box_.with(button);
    }
    let field = el("input", "input")
        .attr("id", "find")
        .attr("type", "search")
        .attr("placeholder", "Name; Enter finds an event")
        .attr("aria-label", "Find: goroutines while you type, the next event by Enter")
        .attr("aria-describedby", "find-lost")
        .does(super::parts::act("find"));
    let lost = el("span", "warn-text").attr("id", "find-lost").attr("role", "status");
    box_.with(button).with(field).with(if run.lost.get() { lost.says("not found") } else { lost })
}
