//! Unions and approximations in constraints.

use super::checker::{Action, Checker};
use super::errors;
use crate::syntax::ast::{BinaryOp, ExprId, ExprKind, UnaryOp};
use crate::types::{MAX_TERMS, Term, Type, TypeId};

impl Checker<'_> {
    pub(super) fn parse_union(&mut self, e: ExprId) -> TypeId {
        let (mut unions, mut operands) = (Vec::new(), Vec::new());
        let mut at = e;
        while let ExprKind::Binary { op: BinaryOp::Or, x, y } = self.ast.exprs[at].kind {
            unions.push(at);
            operands.push(y);
            at = x;
        }
        operands.push(at);
        operands.reverse();
        unions.reverse();
        let mut terms: Vec<Term> = Vec::new();
        let mut ty = TypeId::INVALID;
        for (i, &x) in operands.iter().enumerate() {
            let term = self.parse_tilde(x);
            if operands.len() == 1 && !term.tilde {
                return term.ty;
            }
            if terms.len() >= MAX_TERMS {
                if ty != TypeId::INVALID {
                    self.err(self.start(x), errors::too_many_terms(MAX_TERMS));
                    ty = TypeId::INVALID;
                }
            } else {
                terms.push(term);
                ty = self.types.intern(Type::Union(terms.clone()));
            }
            if i > 0 {
                self.record_type(unions[i - 1], ty);
            }
        }
        if ty != TypeId::INVALID {
            self.later(Action::Union { terms, at: operands });
        }
        ty
    }

    fn parse_tilde(&mut self, e: ExprId) -> Term {
        let (x, tilde) = match self.ast.exprs[e].kind {
            ExprKind::Unary { op: UnaryOp::Tilde, x } => (x, true),
            _ => (e, false),
        };
        let mut ty = self.typ(x);
        if self.types.is_type_param(ty) {
            let message = if tilde { errors::tilde_type_param(self.es(e)) } else { errors::term_type_param() };
            self.err(self.start(x), message);
            ty = TypeId::INVALID;
        }
        let term = Term { tilde, ty };
        if tilde {
            let union = self.types.intern(Type::Union(vec![term]));
            self.record_type(e, union);
        }
        term
    }

    /// Whether the terms may stand together.
    pub(super) fn check_union(&mut self, terms: &[Term], at: &[ExprId]) {
        for (i, &t) in terms.iter().enumerate() {
            if !self.types.is_valid(t.ty) {
                continue;
            }
            let pos = self.start(at[i]);
            let u = self.types.under(t.ty);
            let iface = self.types.as_interface(t.ty);
            if t.tilde {
                if iface.is_some() {
                    let text = self.ts(t.ty);
                    self.err(pos, errors::tilde_interface(text));
                    continue;
                }
                if !self.types.identical(u, t.ty) {
                    let message = errors::tilde_underlying(self.ts(t.ty), self.ts(u));
                    self.err(pos, message);
                    continue;
                }
            }
            if let Some(iface) = iface {
                let set = self.types.type_set(iface);
                let (methods, comparable) = (!set.methods.is_empty(), set.comparable);
                let text = self.term_string(t);
                if methods {
                    self.err(pos, errors::union_methods(text));
                } else if t.ty == TypeId::COMPARABLE {
                    self.err(pos, errors::union_comparable());
                } else if comparable {
                    self.err(pos, errors::union_embeds_comparable(text));
                }
                continue;
            }
            for &other in &terms[..i] {
                if self.types.is_interface(other.ty) || !self.types.is_valid(other.ty) {
                    continue;
                }
                if !self.types.terms_disjoint(other, t) {
                    let message = errors::overlapping(self.term_string(t), self.term_string(other));
                    self.err(pos, message);
                    break;
                }
            }
        }
    }

    /// A term. gc prints its type with full package paths.
    pub(super) fn term_string(&self, t: Term) -> String {
        let path = |pkg: crate::types::PkgId| {
            if self.pkgs[pkg].path == "main" { "main".to_owned() } else { self.pkgs[pkg].path.clone() }
        };
        let text = self.types.type_string(t.ty, self.interner, &path);
        if t.tilde { format!("~{text}") } else { text }
    }
}
