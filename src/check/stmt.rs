//! Statements and function bodies.

use super::checker::{Checker, DeclIdx, FuncEnv};
use super::errors;
use super::info::Mode;
use super::operand::{ExprClass, Operand};
use super::scope::ScopeId;
use crate::base::{Pos, Symbol};
use crate::constant::Value;
use crate::syntax::ast::{Block, CommClause, ExprId, ExprKind, StmtId, StmtKind, UnaryOp};
use crate::types::{ObjId, ObjKind, TypeId, VarKind};
use std::rc::Rc;

impl Checker<'_> {
    /// Checks a function's body.
    pub(super) fn func_body(&mut self, decl: Option<DeclIdx>, func: Rc<FuncEnv>, body: StmtId, iota: Option<Value>) {
        let saved = self.env.clone();
        let ast = self.ast;
        let StmtKind::Block(block) = &ast.stmts[body].kind else { return };
        let scope = func.scope;
        self.env.decl = decl;
        self.env.scope = scope;
        self.env.iota = iota;
        self.env.errpos = Pos::NONE;
        self.env.in_tparam_list = false;
        let has_results = !func.results.is_empty();
        self.env.func = Some(func);
        self.env.has_call_or_recv = false;
        self.stmt_list(&block.stmts);
        if has_results && !self.is_terminating(body, None) {
            self.err(block.rbrace, errors::missing_return());
        }
        self.usage(scope);
        self.restore(saved);
    }

    /// Complains about variables that nothing used.
    fn usage(&mut self, scope: ScopeId) {
        if self.pkgs[self.env.pkg].library {
            return;
        }
        let mut unused: Vec<ObjId> = Vec::new();
        for &(_, obj) in &self.scopes[scope].names {
            let local = matches!(self.obj(obj).kind, ObjKind::Var(VarKind::Local));
            if local && !self.used_vars.contains(&obj) {
                unused.push(obj);
            }
        }
        crate::base::sort_by_key(&mut unused, |&o| self.obj(o).pos);
        for obj in unused {
            let name = self.name(self.obj(obj).name).to_owned();
            self.err(self.obj(obj).pos, errors::declared_and_not_used(name));
        }
        for i in 0..self.scopes[scope].children.len() {
            let child = self.scopes[scope].children[i];
            if !self.scopes[child].is_func {
                self.usage(child);
            }
        }
    }

    pub(super) fn stmt_list(&mut self, list: &[StmtId]) {
        for &s in list {
            self.stmt(s);
        }
    }

    pub(super) fn block(&mut self, block: &Block) {
        self.open_scope();
        self.stmt_list(&block.stmts);
        self.close_scope();
    }

    pub(super) fn stmt(&mut self, s: StmtId) {
        if self.stopped {
            return;
        }
        self.depth += 1;
        if self.depth > super::expr::MAX_DEPTH {
            self.err(self.stmt_start(s), errors::too_deep());
        } else {
            let top = self.delayed.len();
            self.stmt_kind(s);
            // Function literals see what was declared up to here.
            self.process_delayed(top);
        }
        self.depth -= 1;
    }

    fn stmt_kind(&mut self, s: StmtId) {
        let ast = self.ast;
        let stmt = &ast.stmts[s];
        match &stmt.kind {
            StmtKind::Empty => {}
            StmtKind::Decl(list) => self.decl_stmt(list),
            StmtKind::Labeled { stmt, .. } => self.stmt(*stmt),
            StmtKind::Expr(e) => self.expr_stmt(*e),
            StmtKind::Send { chan, value } => {
                let (mut ch, mut val) = (Operand::new(), Operand::new());
                self.expr(None, &mut ch, *chan);
                self.generic_expr(&mut val, *value, None);
                if !ch.is_valid() || !val.is_valid() {
                    return;
                }
                let pos = self.stmt_start(s);
                if let Some(elem) = self.chan_elem(pos, &ch, false) {
                    self.assignment(&mut val, Some(elem), "send");
                }
            }
            StmtKind::IncDec { x: e, inc } => {
                let mut x = Operand::new();
                self.expr(None, &mut x, *e);
                if !x.is_valid() {
                    return;
                }
                if !self.all_numeric(x.ty) {
                    let op = if *inc { "++" } else { "--" };
                    let message = errors::non_numeric_inc_dec(self.es(*e), op, self.ts(x.ty));
                    self.err(self.start(*e), message);
                    return;
                }
                self.assign_var(*e, None, Some(&mut x), "assignment");
            }
            StmtKind::Assign { op: None, lhs, rhs } => self.assign_vars(lhs, rhs),
            StmtKind::Assign { op: Some(op), lhs, rhs } => {
                let ([lhs], [rhs]) = (lhs.as_slice(), rhs.as_slice()) else {
                    let pos = self.stmt_start(s);
                    self.err(pos, errors::invalid_tree());
                    return;
                };
                let mut x = Operand::new();
                self.binary(&mut x, None, *lhs, *rhs, *op);
                self.assign_var(*lhs, None, Some(&mut x), "assignment");
            }
            StmtKind::Define { lhs, rhs } => self.short_var_decl(stmt.pos, lhs, rhs),
            StmtKind::Go(call) => self.suspended_call("go", *call),
            StmtKind::Defer(call) => self.suspended_call("defer", *call),
            StmtKind::Return(results) => self.return_stmt(s, results),
            // Labels and places were checked by the parser, as gc's does.
            StmtKind::Branch { .. } => {}
            StmtKind::Block(block) => self.block(block),
            StmtKind::If { init, cond, then, els } => {
                self.open_scope();
                if let Some(init) = init {
                    self.stmt(*init);
                }
                self.condition(*cond, "if");
                self.block(then);
                if let Some(els) = els {
                    self.stmt(*els);
                }
                self.close_scope();
            }
            StmtKind::Switch { init, tag, clauses, rbrace } => {
                self.open_scope();
                if let Some(init) = init {
                    self.stmt(*init);
                }
                match tag.map(|t| &ast.exprs[t].kind) {
                    Some(ExprKind::TypeSwitchGuard { lhs, x }) => {
                        if let Some(tag) = tag {
                            self.record_value(*tag, Mode::NoValue, TypeId::INVALID, None);
                        }
                        self.type_switch(s, lhs.as_ref(), *x, clauses);
                    }
                    _ => self.switch(*tag, clauses, *rbrace),
                }
                self.close_scope();
            }
            StmtKind::Select { clauses, .. } => self.select(clauses),
            StmtKind::For { init, cond, post, body } => {
                self.open_scope();
                if let Some(init) = init {
                    self.stmt(*init);
                }
                if let Some(cond) = cond {
                    self.condition(*cond, "for");
                }
                if let Some(post) = post {
                    self.stmt(*post);
                    if let StmtKind::Define { lhs, .. } = &ast.stmts[*post].kind {
                        self.use_exprs(lhs);
                    }
                }
                self.block(body);
                self.close_scope();
            }
            StmtKind::Range { lhs, define, x, body, .. } => {
                self.range_stmt(stmt.pos, lhs, *define, *x, body);
            }
        }
    }

    fn condition(&mut self, e: ExprId, what: &str) {
        let mut x = Operand::new();
        self.expr(None, &mut x, e);
        if !x.is_valid() {
            return;
        }
        if !self.all_boolean(x.ty) {
            self.err(self.start(e), errors::non_boolean_condition(what));
            return;
        }
        if self.types.is_untyped(x.ty) {
            self.update_source_type(x.expr, TypeId::BOOL, true);
        }
    }

    fn expr_stmt(&mut self, e: ExprId) {
        let mut x = Operand::new();
        let class = self.raw_expr(None, &mut x, e, None, false);
        let text;
        let message = match x.mode {
            Mode::Builtin(_) => {
                text = self.os(&x);
                errors::must_be_called(text)
            }
            Mode::TypeExpr => {
                text = self.os(&x);
                errors::not_an_expression(text)
            }
            _ => {
                if class == ExprClass::Statement {
                    return;
                }
                text = self.os(&x);
                errors::is_not_used(text)
            }
        };
        self.err(self.xpos(&x), message);
    }

    fn suspended_call(&mut self, keyword: &str, call: ExprId) {
        if !matches!(self.ast.exprs[call].kind, ExprKind::Call { .. }) {
            self.err(self.start(call), errors::must_be_function_call(keyword));
            self.use_exprs(&[call]);
            return;
        }
        let mut x = Operand::new();
        let class = self.raw_expr(None, &mut x, call, None, false);
        if class == ExprClass::Statement {
            return;
        }
        let text = self.os(&x);
        let message = if class == ExprClass::Conversion {
            errors::requires_call_not_conversion(keyword, text)
        } else {
            errors::discards_result(keyword, text)
        };
        self.err(self.xpos(&x), message);
    }

    fn return_stmt(&mut self, s: StmtId, results: &[ExprId]) {
        let Some(func) = self.env.func.clone() else { return };
        let pos = self.ast.stmts[s].pos;
        let named = func.results.first().is_some_and(|&r| self.obj(r).name != Symbol::EMPTY);
        if results.is_empty() && named {
            for &result in &func.results {
                let name = self.obj(result).name;
                let Some((_, alt)) = self.lookup(name) else { continue };
                if alt == result {
                    continue;
                }
                let text = self.name(name).to_owned();
                let object = self.object_string(result);
                let more = [(self.obj(alt).pos, errors::inner_declaration(object))];
                self.err_multi(pos, errors::result_not_in_scope(text), &more);
            }
            return;
        }
        if !func.results.is_empty() {
            self.init_vars(&func.results, results, Some(pos));
        } else if !results.is_empty() {
            self.init_vars(&[], results, Some(pos));
        }
    }

    fn select(&mut self, clauses: &[CommClause]) {
        let ast = self.ast;
        let defaults: Vec<Pos> = clauses.iter().filter(|c| c.comm.is_none()).map(|c| c.pos).collect();
        self.multiple_defaults(&defaults);
        for clause in clauses {
            let rhs = match clause.comm.map(|c| &ast.stmts[c].kind) {
                None | Some(StmtKind::Send { .. }) => None,
                Some(StmtKind::Assign { op: None, rhs, .. } | StmtKind::Define { rhs, .. }) => Some(rhs.as_slice()),
                Some(StmtKind::Expr(e)) => Some(std::slice::from_ref(e)),
                Some(_) => Some(&[][..]),
            };
            let valid = match rhs {
                None => true,
                Some([one]) => {
                    matches!(ast.exprs[self.unparen(*one)].kind, ExprKind::Unary { op: UnaryOp::Recv, .. })
                }
                Some(_) => false,
            };
            if !valid {
                if let Some(comm) = clause.comm {
                    let pos = self.select_pos(comm);
                    self.err(pos, errors::invalid_select_case());
                }
                continue;
            }
            self.open_scope();
            if let Some(comm) = clause.comm {
                self.stmt(comm);
            }
            self.stmt_list(&clause.body);
            self.close_scope();
        }
    }

    fn select_pos(&self, s: StmtId) -> Pos {
        match self.ast.stmts[s].kind {
            StmtKind::Expr(e) => self.ast.exprs[e].pos,
            _ => self.stmt_start(s),
        }
    }

    pub(super) fn multiple_defaults(&mut self, defaults: &[Pos]) {
        if let [first, rest @ ..] = defaults {
            for &pos in rest {
                let at = self.pos_string(*first);
                self.err(pos, errors::multiple_defaults(at));
            }
        }
    }
}
