//! The native half of what the browser must match: `tests/same/` holds it.

#[path = "../same/mod.rs"]
mod same;

use expect_test::expect_file;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, build, split_txtar};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// The same program, inputs and schedule: the same events (`tests/browser.rs`).
#[test]
fn events_hash_to_what_the_browser_is_compared_with() {
    expect_file!["../same/native.txt"].assert_eq(&(same::hashes().join("\n") + "\n"));
}

/// What is found, and the runs by the schedules that show it (`tests/browser.rs`).
#[test]
fn findings_are_what_the_browser_is_compared_with() {
    expect_file!["../same/findings.txt"].assert_eq(&(same::findings().join("\n") + "\n"));
}

/// What the examples in the page's menu do; the built page is compared with it (`tests/e2e/run.mjs`).
#[test]
fn the_examples_do_what_the_page_is_compared_with() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/programs");
    let mut files: Vec<_> = fs::read_dir(folder).expect("programs").filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    let mut all = Map::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a program");
        let program = build(&split_txtar("main.go", &text), &BuildOptions::default()).program.expect("it compiles");
        let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), true);
        let progress = session.run(50_000_000);
        let bytes: Vec<u8> = session.output().iter().flat_map(|o| o.bytes.clone()).collect();
        let example = json!({
            "output": String::from_utf8_lossy(&bytes),
            "code": progress.end.expect("it ends").code,
            "events": session.event_count(),
            "hash": format!("{:016x}", session.hash()),
        });
        all.insert(file.file_name().expect("a name").to_string_lossy().into_owned(), example);
    }
    let text = serde_json::to_string_pretty(&Value::Object(all)).expect("it is JSON");
    expect_file!["../same/examples.json"].assert_eq(&(text + "\n"));
}
