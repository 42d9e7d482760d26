//! The native half of "same program, inputs and schedule: same events": `tests/same/native.txt` is what the browser must match.

#[path = "../same/mod.rs"]
mod same;

use expect_test::expect_file;

#[test]
fn events_hash_to_what_the_browser_is_compared_with() {
    expect_file!["../same/native.txt"].assert_eq(&(same::hashes().join("\n") + "\n"));
}
