//! A program as a module for real Go, with a test that expects there what was seen here.
//!
//! The test runs `main` inside a bubble of `testing/synctest` where real Go can do that and every run must end alike; any other program
//! is built and run as a process. It claims no more than real Go promises: of several ways to end one is enough, and what the clock or
//! chance decides is not compared.

use super::build::SourceText;
use super::check::{CheckReport, OutcomeReport};
use super::module::Module;
use super::session::{Inputs, Schedule, Session, Strategy};
use crate::bytecode::Program;
use crate::syntax::header::read_header;
use std::fmt::Write;
use std::sync::Arc;

/// Instructions of one run, and of all, that are made to see how it ends.
const FUEL: u64 = 20_000_000;
const ALL_FUEL: u64 = 80_000_000;
/// Seeds that are tried beside the run's own; and how many different texts are too many for a comparison.
const SEEDS: u64 = 8;
const VARIED: usize = 5;
/// Schedules after which a program that has always ended alike is taken to end so always.
const ENOUGH: u64 = 50;
/// Ways to end that are told.
const MOST: usize = 40;

/// What Go says of a deadlock; exploring finds it without a word.
const DEADLOCK: &str = "fatal error: all goroutines are asleep - deadlock!";

/// How a program ended, as its process would show it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ending {
    stdout: Vec<u8>,
    code: i32,
    /// How the line begins that says why it died; empty if it did not.
    reason: String,
    /// Whether `main` was the last goroutine.
    alone: bool,
}

/// The ways in which a program has ended here.
#[derive(Debug, Clone, Default)]
pub struct Endings {
    seen: Vec<Ending>,
    /// Each run printed something else.
    varied: bool,
    /// Some run did not come to its end.
    endless: bool,
    /// There is no doubt that there are no others.
    sure: bool,
}

impl Endings {
    /// Those by Go's scheduler with this schedule's seed and a few others, and those that exploring has found. A replayed run goes on
    /// behind the end of `main`, so how that one ends is taken from exploring only.
    pub fn of(program: &Arc<Program>, inputs: &Inputs, schedule: &Schedule, found: &CheckReport) -> Self {
        let mut all = Self { sure: found.complete || found.schedules >= ENOUGH, ..Self::default() };
        let mut fuel = ALL_FUEL;
        let seeds = (0..SEEDS).map(|n| Schedule { seed: n + 1, strategy: Strategy::Go, ..schedule.clone() });
        let first = Schedule { strategy: Strategy::Go, ..schedule.clone() };
        for (i, schedule) in std::iter::once(first).chain(seeds).enumerate() {
            all.add(program, inputs, &schedule, None, &mut fuel);
            if i == 0 && all.seen.is_empty() {
                // It runs on and on, or for very long.
                return all;
            }
        }
        all.varied = all.seen.len() >= VARIED;
        for outcome in found.outcomes.iter().filter(|o| o.end != "bound").take(MOST) {
            if let Ok(choices) = outcome.schedule.parse() {
                let schedule = Schedule { strategy: Strategy::Replay(choices), ..schedule.clone() };
                all.add(program, inputs, &schedule, Some(outcome), &mut fuel);
            }
        }
        all
    }

    fn add(
        &mut self,
        program: &Arc<Program>,
        inputs: &Inputs,
        schedule: &Schedule,
        found: Option<&OutcomeReport>,
        fuel: &mut u64,
    ) {
        if *fuel == 0 {
            return;
        }
        let mut session = Session::new(Arc::clone(program), inputs, schedule, false);
        let mut after = session.progress();
        while after.end.is_none() && after.tick < FUEL.min(*fuel) {
            let before = after.tick;
            after = session.run(FUEL);
            if after.tick == before {
                break;
            }
        }
        *fuel = fuel.saturating_sub(after.tick);
        let Some(end) = after.end.filter(|e| !e.aborted()) else {
            self.endless = true;
            return;
        };
        // Explored runs go on behind the end of `main`, which a process does not.
        let mut room = found.filter(|f| f.end == "exit").map_or(usize::MAX, |f| f.output.len());
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        for chunk in session.output() {
            let bytes = &chunk.bytes[..chunk.bytes.len().min(room)];
            room -= bytes.len();
            if chunk.err { &mut stderr } else { &mut stdout }.extend_from_slice(bytes);
        }
        let (kind, code) = found.map_or((end.kind.as_str(), end.code), |f| (f.end.as_str(), f.code));
        let stderr = String::from_utf8_lossy(&stderr);
        let dies = |line: &&str| line.starts_with("panic: ") || line.starts_with("fatal error: ");
        let reason = match kind {
            "exit" => "",
            "deadlock" => DEADLOCK,
            _ => stderr.lines().find(dies).unwrap_or_default(),
        };
        // Addresses differ, and what recovers is told behind the words.
        let reason = reason.split("0x").next().unwrap_or_default().split(" [").next().unwrap_or_default();
        let alone = session.goroutines() <= 1;
        let known = |e: &Ending| e.stdout == stdout && e.code == code && e.reason == reason;
        if let Some(same) = self.seen.iter_mut().find(|e| known(e)) {
            same.alone &= alone;
        } else {
            let reason = reason.to_owned();
            self.seen.push(Ending { stdout, code, reason, alone });
        }
    }
}

/// Packages that a program may import and still run inside a bubble and inside a test.
const HARMLESS: [&str; 22] = [
    "bytes",
    "cmp",
    "container/heap",
    "container/list",
    "container/ring",
    "context",
    "errors",
    "fmt",
    "maps",
    "math",
    "math/bits",
    "math/cmplx",
    "regexp",
    "slices",
    "sort",
    "strconv",
    "strings",
    "sync",
    "sync/atomic",
    "time",
    "unicode",
    "unicode/utf8",
];

/// What keeps a program out of a bubble: waits that it does not understand, input, what runs before the test or has names of its own.
const OUTSIDE: [&str; 19] = [
    "Mutex",
    "Once",
    "Cond",
    "Scan",
    "func init(",
    "\nvar ",
    "//go:",
    "TestAsSeen",
    // Type arguments are told by the path of their package, which in a test is not main.
    "%T",
    "%#v",
    "func os(",
    "func testing(",
    "func synctest(",
    "type os ",
    "type testing ",
    "type synctest ",
    "const os ",
    "const testing ",
    "const synctest ",
];

/// What makes each run print something else in real Go.
const CHANCE: [&str; 10] =
    ["Now(", "Since(", "Until(", "/rand", "maphash", "%p", "NumGoroutine", "MemStats", "Stack(", "Getpid"];

/// The literals of a file's imports, and whether one has a name of its own.
fn imports(file: &SourceText) -> (Vec<&str>, bool) {
    let all = read_header(file.text.as_bytes()).unwrap_or_default();
    let named = all.iter().any(|i| !file.text[i.start..i.literal.start].trim().is_empty());
    (all.iter().map(|i| file.text[i.literal.clone()].trim_matches(['"', '`'])).collect(), named)
}

/// The files of the module: the program's own, `go.mod`, `README.md` and the test where the program has none of that name.
///
/// # Errors
///
/// Why there is no such module, as a sentence.
pub fn go_module(files: &[SourceText], stdin: &str, endings: &Endings) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut out: Vec<(String, Vec<u8>)> = Vec::new();
    for file in files {
        let name = file.name.trim_start_matches("./");
        let outside = name.split('/').any(|part| matches!(part, "" | "." | "..")) || name.contains(['\\', ':', '\0']);
        if outside || out.iter().any(|f| f.0 == name) {
            return Err(format!("{} cannot be a file of a module.", file.name));
        }
        out.push((name.to_owned(), file.text.clone().into_bytes()));
    }
    let has = |out: &[(String, Vec<u8>)], name: &str| out.iter().any(|f| f.0 == name);
    let own = files.iter().find(|f| f.name == "go.mod").map(|f| Module::from_go_mod(&f.text).path);
    let inside = |path: &str| {
        own.as_ref().is_some_and(|own| {
            path.strip_prefix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    let foreign = |path: &&str| path.split('/').next().is_some_and(|host| host.contains('.')) && !inside(path);
    let fetches = files.iter().flat_map(|f| imports(f).0).any(|path| foreign(&path));
    if !has(&out, "go.mod") {
        out.push(("go.mod".into(), b"module lanes\n\ngo 1.27\n".to_vec()));
    }
    if !has(&out, "README.md") {
        out.push(("README.md".into(), readme(endings, fetches).into_bytes()));
    }
    if endings.seen.is_empty() {
        return Ok(out);
    }
    let test = ["main_test.go", "seen_test.go", "golanes_seen_test.go"].into_iter().find(|n| !has(&out, n));
    let Some(test) = test else { return Err("The program has a test of every name that ours could have.".into()) };
    let sources: Vec<&SourceText> = files.iter().filter(|f| f.name.ends_with(".go")).collect();
    let chance = endings.varied || sources.iter().any(|f| CHANCE.iter().any(|word| f.text.contains(word)));
    let bubble =
        !chance && endings.sure && !endings.endless && endings.seen.len() == 1 && bubbles(&sources, &endings.seen[0]);
    let text = if bubble { BUBBLE.to_owned() } else { process(endings, chance) };
    out.push((test.into(), text.into_bytes()));
    for (i, ending) in endings.seen.iter().enumerate() {
        if !chance {
            out.push((format!("testdata/seen/{}.stdout", i + 1), ending.stdout.clone()));
        }
    }
    if !bubble {
        out.push(("testdata/seen/stdin".into(), stdin.as_bytes().to_vec()));
    }
    Ok(out)
}

/// Whether real Go can run `main` in a bubble, for all that can be seen without compiling: with doubts it cannot.
fn bubbles(sources: &[&SourceText], ending: &Ending) -> bool {
    let fits = |file: &SourceText| {
        let (imports, named) = imports(file);
        !named
            && imports.iter().all(|path| HARMLESS.contains(path))
            && !file.name.contains('/')
            && !OUTSIDE.iter().any(|word| file.text.contains(word))
    };
    ending.code == 0 && ending.alone && sources.iter().all(|f| fits(f))
}

fn readme(endings: &Endings, fetches: bool) -> String {
    let test = match endings.seen.len() {
        0 => "The program had not ended in golanes, so there is no test that compares.".to_owned(),
        1 => "`go test .` tells whether real Go ends as golanes did.".to_owned(),
        n => format!("`go test .` tells whether real Go ends in one of the {n} ways that golanes saw."),
    };
    let first = if fetches { "`go mod tidy` fetches the modules it needs, then " } else { "" };
    format!(
        "# A Go program, exported from golanes\n\n{first}`go run .` runs the program.\n{test}\n`go vet .` looks for mistakes.\n"
    )
}

/// The test for a program that can be run inside a bubble.
const BUBBLE: &str = r#"package main

import (
	"os"
	"testing"
	"testing/synctest"
)

// TestAsSeen runs main in a bubble, where time passes as it did in golanes, and compares what it prints.
func TestAsSeen(t *testing.T) {
	want, err := os.ReadFile("testdata/seen/1.stdout")
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(t.TempDir() + "/stdout")
	if err != nil {
		t.Fatal(err)
	}
	stdout := os.Stdout
	os.Stdout = out
	defer func() {
		os.Stdout = stdout
		out.Close()
	}()
	synctest.Test(t, func(*testing.T) { main() })
	got, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("real Go printed:\n%s\ngolanes saw:\n%s", got, want)
	}
}
"#;

/// The test for any other program.
fn process(endings: &Endings, chance: bool) -> String {
    let runs = if endings.seen.len() == 1 && (endings.sure || chance) { 1 } else { 20 };
    let mut seen = String::new();
    for (i, ending) in endings.seen.iter().enumerate() {
        let file = if chance { String::new() } else { format!("testdata/seen/{}.stdout", i + 1) };
        let row = format!("{{{}, {}, \"{file}\"}},", ending.code, quoted(&ending.reason));
        if !seen.contains(&row) {
            // Writing to a string does not fail.
            let _ = write!(seen, "\n\t{row}");
        }
    }
    let compared = match (chance, runs) {
        (true, 1) => "What it prints is left to the clock or to chance: exit code and reason are compared.",
        (true, _) => {
            "What it prints is left to the clock or to chance: exit code and reason of one of several runs are compared."
        }
        (false, 1) => "It must end as it did in golanes.",
        _ => "In one of several runs it must end in a way that golanes has seen.",
    };
    PROCESS.replace("COMPARED", compared).replace("RUNS", &runs.to_string()).replace("SEEN", &seen)
}

/// As a string literal of Go's.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || !c.is_ascii() => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

const PROCESS: &str = r#"package main_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// The ways in which the program has ended in golanes: exit code, how the line begins that says why it died, and what it printed.
var seen = []struct {
	code   int
	reason string
	stdout string
}{SEEN
}

// TestAsSeen builds the program and runs it as a process, for it cannot be run inside a test.
// COMPARED
func TestAsSeen(t *testing.T) {
	program := t.TempDir() + "/program.exe"
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	stdin, err := os.ReadFile("testdata/seen/stdin")
	if err != nil {
		t.Fatal(err)
	}
	var code int
	var stdout, stderr bytes.Buffer
	for range RUNS {
		stdout.Reset()
		stderr.Reset()
		cmd := exec.Command(program)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(stdin), &stdout, &stderr
		if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
			t.Fatal(err)
		}
		code = cmd.ProcessState.ExitCode()
		for _, s := range seen {
			var want []byte
			if s.stdout != "" {
				if want, err = os.ReadFile(s.stdout); err != nil {
					t.Fatal(err)
				}
			}
			if code == s.code && strings.HasPrefix(reason(stderr.String()), s.reason) &&
				(s.stdout == "" || bytes.Equal(stdout.Bytes(), want)) {
				return
			}
		}
	}
	t.Errorf("real Go ended with exit code %d, which golanes has not seen with this:\n%s%s", code, &stdout, &stderr)
}

// reason returns the line that says why a program died, if one does.
func reason(stderr string) string {
	for line := range strings.Lines(stderr) {
		if strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ") {
			return line
		}
	}
	return ""
}
"#;
