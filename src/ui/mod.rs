//! The page (wasm only): binds the scene to the DOM and forwards what the person does.
//!
//! It links `protocol` and never the engine: what there is to see comes from the worker as data.

#![allow(unreachable_pub, reason = "the component macro makes a pub struct of a private one")]

mod canvas;
mod commands;
mod controls;
mod editor;
mod embed;
mod engine_worker;
mod events;
mod fetch;
mod files;
mod gesture;
mod icons;
mod inside;
mod lane_bar;
mod lanes;
mod layout;
mod lessons;
mod links;
mod node;
mod overlay;
mod palette;
mod parts;
mod places;
mod playground;
mod reference;
mod results;
mod run;
mod shell;
mod storage;
#[cfg(test)]
mod tests;
mod travel;

pub use shell::mount;
