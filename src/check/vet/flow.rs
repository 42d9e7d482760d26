//! The ways that control takes through a function, and which functions never return. Follows x/tools' `go/cfg` and
//! `passes/ctrlflow`.

use super::Vet;
use super::tree::{Node, Tree};
use crate::base::{Pos, Symbol};
use crate::syntax::ast::{BranchKind, DeclKind, ExprId, ExprKind, StmtId, StmtKind};
use crate::types::{Builtin, ObjId};
use rustc_hash::{FxHashMap, FxHashSet};

/// What stands in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Node(Node),
    /// The end of the body, where it returns without saying so.
    End(Pos),
}

/// Statements and expressions that are executed one after the other.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) items: Vec<Item>,
    pub(super) next: Vec<usize>,
    live: bool,
    /// It returns, or defers something that may recover.
    returns: bool,
}

/// A function's blocks; the first is where it starts.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) blocks: Vec<Block>,
    /// Functions that it calls as statements.
    calls: Vec<ObjId>,
}

impl Graph {
    fn never_returns(&self) -> bool {
        !self.blocks.iter().any(|b| b.live && b.returns)
    }
}

/// Where `break`, `continue` and `fallthrough` go.
#[derive(Debug, Clone, Copy, Default)]
struct Targets {
    brk: Option<usize>,
    cont: Option<usize>,
    fall: Option<usize>,
}

#[derive(Debug, Clone, Copy)]
struct Label {
    goto: usize,
    targets: Targets,
}

struct Builder<'v, 'a> {
    vet: &'v Vet<'a>,
    endless: &'v FxHashSet<ObjId>,
    blocks: Vec<Block>,
    at: usize,
    labels: FxHashMap<Symbol, Label>,
    targets: Vec<Targets>,
    calls: Vec<ObjId>,
}

/// The graph of a body. `endless` are functions of the package that never return.
pub(super) fn graph(vet: &Vet<'_>, body: StmtId, endless: &FxHashSet<ObjId>) -> Graph {
    let (labels, targets, calls) = (FxHashMap::default(), Vec::new(), Vec::new());
    let mut b = Builder { vet, endless, blocks: vec![Block::default()], at: 0, labels, targets, calls };
    b.stmt(body, None);
    let mut work = vec![0];
    while let Some(i) = work.pop() {
        if !std::mem::replace(&mut b.blocks[i].live, true) {
            work.extend(&b.blocks[i].next);
        }
    }
    if b.blocks[b.at].live
        && let StmtKind::Block(block) = &vet.ast.stmts[body].kind
    {
        let last = &mut b.blocks[b.at];
        last.returns = true;
        last.items.push(Item::End(block.rbrace));
    }
    Graph { blocks: b.blocks, calls: b.calls }
}

/// The functions of the package that never return.
pub(super) fn endless_functions(vet: &Vet<'_>) -> FxHashSet<ObjId> {
    let mut endless = FxHashSet::default();
    let bodies: Vec<(ObjId, StmtId)> = vet
        .ast
        .files
        .iter()
        .flat_map(|f| &f.decls)
        .filter_map(|&d| match &vet.ast.decls[d].kind {
            DeclKind::Func(f) => Some((*vet.pkg.defs.get(&f.name.id)?, f.body?)),
            _ => None,
        })
        .collect();
    // Who calls whom, so that what calls an endless function is looked at again.
    let mut callers: FxHashMap<ObjId, Vec<usize>> = FxHashMap::default();
    let mut work: Vec<usize> = (0..bodies.len()).rev().collect();
    let mut first = vec![true; bodies.len()];
    while let Some(i) = work.pop() {
        let (obj, body) = bodies[i];
        if endless.contains(&obj) {
            continue;
        }
        let graph = graph(vet, body, &endless);
        if std::mem::take(&mut first[i]) {
            graph.calls.iter().for_each(|&callee| callers.entry(callee).or_default().push(i));
        }
        if graph.never_returns() {
            endless.insert(obj);
            work.extend(callers.get(&obj).into_iter().flatten());
        }
    }
    endless
}

/// Functions of the library that never return.
fn ends_goroutine(vet: &Vet<'_>, f: ObjId) -> bool {
    let fatal = ["Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"];
    let test = ["FailNow", "Fatal", "Fatalf", "Skip", "Skipf", "SkipNow"];
    vet.is_function_named(f, "os", &["Exit"])
        || vet.is_function_named(f, "syscall", &["Exit", "ExitProcess", "ExitThread"])
        || vet.is_function_named(f, "runtime", &["Goexit"])
        || vet.is_function_named(f, "log", &fatal)
        || vet.is_method_named(f, "log", "Logger", &fatal)
        || vet.is_method_named(f, "testing", "common", &test)
}

impl Builder<'_, '_> {
    fn block(&mut self) -> usize {
        self.blocks.push(Block::default());
        self.blocks.len() - 1
    }

    fn add(&mut self, node: Node) {
        self.blocks[self.at].items.push(Item::Node(node));
    }

    fn jump(&mut self, to: usize) {
        let at = self.at;
        self.blocks[at].next.push(to);
    }

    fn either(&mut self, a: usize, b: usize) {
        let at = self.at;
        self.blocks[at].next.extend([a, b]);
    }

    fn label(&mut self, name: Symbol) -> Label {
        if let Some(&label) = self.labels.get(&name) {
            return label;
        }
        let label = Label { goto: self.block(), targets: Targets::default() };
        self.labels.insert(name, label);
        label
    }

    fn set_label(&mut self, label: Option<Symbol>, targets: Targets) {
        if let Some(label) = label.and_then(|l| self.labels.get_mut(&l)) {
            label.targets = targets;
        }
    }

    fn body(&mut self, list: &[StmtId], targets: Targets) {
        self.targets.push(targets);
        self.list(list);
        self.targets.pop();
    }

    fn list(&mut self, list: &[StmtId]) {
        for &s in list {
            self.stmt(s, None);
        }
    }

    fn may_return(&mut self, call: ExprId) -> bool {
        let ExprKind::Call { fun, .. } = *self.vet.kind(call) else { return true };
        if matches!(self.vet.kind(fun), ExprKind::Name(_)) && self.vet.builtin(fun) == Some(Builtin::Panic) {
            return false;
        }
        let Some(f) = self.vet.callee(fun).filter(|&f| self.vet.types.objects[f].is_func()) else { return true };
        self.calls.push(f);
        !self.endless.contains(&f) && !ends_goroutine(self.vet, f)
    }

    /// The recursion is as deep as statements are nested, which the parser limits.
    fn stmt(&mut self, s: StmtId, label: Option<Symbol>) {
        let ast = self.vet.ast;
        match &ast.stmts[s].kind {
            StmtKind::Empty
            | StmtKind::Send { .. }
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::IncDec { .. }
            | StmtKind::Go(_) => self.add(Node::Stmt(s)),
            StmtKind::Defer(_) => {
                self.add(Node::Stmt(s));
                let at = self.at;
                self.blocks[at].returns = true;
            }
            StmtKind::Expr(x) => {
                self.add(Node::Stmt(s));
                if !self.may_return(*x) {
                    self.at = self.block();
                }
            }
            StmtKind::Decl(list) => {
                for &d in list {
                    if matches!(ast.decls[d].kind, DeclKind::Var { .. }) {
                        self.add(Node::Decl(d));
                    }
                }
            }
            StmtKind::Labeled { label, stmt } => {
                let to = self.label(label.name).goto;
                self.jump(to);
                self.at = to;
                self.stmt(*stmt, Some(label.name));
            }
            StmtKind::Return(_) => {
                let at = self.at;
                self.blocks[at].returns = true;
                self.add(Node::Stmt(s));
                self.at = self.block();
            }
            StmtKind::Branch { kind, label } => self.branch(*kind, label.map(|l| l.name)),
            StmtKind::Block(block) => self.list(&block.stmts),
            StmtKind::If { init, cond, then, els } => {
                init.iter().for_each(|&i| self.stmt(i, None));
                let (yes, done) = (self.block(), self.block());
                let no = if els.is_some() { self.block() } else { done };
                self.add(Node::Expr(*cond));
                self.either(yes, no);
                self.at = yes;
                self.list(&then.stmts);
                self.jump(done);
                if let Some(els) = els {
                    self.at = no;
                    self.stmt(*els, None);
                    self.jump(done);
                }
                self.at = done;
            }
            StmtKind::For { init, cond, post, body } => {
                init.iter().for_each(|&i| self.stmt(i, None));
                let (start, done) = (self.block(), self.block());
                let head = if cond.is_some() { self.block() } else { start };
                let cont = if post.is_some() { self.block() } else { head };
                let targets = Targets { brk: Some(done), cont: Some(cont), fall: None };
                self.set_label(label, targets);
                self.jump(head);
                self.at = head;
                if let Some(cond) = cond {
                    self.add(Node::Expr(*cond));
                    self.either(start, done);
                    self.at = start;
                }
                self.body(&body.stmts, targets);
                self.jump(cont);
                if let Some(post) = post {
                    self.at = cont;
                    self.stmt(*post, None);
                    self.jump(head);
                }
                self.at = done;
            }
            StmtKind::Range { lhs, x, body, .. } => {
                self.add(Node::Expr(*x));
                lhs.iter().for_each(|&l| self.add(Node::Expr(l)));
                let (head, start, done) = (self.block(), self.block(), self.block());
                self.jump(head);
                self.at = head;
                self.either(start, done);
                self.at = start;
                let targets = Targets { brk: Some(done), cont: Some(head), fall: None };
                self.set_label(label, targets);
                self.body(&body.stmts, targets);
                self.jump(head);
                self.at = done;
            }
            StmtKind::Switch { .. } => self.switch(s, label),
            StmtKind::Select { .. } => self.select(s, label),
        }
    }

    fn branch(&mut self, kind: BranchKind, label: Option<Symbol>) {
        let pick = |t: &Targets| match kind {
            BranchKind::Break => t.brk,
            BranchKind::Continue => t.cont,
            BranchKind::Fallthrough => t.fall,
            BranchKind::Goto => None,
        };
        let to = match label {
            Some(name) if kind == BranchKind::Goto => Some(self.label(name).goto),
            Some(name) => pick(&self.label(name).targets),
            None => self.targets.iter().rev().find_map(pick),
        };
        if let Some(to) = to {
            self.jump(to);
        }
        self.at = self.block();
    }

    fn switch(&mut self, s: StmtId, label: Option<Symbol>) {
        let ast = self.vet.ast;
        let StmtKind::Switch { init, tag, clauses, .. } = &ast.stmts[s].kind else { return };
        init.iter().for_each(|&i| self.stmt(i, None));
        tag.iter().for_each(|&t| self.add(Node::Expr(t)));
        let types = tag.is_some_and(|t| matches!(self.vet.kind(t), ExprKind::TypeSwitchGuard { .. }));
        let done = self.block();
        self.set_label(label, Targets { brk: Some(done), ..Targets::default() });
        let bodies: Vec<usize> = clauses.iter().map(|_| self.block()).collect();
        let mut default = None;
        let targets = |i: usize| Targets {
            brk: Some(done),
            cont: None,
            fall: (!types).then(|| bodies.get(i + 1).copied().unwrap_or(done)),
        };
        for (i, clause) in clauses.iter().enumerate() {
            let Some(cases) = &clause.cases else {
                default = Some(i);
                continue;
            };
            for &case in cases {
                let next = self.block();
                if !types {
                    self.add(Node::Expr(case));
                }
                self.either(bodies[i], next);
                self.at = next;
            }
            let next = self.at;
            self.at = bodies[i];
            self.body(&clause.body, targets(i));
            self.jump(done);
            self.at = next;
        }
        if let Some(i) = default {
            self.jump(bodies[i]);
            self.at = bodies[i];
            self.body(&clauses[i].body, targets(i));
        }
        self.jump(done);
        self.at = done;
    }

    fn select(&mut self, s: StmtId, label: Option<Symbol>) {
        let ast = self.vet.ast;
        let StmtKind::Select { clauses, .. } = &ast.stmts[s].kind else { return };
        clauses.iter().filter_map(|c| c.comm).for_each(|c| self.stmt(c, None));
        let done = self.block();
        let targets = Targets { brk: Some(done), ..Targets::default() };
        self.set_label(label, targets);
        let mut default = None;
        for clause in clauses {
            let Some(comm) = clause.comm else {
                default = Some(clause);
                continue;
            };
            let (body, next) = (self.block(), self.block());
            self.either(body, next);
            self.at = body;
            if let StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. } = &ast.stmts[comm].kind {
                lhs.iter().take(1).for_each(|&l| self.add(Node::Expr(l)));
            }
            self.body(&clause.body, targets);
            self.jump(done);
            self.at = next;
        }
        if let Some(clause) = default {
            self.body(&clause.body, targets);
            self.jump(done);
        }
        self.at = done;
    }
}

impl Graph {
    /// The return at the end of a block.
    pub(super) fn return_of(&self, vet: &Vet<'_>, block: usize) -> Option<Item> {
        let last = self.blocks[block].items.last().copied()?;
        let returns = match last {
            Item::End(_) => true,
            Item::Node(Node::Stmt(s)) => matches!(vet.ast.stmts[s].kind, StmtKind::Return(_)),
            Item::Node(_) => false,
        };
        returns.then_some(last)
    }
}

/// Names below an item.
pub(super) fn names(vet: &Vet<'_>, item: Item) -> Vec<ExprId> {
    match item {
        Item::Node(node) => Tree::below(vet.ast, node).exprs().collect(),
        Item::End(_) => Vec::new(),
    }
}
