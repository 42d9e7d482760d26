//! Whether lessons keep their promises, and what their runs are told like.
//!
//! `cargo run --release --example lesson -- FOLDER...`

#![expect(clippy::print_stdout, reason = "a tool for those who write lessons")]

#[path = "../tests/lessons/check.rs"]
mod check;

use std::path::Path;

fn main() {
    let guide: Vec<String> = include_str!("../tests/guide.txt").lines().map(str::to_owned).collect();
    for dir in std::env::args().skip(1) {
        let checked = check::check(Path::new(dir.trim_end_matches('/')), &guide);
        println!("== {} ({}, {})", checked.entry.name, checked.entry.group, checked.entry.order);
        checked.told.iter().enumerate().for_each(|(i, s)| println!("{:4} {s}", i + 1));
        checked.wrong.iter().for_each(|w| println!("WRONG {w}"));
        println!("{}: {} wrong", dir, checked.wrong.len());
    }
}
