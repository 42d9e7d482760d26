//! Scopes: which names are declared where.

use crate::base::{Id, Symbol};
use crate::types::ObjId;
use rustc_hash::FxHashMap;

/// A scope of the checker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ScopeId(pub(super) u32);

impl Id for ScopeId {
    fn from_usize(index: usize) -> Self {
        ScopeId(index as u32)
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

/// Names up to this many are found by looking at each.
const SMALL: usize = 8;

/// The names of a block.
#[derive(Debug, Default)]
pub(super) struct Scope {
    pub(super) parent: Option<ScopeId>,
    pub(super) children: Vec<ScopeId>,
    /// In order of declaration.
    pub(super) names: Vec<(Symbol, ObjId)>,
    pub(super) index: FxHashMap<Symbol, ObjId>,
    /// Whether it is a function's own scope.
    pub(super) is_func: bool,
}

impl Scope {
    pub(super) fn get(&self, name: Symbol) -> Option<ObjId> {
        if self.index.is_empty() {
            return self.names.iter().find(|n| n.0 == name).map(|n| n.1);
        }
        self.index.get(&name).copied()
    }

    /// Adds a name that must not be there.
    pub(super) fn insert(&mut self, name: Symbol, obj: ObjId) {
        self.names.push((name, obj));
        if !self.index.is_empty() {
            self.index.insert(name, obj);
        } else if self.names.len() > SMALL {
            self.index.extend(self.names.iter().copied());
        }
    }
}
