//! The page (wasm only): binds the scene to the DOM and forwards what the person does.
//!
//! It links `protocol` and never the engine: what there is to see comes from the worker as data.

mod app;
mod engine_worker;
mod panels;
mod storage;

pub use app::mount;
