//! What is declared before any program begins: `int`, `error`, `len`…, and package unsafe.

use super::{
    Basic, Builtin, InterfaceMethod, ObjId, ObjKind, Object, ParamType, PkgId, Signature, Type, TypeId, TypeSet, Types,
};
use crate::base::{Interner, Pos, Symbol};
use crate::constant::Value;

#[expect(missing_docs, reason = "the names are Go's")]
impl TypeId {
    pub const INVALID: TypeId = TypeId(Basic::Invalid as u32);
    pub const BOOL: TypeId = TypeId(Basic::Bool as u32);
    pub const INT: TypeId = TypeId(Basic::Int as u32);
    pub const INT8: TypeId = TypeId(Basic::Int8 as u32);
    pub const INT16: TypeId = TypeId(Basic::Int16 as u32);
    pub const INT32: TypeId = TypeId(Basic::Int32 as u32);
    pub const INT64: TypeId = TypeId(Basic::Int64 as u32);
    pub const UINT: TypeId = TypeId(Basic::Uint as u32);
    pub const UINT8: TypeId = TypeId(Basic::Uint8 as u32);
    pub const UINT16: TypeId = TypeId(Basic::Uint16 as u32);
    pub const UINT32: TypeId = TypeId(Basic::Uint32 as u32);
    pub const UINT64: TypeId = TypeId(Basic::Uint64 as u32);
    pub const UINTPTR: TypeId = TypeId(Basic::Uintptr as u32);
    pub const FLOAT32: TypeId = TypeId(Basic::Float32 as u32);
    pub const FLOAT64: TypeId = TypeId(Basic::Float64 as u32);
    pub const COMPLEX64: TypeId = TypeId(Basic::Complex64 as u32);
    pub const COMPLEX128: TypeId = TypeId(Basic::Complex128 as u32);
    pub const STRING: TypeId = TypeId(Basic::String as u32);
    pub const UNSAFE_POINTER: TypeId = TypeId(Basic::UnsafePointer as u32);
    pub const UNTYPED_BOOL: TypeId = TypeId(Basic::UntypedBool as u32);
    pub const UNTYPED_INT: TypeId = TypeId(Basic::UntypedInt as u32);
    pub const UNTYPED_RUNE: TypeId = TypeId(Basic::UntypedRune as u32);
    pub const UNTYPED_FLOAT: TypeId = TypeId(Basic::UntypedFloat as u32);
    pub const UNTYPED_COMPLEX: TypeId = TypeId(Basic::UntypedComplex as u32);
    pub const UNTYPED_STRING: TypeId = TypeId(Basic::UntypedString as u32);
    pub const UNTYPED_NIL: TypeId = TypeId(Basic::UntypedNil as u32);
    /// The alias `byte` of `uint8`.
    pub const BYTE: TypeId = TypeId(Basic::UntypedNil as u32 + 1);
    /// The alias `rune` of `int32`.
    pub const RUNE: TypeId = TypeId(Basic::UntypedNil as u32 + 2);
    /// The interface `error`.
    pub const ERROR: TypeId = TypeId(Basic::UntypedNil as u32 + 3);
    /// `interface{}`
    pub const EMPTY_INTERFACE: TypeId = TypeId(Basic::UntypedNil as u32 + 4);
    /// The alias `any` of `interface{}`.
    pub const ANY: TypeId = TypeId(Basic::UntypedNil as u32 + 5);
    /// The constraint `comparable`.
    pub const COMPARABLE: TypeId = TypeId(Basic::UntypedNil as u32 + 6);
    /// What an alias stands for while its declaration is being checked.
    pub const PENDING: TypeId = TypeId(Basic::UntypedNil as u32 + 7);
    /// No type yet: of objects whose declaration has not been checked.
    pub const NONE: TypeId = TypeId(u32::MAX);

    /// Whether there is a type, valid or not.
    pub fn is_some(self) -> bool {
        self != TypeId::NONE
    }
}

/// All basic types, in the order of their ids.
const BASICS: [Basic; 26] = [
    Basic::Invalid,
    Basic::Bool,
    Basic::Int,
    Basic::Int8,
    Basic::Int16,
    Basic::Int32,
    Basic::Int64,
    Basic::Uint,
    Basic::Uint8,
    Basic::Uint16,
    Basic::Uint32,
    Basic::Uint64,
    Basic::Uintptr,
    Basic::Float32,
    Basic::Float64,
    Basic::Complex64,
    Basic::Complex128,
    Basic::String,
    Basic::UnsafePointer,
    Basic::UntypedBool,
    Basic::UntypedInt,
    Basic::UntypedRune,
    Basic::UntypedFloat,
    Basic::UntypedComplex,
    Basic::UntypedString,
    Basic::UntypedNil,
];

impl Basic {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Basic::Invalid => "invalid type",
            Basic::Bool => "bool",
            Basic::Int => "int",
            Basic::Int8 => "int8",
            Basic::Int16 => "int16",
            Basic::Int32 => "int32",
            Basic::Int64 => "int64",
            Basic::Uint => "uint",
            Basic::Uint8 => "uint8",
            Basic::Uint16 => "uint16",
            Basic::Uint32 => "uint32",
            Basic::Uint64 => "uint64",
            Basic::Uintptr => "uintptr",
            Basic::Float32 => "float32",
            Basic::Float64 => "float64",
            Basic::Complex64 => "complex64",
            Basic::Complex128 => "complex128",
            Basic::String => "string",
            Basic::UnsafePointer => "unsafe.Pointer",
            Basic::UntypedBool => "untyped bool",
            Basic::UntypedInt => "untyped int",
            Basic::UntypedRune => "untyped rune",
            Basic::UntypedFloat => "untyped float",
            Basic::UntypedComplex => "untyped complex",
            Basic::UntypedString => "untyped string",
            Basic::UntypedNil => "untyped nil",
        }
    }
}

impl Builtin {
    /// All, with their names.
    pub const ALL: [(Builtin, &'static str); 26] = [
        (Builtin::Append, "append"),
        (Builtin::Cap, "cap"),
        (Builtin::Clear, "clear"),
        (Builtin::Close, "close"),
        (Builtin::Complex, "complex"),
        (Builtin::Copy, "copy"),
        (Builtin::Delete, "delete"),
        (Builtin::Imag, "imag"),
        (Builtin::Len, "len"),
        (Builtin::Make, "make"),
        (Builtin::Max, "max"),
        (Builtin::Min, "min"),
        (Builtin::New, "new"),
        (Builtin::Panic, "panic"),
        (Builtin::Print, "print"),
        (Builtin::Println, "println"),
        (Builtin::Real, "real"),
        (Builtin::Recover, "recover"),
        (Builtin::UnsafeAdd, "Add"),
        (Builtin::UnsafeAlignof, "Alignof"),
        (Builtin::UnsafeOffsetof, "Offsetof"),
        (Builtin::UnsafeSizeof, "Sizeof"),
        (Builtin::UnsafeSlice, "Slice"),
        (Builtin::UnsafeSliceData, "SliceData"),
        (Builtin::UnsafeString, "String"),
        (Builtin::UnsafeStringData, "StringData"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|b| b.0 == self).map_or("", |b| b.1)
    }
}

impl Types {
    /// Arenas with everything predeclared in them.
    pub fn new(interner: &mut Interner) -> Self {
        let mut types = Types::default();
        for basic in BASICS {
            types.intern(Type::Basic(basic));
        }
        for (index, basic) in BASICS.iter().enumerate() {
            let id = TypeId(index as u32);
            match basic {
                Basic::UnsafePointer => {
                    let obj = types.predeclared(interner, "Pointer", ObjKind::TypeName, id);
                    types.objects[obj].pkg = Some(PkgId::UNSAFE);
                    let name = types.objects[obj].name;
                    types.universe.remove(&name);
                    types.unsafe_names.insert(name, obj);
                }
                Basic::Invalid => {}
                _ if *basic as u32 >= Basic::UntypedBool as u32 => {}
                _ => {
                    types.predeclared(interner, basic.name(), ObjKind::TypeName, id);
                }
            }
        }
        for (name, actual) in [("byte", TypeId::UINT8), ("rune", TypeId::INT32)] {
            let obj = types.predeclared(interner, name, ObjKind::TypeName, TypeId::NONE);
            let alias = types.new_alias(obj);
            types.set_alias(alias, actual);
            types.objects[obj].ty = alias;
        }
        let error = types.predeclared(interner, "error", ObjKind::TypeName, TypeId::ERROR);
        let (error, error_id) = types.new_named(error);
        debug_assert_eq!(error_id, TypeId::ERROR);
        let (empty, empty_id) = types.new_interface();
        types.interfaces[empty].complete = true;
        debug_assert_eq!(empty_id, TypeId::EMPTY_INTERFACE);
        let any = types.predeclared(interner, "any", ObjKind::TypeName, TypeId::ANY);
        let alias = types.new_alias(any);
        types.set_alias(alias, TypeId::EMPTY_INTERFACE);
        let obj = types.predeclared(interner, "comparable", ObjKind::TypeName, TypeId::COMPARABLE);
        let (named, id) = types.new_named(obj);
        debug_assert_eq!(id, TypeId::COMPARABLE);
        let pending = types.types.push(Type::Tuple(Vec::new()));
        debug_assert_eq!(pending, TypeId::PENDING);
        let (iface, iface_id) = types.new_interface();
        types.interfaces[iface].complete = true;
        types.interfaces[iface].type_set = Some(TypeSet { methods: Vec::new(), terms: None, comparable: true });
        types.named[named].rhs = Some(iface_id);
        types.named[named].underlying = Some(iface_id);

        let (iface, iface_id) = types.new_interface();
        let name = interner.intern("Error");
        types.note_method_name(name, "Error");
        let method = types.method_error(name);
        types.interfaces[iface].methods.push(method);
        types.interfaces[iface].complete = true;
        types.named[error].rhs = Some(iface_id);
        types.named[error].underlying = Some(iface_id);

        for (name, ty, value) in [
            ("true", TypeId::UNTYPED_BOOL, Value::Bool(true)),
            ("false", TypeId::UNTYPED_BOOL, Value::Bool(false)),
            ("iota", TypeId::UNTYPED_INT, Value::Int(0)),
        ] {
            types.predeclared(interner, name, ObjKind::Const(value), ty);
        }
        types.predeclared(interner, "nil", ObjKind::Nil, TypeId::UNTYPED_NIL);
        for (builtin, name) in Builtin::ALL {
            let obj = types.predeclared(interner, name, ObjKind::Builtin(builtin), TypeId::INVALID);
            if name.starts_with(|c: char| c.is_ascii_uppercase()) {
                let name = types.objects[obj].name;
                types.universe.remove(&name);
                types.objects[obj].pkg = Some(PkgId::UNSAFE);
                types.unsafe_names.insert(name, obj);
            }
        }
        types
    }

    fn predeclared(&mut self, interner: &mut Interner, name: &str, kind: ObjKind, ty: TypeId) -> ObjId {
        let symbol = interner.intern(name);
        let obj = self.objects.push(Object {
            kind,
            name: symbol,
            pkg: None,
            ty,
            pos: Pos::NONE,
            package_level: false,
            exported: name.starts_with(|c: char| c.is_ascii_uppercase()),
        });
        self.universe.insert(symbol, obj);
        obj
    }

    fn method_error(&mut self, name: Symbol) -> InterfaceMethod {
        let ty = self.signature(Signature {
            tparams: Vec::new(),
            recv_tparams: Vec::new(),
            recv: None,
            params: Vec::new(),
            results: vec![ParamType { name: Symbol::EMPTY, ty: TypeId::STRING }],
            variadic: false,
        });
        let obj = self.objects.push(Object {
            kind: ObjKind::Func,
            name,
            pkg: None,
            ty,
            pos: Pos::NONE,
            package_level: false,
            exported: true,
        });
        InterfaceMethod { name, pkg: None, ty, obj }
    }
}
