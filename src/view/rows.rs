//! Which lanes there are, in which order: goroutines as a tree by creator, many equal ones as one group, or Ps.

use super::history::{History, Life};
use crate::protocol::{Rows as By, Viewport};
use std::collections::{BTreeMap, BTreeSet};

/// So many goroutines of one function and creator share a lane.
const GROUP: u32 = 9;

/// A lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// A goroutine, by its place in [`History::lives`].
    Life { index: usize, depth: u32, pinned: bool },
    /// Goroutines of one creator and function.
    Group { class: (u32, u32), first: usize, count: u32, depth: u32 },
    /// A P.
    Proc(usize),
}

/// All lanes.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    /// The lane of each life, if it has one.
    of: Vec<Option<u32>>,
}

/// The name by which a group opens.
pub(super) fn group_name(class: (u32, u32)) -> String {
    format!("group {} {}", class.0, class.1)
}

impl Rows {
    /// The lanes of a run. `wanted` tells whether a life passes the filter.
    pub(super) fn new(
        history: &History,
        view: &Viewport,
        folds: &BTreeSet<String>,
        wanted: impl Fn(&Life) -> bool,
    ) -> Self {
        if view.by == By::Procs {
            let rows = (0..history.procs.len()).map(Row::Proc).collect();
            return Self { rows, of: vec![None; history.lives.len()] };
        }
        let mut this = Self { rows: Vec::new(), of: vec![None; history.lives.len()] };
        let shown = |life: &Life| !view.hidden.contains(&life.goid) && wanted(life);
        for &goid in &view.pinned {
            if let Some(index) = history.row(goid) {
                this.push(index, 0, true);
            }
        }
        let mut children: BTreeMap<Option<u32>, Vec<usize>> = BTreeMap::new();
        for (i, life) in history.lives.iter().enumerate() {
            let known = life.creator != 0 && history.row(life.creator).is_some();
            children.entry(known.then_some(life.creator)).or_default().push(i);
        }
        // Depth first; what stands on the stack last comes first.
        let mut stack: Vec<(Row, bool)> = Vec::new();
        let mut enter = |stack: &mut Vec<(Row, bool)>, parent: Option<u32>, depth: u32| {
            let Some(list) = children.remove(&parent) else { return };
            let mut grouped: BTreeSet<(u32, u32)> = BTreeSet::new();
            let mut rows = Vec::new();
            for index in list {
                let life = &history.lives[index];
                let class = (life.creator, life.entry);
                let count = history.classes.get(&class).map_or(0, |c| c.members);
                let together = view.group && view.filter.is_empty() && count >= GROUP;
                let open = together && folds.contains(&group_name(class));
                if together && grouped.insert(class) {
                    rows.push((Row::Group { class, first: index, count, depth }, true));
                }
                let depth = depth + u32::from(open);
                rows.push((Row::Life { index, depth, pinned: false }, !together || open));
            }
            stack.extend(rows.into_iter().rev());
        };
        enter(&mut stack, None, 0);
        let mut group = 0;
        while let Some((row, own)) = stack.pop() {
            match row {
                Row::Life { index, depth, .. } => {
                    let life = &history.lives[index];
                    if this.of[index].is_none() && shown(life) {
                        if own {
                            this.push(index, depth, false);
                        } else {
                            this.of[index] = Some(group);
                        }
                    }
                    enter(&mut stack, Some(life.goid), depth + 1);
                }
                row => {
                    group = this.rows.len() as u32;
                    this.rows.push(row);
                }
            }
        }
        this
    }

    fn push(&mut self, index: usize, depth: u32, pinned: bool) {
        self.of[index] = Some(self.rows.len() as u32);
        self.rows.push(Row::Life { index, depth, pinned });
    }

    /// The lane of a goroutine.
    pub(super) fn of(&self, history: &History, goid: u32) -> Option<usize> {
        Some(self.of.get(history.row(goid)?).copied()?? as usize)
    }
}
