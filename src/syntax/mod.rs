//! Go source text to syntax trees, and back to text.
//!
//! `token` and `scanner` turn bytes into tokens, `parser` turns tokens into the arenas of `ast`. Parsing never fails:
//! bad source gives a tree with [`ast::ExprKind::Bad`] in it and diagnostics in gc's words. `branches` checks labels
//! at the end of each function, as gc's parser does. This layer knows grammar only: no scopes, no types. It follows
//! `cmd/compile/internal/syntax`.

pub mod ast;
mod branches;
mod build_tag;
pub mod comments;
pub mod dump;
mod errors;
pub mod header;
pub mod parser;
pub mod positions;
pub mod print;
pub mod scanner;
mod sentence;
pub mod short;
pub mod token;

pub use build_tag::excluded_by_tags;
pub use parser::{parse_file, skim_file};
pub use sentence::first_sentence;
