//! Substitution of type parameters, and instantiation.

use super::{NamedId, ObjId, Signature, Type, TypeId, TypeParamId, Types};

/// Which type each type parameter stands for.
type Map<'a> = &'a [(TypeParamId, TypeId)];

impl Types {
    /// The type that stands for a type parameter itself.
    pub fn tparam_type(&self, tparam: TypeParamId) -> TypeId {
        self.objects[self.tparams[tparam].obj].ty
    }

    /// `ty` with type parameters replaced.
    pub fn subst(&mut self, ty: TypeId, map: Map<'_>) -> TypeId {
        if map.is_empty() || ty == TypeId::NONE {
            return ty;
        }
        match &self.types[ty] {
            Type::Basic(_) => ty,
            Type::TypeParam(t) => map.iter().find(|(from, _)| from == t).map_or(ty, |&(_, to)| to),
            &Type::Pointer(elem) => {
                let new = self.subst(elem, map);
                if new == elem { ty } else { self.pointer(new) }
            }
            &Type::Slice(elem) => {
                let new = self.subst(elem, map);
                if new == elem { ty } else { self.slice(new) }
            }
            &Type::Array { len, elem } => {
                let new = self.subst(elem, map);
                if new == elem { ty } else { self.array(len, new) }
            }
            &Type::Chan { dir, elem } => {
                let new = self.subst(elem, map);
                if new == elem { ty } else { self.chan(dir, new) }
            }
            &Type::Map { key, value } => {
                let (k, v) = (self.subst(key, map), self.subst(value, map));
                if (k, v) == (key, value) { ty } else { self.map(k, v) }
            }
            Type::Struct(fields) => {
                let old: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                let Some(new) = self.subst_list(&old, map) else { return ty };
                let Type::Struct(fields) = &self.types[ty] else { return ty };
                let mut fields = fields.clone();
                for (field, ty) in fields.iter_mut().zip(new) {
                    field.ty = ty;
                }
                self.strukt(fields)
            }
            Type::Tuple(list) => {
                let mut results = list.clone();
                let types: Vec<TypeId> = results.iter().map(|r| r.ty).collect();
                let Some(new) = self.subst_list(&types, map) else { return ty };
                for (result, ty) in results.iter_mut().zip(new) {
                    result.ty = ty;
                }
                self.tuple(results)
            }
            Type::Signature(sig) => {
                let sig = sig.clone();
                self.subst_signature(ty, sig, map)
            }
            Type::Union(terms) => {
                let mut terms = terms.clone();
                let old: Vec<TypeId> = terms.iter().map(|t| t.ty).collect();
                let Some(new) = self.subst_list(&old, map) else { return ty };
                for (term, ty) in terms.iter_mut().zip(new) {
                    term.ty = ty;
                }
                self.intern(Type::Union(terms))
            }
            &Type::Interface(iface) => self.subst_interface(ty, iface, map),
            Type::Named(named) => {
                let named = *named;
                let Some((origin, targs)) = self.named[named].instance_of.clone() else {
                    return self.subst_local(named, map).unwrap_or(ty);
                };
                if targs.len() != self.named[origin].tparams.len() {
                    // Reported where it was written.
                    return TypeId::INVALID;
                }
                self.subst_list(&targs, map).map_or(ty, |new| self.instantiate(origin, new))
            }
            Type::Alias { obj, targs, actual } => {
                let (obj, targs, actual) = (*obj, targs.clone(), *actual);
                if targs.is_empty() {
                    // An alias inside a generic function may stand for something with its type parameters.
                    let new = self.subst(actual, map);
                    return if new == actual { ty } else { new };
                }
                let Some(targs) = self.subst_list(&targs, map) else { return ty };
                let actual = self.subst(actual, map);
                self.intern(Type::Alias { obj, targs, actual })
            }
        }
    }

    /// A type declared in a generic function is another one in each instance of the function.
    fn subst_local(&mut self, named: NamedId, map: Map<'_>) -> Option<TypeId> {
        if !self.locals.contains(&named) {
            return None;
        }
        let tparams = &self.named[named].tparams;
        let targs = tparams.iter().map(|p| map.iter().find(|(from, _)| from == p).map(|&(_, to)| to));
        let targs = targs.collect::<Option<Vec<_>>>()?;
        Some(self.instantiate(named, targs))
    }

    /// Says that a type is declared inside a function with these type parameters. For the compiler: checking sees such a
    /// function only as it is written.
    pub fn note_local(&mut self, named: NamedId, tparams: Vec<TypeParamId>) {
        if self.locals.insert(named) {
            self.named[named].tparams = tparams;
        }
    }

    fn subst_list(&mut self, list: &[TypeId], map: Map<'_>) -> Option<Vec<TypeId>> {
        let mut out: Option<Vec<TypeId>> = None;
        for (i, &ty) in list.iter().enumerate() {
            let new = self.subst(ty, map);
            if new != ty {
                out.get_or_insert_with(|| list.to_vec())[i] = new;
            }
        }
        out
    }

    fn subst_signature(&mut self, ty: TypeId, mut sig: Signature, map: Map<'_>) -> TypeId {
        let mut extended;
        let mut map = map;
        let mut changed = false;
        if let Some(first) = sig.tparams.first() {
            if map.iter().any(|(from, _)| from == first) {
                // The signature itself is being instantiated.
                sig.tparams.clear();
                changed = true;
            } else if sig.mentions(self, map) {
                // Its own type parameters need new constraints: fresh ones.
                extended = map.to_vec();
                let fresh: Vec<_> = sig
                    .tparams
                    .iter()
                    .map(|&old| {
                        let fresh = self.clone_tparam(old);
                        extended.push((old, self.tparam_type(fresh)));
                        fresh
                    })
                    .collect();
                for (&old, &new) in sig.tparams.clone().iter().zip(&fresh) {
                    let bound = self.tparams[old].constraint;
                    self.tparams[new].constraint = self.subst(bound, &extended);
                }
                sig.tparams = fresh;
                map = &extended;
                changed = true;
            }
        }
        for p in sig.params.iter_mut().chain(&mut sig.results) {
            let new = self.subst(p.ty, map);
            changed |= new != p.ty;
            p.ty = new;
        }
        if sig.recv_tparams.first().is_some_and(|t| map.iter().any(|(from, _)| from == t)) {
            sig.recv_tparams.clear();
            changed = true;
        }
        if changed { self.signature(sig) } else { ty }
    }

    /// A new type parameter with the name, index and constraint of `old`.
    pub(crate) fn clone_tparam(&mut self, old: TypeParamId) -> TypeParamId {
        let param = self.tparams[old].clone();
        let object = self.objects[param.obj].clone();
        let obj = self.objects.push(object);
        let (id, ty) = self.new_type_param(obj, param.index, param.constraint);
        self.objects[obj].ty = ty;
        id
    }

    fn subst_interface(&mut self, ty: TypeId, iface: super::InterfaceId, map: Map<'_>) -> TypeId {
        let key = (iface, map.to_vec());
        if let Some(&known) = self.substituted.get(&key) {
            return known;
        }
        let interface = self.interfaces[iface].clone();
        let old: Vec<TypeId> = interface.methods.iter().map(|m| m.ty).collect();
        let methods = self.subst_list(&old, map);
        let embeds = self.subst_list(&interface.embeds, map);
        let result = if methods.is_none() && embeds.is_none() {
            ty
        } else {
            let (new, id) = self.new_interface();
            let mut copy = interface.clone();
            copy.type_set = None;
            if let Some(methods) = methods {
                for (m, ty) in copy.methods.iter_mut().zip(methods) {
                    m.ty = ty;
                }
            }
            if let Some(embeds) = embeds {
                copy.embeds = embeds;
            }
            // Issues were reported for the original.
            copy.embed_pos.clear();
            self.interfaces[new] = copy;
            id
        };
        if interface.complete {
            self.substituted.insert(key, result);
        }
        result
    }

    /// The instance of a generic type: the same arguments give the same id.
    pub fn instantiate(&mut self, generic: NamedId, targs: Vec<TypeId>) -> TypeId {
        let key = (generic, targs);
        if let Some(&id) = self.instances.get(&key) {
            return id;
        }
        let origin = &self.named[generic];
        let (obj, tparams) = (origin.obj, origin.tparams.clone());
        let (named, id) = self.new_named(obj);
        self.named[named].tparams = tparams;
        self.named[named].instance_of = Some(key.clone());
        self.instances.insert(key, id);
        id
    }

    /// The instance of a generic alias.
    pub fn instantiate_alias(&mut self, alias: TypeId, targs: Vec<TypeId>) -> TypeId {
        let Type::Alias { obj, actual, .. } = self.types[alias] else { return TypeId::INVALID };
        let tparams = self.alias_tparams.get(&obj).cloned().unwrap_or_default();
        let map: Vec<_> = tparams.into_iter().zip(targs.iter().copied()).collect();
        let actual = self.subst(actual, &map);
        let actual = self.unalias(actual);
        self.intern(Type::Alias { obj, targs, actual })
    }

    /// The type of a declared method as a method of `named`, which may be an instance; [`TypeId::NONE`] if the declaration was not
    /// checked.
    pub fn method_type(&mut self, named: NamedId, method: ObjId) -> TypeId {
        let ty = self.objects[method].ty;
        let Some((_, targs)) = &self.named[named].instance_of else { return ty };
        if ty == TypeId::NONE {
            return ty;
        }
        if let Some(&known) = self.method_types.get(&(named, method)) {
            return known;
        }
        let Type::Signature(sig) = &self.types[ty] else { return ty };
        if sig.recv_tparams.len() != targs.len() {
            return ty;
        }
        let map: Vec<_> = sig.recv_tparams.iter().copied().zip(targs.iter().copied()).collect();
        let result = self.subst(ty, &map);
        self.method_types.insert((named, method), result);
        result
    }

    /// All methods of a defined type, those of the generic type for an instance.
    pub fn methods(&self, named: NamedId) -> &[ObjId] {
        &self.named[self.origin(named)].methods
    }

    /// Whether `ty` mentions one of the type parameters.
    pub fn is_parameterized(&mut self, tparams: &[TypeParamId], ty: TypeId) -> bool {
        !tparams.is_empty() && self.mentions_any(ty, &|t| tparams.contains(&t), 0)
    }

    /// Whether `ty` mentions any type parameter.
    pub fn has_type_params(&mut self, ty: TypeId) -> bool {
        self.mentions_any(ty, &|_| true, 0)
    }

    fn mentions_any(&mut self, ty: TypeId, is: &dyn Fn(TypeParamId) -> bool, depth: u32) -> bool {
        if depth > 100 || ty == TypeId::NONE {
            return false;
        }
        let list: Vec<TypeId> = match &self.types[ty] {
            Type::Basic(_) => return false,
            Type::TypeParam(t) => return is(*t),
            &(Type::Pointer(t) | Type::Slice(t) | Type::Array { elem: t, .. } | Type::Chan { elem: t, .. }) => {
                return self.mentions_any(t, is, depth + 1);
            }
            Type::Map { key, value } => vec![*key, *value],
            Type::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
            Type::Tuple(list) => list.iter().map(|r| r.ty).collect(),
            Type::Signature(sig) => sig.params.iter().chain(&sig.results).map(|p| p.ty).collect(),
            Type::Union(terms) => terms.iter().map(|t| t.ty).collect(),
            Type::Named(named) => match &self.named[*named].instance_of {
                Some((_, targs)) => targs.clone(),
                None => return false,
            },
            Type::Alias { actual, .. } => vec![*actual],
            Type::Interface(iface) => {
                let interface = &self.interfaces[*iface];
                interface.methods.iter().map(|m| m.ty).chain(interface.embeds.iter().copied()).collect()
            }
        };
        list.into_iter().any(|t| self.mentions_any(t, is, depth + 1))
    }
}

impl Signature {
    fn mentions(&self, types: &mut Types, map: Map<'_>) -> bool {
        let from: Vec<TypeParamId> = map.iter().map(|m| m.0).collect();
        let bounds: Vec<TypeId> = self.tparams.iter().map(|&t| types.tparams[t].constraint).collect();
        let all = self.params.iter().chain(&self.results).map(|p| p.ty).chain(bounds);
        all.collect::<Vec<_>>().into_iter().any(|ty| types.is_parameterized(&from, ty))
    }
}
