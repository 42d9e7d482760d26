//! Calls of predeclared functions and of those of package unsafe.

use super::checker::Checker;
use super::errors;
use super::info::{Mode, SelectionKind};
use super::operand::{Operand, Source};
use crate::constant::{self, Op, Value};
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{BasicInfo, Builtin, ChanDir, Lookup, Type, TypeId};

/// How many arguments a builtin takes, and whether more are allowed.
fn arity(id: Builtin) -> (usize, bool) {
    match id {
        Builtin::Append | Builtin::Make | Builtin::Max | Builtin::Min => (1, true),
        Builtin::Print | Builtin::Println => (0, true),
        Builtin::Recover => (0, false),
        Builtin::Complex
        | Builtin::Copy
        | Builtin::Delete
        | Builtin::UnsafeAdd
        | Builtin::UnsafeSlice
        | Builtin::UnsafeString => (2, false),
        _ => (1, false),
    }
}

impl<'a> Checker<'a> {
    /// Checks a call of a builtin; false if it is wrong.
    pub(super) fn builtin(&mut self, x: &mut Operand, call: ExprId, id: Builtin) -> bool {
        let saved = self.env.has_call_or_recv;
        let len_or_cap = matches!(id, Builtin::Len | Builtin::Cap);
        if len_or_cap {
            self.env.has_call_or_recv = false;
        }
        let ok = self.builtin_inner(x, call, id).is_some();
        if len_or_cap {
            self.env.has_call_or_recv = saved;
        }
        ok
    }

    fn builtin_inner(&mut self, x: &mut Operand, call: ExprId, id: Builtin) -> Option<()> {
        let ast = self.ast;
        let ExprKind::Call { fun, args: list, has_dots, .. } = &ast.exprs[call].kind else { return None };
        let (fun, has_dots) = (*fun, *has_dots);
        if has_dots && id != Builtin::Append {
            self.err(self.start(call), errors::dots_with_builtin(id.name()));
            self.use_exprs(list);
            return None;
        }
        let mut args: Vec<Operand> = Vec::new();
        let nargs;
        match id {
            Builtin::Make | Builtin::New | Builtin::UnsafeOffsetof => nargs = list.len(),
            _ => {
                args = self.expr_list(list);
                nargs = args.len();
                if args.iter().any(|a| !a.is_valid()) {
                    return None;
                }
                if let Some(first) = args.first() {
                    *x = first.clone();
                }
            }
        }
        let (want, variadic) = arity(id);
        let qualifier = if nargs < want {
            "not enough"
        } else if !variadic && nargs > want {
            "too many"
        } else {
            ""
        };
        if !qualifier.is_empty() {
            let text = self.es(call);
            self.err(self.start(call), errors::builtin_argument_count(qualifier, text, want, nargs));
            return None;
        }
        let fun_pos = self.start(fun);
        match id {
            Builtin::Append => self.append(x, call, &mut args, has_dots)?,
            Builtin::Cap | Builtin::Len => self.len_cap(x, id)?,
            Builtin::Clear => {
                self.verify_version(fun_pos, 21, "clear");
                let operand = x.clone();
                self.under_is(x.ty, &mut |c, u| {
                    let ok = u.is_some_and(|u| matches!(c.types.types[u], Type::Map { .. } | Type::Slice(_)));
                    if !ok {
                        let text = c.os(&operand);
                        c.err(c.xpos(&operand), errors::cannot_clear(text));
                    }
                    ok
                })
                .then_some(())?;
                x.mode = Mode::NoValue;
            }
            Builtin::Close => {
                let operand = x.clone();
                self.under_is(x.ty, &mut |c, u| {
                    let dir = u.and_then(|u| match c.types.types[u] {
                        Type::Chan { dir, .. } => Some(dir),
                        _ => None,
                    });
                    let message = match dir {
                        None => errors::close_non_channel(c.os(&operand)),
                        Some(ChanDir::RecvOnly) => errors::close_receive_only(c.os(&operand)),
                        Some(_) => return true,
                    };
                    c.err(c.xpos(&operand), message);
                    false
                })
                .then_some(())?;
                x.mode = Mode::NoValue;
            }
            Builtin::Complex => self.complex(x, call, &mut args)?,
            Builtin::Copy => self.copy(x, &args)?,
            Builtin::Delete => {
                let operand = x.clone();
                let mut key: Option<TypeId> = None;
                self.under_is(x.ty, &mut |c, u| {
                    let k = u.and_then(|u| match c.types.types[u] {
                        Type::Map { key, .. } => Some(key),
                        _ => None,
                    });
                    let Some(k) = k else {
                        let text = c.os(&operand);
                        c.err(c.xpos(&operand), errors::not_a_map(text));
                        return false;
                    };
                    if key.is_some_and(|old| !c.types.identical(old, k)) {
                        let text = c.os(&operand);
                        c.err(c.xpos(&operand), errors::maps_key_types(text));
                        return false;
                    }
                    key = Some(k);
                    true
                })
                .then_some(())?;
                *x = args[1].clone();
                self.assignment(x, key, "argument to delete");
                x.is_valid().then_some(())?;
                x.mode = Mode::NoValue;
            }
            Builtin::Imag | Builtin::Real => self.real_imag(x, id)?,
            Builtin::Make => self.make(x, call, list)?,
            Builtin::Max | Builtin::Min => self.min_max(x, id, fun, &mut args)?,
            Builtin::New => {
                let arg = list[0];
                self.expr_or_type(x, arg, false);
                self.exclude(x, true, true, false);
                match x.mode {
                    Mode::Invalid => return None,
                    Mode::TypeExpr => self.valid_var_type(arg, x.ty),
                    _ => {
                        if self.types.is_untyped(x.ty) {
                            self.assignment(x, None, "argument to new");
                            x.is_valid().then_some(())?;
                        }
                        if !self.allow_version(26) {
                            let what = format!("new({})", self.es(arg));
                            self.verify_version(fun_pos, 26, &what);
                        }
                    }
                }
                x.mode = Mode::Value;
                x.ty = self.types.pointer(x.ty);
            }
            Builtin::Panic => {
                self.panics.insert((self.env.pkg, call));
                self.assignment(x, Some(TypeId::EMPTY_INTERFACE), "argument to panic");
                x.is_valid().then_some(())?;
                x.mode = Mode::NoValue;
            }
            Builtin::Print | Builtin::Println => {
                let context = errors::argument_to_builtin(id.name());
                for a in &mut args {
                    self.assignment(a, None, &context);
                    a.is_valid().then_some(())?;
                }
                x.mode = Mode::NoValue;
            }
            Builtin::Recover => {
                x.mode = Mode::Value;
                x.ty = TypeId::EMPTY_INTERFACE;
            }
            Builtin::UnsafeAdd => {
                self.verify_version(fun_pos, 17, "unsafe.Add");
                self.assignment(x, Some(TypeId::UNSAFE_POINTER), "argument to unsafe.Add");
                x.is_valid().then_some(())?;
                self.is_valid_index(&mut args[1], "InvalidUnsafeAdd", "length", true).then_some(())?;
                x.mode = Mode::Value;
                x.ty = TypeId::UNSAFE_POINTER;
            }
            Builtin::UnsafeAlignof | Builtin::UnsafeSizeof => {
                let align = id == Builtin::UnsafeAlignof;
                let context = if align { "argument to unsafe.Alignof" } else { "argument to unsafe.Sizeof" };
                self.assignment(x, None, context);
                x.is_valid().then_some(())?;
                if self.has_var_size(x.ty) {
                    x.mode = Mode::Value;
                } else {
                    let size = if align { self.types.alignof(x.ty) } else { self.types.sizeof(x.ty) };
                    if size < 0 {
                        let text = self.os(x);
                        self.err(self.xpos(x), errors::too_large(text));
                        return None;
                    }
                    x.mode = Mode::Constant;
                    x.val = Value::Int(size);
                }
                x.ty = TypeId::UINTPTR;
            }
            Builtin::UnsafeOffsetof => self.offsetof(x, list[0])?,
            Builtin::UnsafeSlice => {
                self.verify_version(fun_pos, 17, "unsafe.Slice");
                let u = self.common_under(x.ty, None).ok();
                let Some(&Type::Pointer(base)) = u.map(|u| &self.types.types[u]) else {
                    let text = self.os(x);
                    self.err(self.xpos(x), errors::not_a_pointer(text));
                    return None;
                };
                self.is_valid_index(&mut args[1], "InvalidUnsafeSlice", "length", false).then_some(())?;
                x.mode = Mode::Value;
                x.ty = self.types.slice(base);
            }
            Builtin::UnsafeSliceData => {
                self.verify_version(fun_pos, 20, "unsafe.SliceData");
                let u = self.common_under(x.ty, None).ok();
                let Some(&Type::Slice(elem)) = u.map(|u| &self.types.types[u]) else {
                    let text = self.os(x);
                    self.err(self.xpos(x), errors::not_a_slice(text));
                    return None;
                };
                x.mode = Mode::Value;
                x.ty = self.types.pointer(elem);
            }
            Builtin::UnsafeString => {
                self.verify_version(fun_pos, 20, "unsafe.String");
                let bytes = self.types.pointer(TypeId::BYTE);
                self.assignment(x, Some(bytes), "argument to unsafe.String");
                x.is_valid().then_some(())?;
                self.is_valid_index(&mut args[1], "InvalidUnsafeString", "length", false).then_some(())?;
                x.mode = Mode::Value;
                x.ty = TypeId::STRING;
            }
            Builtin::UnsafeStringData => {
                self.verify_version(fun_pos, 20, "unsafe.StringData");
                self.assignment(x, Some(TypeId::STRING), "argument to unsafe.StringData");
                x.is_valid().then_some(())?;
                x.mode = Mode::Value;
                x.ty = self.types.pointer(TypeId::BYTE);
            }
        }
        Some(())
    }

    /// The element type of slices.
    fn slice_elem(&mut self, x: &Operand) -> Result<TypeId, String> {
        let Some(set) = self.types.type_set_of(x.ty) else {
            return Err(errors::must_be_slice(self.os(x)));
        };
        let mut elem: Option<TypeId> = None;
        for (_, u) in set {
            let Type::Slice(e) = self.types.types[u] else {
                let have = if x.is_nil() { "untyped nil".to_owned() } else { self.os(x) };
                return Err(errors::must_be_slice(have));
            };
            match elem {
                None => elem = Some(e),
                Some(old) => {
                    if !self.types.identical(old, e) {
                        let x = self.os(x);
                        return Err(errors::mismatched_slice_elements(self.ts(old), self.ts(e), x));
                    }
                }
            }
        }
        elem.ok_or_else(errors::no_specific_type)
    }

    /// Whether all types of the set are byte slices or strings, and whether a string is among them.
    fn bytes_or_string(&mut self, ty: TypeId) -> Option<bool> {
        let mut has_string = false;
        for (_, u) in self.types.type_set_of(ty)? {
            let elem = match self.types.types[u] {
                Type::Slice(e) => Some(e),
                _ => None,
            };
            if elem.is_some_and(|e| self.types.identical(e, TypeId::BYTE)) {
                continue;
            }
            if !self.is_string(u) {
                return None;
            }
            has_string = true;
        }
        Some(has_string)
    }

    fn append(&mut self, x: &mut Operand, call: ExprId, args: &mut [Operand], has_dots: bool) -> Option<()> {
        let elem = match self.slice_elem(x) {
            Ok(elem) => elem,
            Err(why) => {
                self.err(self.xpos(x), errors::invalid_append(why));
                return None;
            }
        };
        let ty = x.ty;
        let mut special = false;
        if args.len() == 2 && has_dots {
            let bytes = self.types.slice(TypeId::BYTE);
            if self.assignable_to(x, bytes, None).0 && self.bytes_or_string(args[1].ty) == Some(true) {
                // append([]byte, string...)
                special = true;
                if self.types.is_untyped(args[1].ty) {
                    let y = &mut args[1];
                    self.convert_untyped(y, TypeId::STRING);
                }
            }
        }
        if !special {
            let slice = self.types.slice(elem);
            let sig = self.plain_signature(&[ty, slice], &[ty], true);
            self.arguments(call, sig, Vec::new(), &[], args, &[]);
        }
        x.mode = Mode::Value;
        x.ty = ty;
        Some(())
    }

    fn len_cap(&mut self, x: &mut Operand, id: Builtin) -> Option<()> {
        let is_len = id == Builtin::Len;
        let u = self.types.under(x.ty);
        let t = self.types.array_ptr_deref(u);
        let mut mode = Mode::Invalid;
        let mut val = Value::Unknown;
        match &self.types.types[t] {
            Type::Basic(basic) if basic.info().has(BasicInfo::STRING) && is_len => {
                if x.is_const() {
                    mode = Mode::Constant;
                    val = Value::Int(x.val.as_bytes().map_or(0, |b| b.len() as i64));
                } else {
                    mode = Mode::Value;
                }
            }
            &Type::Array { len, .. } => {
                mode = Mode::Value;
                if !self.env.has_call_or_recv {
                    mode = Mode::Constant;
                    val = if len >= 0 { Value::Int(len) } else { Value::Unknown };
                }
            }
            Type::Slice(_) | Type::Chan { .. } => mode = Mode::Value,
            Type::Map { .. } if is_len => mode = Mode::Value,
            Type::Interface(_) if self.types.is_type_param(x.ty) => {
                let ok = self.under_is(x.ty, &mut |c, u| {
                    let Some(u) = u else { return false };
                    let t = c.types.array_ptr_deref(u);
                    match &c.types.types[t] {
                        Type::Basic(basic) => basic.info().has(BasicInfo::STRING) && is_len,
                        Type::Array { .. } | Type::Slice(_) | Type::Chan { .. } => true,
                        Type::Map { .. } => is_len,
                        _ => false,
                    }
                });
                if ok {
                    mode = Mode::Value;
                }
            }
            _ => {}
        }
        if mode == Mode::Invalid {
            if self.types.is_valid(u) {
                let text = self.os(x);
                self.err(self.xpos(x), errors::invalid_len_cap(text, id.name(), is_len));
            }
            return None;
        }
        if self.types.is_untyped(x.ty) {
            // gc leaves a constant operand untyped.
            let ty = self.types.default_type(x.ty);
            self.update_source_type(x.expr, ty, true);
        }
        x.mode = mode;
        x.ty = TypeId::INT;
        x.val = val;
        Some(())
    }

    fn complex(&mut self, x: &mut Operand, call: ExprId, args: &mut [Operand]) -> Option<()> {
        let y = &mut args[1];
        match (self.types.is_untyped(x.ty), self.types.is_untyped(y.ty)) {
            (false, false) => {}
            (true, false) => self.convert_untyped(x, y.ty),
            (false, true) => self.convert_untyped(y, x.ty),
            (true, true) => {
                if x.is_const() && y.is_const() {
                    for op in [&mut *x, &mut *y] {
                        if self.is_numeric(op.ty) && op.val.imag().sign() == 0 {
                            op.ty = TypeId::UNTYPED_FLOAT;
                        }
                    }
                } else {
                    self.convert_untyped(x, TypeId::FLOAT64);
                    self.convert_untyped(y, TypeId::FLOAT64);
                }
            }
        }
        if !x.is_valid() || !y.is_valid() {
            return None;
        }
        if !self.types.identical(x.ty, y.ty) {
            let message = errors::mismatched_complex(self.es(call), self.ts(x.ty), self.ts(y.ty));
            self.err(self.xpos(x), message);
            return None;
        }
        let result = self.apply_type_func(x, Builtin::Complex, &|ty| match ty {
            TypeId::FLOAT32 => Some(TypeId::COMPLEX64),
            TypeId::FLOAT64 => Some(TypeId::COMPLEX128),
            TypeId::UNTYPED_FLOAT => Some(TypeId::UNTYPED_COMPLEX),
            _ => None,
        });
        let Some(result) = result else {
            let text = self.ts(x.ty);
            self.err(self.xpos(x), errors::expected_floating_point(text));
            return None;
        };
        if result == TypeId::INVALID {
            return None;
        }
        if x.is_const() && y.is_const() {
            let im = Value::make_imag(y.val.to_float());
            x.val = constant::binary_op(&x.val.to_float(), Op::Add, &im);
        } else {
            x.mode = Mode::Value;
        }
        x.ty = result;
        Some(())
    }

    /// The result type of `real`, `imag` and `complex`.
    fn apply_type_func(&mut self, x: &Operand, id: Builtin, f: &dyn Fn(TypeId) -> Option<TypeId>) -> Option<TypeId> {
        if self.types.is_type_param(x.ty) {
            let ok = self.under_is(x.ty, &mut |_, u| u.and_then(f).is_some());
            if !ok {
                return None;
            }
            let text = self.os(x);
            self.err(self.xpos(x), errors::type_param_complex(id, text, id.name()));
            return Some(TypeId::INVALID);
        }
        let u = self.types.under(x.ty);
        f(u)
    }

    fn real_imag(&mut self, x: &mut Operand, id: Builtin) -> Option<()> {
        if self.types.is_untyped(x.ty) {
            if x.is_const() {
                if self.is_numeric(x.ty) {
                    x.ty = TypeId::UNTYPED_COMPLEX;
                }
            } else {
                self.convert_untyped(x, TypeId::COMPLEX128);
                x.is_valid().then_some(())?;
            }
        }
        let result = self.apply_type_func(x, id, &|ty| match ty {
            TypeId::COMPLEX64 => Some(TypeId::FLOAT32),
            TypeId::COMPLEX128 => Some(TypeId::FLOAT64),
            TypeId::UNTYPED_COMPLEX => Some(TypeId::UNTYPED_FLOAT),
            _ => None,
        });
        let Some(result) = result else {
            let text = self.ts(x.ty);
            self.err(self.xpos(x), errors::expected_complex(id, text));
            return None;
        };
        if result == TypeId::INVALID {
            return None;
        }
        if x.is_const() {
            let c = x.val.to_complex();
            x.val = if id == Builtin::Real { c.real() } else { c.imag() };
        } else {
            x.mode = Mode::Value;
        }
        x.ty = result;
        Some(())
    }

    fn copy(&mut self, x: &mut Operand, args: &[Operand]) -> Option<()> {
        let dst = match self.slice_elem(x) {
            Ok(elem) => elem,
            Err(why) => {
                self.err(self.xpos(x), errors::invalid_copy(why));
                return None;
            }
        };
        let mut y = args[1].clone();
        let bytes = self.types.slice(TypeId::BYTE);
        let special = self.assignable_to(x, bytes, None).0 && self.bytes_or_string(y.ty).is_some();
        if !special {
            let src = match self.slice_elem(&y) {
                Ok(elem) => elem,
                Err(why) => {
                    if !self.all_string(y.ty) {
                        self.err(self.xpos(&y), errors::invalid_copy(why));
                        return None;
                    }
                    TypeId::BYTE
                }
            };
            if !self.types.identical(dst, src) {
                let message = errors::copy_element_types(self.os(x), self.os(&y), self.ts(dst), self.ts(src));
                self.err(self.xpos(x), message);
                return None;
            }
        }
        if self.types.is_untyped(y.ty) {
            self.convert_untyped(&mut y, TypeId::STRING);
        }
        x.mode = Mode::Value;
        x.ty = TypeId::INT;
        Some(())
    }

    fn make(&mut self, x: &mut Operand, call: ExprId, list: &[ExprId]) -> Option<()> {
        let ty = self.var_type(list[0]);
        if !self.types.is_valid(ty) {
            return None;
        }
        let result = self.common_under(
            ty,
            Some(&mut |c: &mut Checker<'a>, _, u| match u.map(|u| &c.types.types[u]) {
                Some(Type::Slice(_) | Type::Map { .. } | Type::Chan { .. }) => None,
                Some(_) => Some(errors::make_kind()),
                None => Some(errors::no_specific_type()),
            }),
        );
        let u = match result {
            Ok(u) => u,
            Err(why) => {
                let text = self.es(list[0]);
                self.err(self.start(list[0]), errors::cannot_make(text, why));
                return None;
            }
        };
        let min = if matches!(self.types.types[u], Type::Slice(_)) { 2 } else { 1 };
        let nargs = list.len();
        if nargs < min || min + 1 < nargs {
            let text = self.es(call);
            self.err(self.start(call), errors::make_argument_count(text, min, nargs));
            return None;
        }
        let mut sizes = Vec::new();
        for &arg in &list[1..] {
            let (_, size) = self.index(arg, -1);
            if size >= 0 {
                sizes.push(size);
            }
        }
        if let [len, cap] = sizes[..]
            && len > cap
        {
            self.err(self.start(list[1]), errors::make_swapped());
        }
        x.mode = Mode::Value;
        x.ty = ty;
        Some(())
    }

    fn min_max(&mut self, x: &mut Operand, id: Builtin, fun: ExprId, args: &mut [Operand]) -> Option<()> {
        let what = errors::built_in(id.name());
        self.verify_version(self.start(fun), 21, &what);
        let op = if id == Builtin::Max { Op::Gtr } else { Op::Lss };
        for (i, a) in args.iter_mut().enumerate() {
            if !self.types.all_basic(a.ty, BasicInfo::ORDERED) {
                let text = self.os(a);
                self.err(self.xpos(a), errors::cannot_be_ordered(text));
                return None;
            }
            if i == 0 {
                continue;
            }
            self.match_types(x, a);
            x.is_valid().then_some(())?;
            if !self.types.identical(x.ty, a.ty) {
                let message = errors::min_max_mismatch(self.ts(x.ty), self.ts(a.ty), self.xs(a));
                self.err(self.xpos(a), message);
                return None;
            }
            if x.is_const() && a.is_const() {
                if constant::compare(&a.val, op, &x.val) {
                    *x = a.clone();
                }
            } else {
                x.mode = Mode::Value;
            }
        }
        if !x.is_const() {
            x.mode = Mode::Value;
            let context = errors::argument_to_builtin(id.name());
            self.assignment(x, Some(TypeId::EMPTY_INTERFACE), &context);
            x.is_valid().then_some(())?;
        }
        if self.types.is_typed(x.ty) {
            for a in args.iter() {
                self.update_source_type(a.expr, x.ty, true);
            }
        }
        Some(())
    }

    fn offsetof(&mut self, x: &mut Operand, arg: ExprId) -> Option<()> {
        let e = self.unparen(arg);
        let ExprKind::Selector { x: inner, sel } = self.ast.exprs[e].kind else {
            let text = self.es(arg);
            self.err(self.start(arg), errors::not_a_selector(text));
            self.use_exprs(&[arg]);
            return None;
        };
        self.expr(None, x, inner);
        x.is_valid().then_some(())?;
        let base = self.types.deref_struct_ptr(x.ty);
        let found = self.types.lookup_field_or_method(base, false, Some(self.env.pkg), sel.name);
        let Lookup::Found { obj, index, indirect, ty, .. } = found else {
            let message = errors::no_single_field(self.ts(base), self.name(sel.name));
            self.err(self.xpos(x), message);
            return None;
        };
        if !self.obj(obj).is_var() {
            let text = self.es(arg);
            self.err(self.start(arg), errors::offsetof_method(text));
            return None;
        }
        if indirect {
            let message = errors::embedded_via_pointer(self.name(sel.name), self.ts(base));
            self.err(self.xpos(x), message);
            return None;
        }
        let mode = if x.mode == Mode::Variable { Mode::Variable } else { Mode::Value };
        self.record_selection(e, SelectionKind::Field, base, obj, index.clone(), false);
        self.record_value(e, mode, ty, None);
        if self.has_var_size(base) {
            x.mode = Mode::Value;
        } else {
            let mut offset = 0;
            let mut ty = base;
            for i in index {
                let Type::Struct(fields) = self.types.under_type(ty) else { return None };
                let types: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                let at = self.types.offsets_of(&types)[i];
                offset = if at < 0 || offset < 0 { -1 } else { at + offset };
                ty = types[i];
            }
            if offset < 0 {
                let text = self.os(x);
                self.err(self.xpos(x), errors::too_large(text));
                return None;
            }
            x.mode = Mode::Constant;
            x.val = Value::Int(offset);
        }
        x.ty = TypeId::UINTPTR;
        x.expr = Source::Expr(arg);
        Some(())
    }

    /// Whether the size depends on type parameters.
    fn has_var_size(&mut self, ty: TypeId) -> bool {
        let ty = self.types.unalias(ty);
        match &self.types.types[ty] {
            Type::Named(named) => {
                let named = *named;
                if let Some(&known) = self.var_size.get(&named) {
                    return known;
                }
                let obj = self.types.named[named].obj;
                let instance = self.types.named[named].instance_of.is_some();
                if instance {
                    if self.sized.contains(&ty) {
                        self.instance_cycle(ty);
                        return true;
                    }
                    self.sized.push(ty);
                } else {
                    if let Some(&start) = self.path_index.get(&obj) {
                        let cycle = self.path[start..].to_vec();
                        let first = self.first_in_source(&cycle);
                        self.cycle_error(&cycle, first);
                        return true;
                    }
                    self.push_path(obj);
                }
                self.depth += 1;
                let rhs = self.types.named_rhs(named);
                let result = self.depth > 200 || rhs.is_some_and(|rhs| self.has_var_size(rhs));
                self.depth -= 1;
                if instance {
                    self.sized.pop();
                    self.var_size.insert(named, result);
                } else {
                    self.pop_path();
                }
                result
            }
            &Type::Array { elem, .. } => self.has_var_size(elem),
            Type::Struct(fields) => {
                let types: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                types.into_iter().any(|t| self.has_var_size(t))
            }
            Type::TypeParam(_) => true,
            _ => false,
        }
    }
}
