//! Statements.

use super::func::{Label, Reg, Target, Var};
use super::layout::Rep;
use super::order::Kept;
use super::unit::Unit;
use crate::base::Symbol;
use crate::bytecode::{Instr, SelectCase, SelectTable};
use crate::syntax::ast::{
    Block, BranchKind, CommClause, DeclId, DeclKind, ExprId, ExprKind, StmtId, StmtKind, UnaryOp,
};
use crate::types::{Type, TypeId};

impl Unit<'_> {
    /// A block: its variables' registers are free again behind it.
    pub(super) fn block(&mut self, block: &Block) {
        self.stmts(&block.stmts);
    }

    pub(super) fn stmts(&mut self, stmts: &[StmtId]) {
        let mark = self.f.next;
        for &s in stmts {
            self.stmt(s);
        }
        self.f.end_scope(mark);
    }

    pub(super) fn stmt(&mut self, s: StmtId) {
        let packages = self.packages;
        let node = &packages[self.f.pkg].ast.stmts[s];
        if !matches!(node.kind, StmtKind::Block(_) | StmtKind::Empty | StmtKind::Labeled { .. }) {
            self.f.statement(node.span.lo);
        }
        let mark = self.f.next;
        self.f.ordered.clear();
        self.f.stmt_base = mark;
        match &node.kind {
            StmtKind::Empty => {}
            StmtKind::Labeled { label, stmt } => {
                let to = self.goto_label(label.name);
                self.f.place(to);
                self.f.pending_label = Some(label.name);
                self.stmt(*stmt);
                self.f.pending_label = None;
                return;
            }
            StmtKind::Block(block) => {
                self.block(block);
            }
            StmtKind::Expr(e) => {
                self.expr(*e, None);
            }
            StmtKind::Send { chan, value } => self.send(*chan, *value),
            StmtKind::Decl(decls) => {
                for &d in decls {
                    self.local_decl(d);
                }
                return;
            }
            StmtKind::Assign { op: Some(op), lhs, rhs } => {
                let ty = self.type_of(lhs[0]);
                self.order(&[(lhs[0], None), (rhs[0], None)]);
                let place = self.place(lhs[0]);
                self.op_assign(place, ty, *op, Some(rhs[0]));
            }
            StmtKind::Assign { op: None, lhs, rhs } => self.assign(lhs, rhs),
            StmtKind::Define { lhs, rhs } => {
                self.define(lhs, rhs);
                return;
            }
            StmtKind::IncDec { x, inc } => {
                use crate::syntax::ast::BinaryOp;
                let ty = self.type_of(*x);
                let place = self.place(*x);
                self.op_assign(place, ty, if *inc { BinaryOp::Add } else { BinaryOp::Sub }, None);
            }
            StmtKind::Branch { kind, label } => self.branch_stmt(*kind, label.map(|l| l.name)),
            StmtKind::Go(call) => self.go_or_defer(*call, false),
            StmtKind::Defer(call) => self.go_or_defer(*call, true),
            StmtKind::Return(results) => self.return_stmt(results),
            StmtKind::If { init, cond, then, els } => self.if_stmt(*init, *cond, then, *els),
            StmtKind::For { init, cond, post, body } => self.for_stmt(*init, *cond, *post, body),
            StmtKind::Range { lhs, define, x, body, .. } => self.range_stmt(lhs, *define, *x, body),
            StmtKind::Switch { init, tag, clauses, .. } => self.switch_stmt(s, *init, *tag, clauses),
            StmtKind::Select { clauses, .. } => self.select_stmt(clauses),
        }
        self.f.pending_label = None;
        self.f.end_scope(mark);
    }

    fn goto_label(&mut self, name: Symbol) -> Label {
        if let Some(&l) = self.f.gotos.get(&name) {
            return l;
        }
        let l = self.f.label();
        self.f.gotos.insert(name, l);
        l
    }

    fn local_decl(&mut self, d: DeclId) {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        if let DeclKind::Type { name, .. } = &package.ast.decls[d].kind {
            let named = package.defs.get(&name.id).and_then(|&obj| self.types.as_named(self.types.objects[obj].ty));
            if let Some(named) = named.filter(|_| !self.f.subst.is_empty()) {
                self.types.note_local(named, self.f.subst.iter().map(|m| m.0).collect());
            }
            return;
        }
        let DeclKind::Var { names, values, .. } = &package.ast.decls[d].kind else { return };
        if values.is_empty() {
            for name in names {
                if let Some(obj) = self.defined(name.id) {
                    let ty = self.types.objects[obj].ty;
                    let ty = self.subst(ty);
                    self.declare_var_at(obj, ty, None);
                }
            }
            return;
        }
        if values.len() == names.len() && names.len() > 1 {
            for (name, &v) in names.iter().zip(values) {
                let name = self.interner.name(name.name).to_owned();
                self.name_made(v, name);
            }
            self.order_assign(&[], values);
            // All values before any name is declared.
            let mut regs = Vec::new();
            for (name, &v) in names.iter().zip(values) {
                let ty = match package.defs.get(&name.id) {
                    Some(&obj) => {
                        let ty = self.types.objects[obj].ty;
                        self.subst(ty)
                    }
                    None => self.type_of(v),
                };
                regs.push((self.expr_copy(v, ty), ty));
            }
            for (name, (r, ty)) in names.iter().zip(regs) {
                if let Some(obj) = self.defined(name.id) {
                    self.adopt(obj, ty, r, ty);
                }
            }
            return;
        }
        if let ([name], [value]) = (&names[..], &values[..]) {
            match self.defined(name.id) {
                Some(obj) => {
                    self.f.making = Some(self.interner.name(name.name).to_owned());
                    self.declare_with(obj, *value);
                    self.f.making = None;
                }
                None => {
                    let mark = self.f.next;
                    self.expr(*value, None);
                    self.f.next = mark;
                }
            }
            return;
        }
        let (values, types) = self.multi_value(values[0]);
        let names: Vec<ExprId> = names.iter().map(|name| name.id).collect();
        self.spread(&names, &values, &types);
    }

    fn send(&mut self, chan: ExprId, value: ExprId) {
        let ct = self.type_of(chan);
        let Type::Chan { elem, .. } = self.under(ct) else { return };
        self.order(&[(chan, None), (value, Some(elem))]);
        let a = self.expr(chan, None);
        // A blocked sender's value is read from its frame later: it must be its own register.
        let b = self.expr_copy(value, elem);
        self.emit(Instr::Send { a, b, m: 0 });
    }

    pub(super) fn branch_stmt(&mut self, kind: BranchKind, label: Option<Symbol>) {
        match kind {
            BranchKind::Goto => {
                if let Some(name) = label {
                    if self.is_outside(name) {
                        self.branch_out(kind, label);
                        return;
                    }
                    let to = self.goto_label(name);
                    self.f.jump(Instr::Jmp { m: 0 }, to);
                }
            }
            BranchKind::Fallthrough => {
                if let Some(to) = self.f.fallthrough {
                    self.f.jump(Instr::Jmp { m: 0 }, to);
                }
            }
            BranchKind::Break | BranchKind::Continue => {
                let is_break = kind == BranchKind::Break;
                let fits = |t: &&Target| match label {
                    Some(name) => t.label == Some(name),
                    None => is_break || t.on_continue.is_some(),
                };
                let target = self.f.targets.iter().rev().find(fits).cloned();
                if target.is_none() && self.branch_out(kind, label) {
                    return;
                }
                if let Some(t) = target {
                    let to = if is_break { Some(t.on_break) } else { t.on_continue };
                    if let Some(to) = to {
                        self.f.jump(Instr::Jmp { m: 0 }, to);
                    }
                }
            }
        }
    }

    fn return_stmt(&mut self, results: &[ExprId]) {
        let outside = self.f.range.as_ref().map(|r| std::rc::Rc::clone(&r.results));
        let types: Vec<TypeId> = match &outside {
            Some(results) => results.iter().map(|r| r.0).collect(),
            None => self.f.results.iter().map(|r| r.0).collect(),
        };
        if results.is_empty() {
            match outside {
                Some(_) => self.return_from_body(),
                None => self.return_epilogue(),
            }
            return;
        }
        let kept = outside.is_some() || !self.f.result_vars.is_empty();
        if let ([e], [ty], false) = (results, &types[..], kept) {
            // The one value; a wide one must be the caller's own.
            let r = if self.is_wide(*ty) { self.expr_copy(*e, *ty) } else { self.expr_as(*e, *ty, None) };
            let n = self.slots(*ty);
            if n == 1 {
                self.emit(if r == 0 { Instr::Ret {} } else { Instr::Ret1 { a: r } });
                return;
            }
            self.f.mov(0, r, n);
            self.emit(Instr::Ret {});
            return;
        }
        let (values, have): (Vec<Kept>, Vec<TypeId>) = if results.len() == 1 && types.len() > 1 {
            self.multi_value(results[0])
        } else {
            let operands: Vec<_> = results.iter().zip(&types).map(|(&e, &ty)| (e, Some(ty))).collect();
            self.order(&operands);
            let outer = self.open_shelf();
            let values = results.iter().zip(&types).map(|(&e, &ty)| self.hold(e, ty)).collect();
            self.close_shelf(outer);
            (values, types.clone())
        };
        let values: Vec<(Kept, TypeId)> = values.into_iter().zip(have).collect();
        if kept {
            let vars = self.f.result_vars.clone();
            for (i, ((value, from), &ty)) in values.into_iter().zip(&types).enumerate() {
                let mark = self.f.next;
                let r = self.held(value, from);
                let v = self.convert_reg(r, from, ty, None);
                let place = match &outside {
                    Some(outside) => self.var_place(outside[i].1),
                    None => self.place_of(vars[i]),
                };
                self.store(place, ty, v);
                self.f.next = mark;
            }
            match outside {
                Some(_) => self.return_from_body(),
                None => self.return_epilogue(),
            }
            return;
        }
        self.pass_results(&types, |this, i| {
            let (value, from) = values[i];
            let r = this.held(value, from);
            this.convert_reg(r, from, types[i], None)
        });
    }

    /// Returns values to the caller: in its registers, or in an object if they are many.
    fn pass_results(&mut self, types: &[TypeId], mut value: impl FnMut(&mut Self, usize) -> Reg) {
        let Some((layout, offsets)) = self.result_parcel(types) else {
            let values: Vec<Reg> = (0..types.len()).map(|i| value(self, i)).collect();
            self.move_results(&values, types);
            self.emit(Instr::Ret {});
            return;
        };
        let a = self.alloc(1);
        self.emit(Instr::New { a, m: layout.0 as i32 });
        for (i, (&ty, off)) in types.iter().zip(offsets).enumerate() {
            let mark = self.f.next;
            let r = value(self, i);
            self.put_in_object(a, off, ty, r);
            self.f.next = mark;
        }
        self.emit(Instr::Ret1 { a });
    }

    /// Moves values to the registers from 0 on; they stand in ascending temporaries or variables.
    fn move_results(&mut self, values: &[Reg], types: &[TypeId]) {
        let mut at = 0;
        let mut moves = Vec::new();
        for (&v, &ty) in values.iter().zip(types) {
            let n = self.slots(ty);
            moves.push((at, v, n));
            at += n;
        }
        // A value whose registers an earlier move overwrites goes through a temporary.
        let clash = |&(_, v, n): &(Reg, Reg, u8), i: usize| moves[..i].iter().any(|&(d, _, k)| v < d + k && d < v + n);
        let mut safe = Vec::new();
        for (i, m) in moves.iter().enumerate() {
            if clash(m, i) {
                let t = self.alloc(m.2);
                self.f.mov(t, m.1, m.2);
                safe.push((m.0, t, m.2));
            } else {
                safe.push(*m);
            }
        }
        for (d, v, n) in safe {
            self.f.mov(d, v, n);
        }
    }

    /// Leaves the function with what its result variables hold, after the deferred calls.
    pub(super) fn return_epilogue(&mut self) {
        let Some(label) = self.f.epilogue else {
            self.load_results();
            return;
        };
        // Each return has its own: a deferred call is made from that line.
        if self.f.label_at(label).is_none() {
            self.f.place(label);
        }
        let again = self.f.label();
        self.f.place(again);
        self.emit(Instr::RunDefers {});
        self.f.jump(Instr::Jmp { m: 0 }, again);
        self.load_results();
    }

    fn load_results(&mut self) {
        let mark = self.f.next;
        let vars = self.f.result_vars.clone();
        let types: Vec<TypeId> = self.f.results.iter().map(|r| r.0).collect();
        if vars.is_empty() {
            self.emit(Instr::Ret {});
        } else {
            self.pass_results(&types, |this, i| {
                let place = this.place_of(vars[i]);
                this.load(place, types[i], None)
            });
        }
        self.f.next = mark;
    }

    fn if_stmt(&mut self, init: Option<StmtId>, cond: ExprId, then: &Block, els: Option<StmtId>) {
        if let Some(init) = init {
            self.stmt(init);
            let pos = self.packages[self.f.pkg].ast.exprs[cond].span.lo;
            self.f.statement(pos);
        }
        let no = self.f.label();
        self.branch(cond, no, false);
        self.block(then);
        match els {
            Some(els) => {
                let end = self.f.label();
                self.f.jump(Instr::Jmp { m: 0 }, end);
                self.f.place(no);
                self.stmt(els);
                self.f.place(end);
            }
            None => self.f.place(no),
        }
    }

    fn for_stmt(&mut self, init: Option<StmtId>, cond: Option<ExprId>, post: Option<StmtId>, body: &Block) {
        let label = self.f.pending_label.take();
        if let Some(init) = init {
            self.stmt_keeping(init);
        }
        // Loop variables that live on the heap are new in each iteration (Go 1.22).
        let fresh = self.boxed_loop_vars(init);
        let (top, next, end) = (self.f.label(), self.f.label(), self.f.label());
        if let Some(cond) = cond {
            let pos = self.packages[self.f.pkg].ast.exprs[cond].span.lo;
            self.f.statement(pos);
            self.branch(cond, end, false);
        }
        self.f.place(top);
        self.f.targets.push(Target { label, on_break: end, on_continue: Some(next) });
        self.block(body);
        self.f.targets.pop();
        self.f.place(next);
        for (var, ty) in fresh {
            let mark = self.f.next;
            let place = self.place_of(var);
            let v = self.load(place, ty, None);
            match var {
                Var::Spilled(slot) => {
                    let reg = self.alloc(1);
                    self.new_box(reg, ty, Some(v));
                    self.spill(slot, reg);
                }
                Var::Boxed(reg) => self.new_box(reg, ty, Some(v)),
                Var::Reg(_) | Var::Captured(_) | Var::CapturedRef(_) => {}
            }
            self.f.next = mark;
        }
        if let Some(post) = post {
            self.stmt(post);
        }
        match cond {
            Some(cond) => {
                let pos = self.packages[self.f.pkg].ast.exprs[cond].span.lo;
                self.f.pos = pos;
                self.branch(cond, top, true);
            }
            None => self.f.jump(Instr::Jmp { m: 0 }, top),
        }
        self.f.place(end);
    }

    /// A statement whose variables live on: the init of a loop.
    fn stmt_keeping(&mut self, s: StmtId) {
        let packages = self.packages;
        match &packages[self.f.pkg].ast.stmts[s].kind {
            StmtKind::Define { lhs, rhs } => {
                self.f.statement(packages[self.f.pkg].ast.stmts[s].span.lo);
                self.define(lhs, rhs);
            }
            _ => self.stmt(s),
        }
    }

    fn boxed_loop_vars(&mut self, init: Option<StmtId>) -> Vec<(Var, TypeId)> {
        let packages = self.packages;
        let Some(init) = init.filter(|_| self.f.loop_vars) else { return Vec::new() };
        let StmtKind::Define { lhs, .. } = &packages[self.f.pkg].ast.stmts[init].kind else { return Vec::new() };
        let mut out = Vec::new();
        for &l in lhs {
            if let Some(obj) = self.defined(l)
                && let Some(&var @ (Var::Boxed(_) | Var::Spilled(_))) = self.f.vars.get(&obj)
                && self.f.boxed.contains(&obj)
            {
                let ty = self.types.objects[obj].ty;
                out.push((var, self.subst(ty)));
            }
        }
        out
    }

    fn select_stmt(&mut self, clauses: &[CommClause]) {
        let label = self.f.pending_label.take();
        let end = self.f.label();
        let chosen = self.alloc(1);
        let mut cases = Vec::new();
        let mut bodies = Vec::new();
        let mut default = None;
        // One case receives: where it puts the value and whether there was one is the same for all.
        let room = clauses.iter().filter_map(|c| Some(self.received_slots(c.comm?))).max().unwrap_or(0);
        let received = self.alloc(room + 1);
        // Channels and values to send are evaluated once, in source order.
        for clause in clauses {
            let body = self.f.label();
            match clause.comm {
                None => default = Some((body, clause)),
                Some(comm) => {
                    let case = self.select_case(comm, clause.pos, received);
                    cases.push(case.0);
                    bodies.push((body, clause, comm, case.1));
                }
            }
        }
        let table = self.program.selects.len() as i32;
        self.program.selects.push(SelectTable { cases: cases.clone(), has_default: default.is_some(), frame: 0 });
        self.emit(Instr::Select { a: chosen, m: table });
        for (i, (body, ..)) in bodies.iter().enumerate() {
            if i + 1 < bodies.len() || default.is_some() {
                self.f.jump(Instr::JEqK { a: chosen, k: i as i16, m: 0 }, *body);
            } else {
                self.f.jump(Instr::Jmp { m: 0 }, *body);
            }
        }
        self.f.targets.push(Target { label, on_break: end, on_continue: None });
        if let Some((body, clause)) = default {
            self.f.place(body);
            self.stmts(&clause.body);
            self.f.jump(Instr::Jmp { m: 0 }, end);
        }
        for ((body, clause, comm, elem), case) in bodies.into_iter().zip(cases) {
            self.f.place(body);
            let mark = self.f.next;
            self.f.statement(clause.pos);
            self.received(comm, case, elem);
            self.stmts(&clause.body);
            self.f.end_scope(mark);
            self.f.jump(Instr::Jmp { m: 0 }, end);
        }
        self.f.targets.pop();
        self.f.place(end);
    }

    /// The receive expression of a select case.
    fn received_chan(&self, comm: StmtId) -> Option<ExprId> {
        let package = &self.packages[self.f.pkg];
        let e = match &package.ast.stmts[comm].kind {
            StmtKind::Expr(e) => *e,
            StmtKind::Assign { rhs, .. } | StmtKind::Define { rhs, .. } => *rhs.first()?,
            _ => return None,
        };
        match package.ast.exprs[self.strip_parens(e)].kind {
            ExprKind::Unary { op: UnaryOp::Recv, x } => Some(x),
            _ => None,
        }
    }

    /// How many registers what a case receives takes.
    fn received_slots(&mut self, comm: StmtId) -> u8 {
        let Some(x) = self.received_chan(comm) else { return 0 };
        let ct = self.type_of(x);
        match self.under(ct) {
            Type::Chan { elem, .. } => self.slots(elem),
            _ => 0,
        }
    }

    /// A case; what it receives goes behind register `received`, which is whether there was something.
    fn select_case(&mut self, comm: StmtId, pos: crate::base::Pos, received: super::func::Reg) -> (SelectCase, TypeId) {
        let packages = self.packages;
        if let StmtKind::Send { chan, value } = packages[self.f.pkg].ast.stmts[comm].kind {
            let ct = self.type_of(chan);
            let elem = match self.under(ct) {
                Type::Chan { elem, .. } => elem,
                _ => ct,
            };
            self.order(&[(chan, None), (value, Some(elem))]);
            let c = self.expr_copy(chan, ct);
            let v = self.expr_copy(value, elem);
            return (SelectCase { send: true, chan: u32::from(c), value: u32::from(v), ok: None, pos }, elem);
        }
        let Some(x) = self.received_chan(comm) else {
            return (SelectCase { send: false, chan: 0, value: 0, ok: None, pos }, TypeId::INVALID);
        };
        let ct = self.type_of(x);
        let c = self.expr_copy(x, ct);
        let elem = match self.under(ct) {
            Type::Chan { elem, .. } => elem,
            _ => ct,
        };
        let value = u32::from(received) + 1;
        (SelectCase { send: false, chan: u32::from(c), value, ok: Some(received), pos }, elem)
    }

    /// Gives what was received to the variables of the case.
    fn received(&mut self, comm: StmtId, case: SelectCase, elem: TypeId) {
        let packages = self.packages;
        let (lhs, define) = match &packages[self.f.pkg].ast.stmts[comm].kind {
            StmtKind::Assign { lhs, .. } => (lhs, false),
            StmtKind::Define { lhs, .. } => (lhs, true),
            _ => return,
        };
        let value = case.value as super::func::Reg;
        self.zero_if_none(value, elem);
        let regs = [value, case.ok.unwrap_or(value)];
        let types = [elem, TypeId::BOOL];
        for (i, &l) in lhs.iter().enumerate().take(2) {
            match self.defined(l).filter(|_| define) {
                Some(obj) => {
                    let ty = self.types.objects[obj].ty;
                    let ty = self.subst(ty);
                    // The case's registers are used again when the select runs again: the variable gets its own.
                    let v = self.convert_reg(regs[i], types[i], ty, None);
                    self.declare_var_at(obj, ty, Some(v));
                }
                None => {
                    let name =
                        matches!(packages[self.f.pkg].ast.exprs[l].kind, ExprKind::Name(n) if n == Symbol::BLANK);
                    if !name {
                        let ty = self.type_of(l);
                        let place = self.place(l);
                        let v = self.convert_reg(regs[i], types[i], ty, None);
                        self.store(place, ty, v);
                    }
                }
            }
        }
    }

    pub(super) fn is_string(&mut self, ty: TypeId) -> bool {
        self.rep(ty) == Rep::Str
    }
}
