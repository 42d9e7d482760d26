//! Damaged programs through checker, compiler and VM: nothing panics, hangs or eats memory. `make fuzz` gives each ten minutes.

use golanes::base::Rng;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

fn seconds() -> Duration {
    let text = std::env::var("GOLANES_FUZZ_SECONDS").ok();
    Duration::from_secs(text.and_then(|t| t.parse().ok()).unwrap_or(4))
}

#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn now() -> Instant {
    Instant::now()
}

fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run");
    let mut files: Vec<_> = fs::read_dir(root).expect("tests/run").filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "go"));
    files.sort();
    files.iter().map(|p| fs::read_to_string(p).expect("a program")).collect()
}

/// Pieces that damage is made of.
const PIECES: &[&str] = &[
    "nil",
    "0",
    "-1",
    "x",
    "int",
    "string",
    "any",
    "[]int{}",
    "map[string]int{}",
    "func() {}",
    "chan int",
    "<-",
    "&",
    "*",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ":=",
    "=",
    "==",
    ",",
    ";",
    "...",
    "go ",
    "defer ",
    "return ",
    "range ",
    "1<<70",
    "'a'",
    "\"s\"",
    "struct{}",
    "interface{}",
    ".(int)",
    "[1:2]",
    "len(x)",
    "make(chan int)",
    "panic(1)",
    "recover()",
    "for ",
    "if ",
    "type T ",
    "_",
];

/// A word-wise mutation of a program: words replaced, removed, doubled or swapped with those of another.
fn damage(rng: &mut Rng, corpus: &[String]) -> String {
    let pick = |rng: &mut Rng| &corpus[rng.below(corpus.len() as u64) as usize];
    let source = pick(rng).clone();
    let mut words: Vec<String> = Vec::new();
    for c in source.chars() {
        let joins = words
            .last()
            .and_then(|w| w.chars().last())
            .is_some_and(|l| (l.is_alphanumeric() || l == '_') && (c.is_alphanumeric() || c == '_'));
        if joins {
            words.last_mut().expect("there is one").push(c);
        } else {
            words.push(c.to_string());
        }
    }
    for _ in 0..1 + rng.below(4) {
        let at = rng.below(words.len() as u64) as usize;
        match rng.below(5) {
            0 => words[at] = PIECES[rng.below(PIECES.len() as u64) as usize].to_owned(),
            1 => words[at].clear(),
            2 => {
                let word = words[at].clone();
                words.insert(at, word);
            }
            3 => {
                let other = rng.below(words.len() as u64) as usize;
                words.swap(at, other);
            }
            _ => words.insert(at, PIECES[rng.below(PIECES.len() as u64) as usize].to_owned()),
        }
    }
    words.concat()
}

#[test]
fn fuzz_programs() {
    let corpus = corpus();
    let seed = std::env::var("GOLANES_FUZZ_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(1);
    let mut rng = Rng::new(seed);
    let start = now();
    let (mut tried, mut ran) = (0u32, 0u32);
    while now() - start < seconds() {
        let text = damage(&mut rng, &corpus);
        let one = now();
        let outcome = std::panic::catch_unwind(|| {
            let built = build(&[SourceText { name: "f.go".into(), text: text.clone() }], &BuildOptions::default());
            let Some(program) = built.program else { return false };
            let limits = golanes::runtime::Limits { memory: 256 << 20, ..Default::default() };
            let mut session = Session::with_limits(program, &Inputs::default(), &Schedule::default(), false, limits);
            session.run(3_000_000);
            true
        });
        match outcome {
            Ok(did) => ran += u32::from(did),
            Err(_) => panic!("the engine panicked on\n{text}"),
        }
        assert!(now() - one < Duration::from_secs(20), "took too long:\n{text}");
        tried += 1;
    }
    assert!(tried > 20 && ran > 0, "{tried} programs tried, {ran} ran");
    report(tried, ran);
}

#[expect(clippy::print_stderr, reason = "seen with --nocapture")]
fn report(tried: u32, ran: u32) {
    eprintln!("{tried} damaged programs, {ran} of them ran");
}
