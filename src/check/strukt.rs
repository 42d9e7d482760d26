//! Struct types.

use super::checker::{Action, Checker};
use super::errors;
use crate::base::{Pos, Symbol};
use crate::constant;
use crate::syntax::ast::{ExprId, ExprKind, FieldDecl, Ident, UnaryOp};
use crate::types::{Basic, Field, Type, TypeId, VarKind};
use rustc_hash::FxHashMap;

impl Checker<'_> {
    pub(super) fn struct_type(&mut self, list: &[FieldDecl]) -> TypeId {
        let mut fields: Vec<Field> = Vec::new();
        let mut seen: FxHashMap<Symbol, usize> = FxHashMap::default();
        let mut prev: Option<(ExprId, TypeId)> = None;
        for decl in list {
            let ty = match prev {
                Some((e, ty)) if e == decl.ty => ty,
                _ => self.var_type(decl.ty),
            };
            prev = Some((decl.ty, ty));
            let tag = decl.tag.map_or(Symbol::EMPTY, |t| self.tag(t));
            if let Some(name) = &decl.name {
                self.add_field(&mut fields, &mut seen, name, ty, tag, false);
                continue;
            }
            let pos = self.start(decl.ty);
            match self.embedded_ident(decl.ty) {
                Some(name) => {
                    self.add_field(&mut fields, &mut seen, &name, ty, tag, true);
                    self.later(Action::Embedded { pos, ty });
                }
                None => {
                    self.err(pos, errors::invalid_tree());
                }
            }
        }
        self.types.strukt(fields)
    }

    fn add_field(
        &mut self,
        fields: &mut Vec<Field>,
        seen: &mut FxHashMap<Symbol, usize>,
        name: &Ident,
        ty: TypeId,
        tag: Symbol,
        embedded: bool,
    ) {
        let obj = self.new_var(VarKind::Field, name.name, ty, name.pos);
        if name.name != Symbol::BLANK {
            if let Some(&alt) = seen.get(&name.name) {
                let text = self.name(name.name).to_owned();
                let more = self.other_decl(fields[alt].obj);
                self.err_multi(name.pos, errors::redeclared(text), &more);
                return;
            }
            seen.insert(name.name, fields.len());
        }
        let pkg = self.pkg_of_name(name.name);
        fields.push(Field { name: name.name, pkg, ty, embedded, tag, obj });
        self.record_def(name, obj);
    }

    /// The name that an embedded type gives its field.
    fn embedded_ident(&self, e: ExprId) -> Option<Ident> {
        let expr = &self.ast.exprs[e];
        match &expr.kind {
            ExprKind::Name(name) => Some(Ident { name: *name, id: e, pos: expr.pos }),
            ExprKind::Unary { op: UnaryOp::Deref, x } => match self.ast.exprs[*x].kind {
                ExprKind::Unary { op: UnaryOp::Deref, .. } => None,
                _ => self.embedded_ident(*x),
            },
            ExprKind::Selector { sel, .. } => Some(*sel),
            ExprKind::Index { x, .. } | ExprKind::Paren(x) => self.embedded_ident(*x),
            _ => None,
        }
    }

    fn tag(&mut self, e: ExprId) -> Symbol {
        let ExprKind::Literal { text, bad: false, .. } = self.ast.exprs[e].kind else { return Symbol::EMPTY };
        let bytes = constant::unquote(self.name(text)).unwrap_or_default();
        self.interner.intern(&String::from_utf8_lossy(&bytes))
    }

    /// Pointers and the like cannot be embedded.
    pub(super) fn check_embedded(&mut self, pos: Pos, ty: TypeId) {
        let (t, is_ptr) = self.types.deref(ty);
        match self.types.under_type(t) {
            Type::Basic(Basic::UnsafePointer) => self.err(pos, errors::embedded_unsafe_pointer()),
            Type::Pointer(_) => self.err(pos, errors::embedded_pointer()),
            Type::Interface(_) => {
                if self.types.is_type_param(t) {
                    self.err(pos, errors::embedded_type_param());
                } else if is_ptr {
                    self.err(pos, errors::embedded_interface_pointer());
                }
            }
            _ => {}
        }
    }
}
