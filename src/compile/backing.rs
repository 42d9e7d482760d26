//! Which slices gc gives a first backing array on the stack: 32 bytes, however few elements are appended first, so that `cap` says 4
//! where growth would say 1. gc does so for the first `s = append(s, …)` of a variable whose array does not escape
//! (`ssagen`'s `append`, `internal/slice`). Only functions that ask for the capacity can tell, so only those are looked at; and
//! as in gc's pass every use must be one of a known harmless kind.

use crate::check::info::{Mode, Package};
use crate::syntax::ast::{ExprId, ExprKind, StmtKind};
use crate::types::{Builtin, ObjId};
use rustc_hash::{FxHashMap, FxHashSet};

/// Bytes of such an array.
pub(super) const BYTES: i64 = 32;

/// What is known of the slice variables of one function.
#[derive(Debug, Default)]
pub(super) struct Uses {
    all: FxHashMap<ObjId, u32>,
    harmless: FxHashMap<ObjId, u32>,
    capacity: FxHashSet<ObjId>,
    /// First appending call by variable.
    first: FxHashMap<ObjId, ExprId>,
}

impl Uses {
    /// A name is mentioned.
    pub(super) fn mention(&mut self, obj: ObjId) {
        *self.all.entry(obj).or_default() += 1;
    }

    fn harmless(&mut self, package: &Package, e: ExprId) {
        if let Some(obj) = name(package, e) {
            *self.harmless.entry(obj).or_default() += 1;
        }
    }

    /// A statement other than those in it.
    pub(super) fn stmt(&mut self, package: &Package, kind: &StmtKind) {
        match kind {
            StmtKind::Assign { op: None, lhs, rhs } => {
                for &l in lhs {
                    self.harmless(package, l);
                }
                if let ([l], [r]) = (&lhs[..], &rhs[..])
                    && let Some(obj) = name(package, *l)
                {
                    self.assigned_from(package, obj, *r);
                }
            }
            StmtKind::Range { x, .. } => self.harmless(package, *x),
            _ => {}
        }
    }

    /// `s = append(s, …)` and `s = s[i:j]` keep the array to `s`.
    fn assigned_from(&mut self, package: &Package, obj: ObjId, r: ExprId) {
        match &package.ast.exprs[r].kind {
            ExprKind::Call { fun, args, has_dots, .. }
                if package.exprs[*fun].mode == Mode::Builtin(Builtin::Append)
                    && name(package, args[0]) == Some(obj) =>
            {
                self.harmless(package, args[0]);
                if !has_dots && args.len() > 1 {
                    self.first.entry(obj).or_insert(r);
                }
            }
            ExprKind::Slice { x, .. } if name(package, *x) == Some(obj) => self.harmless(package, *x),
            _ => {}
        }
    }

    /// An expression other than those in it.
    pub(super) fn expr(&mut self, package: &Package, kind: &ExprKind) {
        match kind {
            ExprKind::Index { x, .. } => self.harmless(package, *x),
            ExprKind::Binary { x, y, .. } => {
                // A slice can only be compared with nil.
                self.harmless(package, *x);
                self.harmless(package, *y);
            }
            ExprKind::Call { fun, args, has_dots, .. } => {
                let Mode::Builtin(which) = package.exprs[*fun].mode else { return };
                match which {
                    Builtin::Len | Builtin::Clear => self.harmless(package, args[0]),
                    Builtin::Cap => {
                        self.harmless(package, args[0]);
                        self.capacity.extend(name(package, args[0]));
                    }
                    Builtin::Copy => args.iter().for_each(|&a| self.harmless(package, a)),
                    Builtin::Append if *has_dots => self.harmless(package, args[1]),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// The appending calls that make such an array, with their variables.
    pub(super) fn finish(self, excluded: impl Fn(ObjId) -> bool) -> FxHashMap<ExprId, ObjId> {
        let fits = |obj: &ObjId| self.all.get(obj) == self.harmless.get(obj) && !excluded(*obj);
        let eligible = self.first.into_iter().filter(|(obj, _)| self.capacity.contains(obj) && fits(obj));
        eligible.map(|(obj, call)| (call, obj)).collect()
    }
}

fn name(package: &Package, e: ExprId) -> Option<ObjId> {
    match package.ast.exprs[e].kind {
        ExprKind::Name(_) => package.uses.get(&e).copied(),
        _ => None,
    }
}
