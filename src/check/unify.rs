//! Unification of types with type parameters.

use super::checker::Checker;
use crate::types::{ChanDir, InterfaceId, Lookup, NameMatch, Type, TypeId, TypeParamId};

/// How exactly types must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnifyMode {
    /// As for an assignment: outermost types may differ as assignability allows.
    pub(super) assign: bool,
    /// Types must be identical.
    pub(super) exact: bool,
}

impl UnifyMode {
    pub(super) const INEXACT: UnifyMode = UnifyMode { assign: false, exact: false };
    pub(super) const ASSIGN: UnifyMode = UnifyMode { assign: true, exact: false };
    pub(super) const EXACT: UnifyMode = UnifyMode { assign: false, exact: true };
}

const DEPTH_LIMIT: u32 = 50;

/// What is known of type parameters; joined ones share an entry.
#[derive(Debug)]
pub(super) struct Unifier {
    tparams: Vec<TypeParamId>,
    /// For each type parameter its entry in `types`.
    handles: Vec<usize>,
    types: Vec<Option<TypeId>>,
    depth: u32,
    interfaces: bool,
}

type Pairs = Vec<(InterfaceId, InterfaceId)>;

impl Unifier {
    pub(super) fn new(tparams: &[TypeParamId], targs: &[Option<TypeId>], interfaces: bool) -> Self {
        Self {
            tparams: tparams.to_vec(),
            handles: (0..tparams.len()).collect(),
            types: (0..tparams.len()).map(|i| targs.get(i).copied().flatten()).collect(),
            depth: 0,
            interfaces,
        }
    }

    fn index(&self, tparam: TypeParamId) -> Option<usize> {
        self.tparams.iter().position(|&t| t == tparam)
    }

    pub(super) fn at(&self, i: usize) -> Option<TypeId> {
        self.types[self.handles[i]]
    }

    pub(super) fn set(&mut self, i: usize, ty: TypeId) {
        self.types[self.handles[i]] = Some(ty);
    }

    pub(super) fn unknowns(&self) -> usize {
        (0..self.tparams.len()).filter(|&i| self.at(i).is_none()).count()
    }

    pub(super) fn inferred(&self) -> Vec<Option<TypeId>> {
        (0..self.tparams.len()).map(|i| self.at(i)).collect()
    }

    fn join(&mut self, x: usize, y: usize) -> bool {
        let (hx, hy) = (self.handles[x], self.handles[y]);
        if hx == hy {
            return true;
        }
        let (from, to) = match (self.types[hx], self.types[hy]) {
            (Some(_), Some(_)) => return false,
            (Some(_), None) => (hy, hx),
            (None, _) => (hx, hy),
        };
        for h in &mut self.handles {
            if *h == from {
                *h = to;
            }
        }
        true
    }

    fn bound(&self, c: &Checker<'_>, ty: TypeId) -> Option<usize> {
        c.types.as_type_param(ty).and_then(|t| self.index(t))
    }

    pub(super) fn unify(&mut self, c: &mut Checker<'_>, x: TypeId, y: TypeId, mode: UnifyMode) -> bool {
        self.nify(c, x, y, mode, &mut Vec::new())
    }

    fn nify(&mut self, c: &mut Checker<'_>, x: TypeId, y: TypeId, mode: UnifyMode, pairs: &mut Pairs) -> bool {
        self.depth += 1;
        let ok = self.depth <= DEPTH_LIMIT && self.nify_inner(c, x, y, mode, pairs);
        self.depth -= 1;
        ok
    }

    fn as_interface(c: &mut Checker<'_>, ty: TypeId) -> Option<InterfaceId> {
        if c.types.is_type_param(ty) { None } else { c.types.as_interface(ty) }
    }

    fn nify_inner(&mut self, c: &mut Checker<'_>, x: TypeId, y: TypeId, mode: UnifyMode, pairs: &mut Pairs) -> bool {
        let (mut x, mut y) = (x, y);
        if x == y || c.types.unalias(x) == c.types.unalias(y) {
            return true;
        }
        if c.types.as_named(x).is_some() || self.bound(c, y).is_some() {
            (x, y) = (y, x);
        }
        // An exact match is not needed, and one is a type literal: the other's underlying type counts.
        if !mode.exact && c.types.as_named(y).is_some() && c.types.is_type_lit(x) {
            let skip = self.interfaces && c.types.is_interface(x);
            if !skip {
                y = c.types.under(y);
                if x == y || c.types.unalias(x) == c.types.unalias(y) {
                    return true;
                }
            }
        }
        match (self.bound(c, x), self.bound(c, y)) {
            (Some(px), Some(py)) => {
                if self.join(px, py) {
                    return true;
                }
                return match (self.at(px), self.at(py)) {
                    (Some(x), Some(y)) => self.nify(c, x, y, mode, pairs),
                    _ => false,
                };
            }
            (Some(px), None) => {
                let Some(known) = self.at(px) else {
                    self.set(px, y);
                    return true;
                };
                return self.nify(c, known, y, mode, pairs) && self.refine(c, px, known, y, mode);
            }
            (None, _) => {}
        }
        if self.interfaces && !mode.exact {
            let (xi, yi) = (Self::as_interface(c, x), Self::as_interface(c, y));
            match (xi, yi) {
                (Some(xi), Some(yi)) => return self.nify_interfaces(c, xi, yi, false, pairs),
                (None, Some(i)) => return self.nify_methods(c, i, x, pairs),
                (Some(i), None) => return self.nify_methods(c, i, y, pairs),
                (None, None) => {}
            }
        }
        if c.types.is_type_param(y) {
            (x, y) = (y, x);
        }
        self.nify_structure(c, x, y, mode, pairs)
    }

    /// A type was inferred before and unifies: which of the two is kept.
    fn refine(&mut self, c: &mut Checker<'_>, px: usize, x: TypeId, y: TypeId, mode: UnifyMode) -> bool {
        let (xi, yi) = (Self::as_interface(c, x), Self::as_interface(c, y));
        let (xn, yn) = (c.types.as_named(x).is_some(), c.types.as_named(y).is_some());
        match (xi, yi) {
            (Some(xi), Some(yi)) => {
                if xn && yn {
                    return c.types.identical(x, y);
                }
                if c.types.type_set(xi).methods.len() != c.types.type_set(yi).methods.len() {
                    return false;
                }
            }
            (None, None) => {}
            _ => return false,
        }
        if !mode.exact && !xn {
            let directed = matches!(c.types.under_type(y), Type::Chan { dir, .. } if *dir != ChanDir::Both);
            if yn || directed {
                self.set(px, y);
            }
        }
        true
    }

    fn nify_interfaces(
        &mut self,
        c: &mut Checker<'_>,
        xi: InterfaceId,
        yi: InterfaceId,
        all: bool,
        pairs: &mut Pairs,
    ) -> bool {
        let (xs, ys) = (c.types.type_set(xi).clone(), c.types.type_set(yi).clone());
        if xs.comparable != ys.comparable || !c.types.term_lists_equal(&xs.terms, &ys.terms) {
            return false;
        }
        if all && xs.methods.len() != ys.methods.len() {
            return false;
        }
        if pairs.contains(&(xi, yi)) || pairs.contains(&(yi, xi)) {
            return true;
        }
        let (few, many) = if xs.methods.len() > ys.methods.len() { (ys, xs) } else { (xs, ys) };
        pairs.push((xi, yi));
        let ok = few.methods.iter().all(|m| {
            let other = many.methods.iter().find(|n| n.name == m.name && n.pkg == m.pkg);
            other.is_some_and(|n| self.nify(c, m.ty, n.ty, UnifyMode::EXACT, pairs))
        });
        pairs.pop();
        ok
    }

    fn nify_methods(&mut self, c: &mut Checker<'_>, iface: InterfaceId, ty: TypeId, pairs: &mut Pairs) -> bool {
        for m in c.types.type_set(iface).methods.clone() {
            let found = c.types.lookup(ty, false, NameMatch::Exact(m.pkg, m.name));
            let Lookup::Found { obj, ty: mut found, named, .. } = found else { return false };
            if !c.obj(obj).is_func() {
                return false;
            }
            if let Some(named) = named {
                c.obj_decl(obj);
                found = c.types.method_type(named, obj);
            }
            let generic = matches!(&c.types.types[found], Type::Signature(sig) if !sig.tparams.is_empty());
            if generic || !self.nify(c, m.ty, found, UnifyMode::EXACT, pairs) {
                return false;
            }
        }
        true
    }

    fn nify_structure(
        &mut self,
        c: &mut Checker<'_>,
        x: TypeId,
        y: TypeId,
        mode: UnifyMode,
        pairs: &mut Pairs,
    ) -> bool {
        let emode = UnifyMode { exact: mode.exact || mode.assign, ..mode };
        let (xa, ya) = (c.types.unalias(x), c.types.unalias(y));
        match (&c.types.types[xa], &c.types.types[ya]) {
            (Type::Basic(a), Type::Basic(b)) => a == b,
            (&Type::Array { len: n, elem: a }, &Type::Array { len: m, elem: b }) => {
                (n < 0 || m < 0 || n == m) && self.nify(c, a, b, emode, pairs)
            }
            (&Type::Slice(a), &Type::Slice(b)) | (&Type::Pointer(a), &Type::Pointer(b)) => {
                self.nify(c, a, b, emode, pairs)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                let same = a.len() == b.len()
                    && a.iter()
                        .zip(b)
                        .all(|(f, g)| f.embedded == g.embedded && f.tag == g.tag && f.name == g.name && f.pkg == g.pkg);
                let list: Vec<_> = a.iter().zip(b).map(|(f, g)| (f.ty, g.ty)).collect();
                same && list.into_iter().all(|(f, g)| self.nify(c, f, g, emode, pairs))
            }
            (Type::Tuple(a), Type::Tuple(b)) => {
                let same = a.len() == b.len();
                let list: Vec<_> = a.iter().zip(b).map(|(f, g)| (f.ty, g.ty)).collect();
                same && list.into_iter().all(|(f, g)| self.nify(c, f, g, mode, pairs))
            }
            (Type::Signature(a), Type::Signature(b)) => {
                let same =
                    a.variadic == b.variadic && a.params.len() == b.params.len() && a.results.len() == b.results.len();
                let all = |s: &crate::types::Signature| -> Vec<TypeId> {
                    s.params.iter().chain(&s.results).map(|p| p.ty).collect()
                };
                let list: Vec<_> = all(a).into_iter().zip(all(b)).collect();
                same && list.into_iter().all(|(f, g)| self.nify(c, f, g, emode, pairs))
            }
            (&Type::Interface(a), &Type::Interface(b)) => self.nify_interfaces(c, a, b, true, pairs),
            (&Type::Map { key: a, value: b }, &Type::Map { key: k, value: v }) => {
                self.nify(c, a, k, emode, pairs) && self.nify(c, b, v, emode, pairs)
            }
            (&Type::Chan { dir: d, elem: a }, &Type::Chan { dir: e, elem: b }) => {
                (!mode.exact || d == e) && self.nify(c, a, b, emode, pairs)
            }
            (Type::Named(a), Type::Named(b)) => {
                let (Some((p, xs)), Some((q, ys))) = (&c.types.named[*a].instance_of, &c.types.named[*b].instance_of)
                else {
                    return false;
                };
                let same = p == q && xs.len() == ys.len();
                let list: Vec<_> = xs.iter().copied().zip(ys.iter().copied()).collect();
                same && list.into_iter().all(|(f, g)| self.nify(c, f, g, mode, pairs))
            }
            (Type::TypeParam(_), _) => match c.common_under(xa, None) {
                Ok(core) => self.nify(c, core, y, UnifyMode::ASSIGN, pairs),
                Err(_) => false,
            },
            _ => false,
        }
    }
}
