//! Random damage: nothing panics, hangs or eats memory. Here is what drives all three targets of `make fuzz` (the other two are
//! in `syntax` and `check`), and the one that takes programs through checker, compiler and VM.

use golanes::base::Rng;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

/// What the environment says, as a number.
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::print_stderr, reason = "seen with --nocapture")]
fn say(text: &str) {
    eprintln!("{text}");
}

/// No input may take longer.
const LONGEST: Duration = Duration::from_secs(20);

/// No input may bring the process above this, in pages of 4 kB: 2 GB.
const PAGES: u64 = 1 << 19;

/// After so many findings a target stops.
const FINDINGS: usize = 20;

/// Pages of memory in use, where the system says so.
fn pages() -> u64 {
    let statm = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}

/// The input under test and since when, seen by the watchdog.
type Current = Mutex<Option<(Instant, String)>>;

/// Ends the process when an input hangs or eats memory: nothing else would get out of it.
fn watch(current: &Weak<Current>) {
    while let Some(current) = current.upgrade() {
        if let Some((since, text)) = &*current.lock().expect("no panic holds it") {
            let (slow, fat) = (now() - *since > LONGEST, pages() > PAGES);
            if slow || fat {
                say(&format!("FINDING: {}\n{text}", if slow { "it hangs" } else { "it eats memory" }));
                std::process::abort();
            }
        }
        drop(current);
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// Tries inputs for `GOLANES_FUZZ_SECONDS` (or `default`), from `GOLANES_FUZZ_SEED`. `make` makes an input and `test` panics on
/// what is wrong with it, saying otherwise whether it got far. In a long run the input under test is also kept
/// in `target/fuzz-{name}-{seed}.txt`, for what kills the process.
pub(crate) fn fuzz(name: &str, default: u64, make: impl Fn(&mut Rng) -> String, test: impl Fn(&str) -> bool) {
    let seconds = setting("GOLANES_FUZZ_SECONDS");
    let seed = setting("GOLANES_FUZZ_SEED").unwrap_or(1);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/fuzz-{name}-{seed}.txt"));
    let current = Arc::new(Current::default());
    let seen = Arc::downgrade(&current);
    std::thread::spawn(move || watch(&seen));
    let mut rng = Rng::new(seed);
    let start = now();
    let end = Duration::from_secs(seconds.unwrap_or(default));
    let (mut tried, mut far, mut findings) = (0u32, 0u32, 0);
    while now() - start < end && findings < FINDINGS {
        let text = make(&mut rng);
        if seconds.is_some() {
            // It is only a help: a read-only tree is no finding.
            let _ = fs::write(&kept, &text);
        }
        *current.lock().expect("no panic holds it") = Some((now(), text.clone()));
        match catch_unwind(AssertUnwindSafe(|| test(&text))) {
            Ok(did) => far += u32::from(did),
            Err(_) => {
                findings += 1;
                say(&format!("FINDING: {name} panicked, see above, on\n{text}"));
            }
        }
        *current.lock().expect("no panic holds it") = None;
        tried += 1;
    }
    let took = (now() - start).as_secs();
    say(&format!("{name}: {tried} inputs in {took} s from seed {seed}, {far} got far, {findings} findings"));
    assert_eq!(findings, 0, "see the findings above");
    assert!(tried > 20 && far > 0, "{name}: only {tried} inputs, {far} got far");
}

/// The programs of `tests/run`.
pub(crate) fn corpus() -> Vec<String> {
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
pub(crate) fn damage(rng: &mut Rng, corpus: &[String]) -> String {
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
    fuzz(
        "programs",
        4,
        |rng| damage(rng, &corpus),
        |text| {
            let built = build(&[SourceText { name: "f.go".into(), text: text.into() }], &BuildOptions::default());
            let Some(program) = built.program else { return false };
            let limits = golanes::runtime::Limits { memory: 256 << 20, ..Default::default() };
            let mut session = Session::with_limits(program, &Inputs::default(), &Schedule::default(), false, limits);
            session.run(3_000_000);
            let _ = session.snapshot();
            true
        },
    );
}
