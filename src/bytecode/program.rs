//! A compiled program: code, functions, constants, types and debug tables.

use super::{Instr, MethodId, RType, RTypeId};
use crate::base::{IndexVec, Pos, SourceMap};

crate::define_id! {
    /// A compiled function.
    FuncId
}
crate::define_id! {
    /// How objects of a kind lie in memory.
    LayoutId
}
crate::define_id! {
    /// A function of the library that is written in Rust.
    NativeId
}

/// Number of the object that holds small package-level variables; 0 and 1 are taken.
pub const GLOBALS: u64 = 2;

/// A compiled program. Nothing in it changes while it runs.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// All code; the first instructions are [`PROLOGUE`](super::PROLOGUE).
    pub code: Vec<Instr>,
    /// Where each instruction comes from and whether a statement starts there.
    pub lines: Vec<LineInfo>,
    /// The source, for positions.
    pub sources: SourceMap,
    /// Folder that relative file names stand in, for traces.
    pub dir: String,
    /// Functions in the order of their code.
    pub funcs: IndexVec<FuncId, Func>,
    /// 64-bit constants.
    pub consts: Vec<u64>,
    /// String constants.
    pub strings: Vec<Box<[u8]>>,
    /// Run-time types; 0 stands for nil.
    pub rtypes: IndexVec<RTypeId, RType>,
    /// Memory layouts.
    pub layouts: IndexVec<LayoutId, Layout>,
    /// Names of methods.
    pub methods: IndexVec<MethodId, String>,
    /// Interface call sites.
    pub sites: Vec<MethodSite>,
    /// Select statements.
    pub selects: Vec<SelectTable>,
    /// Layout of the object that holds all package-level variables.
    pub globals: LayoutId,
    /// Package-level variables that have an object of their own, by layout; their ids follow the globals' object.
    pub big_globals: Vec<LayoutId>,
    /// Natives the code calls, by name: `strings.Index`, `sync.(*Mutex).Lock`.
    pub natives: IndexVec<NativeId, String>,
    /// The function that initialises all packages and calls `main.main`.
    pub entry: FuncId,
    /// The program's own `main.main`.
    pub main: Option<FuncId>,
    /// Functions used as values: each has a closure object of its own, made at the start in this order.
    pub static_closures: Vec<FuncId>,
    /// Types the runtime itself makes values of.
    pub well_known: WellKnown,
    /// The interface type that an `Assert` or `AssertI` asserts, for messages: (pc, type), ascending.
    pub asserted: Vec<(u32, RTypeId)>,
    /// Which indices of an instruction are unsigned words, for messages: (pc, bits), ascending; bit 0 is the index, or the low bound
    /// of a slice expression, 1 its high one, 2 its maximum.
    pub unsigned: Vec<(u32, u8)>,
    /// Package-level variables of the user's packages.
    pub global_infos: Vec<GlobalInfo>,
    /// Names for channels, locks and other things made at an instruction: (pc, name), ascending.
    pub made_names: Vec<(u32, String)>,
}

/// Types and methods that the runtime needs by itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct WellKnown {
    /// `string`
    pub string: RTypeId,
    /// `[]byte`
    pub byte_slice: RTypeId,
    /// `[]rune`
    pub rune_slice: RTypeId,
    /// `runtime.errorString`: run-time errors without a better type.
    pub error_string: RTypeId,
    /// `runtime.boundsError`
    pub bounds_error: RTypeId,
    /// `runtime.plainError`: printed without "runtime error: ".
    pub plain_error: RTypeId,
    /// `*runtime.TypeAssertionError`
    pub type_assertion_error: RTypeId,
    /// `*runtime.PanicNilError`
    pub panic_nil_error: RTypeId,
    /// Method `Error`.
    pub error_method: MethodId,
    /// Method `String`.
    pub string_method: MethodId,
    /// Method `GoString`.
    pub go_string_method: MethodId,
    /// Method `Format`.
    pub format_method: MethodId,
}

/// Origin of an instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineInfo {
    /// Where it comes from; the high bit of nothing: a plain position.
    pub pos: Pos,
    /// Whether a statement starts at this instruction.
    pub stmt: bool,
}

/// A compiled function.
#[derive(Debug, Clone)]
pub struct Func {
    /// As Go's traces print it: `main.(*T).M`, `main.main.func1`.
    pub name: String,
    /// First instruction.
    pub entry: u32,
    /// One past the last.
    pub end: u32,
    /// Slots of parameters, receiver included; the closure's pointer stands behind them.
    pub params: u32,
    /// Slots of results.
    pub results: u32,
    /// Registers used.
    pub frame: u32,
    /// Where a frame goes on after a recovered panic: loads the results and returns. 0 for functions without `defer`.
    pub epilogue: u32,
    /// Whether this is a wrapper made by the compiler, to be left out of traces and of `recover`'s reckoning.
    pub wrapper: bool,
    /// Where it was declared.
    pub pos: Pos,
    /// Named variables in registers: (name, register, type, first pc, pc after).
    pub vars: Vec<VarInfo>,
    /// Variables of functions outside that its closures hold.
    pub captures: Vec<CaptureInfo>,
}

/// A variable that a closure holds, for views.
#[derive(Debug, Clone)]
pub struct CaptureInfo {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: RTypeId,
    /// Its first slot in the closure; 0 is the function.
    pub at: u32,
    /// Whether that slot is a pointer to it.
    pub by_ref: bool,
}

/// A package-level variable of the user's packages, for views.
#[derive(Debug, Clone)]
pub struct GlobalInfo {
    /// Its name, behind the package's unless that is main.
    pub name: String,
    /// Its type.
    pub ty: RTypeId,
    /// Where it is.
    pub ptr: u64,
}

/// A named variable of a function, for views.
#[derive(Debug, Clone)]
pub struct VarInfo {
    /// Its name.
    pub name: String,
    /// Its first register.
    pub reg: u8,
    /// Whether the register holds a pointer to the variable.
    pub boxed: bool,
    /// Its type.
    pub ty: RTypeId,
    /// First instruction at which it exists.
    pub from: u32,
    /// First instruction at which it does not any more.
    pub to: u32,
}

/// Width of the elements of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say all")]
pub enum Width {
    W8,
    W16,
    W32,
    #[default]
    W64,
}

impl Width {
    /// Bytes an element.
    pub fn bytes(self) -> usize {
        1 << (self as usize)
    }
}

/// What a slot of an object holds, as far as the mark phase cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum SlotKind {
    /// No pointer.
    Scalar,
    /// A pointer or the id of a map, channel or closure in the high half.
    Pointer,
    /// The type word of an interface; the next slot is its data.
    Iface,
    /// The data word of an interface; handled with the slot before.
    IfaceData,
}

/// How one variable, or one element of a backing array, lies in memory.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Layout {
    /// Slots (or packed elements) it takes.
    pub slots: u32,
    /// Width of each.
    pub width: Width,
    /// Bytes it takes in real Go on amd64: what `append` reckons capacities with.
    pub go_size: u32,
    /// What the slots hold; shorter than `slots` when it repeats; empty when there are no pointers.
    pub mask: Box<[SlotKind]>,
}

/// An interface method call.
#[derive(Debug, Clone, Copy)]
pub struct MethodSite {
    /// The method.
    pub method: MethodId,
}

/// A select statement.
#[derive(Debug, Clone)]
pub struct SelectTable {
    /// Its cases in source order, without `default`.
    pub cases: Vec<SelectCase>,
    /// Whether it has a `default`, whose number is `cases.len()`.
    pub has_default: bool,
    /// The frame's size.
    pub frame: u32,
}

/// A case of a select statement.
#[derive(Debug, Clone, Copy)]
pub struct SelectCase {
    /// Whether it sends.
    pub send: bool,
    /// Register with the channel; `reflect.Select` has more of them than instructions can name.
    pub chan: u32,
    /// First register of the value to send, or where the received one goes.
    pub value: u32,
    /// Register for "was open" of a receive; the value goes nowhere when both are the same.
    pub ok: Option<u8>,
    /// Where the case stands.
    pub pos: Pos,
}

impl Program {
    /// The function of a type's method without parameters that returns a string: `Error` and `String` as the runtime wants them.
    pub fn text_method(&self, rtype: &RType, id: MethodId) -> Option<FuncId> {
        let method = rtype.method(id)?;
        let sig = self.rtypes.get(method.ty)?;
        (sig.params.is_empty() && sig.results == [self.well_known.string]).then_some(method.func).flatten()
    }

    /// The function whose code holds `pc`; `None` for the prologue.
    pub fn func_at(&self, pc: u32) -> Option<FuncId> {
        let funcs = self.funcs.as_slice();
        let after = funcs.partition_point(|f| f.entry <= pc);
        let id = after.checked_sub(1)?;
        (pc < funcs[id].end).then_some(FuncId(id as u32))
    }

    /// A value used as index number `which` of the instruction at `pc`, as it is to be shown.
    pub fn shown_index(&self, pc: u32, which: u8, value: u64) -> i128 {
        let found = self.unsigned.binary_search_by_key(&pc, |&(p, _)| p);
        let unsigned = found.is_ok_and(|i| self.unsigned[i].1 & 1 << which != 0);
        if unsigned { i128::from(value) } else { i128::from(value as i64) }
    }

    /// Name of what is made at `pc`, such as the variable a channel is assigned to.
    pub fn made_name(&self, pc: u32) -> Option<&str> {
        let i = self.made_names.binary_search_by_key(&pc, |&(p, _)| p).ok()?;
        Some(&self.made_names[i].1)
    }
}
