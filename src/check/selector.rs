//! `x.sel`: qualified names, fields, methods.

use super::checker::Checker;
use super::errors;
use super::info::{Mode, SelectionKind};
use super::look::Typed;
use super::operand::{Operand, Source};
use crate::base::{Pos, Symbol};
use crate::syntax::ast::{DeclKind, ExprId, ExprKind, Ident};
use crate::types::{Lookup, NameMatch, ObjId, ObjKind, ParamType, PkgId, Type, TypeId};

/// Bodies of more words than this are taken to be too large for gc to inline.
const INLINED_WORDS: usize = 60;

impl Checker<'_> {
    pub(super) fn selector(&mut self, x: &mut Operand, e: ExprId, want_type: bool) {
        let ExprKind::Selector { x: inner, sel } = self.ast.exprs[e].kind else { return };
        let ok = self.selector_inner(x, e, inner, sel, want_type).is_some();
        if !ok {
            x.invalidate();
            x.ty = TypeId::INVALID;
        }
        x.expr = Source::Expr(e);
    }

    /// `None` when it is wrong.
    fn selector_inner(&mut self, x: &mut Operand, e: ExprId, inner: ExprId, sel: Ident, want_type: bool) -> Option<()> {
        if let ExprKind::Name(name) = self.ast.exprs[inner].kind
            && let Some((_, obj)) = self.lookup(name)
            && let ObjKind::PkgName(pkg) = self.obj(obj).kind
        {
            self.record_use(inner, obj);
            self.used_imports.insert(obj);
            if sel.name == self.symbols.cursor {
                self.cursor_here(Typed::Package(pkg), want_type);
                return None;
            }
            return self.qualified(x, e, pkg, sel);
        }
        self.expr_or_type(x, inner, false);
        if sel.name == self.symbols.cursor {
            let typed = match (x.mode, &self.ast.exprs[inner].kind) {
                (Mode::Invalid, ExprKind::Name(name)) if self.lookup(*name).is_none() => Typed::Unknown(*name),
                (Mode::Invalid | Mode::Builtin(_), _) => Typed::Nothing,
                (mode, _) => Typed::Of { ty: x.ty, var: mode == Mode::Variable, of_type: mode == Mode::TypeExpr },
            };
            self.cursor_here(typed, want_type);
            return None;
        }
        match x.mode {
            Mode::Invalid => return None,
            Mode::Builtin(_) => {
                let text = self.os(x);
                self.err(self.ast.exprs[e].pos, errors::builtin_in_selector(text));
                return None;
            }
            _ => {}
        }
        if !self.is_complete(x.ty) {
            return None;
        }
        if want_type {
            let text = self.es(e);
            self.err(sel.pos, errors::not_a_type(text));
            return None;
        }
        if let Type::Pointer(base) = *self.types.under_type(x.ty)
            && !self.is_complete(base)
        {
            return None;
        }
        let addressable = x.mode == Mode::Variable;
        let found = self.types.lookup_field_or_method(x.ty, addressable, Some(self.env.pkg), sel.name);
        let Lookup::Found { obj, index, indirect, ty, named } = found else {
            self.selector_error(x, sel, &found);
            return None;
        };
        if self.obj(obj).is_var() {
            if x.mode == Mode::TypeExpr {
                let message = errors::field_selector_of_type(self.name(sel.name), self.ts(x.ty));
                self.err(self.start(inner), message);
                return None;
            }
            self.record_selection(e, SelectionKind::Field, x.ty, obj, index, indirect);
            x.mode = if addressable || indirect { Mode::Variable } else { Mode::Value };
            x.ty = ty;
            return Some(());
        }
        let mut ty = ty;
        if let Some(named) = named {
            self.obj_decl(obj);
            ty = self.types.method_type(named, obj);
        }
        self.add_dep(obj);
        let Type::Signature(sig) = &self.types.types[ty] else { return None };
        let mut sig = sig.clone();
        let recv_name = sig.recv.map(|r| self.obj(r).name);
        sig.recv = None;
        sig.recv_tparams.clear();
        if x.mode == Mode::TypeExpr {
            self.record_selection(e, SelectionKind::MethodExpr, x.ty, obj, index, indirect);
            let mut name = Symbol::EMPTY;
            if sig.params.first().is_some_and(|p| p.name != Symbol::EMPTY) {
                name = recv_name.filter(|&n| n != Symbol::EMPTY).unwrap_or(Symbol::BLANK);
            }
            sig.params.insert(0, ParamType { name, ty: x.ty });
        } else {
            self.record_selection(e, SelectionKind::MethodVal, x.ty, obj, index, indirect);
        }
        x.mode = Mode::Value;
        x.ty = self.types.signature(sig);
        Some(())
    }

    /// Whether gc would know an unexported name of an imported package: its export data has what exported declarations mention,
    /// and of functions' bodies only of those small enough to be inlined.
    fn in_export_data(&self, pkg: PkgId, name: Symbol) -> bool {
        if let Some(listed) = &self.pkgs[pkg].unexported {
            return listed.iter().any(|n| n == self.name(name));
        }
        let word = self.name(name);
        let ast = &self.asts[pkg];
        let decls = ast.files.iter().flat_map(|f| &f.decls).map(|&d| &ast.decls[d]);
        let mentions = |lo: Pos, hi: Pos| {
            let Some(file) = self.sources.file_of(lo) else { return (false, 0) };
            let file = self.sources.file(file);
            let text = file.text().get(file.offset(lo)..file.offset(hi)).unwrap_or("");
            let words: Vec<&str> =
                text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
            (words.contains(&word), words.len())
        };
        decls.into_iter().any(|d| match &d.kind {
            DeclKind::Func(f) => {
                let Some(body) = f.body.map(|b| ast.stmts[b].span) else { return mentions(d.span.lo, d.span.hi).0 };
                let (inside, words) = mentions(body.lo, body.hi);
                self.is_exported(f.name.name) && (mentions(d.span.lo, body.lo).0 || inside && words <= INLINED_WORDS)
            }
            DeclKind::Type { name, .. } => self.is_exported(name.name) && mentions(d.span.lo, d.span.hi).0,
            DeclKind::Var { names, ty: Some(ty), .. } | DeclKind::Const { names, ty: Some(ty), .. } => {
                let span = ast.exprs[*ty].span;
                names.iter().any(|n| self.is_exported(n.name)) && mentions(span.lo, span.hi).0
            }
            DeclKind::Var { .. } | DeclKind::Const { .. } => false,
            DeclKind::Import { .. } => false,
        })
    }

    /// `name` (`F`, `T.Method`) as a program writes it, and why the library's package does not have it here, if that is so.
    fn lacking(&self, pkg: PkgId, name: &str) -> Option<String> {
        let lacking = &self.pkgs[pkg].lacking;
        let why = if lacking.why.is_empty() { String::new() } else { format!(": {}", lacking.why) };
        lacking.has(name).then(|| format!("{}.{name}{why}", self.name(self.pkgs[pkg].name)))
    }

    /// `pkg.sel`
    fn qualified(&mut self, x: &mut Operand, e: ExprId, pkg: PkgId, sel: Ident) -> Option<()> {
        let scope = self.pkgs[pkg].scope;
        let known = self.scopes[scope].get(sel.name);
        let Some(obj) = known.filter(|_| self.is_exported(sel.name) || self.in_export_data(pkg, sel.name)) else {
            if !self.is_exported(sel.name) && self.pkgs[pkg].unexported.is_some() && self.in_export_data(pkg, sel.name)
            {
                let message = errors::not_exported(self.name(sel.name), self.name(self.pkgs[pkg].name));
                self.err(sel.pos, message);
                return None;
            }
            if let Some(what) = self.lacking(pkg, self.name(sel.name)) {
                self.err(sel.pos, errors::lacking(what));
                return None;
            }
            let text = self.es(e);
            let want = self.name(sel.name).to_owned();
            let mut alts: Vec<String> = self.scopes[scope]
                .names
                .iter()
                .map(|n| n.0)
                .filter(|&n| self.is_exported(n))
                .map(|n| self.name(n).to_owned())
                .filter(|n| n.to_lowercase() == want.to_lowercase())
                .collect();
            crate::base::sort(&mut alts);
            let message = match alts.first() {
                Some(alt) => errors::undefined_but_have(text, alt),
                None => errors::undefined_imported(text),
            };
            self.err(sel.pos, message);
            return None;
        };
        if !self.is_exported(sel.name) {
            let message = errors::not_exported(self.name(sel.name), self.name(self.pkgs[pkg].name));
            self.err(sel.pos, message);
        }
        self.obj_decl(obj);
        self.add_dep(obj);
        self.record_use(sel.id, obj);
        let ty = self.obj(obj).ty;
        match &self.obj(obj).kind {
            ObjKind::Const(value) => {
                x.val = value.clone();
                x.mode = Mode::Constant;
            }
            ObjKind::TypeName => x.mode = Mode::TypeExpr,
            ObjKind::Var(_) => x.mode = Mode::Variable,
            ObjKind::Func => x.mode = Mode::Value,
            ObjKind::Builtin(b) => x.mode = Mode::Builtin(*b),
            ObjKind::PkgName(_) | ObjKind::Label | ObjKind::Nil => return None,
        }
        x.ty = ty;
        // The name itself also has the type, so that tables can be asked by either.
        let value = x.is_const().then(|| x.val.clone());
        self.record_value(sel.id, x.mode, ty, value);
        if !self.types.is_valid(ty) && !matches!(x.mode, Mode::Builtin(_)) {
            return None;
        }
        Some(())
    }

    fn selector_error(&mut self, x: &Operand, sel: Ident, found: &Lookup) {
        let u = self.types.under(x.ty);
        if !self.types.is_valid(u) {
            return;
        }
        let name = self.name(sel.name).to_owned();
        match found {
            Lookup::Ambiguous => {
                let text = self.xs(x);
                self.err(sel.pos, errors::ambiguous_selector(text, name));
            }
            Lookup::NeedsPointer => {
                let ty = self.ts(x.ty);
                let message = if x.mode == Mode::TypeExpr {
                    errors::method_expr_needs_pointer(ty, name)
                } else {
                    errors::cannot_call_pointer_method(name, ty)
                };
                self.err(sel.pos, message);
            }
            Lookup::NotFound | Lookup::Found { .. } => {
                let why = if self.types.is_interface_ptr(x.ty) {
                    self.interface_ptr_error(x.ty)
                } else {
                    let addressable = x.mode == Mode::Variable;
                    let alt = self.types.lookup(x.ty, addressable, NameMatch::Fold(self.interner, sel.name)).obj();
                    self.lookup_error(x.ty, sel.name, alt, false)
                };
                let text = self.xs(x);
                self.err(sel.pos, errors::selector_undefined(text, name, why));
            }
        }
    }

    /// Why there is no field or method `sel`; `alt` is one with a similar name.
    pub(super) fn lookup_error(&mut self, ty: TypeId, sel: Symbol, alt: Option<ObjId>, literal: bool) -> String {
        #[derive(PartialEq)]
        enum Why {
            Missing,
            Misspelled,
            Unexported,
            Inaccessible,
        }
        let (base, _) = self.types.deref(ty);
        if let Some(object) = self.types.as_named(base).map(|n| self.types.named[n].obj)
            && let Some(pkg) = self.obj(object).pkg
            && let name = format!("{}.{}", self.name(self.obj(object).name), self.name(sel))
            && let Some(what) = self.lacking(pkg, &name)
        {
            return errors::lacking(what).text;
        }
        let tail = |s: &str| s.chars().skip(1).collect::<String>();
        let (t, s) = (self.ts(ty), self.name(sel).to_owned());
        let mut why = Why::Missing;
        let (mut a, mut what) = (String::new(), "object");
        if let Some(alt) = alt {
            let object = self.obj(alt);
            a = self.name(object.name).to_owned();
            let alt_exported = object.exported;
            if object.pkg == Some(self.env.pkg) {
                why = Why::Misspelled;
            } else if self.is_exported(sel) {
                if alt_exported {
                    why = Why::Misspelled;
                } else if tail(&s) == tail(&a) {
                    why = Why::Unexported;
                }
            } else if alt_exported {
                if tail(&s) == tail(&a) {
                    why = Why::Misspelled;
                }
            } else if s == a {
                why = Why::Inaccessible;
            }
            if object.is_var() {
                what = "field";
            } else if object.is_func() {
                what = "method";
            }
        }
        match (literal, why) {
            (true, Why::Missing) => errors::unknown_field(s, t),
            (true, Why::Misspelled) => errors::unknown_field_but(s, t, a),
            (true, Why::Unexported) => errors::unknown_field_but_unexported(s, t, a),
            (true, Why::Inaccessible) => errors::unexported_field(a, t),
            (false, Why::Missing) => errors::no_field_or_method(t, s),
            (false, Why::Misspelled) => errors::no_field_or_method_but(t, s, what, a),
            (false, Why::Unexported) => errors::no_field_or_method_but_unexported(t, s, what, a),
            (false, Why::Inaccessible) => errors::cannot_refer_unexported(what, a),
        }
    }
}
