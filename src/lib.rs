//! golanes: a Go interpreter whose runs can be watched, rewound and questioned.
//!
//! The modules are the stations of a program's way, and each may import only those before it
//! (`tests/layers.rs` enforces it): `base` → `syntax` → `constant`, `types` → `check` → `bytecode`,
//! `compile` → `sched`, `trace`, `runtime`, `vm`, `stdlib`, `analysis`, `explore` → `engine` → `view`, `protocol`, and at the
//! edge `cli` (native) or `worker` and `ui` (wasm). `ARCHITECTURE.md` tells the story on one page.

pub mod analysis;
pub mod base;
pub mod bytecode;
pub mod check;
pub mod compile;
pub mod constant;
pub mod engine;
pub mod explore;
pub mod lessons;
pub mod protocol;
pub mod runtime;
pub mod sched;
pub mod stdlib;
pub mod syntax;
pub mod trace;
pub mod types;
pub mod view;
pub mod vm;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod worker;
