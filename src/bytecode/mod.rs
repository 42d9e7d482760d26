//! The instructions, the functions made of them, and the type descriptors that a running program needs.
//!
//! This is the border between compiling and running: everything left of it knows Go's syntax and types, everything
//! right of it only knows slots. Values are sequences of 8-byte slots without tags (`ARCHITECTURE.md`, "Values").

pub mod cost;
mod disassemble;
mod instr;
mod program;
mod rtype;

pub use disassemble::disassemble;
pub use instr::{Instr, Narrow, PC_EXIT, PC_FATAL, PC_PANIC, PROLOGUE, operand_doc};
pub use program::GLOBALS;
pub use program::{
    CaptureInfo, Func, FuncId, GlobalInfo, Layout, LayoutId, LineInfo, MethodSite, NativeId, Program, SelectCase,
    SelectTable, SlotKind, VarInfo, WellKnown, Width,
};
pub use rtype::{ChanDir, Kind, MethodId, RField, RMethod, RType, RTypeId, WIDE};

/// Parameters of more slots than this, all together, travel in an object.
pub const PARAMS_IN_LINE: usize = 100;
/// The same of results. No value alone takes more, and what reflect gets of a call has as many.
pub const RESULTS_IN_LINE: usize = 40;
