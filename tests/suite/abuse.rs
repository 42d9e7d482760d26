//! Programs and texts that try to break the engine: each ends in a clear message or goes on within its limits.

use golanes::engine::{BuildOptions, Inputs, Progress, Schedule, Session, SourceText, build};

fn session(text: &str) -> Session {
    let built = build(&[SourceText { name: "x.go".into(), text: text.into() }], &BuildOptions::default());
    let program = built.program.unwrap_or_else(|| panic!("does not build:\n{}", built.listing));
    Session::new(program, &Inputs::default(), &Schedule::default(), false)
}

/// Runs for a while; what was printed, and where it is.
fn run(text: &str) -> (String, Progress) {
    let mut session = session(text);
    let mut out = String::new();
    for _ in 0..400 {
        let progress = session.run(1_000_000);
        for chunk in session.drain_output() {
            out.push_str(&String::from_utf8_lossy(&chunk.bytes));
        }
        if progress.end.is_some() || out.len() > 4_000_000 {
            return (out, progress);
        }
    }
    (out, session.progress())
}

fn listing(text: &str) -> String {
    let built = build(&[SourceText { name: "x.go".into(), text: text.into() }], &BuildOptions::default());
    assert!(built.program.is_none(), "builds, and should not");
    built.listing
}

#[test]
fn a_syntax_error_has_gcs_words() {
    assert_eq!(
        listing("package main\nfunc main() { x := }\n"),
        "x.go:2:20: syntax error: unexpected }, expected expression\n"
    );
}

#[test]
fn more_than_ten_errors_are_cut() {
    let body: String = (0..12).map(|i| format!("\tv{i} := {i}\n")).collect();
    let listing = listing(&format!("package main\nfunc main() {{\n{body}}}\n"));
    assert_eq!(listing.lines().count(), 11, "{listing}");
    assert!(listing.ends_with("x.go:12:2: too many errors\n"), "{listing}");
}

#[test]
fn an_unknown_import_is_named() {
    let listing = listing("package main\nimport _ \"no/such\"\nfunc main() {}\n");
    assert!(listing.contains("package no/such is not in std"), "{listing}");
}

#[test]
fn a_megabyte_of_noise_gives_messages() {
    let mut rng = golanes::base::Rng::new(7);
    let bytes: Vec<u8> = (0..1_000_000).map(|_| rng.next_u64() as u8).collect();
    assert!(!listing(&String::from_utf8_lossy(&bytes)).is_empty());
}

#[test]
fn an_endless_loop_goes_on_within_its_slices() {
    let (_, progress) = run("package main\nfunc main() { for {} }\n");
    assert!(progress.end.is_none() && progress.tick >= 399_000_000);
}

#[test]
fn endless_recursion_overflows_the_stack() {
    let (out, progress) = run("package main\nfunc f(n int) int { return f(n+1) + 1 }\nfunc main() { f(0) }\n");
    assert!(out.contains("goroutine stack exceeds 1000000000-byte limit"), "{out}");
    assert!(out.contains("fatal error: stack overflow"), "{out}");
    assert_eq!(progress.end.map(|e| e.code), Some(2));
    assert!(out.len() < 20_000, "the trace is cut");
}

#[test]
fn endless_allocation_runs_out_of_memory() {
    let (out, progress) =
        run("package main\nfunc main() {\n\tvar all [][]int\n\tfor { all = append(all, make([]int, 1<<16)) }\n}\n");
    assert!(out.contains("out of memory"), "{out}");
    assert_eq!(progress.end.map(|e| e.code), Some(2));
}

#[test]
fn garbage_is_collected() {
    let (out, progress) = run(concat!(
        "package main\nfunc main() {\n\tn := 0\n\tfor i := 0; i < 200000; i++ {\n",
        "\t\ts := make([]int, 2000)\n\t\tm := map[int]int{i: i}\n\t\tn += len(s) + len(m)\n\t}\n\tprintln(n)\n}\n"
    ));
    assert_eq!((out.as_str(), progress.end.map(|e| e.code)), ("400200000\n", Some(0)));
}

#[test]
fn endless_output_comes_in_pieces() {
    let mut session =
        session("package main\nimport \"fmt\"\nfunc main() { for { fmt.Println(\"again and again\") } }\n");
    let progress = session.run(1_000_000);
    let written: usize = session.drain_output().iter().map(|o| o.bytes.len()).sum();
    assert!(progress.end.is_none() && written > 1_000 && written < 64 << 20, "{written} bytes in one slice");
}

#[test]
fn a_panic_inside_string_is_printed_by_fmt() {
    let (out, progress) = run(concat!(
        "package main\nimport \"fmt\"\ntype t int\nfunc (t) String() string { panic(\"oops\") }\n",
        "func main() { fmt.Println(t(1)); fmt.Println(\"still here\") }\n"
    ));
    assert_eq!(out, "%!v(PANIC=String method: oops)\nstill here\n");
    assert_eq!(progress.end.map(|e| e.code), Some(0));
}

#[test]
fn yielding_for_ever_goes_on() {
    let (_, progress) =
        run("package main\nimport \"runtime\"\nfunc main() { go func() { for {} }(); for { runtime.Gosched() } }\n");
    assert!(progress.end.is_none());
}

#[test]
fn goroutines_without_end_are_bounded() {
    let (out, progress) = run("package main\nfunc main() { for { go func() { select {} }() } }\n");
    assert!(progress.end.is_none() || out.contains("out of memory"), "{out}");
}
