//! `golanes test` against real Go's words: `tests/test/*.txtar`. The first line of an archive holds the arguments; its last
//! sections `stdout`, `stderr` and `code` are written by `tests/oracle/test.sh`.

use crate::archive::sections;
use golanes::engine::{BuildOptions, Schedule, Session, TestFlags, TestRun, build_test, split_txtar, test_packages};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What varies from run to run is made alike, as the oracle does it with real Go's output.
fn normal(text: &str, dir: &str) -> String {
    let text = text.replace(dir, "/tmp/sandbox");
    let (mut out, mut stack, mut empty) = (String::new(), false, 0);
    for line in text.lines() {
        if line.starts_with("goroutine ") && line.ends_with("]:") {
            (stack, empty) = (true, 0);
        } else if line.starts_with("exit status ") || line.starts_with("FAIL\t") {
            stack = false;
        }
        if stack || line.starts_with("[signal ") {
            continue;
        }
        if line.is_empty() {
            empty += 1;
            continue;
        }
        out.extend(std::iter::repeat_n('\n', std::mem::take(&mut empty)));
        let _ = writeln!(out, "{}", normal_line(line));
    }
    out.extend(std::iter::repeat_n('\n', empty));
    out
}

fn normal_line(line: &str) -> String {
    let is_figure = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit() || c == '.');
    if let Some((head, rest)) = line.split_once("\t")
        && ["ok  ", "FAIL"].contains(&head)
        && let Some((path, seconds)) = rest.split_once('\t')
    {
        let (figure, note) = seconds.split_once('s').unwrap_or((seconds, ""));
        if is_figure(figure) {
            return format!("{head}\t{path}\t0.000s{note}");
        }
    }
    if line.starts_with("Benchmark") && line.contains('\t') {
        let words = line.split_whitespace().map(|w| if is_figure(w) { "N" } else { w });
        return words.collect::<Vec<_>>().join(" ");
    }
    // Places in package testing itself, whose files and lines are ours.
    let text = line.trim_start();
    if let Some((file, rest)) = text.split_once(".go:")
        && ["testing", "common", "benchmark", "fuzz"].contains(&file)
        && let Some((_, rest)) = rest.split_once(':')
    {
        return format!("{}testing.go:0:{rest}", &line[..line.len() - text.len()]);
    }
    // Durations in parentheses.
    if let Some((head, tail)) = line.rsplit_once(" (")
        && let Some(figure) = tail.strip_suffix("s)")
        && is_figure(figure)
        && figure.contains('.')
    {
        return format!("{head} (0.00s)");
    }
    line.to_owned()
}

/// vet's passes run in any order.
fn sorted(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("golanes-test-{}-{name}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder for a test");
        Self(dir)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// (stdout, stderr, code) of the command in a folder with these files.
fn outcome(name: &str, files: &[(String, String)], command: &[&str]) -> (String, String, String) {
    let scratch = Scratch::new(name);
    for (file, text) in files {
        let path = scratch.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let out = Command::new(env!("CARGO_BIN_EXE_golanes"))
        .args(command)
        .current_dir(&scratch.0)
        .stdin(Stdio::null())
        .output()
        .expect("the command runs");
    let dir = scratch.0.display().to_string();
    let text = |bytes: &[u8]| normal(&String::from_utf8_lossy(bytes), &dir);
    (text(&out.stdout), text(&out.stderr), format!("{}\n", out.status.code().unwrap_or(-1)))
}

fn archives() -> Vec<(String, String)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/test");
    let mut paths: Vec<_> = fs::read_dir(dir).expect("tests/test").filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    let name = |p: &PathBuf| p.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    paths.iter().map(|p| (name(p), fs::read_to_string(p).expect("an archive"))).collect()
}

#[test]
fn tests_print_what_go_test_prints() {
    let archives = archives();
    assert!(archives.len() >= 70, "only {} archives", archives.len());
    let mut wrong = String::new();
    let mut failed = 0;
    for (name, text) in &archives {
        let mut files = sections(text);
        let mut last =
            |want: &str| files.pop().filter(|(n, _)| n == want).unwrap_or_else(|| panic!("{name}: {want}")).1;
        let (code, stderr, stdout) = (last("code"), last("stderr"), last("stdout"));
        let args = text.lines().next().unwrap_or("");
        let command: Vec<&str> = ["test"].into_iter().chain(args.split_whitespace()).collect();
        let got = outcome(name, &files, &command);
        if (&got.0, sorted(&got.1), &got.2) != (&stdout, sorted(&stderr), &code) {
            failed += 1;
            let _ = writeln!(wrong, "==== {name}: golanes {}", command.join(" "));
            for (what, got, want) in [("stdout", &got.0, &stdout), ("stderr", &got.1, &stderr), ("code", &got.2, &code)]
            {
                if got != want {
                    let _ = writeln!(wrong, "-- {what}\n{got}-- go test has\n{want}");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}{failed} of {} differ", archives.len());
}

#[test]
fn running_test_files_is_testing_them() {
    let text = "package p\n\nimport \"testing\"\n\nfunc TestX(t *testing.T) { t.Log(1) }\n";
    let files = [("x_test.go".to_owned(), text.to_owned())];
    let got = outcome("run", &files, &["run", "x_test.go"]);
    let want =
        "=== RUN   TestX\n    x_test.go:5: 1\n--- PASS: TestX (0.00s)\nPASS\nok  \tcommand-line-arguments\t0.000s\n";
    assert_eq!(got, (want.to_owned(), String::new(), "0\n".to_owned()));
    let archive =
        format!("-- go.mod --\nmodule a\n-- x_test.go --\n{text}-- b/b_test.go --\n{}", text.replace("1)", "2)"));
    let got = outcome("archive", &[("a.txtar".to_owned(), archive)], &["test", "a.txtar"]);
    assert_eq!(got.0, "ok  \ta\t0.000s\nok  \ta/b\t0.000s\n");
}

/// The page has no files: it gives the engine an archive's texts and takes output and lines.
#[test]
fn the_engine_tests_without_the_command() {
    let text = "-- go.mod --\nmodule a\n\ngo 1.27\n-- a_test.go --\npackage a\n\nimport (\n\t\"fmt\"\n\t\"testing\"\n\t\"testing/synctest\"\n\t\"time\"\n)\n\n\
        func TestX(t *testing.T) {\n\tsynctest.Test(t, func(t *testing.T) {\n\t\tgo time.Sleep(time.Hour)\n\t\ttime.Sleep(2 * time.Hour)\n\t\tt.Log(time.Now())\n\t})\n}\n\n\
        func Example() {\n\tfmt.Println(\"out\")\n\t// Output: out\n}\n";
    let flags = TestFlags { verbose: true, named: true, args: vec!["-test.v=true".into()], ..TestFlags::default() };
    let packages = test_packages(&split_txtar("a.go", text), &BuildOptions::default());
    let [(files, options)] = packages.as_slice() else { panic!("one package") };
    let built = build_test(files, options, &flags);
    assert_eq!((built.path.as_str(), built.listing.as_str(), built.line), ("a", "", None));
    let program = built.program.expect("it compiles");
    let mut session = Session::new(program, &flags.inputs(), &Schedule::default(), true);
    let end = session.run(50_000_000).end.expect("it ends");
    let mut run = TestRun::new(&flags, false);
    let mut out: Vec<u8> = session.output().iter().flat_map(|o| run.output(&o.bytes)).collect();
    out.extend(run.end("a", &end, session.time(), &flags));
    let want = "=== RUN   TestX\n    a_test.go:14: 2000-01-01 02:00:00 +0000 UTC\n--- PASS: TestX (0.00s)\n=== RUN   Example\n\
        --- PASS: Example (0.00s)\nPASS\nok  \ta\t0.000s\n";
    assert_eq!(String::from_utf8_lossy(&out), want);
    // A test can be travelled in as any run: the same place has the same state, however it is reached.
    let all = session.event_count();
    session.seek_event(all / 2);
    let middle = session.snapshot();
    session.seek_event(all / 3);
    session.seek_event(all / 2);
    assert_eq!(session.snapshot(), middle);
}
