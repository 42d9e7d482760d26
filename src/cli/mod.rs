//! The `golanes` command (native only).
//!
//! It reads files and prints; everything else is `engine`.

mod args;
mod check;
mod disk;
mod fmt;
mod load;
mod run;
mod test;
mod vet;

pub use run::main;
