//! Instantiation of generic types, and whether type arguments satisfy their constraints.

use super::checker::{Action, Checker};
use super::errors;
use crate::base::Pos;
use crate::syntax::ast::ExprId;
use crate::types::{InterfaceId, Type, TypeId, TypeParamId};

impl Checker<'_> {
    /// `x[list]` as a type.
    pub(super) fn instantiated_type(&mut self, x: ExprId, list: &[ExprId]) -> TypeId {
        let mut cause = String::new();
        let generic = self.generic_type(x, &mut cause);
        if !cause.is_empty() {
            let message = errors::not_generic(self.es(x), self.es_list(list), cause);
            self.err(self.start(x), message);
        }
        if !self.types.is_valid(generic) {
            return generic;
        }
        let Some(targs) = self.type_list(list) else { return TypeId::INVALID };
        let pos = self.ast.exprs[x].pos;
        let inst = match self.types.types[generic] {
            Type::Named(named) => {
                let inst = self.types.instantiate(named, targs.clone());
                if let Some(named) = self.types.as_named(inst) {
                    self.instance_pos.entry(named).or_insert(pos);
                }
                inst
            }
            Type::Alias { obj, .. } => {
                let want = self.types.alias_tparams.get(&obj).map_or(0, Vec::len);
                let name = self.name(self.obj(obj).name).to_owned();
                if !self.validate_targ_len(pos, &name, want, targs.len()) {
                    return TypeId::INVALID;
                }
                self.types.instantiate_alias(generic, targs.clone())
            }
            _ => return TypeId::INVALID,
        };
        self.instantiated(&targs);
        self.later(Action::VerifyType { at: x, list: list.to_vec(), generic, targs });
        inst
    }

    fn validate_targ_len(&mut self, pos: Pos, name: &str, want: usize, got: usize) -> bool {
        if got == want {
            return true;
        }
        let qualifier = if got < want { "not enough" } else { "too many" };
        self.err(pos, errors::type_argument_length(qualifier, name, got, want));
        false
    }

    pub(super) fn verify_type(&mut self, at: ExprId, list: &[ExprId], generic: TypeId, targs: &[TypeId]) {
        self.record_instance(at, targs);
        let (obj, tparams) = match &self.types.types[generic] {
            Type::Named(named) => (self.types.named[*named].obj, self.types.named[*named].tparams.clone()),
            Type::Alias { obj, .. } => (*obj, self.types.alias_tparams.get(obj).cloned().unwrap_or_default()),
            _ => return,
        };
        let pos = self.ast.exprs[at].pos;
        let name = self.name(self.obj(obj).name).to_owned();
        if self.validate_targ_len(pos, &name, tparams.len(), targs.len()) {
            self.verify_func(pos, list, &tparams, targs);
        }
    }

    /// Whether each type argument satisfies its constraint.
    pub(super) fn verify_func(&mut self, pos: Pos, list: &[ExprId], tparams: &[TypeParamId], targs: &[TypeId]) {
        let map: Vec<_> = tparams.iter().copied().zip(targs.iter().copied()).collect();
        for (i, (&tparam, &targ)) in tparams.iter().zip(targs).enumerate() {
            self.types.tparam_interface(tparam);
            let bound = self.types.tparams[tparam].constraint;
            let bound = self.types.subst(bound, &map);
            let mut cause = String::new();
            if !self.implements(targ, bound, true, Some(&mut cause)) {
                let at = list.get(i).map_or(pos, |&e| self.start(e));
                self.err(at, errors::invalid_type_argument(cause));
                return;
            }
        }
        self.record_mono(pos, list, tparams, targs);
    }

    /// Whether `v` implements (or, as a type argument, satisfies) the interface `t`.
    pub(super) fn implements(&mut self, v: TypeId, t: TypeId, constraint: bool, cause: Option<&mut String>) -> bool {
        if self.implementing.contains(&(v, t)) && !constraint {
            return true;
        }
        match self.not_implementing(v, t, constraint) {
            None => {
                if !constraint {
                    self.implementing.insert((v, t));
                }
                true
            }
            Some(why) => {
                if let Some(cause) = cause {
                    *cause = why;
                }
                false
            }
        }
    }

    fn not_implementing(&mut self, v: TypeId, t: TypeId, constraint: bool) -> Option<String> {
        let (vu, tu) = (self.types.under(v), self.types.under(t));
        if !self.types.is_valid(vu) || !self.types.is_valid(tu) {
            return None;
        }
        if let Type::Pointer(base) = self.types.types[vu] {
            let base = self.types.under(base);
            if !self.types.is_valid(base) {
                return None;
            }
        }
        let verb = if constraint { "satisfy" } else { "implement" };
        let Type::Interface(ti) = self.types.types[tu] else {
            // A constraint that is no interface has been wrapped in one.
            if !self.types.is_interface_ptr(tu) {
                return None;
            }
            let detail = self.interface_ptr_error(t);
            return Some(errors::does_not(self.ts(v), verb, self.ts(t), format!(" ({detail})")));
        };
        let set = self.types.type_set(ti);
        if set.is_all() {
            return None;
        }
        let (empty, comparable, terms) = (set.is_empty(), set.comparable, set.terms.clone());
        let vi = match self.types.types[vu] {
            Type::Interface(vi) => Some(vi),
            _ => None,
        };
        if vi.is_some_and(|vi| self.types.type_set(vi).is_empty()) {
            return None;
        }
        if empty {
            return Some(errors::cannot_verb_empty(verb, self.ts(t)));
        }
        if let Some(cause) = self.missing_methods(v, t, true) {
            return Some(errors::does_not(self.ts(v), verb, self.ts(t), format!(" {cause}")));
        }
        let Some(terms) = terms else {
            return if comparable { self.not_comparable(v, constraint, verb) } else { None };
        };
        if let Some(vi) = vi {
            let have = self.types.type_set(vi).terms.clone();
            let subset = have.is_some_and(|have| self.types.terms_subset(&have, &terms));
            if !subset {
                return Some(errors::does_not(self.ts(v), verb, self.ts(t), String::new()));
            }
        } else if !terms.iter().any(|&term| self.types.term_includes(term, v)) {
            let mut alt = None;
            for &term in &terms {
                let u = self.types.under(term.ty);
                if alt.is_none() && !term.tilde && self.types.identical(term.ty, u) {
                    let tilde = crate::types::Term { tilde: true, ty: term.ty };
                    if self.types.term_includes(tilde, v) {
                        alt = Some(term.ty);
                    }
                }
            }
            let detail = match alt {
                Some(alt) => errors::possibly_missing_tilde(self.ts(alt), self.ts(t)),
                None if self.mentions(ti, v) => errors::mentions(self.ts(t), self.ts(v)),
                None => {
                    let list: Vec<String> = terms.iter().map(|&t| self.term_string(t)).collect();
                    errors::missing_in(self.ts(v), list.join(" | "))
                }
            };
            return Some(errors::does_not(self.ts(v), verb, self.ts(t), format!(" ({detail})")));
        }
        // All types of a list with `comparable` are comparable already.
        None
    }

    fn not_comparable(&mut self, v: TypeId, constraint: bool, verb: &str) -> Option<String> {
        self.types.incomparable(v, false)?;
        if constraint && self.types.incomparable(v, true).is_none() {
            if self.allow_version(20) {
                return None;
            }
            return Some(errors::comparable_version(self.ts(v), verb));
        }
        Some(errors::does_not_comparable(self.ts(v), verb))
    }

    /// Whether `ty` is written in the interface.
    fn mentions(&mut self, iface: InterfaceId, ty: TypeId) -> bool {
        let embeds = self.types.interfaces[iface].embeds.clone();
        embeds.into_iter().any(|e| match &self.types.types[e] {
            Type::Interface(inner) => {
                let inner = *inner;
                self.mentions(inner, ty)
            }
            Type::Union(terms) => {
                let terms = terms.clone();
                terms.into_iter().any(|t| self.types.identical(t.ty, ty))
            }
            _ => self.types.identical(e, ty),
        })
    }
}
