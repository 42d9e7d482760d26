//! The engine as a Web Worker.

#[cfg(target_arch = "wasm32")]
fn main() {
    golanes::worker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
