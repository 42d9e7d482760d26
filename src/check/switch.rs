//! `switch`, of expressions and of types.

use super::checker::Checker;
use super::errors;
use super::info::Mode;
use super::operand::{Operand, Source};
use crate::base::{Pos, Symbol};
use crate::constant::{Kind, Value};
use crate::syntax::ast::{BinaryOp, CaseClause, ExprId, ExprKind, Ident, StmtId};
use crate::types::{ObjId, ObjKind, TypeId, VarKind};
use rustc_hash::FxHashMap;

/// A constant case that can be compared with others.
#[derive(Debug, PartialEq, Eq, Hash)]
enum CaseKey {
    Int(i64),
    Uint(u64),
    Float(u64),
    String(Vec<u8>),
}

fn case_key(v: &Value) -> Option<CaseKey> {
    match v.kind() {
        Kind::Int => v.as_i64().map(CaseKey::Int).or_else(|| v.as_u64().map(CaseKey::Uint)),
        Kind::Float => {
            let f = v.to_f64();
            // Only exact doubles are compared.
            (Value::from_f64(f).to_float() == v.to_float()).then(|| CaseKey::Float(f.to_bits()))
        }
        Kind::String => v.as_bytes().map(|b| CaseKey::String(b.to_vec())),
        Kind::Unknown | Kind::Bool | Kind::Complex => None,
    }
}

impl Checker<'_> {
    pub(super) fn switch(&mut self, tag: Option<ExprId>, clauses: &[CaseClause], rbrace: Pos) {
        let mut x = Operand::new();
        if let Some(tag) = tag {
            self.expr(None, &mut x, tag);
            self.assignment(&mut x, None, "switch expression");
            if x.is_valid() && !self.types.comparable(x.ty) && !self.types.has_nil(x.ty) {
                let message = errors::cannot_switch_on(self.os(&x), self.ts(x.ty));
                self.err(self.xpos(&x), message);
                x.invalidate();
            }
        } else {
            x.mode = Mode::Constant;
            x.ty = TypeId::BOOL;
            x.val = Value::Bool(true);
            let pos = clauses.first().map_or(rbrace, |c| c.pos);
            x.expr = Source::Name(pos, self.symbols.true_);
        }
        let defaults: Vec<Pos> = clauses.iter().filter(|c| c.cases.is_none()).map(|c| c.pos).collect();
        self.multiple_defaults(&defaults);
        let mut seen: FxHashMap<CaseKey, Vec<(Pos, TypeId)>> = FxHashMap::default();
        for clause in clauses {
            if let Some(cases) = &clause.cases {
                self.case_values(&mut x, cases, &mut seen);
            }
            self.open_scope();
            self.stmt_list(&clause.body);
            self.close_scope();
        }
    }

    fn case_values(&mut self, x: &mut Operand, cases: &[ExprId], seen: &mut FxHashMap<CaseKey, Vec<(Pos, TypeId)>>) {
        for &e in cases {
            let mut v = Operand::new();
            self.expr(None, &mut v, e);
            if !x.is_valid() || !v.is_valid() {
                continue;
            }
            self.convert_untyped(&mut v, x.ty);
            if !v.is_valid() {
                continue;
            }
            let mut result = v.clone();
            let mut tag = x.clone();
            self.comparison(&mut result, &mut tag, BinaryOp::Eql, true);
            if !result.is_valid() || !v.is_const() {
                continue;
            }
            let Some(key) = case_key(&v.val) else { continue };
            let known = seen.entry(key).or_default();
            let types = known.clone();
            let pos = self.op_pos_of(&v);
            match types.into_iter().find(|&(_, t)| self.types.identical(v.ty, t)) {
                Some((previous, _)) => {
                    let text = self.os(&v);
                    let more = [(previous, errors::previous_case())];
                    self.err_multi(self.xpos(&v), errors::duplicate_case(text), &more);
                }
                None => known.push((pos, v.ty)),
            }
        }
    }

    fn is_nil_expr(&self, e: ExprId) -> bool {
        let ExprKind::Name(name) = self.ast.exprs[self.unparen(e)].kind else { return false };
        self.lookup(name).is_some_and(|(_, obj)| matches!(self.obj(obj).kind, ObjKind::Nil))
    }

    fn case_types(
        &mut self,
        x: Option<&Operand>,
        cases: &[ExprId],
        seen: &mut Vec<(Option<TypeId>, ExprId)>,
    ) -> TypeId {
        let mut ty: Option<TypeId> = None;
        'cases: for &e in cases {
            if self.is_nil_expr(e) {
                ty = None;
                let mut dummy = Operand::new();
                self.expr(None, &mut dummy, e);
            } else {
                let t = self.var_type(e);
                ty = Some(t);
                if !self.types.is_valid(t) {
                    continue;
                }
            }
            for &(t, other) in seen.iter() {
                let same = match (ty, t) {
                    (None, None) => true,
                    (Some(a), Some(b)) => self.types.identical(a, b),
                    _ => false,
                };
                if same {
                    let text = ty.map_or_else(|| "nil".to_owned(), |t| self.ts(t));
                    let more = [(self.start(other), errors::previous_case())];
                    self.err_multi(self.start(e), errors::duplicate_type_case(text), &more);
                    continue 'cases;
                }
            }
            seen.push((ty, e));
            if let (Some(x), Some(t)) = (x, ty) {
                self.type_assertion(e, x, t, true);
            }
        }
        match ty {
            Some(t) if cases.len() == 1 => t,
            _ => x.map_or(TypeId::INVALID, |x| x.ty),
        }
    }

    pub(super) fn type_switch(&mut self, s: StmtId, lhs: Option<&Ident>, guard: ExprId, clauses: &[CaseClause]) {
        let mut lhs = lhs;
        if let Some(name) = lhs.filter(|n| n.name == Symbol::BLANK) {
            self.err(name.pos, errors::no_new_variable());
            lhs = None;
        }
        let mut x = Operand::new();
        self.expr(None, &mut x, guard);
        let mut subject = None;
        if x.is_valid() {
            if self.types.is_type_param(x.ty) {
                let text = self.os(&x);
                self.err(self.xpos(&x), errors::type_switch_on_type_param(text));
            } else if self.types.is_interface(x.ty) {
                subject = Some(x);
            } else {
                let text = self.os(&x);
                self.err(self.xpos(&x), errors::switch_not_an_interface(text));
            }
        }
        let defaults: Vec<Pos> = clauses.iter().filter(|c| c.cases.is_none()).map(|c| c.pos).collect();
        self.multiple_defaults(&defaults);
        let mut vars: Vec<ObjId> = Vec::new();
        let mut seen: Vec<(Option<TypeId>, ExprId)> = Vec::new();
        for (i, clause) in clauses.iter().enumerate() {
            let ty = self.case_types(subject.as_ref(), clause.cases.as_deref().unwrap_or(&[]), &mut seen);
            self.open_scope();
            if let Some(name) = lhs {
                let obj = self.new_var(VarKind::Local, name.name, ty, name.pos);
                self.declare(self.env.scope, None, obj);
                let pkg = self.env.pkg;
                self.pkgs[pkg].clause_vars.insert((s, i), obj);
                vars.push(obj);
            }
            self.stmt_list(&clause.body);
            self.close_scope();
        }
        if let Some(name) = lhs {
            let used = vars.iter().any(|v| self.used_vars.contains(v));
            self.used_vars.extend(vars);
            if !used {
                let text = self.name(name.name).to_owned();
                self.err(name.pos, errors::type_switch_var_not_used(text));
            }
        }
    }
}
