//! Fields and methods, promoted ones included; which type implements which interface.

use super::{InterfaceId, InterfaceMethod, NamedId, ObjId, PkgId, Type, TypeId, Types};
use crate::base::{Interner, Symbol};
use rustc_hash::FxHashMap;

/// What a selector finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// A field or method.
    Found {
        /// Its object; for an interface's method that of the interface.
        obj: ObjId,
        /// The path through embedded fields, and then the index of field or method.
        index: Vec<usize>,
        /// Whether a pointer was followed on the way.
        indirect: bool,
        /// Its type where it was found (instances substituted). For declared methods that were not checked yet
        /// [`TypeId::NONE`].
        ty: TypeId,
        /// For a declared method the defined type that it was found in.
        named: Option<NamedId>,
    },
    /// Several at the same depth.
    Ambiguous,
    /// A method that needs a pointer.
    NeedsPointer,
    /// Nothing.
    NotFound,
}

impl Lookup {
    /// The object that was found.
    pub fn obj(&self) -> Option<ObjId> {
        if let Lookup::Found { obj, .. } = self { Some(*obj) } else { None }
    }
}

/// How names are compared.
#[derive(Debug, Clone, Copy)]
pub enum NameMatch<'a> {
    /// As Go does, seen from a package.
    Exact(Option<PkgId>, Symbol),
    /// Whatever the case and package, for hints in messages.
    Fold(&'a Interner, Symbol),
}

impl NameMatch<'_> {
    /// Whether it is a name that belongs to `pkg`, or is exported if there is none.
    fn field(self, name: Symbol, pkg: Option<PkgId>) -> bool {
        match self {
            NameMatch::Exact(from, want) => name == want && (pkg.is_none() || pkg == from),
            NameMatch::Fold(interner, want) => name == want || eq_fold(interner.name(name), interner.name(want)),
        }
    }

    fn symbol(self) -> Symbol {
        match self {
            NameMatch::Exact(_, name) | NameMatch::Fold(_, name) => name,
        }
    }
}

pub(crate) fn eq_fold(a: &str, b: &str) -> bool {
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

/// A method of a type's method set.
#[derive(Debug, Clone)]
pub struct PromotedMethod {
    /// Its name.
    pub name: Symbol,
    /// The package an unexported name belongs to.
    pub pkg: Option<PkgId>,
    /// The method's object.
    pub obj: ObjId,
    /// The path through embedded fields, then the method's index.
    pub index: Vec<usize>,
    /// Whether a pointer is followed on the way.
    pub indirect: bool,
    /// Its type as a method of the type that declares it; [`TypeId::NONE`] if it was not checked.
    pub ty: TypeId,
}

/// A method that a type lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The interface's method.
    pub method: InterfaceMethod,
    /// In which way it is missing.
    pub state: MissingState,
    /// What there is instead, and its type.
    pub found: Option<(ObjId, TypeId)>,
}

/// How a method is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are Go's")]
pub enum MissingState {
    NotFound,
    WrongName,
    Unexported,
    WrongSig,
    Ambiguous,
    PtrRecv,
    Field,
}

struct Embedded {
    ty: TypeId,
    index: Vec<usize>,
    indirect: bool,
    multiples: bool,
}

fn concat(list: &[usize], i: usize) -> Vec<usize> {
    let mut out = Vec::with_capacity(list.len() + 1);
    out.extend_from_slice(list);
    out.push(i);
    out
}

impl Types {
    /// Whether a method has a pointer receiver.
    pub fn has_ptr_recv(&self, method: ObjId) -> bool {
        self.ptr_methods.contains(&method)
    }

    /// What `x.name` selects for an `x` of type `ty`, seen from package `pkg`.
    pub fn lookup_field_or_method(
        &mut self,
        ty: TypeId,
        addressable: bool,
        pkg: Option<PkgId>,
        name: Symbol,
    ) -> Lookup {
        self.lookup(ty, addressable, NameMatch::Exact(pkg, name))
    }

    /// As [`Types::lookup_field_or_method`], with a choice of how names are compared.
    pub fn lookup(&mut self, ty: TypeId, addressable: bool, name: NameMatch<'_>) -> Lookup {
        if self.as_named(ty).is_some() {
            let u = self.under(ty);
            if matches!(self.types[u], Type::Pointer(_)) {
                // A defined pointer type has fields, but no methods.
                let found = self.lookup_in(u, false, name);
                return match found.obj() {
                    Some(obj) if self.objects[obj].is_func() => Lookup::NotFound,
                    _ => found,
                };
            }
        }
        self.lookup_in(ty, addressable, name)
    }

    /// As [`Types::lookup`] without the rule for defined pointer types.
    pub(crate) fn lookup_in(&mut self, ty: TypeId, addressable: bool, name: NameMatch<'_>) -> Lookup {
        if name.symbol() == Symbol::BLANK {
            return Lookup::NotFound;
        }
        let (typ, is_ptr) = self.deref(ty);
        if is_ptr && self.is_interface(typ) {
            return Lookup::NotFound;
        }
        let mut current = vec![Embedded { ty: typ, index: Vec::new(), indirect: is_ptr, multiples: false }];
        let mut seen: Vec<TypeId> = Vec::new();
        while !current.is_empty() {
            let mut next: Vec<Embedded> = Vec::new();
            let mut found: Option<Lookup> = None;
            for e in &current {
                if let Some(named) = self.as_named(e.ty) {
                    let ty = self.unalias(e.ty);
                    if seen.contains(&ty) || (!seen.is_empty() && seen.clone().iter().any(|&s| self.identical(s, ty))) {
                        continue;
                    }
                    seen.push(ty);
                    if let Some((i, method)) = self.find_method(named, name) {
                        if found.is_some() || e.multiples {
                            return Lookup::Ambiguous;
                        }
                        let ty = self.method_type(named, method);
                        found = Some(Lookup::Found {
                            obj: method,
                            index: concat(&e.index, i),
                            indirect: e.indirect,
                            ty,
                            named: Some(named),
                        });
                        continue;
                    }
                }
                let u = self.under(e.ty);
                match &self.types[u] {
                    Type::Struct(fields) => {
                        for (i, f) in fields.iter().enumerate() {
                            if name.field(f.name, f.pkg) {
                                if found.is_some() || e.multiples {
                                    return Lookup::Ambiguous;
                                }
                                found = Some(Lookup::Found {
                                    obj: f.obj,
                                    index: concat(&e.index, i),
                                    indirect: e.indirect,
                                    ty: f.ty,
                                    named: None,
                                });
                                continue;
                            }
                            if found.is_none() && f.embedded {
                                let (ty, ptr) = self.deref(f.ty);
                                next.push(Embedded {
                                    ty,
                                    index: concat(&e.index, i),
                                    indirect: e.indirect || ptr,
                                    multiples: e.multiples,
                                });
                            }
                        }
                    }
                    &Type::Interface(iface) => {
                        let set = self.type_set(iface);
                        if let Some((i, m)) = set.methods.iter().enumerate().find(|(_, m)| name.field(m.name, m.pkg)) {
                            if found.is_some() || e.multiples {
                                return Lookup::Ambiguous;
                            }
                            found = Some(Lookup::Found {
                                obj: m.obj,
                                index: concat(&e.index, i),
                                indirect: e.indirect,
                                ty: m.ty,
                                named: None,
                            });
                        }
                    }
                    _ => {}
                }
            }
            if let Some(found) = found {
                if let Lookup::Found { obj, indirect, named: Some(_), .. } = found
                    && self.has_ptr_recv(obj)
                    && !indirect
                    && !addressable
                {
                    return Lookup::NeedsPointer;
                }
                return found;
            }
            current = self.consolidate(next);
        }
        Lookup::NotFound
    }

    fn find_method(&self, named: NamedId, name: NameMatch<'_>) -> Option<(usize, ObjId)> {
        self.methods(named).iter().copied().enumerate().find(|&(_, m)| {
            let obj = &self.objects[m];
            let pkg = if obj.exported { None } else { obj.pkg };
            name.field(obj.name, pkg)
        })
    }

    fn consolidate(&mut self, list: Vec<Embedded>) -> Vec<Embedded> {
        if list.len() <= 1 {
            return list;
        }
        let mut out: Vec<Embedded> = Vec::with_capacity(list.len());
        for e in list {
            let at = out.iter().position(|o| o.ty == e.ty).or_else(|| {
                let types: Vec<TypeId> = out.iter().map(|o| o.ty).collect();
                types.iter().position(|&t| self.identical(t, e.ty))
            });
            match at {
                Some(i) => out[i].multiples = true,
                None => out.push(e),
            }
        }
        out
    }

    /// The method set of `ty` (for `*T` give the pointer type), promoted methods included, sorted by name's first
    /// appearance. A method is in it if a value that is not addressable has it.
    pub fn method_set(&mut self, ty: TypeId) -> Vec<PromotedMethod> {
        let mut names: Vec<(Symbol, Option<PkgId>)> = Vec::new();
        let mut known: FxHashMap<(Symbol, Option<PkgId>), ()> = FxHashMap::default();
        self.collect_names(ty, false, &mut names, &mut known, &mut Vec::new());
        let mut out = Vec::new();
        for (name, pkg) in names {
            let found = self.lookup(ty, false, NameMatch::Exact(pkg, name));
            if let Lookup::Found { obj, index, indirect, ty, .. } = found
                && self.objects[obj].is_func()
            {
                out.push(PromotedMethod { name, pkg, obj, index, indirect, ty });
            }
        }
        out
    }

    /// Types of which reflection makes values when it calls the exported methods of a value of type `ty`: those of parameters and results.
    pub fn called_types(&mut self, ty: TypeId) -> Vec<TypeId> {
        let mut out = Vec::new();
        for m in self.method_set(ty) {
            if m.ty.is_some()
                && self.objects[m.obj].exported
                && let Type::Signature(sig) = &self.types[m.ty]
            {
                out.extend(sig.params.iter().chain(&sig.results).map(|p| p.ty));
            }
        }
        out
    }

    /// The names of fields and methods that values of type `ty` may have, promoted ones included.
    pub fn selectable(&mut self, ty: TypeId) -> Vec<(Symbol, Option<PkgId>)> {
        let mut names = Vec::new();
        self.collect_names(ty, true, &mut names, &mut FxHashMap::default(), &mut Vec::new());
        names
    }

    fn collect_names(
        &mut self,
        ty: TypeId,
        with_fields: bool,
        names: &mut Vec<(Symbol, Option<PkgId>)>,
        known: &mut FxHashMap<(Symbol, Option<PkgId>), ()>,
        seen: &mut Vec<TypeId>,
    ) {
        let (ty, _) = self.deref(ty);
        let ty = self.unalias(ty);
        if seen.contains(&ty) || seen.len() > 1000 {
            return;
        }
        seen.push(ty);
        if let Some(named) = self.as_named(ty) {
            for &m in &self.named[self.origin(named)].methods {
                let obj = &self.objects[m];
                let key = (obj.name, if obj.exported { None } else { obj.pkg });
                if known.insert(key, ()).is_none() {
                    names.push(key);
                }
            }
        }
        let u = self.under(ty);
        match &self.types[u] {
            Type::Struct(fields) => {
                let embedded: Vec<TypeId> = fields.iter().filter(|f| f.embedded).map(|f| f.ty).collect();
                for f in fields.iter().filter(|_| with_fields) {
                    if known.insert((f.name, f.pkg), ()).is_none() {
                        names.push((f.name, f.pkg));
                    }
                }
                for ty in embedded {
                    self.collect_names(ty, with_fields, names, known, seen);
                }
            }
            &Type::Interface(iface) => {
                for m in &self.type_set(iface).methods {
                    if known.insert((m.name, m.pkg), ()).is_none() {
                        names.push((m.name, m.pkg));
                    }
                }
            }
            _ => {}
        }
    }

    /// The first method of interface `t` that `v` lacks. Without `is_static`, an interface `v` may have it dynamically.
    /// All methods of `v` must have been checked.
    pub fn missing_method(&mut self, v: TypeId, t: TypeId, is_static: bool) -> Option<Missing> {
        self.missing_method_by(v, t, is_static, &mut |types, x, y| types.identical(x, y))
    }

    /// As [`Types::missing_method`], with another idea of equal signatures.
    pub fn missing_method_by(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        equal: &mut dyn FnMut(&mut Types, TypeId, TypeId) -> bool,
    ) -> Option<Missing> {
        let iface = self.as_interface(t)?;
        if self.type_set(iface).methods.is_empty() {
            return None;
        }
        let methods = self.type_set(iface).methods.clone();
        if let Some(vi) = self.as_interface(v) {
            let have = self.type_set(vi).methods.clone();
            for m in methods {
                let Some(f) = have.iter().find(|f| f.name == m.name && f.pkg == m.pkg) else {
                    if is_static {
                        return Some(Missing { method: m, state: MissingState::NotFound, found: None });
                    }
                    continue;
                };
                if !equal(self, f.ty, m.ty) {
                    return Some(Missing { method: m, state: MissingState::WrongSig, found: Some((f.obj, f.ty)) });
                }
            }
            return None;
        }
        for m in methods {
            match self.lookup_in(v, false, NameMatch::Exact(m.pkg, m.name)) {
                Lookup::Found { obj, ty, .. } => {
                    if !self.objects[obj].is_func() {
                        return Some(Missing { method: m, state: MissingState::Field, found: Some((obj, ty)) });
                    }
                    if !equal(self, ty, m.ty) {
                        return Some(Missing { method: m, state: MissingState::WrongSig, found: Some((obj, ty)) });
                    }
                }
                Lookup::Ambiguous => return Some(Missing { method: m, state: MissingState::Ambiguous, found: None }),
                Lookup::NeedsPointer => return Some(Missing { method: m, state: MissingState::PtrRecv, found: None }),
                Lookup::NotFound => return Some(Missing { method: m, state: MissingState::NotFound, found: None }),
            }
        }
        None
    }

    /// Whether `v` implements the interface `t`, for programs without errors.
    pub fn implements(&mut self, v: TypeId, t: TypeId) -> bool {
        let Some(ti) = self.as_interface(t) else { return false };
        if self.missing_method(v, t, true).is_some() {
            return false;
        }
        let set = self.type_set(ti).clone();
        if set.comparable && self.incomparable(v, true).is_some() {
            return false;
        }
        let Some(terms) = set.terms else { return true };
        if let Some(vi) = self.as_interface(v) {
            return match self.type_set(vi).terms.clone() {
                Some(have) => self.terms_subset(&have, &terms),
                None => false,
            };
        }
        terms.iter().any(|&t| self.term_includes(t, v))
    }

    /// The type set's method of that name.
    pub fn interface_method(
        &mut self,
        iface: InterfaceId,
        pkg: Option<PkgId>,
        name: Symbol,
    ) -> Option<(usize, InterfaceMethod)> {
        let set = self.type_set(iface);
        let (i, m) =
            set.methods.iter().enumerate().find(|(_, m)| m.name == name && (m.pkg.is_none() || m.pkg == pkg))?;
        Some((i, m.clone()))
    }
}
