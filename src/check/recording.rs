//! Fills the tables of the current package.

use super::checker::Checker;
use super::info::{ExprInfo, Mode, Selection, SelectionKind};
use super::operand::{Operand, Source};
use crate::base::Symbol;
use crate::constant::Value;
use crate::syntax::ast::{ExprId, ExprKind, Ident};
use crate::types::{ObjId, ParamType, TypeId};

impl Checker<'_> {
    /// Records what is known of an operand's expression. Untyped ones get their final type later.
    pub(super) fn record(&mut self, x: &Operand) {
        let Source::Expr(e) = x.expr else { return };
        match x.mode {
            Mode::Invalid => {
                self.pkgs[self.env.pkg].exprs[e] = ExprInfo::default();
            }
            Mode::NoValue => {
                self.pkgs[self.env.pkg].exprs[e] = ExprInfo { mode: x.mode, ty: None, value: None };
            }
            _ => {
                let value = x.is_const().then(|| x.val.clone());
                self.record_value(e, x.mode, x.ty, value);
            }
        }
    }

    pub(super) fn record_value(&mut self, e: ExprId, mode: Mode, ty: TypeId, value: Option<Value>) {
        if mode == Mode::Invalid {
            return;
        }
        self.pkgs[self.env.pkg].exprs[e] = ExprInfo { mode, ty: Some(ty), value };
    }

    pub(super) fn record_type(&mut self, e: ExprId, ty: TypeId) {
        self.record_value(e, Mode::TypeExpr, ty, None);
    }

    /// The untyped type that an expression still has.
    pub(super) fn pending_untyped(&self, e: ExprId) -> Option<TypeId> {
        self.pkgs[self.env.pkg].exprs[e].ty.filter(|&ty| self.types.is_untyped(ty))
    }

    pub(super) fn info(&self, e: ExprId) -> &ExprInfo {
        &self.pkgs[self.env.pkg].exprs[e]
    }

    /// An expression used for two values has the type of both.
    pub(super) fn record_comma_ok(&mut self, e: ExprId, t0: TypeId, t1: TypeId) {
        let tuple = self.types.tuple([t0, t1].map(|ty| ParamType { name: Symbol::EMPTY, ty }).to_vec());
        let mut at = e;
        loop {
            self.pkgs[self.env.pkg].exprs[at].ty = Some(tuple);
            match self.ast.exprs[at].kind {
                ExprKind::Paren(inner) => at = inner,
                _ => return,
            }
        }
    }

    pub(super) fn record_def(&mut self, id: &Ident, obj: ObjId) {
        self.pkgs[self.env.pkg].defs.insert(id.id, obj);
    }

    pub(super) fn record_use(&mut self, name: ExprId, obj: ObjId) {
        self.pkgs[self.env.pkg].uses.insert(name, obj);
    }

    pub(super) fn record_selection(
        &mut self,
        e: ExprId,
        kind: SelectionKind,
        recv: TypeId,
        obj: ObjId,
        index: Vec<usize>,
        indirect: bool,
    ) {
        if let ExprKind::Selector { sel, .. } = &self.ast.exprs[e].kind {
            self.record_use(sel.id, obj);
        }
        self.pkgs[self.env.pkg].selections.insert(e, Selection { kind, recv, obj, index, indirect });
    }

    /// Records the type arguments of a generic function or type at its name.
    pub(super) fn record_instance(&mut self, e: ExprId, targs: &[TypeId]) {
        let mut at = e;
        loop {
            at = match &self.ast.exprs[at].kind {
                ExprKind::Paren(x) | ExprKind::Index { x, .. } => *x,
                ExprKind::Selector { sel, .. } => sel.id,
                _ => break,
            };
        }
        self.pkgs[self.env.pkg].instances.insert(at, targs.to_vec());
    }
}
