//! The model of Go's types and of the things that have them.
//!
//! Data only: arenas of types and objects, with the questions that need no checker (underlying types, identity,
//! substitution, method sets, printing). It knows nothing of syntax trees, scopes or diagnostics. It is the data half of
//! gc's `types2`; names follow it.

mod identical;
mod lookup;
mod predicates;
mod sizes;
mod subst;
mod typeset;
mod typestring;
mod universe;

pub use lookup::{Lookup, Missing, MissingState, NameMatch, PromotedMethod};
pub use predicates::{BasicInfo, Incomparable};
pub use typeset::{MAX_TERMS, TypeSetIssue};
pub use typestring::{Qualifier, TypePrinter};

use crate::base::{IndexVec, Pos, Symbol};
use crate::constant;
use rustc_hash::FxHashMap;

crate::define_id! {
    /// A type in [`Types`]. Equal ids mean identical types; different ids may still be identical (parameter
    /// names, aliases, the order of interface methods): ask [`Types::identical`].
    TypeId
}
crate::define_id! {
    /// A declared thing in [`Types`]: variable, constant, type name, function…
    ObjId
}
crate::define_id! {
    /// A package.
    PkgId
}
crate::define_id! {
    /// A defined (named) type or an instance of a generic one.
    NamedId
}
crate::define_id! {
    /// An interface type.
    InterfaceId
}
crate::define_id! {
    /// A type parameter.
    TypeParamId
}

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// Predeclared, untyped and invalid types, and `unsafe.Pointer`.
    Basic(Basic),
    /// A defined type.
    Named(NamedId),
    /// An alias, kept for messages; see [`Types::unalias`].
    Alias {
        /// The alias's type name.
        obj: ObjId,
        /// Type arguments of a generic alias.
        targs: Vec<TypeId>,
        /// What it stands for.
        actual: TypeId,
    },
    /// `*T`
    Pointer(TypeId),
    /// `[]T`
    Slice(TypeId),
    /// `[N]T`; a negative length is an invalid one that has been reported.
    Array {
        /// Number of elements.
        len: i64,
        /// Element type.
        elem: TypeId,
    },
    /// `map[K]V`
    Map {
        /// Key type.
        key: TypeId,
        /// Value type.
        value: TypeId,
    },
    /// `chan T`
    Chan {
        /// Direction.
        dir: ChanDir,
        /// Element type.
        elem: TypeId,
    },
    /// `struct { … }`
    Struct(Vec<Field>),
    /// `func(…) …`
    Signature(Signature),
    /// `interface { … }`
    Interface(InterfaceId),
    /// Several values: results of a call.
    Tuple(Vec<ParamType>),
    /// A type parameter inside a generic declaration.
    TypeParam(TypeParamId),
    /// `~A | B` in a constraint.
    Union(Vec<Term>),
}

/// Kinds of basic types, in `go/types` order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are Go's")]
pub enum Basic {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
}

/// Direction of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChanDir {
    /// Both.
    Both,
    /// `chan<-`
    SendOnly,
    /// `<-chan`
    RecvOnly,
}

/// A field of a struct type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its name; for an embedded field the name of the type.
    pub name: Symbol,
    /// The package that an unexported name belongs to.
    pub pkg: Option<PkgId>,
    /// Its type.
    pub ty: TypeId,
    /// Whether it is embedded.
    pub embedded: bool,
    /// Its tag, unquoted; [`Symbol::EMPTY`] for none.
    pub tag: Symbol,
    /// The field's object, for positions and uses. Not part of identity.
    pub obj: ObjId,
}

/// The type of a function.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signature {
    /// Type parameters of a generic function (not those of the receiver).
    pub tparams: Vec<TypeParamId>,
    /// Type parameters that stand for the receiver's type arguments in a method declaration.
    pub recv_tparams: Vec<TypeParamId>,
    /// The receiver variable of a method.
    pub recv: Option<ObjId>,
    /// Parameter types; the last is a slice when variadic.
    pub params: Vec<ParamType>,
    /// Result types.
    pub results: Vec<ParamType>,
    /// Whether the last parameter is `...T`.
    pub variadic: bool,
}

/// A parameter or result in a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParamType {
    /// Its name, [`Symbol::EMPTY`] for none. Not part of identity.
    pub name: Symbol,
    /// Its type.
    pub ty: TypeId,
}

/// A term of a union.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term {
    /// Whether it is `~T`.
    pub tilde: bool,
    /// The type.
    pub ty: TypeId,
}

/// A defined type: what its id stands for.
#[derive(Debug, Clone)]
pub struct Named {
    /// Its type name.
    pub obj: ObjId,
    /// What it is defined as, never itself a named type once checking is done. For an instance the substituted one, filled
    /// on demand.
    pub underlying: Option<TypeId>,
    /// The right side of its declaration, which may be a named type; `None` while it is being checked. Not for instances.
    pub rhs: Option<TypeId>,
    /// Type parameters of a generic type.
    pub tparams: Vec<TypeParamId>,
    /// For an instance: the generic type and its arguments.
    pub instance_of: Option<(NamedId, Vec<TypeId>)>,
    /// Declared methods ([`ObjKind::Func`]), in source order; for an instance those of the generic type.
    pub methods: Vec<ObjId>,
}

/// An interface: what its id stands for.
#[derive(Debug, Clone)]
pub struct Interface {
    /// Methods written in it.
    pub methods: Vec<InterfaceMethod>,
    /// Embedded types and unions.
    pub embeds: Vec<TypeId>,
    /// Whether it is the implicit interface of a constraint such as `[T ~int]`.
    pub implicit: bool,
    /// Its type set, computed on demand.
    pub type_set: Option<TypeSet>,
    /// Where each of `embeds` stands; may be shorter.
    pub embed_pos: Vec<Pos>,
    /// Whether methods and embedded types are all there; while not, its type set is that of all types.
    pub complete: bool,
}

/// A method of an interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterfaceMethod {
    /// Its name.
    pub name: Symbol,
    /// The package an unexported name belongs to.
    pub pkg: Option<PkgId>,
    /// Its signature.
    pub ty: TypeId,
    /// The method's object.
    pub obj: ObjId,
}

/// All types that implement an interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeSet {
    /// All methods, embedded ones included, sorted by name (then by package for unexported ones).
    pub methods: Vec<InterfaceMethod>,
    /// The terms it is restricted to; `None` for no restriction.
    pub terms: Option<Vec<Term>>,
    /// Whether members must be comparable.
    pub comparable: bool,
}

/// A type parameter: what its id stands for.
#[derive(Debug, Clone)]
pub struct TypeParam {
    /// Its type name.
    pub obj: ObjId,
    /// Its index in the list it was declared in.
    pub index: u32,
    /// Its constraint, an interface (or a named one).
    pub constraint: TypeId,
}

/// A declared thing.
#[derive(Debug, Clone)]
pub struct Object {
    /// What kind of thing.
    pub kind: ObjKind,
    /// Its name.
    pub name: Symbol,
    /// The package it belongs to; `None` in the universe.
    pub pkg: Option<PkgId>,
    /// Its type.
    pub ty: TypeId,
    /// Where it was declared.
    pub pos: Pos,
    /// Whether it was declared at package level.
    pub package_level: bool,
    /// Whether its name starts with an upper case letter.
    pub exported: bool,
}

/// Kinds of declared things.
#[derive(Debug, Clone)]
pub enum ObjKind {
    /// An imported package's local name.
    PkgName(PkgId),
    /// A constant.
    Const(constant::Value),
    /// A type name.
    TypeName,
    /// A variable.
    Var(VarKind),
    /// A function or method.
    Func,
    /// A label.
    Label,
    /// A predeclared function.
    Builtin(Builtin),
    /// The predeclared `nil`.
    Nil,
}

/// Kinds of variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VarKind {
    /// At package level.
    Package,
    /// In a function.
    Local,
    /// A receiver.
    Recv,
    /// A parameter.
    Param,
    /// A result.
    Result,
    /// A field of a struct.
    Field,
}

/// The predeclared functions and those of package unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are Go's")]
pub enum Builtin {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
    UnsafeAdd,
    UnsafeAlignof,
    UnsafeOffsetof,
    UnsafeSizeof,
    UnsafeSlice,
    UnsafeSliceData,
    UnsafeString,
    UnsafeStringData,
}

/// The arenas of types and objects of a whole program (all packages).
#[derive(Debug, Clone, Default)]
pub struct Types {
    /// All types.
    pub types: IndexVec<TypeId, Type>,
    /// All defined types.
    pub named: IndexVec<NamedId, Named>,
    /// All interfaces.
    pub interfaces: IndexVec<InterfaceId, Interface>,
    /// All type parameters.
    pub tparams: IndexVec<TypeParamId, TypeParam>,
    /// All objects.
    pub objects: IndexVec<ObjId, Object>,
    /// Type parameters of generic aliases, by the alias's type name.
    pub alias_tparams: FxHashMap<ObjId, Vec<TypeParamId>>,
    /// Methods with pointer receivers.
    pub ptr_methods: rustc_hash::FxHashSet<ObjId>,
    /// The universe's names.
    pub universe: FxHashMap<Symbol, ObjId>,
    /// The names of package unsafe.
    pub unsafe_names: FxHashMap<Symbol, ObjId>,
    /// What went wrong while type sets were computed; the checker takes and reports it.
    pub issues: Vec<TypeSetIssue>,
    consed: FxHashMap<Type, TypeId>,
    instances: FxHashMap<(NamedId, Vec<TypeId>), TypeId>,
    substituted: FxHashMap<(InterfaceId, Vec<(TypeParamId, TypeId)>), TypeId>,
    /// Types declared inside generic functions.
    locals: rustc_hash::FxHashSet<NamedId>,
    method_types: FxHashMap<(NamedId, ObjId), TypeId>,
    /// Texts of method names, to sort methods as Go does.
    method_names: FxHashMap<Symbol, Box<str>>,
    /// Representatives of classes of identical types, by a hash that identical types share.
    classes: FxHashMap<u64, Vec<TypeId>>,
    canonical: FxHashMap<TypeId, TypeId>,
}

impl PkgId {
    /// Package unsafe, which every program has.
    pub const UNSAFE: PkgId = PkgId(0);
}

impl Object {
    /// Whether it is a type name.
    pub fn is_type_name(&self) -> bool {
        matches!(self.kind, ObjKind::TypeName)
    }

    /// Whether it is a variable (a field included).
    pub fn is_var(&self) -> bool {
        matches!(self.kind, ObjKind::Var(_))
    }

    /// Whether it is a function or method.
    pub fn is_func(&self) -> bool {
        matches!(self.kind, ObjKind::Func)
    }

    /// Whether it is a constant.
    pub fn is_const(&self) -> bool {
        matches!(self.kind, ObjKind::Const(_))
    }
}

/// Constructors. Structural types are interned: the same components give the same id.
impl Types {
    /// Interns a type. Named types, interfaces and type parameters have their own constructors.
    pub fn intern(&mut self, ty: Type) -> TypeId {
        if let Some(&id) = self.consed.get(&ty) {
            return id;
        }
        let id = self.types.push(ty.clone());
        self.consed.insert(ty, id);
        id
    }

    /// `*elem`
    pub fn pointer(&mut self, elem: TypeId) -> TypeId {
        self.intern(Type::Pointer(elem))
    }

    /// `[]elem`
    pub fn slice(&mut self, elem: TypeId) -> TypeId {
        self.intern(Type::Slice(elem))
    }

    /// `[len]elem`
    pub fn array(&mut self, len: i64, elem: TypeId) -> TypeId {
        self.intern(Type::Array { len, elem })
    }

    /// `map[key]value`
    pub fn map(&mut self, key: TypeId, value: TypeId) -> TypeId {
        self.intern(Type::Map { key, value })
    }

    /// `chan elem`
    pub fn chan(&mut self, dir: ChanDir, elem: TypeId) -> TypeId {
        self.intern(Type::Chan { dir, elem })
    }

    /// Several values.
    pub fn tuple(&mut self, results: Vec<ParamType>) -> TypeId {
        self.intern(Type::Tuple(results))
    }

    /// A function type.
    pub fn signature(&mut self, sig: Signature) -> TypeId {
        self.intern(Type::Signature(sig))
    }

    /// A struct type.
    pub fn strukt(&mut self, fields: Vec<Field>) -> TypeId {
        self.intern(Type::Struct(fields))
    }

    /// A new object.
    pub fn add_object(&mut self, object: Object) -> ObjId {
        self.objects.push(object)
    }

    /// A new defined type for the type name `obj`, still without underlying type.
    pub fn new_named(&mut self, obj: ObjId) -> (NamedId, TypeId) {
        let named = self.named.push(Named {
            obj,
            underlying: None,
            rhs: None,
            tparams: Vec::new(),
            instance_of: None,
            methods: Vec::new(),
        });
        (named, self.types.push(Type::Named(named)))
    }

    /// A new alias for `obj`, which stands for nothing yet: set it with [`Types::set_alias`].
    pub fn new_alias(&mut self, obj: ObjId) -> TypeId {
        self.types.push(Type::Alias { obj, targs: Vec::new(), actual: TypeId::PENDING })
    }

    /// What an alias of [`Types::new_alias`] stands for.
    pub fn set_alias(&mut self, alias: TypeId, to: TypeId) {
        let mut actual = self.unalias(to);
        if actual == TypeId::PENDING {
            actual = to;
        }
        if let Type::Alias { actual: slot, .. } = &mut self.types[alias] {
            *slot = actual;
        }
    }

    /// A new interface, to be completed.
    pub fn new_interface(&mut self) -> (InterfaceId, TypeId) {
        let id = self.interfaces.push(Interface {
            methods: Vec::new(),
            embeds: Vec::new(),
            implicit: false,
            type_set: None,
            embed_pos: Vec::new(),
            complete: false,
        });
        (id, self.types.push(Type::Interface(id)))
    }

    /// A new type parameter.
    pub fn new_type_param(&mut self, obj: ObjId, index: u32, constraint: TypeId) -> (TypeParamId, TypeId) {
        let id = self.tparams.push(TypeParam { obj, index, constraint });
        (id, self.types.push(Type::TypeParam(id)))
    }

    /// The text of a method's name, by which methods are sorted.
    pub fn note_method_name(&mut self, name: Symbol, text: &str) {
        self.method_names.entry(name).or_insert_with(|| text.into());
    }
}
