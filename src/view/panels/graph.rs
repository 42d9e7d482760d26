//! Who waits for whom, drawn: the goroutines of a deadlock in a ring, and an arrow from each to those who could end its wait.
//!
//! It draws what [`why`](super::why) says of each, and knows no more.

use super::Look;
use super::parts::short;
use super::why::{Next, is_blocked, wait_of};
use crate::protocol::{Act, Element, Node, dye, el};

/// Goroutines that have room in the ring.
const MOST: usize = 8;
/// Half of a goroutine's box, in units of the drawing.
const BOX: (f64, f64) = (30.0, 14.0);
/// Middle and radii of the ring, and the drawing's size.
const RING: (f64, f64, f64, f64) = (180.0, 92.0, 118.0, 60.0);
const SIZE: (f64, f64) = (360.0, 184.0);

/// A wait: who, on what, for whom; nobody if nobody could end it.
struct Edge {
    from: usize,
    to: Option<usize>,
    thing: String,
}

/// The drawing, if the run has ended in a deadlock of a few.
pub(super) fn deadlock(look: &Look<'_>) -> Option<Node> {
    if !(look.stuck && look.ended()) {
        return None;
    }
    let goids: Vec<u32> =
        look.snapshot.goroutines.iter().filter(|g| g.ours && is_blocked(look, g.goid)).map(|g| g.goid).collect();
    if goids.is_empty() || goids.len() > MOST {
        return None;
    }
    let mut edges = Vec::new();
    let mut sentences = Vec::new();
    for (from, &goid) in goids.iter().enumerate() {
        let wait = wait_of(look, goid);
        let thing: String = wait.thing.first().map(Node::words).unwrap_or_default();
        let whom: Vec<usize> = match &wait.next {
            Next::Who { goids: whom, .. } => whom.iter().filter_map(|w| goids.iter().position(|g| g == w)).collect(),
            _ => Vec::new(),
        };
        let names: Vec<String> = whom.iter().map(|&i| format!("G{}", goids[i])).collect();
        let whom_words = if names.is_empty() { "nobody".to_owned() } else { format!("only {}", names.join(" or ")) };
        sentences.push(format!("G{goid} waits for {thing}, and {whom_words} could end that"));
        if whom.is_empty() {
            edges.push(Edge { from, to: None, thing });
        } else {
            edges.extend(whom.into_iter().map(|to| Edge { from, to: Some(to), thing: thing.clone() }));
        }
    }
    let n = goids.len();
    let arrows = edges.iter().flat_map(|e| arrow(n, e));
    let boxes = goids.iter().enumerate().map(|(i, &goid)| goroutine(look, goid, place(n, i)));
    let head = el("marker", "")
        .attr("id", "waits-for")
        .attr("viewBox", "0 0 8 8")
        .attr("refX", "7")
        .attr("refY", "4")
        .attr("markerWidth", "7")
        .attr("markerHeight", "7")
        .attr("orient", "auto-start-reverse")
        .with(el("path", "").attr("d", "M0 0L8 4L0 8z"));
    let drawing = el("svg", "waits")
        .attr("viewBox", format!("0 0 {} {}", SIZE.0, SIZE.1))
        .attr("role", "img")
        .attr("aria-label", format!("{}.", sentences.join(". ")))
        .with(head)
        .all(arrows)
        .all(boxes);
    let figure = el("figure", "wait-graph")
        .with(el("figcaption", "").says("Who waits for whom"))
        .with(drawing)
        .with(el("ul", "sr").all(sentences.into_iter().map(|s| el("li", "").says(s))));
    Some(figure.into())
}

#[expect(clippy::disallowed_methods, reason = "a drawing, rounded to tenths")]
fn place(n: usize, i: usize) -> (f64, f64) {
    let (x, y, wide, high) = RING;
    if n == 1 {
        return (x, y);
    }
    let angle = std::f64::consts::TAU * i as f64 / n as f64 - std::f64::consts::PI;
    // Two stand beside each other, more in a ring.
    (x + wide * angle.cos(), y + high * angle.sin())
}

fn goroutine(look: &Look<'_>, goid: u32, at: (f64, f64)) -> Element {
    let label = |y: f64, class: &'static str| {
        el("text", class).attr("x", format!("{:.1}", at.0)).attr("y", format!("{y:.1}")).attr("text-anchor", "middle")
    };
    let frame = el("rect", "")
        .attr("x", format!("{:.1}", at.0 - BOX.0))
        .attr("y", format!("{:.1}", at.1 - BOX.1))
        .attr("width", (2.0 * BOX.0).to_string())
        .attr("height", (2.0 * BOX.1).to_string())
        .attr("rx", "5");
    el("g", format!("d{}", dye(goid)))
        .does(Act::Goroutine(goid))
        .with(frame)
        .with(label(at.1 + 5.0, "who").says(format!("G{goid}")))
        .with(label(at.1 + BOX.1 + 13.0, "name").says(short(&look.name(goid), 18)))
}

/// An arrow bent to the left of its way, so that two between the same goroutines lie apart; its words at its middle.
fn arrow(n: usize, edge: &Edge) -> Vec<Element> {
    let (x0, y0) = place(n, edge.from);
    let words = |x: f64, y: f64| {
        el("text", "thing")
            .attr("x", format!("{x:.1}"))
            .attr("y", format!("{y:.1}"))
            .attr("text-anchor", "middle")
            .says(short(&edge.thing, 20))
    };
    let line = |d: String| el("path", "arrow").attr("d", d).attr("marker-end", "url(#waits-for)");
    match edge.to {
        Some(to) if to != edge.from => {
            let (x1, y1) = place(n, to);
            let (dx, dy) = (x1 - x0, y1 - y0);
            let long = dx.hypot(dy).max(1.0);
            let (nx, ny) = (dy / long, -dx / long);
            let bend = 24.0;
            let (mx, my) = ((x0 + x1) / 2.0 + nx * bend, (y0 + y1) / 2.0 + ny * bend);
            let start = rim((x0, y0), (mx, my));
            let end = rim((x1, y1), (mx, my));
            let d = format!("M{:.1} {:.1}Q{mx:.1} {my:.1} {:.1} {:.1}", start.0, start.1, end.0, end.1);
            // A curve's middle lies half way to the point that bends it.
            let (lx, ly) = ((x0 + x1) / 2.0 + nx * bend * 0.5, (y0 + y1) / 2.0 + ny * bend * 0.5);
            vec![line(d), words(lx + nx * 10.0, ly + ny * 10.0 + 4.0)]
        }
        Some(_) => {
            let (top, side) = (y0 - BOX.1, 22.0);
            let d = format!(
                "M{:.1} {top:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
                x0 - 12.0,
                x0 - side,
                top - 34.0,
                x0 + side,
                top - 34.0,
                x0 + 12.0,
                top - 1.0
            );
            vec![line(d), words(x0, top - 32.0)]
        }
        None => {
            let (top, up) = (y0 - BOX.1, 30.0);
            let d = format!("M{x0:.1} {top:.1}V{:.1}", top - up + 8.0);
            vec![el("path", "arrow nobody").attr("d", d), words(x0, top - up)]
        }
    }
}

/// Where the way from the middle of a box to a point leaves it.
fn rim(middle: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (to.0 - middle.0, to.1 - middle.1);
    let gap = 3.0;
    let scale = ((BOX.0 + gap) / dx.abs().max(1e-6)).min((BOX.1 + gap) / dy.abs().max(1e-6));
    (middle.0 + dx * scale, middle.1 + dy * scale)
}
