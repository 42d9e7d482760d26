//! Conversions `T(x)`.

use super::checker::Checker;
use super::consts::representable_const;
use super::errors;
use super::info::Mode;
use super::operand::Operand;
use crate::constant::{Kind, Value};
use crate::types::{Basic, BasicInfo, Type, TypeId};

impl Checker<'_> {
    fn const_convertible(&mut self, x: &Operand, ty: TypeId) -> Option<Value> {
        let basic = self.types.basic(ty)?;
        if let Some(value) = representable_const(&x.val, basic) {
            return Some(value);
        }
        if self.is_integer(x.ty) && basic.info().has(BasicInfo::STRING) {
            let c = x.val.as_u64().and_then(|c| u32::try_from(c).ok()).and_then(char::from_u32);
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            return Some(Value::string(c.encode_utf8(&mut [0; 4]).as_bytes()));
        }
        None
    }

    /// Converts `x` to `ty`.
    pub(super) fn conversion(&mut self, x: &mut Operand, ty: TypeId) {
        let const_arg = x.is_const();
        let mut cause = String::new();
        let ok;
        if const_arg && self.is_const_type(ty) {
            match self.const_convertible(x, ty) {
                Some(value) => {
                    x.val = value;
                    ok = true;
                }
                None => {
                    let int = x.val.to_int();
                    if self.is_integer(ty) && int.kind() == Kind::Int {
                        // Messages show it as the integer it did not fit as.
                        x.val = int;
                    }
                    if self.is_integer(x.ty) && self.is_integer(ty) {
                        let message = errors::constant_overflows(&x.val, self.ts(ty));
                        self.err(self.xpos(x), message);
                        x.invalidate();
                        return;
                    }
                    ok = false;
                }
            }
        } else if const_arg && self.types.is_type_param(ty) {
            let operand = x.clone();
            let set = self.types.type_set_of(ty);
            if set.is_none() {
                cause = errors::no_specific_types(self.ts(ty));
            }
            ok = set.is_some_and(|set| {
                set.into_iter().all(|(t, u)| {
                    let c = &mut *self;
                    // byte and rune keep their names.
                    let name = if t == TypeId::BYTE || t == TypeId::RUNE { t } else { u };
                    if c.is_string(operand.ty) && c.is_bytes_or_runes(u) {
                        return true;
                    }
                    if c.const_convertible(&operand, u).is_some() {
                        return true;
                    }
                    cause = if c.is_integer(operand.ty) && c.is_integer(u) {
                        errors::constant_overflows_in(&operand.val, c.ts(name), c.ts(ty))
                    } else {
                        let x = c.os(&operand);
                        errors::cannot_convert_in(x, c.ts(name), c.ts(ty))
                    };
                    false
                })
            });
            x.mode = Mode::Value;
        } else {
            ok = self.convertible_to(x, ty, &mut cause);
            if ok {
                x.mode = Mode::Value;
            }
        }
        if !ok {
            let (text, target) = (self.os(x), self.ts(ty));
            self.err(self.xpos(x), errors::cannot_convert(text, target, &cause));
            x.invalidate();
            return;
        }
        self.converted(x.ty, ty);
        if self.types.is_untyped(x.ty) {
            let mut target = ty;
            if x.ty == TypeId::UNTYPED_NIL {
                // Stays: nil takes the type.
            } else if self.types.is_non_tparam_interface(ty) || const_arg && !self.is_const_type(ty) {
                target = self.types.default_type(x.ty);
            } else if x.is_const() && self.is_integer(x.ty) && self.all_string(ty) {
                target = x.ty;
            }
            self.update_source_type(x.expr, target, true);
        }
        x.ty = ty;
    }

    /// Whether `x` can be converted to `ty`; `cause` gets a reason if not.
    pub(super) fn convertible_to(&mut self, x: &Operand, ty: TypeId, cause: &mut String) -> bool {
        if self.assignable_to(x, ty, Some(cause)).0 {
            return true;
        }
        let (v, t) = (self.types.unalias(x.ty), self.types.unalias(ty));
        let (vu, tu) = (self.types.under(v), self.types.under(t));
        let (vp, tp) = (self.types.as_type_param(v), self.types.as_type_param(t));
        if vp.is_none() && tp.is_none() && self.types.identical_ignore_tags(vu, tu) {
            return true;
        }
        if let (&Type::Pointer(a), &Type::Pointer(b)) = (&self.types.types[v], &self.types.types[t])
            && !self.types.is_type_param(a)
            && !self.types.is_type_param(b)
        {
            let (a, b) = (self.types.under(a), self.types.under(b));
            if self.types.identical_ignore_tags(a, b) {
                return true;
            }
        }
        let number = |c: &mut Self, t| c.types.is_basic(t, BasicInfo::INTEGER_OR_FLOAT);
        let complex = |c: &mut Self, t| c.types.is_basic(t, BasicInfo::COMPLEX);
        let pointer = |c: &Self, t| matches!(c.types.types[t], Type::Pointer(_) | Type::Basic(Basic::Uintptr));
        let unsafe_pointer = |c: &Self, t| matches!(c.types.types[t], Type::Basic(Basic::UnsafePointer));
        if number(self, vu) && number(self, tu) || complex(self, vu) && complex(self, tu) {
            return true;
        }
        if self.is_string(tu) && (self.is_integer(vu) || self.is_bytes_or_runes(vu)) {
            return true;
        }
        if self.is_string(vu) && self.is_bytes_or_runes(tu) {
            return true;
        }
        if pointer(self, vu) && unsafe_pointer(self, tu) || unsafe_pointer(self, vu) && pointer(self, tu) {
            return true;
        }
        if let Type::Slice(elem) = self.types.types[vu] {
            let array = |c: &Self, t: TypeId| match c.types.types[t] {
                Type::Array { elem, .. } => Some(elem),
                _ => None,
            };
            if let Some(e) = array(self, tu)
                && self.types.identical(elem, e)
            {
                if self.allow_version(20) {
                    return true;
                }
                *cause = errors::slice_to_array_version();
                return false;
            }
            if let Type::Pointer(base) = self.types.types[tu] {
                let u = self.types.under(base);
                if let Some(e) = array(self, u)
                    && self.types.identical(elem, e)
                {
                    if self.allow_version(17) {
                        return true;
                    }
                    *cause = errors::slice_to_array_pointer_version();
                    return false;
                }
            }
        }
        if vp.is_none() && tp.is_none() {
            return false;
        }
        let add = |cause: &mut String, message: String| {
            *cause = if cause.is_empty() { message } else { format!("{message}\n\t{cause}") };
        };
        let vterms = match vp.map(|p| self.types.tparam_terms(p)) {
            Some(None) => return false,
            Some(Some(terms)) => Some(terms),
            None => None,
        };
        let tterms = match tp.map(|p| self.types.tparam_terms(p)) {
            Some(None) => return false,
            Some(Some(terms)) => Some(terms),
            None => None,
        };
        let mut x = x.clone();
        match (vterms, tterms) {
            (Some(vs), Some(ts)) => {
                for vt in &vs {
                    x.ty = vt.ty;
                    for tt in &ts {
                        if !self.convertible_to(&x, tt.ty, cause) {
                            let m =
                                errors::cannot_convert_in_in(self.ts(vt.ty), self.ts(v), self.ts(tt.ty), self.ts(t));
                            add(cause, m);
                            return false;
                        }
                    }
                }
            }
            (Some(vs), None) => {
                for vt in &vs {
                    x.ty = vt.ty;
                    if !self.convertible_to(&x, t, cause) {
                        let m = errors::cannot_convert_from_in(self.ts(vt.ty), self.ts(v), self.ts(ty));
                        add(cause, m);
                        return false;
                    }
                }
            }
            (None, Some(ts)) => {
                for tt in &ts {
                    if !self.convertible_to(&x, tt.ty, cause) {
                        let m = errors::cannot_convert_in(self.ts(x.ty), self.ts(tt.ty), self.ts(t));
                        add(cause, m);
                        return false;
                    }
                }
            }
            (None, None) => return false,
        }
        true
    }

    pub(super) fn is_bytes_or_runes(&mut self, ty: TypeId) -> bool {
        let Type::Slice(elem) = *self.types.under_type(ty) else { return false };
        matches!(self.types.basic(elem), Some(Basic::Uint8 | Basic::Int32))
    }
}
