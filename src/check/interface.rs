//! Interface types and their type sets.

use super::checker::{Action, Checker};
use super::errors;
use crate::base::Symbol;
use crate::syntax::ast::InterfaceElem;
use crate::types::{InterfaceMethod, MAX_TERMS, ObjKind, Type, TypeId, TypeSetIssue};

impl Checker<'_> {
    pub(super) fn interface_type(&mut self, elems: &[InterfaceElem]) -> TypeId {
        if elems.is_empty() {
            return TypeId::EMPTY_INTERFACE;
        }
        let (iface, id) = self.types.new_interface();
        for elem in elems {
            let Some(name) = &elem.name else {
                let pos = self.start(elem.ty);
                let ty = self.parse_union(elem.ty);
                let interface = &mut self.types.interfaces[iface];
                interface.embeds.push(ty);
                interface.embed_pos.push(pos);
                continue;
            };
            if name.name == Symbol::BLANK {
                self.err(name.pos, errors::blank_method());
                continue;
            }
            let ty = self.typ(elem.ty);
            if !matches!(self.types.types[ty], Type::Signature(_)) {
                continue;
            }
            let obj = self.new_object(ObjKind::Func, name.name, ty, name.pos);
            self.record_def(name, obj);
            self.types.note_method_name(name.name, self.interner.name(name.name));
            let pkg = self.pkg_of_name(name.name);
            self.types.interfaces[iface].methods.push(InterfaceMethod { name: name.name, pkg, ty, obj });
        }
        self.types.interfaces[iface].complete = true;
        self.later(Action::TypeSet { iface: id });
        id
    }

    /// Computes an interface's type set and reports what is wrong with it.
    pub(super) fn check_type_set(&mut self, iface: TypeId) {
        let Some(iface) =
            self.types.types.get(iface).and_then(|t| if let Type::Interface(i) = t { Some(*i) } else { None })
        else {
            return;
        };
        self.types.type_set(iface);
        if !self.allow_version(18) {
            let interface = self.types.interfaces[iface].clone();
            for (&ty, &pos) in interface.embeds.iter().zip(&interface.embed_pos) {
                let u = self.types.under(ty);
                match &self.types.types[u] {
                    Type::Interface(_) => {
                        if self.is_imported_constraint(ty) {
                            let what = errors::embedding_constraint(self.ts(ty));
                            self.verify_version(pos, 18, &what);
                        }
                    }
                    Type::Union(_) => {
                        let what = errors::embedding_element(self.ts(u));
                        self.verify_version(pos, 18, &what);
                    }
                    _ if !self.types.is_valid(u) => {}
                    _ => {
                        let what = errors::embedding_type(self.ts(ty));
                        self.verify_version(pos, 18, &what);
                    }
                }
            }
        }
        self.report_type_set_issues();
    }

    pub(super) fn report_type_set_issues(&mut self) {
        let issues = std::mem::take(&mut self.types.issues);
        for issue in issues {
            let TypeSetIssue::DuplicateMethod { pos, name, other, explicit, types } = issue else {
                if let TypeSetIssue::TooManyTerms(pos) = issue {
                    self.err(pos, errors::too_many_terms(MAX_TERMS));
                }
                continue;
            };
            if !explicit && self.allow_version(14) && self.types.identical(types.0, types.1) {
                continue;
            }
            let text = self.name(name).to_owned();
            let more = [(other, errors::other_declaration_of_method(&text))];
            self.err_multi(pos, errors::duplicate_method(&text), &more);
        }
    }
}
