//! The native tests that need more than one module; one binary, so that they link once.

mod archive;
mod check;
mod spans;
mod syntax;
