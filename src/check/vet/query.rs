//! Questions that several passes ask: what is called, what is it named, what has it for a type.
//!
//! They follow x/tools' `typeutil`, `typesinternal` and `typeparams`.

use super::Vet;
use super::tree::{Node, Tree};
use crate::base::{Interner, Pos, SourceMap, Symbol};
use crate::check::info::Mode;
use crate::constant::Value;
use crate::syntax::ast::{Ast, DeclId, DeclKind, ExprId, ExprKind, StmtKind, UnaryOp};
use crate::syntax::print;
use crate::syntax::short::expr_string;
use crate::types::{Builtin, Lookup, NameMatch, NamedId, ObjId, ObjKind, PkgId, Type, TypeId};

/// A signature in words: types of parameters and results with full package paths.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) params: Vec<String>,
    pub(super) results: Vec<String>,
}

impl Shape {
    /// `func() string`
    pub(super) fn is_stringer(&self) -> bool {
        self.params.is_empty() && self.results == ["string"]
    }
}

/// Without parentheses.
pub(super) fn unparen(ast: &Ast, mut e: ExprId) -> ExprId {
    while let ExprKind::Paren(x) = ast.exprs[e].kind {
        e = x;
    }
    e
}

impl<'a> Vet<'a> {
    pub(super) fn name(&self, name: Symbol) -> &'a str {
        self.interner.name(name)
    }

    pub(super) fn kind(&self, e: ExprId) -> &'a ExprKind {
        &self.ast.exprs[e].kind
    }

    pub(super) fn unparen(&self, e: ExprId) -> ExprId {
        unparen(self.ast, e)
    }

    pub(super) fn start(&self, e: ExprId) -> Pos {
        self.ast.exprs[e].span.lo
    }

    /// The type that go/types would have recorded.
    pub(super) fn ty(&self, e: ExprId) -> Option<TypeId> {
        let info = &self.pkg.exprs[e];
        if info.mode == Mode::NilValue {
            return Some(TypeId::UNTYPED_NIL);
        }
        info.ty
    }

    pub(super) fn value(&self, e: ExprId) -> Option<&'a Value> {
        self.pkg.exprs[e].value.as_ref()
    }

    /// The value of a constant string.
    pub(super) fn string_value(&self, e: ExprId) -> Option<&'a [u8]> {
        self.value(e)?.as_bytes()
    }

    pub(super) fn is_type(&self, e: ExprId) -> bool {
        self.pkg.exprs[e].mode == Mode::TypeExpr
    }

    /// Whether it is the predeclared nil.
    pub(super) fn is_nil(&self, e: ExprId) -> bool {
        self.pkg.exprs[e].mode == Mode::NilValue
    }

    /// Whether it denotes a value rather than a type, a package or nothing.
    pub(super) fn is_value(&self, e: ExprId) -> bool {
        match self.pkg.exprs[e].mode {
            Mode::Constant | Mode::Variable | Mode::MapIndex | Mode::Value | Mode::NilValue | Mode::CommaOk => true,
            Mode::Invalid | Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr => false,
        }
    }

    /// The name that decides what `e` denotes: `f` of `f`, `p.f`, `f[int]`.
    pub(super) fn used_ident(&self, e: ExprId) -> Option<ExprId> {
        let mut e = self.unparen(e);
        if let ExprKind::Index { x, indices } = self.kind(e) {
            if indices.len() > 1 || indices.first().is_some_and(|&i| self.is_type(i)) {
                e = self.unparen(*x);
            }
        }
        match self.kind(e) {
            ExprKind::Name(_) => Some(e),
            ExprKind::Selector { sel, .. } => Some(sel.id),
            _ => None,
        }
    }

    /// What a name denotes.
    pub(super) fn use_of(&self, name: ExprId) -> Option<ObjId> {
        self.pkg.uses.get(&name).copied()
    }

    /// What a name denotes or declares.
    pub(super) fn object_of(&self, name: ExprId) -> Option<ObjId> {
        self.pkg.defs.get(&name).or_else(|| self.pkg.uses.get(&name)).copied()
    }

    /// What a call calls, if it has a name: a function, method, variable or predeclared function.
    pub(super) fn callee(&self, fun: ExprId) -> Option<ObjId> {
        let obj = self.use_of(self.used_ident(fun)?)?;
        (!self.types.objects[obj].is_type_name()).then_some(obj)
    }

    /// The function or method that is called, known before the program runs.
    pub(super) fn static_callee(&mut self, fun: ExprId) -> Option<ObjId> {
        let obj = self.callee(fun)?;
        (self.types.objects[obj].is_func() && !self.is_interface_method(obj)).then_some(obj)
    }

    pub(super) fn builtin(&self, fun: ExprId) -> Option<Builtin> {
        match self.types.objects[self.callee(fun)?].kind {
            ObjKind::Builtin(builtin) => Some(builtin),
            _ => None,
        }
    }

    /// Import path of a package.
    pub(super) fn pkg_path(&self, pkg: PkgId) -> &'a str {
        if pkg == self.main { self.path } else { &self.packages[pkg].path }
    }

    pub(super) fn obj_path(&self, obj: ObjId) -> Option<&'a str> {
        self.types.objects[obj].pkg.map(|p| self.pkg_path(p))
    }

    /// The name of the package that an object belongs to.
    pub(super) fn obj_package(&self, obj: ObjId) -> &'a str {
        self.types.objects[obj].pkg.map_or("", |p| self.name(self.packages[p].name))
    }

    pub(super) fn obj_name(&self, obj: ObjId) -> &'a str {
        self.name(self.types.objects[obj].name)
    }

    /// Whether it is one of these functions of a package.
    pub(super) fn is_function_named(&self, obj: ObjId, path: &str, names: &[&str]) -> bool {
        let object = &self.types.objects[obj];
        object.is_func()
            && object.package_level
            && self.obj_path(obj) == Some(path)
            && names.contains(&self.name(object.name))
    }

    /// The type of a method's receiver.
    pub(super) fn recv_type(&self, obj: ObjId) -> Option<TypeId> {
        let object = &self.types.objects[obj];
        if !object.is_func() || !object.ty.is_some() {
            return None;
        }
        match &self.types.types[object.ty] {
            Type::Signature(sig) => sig.recv.map(|r| self.types.objects[r].ty),
            _ => None,
        }
    }

    /// Whether it is a method of an interface: neither a function nor one with a receiver.
    pub(super) fn is_interface_method(&self, obj: ObjId) -> bool {
        let object = &self.types.objects[obj];
        object.is_func() && !object.package_level && object.ty.is_some() && self.recv_type(obj).is_none()
    }

    /// The defined interface that a method of an interface was written in.
    fn interface_of(&self, method: ObjId) -> Option<NamedId> {
        self.types.named.iter_enumerated().find_map(|(id, named)| {
            let rhs = named.rhs.filter(|&t| t.is_some())?;
            let Type::Interface(iface) = self.types.types[rhs] else { return None };
            self.types.interfaces[iface].methods.iter().any(|m| m.obj == method).then_some(id)
        })
    }

    /// The defined type whose method it is.
    pub(super) fn recv_named(&self, obj: ObjId) -> Option<NamedId> {
        if self.is_interface_method(obj) {
            return self.interface_of(obj);
        }
        let (base, _) = self.types.deref(self.recv_type(obj)?);
        self.types.as_named(base)
    }

    /// Whether it is one of these methods of a type.
    pub(super) fn is_method_named(&self, obj: ObjId, path: &str, ty: &str, names: &[&str]) -> bool {
        names.contains(&self.obj_name(obj)) && self.recv_named(obj).is_some_and(|n| self.named_is(n, path, &[ty]))
    }

    fn named_is(&self, named: NamedId, path: &str, names: &[&str]) -> bool {
        let obj = self.types.named[self.types.origin(named)].obj;
        let object = &self.types.objects[obj];
        object.package_level && self.obj_path(obj) == Some(path) && names.contains(&self.name(object.name))
    }

    /// Whether it is one of these defined types of a package.
    pub(super) fn is_type_named(&self, ty: TypeId, path: &str, names: &[&str]) -> bool {
        self.types.as_named(ty).is_some_and(|n| self.named_is(n, path, names))
    }

    /// A type with full package paths.
    pub(super) fn type_string(&self, ty: TypeId) -> String {
        self.types.type_string(ty, self.interner, &|pkg| self.pkg_path(pkg).to_owned())
    }

    /// go/types' `FullName`: `fmt.Printf`, `(*testing.common).Errorf`.
    pub(super) fn full_name(&self, obj: ObjId) -> String {
        let name = self.obj_name(obj);
        if !self.types.objects[obj].is_func() {
            return name.to_owned();
        }
        if self.is_interface_method(obj) {
            return match self.interface_of(obj) {
                Some(named) => {
                    let owner = self.types.named[named].obj;
                    let path = self.obj_path(owner).map(|p| format!("{p}.")).unwrap_or_default();
                    format!("({path}{}).{name}", self.obj_name(owner))
                }
                None => format!("(interface).{name}"),
            };
        }
        match (self.recv_type(obj), self.obj_path(obj)) {
            (Some(recv), _) => format!("({}).{name}", self.type_string(recv)),
            (None, Some(path)) => format!("{path}.{name}"),
            (None, None) => name.to_owned(),
        }
    }

    /// Whether the package being vetted imports another one.
    pub(super) fn imports(&self, path: &str) -> bool {
        self.ast.files.iter().flat_map(|f| &f.decls).any(|&d| match self.ast.decls[d].kind {
            DeclKind::Import { path: Some(lit), .. } => match self.kind(lit) {
                ExprKind::Literal { text, .. } => {
                    crate::constant::unquote(self.name(*text)).is_some_and(|p| p == path.as_bytes())
                }
                _ => false,
            },
            _ => false,
        })
    }

    /// The language version of the file at a place, as its minor number.
    pub(super) fn version_at(&self, pos: Pos) -> u32 {
        let file = self.sources.file_of(pos);
        let index = self.ast.files.iter().position(|f| Some(f.file) == file);
        index.and_then(|i| self.pkg.file_versions.get(i)).map_or(27, |v| v.1)
    }

    /// What `x.name` finds for an exported name on a value that is not addressable.
    pub(super) fn lookup(&mut self, ty: TypeId, name: &str) -> Option<(ObjId, TypeId)> {
        let symbol = self.interner.get(name)?;
        match self.types.lookup(ty, false, NameMatch::Exact(Some(self.id), symbol)) {
            Lookup::Found { obj, ty, .. } => Some((obj, ty)),
            Lookup::Ambiguous | Lookup::NeedsPointer | Lookup::NotFound => None,
        }
    }

    /// The method of that name on a value that is not addressable, and its signature in words.
    pub(super) fn method(&mut self, ty: TypeId, name: &str) -> Option<(ObjId, Shape)> {
        let (obj, ty) = self.lookup(ty, name)?;
        if !self.types.objects[obj].is_func() {
            return None;
        }
        let shape = if ty.is_some() { self.shape(ty) } else { self.shape_as_written(obj) };
        Some((obj, shape?))
    }

    fn shape(&self, ty: TypeId) -> Option<Shape> {
        let Type::Signature(sig) = &self.types.types[ty] else { return None };
        let params = sig.params.iter().map(|p| self.type_string(p.ty)).collect();
        Some(Shape { params, results: sig.results.iter().map(|r| self.type_string(r.ty)).collect() })
    }

    /// Of a library's method that nobody has reached only the syntax is known.
    fn shape_as_written(&self, obj: ObjId) -> Option<Shape> {
        let object = &self.types.objects[obj];
        let pkg = &self.packages[object.pkg?];
        let func = pkg.ast.decls.iter().find_map(|d| match &d.kind {
            DeclKind::Func(f) if f.name.pos == object.pos => Some(f),
            _ => None,
        })?;
        let ExprKind::FuncType { params, results } = &pkg.ast.exprs[func.ty].kind else { return None };
        let text = |p: &crate::syntax::ast::Param| {
            let text = expr_string(&pkg.ast, self.interner, p.ty);
            if text == "State" && pkg.path == "fmt" { "fmt.State".to_owned() } else { text }
        };
        Some(Shape { params: params.iter().map(text).collect(), results: results.iter().map(text).collect() })
    }

    /// Whether values of the type can be converted to `error`.
    pub(super) fn is_error(&mut self, ty: TypeId) -> bool {
        self.method(ty, "Error").is_some_and(|(_, shape)| shape.is_stringer())
    }

    /// The types of a type parameter's constraint with their tildes; `None` if it restricts nothing. Others are their
    /// only one.
    pub(super) fn terms(&mut self, ty: TypeId) -> Option<Vec<(bool, TypeId)>> {
        match self.types.as_type_param(ty) {
            None => Some(vec![(false, ty)]),
            Some(tparam) => Some(self.types.tparam_terms(tparam)?.iter().map(|t| (t.tilde, t.ty)).collect()),
        }
    }

    /// Whether evaluating it does nothing but give a value.
    pub(super) fn no_effects(&self, e: ExprId) -> bool {
        let tree = Tree::below(self.ast, Node::Expr(e));
        let mut i = 0;
        while let Some(entry) = tree.entries.get(i) {
            i += 1;
            let Node::Expr(id) = entry.node else { continue };
            match self.kind(id) {
                ExprKind::Bad | ExprKind::TypeSwitchGuard { .. } => return false,
                ExprKind::Unary { op: UnaryOp::Recv, .. } => return false,
                ExprKind::Call { fun, .. } => {
                    let pure = matches!(
                        self.builtin(*fun),
                        Some(
                            Builtin::Len
                                | Builtin::Cap
                                | Builtin::Complex
                                | Builtin::Imag
                                | Builtin::Real
                                | Builtin::Make
                                | Builtin::New
                                | Builtin::Max
                                | Builtin::Min
                        )
                    );
                    let by_name = matches!(self.kind(self.unparen(*fun)), ExprKind::Name(_));
                    if !(self.is_type(*fun) || pure && by_name) {
                        return false;
                    }
                }
                ExprKind::FuncLit { .. }
                | ExprKind::ArrayType { .. }
                | ExprKind::SliceType(_)
                | ExprKind::StructType(_)
                | ExprKind::ChanType { .. }
                | ExprKind::FuncType { .. }
                | ExprKind::MapType { .. }
                | ExprKind::InterfaceType(_) => i = entry.end,
                ExprKind::Name(_)
                | ExprKind::Literal { .. }
                | ExprKind::CompositeLit { .. }
                | ExprKind::KeyValue { .. }
                | ExprKind::Paren(_)
                | ExprKind::Selector { .. }
                | ExprKind::Index { .. }
                | ExprKind::Slice { .. }
                | ExprKind::Assert { .. }
                | ExprKind::Unary { .. }
                | ExprKind::Binary { .. }
                | ExprKind::DotsType(_) => {}
            }
        }
        true
    }

    /// The text of an expression.
    pub(super) fn source(&self, e: ExprId) -> &'a str {
        let span = self.ast.exprs[e].span;
        let Some(file) = self.sources.file_of(span.lo) else { return "" };
        let file = self.sources.file(file);
        file.text().get(file.offset(span.lo)..file.offset(span.hi)).unwrap_or("")
    }

    /// An expression as gofmt prints it.
    pub(super) fn format(&self, e: ExprId) -> String {
        let text = self.source(e);
        if text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.') {
            return text.to_owned();
        }
        let (mut sources, mut names) = (SourceMap::new(), Interner::new());
        names.intern("x");
        // As a type it may be something that is no expression.
        let prefix = if self.is_type(e) { "type _ " } else { "var _ = " };
        let file = sources.add("expression", format!("package p\n\n{prefix}{text}\n"));
        let Ok(formatted) = print::format(&sources, file) else { return text.to_owned() };
        let at = formatted.find(prefix).map_or(0, |i| i + prefix.len());
        formatted[at..].trim_end_matches('\n').to_owned()
    }
}

impl<'a> Vet<'a> {
    /// The place of the next `byte` after an expression.
    pub(super) fn after(&self, e: ExprId, byte: u8) -> Pos {
        let hi = self.ast.exprs[e].span.hi;
        let Some(file) = self.sources.file_of(hi) else { return hi };
        let file = self.sources.file(file);
        let rest = &file.text().as_bytes()[file.offset(hi)..];
        Pos(hi.0 + rest.iter().position(|&b| b == byte).unwrap_or(0) as u32)
    }

    /// The declaration of a function or method of the package.
    pub(super) fn func_decl(&self, obj: ObjId) -> Option<DeclId> {
        self.ast.files.iter().flat_map(|f| &f.decls).copied().find(|&d| match &self.ast.decls[d].kind {
            DeclKind::Func(f) => self.pkg.defs.get(&f.name.id) == Some(&obj),
            _ => false,
        })
    }

    /// The receiver of a method.
    pub(super) fn recv_var(&self, method: ObjId) -> Option<ObjId> {
        let ty = self.types.objects[method].ty;
        match self.types.types.get(ty) {
            Some(Type::Signature(sig)) => sig.recv,
            _ => None,
        }
    }

    /// A function's signature in words.
    pub(super) fn signature_of(&self, func: ObjId) -> Option<Shape> {
        let ty = self.types.objects[func].ty;
        if ty.is_some() { self.shape(ty) } else { self.shape_as_written(func) }
    }

    /// The receiver of a method that is called, as go/types prints its type.
    pub(super) fn recv_string(&mut self, fun: ExprId, method: ObjId) -> String {
        if let Some(ty) = self.instance(fun, method) {
            return self.type_string(ty);
        }
        match (self.recv_type(method), self.interface_of(method)) {
            (Some(ty), _) => self.type_string(ty),
            (None, Some(named)) => {
                let obj = self.types.named[named].obj;
                match self.obj_path(obj) {
                    Some(path) => format!("{path}.{}", self.obj_name(obj)),
                    None => self.obj_name(obj).to_owned(),
                }
            }
            (None, None) => "interface".to_owned(),
        }
    }

    /// The full name of what is called; methods of generic types say of which instance.
    pub(super) fn callee_name(&mut self, fun: ExprId, callee: ObjId) -> String {
        match self.instance(fun, callee) {
            Some(ty) => format!("({}).{}", self.type_string(ty), self.obj_name(callee)),
            None => self.full_name(callee),
        }
    }

    /// The receiver type of a method of an instance of a generic type.
    fn instance(&mut self, fun: ExprId, method: ObjId) -> Option<TypeId> {
        let declared = self.recv_type(method)?;
        let (base, pointer) = self.types.deref(declared);
        self.types.named[self.types.as_named(base)?].instance_of.as_ref()?;
        let selection = self.pkg.selections.get(&self.unparen(fun))?;
        let (mut ty, path) = (selection.recv, selection.index.split_last()?.1);
        for &i in path {
            let (base, _) = self.types.deref(ty);
            let Type::Struct(fields) = self.types.under_type(base) else { return None };
            ty = fields.get(i)?.ty;
        }
        let (ty, _) = self.types.deref(ty);
        Some(if pointer { self.types.pointer(ty) } else { ty })
    }

    /// What the variable that a name denotes was declared with: the expression on the other side.
    pub(super) fn declared_value(&self, name: ExprId) -> Option<ExprId> {
        let obj = self.object_of(name)?;
        let declares = |&id: &ExprId| self.pkg.defs.get(&id) == Some(&obj);
        self.tree.entries.iter().find_map(|entry| match entry.node {
            Node::Stmt(s) => match &self.ast.stmts[s].kind {
                StmtKind::Define { lhs, rhs } => rhs.get(lhs.iter().position(declares)?).copied(),
                _ => None,
            },
            Node::Decl(d) => match &self.ast.decls[d].kind {
                DeclKind::Var { names, values, .. } => values.get(names.iter().position(|n| declares(&n.id))?).copied(),
                _ => None,
            },
            Node::File(_) | Node::Expr(_) => None,
        })
    }
}
