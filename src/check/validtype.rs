//! Types of infinite size.

use super::checker::Checker;
use super::errors;
use crate::base::Pos;
use crate::syntax::ast::ExprId;
use crate::types::{NamedId, ObjId, Type, TypeId};

impl Checker<'_> {
    pub(super) fn check_valid_type(&mut self, obj: ObjId, rhs: Option<TypeId>, at: Option<ExprId>) {
        let ty = self.obj(obj).ty;
        if ty.is_some() && self.types.as_named(ty).is_some() {
            let id = self.types.unalias(ty);
            self.valid_type(id, &mut Vec::new(), &mut Vec::new());
        }
        if let (Some(rhs), Some(at)) = (rhs, at)
            && !self.allow_version(18)
            && self.is_imported_constraint(rhs)
        {
            let what = errors::using_constraint(self.ts(rhs));
            self.verify_version(self.start(at), 18, &what);
        }
    }

    pub(super) fn is_imported_constraint(&mut self, ty: TypeId) -> bool {
        let Some(named) = self.types.as_named(ty) else { return false };
        let pkg = self.obj(self.types.named[named].obj).pkg;
        if pkg.is_none() || pkg == Some(self.env.pkg) {
            return false;
        }
        let Some(iface) = self.types.as_interface(ty) else { return false };
        !self.types.type_set(iface).is_method_set()
    }

    /// `nest` are the types whose values hold the one at hand, `path` also those of type arguments.
    fn valid_type(&mut self, ty: TypeId, nest: &mut Vec<TypeId>, path: &mut Vec<TypeId>) -> bool {
        let ty = self.types.unalias(ty);
        match &self.types.types[ty] {
            &Type::Array { elem, .. } => self.valid_type(elem, nest, path),
            Type::Struct(fields) => {
                let types: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                types.into_iter().all(|t| self.valid_type(t, nest, path))
            }
            Type::Union(terms) => {
                let types: Vec<TypeId> = terms.iter().map(|t| t.ty).collect();
                types.into_iter().all(|t| self.valid_type(t, nest, path))
            }
            Type::Interface(iface) => {
                let types = self.types.interfaces[*iface].embeds.clone();
                types.into_iter().all(|t| self.valid_type(t, nest, path))
            }
            Type::Named(named) => {
                let named = *named;
                self.valid_named(ty, named, nest, path)
            }
            Type::TypeParam(tparam) => {
                let tparam = *tparam;
                let Some(&inst) = nest.last() else { return true };
                let Type::Named(inst_named) = self.types.types[inst] else { return true };
                let info = &self.types.named[inst_named];
                let Some((_, targs)) = &info.instance_of else { return true };
                let Some(i) = info.tparams.iter().position(|&t| t == tparam) else { return true };
                let Some(&targ) = targs.get(i) else { return true };
                nest.pop();
                let ok = self.valid_type(targ, nest, path);
                nest.push(inst);
                ok
            }
            _ => true,
        }
    }

    fn valid_named(&mut self, ty: TypeId, named: NamedId, nest: &mut Vec<TypeId>, path: &mut Vec<TypeId>) -> bool {
        if self.valid_types.contains(&named) || nest.len() > 500 {
            return true;
        }
        let generic = !self.types.named[named].tparams.is_empty();
        let pkg = self.obj(self.types.named[named].obj).pkg;
        if !generic && pkg.is_none_or(|p| self.pkgs[p].library) {
            return true;
        }
        if nest.iter().any(|&n| n == ty || self.types.identical(n, ty)) {
            let origin = self.types.origin(named);
            self.types.named[origin].rhs = Some(TypeId::INVALID);
            self.types.named[origin].underlying = Some(TypeId::INVALID);
            if let Some(start) = (0..path.len()).find(|&p| path[p] == ty || self.types.identical(path[p], ty)) {
                let cycle: Vec<(Pos, String)> = path[start..].iter().map(|&t| self.cycle_entry(t)).collect();
                self.type_cycle_error(&cycle);
            }
            return false;
        }
        let origin = self.types.origin(named);
        let Some(rhs) = self.types.named[origin].rhs else { return true };
        nest.push(ty);
        path.push(ty);
        let ok = self.valid_type(rhs, nest, path);
        nest.pop();
        path.pop();
        if ok && !generic {
            self.valid_types.insert(named);
        }
        ok
    }

    /// Where a type of a cycle stands, and its name: an instance is where it was first written.
    fn cycle_entry(&self, ty: TypeId) -> (Pos, String) {
        let Some(named) = self.types.as_named(ty) else { return (Pos::NONE, self.ts(ty)) };
        let object = self.obj(self.types.named[named].obj);
        if self.types.named[named].instance_of.is_some() {
            return (self.instance_pos.get(&named).copied().unwrap_or(object.pos), self.ts(ty));
        }
        let prefix = object.pkg.map_or_else(String::new, |p| self.qualify(p));
        let dot = if prefix.is_empty() { "" } else { "." };
        (object.pos, format!("{prefix}{dot}{}", self.name(object.name)))
    }

    /// An instance holds itself, as was noticed when its size was asked for.
    pub(super) fn instance_cycle(&mut self, ty: TypeId) {
        let start = self.sized.iter().position(|&t| t == ty).unwrap_or(0);
        let mut cycle: Vec<(Pos, String)> = self.sized[start..].iter().map(|&t| self.cycle_entry(t)).collect();
        let first = (0..cycle.len()).min_by_key(|&i| cycle[i].0).unwrap_or(0);
        cycle.rotate_left(first);
        self.type_cycle_error(&cycle);
    }

    fn type_cycle_error(&mut self, cycle: &[(Pos, String)]) {
        let (pos, name) = &cycle[0];
        if cycle.len() == 1 {
            self.err(*pos, errors::recursive_type_itself(name));
            return;
        }
        let mut more = Vec::new();
        for (i, (at, from)) in cycle.iter().enumerate() {
            more.push((*at, errors::refers_to(from, &cycle[(i + 1) % cycle.len()].1)));
        }
        self.err_multi(*pos, errors::recursive_type(name), &more);
    }
}
