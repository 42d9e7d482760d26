//! What every layer needs and none owns: typed ids, source positions, interned names, diagnostics and a
//! seeded generator.
//!
//! It knows nothing of Go: no tokens, no types, no values.

mod diagnostic;
mod diff;
mod ids;
mod intern;
mod number;
mod rng;
mod sort;
mod source;

pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use diff::diff;
pub use ids::{Id, IndexVec};
pub use intern::{Interner, Symbol};
pub use number::grouped;
pub use rng::Rng;
pub use sort::{sort, sort_by, sort_by_key};
pub use source::{FileId, LIBRARY, LineCol, MODULES, Pos, SourceFile, SourceMap, Span};
