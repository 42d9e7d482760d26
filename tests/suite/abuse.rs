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
        "package main\nfunc main() {\n\tn := 0\n\tfor i := 0; i < 100000; i++ {\n",
        "\t\ts := make([]int, 2000)\n\t\tm := map[int]int{i: i}\n\t\tn += len(s) + len(m)\n\t}\n\tprintln(n)\n}\n"
    ));
    assert_eq!((out.as_str(), progress.end.map(|e| e.code)), ("200100000\n", Some(0)));
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

/// What is shown of the variables of all goroutines after a short run.
fn shown(text: &str) -> Vec<String> {
    let mut session = session(text);
    session.run(10_000_000);
    let frames = session.snapshot().goroutines.into_iter().flat_map(|g| g.frames);
    frames.flat_map(|f| f.variables).map(|v| format!("{} {} = {}", v.name, v.ty, v.value)).collect()
}

/// A register may hold something else than the variable that is shown: not yet set, or no more.
#[test]
fn a_snapshot_trusts_no_register() {
    let ended = shown(concat!(
        "package main\nfunc main() {\n\tt, n := \"abc\", 33\n\t{ a, b := 2493, 70; println(a, b) }\n",
        "\tu := t[1:n]\n\tprintln(u)\n}\n"
    ));
    assert_eq!(ended[..2], ["t string = \"abc\"", "n int = 33"]);
    assert_eq!(ended.len(), 2, "a and b are gone, u is not set yet: {ended:?}");
    for later in ["a, b := 2493, 70", "a, b := 1<<62, 70", "a, b := -1, -1"] {
        for value in [
            "\"s\"",
            "[]int{1}",
            "map[int]int{1: 2}",
            "make(chan int)",
            "any([]int{1, 2})",
            "&struct{ x string }{\"s\"}",
        ] {
            let before = format!("for _, s := range []any{{1, 2}} {{ _, s := s, {value}; _ = s; n += len(v) }}");
            shown(&format!(
                "package main\nfunc main() {{\n\tv, n := \"v\", 0\n\t{before}\n\t{{ {later}; n += a + b; panic(n) }}\n}}\n"
            ));
        }
    }
}

/// Values nested without end are cut.
#[test]
fn a_snapshot_of_values_within_values() {
    let shown = shown(concat!(
        "package main\ntype box struct{ x, y any }\nfunc main() {\n\tvar v any = 1\n",
        "\tfor i := 0; i < 100000; i++ { v = box{v, i} }\n",
        "\tvar w any = 2\n\tfor i := 0; i < 100000; i++ { w = [2]any{w, i} }\n\tfor { _ = v; _ = w }\n}\n"
    ));
    assert!(shown.contains(&"v interface {} = {x: {x: …, y: …}, y: 99999}".to_owned()), "{shown:?}");
    assert!(shown.contains(&"w interface {} = [[… …] 99999]".to_owned()), "{shown:?}");
}

/// Extreme numbers in operators and library: Go wraps, panics or waits, and so must we, with overflow checks of debug builds on.
#[test]
fn extreme_numbers() {
    for body in [
        "println(small / -one, small % -one, -small, small - one, big + one, big * big, small * -one)",
        "println(int8(small)/int8(-one), -int8(-128*one), int32(big)+int32(big), uint8(one)-uint8(2*one))",
        "println(one << big, small >> big, one << uint64(big), int8(one) << 7, uint32(one) >> 40)",
        "println(one << small)",
        "println(float64(big), int(1e300*float64(one)), uint64(-1.5*float64(one)), int32(1e20*float64(one)))",
        "_ = make([]int, big)",
        "_ = make([]byte, one, big)",
        "_ = make([]int, small)",
        "_ = make(chan int, big)",
        "_ = make(chan struct{}, big)",
        "_ = make(map[int]int, big)",
        "s := make([]struct{}, big); println(len(s)); s = append(s, s...); println(len(s))",
        "s := []int{1}; println(len(s[big:]))",
        "s := []int{1}; println(len(s[:big]), s[small])",
        "s := \"abc\"; println(s[big:], s[:small])",
        "var a [3]int; println(a[small+one])",
        "println(strings.Repeat(\"ab\", big))",
        "println(strings.Repeat(\"\", big))",
        "println(strings.Repeat(\"a\", small))",
        "println(strings.SplitN(\"a,b\", \",\", big), strings.SplitN(\"a,b\", \",\", small))",
        "println(strings.Replace(\"aaa\", \"a\", \"b\", big), strings.Replace(\"aaa\", \"a\", \"b\", small))",
        "fmt.Printf(\"%*d %.*f %-*s\\n\", big, 1, big, 1.5, small, \"x\")",
        "fmt.Printf(\"%99999999999999999999d %.999999999999f %[99999999999]d\\n\", 1, 1.5, 2)",
        "fmt.Println(strconv.FormatInt(int64(small), 2), strconv.FormatFloat(1.5, 'f', big, 64))",
        "fmt.Println(strconv.FormatFloat(1e300, 'e', small, 64), strconv.FormatFloat(5e-324, 'g', 1000, 64))",
        "fmt.Println(strconv.ParseInt(\"-9223372036854775809\", 0, 64))",
        "fmt.Println(strconv.ParseFloat(\"1e99999999999999999999\", 64))",
        "fmt.Println(strconv.ParseFloat(\"0x1p-99999999999999999999\", 64))",
        "fmt.Println(strconv.FormatInt(1, small))",
        "println(len(strconv.FormatFloat(1.5, 'e', 100000, 64)), len(strconv.FormatFloat(1.5, 'g', 100000, 64)))",
        "println(len(strconv.FormatFloat(1.5, 'x', 100000, 64)), len(strconv.FormatFloat(1.5, 'e', big, 64)))",
        "time.Sleep(time.Duration(big))",
        "time.Sleep(time.Duration(small))",
        "go func() { time.Sleep(time.Duration(big)) }(); time.Sleep(time.Duration(big)); time.Sleep(time.Duration(big))",
        "<-time.After(time.Duration(big))",
        "t := time.NewTicker(time.Duration(big)); <-t.C; <-t.C; <-t.C",
        "t := time.NewTimer(time.Duration(big)); t.Reset(time.Duration(small)); <-t.C",
        "fmt.Println(time.Now().Add(time.Duration(big)).Add(time.Duration(big)).Sub(time.Time{}))",
        "fmt.Println(time.Duration(small), time.Duration(big).Round(3), time.Duration(small).Abs())",
        "fmt.Println(time.Unix(int64(big), int64(big)))",
        "fmt.Println(time.Unix(int64(small), int64(small)).Unix())",
        "var wg sync.WaitGroup; wg.Add(big); wg.Add(big); wg.Wait()",
        "var wg sync.WaitGroup; wg.Add(small)",
        "x := int64(big); fmt.Println(atomic.AddInt64(&x, x)); y := int32(1<<31 - 1); fmt.Println(atomic.AddInt32(&y, y))",
        "fmt.Println(rand.Intn(small))",
        "fmt.Println(rand.Intn(big) >= 0, rand.Int63n(int64(big)) >= 0)",
        "rand.Seed(int64(small)); fmt.Println(rand.New(rand.NewSource(int64(big))).Int() >= 0)",
        "fmt.Println(bits.RotateLeft64(1, small), bits.RotateLeft8(1, big), bits.Len64(uint64(small)))",
        "fmt.Println(math.Ldexp(1, big), math.Ldexp(1, small), math.Pow10(small), math.Mod(1e300, 5e-324))",
        "fmt.Println(utf8.RuneLen(rune(small)), string(rune(int32(big))), utf8.ValidRune(rune(-1)))",
        "runtime.GOMAXPROCS(big); runtime.GOMAXPROCS(small); println(runtime.GOMAXPROCS(0) > 0, time.Now().IsZero())",
        "os.Exit(big)",
        "for i := range big { if i > 3 { break } }",
        "for range small { println(1) }",
        "var c complex128 = complex(math.Inf(1), math.NaN()); fmt.Println(c/0, c*c, c == c)",
    ] {
        let uses: String = [
            "fmt",
            "math",
            "math/bits",
            "math/rand",
            "os",
            "runtime",
            "strconv",
            "strings",
            "sync",
            "sync/atomic",
            "time",
            "unicode/utf8",
        ]
        .iter()
        .filter(|path| body.contains(&format!("{}.", path.rsplit('/').next().unwrap_or(path))))
        .fold(String::new(), |all, path| all + &format!("import {path:?}\n"));
        let text = format!(
            "package main\n{uses}var one, big, small = 1, 1<<63 - 1, -1 << 63\nfunc main() {{\n\t{body}\n\t_, _, _ = one, big, small\n}}\n"
        );
        let outcome = std::panic::catch_unwind(|| {
            let built = build(&[SourceText { name: "x.go".into(), text: text.clone() }], &BuildOptions::default());
            let Some(program) = built.program else { return built.listing };
            let limits = golanes::runtime::Limits { memory: 64 << 20, ..Default::default() };
            let mut session = Session::with_limits(program, &Inputs::default(), &Schedule::default(), true, limits);
            session.run(2_000_000);
            session.snapshot();
            String::new()
        });
        assert_eq!(outcome.ok().as_deref(), Some(""), "{text}");
    }
}

#[test]
fn reading_waits_for_input_that_is_still_to_come() {
    let mut session = session(concat!(
        "package main\nimport (\"bufio\"; \"fmt\"; \"os\")\n",
        "func main() {\n\tsc := bufio.NewScanner(os.Stdin)\n\tfor sc.Scan() { fmt.Println(\"read\", sc.Text()) }\n\tfmt.Println(\"end\")\n}\n"
    ));
    session.open_stdin();
    assert!(session.run(1_000_000).end.is_none() && session.wants_input());
    session.feed(b"one\ntw");
    assert!(session.run(1_000_000).end.is_none() && session.wants_input());
    session.feed(b"o\n");
    session.run(1_000_000);
    session.feed(b"");
    assert_eq!(session.run(1_000_000).end.map(|e| e.code), Some(0));
    let out: Vec<u8> = session.drain_output().into_iter().flat_map(|o| o.bytes).collect();
    assert_eq!(String::from_utf8_lossy(&out), "read one\nread two\nend\n");
}

/// Instructions that move much memory end a slice early: whoever drives the run stays in time.
#[test]
fn a_slice_is_short_however_much_an_instruction_does() {
    for body in [
        "s := \"x\"\n\tfor {\n\t\ts += s[:1] + \"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\"\n\t}",
        "a, b := make([]byte, 1<<24), make([]byte, 1<<24)\n\tfor {\n\t\tcopy(a, b)\n\t}",
    ] {
        let mut session = session(&format!("package main\n\nfunc main() {{\n\t{body}\n}}\n"));
        let mut ticks = 0;
        for _ in 0..40 {
            let progress = session.run(50_000_000);
            assert!(progress.end.is_none(), "it goes on");
            assert!(
                progress.tick > ticks && progress.tick - ticks < 40_000_000,
                "{} in a slice",
                progress.tick - ticks
            );
            ticks = progress.tick;
        }
        // And what is sought is what was there.
        let here = session.progress().tick / 2;
        session.seek(here);
        let first = session.snapshot();
        session.seek(0);
        session.seek(here);
        assert_eq!(session.snapshot(), first);
    }
}
