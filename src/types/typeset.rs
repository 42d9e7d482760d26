//! Type sets of interfaces, and the sets of terms they are made of.
//!
//! A list of terms is a union; `None` stands for all types, the empty list for none.

use super::{InterfaceId, InterfaceMethod, Term, Type, TypeId, TypeParamId, TypeSet, Types};
use crate::base::{Pos, Symbol};
use rustc_hash::FxHashMap;

/// A wrong interface, noticed when its type set was computed.
#[derive(Debug, Clone)]
pub enum TypeSetIssue {
    /// Two methods of one name.
    DuplicateMethod {
        /// Where the method comes from.
        pos: Pos,
        /// Its name.
        name: Symbol,
        /// Where the method of the same name comes from.
        other: Pos,
        /// Both are written in the interface itself; otherwise it is wrong only if these types differ.
        explicit: bool,
        /// The methods' types.
        types: (TypeId, TypeId),
    },
    /// More than [`MAX_TERMS`] in the union embedded here.
    TooManyTerms(Pos),
}

/// gc's limit for the terms of a union.
pub const MAX_TERMS: usize = 100;

impl TypeSet {
    /// Whether no type is in it.
    pub fn is_empty(&self) -> bool {
        self.terms.as_ref().is_some_and(|t| t.is_empty())
    }

    /// Whether every type is in it.
    pub fn is_all(&self) -> bool {
        self.is_method_set() && self.methods.is_empty()
    }

    /// Whether only methods restrict it, as in ordinary interfaces.
    pub fn is_method_set(&self) -> bool {
        !self.comparable && self.terms.is_none()
    }

    /// Whether it lists types.
    pub fn has_terms(&self) -> bool {
        self.terms.as_ref().is_some_and(|t| !t.is_empty())
    }
}

static TOP: TypeSet = TypeSet { methods: Vec::new(), terms: None, comparable: false };

impl Types {
    /// The type set of an interface.
    pub fn type_set(&mut self, iface: InterfaceId) -> &TypeSet {
        if self.interfaces[iface].type_set.is_none() {
            if !self.interfaces[iface].complete {
                return &TOP;
            }
            // Against infinite recursion of invalid interfaces.
            self.interfaces[iface].type_set = Some(TOP.clone());
            let set = self.compute_type_set(iface);
            self.interfaces[iface].type_set = Some(set);
        }
        self.interfaces[iface].type_set.as_ref().unwrap_or(&TOP)
    }

    fn compute_type_set(&mut self, iface: InterfaceId) -> TypeSet {
        let interface = &self.interfaces[iface];
        let (embeds, embed_pos) = (interface.embeds.clone(), interface.embed_pos.clone());
        let mut methods: Vec<InterfaceMethod> = Vec::new();
        let mut seen: FxHashMap<(Symbol, Option<super::PkgId>), (usize, Pos)> = FxHashMap::default();
        for m in interface.methods.clone() {
            let pos = self.objects[m.obj].pos;
            if let Some(&(at, other)) = seen.get(&(m.name, m.pkg)) {
                let types = (m.ty, methods[at].ty);
                self.issues.push(TypeSetIssue::DuplicateMethod { pos, name: m.name, other, explicit: true, types });
                continue;
            }
            seen.insert((m.name, m.pkg), (methods.len(), pos));
            methods.push(m);
        }
        let mut all_terms: Option<Vec<Term>> = None;
        let mut all_comparable = false;
        for (i, &ty) in embeds.iter().enumerate() {
            let pos = embed_pos.get(i).copied().unwrap_or_default();
            let u = self.under(ty);
            let (terms, comparable) = match &self.types[u] {
                Type::Interface(embedded) => {
                    let embedded = *embedded;
                    let set = self.type_set(embedded).clone();
                    for m in set.methods {
                        if let Some(&(at, other)) = seen.get(&(m.name, m.pkg)) {
                            let types = (m.ty, methods[at].ty);
                            self.issues.push(TypeSetIssue::DuplicateMethod {
                                pos,
                                name: m.name,
                                other,
                                explicit: false,
                                types,
                            });
                            continue;
                        }
                        seen.insert((m.name, m.pkg), (methods.len(), pos));
                        methods.push(m);
                    }
                    (set.terms, set.comparable)
                }
                Type::Union(terms) => {
                    let terms = terms.clone();
                    if terms.iter().any(|t| !self.is_valid(t.ty)) && terms.len() == 1 {
                        continue;
                    }
                    let list = self.union_term_list(&terms);
                    if list.as_ref().is_some_and(|l| l.len() > MAX_TERMS) {
                        self.issues.push(TypeSetIssue::TooManyTerms(pos));
                        continue;
                    }
                    (list, false)
                }
                _ if !self.is_valid(u) => continue,
                _ => (Some(vec![Term { tilde: false, ty }]), false),
            };
            (all_terms, all_comparable) = self.intersect_sets(all_terms, all_comparable, terms, comparable);
        }
        let names = &self.method_names;
        let key = |m: &InterfaceMethod| (m.pkg.is_some(), names.get(&m.name), m.name, m.pkg);
        crate::base::sort_by(&mut methods, |a, b| key(a).cmp(&key(b)));
        TypeSet { methods, terms: all_terms, comparable: all_comparable }
    }

    fn intersect_sets(
        &mut self,
        x: Option<Vec<Term>>,
        xcomp: bool,
        y: Option<Vec<Term>>,
        ycomp: bool,
    ) -> (Option<Vec<Term>>, bool) {
        let terms = match (x, y) {
            (None, other) | (other, None) => other,
            (Some(x), Some(y)) => Some(self.terms_intersect(&x, &y)),
        };
        let comparable = xcomp || ycomp;
        match terms {
            Some(mut terms) if comparable => {
                terms.retain(|t| self.incomparable(t.ty, false).is_none());
                (Some(terms), false)
            }
            terms => (terms, comparable),
        }
    }

    /// The set of a union as a normalised list.
    pub(crate) fn union_term_list(&mut self, union: &[Term]) -> Option<Vec<Term>> {
        let mut all: Vec<Term> = Vec::new();
        for t in union {
            let u = self.under(t.ty);
            match self.types[u] {
                Type::Interface(iface) => match self.type_set(iface).terms.clone() {
                    None => return None,
                    Some(terms) => all.extend(terms),
                },
                _ if !self.is_valid(u) => continue,
                _ => {
                    if t.tilde && !self.identical(t.ty, u) {
                        continue;
                    }
                    all.push(*t);
                }
            }
        }
        Some(self.terms_norm(all))
    }

    pub(crate) fn union_terms(&mut self, union: &[Term]) -> Vec<Term> {
        self.union_term_list(union).unwrap_or_default()
    }

    fn terms_norm(&mut self, list: Vec<Term>) -> Vec<Term> {
        let mut out: Vec<Term> = Vec::with_capacity(list.len());
        let mut used = vec![false; list.len()];
        for i in 0..list.len() {
            if used[i] {
                continue;
            }
            let mut x = list[i];
            for j in i + 1..list.len() {
                if !used[j] && !self.terms_disjoint(x, list[j]) {
                    if !x.tilde && list[j].tilde {
                        x = list[j];
                    }
                    used[j] = true;
                }
            }
            out.push(x);
        }
        out
    }

    fn terms_intersect(&mut self, xs: &[Term], ys: &[Term]) -> Vec<Term> {
        let mut out = Vec::new();
        for &x in xs {
            for &y in ys {
                if !self.terms_disjoint(x, y) {
                    out.push(if !x.tilde || y.tilde { x } else { y });
                }
            }
        }
        self.terms_norm(out)
    }

    /// Whether no type is in both terms.
    pub(crate) fn terms_disjoint(&mut self, x: Term, y: Term) -> bool {
        let ux = if y.tilde { self.under(x.ty) } else { x.ty };
        let uy = if x.tilde { self.under(y.ty) } else { y.ty };
        !self.identical(ux, uy)
    }

    pub(crate) fn terms_equal(&mut self, x: &[Term], y: &[Term]) -> bool {
        self.terms_subset(x, y) && self.terms_subset(y, x)
    }

    pub(crate) fn terms_subset(&mut self, xs: &[Term], ys: &[Term]) -> bool {
        xs.iter().all(|&x| ys.iter().any(|&y| !self.terms_disjoint(x, y) && (!x.tilde || y.tilde)))
    }

    /// Whether `ty` is in the term's set.
    pub(crate) fn term_includes(&mut self, term: Term, ty: TypeId) -> bool {
        let u = if term.tilde { self.under(ty) } else { ty };
        self.identical(term.ty, u)
    }

    /// The terms of a type parameter's constraint; `None` if it lists no types.
    pub fn tparam_terms(&mut self, tparam: TypeParamId) -> Option<Vec<Term>> {
        let iface = self.tparam_interface(tparam);
        let Type::Interface(iface) = self.types[iface] else { return None };
        self.type_set(iface).terms.clone().filter(|t| !t.is_empty())
    }

    /// The types of a type's set with their underlying types (for a term `~T` both are `T`); `None` for a type parameter whose
    /// constraint lists none. Types that are no type parameters are their only member.
    pub fn type_set_of(&mut self, ty: TypeId) -> Option<Vec<(TypeId, TypeId)>> {
        let Some(tparam) = self.as_type_param(ty) else {
            return Some(vec![(ty, self.under(ty))]);
        };
        let terms = self.tparam_terms(tparam)?;
        Some(terms.into_iter().map(|t| (t.ty, if t.tilde { self.unalias(t.ty) } else { self.under(t.ty) })).collect())
    }
}
