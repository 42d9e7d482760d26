//! The native tests that need more than one module; one binary, so that they link once.

mod abuse;
mod archive;
mod catalog;
mod check;
mod disk;
mod explore;
mod exported;
mod fmt;
mod fuzz;
mod header;
mod lanes;
mod modules;
mod native;
mod panels;
mod picture;
mod reach;
mod run;
mod sched;
mod spans;
mod spec;
mod syntax;
mod testing;
mod travel;
mod unsupported;
mod values;
mod vet;
