//! `switch`, by value and by type.

use super::func::{Reg, Target};
use super::layout::Rep;
use super::unit::Unit;
use crate::bytecode::Instr;
use crate::check::info::Mode;
use crate::syntax::ast::{BinaryOp, CaseClause, ExprId, ExprKind, StmtId};
use crate::types::TypeId;

impl Unit<'_> {
    pub(super) fn switch_stmt(&mut self, s: StmtId, init: Option<StmtId>, tag: Option<ExprId>, clauses: &[CaseClause]) {
        let label = self.f.pending_label.take();
        let packages = self.packages;
        if let Some(init) = init {
            self.stmt_with_scope(init);
        }
        let end = self.f.label();
        self.f.targets.push(Target { label, on_break: end, on_continue: None });
        match tag {
            Some(tag) => match packages[self.f.pkg].ast.exprs[tag].kind {
                ExprKind::TypeSwitchGuard { x, .. } => self.type_switch(s, x, clauses, end),
                _ => self.value_switch(Some(tag), clauses, end),
            },
            None => self.value_switch(None, clauses, end),
        }
        self.f.targets.pop();
        self.f.place(end);
    }

    /// The init statement: its variables live until the switch ends.
    fn stmt_with_scope(&mut self, init: StmtId) {
        use crate::syntax::ast::StmtKind;
        let packages = self.packages;
        match &packages[self.f.pkg].ast.stmts[init].kind {
            StmtKind::Define { lhs, rhs } => {
                self.f.statement(packages[self.f.pkg].ast.stmts[init].span.lo);
                self.define(lhs, rhs);
            }
            _ => self.stmt(init),
        }
    }

    fn value_switch(&mut self, tag: Option<ExprId>, clauses: &[CaseClause], end: super::func::Label) {
        let value = tag.map(|t| {
            let ty = self.type_of(t);
            (self.expr_copy(t, ty), ty)
        });
        let bodies: Vec<_> = clauses.iter().map(|_| self.f.label()).collect();
        let mut default = end;
        for (clause, &body) in clauses.iter().zip(&bodies) {
            let Some(cases) = &clause.cases else {
                default = body;
                continue;
            };
            for &case in cases {
                let mark = self.f.next;
                self.f.pos = self.packages[self.f.pkg].ast.exprs[case].pos;
                match value {
                    None => self.branch(case, body, true),
                    Some((reg, ty)) => self.case_branch(reg, ty, case, body),
                }
                self.f.next = mark;
            }
        }
        self.f.jump(Instr::Jmp { m: 0 }, default);
        for (i, (clause, &body)) in clauses.iter().zip(&bodies).enumerate() {
            self.f.place(body);
            let outer = std::mem::replace(&mut self.f.fallthrough, bodies.get(i + 1).copied());
            self.stmts(&clause.body);
            self.f.fallthrough = outer;
            self.f.jump(Instr::Jmp { m: 0 }, end);
        }
    }

    /// Jumps to `body` if the tag equals `case`.
    fn case_branch(&mut self, reg: Reg, ty: TypeId, case: ExprId, body: super::func::Label) {
        let ct = self.type_of(case);
        if self.info(case).mode == Mode::NilValue {
            self.f.jump(Instr::JEqK { a: reg, k: 0, m: 0 }, body);
            return;
        }
        let small = self.const_of(case).and_then(|v| v.as_i64()).and_then(|v| i16::try_from(v).ok());
        if let (Rep::Int { .. }, Some(k)) = (self.rep(ty), small)
            && self.rep(ct) != Rep::Iface
        {
            self.f.jump(Instr::JEqK { a: reg, k, m: 0 }, body);
            return;
        }
        // As tag == case: an interface on either side makes the other one.
        let target = if self.rep(ct) == Rep::Iface && self.rep(ty) != Rep::Iface { ct } else { ty };
        let b = self.convert_reg(reg, ty, target, None);
        let c = self.expr_as(case, target, None);
        let t = self.alloc(1);
        self.compare_regs(BinaryOp::Eql, t, b, c, target);
        self.f.jump(Instr::JT { a: t, m: 0 }, body);
    }

    fn type_switch(&mut self, s: StmtId, x: ExprId, clauses: &[CaseClause], end: super::func::Label) {
        let packages = self.packages;
        let xt = self.type_of(x);
        let v = self.expr_copy(x, xt);
        let is = self.alloc(1);
        let bodies: Vec<_> = clauses.iter().map(|_| self.f.label()).collect();
        let mut default = end;
        for (clause, &body) in clauses.iter().zip(&bodies) {
            let Some(cases) = &clause.cases else {
                default = body;
                continue;
            };
            for &case in cases {
                if self.info(case).mode == Mode::NilValue {
                    self.f.jump(Instr::JEqK { a: v, k: 0, m: 0 }, body);
                    continue;
                }
                let ty = self.type_of(case);
                let m = self.rtype(ty).0 as i32;
                self.emit(Instr::TypeIs { a: is, b: v, m });
                self.f.jump(Instr::JT { a: is, m: 0 }, body);
            }
        }
        self.f.jump(Instr::Jmp { m: 0 }, default);
        for (i, (clause, &body)) in clauses.iter().zip(&bodies).enumerate() {
            self.f.place(body);
            let mark = self.f.next;
            if let Some(&obj) = packages[self.f.pkg].clause_vars.get(&(s, i)) {
                let ty = self.types.objects[obj].ty;
                let ty = self.subst(ty);
                let reg = self.case_value(v, xt, ty);
                self.declare_var_at(obj, ty, Some(reg));
            }
            self.stmts(&clause.body);
            self.f.end_scope(mark);
            self.f.jump(Instr::Jmp { m: 0 }, end);
        }
    }

    /// The interface's value as the type of a clause: itself, or taken out.
    fn case_value(&mut self, v: Reg, xt: TypeId, ty: TypeId) -> Reg {
        if self.rep(ty) == Rep::Iface {
            return v;
        }
        if self.is_wide(ty) {
            return v + 1;
        }
        let a = self.alloc_for(ty);
        let m = self.rtype(ty).0 as i32;
        let at = self.emit(Instr::Assert { a, b: v, c: 0, m });
        let from = self.rtype(xt);
        self.f.asserted.push((at, from));
        a
    }
}
