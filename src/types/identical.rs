//! Type identity.

use super::{InterfaceId, Term, Type, TypeId, Types};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Pairs of interfaces under comparison: assumed identical when they come up again.
type Pairs = Vec<(InterfaceId, InterfaceId)>;

impl Types {
    /// Whether two types are identical.
    pub fn identical(&mut self, x: TypeId, y: TypeId) -> bool {
        x == y || self.identical_in(x, y, false, &mut Vec::new())
    }

    /// As [`Types::identical`], but tags of struct fields do not count.
    pub fn identical_ignore_tags(&mut self, x: TypeId, y: TypeId) -> bool {
        x == y || self.identical_in(x, y, true, &mut Vec::new())
    }

    fn identical_in(&mut self, x: TypeId, y: TypeId, ignore_tags: bool, pairs: &mut Pairs) -> bool {
        let (x, y) = (self.unalias(x), self.unalias(y));
        if x == y {
            return true;
        }
        match (&self.types[x], &self.types[y]) {
            (Type::Basic(a), Type::Basic(b)) => a == b,
            (&Type::Array { len: n, elem: a }, &Type::Array { len: m, elem: b }) => {
                (n < 0 || m < 0 || n == m) && self.identical_in(a, b, ignore_tags, pairs)
            }
            (&Type::Slice(a), &Type::Slice(b)) | (&Type::Pointer(a), &Type::Pointer(b)) => {
                self.identical_in(a, b, ignore_tags, pairs)
            }
            (&Type::Map { key: a, value: b }, &Type::Map { key: c, value: d }) => {
                self.identical_in(a, c, ignore_tags, pairs) && self.identical_in(b, d, ignore_tags, pairs)
            }
            (&Type::Chan { dir: d, elem: a }, &Type::Chan { dir: e, elem: b }) => {
                d == e && self.identical_in(a, b, ignore_tags, pairs)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                let same = a.len() == b.len()
                    && a.iter().zip(b).all(|(f, g)| {
                        f.embedded == g.embedded
                            && f.name == g.name
                            && f.pkg == g.pkg
                            && (ignore_tags || f.tag == g.tag)
                    });
                same && {
                    let list: Vec<_> = a.iter().zip(b).map(|(f, g)| (f.ty, g.ty)).collect();
                    list.into_iter().all(|(f, g)| self.identical_in(f, g, ignore_tags, pairs))
                }
            }
            (Type::Tuple(a), Type::Tuple(b)) => {
                a.len() == b.len() && {
                    let list: Vec<_> = a.iter().zip(b).map(|(f, g)| (f.ty, g.ty)).collect();
                    list.into_iter().all(|(f, g)| self.identical_in(f, g, ignore_tags, pairs))
                }
            }
            (Type::Signature(a), Type::Signature(b)) => {
                if a.variadic != b.variadic
                    || a.params.len() != b.params.len()
                    || a.results.len() != b.results.len()
                    || a.tparams.len() != b.tparams.len()
                {
                    return false;
                }
                let (xt, yt) = (a.tparams.clone(), b.tparams.clone());
                let all =
                    |s: &super::Signature| -> Vec<TypeId> { s.params.iter().chain(&s.results).map(|p| p.ty).collect() };
                let (xs, mut ys) = (all(a), all(b));
                if !xt.is_empty() {
                    let targs: Vec<TypeId> = xt.iter().map(|&t| self.tparam_type(t)).collect();
                    let map: Vec<_> = yt.iter().copied().zip(targs).collect();
                    for (&tx, &ty) in xt.iter().zip(&yt) {
                        let bound = self.tparams[ty].constraint;
                        let ybound = self.subst(bound, &map);
                        let xbound = self.tparams[tx].constraint;
                        if !self.identical_in(xbound, ybound, ignore_tags, pairs) {
                            return false;
                        }
                    }
                    for ty in &mut ys {
                        *ty = self.subst(*ty, &map);
                    }
                }
                xs.into_iter().zip(ys).all(|(a, b)| self.identical_in(a, b, ignore_tags, pairs))
            }
            (Type::Union(a), Type::Union(b)) => {
                let (a, b) = (a.clone(), b.clone());
                let (a, b) = (self.union_terms(&a), self.union_terms(&b));
                self.terms_equal(&a, &b)
            }
            (&Type::Interface(a), &Type::Interface(b)) => self.identical_interfaces(a, b, ignore_tags, pairs),
            (Type::Named(a), Type::Named(b)) => {
                let (Some((p, xs)), Some((q, ys))) = (&self.named[*a].instance_of, &self.named[*b].instance_of) else {
                    return false;
                };
                p == q && xs.len() == ys.len() && {
                    let list: Vec<_> = xs.iter().copied().zip(ys.iter().copied()).collect();
                    list.into_iter().all(|(f, g)| self.identical(f, g))
                }
            }
            _ => false,
        }
    }

    fn identical_interfaces(&mut self, a: InterfaceId, b: InterfaceId, ignore_tags: bool, pairs: &mut Pairs) -> bool {
        if a == b || pairs.contains(&(a, b)) || pairs.contains(&(b, a)) {
            return true;
        }
        let (xs, ys) = (self.type_set(a).clone(), self.type_set(b).clone());
        if xs.comparable != ys.comparable || xs.methods.len() != ys.methods.len() {
            return false;
        }
        if !self.term_lists_equal(&xs.terms, &ys.terms) {
            return false;
        }
        if xs.methods.iter().zip(&ys.methods).any(|(m, n)| m.name != n.name || m.pkg != n.pkg) {
            return false;
        }
        pairs.push((a, b));
        let same = xs.methods.iter().zip(&ys.methods).all(|(m, n)| self.identical_in(m.ty, n.ty, ignore_tags, pairs));
        pairs.pop();
        same
    }

    pub(crate) fn term_lists_equal(&mut self, x: &Option<Vec<Term>>, y: &Option<Vec<Term>>) -> bool {
        match (x, y) {
            (None, None) => true,
            (Some(x), Some(y)) => self.terms_equal(x, y),
            _ => false,
        }
    }
}

/// Representatives, for tables of types.
impl Types {
    /// The same id for all types that are identical to `ty`: the first that was asked for. Aliases are gone.
    pub fn canonical(&mut self, ty: TypeId) -> TypeId {
        let ty = self.unalias(ty);
        if let Some(&known) = self.canonical.get(&ty) {
            return known;
        }
        let mut hasher = FxHasher::default();
        self.hash_type(ty, &mut hasher, 0);
        let hash = hasher.finish();
        let class = self.classes.get(&hash).cloned().unwrap_or_default();
        let found = class.into_iter().find(|&other| self.identical(ty, other));
        let representative = found.unwrap_or_else(|| {
            self.classes.entry(hash).or_default().push(ty);
            ty
        });
        self.canonical.insert(ty, representative);
        representative
    }

    /// Hashes what identical types have in common.
    fn hash_type(&mut self, ty: TypeId, hasher: &mut FxHasher, depth: u32) {
        let ty = self.unalias(ty);
        std::mem::discriminant(&self.types[ty]).hash(hasher);
        if depth > 6 {
            return;
        }
        let parts: Vec<TypeId> = match &self.types[ty] {
            Type::Basic(basic) => return basic.hash(hasher),
            Type::TypeParam(tparam) => return tparam.hash(hasher),
            Type::Named(named) => match &self.named[*named].instance_of {
                Some((origin, targs)) => {
                    origin.hash(hasher);
                    targs.clone()
                }
                None => return named.hash(hasher),
            },
            &(Type::Pointer(t) | Type::Slice(t)) => vec![t],
            Type::Array { len, elem } => {
                len.hash(hasher);
                vec![*elem]
            }
            Type::Map { key, value } => vec![*key, *value],
            Type::Chan { dir, elem } => {
                dir.hash(hasher);
                vec![*elem]
            }
            Type::Struct(fields) => {
                for f in fields {
                    (f.name, f.embedded, f.tag).hash(hasher);
                }
                fields.iter().map(|f| f.ty).collect()
            }
            Type::Signature(sig) => {
                (sig.params.len(), sig.results.len(), sig.variadic, sig.tparams.len()).hash(hasher);
                if !sig.tparams.is_empty() {
                    return;
                }
                sig.params.iter().chain(&sig.results).map(|p| p.ty).collect()
            }
            Type::Tuple(list) => list.iter().map(|r| r.ty).collect(),
            Type::Interface(iface) => {
                let iface = *iface;
                let set = self.type_set(iface);
                set.methods.len().hash(hasher);
                for m in &set.methods {
                    m.name.hash(hasher);
                }
                return;
            }
            Type::Union(_) | Type::Alias { .. } => return,
        };
        for part in parts {
            self.hash_type(part, hasher, depth + 1);
        }
    }
}
