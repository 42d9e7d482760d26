//! Which methods a call of an interface's method may reach, as far as the package shows. Follows x/tools'
//! `refactor/satisfy`: whatever is assigned to a variable of an interface type implements it.

use super::Vet;
use super::tree::Node;
use crate::syntax::ast::{BinaryOp, DeclKind, ExprId, ExprKind, StmtId, StmtKind};
use crate::types::{ObjId, Type, TypeId};
use rustc_hash::FxHashMap;

/// For each of the interface methods the methods that implement it, in the order they were found.
pub(super) fn implementations(vet: &mut Vet<'_>, methods: &[ObjId]) -> FxHashMap<ObjId, Vec<ObjId>> {
    let mut finder = Finder { vet, pairs: Vec::new() };
    if !methods.is_empty() {
        finder.walk();
    }
    let Finder { vet, pairs } = finder;
    let mut found: FxHashMap<ObjId, Vec<ObjId>> = FxHashMap::default();
    for (to, from) in pairs {
        let Some(iface) = vet.types.as_interface(to) else { continue };
        for method in vet.types.type_set(iface).methods.clone() {
            if !methods.contains(&method.obj) {
                continue;
            }
            let name = vet.name(method.name);
            let Some((obj, _)) = vet.lookup(from, name) else { continue };
            let list = found.entry(method.obj).or_default();
            if vet.types.objects[obj].is_func() && !list.contains(&obj) {
                list.push(obj);
            }
        }
    }
    found
}

struct Finder<'v, 'a> {
    vet: &'v mut Vet<'a>,
    /// Interface types and what is assigned to them.
    pairs: Vec<(TypeId, TypeId)>,
}

impl Finder<'_, '_> {
    fn assign(&mut self, to: TypeId, from: TypeId) {
        if to != from && self.vet.types.is_interface(to) && !self.pairs.contains(&(to, from)) {
            self.pairs.push((to, from));
        }
    }

    fn assign_expr(&mut self, to: Option<TypeId>, e: ExprId) {
        if let (Some(to), Some(from)) = (to, self.vet.ty(e)) {
            self.assign(to, from);
        }
    }

    /// Several on the left, several or one call on the right.
    fn assign_all(&mut self, to: &[Option<TypeId>], from: &[ExprId]) {
        if to.len() == from.len() {
            to.iter().zip(from).for_each(|(&t, &e)| self.assign_expr(t, e));
        } else if let [e] = from
            && let Some(Type::Tuple(list)) = self.vet.ty(*e).map(|ty| self.vet.types.types[ty].clone())
        {
            to.iter().zip(list).for_each(|(t, from)| t.iter().for_each(|&t| self.assign(t, from.ty)));
        }
    }

    fn walk(&mut self) {
        let (tree, ast) = (self.vet.tree, self.vet.ast);
        for (i, entry) in tree.entries.iter().enumerate() {
            match entry.node {
                Node::Expr(e) => self.expr(e),
                Node::Decl(d) => {
                    if let DeclKind::Var { names, ty: Some(ty), values } = &ast.decls[d].kind {
                        self.assign_all(&vec![self.vet.ty(*ty); names.len()], values);
                    }
                }
                Node::Stmt(s) => self.stmt(i, s),
                Node::File(_) => {}
            }
        }
    }

    fn stmt(&mut self, index: usize, s: StmtId) {
        let vet = &*self.vet;
        match &vet.ast.stmts[s].kind {
            StmtKind::Assign { op: None, lhs, rhs } => {
                let to: Vec<_> = lhs.iter().map(|&l| vet.ty(l)).collect();
                self.assign_all(&to, rhs);
            }
            StmtKind::Send { chan, value } => {
                let Some(ty) = vet.ty(*chan) else { return };
                if let Type::Chan { elem, .. } = *self.vet.types.under_type(ty) {
                    self.assign_expr(Some(elem), *value);
                }
            }
            StmtKind::Return(list) => {
                let to = self.results(index);
                self.assign_all(&to, list);
            }
            _ => {}
        }
    }

    /// The result types of the function around a node.
    fn results(&self, index: usize) -> Vec<Option<TypeId>> {
        let (vet, tree) = (&*self.vet, self.vet.tree);
        let mut at = index;
        while tree.entries[at].parent != at {
            at = tree.entries[at].parent;
            let ty = match tree.entries[at].node {
                Node::Expr(e) => match *vet.kind(e) {
                    ExprKind::FuncLit { ty, .. } => ty,
                    _ => continue,
                },
                Node::Decl(d) => match &vet.ast.decls[d].kind {
                    DeclKind::Func(f) => f.ty,
                    _ => continue,
                },
                Node::Stmt(_) | Node::File(_) => continue,
            };
            let ExprKind::FuncType { results, .. } = vet.kind(ty) else { return Vec::new() };
            return results.iter().map(|r| vet.ty(r.ty)).collect();
        }
        Vec::new()
    }

    fn expr(&mut self, e: ExprId) {
        let vet = &*self.vet;
        match vet.kind(e) {
            ExprKind::Call { fun, args, has_dots, .. } => {
                let Some(ty) = vet.ty(*fun) else { return };
                if vet.is_type(*fun) {
                    args.iter().for_each(|&a| self.assign_expr(Some(ty), a));
                    return;
                }
                let u = self.vet.types.under(ty);
                let Type::Signature(sig) = self.vet.types.types[u].clone() else { return };
                let mut to: Vec<_> = sig.params.iter().map(|p| Some(p.ty)).collect();
                if sig.variadic && !has_dots {
                    let elem = match to.pop().flatten().map(|t| &self.vet.types.types[t]) {
                        Some(Type::Slice(elem)) => Some(*elem),
                        _ => None,
                    };
                    to.resize(args.len().max(to.len()), elem);
                }
                self.assign_all(&to, args);
            }
            ExprKind::CompositeLit { elems, .. } => self.literal(e, elems),
            &ExprKind::Assert { x, ty } => {
                if let (Some(i), Some(t)) = (vet.ty(x), vet.ty(ty))
                    && self.vet.types.implements(t, i)
                {
                    self.assign(i, t);
                }
            }
            &ExprKind::Binary { op: BinaryOp::Eql | BinaryOp::Neq, x, y } => {
                let (Some(x), Some(y)) = (vet.ty(x), vet.ty(y)) else { return };
                if self.vet.types.implements(x, y) {
                    self.assign(y, x);
                } else if self.vet.types.implements(y, x) {
                    self.assign(x, y);
                }
            }
            _ => {}
        }
    }

    fn literal(&mut self, e: ExprId, elems: &[ExprId]) {
        let Some(ty) = self.vet.ty(e) else { return };
        let (base, _) = self.vet.types.deref(ty);
        let shape = self.vet.types.under_type(base).clone();
        for (i, &elem) in elems.iter().enumerate() {
            let (key, value) = match *self.vet.kind(elem) {
                ExprKind::KeyValue { key, value } => (Some(key), value),
                _ => (None, elem),
            };
            match &shape {
                Type::Struct(fields) => {
                    let by_name = key.map(|k| self.vet.use_of(k).map(|f| self.vet.types.objects[f].ty));
                    let to = by_name.unwrap_or_else(|| fields.get(i).map(|f| f.ty));
                    self.assign_expr(to, value);
                }
                Type::Map { key: k, value: v } => {
                    key.iter().for_each(|&e| self.assign_expr(Some(*k), e));
                    self.assign_expr(Some(*v), value);
                }
                Type::Slice(to) | Type::Array { elem: to, .. } => self.assign_expr(Some(*to), value),
                _ => {}
            }
        }
    }
}
