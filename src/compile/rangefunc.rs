//! `for … range f`: the loop's body becomes a closure that `f` calls, as gc's `rangefunc` rewrites it.
//!
//! Three variables stand beside each loop. Its *state* says whether the body may be called; *exit* says how the body was left if not
//! by its end, so that the code behind the call goes on from there: a body inside a body leaves one loop after the other. *frame* is the
//! function's own frame, to which `defer` in the body belongs (a `recover` there belongs to the body, as in gc). Results are stored into the function's boxed result
//! variables before a body is left by `return`.

use super::func::{Func, Target, Var};
use super::range::Dst;
use super::unit::Unit;
use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::check::info::Package;
use crate::syntax::ast::{Block, BranchKind, ExprId, StmtId, StmtKind};
use crate::types::{ObjId, ObjKind, Object, Signature, Type, TypeId, VarKind};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// `abi.RF_…`: the body may not be called any more, may be called, is running or has panicked, the iterator has returned.
const DONE: i32 = 0;
const READY: i32 = 1;
const PANIC: i32 = 2;
const EXHAUSTED: i32 = 3;
const MISSING_PANIC: i32 = 4;

/// How a body is left for a place outside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Return,
    Branch(BranchKind, Option<Symbol>),
}

/// What a function that is the body of such a loop knows of the function around it.
#[derive(Debug, Clone)]
pub(super) struct RangeBody {
    state: ObjId,
    exit: ObjId,
    /// The frame that deferred calls belong to.
    pub(super) frame: ObjId,
    /// The result variables of the function that the loop stands in.
    pub(super) results: Rc<[(TypeId, ObjId)]>,
    /// Labels inside of the body.
    labels: FxHashSet<Symbol>,
    exits: Vec<Exit>,
}

/// Whether a function's own body (not that of a literal in it) returns from inside of such a loop.
pub(super) fn returns_from_body(package: &Package, s: StmtId, is_func: &dyn Fn(ExprId) -> bool, inside: bool) -> bool {
    let mut found = false;
    each_child(package, s, is_func, inside, &mut |kind, inside| {
        found |= inside && matches!(kind, StmtKind::Return(_));
    });
    found
}

fn labels_in(package: &Package, body: &Block) -> FxHashSet<Symbol> {
    let mut out = FxHashSet::default();
    for &s in &body.stmts {
        each_child(package, s, &|_| false, false, &mut |kind, _| {
            if let StmtKind::Labeled { label, .. } = kind {
                out.insert(label.name);
            }
        });
    }
    out
}

/// Visits `s` and all statements in it; the flag tells those inside of a loop over a function.
fn each_child(
    package: &Package,
    s: StmtId,
    is_func: &dyn Fn(ExprId) -> bool,
    inside: bool,
    visit: &mut dyn FnMut(&StmtKind, bool),
) {
    let kind = &package.ast.stmts[s].kind;
    visit(kind, inside);
    let mut all = |stmts: &[StmtId], inside: bool| {
        for &s in stmts {
            each_child(package, s, is_func, inside, visit);
        }
    };
    match kind {
        StmtKind::Labeled { stmt, .. } => all(&[*stmt], inside),
        StmtKind::Block(b) => all(&b.stmts, inside),
        StmtKind::If { then, els, .. } => {
            all(&then.stmts, inside);
            all(els.as_slice(), inside);
        }
        StmtKind::For { body, .. } => all(&body.stmts, inside),
        StmtKind::Range { x, body, .. } => all(&body.stmts, inside || is_func(*x)),
        StmtKind::Switch { clauses, .. } => clauses.iter().for_each(|c| all(&c.body, inside)),
        StmtKind::Select { clauses, .. } => clauses.iter().for_each(|c| all(&c.body, inside)),
        StmtKind::Empty
        | StmtKind::Expr(_)
        | StmtKind::Send { .. }
        | StmtKind::Decl(_)
        | StmtKind::Assign { .. }
        | StmtKind::Define { .. }
        | StmtKind::IncDec { .. }
        | StmtKind::Branch { .. }
        | StmtKind::Go(_)
        | StmtKind::Defer(_)
        | StmtKind::Return(_) => {}
    }
}

impl Unit<'_> {
    /// A variable that the source does not show.
    pub(super) fn hidden_var(&mut self, ty: TypeId) -> ObjId {
        let name = self.interner.intern("");
        self.types.add_object(Object {
            kind: ObjKind::Var(VarKind::Local),
            name,
            pkg: None,
            ty,
            pos: self.f.pos,
            package_level: false,
            exported: false,
        })
    }

    /// A hidden `int` on the heap, that bodies share.
    fn shared_int(&mut self) -> ObjId {
        let obj = self.hidden_var(TypeId::INT);
        let reg = self.alloc(1);
        self.new_box(reg, TypeId::INT, None);
        self.f.vars.insert(obj, Var::Boxed(reg));
        obj
    }

    fn set_hidden(&mut self, obj: ObjId, value: i32) {
        let mark = self.f.next;
        let place = self.var_place(obj);
        let v = self.alloc(1);
        self.emit(Instr::LdI { a: v, m: value });
        self.store(place, TypeId::INT, v);
        self.f.next = mark;
    }

    /// The register that holds the frame to which `defer` belongs, in the body of a loop over a function.
    pub(super) fn body_frame(&mut self) -> Option<super::func::Reg> {
        let frame = self.f.range.as_ref()?.frame;
        let place = self.var_place(frame);
        Some(self.load(place, TypeId::INT, None))
    }

    /// Panics unless the state is `want`, or (`not`) if it is.
    fn check_state(&mut self, state: ObjId, want: i32, report: Option<i32>) {
        let mark = self.f.next;
        let place = self.var_place(state);
        let v = self.load(place, TypeId::INT, None);
        let ok = self.f.label();
        let k = want as i16;
        self.f.jump(if report.is_some() { Instr::JNeK { a: v, k, m: 0 } } else { Instr::JEqK { a: v, k, m: 0 } }, ok);
        let base = self.alloc(2) + 1;
        match report {
            Some(state) => {
                self.emit(Instr::LdI { a: base, m: state });
            }
            None => self.f.mov(base, v, 1),
        }
        let m = self.native("runtime.panicrangestate");
        self.emit(Instr::CallN { a: base, m });
        self.f.place(ok);
        self.f.next = mark;
    }

    /// The loop. `vars` are its iteration variables.
    pub(super) fn range_func(
        &mut self,
        label: Option<Symbol>,
        vars: [Dst; 2],
        x: ExprId,
        sig: &Signature,
        body: &Block,
    ) {
        let Some(yields) = sig.params.first().and_then(|p| self.signature(p.ty)) else { return };
        let closure = self.alloc(1);
        self.expr(x, Some(closure));
        let state = self.shared_int();
        self.set_hidden(state, READY);
        let exit = self.shared_int();
        let (frame, results) = match &self.f.range {
            Some(outer) => (outer.frame, Rc::clone(&outer.results)),
            None => {
                let frame = self.hidden_var(TypeId::INT);
                let a = self.alloc(1);
                self.emit(Instr::Frame { a });
                self.f.vars.insert(frame, Var::Reg(a));
                let results = self.f.results.iter().filter_map(|&(ty, obj)| Some((ty, obj?))).collect();
                (frame, results)
            }
        };
        let labels = labels_in(&self.packages[self.f.pkg], body);
        let range = RangeBody { state, exit, frame, results, labels, exits: Vec::new() };
        let (f, exits) = self.body_closure(range, label, vars, &yields, body);
        let base = self.alloc(1) + 1;
        let arg = self.alloc(1);
        self.f.mov(arg, f, 1);
        self.emit_call(&super::call::Callee::Closure(closure), base, sig);
        self.check_state(state, PANIC, Some(MISSING_PANIC));
        self.set_hidden(state, EXHAUSTED);
        if exits.is_empty() {
            return;
        }
        let place = self.var_place(exit);
        let how = self.load(place, TypeId::INT, None);
        for (i, e) in exits.into_iter().enumerate() {
            let skip = self.f.label();
            self.f.jump(Instr::JNeK { a: how, k: i as i16 + 1, m: 0 }, skip);
            match e {
                Exit::Return if self.f.range.is_some() => self.leave_body(Exit::Return),
                Exit::Return => self.return_epilogue(),
                Exit::Branch(kind, label) => self.branch_stmt(kind, label),
            }
            self.f.place(skip);
        }
    }

    /// The body as a closure in a register, and how it may be left.
    fn body_closure(
        &mut self,
        range: RangeBody,
        label: Option<Symbol>,
        vars: [Dst; 2],
        yields: &Signature,
        body: &Block,
    ) -> (super::func::Reg, Vec<Exit>) {
        let id = self.new_func_id();
        self.f.range_bodies += 1;
        let name = format!("{}-range{}", self.f.name, self.f.range_bodies);
        let state = range.state;
        let mut inner = Func::new(id, name, self.f.pkg, Rc::clone(&self.f.subst), self.f.pos);
        inner.boxed = Rc::clone(&self.f.boxed);
        inner.loop_vars = self.f.loop_vars;
        inner.spilling = self.f.spilling;
        inner.range = Some(range);
        inner.results.push((TypeId::BOOL, None));
        let outer = std::mem::replace(&mut self.f, inner);
        self.outer.push(outer);
        let mut regs = Vec::new();
        for p in &yields.params {
            regs.push((self.alloc_for(p.ty), p.ty));
        }
        self.f.params = self.f.next as u32;
        self.f.closure_reg = self.alloc(1);
        self.f.reserve(2);
        self.open_spill();
        self.check_state(state, READY, None);
        self.set_hidden(state, PANIC);
        let (on_break, on_continue) = (self.f.label(), self.f.label());
        for (&(reg, from), var) in regs.iter().zip(vars) {
            match var {
                Dst::None => {}
                Dst::New(obj) => {
                    let ty = self.types.objects[obj].ty;
                    let ty = self.subst(ty);
                    self.adopt(obj, ty, reg, from);
                }
                Dst::Old(l) => {
                    let mark = self.f.next;
                    let ty = self.type_of(l);
                    let place = self.place(l);
                    let v = self.convert_reg(reg, from, ty, None);
                    self.store(place, ty, v);
                    self.f.next = mark;
                }
            }
        }
        self.f.targets.push(Target { label, on_break, on_continue: Some(on_continue) });
        self.block(body);
        self.f.targets.pop();
        self.f.statement(body.rbrace);
        self.f.place(on_continue);
        self.set_hidden(state, READY);
        self.yield_result(true);
        self.f.place(on_break);
        self.set_hidden(state, DONE);
        self.yield_result(false);
        let captures = std::mem::take(&mut self.f.captures);
        let exits = self.f.range.take().map_or(Vec::new(), |r| r.exits);
        let too_complex = std::mem::take(&mut self.f.too_complex);
        self.finish();
        self.f = self.outer.pop().expect("the outer function waits");
        // The function around it is compiled again, with less in registers.
        self.f.too_complex |= too_complex;
        (self.make_closure(id, captures, None), exits)
    }

    fn yield_result(&mut self, more: bool) {
        self.emit(Instr::LdI { a: 0, m: i32::from(more) });
        self.emit(Instr::Ret {});
    }

    /// Leaves the body for a place outside of the loop.
    fn leave_body(&mut self, how: Exit) {
        let Some(range) = &mut self.f.range else { return };
        let n = match range.exits.iter().position(|&e| e == how) {
            Some(n) => n,
            None => {
                range.exits.push(how);
                range.exits.len() - 1
            }
        };
        let (state, exit) = (range.state, range.exit);
        self.set_hidden(exit, n as i32 + 1);
        self.set_hidden(state, DONE);
        self.yield_result(false);
    }

    /// `return` in a body, its values stored already.
    pub(super) fn return_from_body(&mut self) {
        self.leave_body(Exit::Return);
    }

    /// `goto`, `break` or `continue` that finds no target in this function; false if it is no body of a loop.
    pub(super) fn branch_out(&mut self, kind: BranchKind, label: Option<Symbol>) -> bool {
        if self.f.range.is_none() {
            return false;
        }
        self.leave_body(Exit::Branch(kind, label));
        true
    }

    /// Whether a label to go to stands outside of the loop whose body this function is.
    pub(super) fn is_outside(&self, label: Symbol) -> bool {
        self.f.range.as_ref().is_some_and(|r| !r.labels.contains(&label))
    }

    /// Puts a result variable on the heap, where bodies reach it.
    pub(super) fn shared_result(&mut self, obj: Option<ObjId>, ty: TypeId) -> (ObjId, Var) {
        let obj = obj.unwrap_or_else(|| self.hidden_var(ty));
        let reg = self.alloc(1);
        self.new_box(reg, ty, None);
        let var = Var::Boxed(reg);
        self.f.vars.insert(obj, var);
        self.note_var(obj, ty, reg, true);
        (obj, var)
    }

    /// The function type that an expression ranges over.
    pub(super) fn range_signature(&mut self, ty: TypeId) -> Option<Signature> {
        match self.under(ty) {
            Type::Signature(sig) => Some(sig),
            _ => None,
        }
    }
}
