//! What hands do on the lanes: pan, zoom, pinch, mark, point. It knows places on the axis and rows, and nothing of goroutines.

use std::collections::BTreeMap;

/// Pixels within which a press is a click and not a drag.
const STILL: f64 = 4.0;

/// What a movement means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meaning {
    Nothing,
    /// The part in view moves by so many pixels.
    Pan(f64),
    /// It grows or shrinks round this place, in pixels from the left.
    Zoom {
        factor: f64,
        at: f64,
    },
    /// A stretch is marked, from pixel to pixel.
    Mark(f64, f64),
    /// The playhead goes to this pixel.
    Scrub(f64),
}

/// What a release means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Release {
    Nothing,
    /// A click at a pixel.
    Click(f64, f64),
    /// A stretch is marked.
    Marked(f64, f64),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Drag {
    Pan,
    Mark,
    Scrub,
}

/// The pointers that are down.
#[derive(Debug, Clone, Default)]
pub(super) struct Gesture {
    pointers: BTreeMap<i32, (f64, f64)>,
    start: (f64, f64),
    drag: Option<Drag>,
    moved: bool,
}

impl Gesture {
    /// A pointer goes down. `mark`: it marks a stretch; `scrub`: it lies on the axis.
    pub(super) fn down(&mut self, id: i32, at: (f64, f64), mark: bool, scrub: bool) -> Meaning {
        self.pointers.insert(id, at);
        if self.pointers.len() > 1 {
            // Two fingers pinch, whatever the first had begun.
            (self.drag, self.moved) = (Some(Drag::Pan), true);
            return Meaning::Nothing;
        }
        (self.start, self.moved) = (at, false);
        self.drag = Some(if scrub {
            Drag::Scrub
        } else if mark {
            Drag::Mark
        } else {
            Drag::Pan
        });
        if scrub { Meaning::Scrub(at.0) } else { Meaning::Nothing }
    }

    /// Whether a pointer is down.
    pub(super) fn active(&self) -> bool {
        self.drag.is_some()
    }

    /// A pointer moves.
    pub(super) fn movement(&mut self, id: i32, at: (f64, f64)) -> Meaning {
        let spread = |p: &BTreeMap<i32, (f64, f64)>| {
            let mut xs = p.values().map(|p| p.0);
            match (xs.next(), xs.next()) {
                (Some(a), Some(b)) => Some(((a - b).abs().max(8.0), f64::midpoint(a, b))),
                _ => None,
            }
        };
        let before = spread(&self.pointers);
        let Some(last) = self.pointers.insert(id, at) else {
            self.pointers.remove(&id);
            return Meaning::Nothing;
        };
        if let (Some((a, _)), Some((b, middle))) = (before, spread(&self.pointers)) {
            return Meaning::Zoom { factor: a / b, at: middle };
        }
        let far = (at.0 - self.start.0).abs().max((at.1 - self.start.1).abs());
        self.moved |= far > STILL;
        match self.drag {
            Some(Drag::Scrub) => Meaning::Scrub(at.0),
            Some(Drag::Mark) if self.moved => Meaning::Mark(self.start.0, at.0),
            Some(Drag::Pan) if self.moved => Meaning::Pan(last.0 - at.0),
            _ => Meaning::Nothing,
        }
    }

    /// A pointer goes up.
    pub(super) fn up(&mut self, id: i32, at: (f64, f64)) -> Release {
        self.pointers.remove(&id);
        if !self.pointers.is_empty() {
            return Release::Nothing;
        }
        match self.drag.take() {
            Some(Drag::Mark) if self.moved => Release::Marked(self.start.0, at.0),
            Some(Drag::Pan | Drag::Mark) if !self.moved => Release::Click(at.0, at.1),
            _ => Release::Nothing,
        }
    }

    /// Everything is let go: the browser has taken the pointer for itself.
    pub(super) fn cancel(&mut self) {
        *self = Self::default();
    }
}
