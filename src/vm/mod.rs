//! Executes bytecode for the goroutine that the runtime has put on a P.
//!
//! `run` is the loop over the fast instructions, `ops` and `maps` what is rare or long; they change nothing but the
//! [`Machine`]. It knows neither Go's types nor the library: natives are functions in the machine's table.

mod check;
mod convert;
mod maps;
mod ops;
mod run;

pub use check::marks;
pub use convert::{f64_to_i64, f64_to_u64};
pub use ops::grown_cap;
pub use run::{WORK, run_for, run_to};
