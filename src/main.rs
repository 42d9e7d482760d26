//! The page when built for wasm, the `golanes` command when built natively.

fn main() {}
