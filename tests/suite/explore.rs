//! Other schedules: kernels of known classes of bugs are found, with the right kind and line, and correct programs are not blamed.
//!
//! `tests/explore/bugs*.txtar` holds programs and tests whose line of the bug ends with `// want: KIND`, or `// want: KIND|KIND` where
//! both are right, and `KIND?` for a note. `tests/explore/correct*.txtar` holds programs without a bug; there `// note` is for readers only.

use crate::archive::sections;
use golanes::engine::{
    BuildOptions, Check, CheckReport, Inputs, Offer, Program, Schedule, Session, SourceText, Strategy, TestFlags,
    build, build_test, chrome_trace,
};
use golanes::trace::EventKind;
use std::path::Path;
use std::sync::Arc;

/// Programs of the archives whose names start with `prefix`.
fn programs(prefix: &str) -> Vec<(String, String)> {
    archives(prefix).into_iter().flat_map(|(_, programs)| programs).collect()
}

/// The archives whose names start with `prefix`: their names, and the programs in them.
fn archives(prefix: &str) -> Vec<(String, Vec<(String, String)>)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore");
    let mut files: Vec<_> =
        std::fs::read_dir(dir).expect("tests/explore").map(|e| e.expect("an entry").path()).collect();
    files.retain(|p| {
        let name = p.file_name().and_then(|n| n.to_str());
        name.is_some_and(|n| n.starts_with(prefix) && n.ends_with(".txtar"))
    });
    files.sort();
    let stem = |p: &std::path::PathBuf| p.file_stem().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
    files.iter().map(|p| (stem(p), sections(&std::fs::read_to_string(p).expect("an archive")))).collect()
}

fn compile(name: &str, text: &str) -> (Arc<Program>, Inputs) {
    let files = [SourceText { name: name.to_owned(), text: text.to_owned() }];
    if name.ends_with("_test.go") {
        let mut flags = TestFlags { verbose: true, named: true, no_vet: true, ..TestFlags::default() };
        flags.args.extend(["-test.v=true".to_owned(), "-test.timeout=0".to_owned()]);
        let built = build_test(&files, &BuildOptions::default(), &flags);
        return (built.program.unwrap_or_else(|| panic!("{name}: {}", built.listing)), flags.inputs());
    }
    let built = build(&files, &BuildOptions::default());
    (built.program.unwrap_or_else(|| panic!("{name}: {}", built.listing)), Inputs::default())
}

/// Explores until there is an error that `enough` accepts, or so many schedules were tried.
fn explore(
    program: &Arc<Program>,
    inputs: &Inputs,
    schedules: u64,
    enough: impl Fn(&CheckReport) -> bool,
) -> CheckReport {
    let mut check = Check::new(Arc::clone(program), inputs);
    let mut told = 0;
    while check.schedules() < schedules && check.step() {
        let report = check.report();
        if report.findings.len() != told && enough(&report) {
            break;
        }
        told = report.findings.len();
    }
    check.report()
}

/// Lines with a bug and the kinds that are right there.
fn wanted(text: &str) -> Vec<(u32, Vec<&str>)> {
    text.lines()
        .enumerate()
        .filter_map(|(i, line)| Some((i as u32 + 1, line.split_once("// want: ")?.1.trim().split('|').collect())))
        .collect()
}

fn finds(report: &CheckReport, want: &[(u32, Vec<&str>)]) -> bool {
    want.iter().any(|(line, kinds)| {
        let right = |f: &&golanes::engine::FindingReport| {
            kinds.iter().any(|kind| kind.strip_suffix('?').map_or(f.error && *kind == f.kind, |note| note == f.kind))
        };
        report.findings.iter().filter(right).any(|f| f.places.iter().any(|p| p.line == *line))
    })
}

fn told(report: &CheckReport) -> String {
    let line = |f: &golanes::engine::FindingReport| {
        let places: Vec<String> = f.places.iter().map(|p| format!("{} {}", p.role, p.line)).collect();
        format!(
            "\n  {}{}: {} [{}] {}",
            f.kind,
            if f.error { "" } else { "?" },
            f.message,
            places.join(", "),
            f.schedule
        )
    };
    report.findings.iter().map(line).collect()
}

#[test]
fn bugs_are_found() {
    let mut missed = String::new();
    let all = programs("bugs");
    assert!(!all.is_empty());
    for (name, text) in all {
        let want = wanted(&text);
        assert!(!want.is_empty(), "{name} does not say what is wanted");
        let (program, inputs) = compile(&name, &text);
        let report = explore(&program, &inputs, 20_000, |r| finds(r, &want));
        if !finds(&report, &want) {
            missed += &format!("{name} ({} schedules): wanted {want:?}, found {}\n", report.schedules, told(&report));
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn correct_programs_are_not_blamed() {
    let mut blamed = String::new();
    for (name, text) in programs("correct") {
        let (program, inputs) = compile(&name, &text);
        let report = explore(&program, &inputs, 1_000, |r| r.error().is_some());
        if report.error().is_some() {
            blamed += &format!("{name}: {}\n", told(&report));
        }
    }
    assert!(blamed.is_empty(), "{blamed}");
}

/// Real Go's race detector says the same of each program (tests/oracle/race.sh), but for races in schedules that it does not get to.
#[test]
fn races_are_those_of_go() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore/race.verdicts");
    let verdicts = std::fs::read_to_string(path).expect("race.verdicts");
    let rare: Vec<&str> =
        verdicts.lines().filter_map(|l| Some(l.strip_prefix("# rare ")?.split_once(": ")?.0)).collect();
    let go: std::collections::BTreeMap<&str, &str> =
        verdicts.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(' ')).collect();
    let mut different = String::new();
    let mut compared = 0;
    for (archive, programs) in ["bugs", "correct", "order"].into_iter().flat_map(archives) {
        for (name, text) in programs {
            if archive.starts_with("bugs") && !wanted(&text).iter().any(|(_, kinds)| kinds.contains(&"race")) {
                continue;
            }
            let key = format!("{archive}/{name}");
            let Some(&go) = go.get(key.as_str()) else { panic!("race.verdicts does not know {key}") };
            let (program, inputs) = compile(&name, &text);
            let races = |r: &CheckReport| r.findings.iter().any(|f| f.error && f.kind == "race");
            let report = explore(&program, &inputs, 1_000, races);
            let expected = go == "race" || rare.contains(&key.as_str());
            compared += 1;
            if races(&report) != expected {
                different += &format!("{key}: real Go says {go}, we {}\n", told(&report));
            }
        }
    }
    assert!(different.is_empty(), "{different}");
    assert!(compared >= go.len(), "{} verdicts are of programs that are no more", go.len() - compared);
}

/// A schedule that was printed gives the same run again: as often as it is followed, in slices, recorded or not.
#[test]
fn findings_replay_from_their_schedules() {
    for (name, text) in programs("bugs") {
        let want = wanted(&text);
        let (program, inputs) = compile(&name, &text);
        let report = explore(&program, &inputs, 20_000, |r| finds(r, &want));
        for finding in report.findings.iter().filter(|f| f.error) {
            let choices = finding.schedule.parse().expect("a schedule");
            let schedule = Schedule { strategy: Strategy::Replay(choices), ..Schedule::default() };
            let run = |slice: u64| {
                let mut session = Session::new(Arc::clone(&program), &inputs, &schedule, true);
                let end = loop {
                    if let Some(end) = session.run(slice).end {
                        break end;
                    }
                };
                (end, session.hash(), session.choices().map(|c| c.list))
            };
            let (end, hash, list) = run(1_000_000);
            assert_eq!((end.clone(), hash, list.clone()), run(997), "{name} {}", finding.schedule);
            let kind = finding.kind.as_str();
            let fits = match kind {
                "deadlock" => ["deadlock", "exit", "bound"].contains(&end.kind.as_str()),
                "panic" | "misuse" => end.kind == "panic" || end.kind == "fatal error",
                _ => true,
            };
            assert!(fits, "{name}: a {kind} ends with {end:?}");
        }
    }
}

/// A race names the variable, has both stacks, and says what the other order gives.
#[test]
fn races_are_told_in_full() {
    let all = programs("bugs");
    let (name, text) = all.iter().find(|(name, _)| name == "lost_update.go").expect("the program");
    let (program, inputs) = compile(name, text);
    let report = explore(&program, &inputs, 2_000, |_| false);
    let race = report.error().expect("an error");
    assert_eq!(race.kind, "race");
    assert!(race.message.contains("reads total, which goroutine 2 writes"), "{}", race.message);
    assert!(race.message.contains("in another order it ends with `total 1`"), "{}", race.message);
    assert!(race.places.iter().all(|p| p.line == 15 && p.stack.len() == 1), "{:?}", race.places);
    let outputs: Vec<_> = report.outcomes.iter().map(|o| String::from_utf8_lossy(&o.output)).collect();
    assert!(outputs.contains(&"total 1\n".into()) && outputs.contains(&"total 2\n".into()), "{outputs:?}");
    // The lost update replays, too: its schedule names the places of the race.
    let lost = report.outcomes.iter().find(|o| o.output == b"total 1\n").expect("an outcome");
    let strategy = Strategy::Replay(lost.schedule.parse().expect("a schedule"));
    let mut session = Session::new(program, &inputs, &Schedule { strategy, ..Schedule::default() }, false);
    while session.run(100_000).end.is_none() {}
    assert_eq!(session.output()[0].bytes, b"total 1\n");
}

/// Somebody else decides, and the run can be followed by its schedule afterwards.
#[test]
fn by_hand() {
    let text = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() { c <- 1 }()\n\tgo func() { c <- 2 }()\n\tfmt.Println(<-c, <-c)\n}\n";
    let (program, inputs) = compile("hand.go", text);
    let mut printed = Vec::new();
    for pick in [0, 1] {
        let schedule = Schedule { strategy: Strategy::Manual(Vec::new()), ..Schedule::default() };
        let mut session = Session::new(Arc::clone(&program), &inputs, &schedule, true);
        let mut asked = 0;
        while session.run(100_000).end.is_none() {
            let offers = session.question().expect("it waits for an answer");
            asked += 1;
            session.answer(if pick == 0 { 0 } else { offers.len() - 1 });
        }
        assert!(asked > 1);
        let text =
            |s: &Session| s.output().iter().map(|o| String::from_utf8_lossy(&o.bytes).into_owned()).collect::<String>();
        let (choices, out, hash) = (session.choices().expect("choices"), text(&session), session.hash());
        // Back and forth, the answers are remembered.
        let end = session.progress().tick;
        session.seek(end / 2);
        session.seek(u64::MAX);
        let schedule = Schedule { strategy: Strategy::Replay(choices), ..Schedule::default() };
        let mut again = Session::new(Arc::clone(&program), &inputs, &schedule, true);
        while again.run(100_000).end.is_none() {}
        assert_eq!((text(&again), again.hash()), (out.clone(), hash));
        printed.push(out);
    }
    assert_eq!(printed, ["1 2\n", "2 1\n"]);
}

/// Whoever decides also says which ready case a select takes, and can look ahead.
#[test]
fn a_case_by_hand() {
    let text = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\ta, b, c := make(chan int, 1), make(chan int, 1), make(chan int)\n\ta <- 1\n\tb <- 2\n\tgo func() {}()\n\tselect {\n\tcase v := <-c:\n\t\tfmt.Println(v)\n\tcase v := <-a:\n\t\tfmt.Println(v)\n\tcase v := <-b:\n\t\tfmt.Println(v)\n\t}\n}\n";
    let (program, inputs) = compile("case.go", text);
    for case in [1, 2] {
        let schedule = Schedule { strategy: Strategy::Manual(Vec::new()), ..Schedule::default() };
        let mut session = Session::new(Arc::clone(&program), &inputs, &schedule, true);
        let mut seen = false;
        while session.run(100_000).end.is_none() {
            assert!(session.waits());
            let offers = session.question().expect("it waits for an answer");
            let wanted = offers.iter().position(|o| *o == Offer::Case(1, case));
            seen |= wanted.is_some();
            if let Some(n) = wanted {
                assert!(!offers.contains(&Offer::Case(1, 0)) && offers.contains(&Offer::Case(1, 3 - case)));
                let before = (session.event_count(), session.hash());
                let chosen = EventKind::Select { case: case as u32 };
                assert!(session.foresee(n, 20).iter().any(|e| e.kind == chosen), "{:?}", session.foresee(n, 20));
                assert_eq!(before, (session.event_count(), session.hash()));
            }
            session.answer(wanted.unwrap_or(0));
        }
        assert!(seen, "the select was asked about");
        assert_eq!(session.output()[0].bytes, format!("{case}\n").into_bytes());
    }
}

/// The strategies of chance, by seed.
#[test]
fn chance_is_repeatable() {
    let text = "package main\n\nimport (\"fmt\"; \"sync\")\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\tvar mu sync.Mutex\n\tvar order []int\n\tfor i := range 5 {\n\t\twg.Go(func() {\n\t\t\tmu.Lock()\n\t\t\torder = append(order, i)\n\t\t\tmu.Unlock()\n\t\t})\n\t}\n\twg.Wait()\n\tfmt.Println(order)\n}\n";
    let (program, inputs) = compile("order.go", text);
    for strategy in [Strategy::Random, Strategy::Pct(3)] {
        let run = |seed: u64| {
            let schedule = Schedule { seed, strategy: strategy.clone(), ..Schedule::default() };
            let mut session = Session::new(Arc::clone(&program), &inputs, &schedule, false);
            while session.run(100_000).end.is_none() {}
            session.output().iter().flat_map(|o| o.bytes.clone()).collect::<Vec<u8>>()
        };
        let seen: std::collections::BTreeSet<Vec<u8>> = (0..40).map(run).collect();
        assert!(seen.len() > 5, "{strategy:?} gives {} orders", seen.len());
        assert_eq!(run(7), run(7));
    }
}

/// A program with few choices is explored to the end, and all its outcomes are seen.
#[test]
fn small_programs_are_explored_to_the_end() {
    let text = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tc := make(chan int, 2)\n\tgo func() { c <- 1 }()\n\tgo func() { c <- 2 }()\n\tfmt.Println(<-c, <-c)\n}\n";
    let (program, inputs) = compile("small.go", text);
    let report = explore(&program, &inputs, 100_000, |_| false);
    assert!(report.complete, "{} schedules", report.schedules);
    let mut outputs: Vec<String> =
        report.outcomes.iter().map(|o| String::from_utf8_lossy(&o.output).into_owned()).collect();
    outputs.sort();
    assert_eq!(outputs, ["1 2\n", "2 1\n"]);
    assert_eq!(report.outcomes.iter().map(|o| o.count).sum::<u64>(), report.schedules);
}

/// The trace is JSON in which every flow that arrives has started, and slices of a thread do not overlap.
#[test]
fn traces_are_well_formed() {
    let text = include_str!("../run/conc_pipeline.go");
    let (program, inputs) = compile("conc_pipeline.go", text);
    let mut session = Session::new(program, &inputs, &Schedule::default(), true);
    while session.run(1_000_000).end.is_none() {}
    let json: serde_json::Value = serde_json::from_str(&chrome_trace(&mut session)).expect("it is JSON");
    let entries = json["traceEvents"].as_array().expect("a list");
    let (mut started, mut arrived) = (std::collections::BTreeSet::new(), 0);
    let mut ends: std::collections::BTreeMap<(u64, u64), f64> = std::collections::BTreeMap::new();
    for entry in entries {
        let thread = (entry["pid"].as_u64().expect("a process"), entry["tid"].as_u64().expect("a thread"));
        let ts = entry["ts"].as_f64().expect("a time");
        match entry["ph"].as_str().expect("a phase") {
            "s" => assert!(started.insert(entry["id"].as_u64())),
            "f" => {
                assert!(started.contains(&entry["id"].as_u64()), "{entry}");
                arrived += 1;
            }
            "X" => {
                let end = ends.entry(thread).or_default();
                assert!(ts + 1e-6 >= *end, "{entry} starts before {end}");
                *end = ts + entry["dur"].as_f64().expect("a length");
            }
            _ => {}
        }
    }
    assert!(arrived > 10 && ends.len() > 4, "{arrived} flows, {} threads", ends.len());
}
