//! How long the longest slice of a run takes: `longest FILE.go`. Who wants to stop a run waits that long.
//!
//! A slice ends when its steps are used up, when much memory was worked on, or when the instruction that runs is done: a native
//! that works long shows here.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a command that watches the clock")]

use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::time::Instant;

/// Steps of a slice: about 2 ms of plain instructions.
const STEPS: u64 = 1_000_000;

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let built = build(&[SourceText { name: "./main.go".into(), text }], &BuildOptions::default());
        let Some(program) = built.program else {
            println!("{}", built.listing);
            continue;
        };
        let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), false);
        let (mut longest, mut at, mut said) = (0.0, String::new(), String::new());
        loop {
            let from = Instant::now();
            let ended = session.run(STEPS).end.is_some();
            let millis = from.elapsed().as_secs_f64() * 1e3;
            for chunk in session.drain_output() {
                said.push_str(&String::from_utf8_lossy(&chunk.bytes));
            }
            let line = said.lines().last().unwrap_or("").to_owned();
            if line != at {
                if !at.is_empty() {
                    println!("{longest:8.1} ms  {at}");
                }
                (at, longest) = (line, 0.0);
            }
            longest = f64::max(longest, millis);
            if ended {
                println!("{longest:8.1} ms  {at}");
                break;
            }
        }
    }
}
