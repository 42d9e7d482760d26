//! Index and slice expressions.

use super::checker::Checker;
use super::consts::representable_const;
use super::errors::{self, Msg};
use super::info::Mode;
use super::operand::{Operand, Source};
use crate::syntax::ast::ExprId;
use crate::types::{Basic, BasicInfo, Type, TypeId};

impl<'a> Checker<'a> {
    /// `x[i]`; true if it is the instantiation of a generic function, which is then still to be done.
    pub(super) fn index_expr(&mut self, x: &mut Operand, e: ExprId, fun: ExprId, indices: &[ExprId]) -> bool {
        self.expr_or_type(x, fun, true);
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(indices);
                return false;
            }
            Mode::TypeExpr => {
                x.invalidate();
                x.ty = self.var_type(e);
                if self.types.is_valid(x.ty) {
                    x.mode = Mode::TypeExpr;
                }
                return false;
            }
            Mode::Value => {
                if matches!(self.types.under_type(x.ty), Type::Signature(sig) if !sig.tparams.is_empty()) {
                    return true;
                }
            }
            _ => {}
        }
        self.non_generic(None, x);
        if !x.is_valid() {
            return false;
        }
        if !self.index_complete(x.ty) {
            x.invalidate();
            return false;
        }
        let mut valid = false;
        let mut length = -1;
        let u = self.types.under(x.ty);
        match &self.types.types[u] {
            Type::Basic(basic) if basic.info().has(BasicInfo::STRING) => {
                valid = true;
                if x.is_const() {
                    length = x.val.as_bytes().map_or(-1, |b| b.len() as i64);
                }
                if self.types.is_untyped(x.ty) {
                    self.update_source_type(x.expr, TypeId::STRING, true);
                }
                x.mode = Mode::Value;
                x.ty = TypeId::BYTE;
            }
            &Type::Array { len, elem } => {
                valid = true;
                length = len;
                if x.mode != Mode::Variable {
                    x.mode = Mode::Value;
                }
                x.ty = elem;
            }
            &Type::Pointer(base) => {
                if let Type::Array { len, elem } = *self.types.under_type(base) {
                    valid = true;
                    length = len;
                    x.mode = Mode::Variable;
                    x.ty = elem;
                }
            }
            &Type::Slice(elem) => {
                valid = true;
                x.mode = Mode::Variable;
                x.ty = elem;
            }
            &Type::Map { key, value } => {
                self.map_index(x, e, indices, key, value);
                return false;
            }
            Type::Interface(_) if self.types.is_type_param(x.ty) => {
                if let Some((key, elem, mode, len)) = self.tparam_index(x) {
                    if let Some(key) = key {
                        self.map_index(x, e, indices, key, elem);
                        return false;
                    }
                    valid = true;
                    length = len;
                    x.mode = mode;
                    x.ty = elem;
                }
            }
            _ => {}
        }
        if !valid {
            let text = self.os(x);
            self.err(self.ast.exprs[e].pos, errors::cannot_index(text));
            self.use_exprs(indices);
            x.invalidate();
            return false;
        }
        let Some(index) = self.single_index(indices) else {
            x.invalidate();
            return false;
        };
        self.index(index, length);
        false
    }

    fn index_complete(&mut self, ty: TypeId) -> bool {
        if !self.is_complete(ty) {
            return false;
        }
        match *self.types.under_type(ty) {
            Type::Pointer(t) | Type::Map { value: t, .. } => self.is_complete(t),
            _ => true,
        }
    }

    fn map_index(&mut self, x: &mut Operand, e: ExprId, indices: &[ExprId], key: TypeId, value: TypeId) {
        let Some(index) = self.single_index(indices) else {
            x.invalidate();
            return;
        };
        let mut k = Operand::new();
        self.generic_expr(&mut k, index, None);
        self.assignment(&mut k, Some(key), "map index");
        x.mode = Mode::MapIndex;
        x.ty = value;
        x.expr = Source::Expr(e);
    }

    /// What indexing a value of a type parameter's type gives: key type of maps, element, mode, length.
    fn tparam_index(&mut self, x: &Operand) -> Option<(Option<TypeId>, TypeId, Mode, i64)> {
        let mut result: Option<(Option<TypeId>, TypeId)> = None;
        let mut mode = Mode::Variable;
        let mut length = -1;
        for (_, u) in self.types.type_set_of(x.ty)? {
            let mut l = -1;
            let mut key = None;
            let elem = match self.types.types[u] {
                Type::Basic(basic) if basic.info().has(BasicInfo::STRING) => {
                    mode = Mode::Value;
                    TypeId::BYTE
                }
                Type::Array { len, elem } => {
                    l = len;
                    if x.mode != Mode::Variable {
                        mode = Mode::Value;
                    }
                    elem
                }
                Type::Pointer(base) => match *self.types.under_type(base) {
                    Type::Array { len, elem } => {
                        l = len;
                        elem
                    }
                    _ => return None,
                },
                Type::Slice(elem) => elem,
                Type::Map { key: k, value } => {
                    key = Some(k);
                    value
                }
                _ => return None,
            };
            let Some((old_key, old_elem)) = result else {
                length = l;
                result = Some((key, elem));
                continue;
            };
            let keys = match (old_key, key) {
                (None, None) => true,
                (Some(a), Some(b)) => self.types.identical(a, b),
                _ => false,
            };
            if !keys || !self.types.identical(old_elem, elem) {
                return None;
            }
            if l >= 0 && (length < 0 || l < length) {
                length = l;
            }
        }
        result.map(|(key, elem)| (key, elem, mode, length))
    }

    fn single_index(&mut self, indices: &[ExprId]) -> Option<ExprId> {
        if let [_, second, ..] = indices {
            self.err(self.start(*second), errors::more_than_one_index());
        }
        indices.first().copied()
    }

    /// An index; its type and, if constant, its value (else -1). With `max >= 0` constants must be below it.
    pub(super) fn index(&mut self, e: ExprId, max: i64) -> (TypeId, i64) {
        let mut x = Operand::new();
        self.expr(None, &mut x, e);
        if !self.is_valid_index(&mut x, "InvalidIndex", "index", false) {
            return (TypeId::INVALID, -1);
        }
        if !x.is_const() {
            return (x.ty, -1);
        }
        let Some(v) = x.val.as_i64() else { return (TypeId::INVALID, -1) };
        if max >= 0 && v >= max {
            self.err(self.xpos(&x), errors::index_out_of_bounds(&x.val, max));
            return (TypeId::INVALID, -1);
        }
        (x.ty, v)
    }

    pub(super) fn is_valid_index(&mut self, x: &mut Operand, code: &'static str, what: &str, negative: bool) -> bool {
        if !x.is_valid() {
            return false;
        }
        self.convert_untyped(x, TypeId::INT);
        if !x.is_valid() {
            return false;
        }
        let complain = |c: &mut Self, x: &Operand, message: fn(&'static str, &str, String) -> Msg| {
            let text = c.os(x);
            c.err(c.xpos(x), message(code, what, text));
            false
        };
        if !self.all_integer(x.ty) {
            return complain(self, x, errors::must_be_integer);
        }
        if x.is_const() {
            if !negative && x.val.sign() < 0 {
                return complain(self, x, errors::must_not_be_negative);
            }
            match representable_const(&x.val, Basic::Int) {
                Some(value) => x.val = value,
                None => return complain(self, x, errors::overflows_int),
            }
        }
        true
    }

    /// `x[i:j:k]`
    pub(super) fn slice_expr(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        inner: ExprId,
        index: &[Option<ExprId>; 3],
        full: bool,
    ) {
        self.expr(None, x, inner);
        if !x.is_valid() {
            for &i in index.iter().flatten() {
                self.use_exprs(&[i]);
            }
            return;
        }
        let Some(cu) = self.sliceable(x) else {
            x.invalidate();
            return;
        };
        if let Type::Pointer(base) = *self.types.under_type(x.ty)
            && !self.is_complete(base)
        {
            x.invalidate();
            return;
        }
        let mut valid = false;
        let mut length = -1;
        match &self.types.types[cu] {
            Type::Basic(basic) if basic.info().has(BasicInfo::STRING) => {
                if full {
                    let at = index[2].unwrap_or(e);
                    self.err(self.start(at), errors::three_index_string());
                    x.invalidate();
                    return;
                }
                valid = true;
                if x.is_const() {
                    length = x.val.as_bytes().map_or(-1, |b| b.len() as i64);
                }
                if self.types.is_untyped(x.ty) {
                    self.update_source_type(x.expr, TypeId::STRING, true);
                    x.ty = TypeId::STRING;
                }
            }
            &Type::Array { len, elem } => {
                valid = true;
                length = len;
                if x.mode != Mode::Variable {
                    let text = self.os(x);
                    self.err(self.xpos(x), errors::slice_unaddressable(text));
                    x.invalidate();
                    return;
                }
                x.ty = self.types.slice(elem);
            }
            &Type::Pointer(base) => {
                if let Type::Array { len, elem } = *self.types.under_type(base) {
                    valid = true;
                    length = len;
                    x.ty = self.types.slice(elem);
                }
            }
            Type::Slice(_) => valid = true,
            _ => {}
        }
        if !valid {
            let text = self.os(x);
            self.err(self.xpos(x), errors::cannot_slice(text));
            x.invalidate();
            return;
        }
        x.mode = Mode::Value;
        if full && (index[1].is_none() || index[2].is_none()) {
            // Reported by the parser.
            x.invalidate();
            return;
        }
        let mut values = [-1i64; 3];
        for (i, part) in index.iter().enumerate() {
            values[i] = match part {
                Some(part) => self.index(*part, if length >= 0 { length + 1 } else { -1 }).1,
                None if i == 0 => 0,
                None if length >= 0 => length,
                None => -1,
            };
        }
        for i in 0..2 {
            if values[i] <= 0 {
                continue;
            }
            for j in i + 1..3 {
                if values[j] >= 0 && values[j] < values[i] {
                    let at = index[j].unwrap_or(e);
                    self.err(self.start(at), errors::invalid_slice_indices(values[j], values[i]));
                    return;
                }
            }
        }
    }

    /// The common underlying type of what is sliced; strings and byte slices go together as string.
    fn sliceable(&mut self, x: &Operand) -> Option<TypeId> {
        let Some(set) = self.types.type_set_of(x.ty) else {
            let (text, ty) = (self.os(x), self.ts(x.ty));
            self.err(self.xpos(x), errors::slice_no_specific_type(text, ty));
            return None;
        };
        let mut common: Option<(TypeId, TypeId)> = None;
        let mut has_string = false;
        for (t, u) in set {
            let mut u = u;
            if self.is_string(u) {
                u = self.types.slice(TypeId::BYTE);
                has_string = true;
            }
            match common {
                None => common = Some((t, u)),
                Some((ct, cu)) => {
                    if !self.types.identical(cu, u) {
                        let message = errors::slice_different_types(self.os(x), self.ts(ct), self.ts(t));
                        self.err(self.xpos(x), message);
                        return None;
                    }
                }
            }
        }
        if has_string {
            return Some(if self.types.is_type_param(x.ty) { TypeId::STRING } else { self.types.under(x.ty) });
        }
        common.map(|c| c.1)
    }
}
