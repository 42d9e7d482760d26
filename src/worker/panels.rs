//! The open panels: what is selected and folded in them, and which of them have changed.

use super::stage::Stage;
use crate::protocol::{Act, Node, Panel, Selection, Viewport};
use crate::view::Looks;
use rustc_hash::FxHasher;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

/// See above.
#[derive(Debug, Default)]
pub(super) struct Panels {
    open: Vec<Panel>,
    selection: Selection,
    /// Parts of panels that are not as they are by themselves.
    folds: BTreeSet<String>,
    /// What was sent last, as hashes.
    sent: Vec<(Panel, u64)>,
    /// When that was.
    sent_at: f64,
}

/// Milliseconds between panels while the run goes as fast as it can.
const HURRIED_MS: f64 = 250.0;

impl Panels {
    /// These are open from now on.
    pub(super) fn show(&mut self, mut open: Vec<Panel>, selection: Selection) {
        open.sort_unstable();
        open.dedup();
        self.sent.retain(|(panel, _)| open.contains(panel));
        (self.open, self.selection) = (open, selection);
    }

    /// What the person looks at.
    pub(super) fn looks<'a>(&'a self, view: &'a Viewport) -> Looks<'a> {
        Looks { view, selection: &self.selection, folds: &self.folds }
    }

    /// There is another run: nothing of what was sent is true.
    pub(super) fn forget(&mut self) {
        self.sent.clear();
    }

    /// Something in a panel was clicked.
    pub(super) fn act(&mut self, act: Act) {
        if let Act::Fold(name) = act
            && !self.folds.remove(&name)
        {
            self.folds.insert(name);
        }
    }

    /// The open panels that show something else than what was sent; while time flies, not more often than can be read.
    pub(super) fn changed(&mut self, stage: &mut Stage, now: f64) -> Vec<(Panel, Node)> {
        let mut out = Vec::new();
        if stage.hurries() && now - self.sent_at < HURRIED_MS {
            return out;
        }
        self.sent_at = now;
        // The explorer makes its own.
        for &panel in self.open.iter().filter(|p| !matches!(p, Panel::Findings | Panel::Outcomes)) {
            let node = stage.panel(panel, &self.selection, &self.folds);
            let mut hasher = FxHasher::default();
            node.hash(&mut hasher);
            let hash = hasher.finish();
            match self.sent.iter_mut().find(|(p, _)| *p == panel) {
                Some((_, before)) if *before == hash => continue,
                Some((_, before)) => *before = hash,
                None => self.sent.push((panel, hash)),
            }
            out.push((panel, node));
        }
        out
    }
}
