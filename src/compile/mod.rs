//! Checked syntax to bytecode.
//!
//! One function body at a time, from a work list that starts at `main`: what nothing reaches is not compiled. Generic functions are
//! compiled once for each list of type arguments. It decides where variables live (`escape`), which registers they get (`func`) and how
//! values lie in slots (`layout`); it reports only what this engine cannot do, in diagnostics with a place. It knows nothing of how
//! instructions are executed. Folder layout mirrors `check`.

mod assign;
mod backing;
mod builtin;
mod call;
mod constant;
mod convert;
mod embed;
mod errors;
mod escape;
mod expr;
mod func;
mod layout;
mod literal;
mod operator;
mod order;
mod place;
mod range;
mod rangefunc;
mod reinterpret;
mod rtypes;
mod stmt;
mod switch;
mod thunk;
mod unit;

pub use embed::{EmbeddedFiles, FileList, embed_arguments, embed_patterns};
pub use unit::compile_program;
