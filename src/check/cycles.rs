//! Cycles of declarations.

use super::checker::Checker;
use super::errors;
use crate::base::{Pos, Span};
use crate::syntax::ast::{DeclKind, ExprId, ExprKind};
use crate::types::{InterfaceId, ObjId, ObjKind, Type, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

impl Checker<'_> {
    /// Finds types that are declared as each other without anything between: `type A B; type B A`.
    pub(super) fn direct_cycles(&mut self) {
        let mut done: FxHashSet<ObjId> = FxHashSet::default();
        let scope = self.pkgs[self.env.pkg].scope;
        for obj in self.pkgs[self.env.pkg].objects.clone() {
            if !self.obj(obj).is_type_name() {
                continue;
            }
            let mut path: Vec<ObjId> = Vec::new();
            let mut at = obj;
            loop {
                if done.contains(&at) {
                    break;
                }
                if let Some(start) = path.iter().position(|&o| o == at) {
                    self.types.objects[at].ty = TypeId::INVALID;
                    let cycle = path[start..].to_vec();
                    let first = self.first_in_source(&cycle);
                    self.cycle_error(&cycle, first);
                    break;
                }
                path.push(at);
                let decl = self.decl_of.get(&at).and_then(|&d| self.decls[d].decl);
                let Some(DeclKind::Type { ty, .. }) = decl.map(|d| &self.ast.decls[d].kind) else { break };
                let ExprKind::Name(name) = self.ast.exprs[*ty].kind else { break };
                match self.scopes[scope].get(name) {
                    Some(next) if self.obj(next).is_type_name() => at = next,
                    _ => break,
                }
            }
            done.extend(path);
        }
    }

    /// Whether the cycle from `obj` back to it is fine; reports it if not.
    pub(super) fn valid_cycle(&mut self, obj: ObjId) -> bool {
        let Some(&start) = self.path_index.get(&obj) else { return true };
        let cycle = self.path[start..].to_vec();
        let (mut values, mut types) = (0, 0);
        for &obj in &cycle {
            let object = self.obj(obj);
            match object.kind {
                ObjKind::Const(_) | ObjKind::Var(_) => values += 1,
                ObjKind::TypeName => {
                    if self.env.in_tparam_list && object.ty.is_some() && self.types.is_generic(object.ty) {
                        return true;
                    }
                    let alias = object.ty.is_some()
                        && match &self.types.types[object.ty] {
                            Type::Named(n) => self.types.named[*n].obj != obj,
                            Type::TypeParam(_) => false,
                            _ => true,
                        };
                    if !alias {
                        types += 1;
                    }
                }
                _ => {}
            }
        }
        // Cycles of variables only are found later, when the order of initialisation is known.
        if values == cycle.len() || (values == 0 && types > 0) {
            return true;
        }
        let first = self.first_in_source(&cycle);
        self.cycle_error(&cycle, first);
        false
    }

    pub(super) fn first_in_source(&self, path: &[ObjId]) -> usize {
        (0..path.len()).min_by_key(|&i| self.obj(path[i]).pos).unwrap_or(0)
    }

    /// Reports a cycle, beginning with the object at `start`.
    pub(super) fn cycle_error(&mut self, cycle: &[ObjId], start: usize) {
        let name = |c: &Self, obj: ObjId| {
            let object = c.obj(obj);
            let prefix = object.pkg.map_or_else(String::new, |p| c.qualify(p));
            let dot = if prefix.is_empty() { "" } else { "." };
            format!("{prefix}{dot}{}", c.name(object.name))
        };
        let first = cycle[start];
        let pos = self.obj(first).pos;
        let is_type = self.obj(first).is_type_name();
        let text = name(self, first);
        if is_type {
            let ty = self.obj(first).ty;
            if ty.is_some() && matches!(self.types.types[ty], Type::Alias { .. }) {
                self.types.set_alias(ty, TypeId::INVALID);
            }
        }
        if cycle.len() == 1 {
            let message = if is_type { errors::recursive_type_itself(text) } else { errors::decl_cycle(text) };
            self.err(pos, message);
            return;
        }
        let message = if is_type { errors::recursive_type(&text) } else { errors::decl_cycle(&text) };
        let mut more = Vec::new();
        let mut obj = first;
        for i in 0..cycle.len() {
            let next = cycle[(start + i + 1) % cycle.len()];
            more.push((self.obj(obj).pos, errors::refers_to(name(self, obj), name(self, next))));
            obj = next;
        }
        self.err_multi(pos, message, &more);
    }

    /// Interfaces without a name that have themselves in their methods: gc cannot compile them.
    pub(super) fn interface_cycles(&mut self) {
        let ast = self.ast;
        let mut literals: Vec<(Span, Pos, ExprId)> = ast
            .exprs
            .iter_enumerated()
            .filter(|(_, e)| matches!(e.kind, ExprKind::InterfaceType(_)))
            .map(|(id, e)| (e.span, e.pos, id))
            .collect();
        crate::base::sort_by_key(&mut literals, |(span, ..)| span.lo);
        let mut cyclic: FxHashMap<InterfaceId, bool> = FxHashMap::default();
        let mut end = Pos::NONE;
        for (span, pos, e) in literals {
            // What stands inside of another one is part of it.
            if span.lo < end {
                continue;
            }
            end = span.hi;
            let Some(ty) = self.pkgs[self.env.pkg].exprs[e].ty else { continue };
            if let Some(iface) = self.types.as_interface(ty)
                && self.has_interface_cycle(iface, &mut cyclic)
            {
                self.err(pos, errors::anonymous_interface_cycle());
                // Once is enough.
                cyclic.values_mut().for_each(|c| *c = false);
            }
        }
    }

    fn has_interface_cycle(&mut self, iface: InterfaceId, cyclic: &mut FxHashMap<InterfaceId, bool>) -> bool {
        let methods: Vec<TypeId> = self.types.type_set(iface).methods.iter().map(|m| m.ty).collect();
        methods.into_iter().any(|m| self.in_interface_cycle(m, cyclic))
    }

    fn in_interface_cycle(&mut self, ty: TypeId, cyclic: &mut FxHashMap<InterfaceId, bool>) -> bool {
        let ty = self.types.unalias(ty);
        let parts: Vec<TypeId> = match &self.types.types[ty] {
            &(Type::Pointer(t) | Type::Slice(t) | Type::Array { elem: t, .. } | Type::Chan { elem: t, .. }) => vec![t],
            &Type::Map { key, value } => vec![key, value],
            Type::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
            Type::Signature(sig) => sig.params.iter().chain(&sig.results).map(|p| p.ty).collect(),
            Type::Tuple(list) => list.iter().map(|r| r.ty).collect(),
            &Type::Interface(iface) => {
                let interface = &self.types.interfaces[iface];
                if interface.methods.is_empty() && interface.embeds.is_empty() {
                    return false;
                }
                if let Some(&known) = cyclic.get(&iface) {
                    return known;
                }
                cyclic.insert(iface, true);
                let found = self.has_interface_cycle(iface, cyclic);
                cyclic.insert(iface, found);
                return found;
            }
            _ => return false,
        };
        parts.into_iter().any(|t| self.in_interface_cycle(t, cyclic))
    }

    /// Whether a type's declaration is finished as far as values of it are concerned; reports the cycle if not.
    pub(super) fn is_complete(&mut self, ty: TypeId) -> bool {
        let mut ty = ty;
        for _ in 0..1000 {
            let (obj, rhs) = match &self.types.types[ty] {
                Type::Alias { obj, actual, .. } => (*obj, Some(*actual)),
                Type::Named(named) if self.types.named[*named].instance_of.is_some() => {
                    match self.types.named[*named].rhs {
                        Some(rhs) => ty = rhs,
                        None => return true,
                    }
                    continue;
                }
                Type::Named(named) => (self.types.named[*named].obj, self.types.named[*named].rhs),
                _ => return true,
            };
            if let Some(&start) = self.path_index.get(&obj) {
                let cycle = self.path[start..].to_vec();
                let first = self.first_in_source(&cycle);
                self.cycle_error(&cycle, first);
                return false;
            }
            match rhs {
                Some(rhs) => ty = rhs,
                None => return true,
            }
        }
        true
    }
}
