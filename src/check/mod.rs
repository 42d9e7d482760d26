//! Syntax trees to types: which name means what, which type every expression has, and what gc would complain about.
//!
//! It knows nothing of bytecode or of running. It follows the file split of gc's `types2`.

pub mod info;
