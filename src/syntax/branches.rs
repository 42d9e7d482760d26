//! Labels and branches of a function body: what they jump to must exist and be reachable.
//!
//! Follows gc's `syntax/branches.go`: one walk over the statements of a body (not into function literals, which are
//! bodies of their own), with the `goto`s whose labels have not been seen yet handed outwards.

use super::ast::{Ast, Block, BranchKind, DeclKind, ExprId, ExprKind, Ident, StmtId, StmtKind};
use super::{errors, short};
use crate::base::{Diagnostic, Interner, Pos, Severity, SourceMap, Span, Symbol};
use indexmap::IndexMap;

/// Checks the body of a function. The errors come in the order in which gc reports them.
pub(super) fn check(ast: &Ast, body: &Block, interner: &Interner, sources: &SourceMap) -> Vec<Diagnostic> {
    let (labels, blocks, errors) = (IndexMap::default(), Vec::new(), Vec::new());
    let mut check = Check { ast, interner, sources, errors, labels, blocks };
    let forward = check.block(None, Targets::default(), None, body.lbrace, &body.stmts);
    for label in forward {
        let name = interner.name(label.name);
        let message = match check.labels.get_mut(&label.name) {
            Some(found) => {
                found.used = true;
                let start = check.blocks[found.block].start;
                errors::jumps_into_block(name, &check.place(start))
            }
            None => errors::label_undefined(name),
        };
        let code = if check.labels.contains_key(&label.name) { "JumpIntoBlock" } else { "UndeclaredLabel" };
        check.error(label.pos, code, message);
    }
    let unused: Vec<Ident> = check.labels.values().filter(|l| !l.used).map(|l| l.ident).collect();
    for label in unused {
        check.error(label.pos, "UnusedLabel", errors::label_unused(interner.name(label.name)));
    }
    check.errors
}

struct Check<'a> {
    ast: &'a Ast,
    interner: &'a Interner,
    sources: &'a SourceMap,
    errors: Vec<Diagnostic>,
    /// All labels of the body so far, in order.
    labels: IndexMap<Symbol, Label, rustc_hash::FxBuildHasher>,
    /// All blocks of the body so far.
    blocks: Vec<BlockInfo>,
}

struct Label {
    /// The block that it stands in.
    block: usize,
    ident: Ident,
    /// What it labels.
    stmt: StmtId,
    used: bool,
}

struct BlockInfo {
    parent: Option<usize>,
    start: Pos,
    /// The label of the statement that the block belongs to; where it is declared, since names may be repeated.
    label: Option<Pos>,
}

/// What `break`, `continue` and `fallthrough` without label refer to.
#[derive(Clone, Copy, Default)]
struct Targets {
    /// The innermost loop, `switch` or `select`.
    breaks: Option<StmtId>,
    /// Whether there is a loop.
    continues: bool,
    /// The clause of the `switch` that we are directly in.
    clause: Option<usize>,
}

/// The last variable declaration of a block, and the `goto`s before it.
#[derive(Default)]
struct Declared {
    at: Pos,
    name: String,
    jumped: Vec<Pos>,
}

impl Check<'_> {
    fn error(&mut self, pos: Pos, code: &'static str, message: String) {
        let severity = Severity::Error;
        self.errors.push(Diagnostic { severity, pos, span: Span::new(pos, pos), code, message });
    }

    fn place(&self, pos: Pos) -> String {
        match self.sources.locate(pos) {
            Some((file, at)) => format!("{file}:{}:{}", at.line, at.col),
            None => "<unknown position>".to_owned(),
        }
    }

    /// Walks a block and returns the labels of the `goto`s that have not found theirs.
    fn block(
        &mut self,
        parent: Option<usize>,
        targets: Targets,
        label: Option<Pos>,
        start: Pos,
        stmts: &[StmtId],
    ) -> Vec<Ident> {
        let block = self.blocks.len();
        self.blocks.push(BlockInfo { parent, start, label });
        let mut declared = Declared::default();
        let mut forward: Vec<Ident> = Vec::new();
        let ast = self.ast;
        let is_empty = |&&id: &&StmtId| matches!(ast.stmts[id].kind, StmtKind::Empty);
        let count = stmts.len() - stmts.iter().rev().take_while(is_empty).count();
        for (i, &stmt) in stmts[..count].iter().enumerate() {
            let mut id = stmt;
            let mut label = None;
            while let StmtKind::Labeled { label: ident, stmt } = ast.stmts[id].kind {
                if ident.name != Symbol::BLANK {
                    self.declare(block, ident, stmt);
                    self.resolve(ident.name, &mut forward, &declared);
                    label = Some(ident.pos);
                }
                id = stmt;
            }
            let pos = ast.stmts[id].pos;
            let inner = Targets { clause: None, ..targets };
            let outer = Some(block);
            match &ast.stmts[id].kind {
                StmtKind::Decl(decls) => {
                    let first = decls.iter().find_map(|&d| match &ast.decls[d].kind {
                        DeclKind::Var { names, .. } => Some((ast.decls[d].pos, names[0].id)),
                        _ => None,
                    });
                    if let Some((at, name)) = first {
                        declared = self.declaration(at, &[name], &forward);
                    }
                }
                StmtKind::Define { lhs, .. } => declared = self.declaration(pos, lhs, &forward),
                StmtKind::Branch { kind, label: None } => {
                    self.unlabeled(*kind, pos, targets, i + 1 == count);
                }
                StmtKind::Branch { kind, label: Some(name) } => match kind {
                    BranchKind::Break | BranchKind::Continue => self.labeled(*kind, *name, block),
                    BranchKind::Goto if self.goto_finds(name.name, block) => {}
                    BranchKind::Goto => forward.push(*name),
                    BranchKind::Fallthrough => {}
                },
                StmtKind::Block(b) => forward.extend(self.block(outer, inner, label, b.lbrace, &b.stmts)),
                StmtKind::If { then, els, .. } => {
                    forward.extend(self.block(outer, inner, label, then.lbrace, &then.stmts));
                    if let Some(els) = els {
                        let start = ast.stmts[*els].pos;
                        forward.extend(self.block(outer, inner, label, start, &[*els]));
                    }
                }
                StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                    let inner = Targets { breaks: Some(id), continues: true, clause: None };
                    forward.extend(self.block(outer, inner, label, body.lbrace, &body.stmts));
                }
                StmtKind::Switch { clauses, .. } => {
                    for (i, clause) in clauses.iter().enumerate() {
                        let inner = Targets { breaks: Some(id), clause: Some(i), ..targets };
                        forward.extend(self.block(outer, inner, label, clause.pos, &clause.body));
                    }
                }
                StmtKind::Select { clauses, .. } => {
                    let inner = Targets { breaks: Some(id), ..inner };
                    for clause in clauses {
                        forward.extend(self.block(outer, inner, label, clause.pos, &clause.body));
                    }
                }
                StmtKind::Empty
                | StmtKind::Labeled { .. }
                | StmtKind::Expr(_)
                | StmtKind::Send { .. }
                | StmtKind::Assign { .. }
                | StmtKind::IncDec { .. }
                | StmtKind::Go(_)
                | StmtKind::Defer(_)
                | StmtKind::Return(_) => {}
            }
        }
        forward
    }

    fn declaration(&self, at: Pos, names: &[ExprId], forward: &[Ident]) -> Declared {
        let name =
            if forward.is_empty() { String::new() } else { short::expr_list_string(self.ast, self.interner, names) };
        Declared { at, name, jumped: forward.iter().map(|label| label.pos).collect() }
    }

    fn declare(&mut self, block: usize, ident: Ident, stmt: StmtId) {
        if let Some(known) = self.labels.get(&ident.name) {
            let at = self.place(known.ident.pos);
            let message = errors::label_redeclared(self.interner.name(ident.name), &at);
            self.error(ident.pos, "DuplicateLabel", message);
        } else {
            self.labels.insert(ident.name, Label { block, ident, stmt, used: false });
        }
    }

    /// Takes the `goto`s to `name` out of `forward`: here is the label.
    fn resolve(&mut self, name: Symbol, forward: &mut Vec<Ident>, declared: &Declared) {
        let found: Vec<Ident> = forward.extract_if(.., |label| label.name == name).collect();
        for label in found {
            if let Some(known) = self.labels.get_mut(&name) {
                known.used = true;
            }
            if declared.jumped.contains(&label.pos) {
                let at = self.place(declared.at);
                let message = errors::jumps_over(self.interner.name(name), &declared.name, &at);
                self.error(label.pos, "JumpOverDecl", message);
            }
        }
    }

    fn unlabeled(&mut self, kind: BranchKind, pos: Pos, targets: Targets, last: bool) {
        let (code, message) = match kind {
            BranchKind::Break if targets.breaks.is_none() => ("MisplacedBreak", errors::BREAK_OUTSIDE),
            BranchKind::Continue if !targets.continues => ("MisplacedContinue", errors::CONTINUE_OUTSIDE),
            BranchKind::Fallthrough => {
                let switch = targets.breaks.map(|id| &self.ast.stmts[id].kind);
                let message = match switch {
                    Some(StmtKind::Switch { tag, clauses, .. }) => {
                        let guard = tag.map(|tag| &self.ast.exprs[tag].kind);
                        match targets.clause {
                            _ if matches!(guard, Some(ExprKind::TypeSwitchGuard { .. })) => {
                                errors::FALLTHROUGH_TYPE_SWITCH
                            }
                            Some(clause) if last && clause + 1 < clauses.len() => return,
                            Some(_) if last => errors::FALLTHROUGH_FINAL,
                            _ => errors::FALLTHROUGH_OUT_OF_PLACE,
                        }
                    }
                    _ => errors::FALLTHROUGH_OUT_OF_PLACE,
                };
                ("MisplacedFallthrough", message)
            }
            BranchKind::Break | BranchKind::Continue | BranchKind::Goto => return,
        };
        self.error(pos, code, message.to_owned());
    }

    fn labeled(&mut self, kind: BranchKind, label: Ident, block: usize) {
        let name = self.interner.name(label.name);
        let is_continue = kind == BranchKind::Continue;
        let (code, message) = match self.enclosing(label.name, block) {
            None if is_continue => ("UndeclaredLabel", errors::continue_label_undefined(name)),
            None => ("UndeclaredLabel", errors::break_label_undefined(name)),
            Some(target) => match target.map(|id| &self.ast.stmts[id].kind) {
                Some(StmtKind::For { .. } | StmtKind::Range { .. }) => return,
                Some(StmtKind::Switch { .. } | StmtKind::Select { .. }) if !is_continue => return,
                _ if is_continue => ("MisplacedLabel", errors::invalid_continue_label(name)),
                _ => ("MisplacedLabel", errors::invalid_break_label(name)),
            },
        };
        self.error(label.pos, code, message);
    }

    /// The statement with the label `name` around `block`; `Some(None)` if the label is elsewhere.
    fn enclosing(&mut self, name: Symbol, block: usize) -> Option<Option<StmtId>> {
        let label = self.labels.get_mut(&name)?;
        label.used = true;
        let mut at = Some(block);
        while let Some(b) = at {
            if self.blocks[b].label == Some(label.ident.pos) {
                return Some(Some(label.stmt));
            }
            at = self.blocks[b].parent;
        }
        Some(None)
    }

    /// Whether a `goto` in `block` may jump to `name`, which comes before it.
    fn goto_finds(&mut self, name: Symbol, block: usize) -> bool {
        let Some(label) = self.labels.get_mut(&name) else { return false };
        label.used = true;
        let mut at = Some(block);
        while let Some(b) = at {
            if label.block == b {
                return true;
            }
            at = self.blocks[b].parent;
        }
        false
    }
}
