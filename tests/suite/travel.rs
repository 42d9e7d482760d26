//! Seeking gives the state of the run that was never interrupted, whatever natives hold: strings.Builder, maps, files, timers,
//! random numbers, finalizers, scanners, pools.

use golanes::base::Rng;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, Snapshot, SourceText, build};
use std::path::Path;

fn session(schedule: &Schedule) -> Session {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/travel/natives.go");
    let text = std::fs::read_to_string(path).expect("the program is there");
    let built = build(&[SourceText { name: "natives.go".into(), text }], &BuildOptions::default());
    let program = built.program.unwrap_or_else(|| panic!("{}", built.listing));
    let inputs = Inputs { stdin: b"typed text\n".to_vec(), ..Inputs::default() };
    Session::new(program, &inputs, schedule, true)
}

fn printed(session: &Session) -> Vec<(u64, Vec<u8>)> {
    session.output().iter().map(|o| (o.tick, o.bytes.clone())).collect()
}

/// The state without how far the run has come.
fn state(session: &Session) -> Snapshot {
    Snapshot { head: 0, ..session.snapshot() }
}

fn travel(seed: u64) {
    let schedule = Schedule { seed, ..Schedule::default() };
    // One run to the end.
    let mut run = session(&schedule);
    while run.progress().end.is_none() {
        run.run(1_000_000);
    }
    let end = run.progress();
    assert!(end.tick > 600_000, "several checkpoints: {}", end.tick);
    let (last, hash, output) = (state(&run), run.hash(), printed(&run));
    let text = String::from_utf8_lossy(&output.last().expect("it prints").1).into_owned();
    assert!(text.starts_with("true 59 "), "{text}");

    // A second in slices of any size, whose head is never put back: its states are what seeking has to give. Where a slice ends, the
    // processor may be between two goroutines, and seeking to the step goes on to the next one; so each stop is two, a step apart.
    let mut rng = Rng::new(seed);
    let mut straight = session(&schedule);
    let mut stops = Vec::new();
    while straight.progress().end.is_none() {
        let stop = [1 + rng.below(end.tick / 20), 1].map(|fuel| {
            straight.run(fuel);
            (straight.progress().tick, state(&straight))
        });
        stops.push(stop);
    }
    let shown = format!("{:?}", stops[stops.len() / 2][0].1);
    assert!(shown.contains("\"sum\"") && shown.contains("\"text\""), "a state shows variables: {shown}");
    assert_eq!((straight.progress(), straight.hash()), (end, hash));
    assert_eq!(printed(&straight), output);

    // To any of them, back and forth; and from the step before.
    let mut first = 0;
    for i in 0..stops.len() * 2 {
        let stop = &stops[rng.below(stops.len() as u64) as usize];
        let same = stop.each_ref().map(|(tick, want)| {
            assert_eq!(run.seek(*tick), *tick);
            let have = state(&run);
            if i % 4 == 0 && *tick > 0 {
                run.seek(*tick - 1);
                run.seek(*tick);
                assert_eq!(state(&run), have, "state at {tick} from the step before");
            }
            have == *want
        });
        assert!(same[0] || same[1], "state at {} or the step after, visit {i}", stop[0].0);
        first += usize::from(same[0]);
    }
    assert!(first * 10 > stops.len() * 2 * 8, "nearly all stops are within a goroutine: {first}");
    run.seek(u64::MAX);
    assert_eq!(state(&run), last);
    assert_eq!((run.hash(), printed(&run)), (hash, output));
}

#[test]
fn seeking_restores_what_natives_hold() {
    for seed in [1, 7] {
        travel(seed);
    }
}
