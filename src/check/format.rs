//! Types, operands and objects as messages show them.

use super::checker::Checker;
use super::errors;
use super::info::Mode;
use super::operand::{Operand, Source};
use crate::syntax::ast::ExprId;
use crate::syntax::short::{expr_list_string, expr_string};
use crate::types::{ObjId, ObjKind, PkgId, Type, TypeId, TypePrinter, VarKind};
use std::fmt::Write as _;

/// Packages that in gc's eyes share their name with another one: an internal package that their declarations mention.
const NAMESAKES: [&str; 12] = [
    "crypto/aes",
    "crypto/ecdh",
    "crypto/ecdsa",
    "crypto/ed25519",
    "crypto/mldsa",
    "crypto/mlkem",
    "crypto/rsa",
    "crypto/sha3",
    "encoding/json",
    "html/template",
    "strconv",
    "sync",
];

impl Checker<'_> {
    /// The prefix of a package's names in messages.
    pub(super) fn qualify(&self, pkg: PkgId) -> String {
        if pkg == self.env.pkg {
            return String::new();
        }
        let name = self.pkgs[pkg].name;
        let twice = self.pkgs.iter().filter(|p| p.name == name).count() > 1;
        if twice || NAMESAKES.contains(&self.pkgs[pkg].path.as_str()) {
            return format!("{:?}", self.pkgs[pkg].path);
        }
        self.name(name).to_owned()
    }

    /// A type.
    pub(super) fn ts(&self, ty: TypeId) -> String {
        let qualify = |pkg| self.qualify(pkg);
        let note =
            |obj: ObjId| errors::shadows_predeclared(self.name(self.obj(obj).name), self.pos_string(self.obj(obj).pos));
        let mut p = TypePrinter::new(&self.types, self.interner, &qualify);
        p.shadow_note = Some(&note);
        p.ty(ty);
        p.finish()
    }

    /// An expression.
    pub(super) fn es(&self, e: ExprId) -> String {
        expr_string(self.ast, self.interner, e)
    }

    /// Several expressions in brackets.
    pub(super) fn es_list(&self, list: &[ExprId]) -> String {
        format!("[{}]", expr_list_string(self.ast, self.interner, list))
    }

    /// The expression of an operand.
    pub(super) fn xs(&self, x: &Operand) -> String {
        match x.expr {
            Source::None => String::new(),
            Source::Expr(e) => self.es(e),
            Source::Name(_, name) => self.name(name).to_owned(),
        }
    }

    /// An operand with everything known about it.
    pub(super) fn os(&mut self, x: &Operand) -> String {
        if x.is_nil() {
            return match x.ty {
                TypeId::INVALID => "nil (with invalid type)".to_owned(),
                TypeId::UNTYPED_NIL => "nil".to_owned(),
                ty => format!("nil (of type {})", self.ts(ty)),
            };
        }
        let mut expr = self.xs(x);
        if x.expr == Source::None {
            match x.mode {
                Mode::Builtin(b) => expr = b.name().to_owned(),
                Mode::TypeExpr => expr = self.ts(x.ty),
                Mode::Constant => expr = x.val.to_string(),
                _ => {}
            }
        }
        let mut out = String::new();
        if !expr.is_empty() {
            let _ = write!(out, "{expr} (");
        }
        let mut has_type = false;
        match x.mode {
            Mode::Invalid | Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr => {}
            _ if self.types.is_untyped(x.ty) => {
                let _ = write!(out, "{} ", self.ts(x.ty));
            }
            _ => has_type = true,
        }
        out.push_str(match x.mode {
            Mode::Invalid => "invalid operand",
            Mode::NoValue => "no value",
            Mode::Builtin(_) => "built-in",
            Mode::TypeExpr => "type",
            Mode::Constant => "constant",
            Mode::Variable => "variable",
            Mode::MapIndex => "map index expression",
            Mode::Value => "value",
            Mode::NilValue => "nil",
            Mode::CommaOk => "comma, ok expression",
        });
        if x.is_const() {
            let value = x.val.to_string();
            if value != expr {
                let _ = write!(out, " {value}");
            }
        }
        if has_type {
            self.operand_type(&mut out, x.ty);
        }
        if !expr.is_empty() {
            out.push(')');
        }
        out
    }

    fn operand_type(&mut self, out: &mut String, ty: TypeId) {
        if !self.types.is_valid(ty) {
            out.push_str(" with invalid type");
            return;
        }
        let tparam = self.types.as_type_param(ty);
        let mut desc = String::new();
        if self.types.is_generic(ty) {
            desc.push_str("generic ");
        }
        let named = matches!(self.types.types[ty], Type::Named(_) | Type::Alias { .. });
        if tparam.is_none() && named && ty != TypeId::BYTE && ty != TypeId::RUNE {
            let what = self.composite_kind(ty);
            if what.is_empty() {
                let u = self.types.under(ty);
                desc.push_str(&self.ts(u));
            } else {
                desc.push_str(what);
            }
            desc.push(' ');
        }
        let _ = write!(out, " of {desc}type {}", self.ts(ty));
        if let Some(tparam) = tparam {
            let bound = self.types.tparams[tparam].constraint;
            let _ = write!(out, " constrained by {}", self.ts(bound));
            if let Some(iface) = self.types.as_interface(ty)
                && self.types.type_set(iface).is_empty()
            {
                out.push_str(" with empty type set");
            }
        }
    }

    /// `slice`, `struct`…; empty for basic types.
    pub(super) fn composite_kind(&mut self, ty: TypeId) -> &'static str {
        match self.types.under_type(ty) {
            Type::Array { .. } => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Signature(_) => "func",
            Type::Interface(_) => "interface",
            Type::Map { .. } => "map",
            Type::Chan { .. } => "chan",
            Type::Tuple(_) => "tuple",
            Type::Union(_) => "union",
            Type::Basic(_) | Type::Named(_) | Type::Alias { .. } | Type::TypeParam(_) => "",
        }
    }

    /// What kind of thing an object is.
    pub(super) fn object_kind(&self, obj: ObjId) -> &'static str {
        let object = self.obj(obj);
        match object.kind {
            ObjKind::PkgName(_) => "package name",
            ObjKind::Const(_) => "constant",
            ObjKind::TypeName => match self.types.types.get(object.ty) {
                Some(Type::Alias { .. }) => "type alias",
                Some(Type::TypeParam(_)) => "type parameter",
                _ => "defined type",
            },
            ObjKind::Var(kind) => match kind {
                VarKind::Package => "package-level variable",
                VarKind::Local => "local variable",
                VarKind::Recv => "receiver",
                VarKind::Param => "parameter",
                VarKind::Result => "result variable",
                VarKind::Field => "struct field",
            },
            ObjKind::Func => "function",
            ObjKind::Label => "label",
            ObjKind::Builtin(_) => "built-in function",
            ObjKind::Nil => "untyped nil",
        }
    }

    /// An object with its type, such as `var x int`.
    pub(super) fn object_string(&mut self, obj: ObjId) -> String {
        let object = self.obj(obj).clone();
        let name = self.name(object.name).to_owned();
        let typed = |c: &Self| if object.ty.is_some() { format!(" {}", c.ts(object.ty)) } else { String::new() };
        match object.kind {
            ObjKind::PkgName(pkg) => {
                let path = &self.pkgs[pkg].path;
                if *path == name { format!("package {name}") } else { format!("package {name} ({path:?})") }
            }
            ObjKind::Const(_) => format!("const {name}{}", typed(self)),
            ObjKind::TypeName => {
                let under = self.types.under(object.ty);
                format!("type {name} {}", self.ts(under))
            }
            ObjKind::Var(VarKind::Field) => format!("field {name}{}", typed(self)),
            ObjKind::Var(_) => format!("var {name}{}", typed(self)),
            ObjKind::Func => {
                let sig = self.signature_string(object.ty, true, false);
                format!("func {name}{sig}")
            }
            ObjKind::Label => format!("label {name}"),
            ObjKind::Builtin(_) => format!("builtin {name}"),
            ObjKind::Nil => "nil".to_owned(),
        }
    }

    /// Parameters and results of a function type.
    pub(super) fn signature_string(&self, ty: TypeId, names: bool, pkg_info: bool) -> String {
        let Some(Type::Signature(sig)) = self.types.types.get(ty) else { return String::new() };
        let relative = |pkg: PkgId| self.qualify(pkg);
        let full = |pkg: PkgId| self.pkgs[pkg].path.clone();
        let mut p = TypePrinter::new(&self.types, self.interner, if pkg_info { &full } else { &relative });
        p.param_names = names;
        p.pkg_info = pkg_info;
        p.signature(sig);
        p.finish()
    }

    /// Types of arguments or results, for `have (…)` and `want (…)`.
    pub(super) fn types_summary(&mut self, list: &[TypeId], variadic: bool, has_dots: bool) -> String {
        let mut parts = Vec::new();
        for (i, &ty) in list.iter().enumerate() {
            let last = i + 1 == list.len();
            let mut text = if ty == TypeId::NONE || !self.types.is_valid(ty) {
                "unknown type".to_owned()
            } else if self.types.is_untyped(ty) {
                if self.types.is_basic(ty, crate::types::BasicInfo::NUMERIC) {
                    "number".to_owned()
                } else {
                    self.ts(ty).replace("untyped ", "")
                }
            } else {
                self.ts(ty)
            };
            if last && variadic {
                if let Type::Slice(elem) = self.types.types[ty] {
                    text = self.ts(elem);
                }
                text = format!("...{text}");
            } else if last && has_dots {
                text.push_str("...");
            }
            parts.push(text);
        }
        format!("({})", parts.join(", "))
    }
}
