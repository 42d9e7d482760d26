//! Names and type expressions.

use super::checker::{Action, Checker};
use super::errors;
use super::info::Mode;
use super::look::Typed;
use super::operand::{Operand, Source};
use crate::base::Symbol;
use crate::syntax::ast::{self, ExprId, ExprKind, UnaryOp};
use crate::types::{BasicInfo, ChanDir, ObjKind, Type, TypeId};

impl Checker<'_> {
    /// A name as an expression or type.
    pub(super) fn ident(&mut self, x: &mut Operand, e: ExprId, name: Symbol, want_type: bool) {
        x.invalidate();
        x.expr = Source::Expr(e);
        x.ty = TypeId::INVALID;
        let pos = self.ast.exprs[e].pos;
        let Some((scope, obj)) = self.lookup(name) else {
            if name == self.symbols.cursor {
                self.cursor_here(Typed::Name, want_type);
            }
            if name == Symbol::BLANK {
                self.err(pos, errors::cannot_use_blank());
            } else {
                let text = self.name(name).to_owned();
                self.err(pos, errors::undefined(text));
            }
            return;
        };
        if scope.is_none() && (name == self.symbols.any || name == self.symbols.comparable) {
            let what = errors::predeclared(self.name(name));
            if !self.verify_version(pos, 18, &what) {
                return;
            }
        }
        self.record_use(e, obj);
        let got_type = self.obj(obj).is_type_name();
        if !got_type && want_type {
            let text = self.name(name).to_owned();
            self.err(pos, errors::not_a_type_kind(text, self.object_kind(obj)));
            if self.obj(obj).is_var() && self.obj(obj).pkg == Some(self.env.pkg) {
                self.used_vars.insert(obj);
            }
            return;
        }
        let mut ty = self.obj(obj).ty;
        if !ty.is_some() || (got_type && want_type && self.obj(obj).pkg == Some(self.env.pkg)) {
            self.obj_decl(obj);
            ty = self.obj(obj).ty;
        }
        if let Some(scope) = scope
            && let Some(&import) = self.dot_imports.get(&(scope, name))
        {
            self.used_imports.insert(import);
        }
        match &self.obj(obj).kind {
            ObjKind::PkgName(_) => {
                let text = self.name(name).to_owned();
                self.err(pos, errors::package_not_in_selector(text));
                return;
            }
            ObjKind::Const(value) => {
                let value = value.clone();
                self.add_dep(obj);
                if !self.types.is_valid(ty) {
                    return;
                }
                x.val = value;
                if scope.is_none() && name == self.symbols.iota {
                    let Some(iota) = self.env.iota.clone() else {
                        self.err(pos, errors::iota_outside());
                        return;
                    };
                    x.val = iota;
                }
                x.mode = Mode::Constant;
            }
            ObjKind::TypeName => x.mode = Mode::TypeExpr,
            ObjKind::Var(_) => {
                if self.obj(obj).pkg == Some(self.env.pkg) {
                    self.used_vars.insert(obj);
                }
                self.add_dep(obj);
                if !self.types.is_valid(ty) {
                    return;
                }
                x.mode = Mode::Variable;
            }
            ObjKind::Func => {
                self.add_dep(obj);
                x.mode = Mode::Value;
            }
            ObjKind::Builtin(b) => x.mode = Mode::Builtin(*b),
            ObjKind::Nil => x.mode = Mode::NilValue,
            ObjKind::Label => return,
        }
        x.ty = ty;
    }

    /// A type.
    pub(super) fn typ(&mut self, e: ExprId) -> TypeId {
        self.declared_type(e)
    }

    /// A type that variables may have: no constraint.
    pub(super) fn var_type(&mut self, e: ExprId) -> TypeId {
        let ty = self.declared_type(e);
        self.valid_var_type(e, ty);
        ty
    }

    pub(super) fn valid_var_type(&mut self, e: ExprId, ty: TypeId) {
        // Only types that are or may turn out to be interfaces are of interest.
        match self.types.types[self.types.unalias(ty)] {
            Type::Named(_) | Type::Interface(_) => self.later(Action::VarType { at: e, ty }),
            Type::Basic(_) if matches!(self.types.types[ty], Type::Alias { .. }) => {
                self.later(Action::VarType { at: e, ty });
            }
            _ => {}
        }
    }

    pub(super) fn check_var_type(&mut self, at: ExprId, ty: TypeId) {
        if self.types.is_type_param(ty) {
            return;
        }
        let Some(iface) = self.types.as_interface(ty) else { return };
        let set = self.types.type_set(iface);
        if set.is_method_set() {
            return;
        }
        let comparable = set.comparable;
        let text = self.ts(ty);
        let message = if comparable { errors::comparable_outside(text) } else { errors::constraint_outside(text) };
        self.err(self.start(at), message);
    }

    pub(super) fn check_map_key(&mut self, at: ExprId, key: TypeId) {
        if !self.types.is_valid(key) || self.types.comparable(key) {
            return;
        }
        let why = if self.types.is_type_param(key) { " (missing comparable constraint)" } else { "" };
        let text = self.ts(key);
        self.err(self.start(at), errors::invalid_map_key(text, why));
    }

    pub(super) fn declared_type(&mut self, e: ExprId) -> TypeId {
        let mut ty = self.typ_internal(e);
        if self.types.is_generic(ty) {
            let text = self.ts(ty);
            self.err(self.start(e), errors::generic_type_without_instantiation(text));
            ty = TypeId::INVALID;
        }
        self.record_type(e, ty);
        ty
    }

    /// A generic type; `cause` gets why it is none.
    pub(super) fn generic_type(&mut self, e: ExprId, cause: &mut String) -> TypeId {
        let mut ty = self.typ_internal(e);
        if self.types.is_valid(ty) && !self.types.is_generic(ty) {
            *cause = errors::not_a_generic_type(self.ts(ty));
            ty = TypeId::INVALID;
        }
        self.record_type(e, ty);
        ty
    }

    fn typ_internal(&mut self, e: ExprId) -> TypeId {
        self.depth += 1;
        let ty = if self.depth > super::expr::MAX_DEPTH {
            self.err(self.start(e), errors::too_deep());
            TypeId::INVALID
        } else {
            self.typ_kind(e)
        };
        self.depth -= 1;
        ty
    }

    fn typ_kind(&mut self, e: ExprId) -> TypeId {
        let ast = self.ast;
        match &ast.exprs[e].kind {
            ExprKind::Bad => TypeId::INVALID,
            ExprKind::Name(name) => {
                let mut x = Operand::new();
                self.ident(&mut x, e, *name, true);
                self.type_operand(x)
            }
            ExprKind::Selector { .. } => {
                let mut x = Operand::new();
                self.selector(&mut x, e, true);
                self.type_operand(x)
            }
            ExprKind::Index { x, indices } => {
                self.verify_version(self.start(e), 18, "type instantiation");
                self.instantiated_type(*x, indices)
            }
            ExprKind::Paren(x) => self.declared_type(*x),
            ExprKind::ArrayType { len, elem } => {
                let n = match len {
                    Some(len) => self.array_length(*len),
                    None => {
                        self.err(self.start(e), errors::dots_array_outside());
                        -1
                    }
                };
                let elem = self.var_type(*elem);
                if n < 0 { TypeId::INVALID } else { self.types.array(n, elem) }
            }
            ExprKind::SliceType(elem) => {
                let elem = self.var_type(*elem);
                self.types.slice(elem)
            }
            ExprKind::DotsType(x) => {
                self.err(self.start(e), errors::invalid_tree());
                self.var_type(*x);
                TypeId::INVALID
            }
            ExprKind::StructType(fields) => self.struct_type(fields),
            ExprKind::Unary { op: UnaryOp::Deref, x } => {
                let base = self.var_type(*x);
                if self.types.is_valid(base) { self.types.pointer(base) } else { TypeId::INVALID }
            }
            ExprKind::FuncType { .. } => self.func_type(None, &[], e).ty,
            ExprKind::InterfaceType(elems) => self.interface_type(elems),
            ExprKind::MapType { key, value } => {
                let (k, v) = (self.var_type(*key), self.var_type(*value));
                self.later(Action::MapKey { at: *key, key: k });
                self.types.map(k, v)
            }
            ExprKind::ChanType { dir, elem } => {
                let elem = self.var_type(*elem);
                let dir = match dir {
                    ast::ChanDir::Both => ChanDir::Both,
                    ast::ChanDir::SendOnly => ChanDir::SendOnly,
                    ast::ChanDir::RecvOnly => ChanDir::RecvOnly,
                };
                self.types.chan(dir, elem)
            }
            _ => {
                let text = self.es(e);
                self.err(self.start(e), errors::not_a_type(text));
                self.use_exprs(&[e]);
                TypeId::INVALID
            }
        }
    }

    fn type_operand(&mut self, x: Operand) -> TypeId {
        match x.mode {
            Mode::TypeExpr => return x.ty,
            Mode::Invalid => {}
            Mode::NoValue => {
                self.err(self.xpos(&x), errors::invalid_tree());
            }
            _ => {
                let text = self.os(&x);
                self.err(self.xpos(&x), errors::not_a_type(text));
            }
        }
        TypeId::INVALID
    }

    fn array_length(&mut self, e: ExprId) -> i64 {
        if let ExprKind::Name(name) = self.ast.exprs[e].kind {
            let text = self.name(name).to_owned();
            match self.lookup(name) {
                None => {
                    self.err(self.start(e), errors::undefined_array_length(text));
                    return -1;
                }
                Some((_, obj)) if !self.obj(obj).is_const() => {
                    self.err(self.start(e), errors::invalid_array_length(text));
                    return -1;
                }
                Some(_) => {}
            }
        }
        let mut x = Operand::new();
        self.expr(None, &mut x, e);
        if !x.is_const() {
            if x.is_valid() {
                let text = self.os(&x);
                self.err(self.xpos(&x), errors::array_length_not_constant(text));
            }
            return -1;
        }
        let integer = self.is_integer(x.ty);
        if (self.types.is_untyped(x.ty) || integer)
            && let Some(n) = x.val.to_int().as_i64().filter(|&n| n >= 0)
        {
            return n;
        }
        let text = self.os(&x);
        let message = if integer { errors::invalid_array_length(text) } else { errors::array_length_not_integer(text) };
        self.err(self.xpos(&x), message);
        -1
    }

    /// Type arguments; `None` if one is invalid.
    pub(super) fn type_list(&mut self, list: &[ExprId]) -> Option<Vec<TypeId>> {
        let types: Vec<TypeId> = list.iter().map(|&e| self.var_type(e)).collect();
        types.iter().all(|&t| self.types.is_valid(t)).then_some(types)
    }

    pub(super) fn is_const_type(&mut self, ty: TypeId) -> bool {
        self.types.is_basic(ty, BasicInfo::CONST_TYPE)
    }
}
