//! Run-time type descriptors: what `fmt`, type switches, maps, comparison and the views need to know of a type.

use super::{FuncId, LayoutId};
use crate::base::Id;

crate::define_id! {
    /// A run-time type. 0 is "no type": the type word of a nil interface.
    RTypeId
}
crate::define_id! {
    /// A method name (with its package if unexported); equal names, equal ids.
    MethodId
}

impl RTypeId {
    /// The type word of a nil interface.
    pub const NIL: RTypeId = RTypeId(0);
}

/// A value of more slots than this is handled by pointer: in registers and channels it is one slot that points to memory nobody
/// changes while the value is in use. Maps and memory hold it whole.
pub const WIDE: u32 = 40;

/// Kinds, in the order of `reflect.Kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are reflect's")]
pub enum Kind {
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
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
}

/// Direction of a channel type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say all")]
pub enum ChanDir {
    Both,
    SendOnly,
    RecvOnly,
}

/// A type at run time.
#[derive(Debug, Clone)]
pub struct RType {
    /// As `%T` prints it: `main.T`, `[]int`.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Whether it is a defined type.
    pub named: bool,
    /// Import path of a defined type's package; empty otherwise.
    pub pkg_path: String,
    /// Slots a value takes in registers and flat memory.
    pub slots: u32,
    /// How a variable of it lies in memory; also how interfaces box it.
    pub layout: LayoutId,
    /// Element of array, slice, channel, pointer, map.
    pub elem: RTypeId,
    /// Key of a map.
    pub key: RTypeId,
    /// Length of an array.
    pub len: u64,
    /// Direction of a channel.
    pub dir: ChanDir,
    /// Fields of a struct.
    pub fields: Vec<RField>,
    /// Parameters of a function type.
    pub params: Vec<RTypeId>,
    /// Results of a function type.
    pub results: Vec<RTypeId>,
    /// Whether a function type is variadic.
    pub variadic: bool,
    /// Methods by [`MethodId`], ascending: of an interface type the ones it asks for, of any other type its method set with code.
    pub methods: Vec<RMethod>,
    /// Whether values can be compared (an interface can, though it may panic).
    pub comparable: bool,
    /// Whether equality is equality of the slots: integers, pointers, channels and structs of these.
    pub plain_eq: bool,
}

/// A field of a struct type.
#[derive(Debug, Clone)]
pub struct RField {
    /// Its name.
    pub name: String,
    /// Import path of the package of a field that is not exported; empty otherwise.
    pub pkg_path: String,
    /// Its type.
    pub ty: RTypeId,
    /// Its first slot.
    pub offset: u32,
    /// Whether it is embedded.
    pub embedded: bool,
    /// Whether it is exported.
    pub exported: bool,
    /// Its tag.
    pub tag: String,
}

/// A method of a type.
#[derive(Debug, Clone, Copy)]
pub struct RMethod {
    /// Its name.
    pub id: MethodId,
    /// The function that takes an interface's data word as receiver; `None` in an interface type.
    pub func: Option<FuncId>,
    /// Its signature, a function type without receiver.
    pub ty: RTypeId,
}

impl RType {
    /// The method of this type with that name.
    pub fn method(&self, id: MethodId) -> Option<&RMethod> {
        self.methods.binary_search_by_key(&id.index(), |m| m.id.index()).ok().map(|i| &self.methods[i])
    }

    /// Whether registers, channels and calls hold a pointer to values of it instead of their slots.
    pub fn is_wide(&self) -> bool {
        self.slots > WIDE
    }

    /// Whether an interface holds the value itself in its data word, not a pointer to a copy.
    pub fn is_direct(&self) -> bool {
        self.slots <= 1
    }

    /// Whether it is one of the integer kinds that are signed.
    pub fn is_signed(&self) -> bool {
        (Kind::Int..=Kind::Int64).contains(&self.kind)
    }
}
