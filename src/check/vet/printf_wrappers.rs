//! Which functions print: those of the library by name, those of the package by what they forward their arguments to. Follows
//! the first half of `passes/printf`.

use super::printf::is_any_slice;
use super::tree::{Node, Tree};
use super::{Vet, messages};
use crate::syntax::ast::{DeclKind, ExprId, ExprKind, StmtId, StmtKind, UnaryOp};
use crate::types::{ObjId, Type, TypeId};
use rustc_hash::FxHashMap;

/// What a function is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Print,
    Printf,
    Errorf,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Print => "print",
            Kind::Printf => "printf",
            Kind::Errorf => "errorf",
        }
    }
}

/// Functions of the library, by owner; a name with an `f` at its end formats.
const PRINTERS: &[(&str, &[&str])] = &[
    (
        "fmt.",
        &[
            "Appendf", "Append", "Appendln", "Errorf", "Fprint", "Fprintf", "Fprintln", "Print", "Printf", "Println",
            "Sprint", "Sprintf", "Sprintln",
        ],
    ),
    ("runtime/trace.", &["Logf"]),
    ("log.", &LOG),
    ("(*log.Logger).", &LOG),
    ("(*testing.common).", &TEST),
    ("(testing.TB).", &TEST),
];
const LOG: [&str; 9] = ["Print", "Printf", "Println", "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"];
const TEST: [&str; 8] = ["Error", "Errorf", "Fatal", "Fatalf", "Log", "Logf", "Skip", "Skipf"];

/// The kinds of functions, methods and variables; `None` for what does not print.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    known: FxHashMap<ObjId, Option<Kind>>,
}

/// A function that may be a wrapper.
struct Candidate {
    /// The function, or the variable it is assigned to.
    obj: ObjId,
    /// `None` for a method of an interface.
    body: Option<StmtId>,
    format: Option<ObjId>,
    args: Option<ObjId>,
    /// Candidates that call it, and where (nowhere for a method of an interface).
    callers: Vec<(usize, Option<ExprId>)>,
}

impl Kinds {
    /// What an object is like.
    pub(super) fn of(&mut self, vet: &Vet<'_>, obj: ObjId) -> Option<Kind> {
        if let Some(&kind) = self.known.get(&obj) {
            return kind;
        }
        let name = vet.full_name(obj);
        let printer =
            PRINTERS.iter().any(|(owner, names)| name.strip_prefix(owner).is_some_and(|rest| names.contains(&rest)));
        let kind = match printer {
            true if name == "fmt.Errorf" => Some(Kind::Errorf),
            true if name.ends_with('f') => Some(Kind::Printf),
            true => Some(Kind::Print),
            false => None,
        };
        self.known.insert(obj, kind);
        kind
    }

    /// Looks through the package.
    pub(super) fn find(vet: &mut Vet<'_>) -> Kinds {
        let mut finder = Finder { kinds: Kinds::default(), candidates: Vec::new(), by_obj: FxHashMap::default() };
        finder.collect(vet);
        finder.scan(vet);
        finder.kinds
    }
}

struct Finder {
    kinds: Kinds,
    candidates: Vec<Candidate>,
    by_obj: FxHashMap<ObjId, usize>,
}

impl Finder {
    fn add(&mut self, vet: &Vet<'_>, obj: ObjId, sig: TypeId, params: &[Option<ObjId>], body: Option<StmtId>) {
        if !is_print_like(vet, sig) {
            return;
        }
        let Type::Signature(sig) = &vet.types.types[sig] else { return };
        let n = params.len();
        let formats = n >= 2 && sig.params.get(n - 2).is_some_and(|p| p.ty == TypeId::STRING);
        let format = params.get(n.wrapping_sub(2)).copied().flatten().filter(|_| formats);
        let candidate = Candidate { obj, body, format, args: params.last().copied().flatten(), callers: Vec::new() };
        self.by_obj.insert(obj, self.candidates.len());
        self.candidates.push(candidate);
    }

    fn collect(&mut self, vet: &Vet<'_>) {
        let tree = vet.tree;
        for (i, entry) in tree.entries.iter().enumerate() {
            match entry.node {
                Node::Decl(d) => {
                    let DeclKind::Func(f) = &vet.ast.decls[d].kind else { continue };
                    let (Some(body), Some(&obj)) = (f.body, vet.pkg.defs.get(&f.name.id)) else { continue };
                    self.add(vet, obj, vet.types.objects[obj].ty, &params_of(vet, f.ty), Some(body));
                }
                Node::Expr(e) => match vet.kind(e) {
                    &ExprKind::FuncLit { ty, body } => {
                        let (Some(obj), Some(sig)) = (assigned_to(vet, tree.parent(i), e), vet.ty(e)) else { continue };
                        self.add(vet, obj, sig, &params_of(vet, ty), Some(body));
                    }
                    // Before Go 1.26 vet did not look into interfaces.
                    ExprKind::InterfaceType(elems) if vet.version_at(vet.start(e)) >= 26 => {
                        for elem in elems {
                            let Some(&obj) = elem.name.and_then(|n| vet.pkg.defs.get(&n.id)) else { continue };
                            self.add(vet, obj, vet.types.objects[obj].ty, &[], None);
                        }
                    }
                    _ => {}
                },
                Node::File(_) | Node::Stmt(_) => {}
            }
        }
    }

    fn scan(&mut self, vet: &mut Vet<'_>) {
        let methods: Vec<ObjId> = self.candidates.iter().filter(|c| c.body.is_none()).map(|c| c.obj).collect();
        let implementations = super::satisfy::implementations(vet, &methods);
        for w in 0..self.candidates.len() {
            match self.candidates[w].body {
                Some(body) => self.scan_body(vet, w, body),
                None => {
                    for &implementation in implementations.get(&self.candidates[w].obj).into_iter().flatten() {
                        self.call(vet, w, implementation, None);
                    }
                }
            }
        }
    }

    fn scan_body(&mut self, vet: &mut Vet<'_>, w: usize, body: StmtId) {
        let Candidate { format, args, .. } = self.candidates[w];
        let is = |vet: &Vet<'_>, e: ExprId, param: Option<ObjId>| {
            param.is_some() && matches!(vet.kind(e), ExprKind::Name(_)) && vet.object_of(e) == param
        };
        let changes = |vet: &Vet<'_>, e: ExprId| is(vet, e, format) || is(vet, e, args);
        for entry in &Tree::below(vet.ast, Node::Stmt(body)).entries {
            match entry.node {
                Node::Stmt(s) => {
                    // A wrapper that changes its parameters is none.
                    let (StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. }) = &vet.ast.stmts[s].kind else {
                        continue;
                    };
                    if lhs.iter().any(|&l| changes(vet, l)) {
                        return;
                    }
                }
                Node::Expr(e) => match vet.kind(e) {
                    &ExprKind::Unary { op: UnaryOp::Addr, x } if changes(vet, x) => return,
                    ExprKind::Call { fun, args: passed, .. } => {
                        if passed.last().is_some_and(|&last| is(vet, last, args))
                            && let Some(callee) = vet.callee(*fun)
                        {
                            self.call(vet, w, callee, Some(e));
                        }
                    }
                    _ => {}
                },
                Node::File(_) | Node::Decl(_) => {}
            }
        }
    }

    fn call(&mut self, vet: &mut Vet<'_>, w: usize, callee: ObjId, at: Option<ExprId>) {
        if let Some(&other) = self.by_obj.get(&callee) {
            self.candidates[other].callers.push((w, at));
        }
        let Some(kind) = self.kinds.of(vet, callee) else { return };
        let mut work = vec![(w, at)];
        while let Some((w, at)) = work.pop() {
            if at.is_some_and(|call| !self.forwards(vet, w, call, kind)) {
                continue;
            }
            let obj = self.candidates[w].obj;
            if self.kinds.known.insert(obj, Some(kind)) != Some(Some(kind)) {
                work.extend(self.candidates[w].callers.iter().rev());
            }
        }
    }

    /// Whether a call passes on what the candidate was given.
    fn forwards(&self, vet: &mut Vet<'_>, w: usize, call: ExprId, kind: Kind) -> bool {
        let ExprKind::Call { fun, args, has_dots, .. } = vet.kind(call) else { return false };
        if kind != Kind::Print {
            let format = args.len().checked_sub(2).map(|i| args[i]);
            let is_name = |e: &ExprId| matches!(vet.kind(*e), ExprKind::Name(_));
            let wanted = self.candidates[w].format;
            if wanted.is_none() || format.filter(is_name).and_then(|e| vet.object_of(e)) != wanted {
                return false;
            }
        }
        if !has_dots {
            let params = match vet.ty(*fun).map(|ty| &vet.types.types[ty]) {
                Some(Type::Signature(sig)) => sig.params.len(),
                _ => return false,
            };
            if args.len() <= params {
                vet.report_expr(call, messages::missing_dots(kind.name()));
            }
            return false;
        }
        true
    }
}

/// Whether the last parameter is `...any`.
fn is_print_like(vet: &Vet<'_>, sig: TypeId) -> bool {
    match vet.types.types.get(sig) {
        Some(Type::Signature(sig)) if sig.variadic => sig.params.last().is_some_and(|p| is_any_slice(vet, p.ty)),
        _ => false,
    }
}

/// The variables of a signature's parameters, as far as they have names.
fn params_of(vet: &Vet<'_>, ty: ExprId) -> Vec<Option<ObjId>> {
    let ExprKind::FuncType { params, .. } = vet.kind(ty) else { return Vec::new() };
    params.iter().map(|p| vet.pkg.defs.get(&p.name?.id).copied()).collect()
}

/// The variable or field that a function literal is assigned to.
fn assigned_to(vet: &Vet<'_>, parent: Option<Node>, literal: ExprId) -> Option<ObjId> {
    let lhs = match parent? {
        Node::Decl(d) => match &vet.ast.decls[d].kind {
            DeclKind::Var { names, values, .. } => names.get(values.iter().position(|&v| v == literal)?)?.id,
            _ => return None,
        },
        Node::Stmt(s) => match &vet.ast.stmts[s].kind {
            StmtKind::Assign { lhs, rhs, .. } | StmtKind::Define { lhs, rhs } => {
                *lhs.get(rhs.iter().position(|&v| v == literal)?)?
            }
            _ => return None,
        },
        Node::File(_) | Node::Expr(_) => return None,
    };
    let obj = match vet.kind(lhs) {
        ExprKind::Name(_) => vet.object_of(lhs)?,
        ExprKind::Selector { sel, .. } => match vet.pkg.selections.get(&lhs) {
            Some(selection) => selection.obj,
            None => vet.use_of(sel.id)?,
        },
        _ => return None,
    };
    vet.types.objects[obj].is_var().then_some(obj)
}
