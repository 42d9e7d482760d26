//! Basic and composite literals.

use super::checker::Checker;
use super::errors;
use super::info::Mode;
use super::look::Typed;
use super::operand::{Operand, Source};
use crate::base::{Pos, Symbol};
use crate::constant::{self, Literal, Value};
use crate::syntax::ast::{ExprId, ExprKind, LitKind};
use crate::types::{Field, Lookup, NameMatch, Type, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

/// A constant as a key of a map literal: numbers are equal whatever their kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Bool(bool),
    Int(String),
    Float(u64),
    Complex(u64, u64),
    String(Vec<u8>),
    Other,
}

fn key_of(v: &Value) -> Key {
    match v {
        Value::Unknown => Key::Other,
        Value::Bool(b) => Key::Bool(*b),
        Value::String(s) => Key::String(s.to_vec()),
        Value::Int(_) | Value::BigInt(_) => Key::Int(v.to_string()),
        Value::Rat(_) | Value::Float(_) => match v.to_int() {
            Value::Unknown => Key::Float(v.to_f64().to_bits()),
            int => Key::Int(int.to_string()),
        },
        Value::Complex(c) => match v.to_float() {
            Value::Unknown => Key::Complex(c.0.to_f64().to_bits(), c.1.to_f64().to_bits()),
            float => key_of(&float),
        },
    }
}

impl Checker<'_> {
    pub(super) fn basic_lit(&mut self, x: &mut Operand, e: ExprId, kind: LitKind, text: Symbol) {
        let pos = self.start(e);
        let lit = self.interner.name(text);
        let numeric = matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imag);
        if numeric {
            if lit.len() > 10000 {
                let message = errors::excessively_long(&lit[..10], lit.len());
                self.err(pos, message);
                x.invalidate();
                return;
            }
            if !self.allow_version(13) && lit.len() > 2 {
                let b = lit.as_bytes();
                let radix = if b[0] == b'0' { b[1].to_ascii_lowercase() } else { 0 };
                let what = if lit.contains('_') {
                    "underscore in numeric literal"
                } else if radix == b'b' {
                    "binary literal"
                } else if radix == b'o' {
                    "0o/0O-style octal literal"
                } else if kind != LitKind::Int && radix == b'x' {
                    "hexadecimal floating-point literal"
                } else {
                    ""
                };
                if !what.is_empty() {
                    self.verify_version(pos, 13, what);
                }
            }
        }
        let lit = self.interner.name(text);
        let (kind, ty) = match kind {
            LitKind::Int => (Literal::Int, TypeId::UNTYPED_INT),
            LitKind::Float => (Literal::Float, TypeId::UNTYPED_FLOAT),
            LitKind::Imag => (Literal::Imag, TypeId::UNTYPED_COMPLEX),
            LitKind::Rune => (Literal::Rune, TypeId::UNTYPED_RUNE),
            LitKind::String => (Literal::String, TypeId::UNTYPED_STRING),
        };
        let val = constant::make_from_literal(lit, kind);
        if val == Value::Unknown {
            let message = errors::malformed_constant(lit);
            self.err(pos, message);
            x.invalidate();
            return;
        }
        x.mode = Mode::Constant;
        x.ty = ty;
        x.val = val;
        x.expr = Source::Expr(e);
        self.overflow(x, pos);
    }

    pub(super) fn composite_lit(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        ty: Option<ExprId>,
        elems: &[ExprId],
        rbrace: Pos,
        hint: Option<TypeId>,
    ) {
        let ast = self.ast;
        let (mut typ, base);
        let mut is_elem = false;
        let mut open_array = None;
        match (ty, hint) {
            (Some(t), _) => {
                if let ExprKind::ArrayType { len: None, elem } = ast.exprs[t].kind {
                    let elem = self.var_type(elem);
                    open_array = Some((t, elem));
                    typ = TypeId::INVALID;
                } else {
                    typ = self.typ(t);
                }
                base = typ;
            }
            (None, Some(hint)) => {
                typ = hint;
                let u = self.common_under(hint, None).unwrap_or(hint);
                let (b, ptr) = self.types.deref(u);
                base = if ptr { b } else { hint };
                is_elem = true;
            }
            (None, None) => {
                self.err(self.start(e), errors::missing_literal_type());
                typ = TypeId::INVALID;
                base = typ;
            }
        }
        if let Some((t, elem)) = open_array {
            let n = self.indexed_elems(elems, elem, -1);
            typ = self.types.array(n, elem);
            self.record_type(t, typ);
            x.mode = Mode::Value;
            x.ty = typ;
            return;
        }
        if !self.is_complete(base) {
            x.invalidate();
            return;
        }
        let u = self.common_under(base, None).ok();
        match u.map(|u| &self.types.types[u]) {
            Some(Type::Struct(fields)) => {
                let fields = fields.clone();
                let u = u.unwrap_or(base);
                self.struct_elems(x, &fields, u, base, elems, rbrace);
            }
            Some(&Type::Array { len, elem }) => {
                self.indexed_elems(elems, elem, len);
            }
            Some(&Type::Slice(elem)) => {
                self.indexed_elems(elems, elem, -1);
            }
            Some(&Type::Map { key, value }) => self.map_elems(x, key, value, elems),
            _ => {
                for &elem in elems {
                    let value = match ast.exprs[elem].kind {
                        ExprKind::KeyValue { value, .. } => value,
                        _ => elem,
                    };
                    self.use_exprs(&[value]);
                }
                if u.is_none_or(|u| self.types.is_valid(u)) {
                    let qualifier = if is_elem { " element" } else { "" };
                    let cause = if u.is_none() { " (no common underlying type)" } else { "" };
                    let text = self.ts(typ);
                    self.err(self.start(e), errors::invalid_composite_literal(qualifier, text, cause));
                    x.invalidate();
                    return;
                }
            }
        }
        x.mode = Mode::Value;
        x.ty = typ;
    }

    fn struct_elems(
        &mut self,
        x: &mut Operand,
        fields: &[Field],
        u: TypeId,
        base: TypeId,
        elems: &[ExprId],
        rbrace: Pos,
    ) {
        let ast = self.ast;
        let Some(&first) = elems.first() else { return };
        let at_cursor = |e: &ExprId| matches!(ast.exprs[*e].kind, ExprKind::Name(n) if n == self.symbols.cursor);
        if elems.iter().any(at_cursor) {
            self.cursor_here(Typed::Key(base), false);
        }
        if matches!(ast.exprs[first].kind, ExprKind::KeyValue { .. }) {
            let mut visited: Vec<(Vec<usize>, Symbol)> = Vec::new();
            for &elem in elems {
                let ExprKind::KeyValue { key, value } = ast.exprs[elem].kind else {
                    self.err(self.start(elem), errors::mixed_struct_literal());
                    continue;
                };
                self.keyed_field(x, u, base, elem, key, value, &mut visited);
            }
            return;
        }
        for (i, &elem) in elems.iter().enumerate() {
            if let ExprKind::KeyValue { .. } = ast.exprs[elem].kind {
                self.err(self.start(elem), errors::mixed_struct_literal());
                continue;
            }
            self.generic_expr(x, elem, None);
            let Some(field) = fields.get(i) else {
                let text = self.ts(base);
                self.err(self.xpos(x), errors::too_many_values(text));
                break;
            };
            if field.pkg.is_some_and(|p| p != self.env.pkg) {
                let message = errors::unexported_assignment(self.name(field.name), self.ts(base));
                self.err(self.xpos(x), message);
                continue;
            }
            self.assignment(x, Some(field.ty), "struct literal");
        }
        if elems.len() < fields.len() {
            let hidden = fields.iter().any(|f| f.pkg.is_some_and(|p| p != self.env.pkg));
            let text = self.ts(base);
            self.err(rbrace, errors::too_few_values(text, hidden));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one element of a literal with all its surroundings")]
    fn keyed_field(
        &mut self,
        x: &mut Operand,
        u: TypeId,
        base: TypeId,
        elem: ExprId,
        key: ExprId,
        value: ExprId,
        visited: &mut Vec<(Vec<usize>, Symbol)>,
    ) {
        // The value's type is needed for its own sake: element types do not hint at fields.
        self.generic_expr(x, value, None);
        let ExprKind::Name(name) = self.ast.exprs[key].kind else {
            let text = self.es(key);
            self.err(self.start(elem), errors::invalid_field_name(text));
            return;
        };
        let at = self.ast.exprs[key].pos;
        let found = self.types.lookup_field_or_method(u, false, Some(self.env.pkg), name);
        let Lookup::Found { obj, index, indirect, ty, .. } = found else {
            let alt = self.types.lookup(u, false, NameMatch::Fold(self.interner, name)).obj();
            let message = self.lookup_error(base, name, alt, true);
            self.err(at, errors::missing_literal_field(message));
            return;
        };
        if !self.obj(obj).is_var() {
            let text = self.es(key);
            self.err(at, errors::not_a_field(text));
            return;
        }
        if index.len() > 1 && !self.allow_version(27) {
            let what = errors::promoted_field(self.field_path(u, &index), self.ts(base));
            self.verify_version(at, 27, &what);
            return;
        }
        if indirect {
            let text = self.es(key);
            self.err(at, errors::implicit_indirection(text));
            return;
        }
        self.record_use(key, obj);
        self.assignment(x, Some(ty), "struct literal");
        let clash = visited.iter().find(|(path, _)| path.starts_with(&index) || index.starts_with(path)).cloned();
        match clash {
            Some((path, alt)) => {
                let (new, old) = (self.name(name).to_owned(), self.name(alt).to_owned());
                let message = if path == index {
                    errors::duplicate_field(new)
                } else if path.len() < index.len() {
                    errors::promoted_and_enclosing(new, old)
                } else {
                    errors::embedded_and_enclosed(new, old)
                };
                self.err(self.start(elem), message);
            }
            None => visited.push((index, name)),
        }
    }

    fn field_path(&mut self, ty: TypeId, index: &[usize]) -> String {
        let mut names = Vec::new();
        let mut ty = ty;
        for &i in index {
            let strukt = self.types.deref_struct_ptr(ty);
            let Type::Struct(fields) = self.types.under_type(strukt) else { break };
            let Some(field) = fields.get(i).cloned() else { break };
            names.push(self.name(field.name).to_owned());
            ty = field.ty;
        }
        names.join(".")
    }

    fn map_elems(&mut self, x: &mut Operand, key: TypeId, value: TypeId, elems: &[ExprId]) {
        let key_is_interface = self.types.is_non_tparam_interface(key);
        let mut visited: FxHashMap<Key, Vec<TypeId>> = FxHashMap::default();
        for &elem in elems {
            let ExprKind::KeyValue { key: k, value: v } = self.ast.exprs[elem].kind else {
                self.err(self.start(elem), errors::missing_key());
                continue;
            };
            self.generic_expr(x, k, Some(key));
            self.assignment(x, Some(key), "map literal");
            if !x.is_valid() {
                continue;
            }
            if x.is_const() {
                let entry = visited.entry(key_of(&x.val)).or_default();
                let duplicate = if key_is_interface {
                    let types = entry.clone();
                    entry.push(x.ty);
                    types.into_iter().any(|t| self.types.identical(t, x.ty))
                } else {
                    entry.push(x.ty);
                    entry.len() > 1
                };
                if duplicate {
                    self.err(self.xpos(x), errors::duplicate_key(&x.val));
                    continue;
                }
            }
            self.generic_expr(x, v, Some(value));
            self.assignment(x, Some(value), "map literal");
        }
    }

    /// Elements of an array or slice; the length they need.
    fn indexed_elems(&mut self, elems: &[ExprId], ty: TypeId, length: i64) -> i64 {
        let mut visited: FxHashSet<i64> = FxHashSet::default();
        let has_keys = elems.iter().any(|&e| matches!(self.ast.exprs[e].kind, ExprKind::KeyValue { .. }));
        let (mut index, mut max) = (0i64, 0i64);
        for &elem in elems {
            let mut valid = false;
            let mut value = elem;
            if let ExprKind::KeyValue { key, value: v } = self.ast.exprs[elem].kind {
                let (t, i) = self.index(key, length);
                if self.types.is_valid(t) {
                    if i >= 0 {
                        index = i;
                        valid = true;
                    } else {
                        let text = self.es(key);
                        self.err(self.start(elem), errors::index_not_constant(text));
                    }
                }
                value = v;
            } else if length >= 0 && index >= length {
                self.err(self.start(elem), errors::literal_index_out_of_bounds(index, length));
            } else {
                valid = true;
            }
            if valid && has_keys && !visited.insert(index) {
                self.err(self.start(elem), errors::duplicate_index(index));
            }
            index = index.saturating_add(1);
            max = max.max(index);
            let mut x = Operand::new();
            self.generic_expr(&mut x, value, Some(ty));
            self.assignment(&mut x, Some(ty), "array or slice literal");
        }
        max
    }
}
