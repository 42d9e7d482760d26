//! Which local variables must live on the heap: those whose address is taken, and those that a function literal captures and somebody
//! assigns after their declaration. A captured variable that is never assigned again is copied into the closure instead.

use super::backing;
use super::unit::Unit;
use crate::check::info::{Package, SelectionKind};
use crate::syntax::ast::{Block, DeclKind, ExprId, ExprKind, Param, StmtId, StmtKind, UnaryOp};
use crate::types::{ObjId, PkgId, Type, TypeId, Types};
use rustc_hash::{FxHashMap, FxHashSet};

struct Walk<'a, 'u> {
    unit: &'a Unit<'u>,
    package: &'a Package,
    /// Depth of function literals.
    depth: u32,
    declared: FxHashMap<ObjId, u32>,
    captured: FxHashSet<ObjId>,
    assigned: FxHashSet<ObjId>,
    boxed: FxHashSet<ObjId>,
    slices: backing::Uses,
    /// Whether loop variables are one for the whole loop.
    old_loops: bool,
}

/// The underlying type as far as it can be told without computing an instance: its kind is right.
fn shape(types: &Types, ty: TypeId) -> TypeId {
    let ty = types.unalias(ty);
    let Type::Named(named) = types.types[ty] else { return ty };
    match types.named[named].underlying {
        Some(under) => under,
        None => types.named[types.origin(named)].underlying.unwrap_or(ty),
    }
}

/// Whether a loop over `e` is over a function, as far as can be told without type arguments.
pub(super) fn ranges_over_func(types: &Types, package: &Package, e: ExprId) -> bool {
    let Some(ty) = package.exprs[e].ty else { return false };
    let under = shape(types, ty);
    match types.types[under] {
        Type::Signature(_) => true,
        Type::TypeParam(t) => {
            let constraint = shape(types, types.tparams[t].constraint);
            let Type::Interface(iface) = types.types[constraint] else { return false };
            let terms = types.interfaces[iface].type_set.as_ref().and_then(|s| s.terms.as_ref());
            terms.is_some_and(|terms| {
                terms.iter().any(|term| matches!(types.types[shape(types, term.ty)], Type::Signature(_)))
            })
        }
        _ => false,
    }
}

/// What is found out about a function's variables.
#[derive(Debug)]
pub(super) struct Found {
    /// Those that must live on the heap.
    pub(super) boxed: FxHashSet<ObjId>,
    /// Calls of `append` that make a first array of gc's size, and their variables.
    pub(super) reserving: FxHashMap<ExprId, ObjId>,
}

/// For the initialiser of a package-level variable.
pub(super) fn in_expr(unit: &Unit<'_>, pkg: PkgId, e: ExprId) -> Found {
    let mut walk = Walk::new(unit, pkg);
    walk.expr(e);
    walk.finish()
}

/// For the body of a declared function.
pub(super) fn in_stmt(unit: &Unit<'_>, pkg: PkgId, body: StmtId, fty: Option<ExprId>, recv: Option<&Param>) -> Found {
    let mut walk = Walk::new(unit, pkg);
    if let Some(p) = recv {
        walk.declare_param(p);
    }
    if let Some(fty) = fty {
        walk.signature(fty);
    }
    walk.stmt(body);
    walk.finish()
}

/// Whether a function's own body (not that of a literal in it) defers.
pub(super) fn has_defer(package: &Package, s: StmtId) -> bool {
    let any = |stmts: &[StmtId]| stmts.iter().any(|&s| has_defer(package, s));
    match &package.ast.stmts[s].kind {
        StmtKind::Defer(_) => true,
        StmtKind::Labeled { stmt, .. } => has_defer(package, *stmt),
        StmtKind::Block(b) => any(&b.stmts),
        StmtKind::If { then, els, .. } => any(&then.stmts) || els.is_some_and(|s| has_defer(package, s)),
        StmtKind::For { body, .. } | StmtKind::Range { body, .. } => any(&body.stmts),
        StmtKind::Switch { clauses, .. } => clauses.iter().any(|c| any(&c.body)),
        StmtKind::Select { clauses, .. } => clauses.iter().any(|c| any(&c.body)),
        StmtKind::Empty
        | StmtKind::Expr(_)
        | StmtKind::Send { .. }
        | StmtKind::Decl(_)
        | StmtKind::Assign { .. }
        | StmtKind::Define { .. }
        | StmtKind::IncDec { .. }
        | StmtKind::Branch { .. }
        | StmtKind::Go(_)
        | StmtKind::Return(_) => false,
    }
}

impl<'a, 'u> Walk<'a, 'u> {
    fn new(unit: &'a Unit<'u>, pkg: PkgId) -> Self {
        Self {
            unit,
            package: &unit.packages[pkg],
            depth: 0,
            declared: FxHashMap::default(),
            captured: FxHashSet::default(),
            assigned: FxHashSet::default(),
            boxed: FxHashSet::default(),
            slices: backing::Uses::default(),
            old_loops: !unit.f.loop_vars,
        }
    }

    fn finish(mut self) -> Found {
        self.boxed.extend(self.captured.intersection(&self.assigned));
        let (boxed, captured, declared) = (self.boxed, self.captured, self.declared);
        // Of the function's own variables only.
        let excluded = |o| boxed.contains(&o) || captured.contains(&o) || declared.get(&o) != Some(&0);
        let reserving = self.slices.finish(excluded);
        Found { boxed, reserving }
    }

    fn declare(&mut self, name: ExprId) {
        if let Some(&obj) = self.package.defs.get(&name) {
            self.declared.insert(obj, self.depth);
        }
    }

    fn declare_param(&mut self, p: &Param) {
        if let Some(name) = p.name {
            self.declare(name.id);
        }
    }

    fn signature(&mut self, fty: ExprId) {
        if let ExprKind::FuncType { params, results } = &self.package.ast.exprs[fty].kind {
            for p in params {
                self.declare_param(p);
            }
            for p in results {
                self.declare_param(p);
                // `return` assigns it.
                if let Some(&obj) = p.name.and_then(|n| self.package.defs.get(&n.id)) {
                    self.assigned.insert(obj);
                }
            }
        }
    }

    fn used(&mut self, name: ExprId) -> Option<ObjId> {
        let obj = *self.package.uses.get(&name)?;
        if let Some(&depth) = self.declared.get(&obj) {
            self.slices.mention(obj);
            if depth < self.depth {
                self.captured.insert(obj);
            }
            return Some(obj);
        }
        None
    }

    fn exprs(&mut self, es: &[ExprId]) {
        for &e in es {
            self.expr(e);
        }
    }

    fn is_array(&self, e: ExprId) -> bool {
        let Some(ty) = self.package.exprs[e].ty else { return false };
        let under = shape(&self.unit.types, ty);
        matches!(self.unit.types.types[under], Type::Array { .. } | Type::TypeParam(_))
    }

    fn is_pointer(&self, e: ExprId) -> bool {
        let Some(ty) = self.package.exprs[e].ty else { return false };
        let under = shape(&self.unit.types, ty);
        matches!(self.unit.types.types[under], Type::Pointer(_))
    }

    /// The local variable whose memory a place is part of.
    fn root(&self, e: ExprId) -> Option<ObjId> {
        match &self.package.ast.exprs[e].kind {
            ExprKind::Name(_) => {
                let obj = *self.package.uses.get(&e)?;
                self.declared.contains_key(&obj).then_some(obj)
            }
            ExprKind::Paren(x) => self.root(*x),
            ExprKind::Selector { x, .. } => {
                let selection = self.package.selections.get(&e)?;
                if selection.indirect || selection.kind != SelectionKind::Field || self.is_pointer(*x) {
                    return None;
                }
                self.root(*x)
            }
            ExprKind::Index { x, .. } if self.is_array(*x) => self.root(*x),
            _ => None,
        }
    }

    fn take_address(&mut self, e: ExprId) {
        if let Some(obj) = self.root(e) {
            self.boxed.insert(obj);
        }
    }

    fn assign(&mut self, e: ExprId) {
        if let Some(obj) = self.root(e) {
            self.assigned.insert(obj);
        }
        self.expr(e);
    }

    fn expr(&mut self, e: ExprId) {
        self.slices.expr(self.package, &self.package.ast.exprs[e].kind);
        match &self.package.ast.exprs[e].kind {
            ExprKind::Name(_) => {
                self.used(e);
            }
            ExprKind::CompositeLit { elems, .. } => {
                for &elem in elems {
                    match self.package.ast.exprs[elem].kind {
                        ExprKind::KeyValue { key, value } => {
                            // A field's name is no variable, though it may look like one.
                            if self.package.exprs[key].ty.is_some() {
                                self.expr(key);
                            }
                            self.expr(value);
                        }
                        _ => self.expr(elem),
                    }
                }
            }
            ExprKind::FuncLit { ty, body } => {
                self.depth += 1;
                self.signature(*ty);
                self.stmt(*body);
                self.depth -= 1;
            }
            ExprKind::Paren(x) => self.expr(*x),
            ExprKind::Selector { x, .. } => {
                if let Some(selection) = self.package.selections.get(&e)
                    && selection.kind == SelectionKind::MethodVal
                {
                    // A method with a pointer receiver takes the address of a variable; through type parameters nobody knows.
                    if self.may_take_address(selection.obj, *x) && !self.is_pointer(*x) {
                        self.take_address(*x);
                    }
                }
                self.expr(*x);
            }
            ExprKind::Index { x, indices } => {
                let constant = indices.iter().all(|&i| self.package.exprs[i].value.is_some());
                if self.is_array(*x) && !constant {
                    self.take_address(*x);
                }
                self.expr(*x);
                self.exprs(indices);
            }
            ExprKind::Slice { x, index, .. } => {
                if self.is_array(*x) {
                    self.take_address(*x);
                }
                self.expr(*x);
                for i in index.iter().flatten() {
                    self.expr(*i);
                }
            }
            ExprKind::Assert { x, .. } | ExprKind::TypeSwitchGuard { x, .. } => self.expr(*x),
            ExprKind::Unary { op, x } => {
                if *op == UnaryOp::Addr {
                    self.take_address(*x);
                }
                self.expr(*x);
            }
            ExprKind::Binary { x, y, .. } => {
                self.expr(*x);
                self.expr(*y);
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr(*fun);
                self.exprs(args);
            }
            ExprKind::KeyValue { key, value } => {
                self.expr(*key);
                self.expr(*value);
            }
            ExprKind::Bad
            | ExprKind::Literal { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::DotsType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::FuncType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {}
        }
    }

    fn may_take_address(&self, method: ObjId, x: ExprId) -> bool {
        let types = &self.unit.types;
        let of_parameter =
            self.package.exprs[x].ty.is_some_and(|ty| matches!(types.types[types.unalias(ty)], Type::TypeParam(_)));
        let Type::Signature(sig) = &types.types[types.objects[method].ty] else { return true };
        // The methods that an interface lists have none.
        let Some(recv) = sig.recv else { return of_parameter };
        let ty = types.unalias(types.objects[recv].ty);
        let under = shape(types, ty);
        let interface = matches!(types.types[under], Type::Interface(_));
        matches!(types.types[ty], Type::Pointer(_)) || of_parameter && interface
    }

    fn block(&mut self, b: &Block) {
        for &s in &b.stmts {
            self.stmt(s);
        }
    }

    fn define(&mut self, lhs: &[ExprId]) {
        for &l in lhs {
            if self.package.defs.contains_key(&l) {
                self.declare(l);
            } else {
                self.assign(l);
            }
        }
    }

    fn stmt(&mut self, s: StmtId) {
        self.slices.stmt(self.package, &self.package.ast.stmts[s].kind);
        match &self.package.ast.stmts[s].kind {
            StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Labeled { stmt, .. } => self.stmt(*stmt),
            StmtKind::Block(b) => self.block(b),
            StmtKind::Expr(e) | StmtKind::Go(e) | StmtKind::Defer(e) => self.expr(*e),
            StmtKind::Send { chan, value } => {
                self.expr(*chan);
                self.expr(*value);
            }
            StmtKind::Decl(decls) => {
                for &d in decls {
                    if let DeclKind::Var { names, values, .. } = &self.package.ast.decls[d].kind {
                        self.exprs(values);
                        for n in names {
                            self.declare(n.id);
                        }
                    }
                }
            }
            StmtKind::Assign { lhs, rhs, .. } => {
                for &l in lhs {
                    self.assign(l);
                }
                self.exprs(rhs);
            }
            StmtKind::Define { lhs, rhs } => {
                self.exprs(rhs);
                self.define(lhs);
            }
            StmtKind::IncDec { x, .. } => self.assign(*x),
            StmtKind::Return(es) => self.exprs(es),
            StmtKind::If { init, cond, then, els } => {
                if let Some(s) = init {
                    self.stmt(*s);
                }
                self.expr(*cond);
                self.block(then);
                if let Some(s) = els {
                    self.stmt(*s);
                }
            }
            StmtKind::For { init, cond, post, body } => {
                if let Some(s) = init {
                    self.stmt(*s);
                }
                if let Some(e) = cond {
                    self.expr(*e);
                }
                if let Some(s) = post {
                    self.stmt(*s);
                }
                self.block(body);
            }
            StmtKind::Range { lhs, define, x, body, .. } => {
                self.expr(*x);
                // The body of a loop over a function is a function.
                let body_depth = u32::from(ranges_over_func(&self.unit.types, self.package, *x));
                self.depth += body_depth;
                if *define {
                    for &l in lhs {
                        self.declare(l);
                        if let Some(&obj) = self.package.defs.get(&l).filter(|_| self.old_loops) {
                            self.assigned.insert(obj);
                        }
                    }
                } else {
                    for &l in lhs {
                        self.assign(l);
                    }
                }
                self.block(body);
                self.depth -= body_depth;
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                if let Some(s) = init {
                    self.stmt(*s);
                }
                if let Some(e) = tag {
                    self.expr(*e);
                }
                for (i, c) in clauses.iter().enumerate() {
                    if let Some(&obj) = self.package.clause_vars.get(&(s, i)) {
                        self.declared.insert(obj, self.depth);
                    }
                    let is_type_switch =
                        tag.is_some_and(|t| matches!(self.package.ast.exprs[t].kind, ExprKind::TypeSwitchGuard { .. }));
                    if let Some(cases) = c.cases.as_ref().filter(|_| !is_type_switch) {
                        self.exprs(cases);
                    }
                    for &s in &c.body {
                        self.stmt(s);
                    }
                }
            }
            StmtKind::Select { clauses, .. } => {
                for c in clauses {
                    if let Some(s) = c.comm {
                        self.stmt(s);
                    }
                    for &s in &c.body {
                        self.stmt(s);
                    }
                }
            }
        }
    }
}
