//! A flat picture of syntax: all nodes in go/ast's preorder, each with its parent and the end of its subtree.
//!
//! Passes are loops over it, as those of x/tools are over an `Inspector`; so none of them walks the tree by recursion.

use crate::base::Pos;
use crate::syntax::ast::{Ast, DeclId, DeclKind, ExprId, ExprKind, FuncDecl, Param, StmtId, StmtKind};

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Node {
    /// A file, by its index in `ast.files`.
    File(usize),
    Decl(DeclId),
    Stmt(StmtId),
    /// An expression, type or name.
    Expr(ExprId),
}

/// A node and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) node: Node,
    /// Index of the parent; its own for a root.
    pub(super) parent: usize,
    /// Index after the last node below.
    pub(super) end: usize,
}

/// Nodes in preorder.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) entries: Vec<Entry>,
}

impl Tree {
    /// All files of a package.
    pub(super) fn of_package(ast: &Ast) -> Tree {
        let mut tree = Tree::default();
        for i in 0..ast.files.len() {
            tree.add(ast, Node::File(i));
        }
        tree
    }

    /// What is at and below a node.
    pub(super) fn below(ast: &Ast, root: Node) -> Tree {
        let mut tree = Tree::default();
        tree.add(ast, root);
        tree
    }

    fn add(&mut self, ast: &Ast, root: Node) {
        let top = self.entries.len();
        // A node to enter, or an entry to close.
        let mut work: Vec<Result<(Node, usize), usize>> = vec![Ok((root, top))];
        let mut children = Vec::new();
        while let Some(item) = work.pop() {
            match item {
                Err(index) => self.entries[index].end = self.entries.len(),
                Ok((node, parent)) => {
                    let index = self.entries.len();
                    self.entries.push(Entry { node, parent, end: index + 1 });
                    work.push(Err(index));
                    children.clear();
                    push_children(ast, node, &mut children);
                    work.extend(children.iter().rev().map(|&child| Ok((child, index))));
                }
            }
        }
    }

    /// The parent's node.
    pub(super) fn parent(&self, index: usize) -> Option<Node> {
        let parent = self.entries[index].parent;
        (parent != index).then(|| self.entries[parent].node)
    }

    /// Expressions in order.
    pub(super) fn exprs(&self) -> impl Iterator<Item = ExprId> + '_ {
        self.entries.iter().filter_map(|e| if let Node::Expr(id) = e.node { Some(id) } else { None })
    }

    /// Statements in order.
    pub(super) fn stmts(&self) -> impl Iterator<Item = StmtId> + '_ {
        self.entries.iter().filter_map(|e| if let Node::Stmt(id) = e.node { Some(id) } else { None })
    }
}

/// Where a node starts.
pub(super) fn start(ast: &Ast, node: Node) -> Pos {
    match node {
        Node::File(i) => ast.files[i].package.pos,
        Node::Decl(id) => ast.decls[id].span.lo,
        Node::Stmt(id) => ast.stmts[id].span.lo,
        Node::Expr(id) => ast.exprs[id].span.lo,
    }
}

/// Calls `f` for what go/ast has as one field: names with a type that they share.
pub(super) fn fields<'a>(params: &'a [Param], mut f: impl FnMut(&'a [Param])) {
    for group in params.chunk_by(|a, b| a.ty == b.ty && a.name.is_some() && b.name.is_some()) {
        f(group);
    }
}

fn push_params(params: &[Param], out: &mut Vec<Node>) {
    fields(params, |group| {
        out.extend(group.iter().filter_map(|p| Some(Node::Expr(p.name?.id))));
        out.extend(group.first().map(|p| Node::Expr(p.ty)));
    });
}

fn push_func(func: &FuncDecl, out: &mut Vec<Node>) {
    push_params(func.recv.as_slice(), out);
    out.push(Node::Expr(func.name.id));
    push_params(&func.tparams, out);
    out.push(Node::Expr(func.ty));
    out.extend(func.body.map(Node::Stmt));
}

fn push_decl(ast: &Ast, id: DeclId, out: &mut Vec<Node>) {
    match &ast.decls[id].kind {
        DeclKind::Import { .. } => {}
        DeclKind::Const { names, ty, values, .. } | DeclKind::Var { names, ty, values } => {
            out.extend(names.iter().map(|n| Node::Expr(n.id)));
            out.extend(ty.map(Node::Expr));
            out.extend(values.iter().map(|&v| Node::Expr(v)));
        }
        DeclKind::Type { name, tparams, ty, .. } => {
            out.push(Node::Expr(name.id));
            push_params(tparams, out);
            out.push(Node::Expr(*ty));
        }
        DeclKind::Func(func) => push_func(func, out),
    }
}

fn push_expr(ast: &Ast, id: ExprId, out: &mut Vec<Node>) {
    let mut put = |e: ExprId| out.push(Node::Expr(e));
    match &ast.exprs[id].kind {
        ExprKind::Bad | ExprKind::Name(_) | ExprKind::Literal { .. } => {}
        ExprKind::CompositeLit { ty, elems, .. } => {
            ty.iter().chain(elems).for_each(|&e| put(e));
        }
        &ExprKind::KeyValue { key, value } => [key, value].into_iter().for_each(put),
        &ExprKind::FuncLit { ty, body } => {
            put(ty);
            out.push(Node::Stmt(body));
        }
        &ExprKind::Paren(x) | &ExprKind::Unary { x, .. } | &ExprKind::SliceType(x) | &ExprKind::DotsType(x) => put(x),
        ExprKind::Selector { x, sel } => [*x, sel.id].into_iter().for_each(put),
        ExprKind::Index { x, indices } => {
            put(*x);
            indices.iter().for_each(|&e| put(e));
        }
        ExprKind::Slice { x, index, .. } => {
            put(*x);
            index.iter().flatten().for_each(|&e| put(e));
        }
        &ExprKind::Assert { x, ty } => [x, ty].into_iter().for_each(put),
        ExprKind::TypeSwitchGuard { lhs, x } => {
            lhs.iter().for_each(|n| put(n.id));
            put(*x);
        }
        &ExprKind::Binary { x, y, .. } => [x, y].into_iter().for_each(put),
        ExprKind::Call { fun, args, .. } => {
            put(*fun);
            args.iter().for_each(|&e| put(e));
        }
        &ExprKind::ArrayType { len, elem } => len.into_iter().chain([elem]).for_each(put),
        ExprKind::StructType(list) => {
            for group in list.chunk_by(|a, b| a.ty == b.ty && a.name.is_some() && b.name.is_some()) {
                group.iter().filter_map(|f| f.name).for_each(|n| put(n.id));
                group.iter().take(1).flat_map(|f| [Some(f.ty), f.tag]).flatten().for_each(&mut put);
            }
        }
        ExprKind::InterfaceType(list) => {
            for elem in list {
                elem.name.iter().for_each(|n| put(n.id));
                put(elem.ty);
            }
        }
        ExprKind::FuncType { params, results } => {
            push_params(params, out);
            push_params(results, out);
        }
        &ExprKind::MapType { key, value } => [key, value].into_iter().for_each(put),
        &ExprKind::ChanType { elem, .. } => put(elem),
    }
}

fn push_stmt(ast: &Ast, id: StmtId, out: &mut Vec<Node>) {
    let mut exprs = |list: &[ExprId]| out.extend(list.iter().map(|&e| Node::Expr(e)));
    match &ast.stmts[id].kind {
        StmtKind::Empty => {}
        StmtKind::Labeled { label, stmt } => {
            exprs(&[label.id]);
            out.push(Node::Stmt(*stmt));
        }
        StmtKind::Block(block) => out.extend(block.stmts.iter().map(|&s| Node::Stmt(s))),
        &StmtKind::Expr(x) | &StmtKind::Go(x) | &StmtKind::Defer(x) | &StmtKind::IncDec { x, .. } => exprs(&[x]),
        &StmtKind::Send { chan, value } => exprs(&[chan, value]),
        StmtKind::Decl(list) => out.extend(list.iter().map(|&d| Node::Decl(d))),
        StmtKind::Assign { lhs, rhs, .. } | StmtKind::Define { lhs, rhs } => {
            exprs(lhs);
            exprs(rhs);
        }
        StmtKind::Branch { label, .. } => label.iter().for_each(|l| exprs(&[l.id])),
        StmtKind::Return(list) => exprs(list),
        StmtKind::If { init, cond, then, els } => {
            out.extend(init.map(Node::Stmt));
            out.push(Node::Expr(*cond));
            out.extend(then.stmts.iter().map(|&s| Node::Stmt(s)));
            out.extend(els.map(Node::Stmt));
        }
        StmtKind::For { init, cond, post, body } => {
            out.extend(init.map(Node::Stmt));
            out.extend(cond.map(Node::Expr));
            out.extend(post.map(Node::Stmt));
            out.extend(body.stmts.iter().map(|&s| Node::Stmt(s)));
        }
        StmtKind::Range { lhs, x, body, .. } => {
            exprs(lhs);
            exprs(&[*x]);
            out.extend(body.stmts.iter().map(|&s| Node::Stmt(s)));
        }
        StmtKind::Switch { init, tag, clauses, .. } => {
            out.extend(init.map(Node::Stmt));
            out.extend(tag.map(Node::Expr));
            for clause in clauses {
                out.extend(clause.cases.iter().flatten().map(|&e| Node::Expr(e)));
                out.extend(clause.body.iter().map(|&s| Node::Stmt(s)));
            }
        }
        StmtKind::Select { clauses, .. } => {
            for clause in clauses {
                out.extend(clause.comm.map(Node::Stmt));
                out.extend(clause.body.iter().map(|&s| Node::Stmt(s)));
            }
        }
    }
}

fn push_children(ast: &Ast, node: Node, out: &mut Vec<Node>) {
    match node {
        Node::File(i) => out.extend(ast.files[i].decls.iter().map(|&d| Node::Decl(d))),
        Node::Decl(id) => push_decl(ast, id, out),
        Node::Stmt(id) => push_stmt(ast, id, out),
        Node::Expr(id) => push_expr(ast, id, out),
    }
}
