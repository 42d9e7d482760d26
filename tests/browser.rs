//! What must be shown in a real browser: the engine there does what it does natively.
#![cfg(target_arch = "wasm32")]

mod same;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// The page fetches it; here it comes with the test.
fn library() {
    let core = include_bytes!("../target/golib/core.pack");
    assert!(golanes::engine::install_library("core", core));
}

#[wasm_bindgen_test]
fn events_are_those_of_the_native_run() {
    library();
    let native: Vec<&str> = include_str!("same/native.txt").lines().collect();
    assert_eq!(same::hashes(), native);
}

#[wasm_bindgen_test]
fn exploration_finds_and_replays_what_it_does_natively() {
    library();
    let native: Vec<&str> = include_str!("same/findings.txt").lines().collect();
    assert_eq!(same::findings(), native);
}
