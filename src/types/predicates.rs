//! Questions about single types: underlying types and what kind of thing they are.

use super::{Basic, InterfaceId, NamedId, Type, TypeId, TypeParamId, Types};
use rustc_hash::FxHashSet;

/// Properties of basic types, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BasicInfo(pub u16);

#[expect(missing_docs, reason = "the names are Go's")]
impl BasicInfo {
    pub const BOOLEAN: BasicInfo = BasicInfo(1);
    pub const INTEGER: BasicInfo = BasicInfo(2);
    pub const UNSIGNED: BasicInfo = BasicInfo(4);
    pub const FLOAT: BasicInfo = BasicInfo(8);
    pub const COMPLEX: BasicInfo = BasicInfo(16);
    pub const STRING: BasicInfo = BasicInfo(32);
    pub const UNTYPED: BasicInfo = BasicInfo(64);
    pub const ORDERED: BasicInfo = BasicInfo(2 | 8 | 32);
    pub const NUMERIC: BasicInfo = BasicInfo(2 | 8 | 16);
    pub const NUMERIC_OR_STRING: BasicInfo = BasicInfo(2 | 8 | 16 | 32);
    pub const INTEGER_OR_FLOAT: BasicInfo = BasicInfo(2 | 8);
    pub const CONST_TYPE: BasicInfo = BasicInfo(1 | 2 | 8 | 16 | 32);

    pub fn has(self, any: BasicInfo) -> bool {
        self.0 & any.0 != 0
    }
}

impl Basic {
    /// Its properties.
    pub fn info(self) -> BasicInfo {
        BasicInfo(match self {
            Basic::Invalid | Basic::UnsafePointer => 0,
            Basic::Bool => 1,
            Basic::Int | Basic::Int8 | Basic::Int16 | Basic::Int32 | Basic::Int64 => 2,
            Basic::Uint | Basic::Uint8 | Basic::Uint16 | Basic::Uint32 | Basic::Uint64 | Basic::Uintptr => 2 | 4,
            Basic::Float32 | Basic::Float64 => 8,
            Basic::Complex64 | Basic::Complex128 => 16,
            Basic::String => 32,
            Basic::UntypedBool => 1 | 64,
            Basic::UntypedInt | Basic::UntypedRune => 2 | 64,
            Basic::UntypedFloat => 8 | 64,
            Basic::UntypedComplex => 16 | 64,
            Basic::UntypedString => 32 | 64,
            Basic::UntypedNil => 64,
        })
    }
}

/// Why values of a type cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incomparable {
    /// No particular reason.
    Plain,
    /// A struct with a field of this type.
    Struct(TypeId),
    /// An array type.
    Array(TypeId),
    /// A type parameter that no type satisfies.
    EmptyTypeSet,
    /// A type parameter that may be an incomparable type.
    InTypeSet,
}

impl Types {
    /// What an alias stands for; other types are themselves.
    pub fn unalias(&self, ty: TypeId) -> TypeId {
        let mut ty = ty;
        // An alias declared inside of another's declaration may stand for that one.
        while let Type::Alias { actual, .. } = self.types[ty] {
            ty = actual;
        }
        ty
    }

    /// The defined type that `ty` is, aliases aside.
    pub fn as_named(&self, ty: TypeId) -> Option<NamedId> {
        match self.types[self.unalias(ty)] {
            Type::Named(named) => Some(named),
            _ => None,
        }
    }

    /// The type parameter that `ty` is, aliases aside.
    pub fn as_type_param(&self, ty: TypeId) -> Option<TypeParamId> {
        match self.types[self.unalias(ty)] {
            Type::TypeParam(tparam) => Some(tparam),
            _ => None,
        }
    }

    /// The generic type of an instance; other types are themselves.
    pub fn origin(&self, named: NamedId) -> NamedId {
        self.named[named].instance_of.as_ref().map_or(named, |(origin, _)| *origin)
    }

    /// The underlying type: of a type parameter its constraint's interface.
    pub fn under(&mut self, ty: TypeId) -> TypeId {
        match self.types[ty] {
            Type::Alias { actual, .. } => self.under(actual),
            Type::Named(named) => self.named_under(named),
            Type::TypeParam(tparam) => self.tparam_interface(tparam),
            _ => ty,
        }
    }

    /// The underlying type as `&Type`.
    pub fn under_type(&mut self, ty: TypeId) -> &Type {
        let u = self.under(ty);
        &self.types[u]
    }

    fn named_under(&mut self, named: NamedId) -> TypeId {
        if let Some(u) = self.named[named].underlying {
            return u;
        }
        let mut path = vec![named];
        let mut at = named;
        let under = loop {
            let Some(rhs) = self.named_rhs(at) else { return TypeId::INVALID };
            let rhs = self.unalias(rhs);
            let Type::Named(next) = self.types[rhs] else { break rhs };
            if let Some(u) = self.named[next].underlying {
                break u;
            }
            if path.contains(&next) {
                break TypeId::INVALID;
            }
            path.push(next);
            at = next;
        };
        for named in path {
            self.named[named].underlying = Some(under);
        }
        under
    }

    /// The right side of a declaration; of an instance the substituted one. `None` while that is being checked.
    pub fn named_rhs(&mut self, named: NamedId) -> Option<TypeId> {
        if let Some(rhs) = self.named[named].rhs {
            return Some(rhs);
        }
        let (origin, targs) = self.named[named].instance_of.clone()?;
        let rhs = self.named[origin].rhs?;
        let tparams = self.named[origin].tparams.clone();
        if tparams.len() != targs.len() {
            return Some(TypeId::INVALID);
        }
        let map: Vec<_> = tparams.into_iter().zip(targs).collect();
        let rhs = self.subst(rhs, &map);
        self.named[named].rhs = Some(rhs);
        Some(rhs)
    }

    /// The interface of a type parameter's constraint; one is made for constraints such as `~int`.
    pub fn tparam_interface(&mut self, tparam: TypeParamId) -> TypeId {
        let bound = self.tparams[tparam].constraint;
        if bound == TypeId::NONE || matches!(self.types[self.unalias(bound)], Type::TypeParam(_)) {
            return TypeId::EMPTY_INTERFACE;
        }
        let u = self.under(bound);
        match self.types[u] {
            Type::Interface(_) => u,
            Type::Basic(Basic::Invalid) => TypeId::EMPTY_INTERFACE,
            _ => {
                let (iface, id) = self.new_interface();
                let interface = &mut self.interfaces[iface];
                interface.embeds.push(bound);
                interface.implicit = true;
                interface.complete = true;
                self.tparams[tparam].constraint = id;
                id
            }
        }
    }

    /// The interface that `ty`'s underlying type is; for a type parameter that of its constraint.
    pub fn as_interface(&mut self, ty: TypeId) -> Option<InterfaceId> {
        match self.under_type(ty) {
            Type::Interface(id) => Some(*id),
            _ => None,
        }
    }

    /// The basic type that `ty`'s underlying type is.
    pub fn basic(&mut self, ty: TypeId) -> Option<Basic> {
        match self.under_type(ty) {
            Type::Basic(basic) => Some(*basic),
            _ => None,
        }
    }

    /// Whether `ty` is of a basic type with one of these properties (and no type parameter).
    pub fn is_basic(&mut self, ty: TypeId, info: BasicInfo) -> bool {
        self.basic(ty).is_some_and(|b| b.info().has(info))
    }

    /// As [`Types::is_basic`]; for a type parameter whether all types of its set are.
    pub fn all_basic(&mut self, ty: TypeId, info: BasicInfo) -> bool {
        if let Some(tparam) = self.as_type_param(ty) {
            return self.tparam_terms(tparam).is_some_and(|terms| terms.iter().all(|t| self.is_basic(t.ty, info)));
        }
        self.is_basic(ty, info)
    }

    /// Whether it is a type at all.
    pub fn is_valid(&self, ty: TypeId) -> bool {
        self.unalias(ty) != TypeId::INVALID
    }

    /// Whether it is the type of an untyped constant or of nil.
    pub fn is_untyped(&self, ty: TypeId) -> bool {
        (TypeId::UNTYPED_BOOL.0..=TypeId::UNTYPED_NIL.0).contains(&ty.0)
    }

    /// Whether it is not untyped.
    pub fn is_typed(&self, ty: TypeId) -> bool {
        !self.is_untyped(ty)
    }

    /// Whether it is a type parameter.
    pub fn is_type_param(&self, ty: TypeId) -> bool {
        self.as_type_param(ty).is_some()
    }

    /// Whether its underlying type is an interface (true for type parameters).
    pub fn is_interface(&mut self, ty: TypeId) -> bool {
        self.as_interface(ty).is_some()
    }

    /// Whether it is an interface type and no type parameter.
    pub fn is_non_tparam_interface(&mut self, ty: TypeId) -> bool {
        !self.is_type_param(ty) && self.is_interface(ty)
    }

    /// Whether it has a name: basic, defined, or a type parameter.
    pub fn has_name(&self, ty: TypeId) -> bool {
        matches!(self.types[self.unalias(ty)], Type::Basic(_) | Type::Named(_) | Type::TypeParam(_))
    }

    /// Whether it is written as a literal: neither defined nor a type parameter.
    pub fn is_type_lit(&self, ty: TypeId) -> bool {
        !matches!(self.types[self.unalias(ty)], Type::Named(_) | Type::TypeParam(_))
    }

    /// Whether it is a generic type without arguments.
    pub fn is_generic(&self, ty: TypeId) -> bool {
        if let Type::Alias { obj, targs, .. } = &self.types[ty]
            && targs.is_empty()
            && self.alias_tparams.contains_key(obj)
        {
            return true;
        }
        self.as_named(ty).is_some_and(|n| self.named[n].instance_of.is_none() && !self.named[n].tparams.is_empty())
    }

    /// The element of a pointer type (not of a defined one), and whether it was one.
    pub fn deref(&self, ty: TypeId) -> (TypeId, bool) {
        match self.types[self.unalias(ty)] {
            Type::Pointer(elem) => (elem, true),
            _ => (ty, false),
        }
    }

    /// The struct that a pointer points to, or the type itself.
    pub fn deref_struct_ptr(&mut self, ty: TypeId) -> TypeId {
        if let Type::Pointer(elem) = *self.under_type(ty)
            && matches!(self.under_type(elem), Type::Struct(_))
        {
            return elem;
        }
        ty
    }

    /// Whether its underlying type is a pointer to an interface.
    pub fn is_interface_ptr(&mut self, ty: TypeId) -> bool {
        match *self.under_type(ty) {
            Type::Pointer(elem) => self.is_interface(elem),
            _ => false,
        }
    }

    /// Whether nil is a value of it.
    pub fn has_nil(&mut self, ty: TypeId) -> bool {
        match self.under_type(ty) {
            Type::Basic(basic) => *basic == Basic::UnsafePointer,
            Type::Slice(_) | Type::Pointer(_) | Type::Signature(_) | Type::Map { .. } | Type::Chan { .. } => true,
            Type::Interface(_) => match self.as_type_param(ty) {
                None => true,
                Some(tparam) => self.tparam_terms(tparam).is_some_and(|terms| terms.iter().all(|t| self.has_nil(t.ty))),
            },
            _ => false,
        }
    }

    /// Whether `==` works on its values (it may still panic on interfaces).
    pub fn comparable(&mut self, ty: TypeId) -> bool {
        self.incomparable(ty, true).is_none()
    }

    /// Why values of it cannot be compared. With `dynamic`, interfaces count as comparable.
    pub fn incomparable(&mut self, ty: TypeId, dynamic: bool) -> Option<Incomparable> {
        self.incomparable_in(ty, dynamic, &mut FxHashSet::default())
    }

    fn incomparable_in(&mut self, ty: TypeId, dynamic: bool, seen: &mut FxHashSet<TypeId>) -> Option<Incomparable> {
        let u = self.under(ty);
        match &self.types[u] {
            Type::Basic(basic) => (*basic == Basic::UntypedNil).then_some(Incomparable::Plain),
            Type::Pointer(_) | Type::Chan { .. } => None,
            Type::Struct(fields) => {
                if !seen.insert(ty) {
                    return None;
                }
                let fields: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                fields.into_iter().find(|&f| self.incomparable_in(f, dynamic, seen).is_some()).map(Incomparable::Struct)
            }
            Type::Array { elem, .. } => {
                let elem = *elem;
                if !seen.insert(ty) {
                    return None;
                }
                self.incomparable_in(elem, dynamic, seen).map(|_| Incomparable::Array(ty))
            }
            Type::Interface(iface) => {
                let iface = *iface;
                if dynamic && !self.is_type_param(ty) {
                    return None;
                }
                if !seen.insert(ty) {
                    return None;
                }
                let set = self.type_set(iface);
                let Some(terms) = set.terms.clone() else {
                    return (!set.comparable).then_some(Incomparable::InTypeSet);
                };
                if terms.is_empty() {
                    return Some(Incomparable::EmptyTypeSet);
                }
                terms
                    .iter()
                    .any(|t| self.incomparable_in(t.ty, false, seen).is_some())
                    .then_some(Incomparable::InTypeSet)
            }
            Type::Slice(_)
            | Type::Map { .. }
            | Type::Signature(_)
            | Type::Tuple(_)
            | Type::Union(_)
            | Type::Named(_)
            | Type::Alias { .. }
            | Type::TypeParam(_) => Some(Incomparable::Plain),
        }
    }

    /// The type that an untyped value gets by default.
    pub fn default_type(&self, ty: TypeId) -> TypeId {
        match ty {
            TypeId::UNTYPED_BOOL => TypeId::BOOL,
            TypeId::UNTYPED_INT => TypeId::INT,
            TypeId::UNTYPED_RUNE => TypeId::RUNE,
            TypeId::UNTYPED_FLOAT => TypeId::FLOAT64,
            TypeId::UNTYPED_COMPLEX => TypeId::COMPLEX128,
            TypeId::UNTYPED_STRING => TypeId::STRING,
            _ => ty,
        }
    }

    /// The array that a pointer points to, or the type itself.
    pub fn array_ptr_deref(&mut self, ty: TypeId) -> TypeId {
        if let Type::Pointer(elem) = self.types[self.unalias(ty)] {
            let u = self.under(elem);
            if matches!(self.types[u], Type::Array { .. }) {
                return u;
            }
        }
        ty
    }
}
