//! Which type has which methods, with the reasons in words.

use super::checker::Checker;
use super::errors;
use crate::types::{Lookup, Missing, MissingState, NameMatch, Type, TypeId, Types};

impl Checker<'_> {
    /// Checks the signatures of those methods of `v` that the interface `t` asks for.
    pub(super) fn prepare_methods(&mut self, v: TypeId, t: TypeId) {
        if self.types.is_interface(v) {
            return;
        }
        let Some(iface) = self.types.as_interface(t) else { return };
        if self.types.type_set(iface).methods.is_empty() {
            return;
        }
        for m in self.types.type_set(iface).methods.clone() {
            if let Lookup::Found { obj, ty: TypeId::NONE, .. } =
                self.types.lookup_in(v, false, NameMatch::Exact(m.pkg, m.name))
            {
                self.obj_decl(obj);
            }
        }
    }

    /// Why `v` lacks a method of `t`, in words; `None` if it has all.
    pub(super) fn missing_methods(&mut self, v: TypeId, t: TypeId, is_static: bool) -> Option<String> {
        self.missing_methods_by(v, t, is_static, &mut |types, x, y| types.identical(x, y))
    }

    pub(super) fn missing_methods_by(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        equal: &mut dyn FnMut(&mut Types, TypeId, TypeId) -> bool,
    ) -> Option<String> {
        if !self.types.is_valid(v) {
            return None;
        }
        self.prepare_methods(v, t);
        let missing = self.types.missing_method_by(v, t, is_static, equal)?;
        if self.has_invalid_embedded(v, &mut Vec::new()) {
            return None;
        }
        Some(self.missing_cause(v, t, missing))
    }

    fn missing_cause(&mut self, v: TypeId, t: TypeId, missing: Missing) -> String {
        let Missing { method, mut state, mut found } = missing;
        let name = self.name(method.name).to_owned();
        if state == MissingState::NotFound && !self.types.is_interface(v) {
            let fold = self.types.lookup_in(v, false, NameMatch::Fold(self.interner, method.name));
            if let Lookup::Found { obj, ty, named, .. } = fold
                && self.obj(obj).is_func()
            {
                let mut ty = ty;
                if let Some(named) = named {
                    self.obj_decl(obj);
                    ty = self.types.method_type(named, obj);
                }
                found = Some((obj, ty));
                let same = self.obj(obj).name == method.name;
                state = if same { MissingState::Unexported } else { MissingState::WrongName };
            }
        }
        match state {
            MissingState::NotFound => {
                if self.types.is_interface_ptr(v) {
                    format!("({})", self.interface_ptr_error(v))
                } else if self.types.is_interface_ptr(t) {
                    format!("({})", self.interface_ptr_error(t))
                } else {
                    errors::missing_method(name)
                }
            }
            MissingState::WrongName | MissingState::WrongSig => {
                let (obj, ty) = found.unwrap_or((method.obj, method.ty));
                let fname = self.name(self.obj(obj).name).to_owned();
                let mut have = format!("{fname}{}", self.signature_string(ty, false, false));
                let mut want = format!("{name}{}", self.signature_string(method.ty, false, false));
                if state == MissingState::WrongName {
                    return errors::missing_method_have(name, have, want);
                }
                if have == want {
                    have = format!("{fname}{}", self.signature_string(ty, false, true));
                    want = format!("{name}{}", self.signature_string(method.ty, false, true));
                }
                if have == want {
                    return errors::wrong_type_for_method(name);
                }
                errors::wrong_type_for_method_have(name, have, want)
            }
            MissingState::Unexported => errors::unexported_method(name),
            MissingState::Ambiguous => errors::ambiguous_method(self.ts(v), name),
            MissingState::PtrRecv => errors::pointer_receiver(name),
            MissingState::Field => errors::field_not_method(self.ts(v), name),
        }
    }

    /// Whether a wrong embedded field may be why something is missing.
    fn has_invalid_embedded(&mut self, ty: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let strukt = self.types.deref_struct_ptr(ty);
        let u = self.types.under(strukt);
        let Type::Struct(fields) = &self.types.types[u] else { return false };
        if seen.contains(&u) {
            return false;
        }
        seen.push(u);
        let embedded: Vec<TypeId> = fields.iter().filter(|f| f.embedded).map(|f| f.ty).collect();
        embedded.into_iter().any(|t| !self.types.is_valid(t) || self.has_invalid_embedded(t, seen))
    }

    pub(super) fn interface_ptr_error(&mut self, ty: TypeId) -> String {
        let text = self.ts(ty);
        if let Type::Pointer(base) = *self.types.under_type(ty)
            && self.types.is_type_param(base)
        {
            return errors::pointer_to_type_param(text);
        }
        errors::pointer_to_interface(text)
    }

    /// Why an interface of type `v` cannot hold a `t`; `None` if it can.
    pub(super) fn not_assertable_to(&mut self, v: TypeId, t: TypeId) -> Option<String> {
        if self.types.is_interface(t) {
            return None;
        }
        self.missing_methods(t, v, false)
    }
}
