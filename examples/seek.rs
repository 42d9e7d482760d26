//! How long it takes to reach any step of a run of a million events, and what events and checkpoints cost.
//!
//! `cargo run --release --example seek [FILE.go]`

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark")]

use golanes::base::Rng;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::time::Instant;

fn main() {
    let file = std::env::args().nth(1).unwrap_or_else(|| "tests/bench/pingpong.go".into());
    let text = std::fs::read_to_string(&file).expect("a Go file");
    let built = build(&[SourceText { name: file, text }], &BuildOptions::default());
    let program = built.program.expect("it builds");
    let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), true);
    let start = Instant::now();
    while session.progress().end.is_none() && session.event_count() < 1_000_000 {
        session.run(100_000);
    }
    let head = session.progress().tick;
    println!(
        "{} events in {head} steps, {:?}; {} bytes an event",
        session.event_count(),
        start.elapsed(),
        size_of::<golanes::trace::Event>()
    );
    let mut rng = Rng::new(1);
    let mut times = Vec::new();
    for _ in 0..200 {
        let to = rng.below(head);
        let start = Instant::now();
        let at = session.seek(to);
        times.push(start.elapsed());
        // The first step from there on: an instruction may take several.
        assert!((to..to + 1_000).contains(&at), "{at} instead of {to}");
    }
    times.sort();
    println!("seek: median {:?}, slowest of 200 {:?}", times[100], times[199]);
    let start = Instant::now();
    for _ in 0..20 {
        session.step_back();
    }
    println!("step back: {:?} each", start.elapsed() / 20);
}
