//! Glyphs: one stroke on a grid of 16, for the DOM and for canvases. Always beside a word or a label.

use crate::protocol::StateKind;

/// A glyph: its path, and whether it is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) path: &'static str,
    pub(super) filled: bool,
}

const fn stroke(path: &'static str) -> Glyph {
    Glyph { path, filled: false }
}

const fn fill(path: &'static str) -> Glyph {
    Glyph { path, filled: true }
}

/// The glyph of that name: those of states ([`StateKind::name`]), and a few things beside.
pub(super) fn named(name: &str) -> Glyph {
    match name {
        "on" => fill("M2.6 3.4v9.2L9 8zM10.6 5.6l3 2.4-3 2.4z"),
        "last" => fill("M13.4 3.4v9.2L7 8zM5.4 5.6l-3 2.4 3 2.4z"),
        "play" => fill("M4.5 2.8v10.4L13 8z"),
        "pause" => fill("M4 3h2.2v10H4zM9.8 3H12v10H9.8z"),
        "step" => fill("M3.4 3.4v9.2L10 8zM12.4 3.2h1v9.6h-1z"),
        "back" => fill("M12.6 3.4v9.2L6 8zM2.6 3.2h1v9.6h-1z"),
        "restart" => stroke("M3.2 8a4.9 4.9 0 1 0 1.6-3.6M5 1.6v3h3"),
        "end" => fill("M2.4 3.4v9.2L8 8zM7.4 3.4v9.2L13 8zM13.2 3.2h1v9.6h-1z"),
        "theme" => stroke("M8 2.6a5.4 5.4 0 1 0 0 10.8a5.4 5.4 0 1 0 0-10.8M8 2.6v10.8M10.4 3.4v9.2M12.6 5.2v5.6"),
        "down" => stroke("M4 6.2 8 10.2l4-4"),
        "right" => stroke("M6.2 4 10.2 8l-4 4"),
        "dice" => stroke("M3 3h10v10H3zM5.7 5.8h.2M10.1 10.2h.2M7.9 8h.2"),
        "fit" => stroke("M2.4 5.4v-3h3M10.6 2.4h3v3M13.6 10.6v3h-3M5.4 13.6h-3v-3"),
        "done" => stroke("M3 8.6l3.2 3.2L13 4.6"),
        "plus" => stroke("M8 3.2v9.6M3.2 8h9.6"),
        "minus" => stroke("M3.2 8h9.6"),
        "warn" => stroke("M8 2.4 14.2 13.2H1.8zM8 6.4v3.2M8 11.3v.2"),
        "tick" => stroke("M3 8.6l3.2 3.2L13 4.6"),
        "cross" => stroke("M4 4l8 8M12 4l-8 8"),
        "part" => stroke("M8 2.6a5.4 5.4 0 1 0 0 10.8a5.4 5.4 0 1 0 0-10.8M8 5v3.4M8 10.8v.2"),
        "grow" => stroke("M9.4 2.6h4v4M6.6 13.4h-4v-4M13.2 2.8 9.2 6.8M2.8 13.2l4-4"),
        "shrink" => stroke("M13.2 6.8h-4v-4M2.8 9.2h4v4M9.4 6.6l4-4M6.6 9.4l-4 4"),
        "screen" => stroke("M2 3h12v8H2zM8 11v2.4M5 13.6h6"),
        "menu" => stroke("M2.4 4.2h11.2M2.4 8h11.2M2.4 11.8h11.2"),
        "search" => stroke("M7 2.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4M10.2 10.2l3.4 3.4"),
        "more" => fill("M3 7h2v2H3zM7 7h2v2H7zM11 7h2v2h-2z"),
        "link" => stroke(
            "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3L8.2 4.1M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8",
        ),
        name => StateKind::ALL.into_iter().find(|s| s.name() == name).map_or(stroke(""), state_glyph),
    }
}

/// The glyph of a state.
pub(super) fn state_glyph(kind: StateKind) -> Glyph {
    match kind {
        StateKind::Running => fill("M4.5 2.8v10.4L13 8z"),
        StateKind::Runnable => stroke("M4.5 2.8v10.4L13 8z"),
        StateKind::Send => stroke("M1.8 8h8.4M7.2 4.8 10.4 8l-3.2 3.2M13.8 2.8v10.4"),
        StateKind::Receive => stroke("M11 8H2.4M5.4 4.8 2.2 8l3.2 3.2M13.8 2.8v10.4"),
        StateKind::Select => stroke("M2 8h4M6 8c3.4 0 2.6-4.8 7.6-4.8M6 8h7.6M6 8c3.4 0 2.6 4.8 7.6 4.8"),
        StateKind::Lock => stroke("M3.6 7.4h8.8v6H3.6zM5.4 7.4V5.2a2.6 2.6 0 0 1 5.2 0v2.2"),
        StateKind::Wait => {
            stroke("M4 2.4h8M4 13.6h8M5 2.6c0 3 3 3.6 3 5.4s-3 2.4-3 5.4M11 2.6c0 3-3 3.6-3 5.4s3 2.4 3 5.4")
        }
        StateKind::Sleep => stroke("M13.2 9.8A5.6 5.6 0 1 1 6.4 2.9a4.5 4.5 0 0 0 6.8 6.9z"),
        StateKind::Done => stroke("M3 8.6l3.2 3.2L13 4.6"),
        StateKind::Stuck => stroke("M5.4 2.2h5.2l3.2 3.2v5.2l-3.2 3.2H5.4l-3.2-3.2V5.4zM6 6l4 4M10 6l-4 4"),
        StateKind::Unborn => stroke("M3 8h.2M8 8h.2M13 8h.2"),
    }
}
