//! `golanes check`, `golanes replay` and `golanes trace`: other schedules, one of them again, and a run for other tools to look at.

use super::args::{CheckArgs, ReplayArgs, TraceArgs};
use super::disk::still;
use super::load::{data_of, load, work_dir};
use super::run::print;

use crate::engine::{
    BuildOptions, Check, CheckReport, Choices, FindingReport, Inputs, Program, Schedule, Session, SourceText, Strategy,
    TestFlags, build, build_test, chrome_trace, declares_main, suspicions,
};
use serde::Serialize;
use std::fmt::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// After the first error it is looked on for a moment, since what is behind it may tell more.
const GRACE: Duration = Duration::from_millis(400);

/// A program that compiles, and what it is given.
struct Subject {
    program: Arc<Program>,
    inputs: Inputs,
    /// What vet suspects.
    notes: Vec<FindingReport>,
}

/// Builds what the command line names; what is wrong with it otherwise.
fn subject(files: &[String], lang: Option<(u32, u32)>) -> Result<Subject, String> {
    let loaded = load(files, true).map_err(|message| format!("{message}\n"))?;
    let mut inputs = Inputs { dir: loaded.dir.clone(), ..Inputs::default() };
    inputs.add_files(&loaded.archive);
    let data = data_of(&loaded);
    let options = BuildOptions { lang, dir: work_dir(), module: loaded.module, path: loaded.path, vet: false, data };
    let notes = suspicions(&loaded.files, &options);
    let is_test = |f: &SourceText| f.name.ends_with("_test.go");
    if loaded.files.iter().any(is_test) && !declares_main(&loaded.files) {
        let mut flags = TestFlags { verbose: true, named: true, no_vet: true, ..TestFlags::default() };
        // Without an alarm clock, or nothing would ever be a deadlock.
        flags.args.extend(["-test.v=true".to_owned(), "-test.timeout=0".to_owned()]);
        let built = build_test(&loaded.files, &options, &flags);
        let program = built.program.ok_or_else(|| format!("{}{}\n", built.listing, built.line.unwrap_or_default()))?;
        let Inputs { args, test_args, .. } = flags.inputs();
        return Ok(Subject { program, inputs: Inputs { args, test_args, ..inputs }, notes });
    }
    let own: Vec<SourceText> = loaded.files.into_iter().filter(|f| !is_test(f)).collect();
    let built = build(&own, &options);
    let header = built.broken.as_ref().map_or(String::new(), |package| format!("# {package}\n"));
    let program = built.program.ok_or_else(|| format!("{header}{}", built.listing))?;
    Ok(Subject { program, inputs, notes })
}

#[derive(Serialize)]
struct Place<'a> {
    role: &'a str,
    goroutine: u32,
    function: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
    stack: &'a [String],
}

#[derive(Serialize)]
struct Finding<'a> {
    kind: &'a str,
    severity: &'static str,
    message: &'a str,
    goroutine: u32,
    function: &'a str,
    file: &'a str,
    line: u32,
    schedule: &'a str,
    places: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Outcome<'a> {
    end: &'a str,
    code: i32,
    count: u64,
    output: String,
    schedule: &'a str,
}

#[derive(Serialize)]
struct Report<'a> {
    outcome: &'a str,
    findings: Vec<Finding<'a>>,
    schedules: u64,
    complete: bool,
    outcomes: Vec<Outcome<'a>>,
}

fn json(outcome: &str, report: &CheckReport) -> String {
    let finding = |f: &'_ FindingReport| -> (u32, String, String, u32) {
        let first = f.places.first();
        first
            .map_or((0, String::new(), String::new(), 0), |p| (p.goroutine, p.function.clone(), p.file.clone(), p.line))
    };
    let firsts: Vec<_> = report.findings.iter().map(finding).collect();
    let findings = report.findings.iter().zip(&firsts).map(|(f, (goroutine, function, file, line))| Finding {
        kind: &f.kind,
        severity: if f.error { "error" } else { "note" },
        message: &f.message,
        goroutine: *goroutine,
        function,
        file,
        line: *line,
        schedule: &f.schedule,
        places: f
            .places
            .iter()
            .map(|p| Place {
                role: &p.role,
                goroutine: p.goroutine,
                function: &p.function,
                file: &p.file,
                line: p.line,
                column: p.column,
                stack: &p.stack,
            })
            .collect(),
    });
    let outcomes = report.outcomes.iter().map(|o| Outcome {
        end: &o.end,
        code: o.code,
        count: o.count,
        output: String::from_utf8_lossy(&o.output).into_owned(),
        schedule: &o.schedule,
    });
    let report = Report {
        outcome,
        findings: findings.collect(),
        schedules: report.schedules,
        complete: report.complete,
        outcomes: outcomes.collect(),
    };
    serde_json::to_string(&report).unwrap_or_default() + "\n"
}

fn text(report: &CheckReport, files: &[String]) -> String {
    let mut out = String::new();
    for f in &report.findings {
        let _ = writeln!(out, "{}{}: {}", if f.error { "" } else { "note: " }, f.kind, f.message);
        for p in &f.places {
            let who = if p.goroutine == 0 { String::new() } else { format!("  goroutine {}", p.goroutine) };
            let _ = writeln!(out, "    {}:{}  {} {}{who}", p.file, p.line, p.function, p.role);
            for frame in p.stack.iter().skip(1) {
                let _ = writeln!(out, "        called by {frame}");
            }
        }
        let _ = writeln!(out, "    golanes replay --schedule {} {}\n", f.schedule, files.join(" "));
    }
    for o in &report.outcomes {
        let first: String = String::from_utf8_lossy(&o.output).chars().take(70).collect();
        let share = o.count as f64 * 100.0 / report.schedules.max(1) as f64;
        let _ = writeln!(out, "{share:5.1} % end with {} {}: {first:?}", o.end, o.code);
    }
    let how = if report.complete { "all there are" } else { "of many" };
    let errors = report.findings.iter().filter(|f| f.error).count();
    let _ = writeln!(out, "{} schedules, {how}; {errors} errors", report.schedules);
    out
}

/// Explores schedules; exit code 0 without errors, 3 with, 1 if it does not compile.
#[expect(clippy::disallowed_methods, reason = "how long to look is a matter of real time, and no run depends on it")]
pub(super) fn check(args: &CheckArgs) -> ExitCode {
    let begun = Instant::now();
    let subject = match subject(&args.files, args.lang) {
        Ok(subject) => subject,
        Err(message) => {
            print(true, message.as_bytes());
            if args.json {
                let empty = CheckReport { findings: Vec::new(), outcomes: Vec::new(), schedules: 0, complete: false };
                print(false, json("compile_error", &empty).as_bytes());
            }
            return ExitCode::from(1);
        }
    };
    let mut check = Check::with_disk(subject.program, &subject.inputs, Some(still()));
    let mut until = begun + args.timeout;
    let mut failed = false;
    while check.schedules() < args.schedules && check.step() {
        let now = Instant::now();
        if !args.all && !failed && check.has_errors() {
            failed = true;
            until = until.min(now + GRACE);
        }
        if now >= until {
            break;
        }
    }
    let mut report = check.report();
    report.findings.extend(subject.notes);
    let outcome = report.error().map_or("ok", |f| f.kind.as_str()).to_owned();
    let cut = report.outcomes.iter().all(|o| o.end == "bound") && !report.outcomes.is_empty();
    let outcome = if outcome == "ok" && cut { "timeout".to_owned() } else { outcome };
    if args.json {
        print(false, json(&outcome, &report).as_bytes());
    } else {
        print(false, text(&report, &args.files).as_bytes());
    }
    // Machines can be large; they go with the process.
    std::mem::forget(check);
    ExitCode::from(if report.error().is_some() { 3 } else { 0 })
}

/// A recorded run by a schedule: its end. What the program prints is printed.
fn run_out(subject: Subject, schedule: &Schedule, recording: bool) -> (Session, i32) {
    let mut session = Session::new(subject.program, &subject.inputs, schedule, recording);
    session.look_at_disk(still());
    loop {
        let progress = session.run(20_000_000);
        for chunk in session.drain_output() {
            print(chunk.err, &chunk.bytes);
        }
        if let Some(end) = progress.end {
            return (session, end.code);
        }
    }
}

fn refused(message: &str) -> ExitCode {
    print(true, format!("{}\n", message.trim_end()).as_bytes());
    ExitCode::from(1)
}

fn strategy(text: Option<&str>) -> Result<Strategy, String> {
    let Some(text) = text else { return Ok(Strategy::Go) };
    text.parse::<Choices>().map(Strategy::Replay)
}

/// Runs the program by a schedule.
pub(super) fn replay(args: &ReplayArgs) -> ExitCode {
    let strategy = match strategy(Some(&args.schedule)) {
        Ok(strategy) => strategy,
        Err(message) => return refused(&format!("golanes replay: {message}")),
    };
    let subject = match subject(&args.files, args.lang) {
        Ok(subject) => subject,
        Err(message) => return refused(&message),
    };
    let (session, code) = run_out(subject, &Schedule { strategy, ..Schedule::default() }, args.events);
    if args.events {
        print(true, format!("{} events, hash {:016x}\n", session.event_count(), session.hash()).as_bytes());
    }
    std::mem::forget(session);
    ExitCode::from(code as u8)
}

/// Runs the program and writes the trace.
pub(super) fn trace(args: &TraceArgs) -> ExitCode {
    let strategy = match strategy(args.schedule.as_deref()) {
        Ok(strategy) => strategy,
        Err(message) => return refused(&format!("golanes trace: {message}")),
    };
    let subject = match subject(&args.files, args.lang) {
        Ok(subject) => subject,
        Err(message) => return refused(&message),
    };
    let (mut session, code) = run_out(subject, &Schedule { seed: args.seed, procs: args.procs, strategy }, true);
    if let Err(error) = std::fs::write(&args.out, chrome_trace(&mut session)) {
        return refused(&format!("golanes trace: {}: {error}", args.out));
    }
    std::mem::forget(session);
    ExitCode::from(code as u8)
}
