//! What must be shown in a real browser: the engine there does what it does natively.
#![cfg(target_arch = "wasm32")]

mod same;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn events_are_those_of_the_native_run() {
    let native: Vec<&str> = include_str!("same/native.txt").lines().collect();
    assert_eq!(same::hashes(), native);
}

#[wasm_bindgen_test]
fn exploration_finds_and_replays_what_it_does_natively() {
    let native: Vec<&str> = include_str!("same/findings.txt").lines().collect();
    assert_eq!(same::findings(), native);
}
