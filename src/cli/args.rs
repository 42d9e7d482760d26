//! Command lines.

use crate::engine::TestFlags;
use std::time::Duration;

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// `golanes run`
    Run(RunArgs),
    /// `golanes fmt`
    Fmt(FmtArgs),
    /// `golanes test`
    Test(TestArgs),
    /// `golanes check`
    Check(CheckArgs),
    /// `golanes replay`
    Replay(ReplayArgs),
    /// `golanes trace`
    Trace(TraceArgs),
    /// `golanes vet`
    Vet(RunArgs),
    /// `golanes dis`
    Dis(RunArgs),
    /// `golanes help`
    Help,
    /// `golanes version`
    Version,
}

/// What `run` was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RunArgs {
    /// `--seed`
    pub(super) seed: u64,
    /// `--procs`
    pub(super) procs: usize,
    /// `--lang`
    pub(super) lang: Option<(u32, u32)>,
    /// `--wall`: sleeping takes its time, and the clock starts at the real time.
    pub(super) wall: bool,
    /// `--events`: the event log's number and hash on standard error, for tests.
    pub(super) events: bool,
    /// Go files, or a folder, or a txtar archive.
    pub(super) files: Vec<String>,
    /// Arguments of the program.
    pub(super) rest: Vec<String>,
}

/// What `test` was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TestArgs {
    /// `--seed`
    pub(super) seed: u64,
    /// `--procs`
    pub(super) procs: usize,
    /// `--lang`
    pub(super) lang: Option<(u32, u32)>,
    /// go test's flags.
    pub(super) flags: TestFlags,
    /// Test files, or folders, or archives; none for the current folder.
    pub(super) files: Vec<String>,
}

/// What `check` was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CheckArgs {
    /// `--json`
    pub(super) json: bool,
    /// `--all`: errors do not end it.
    pub(super) all: bool,
    /// `--lang`
    pub(super) lang: Option<(u32, u32)>,
    /// `--schedules`: so many at most.
    pub(super) schedules: u64,
    /// `--timeout`, in seconds.
    pub(super) timeout: Duration,
    /// Go files, or a folder, or an archive.
    pub(super) files: Vec<String>,
}

/// What `replay` was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReplayArgs {
    /// `--schedule`
    pub(super) schedule: String,
    /// `--events`, as for `run`.
    pub(super) events: bool,
    /// `--lang`
    pub(super) lang: Option<(u32, u32)>,
    /// Go files, or a folder, or an archive.
    pub(super) files: Vec<String>,
}

/// What `trace` was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TraceArgs {
    /// `-o`
    pub(super) out: String,
    /// `--seed`
    pub(super) seed: u64,
    /// `--procs`
    pub(super) procs: usize,
    /// `--schedule`: that run, rather than Go's own scheduler's.
    pub(super) schedule: Option<String>,
    /// `--lang`
    pub(super) lang: Option<(u32, u32)>,
    /// Go files, or a folder, or an archive.
    pub(super) files: Vec<String>,
}

/// What `fmt` was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FmtArgs {
    /// `-l`: the names of files that would change.
    pub(super) list: bool,
    /// `-w`: write to the files.
    pub(super) write: bool,
    /// `-d`: show what would change.
    pub(super) diff: bool,
    /// Files and folders; none for standard input.
    pub(super) files: Vec<String>,
}

/// Reads the command line after the program's name.
pub(super) fn parse(args: &[String]) -> Result<Command, String> {
    let Some((command, rest)) = args.split_first() else { return Ok(Command::Help) };
    match command.as_str() {
        "run" => parse_run(rest).map(Command::Run),
        "test" => parse_test(rest).map(Command::Test),
        "fmt" => parse_fmt(rest).map(Command::Fmt),
        "check" => parse_check(rest).map(Command::Check),
        "replay" => parse_replay(rest).map(Command::Replay),
        "trace" => parse_trace(rest).map(Command::Trace),
        "vet" => parse_run(rest).map(Command::Vet),
        "dis" => parse_run(rest).map(Command::Dis),
        "help" | "-h" | "--help" => Ok(Command::Help),
        "version" | "--version" => Ok(Command::Version),
        other => Err(format!("golanes {other}: unknown command\nRun 'golanes help' for usage.")),
    }
}

fn parse_run(args: &[String]) -> Result<RunArgs, String> {
    let mut out =
        RunArgs { seed: 1, procs: 4, lang: None, wall: false, events: false, files: Vec::new(), rest: Vec::new() };
    let mut it = args.iter().peekable();
    while let Some(arg) = it.next_if(|a| a.starts_with('-')) {
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (arg.as_str(), None),
        };
        let mut value =
            || inline.clone().or_else(|| it.next().cloned()).ok_or_else(|| format!("flag needs an argument: {name}"));
        match name.trim_start_matches('-') {
            "seed" => out.seed = number(&value()?, name)?,
            "procs" => out.procs = number::<usize>(&value()?, name)?.max(1),
            "lang" => out.lang = Some(version(&value()?)?),
            "wall" => out.wall = true,
            "events" => out.events = true,
            _ => return Err(format!("flag provided but not defined: {name}")),
        }
    }
    let is_source = |a: &str| a.ends_with(".go") || a.ends_with(".txtar");
    while let Some(file) = it.next_if(|a| is_source(a)) {
        out.files.push(file.clone());
    }
    if out.files.is_empty() {
        match it.next() {
            Some(dir) => out.files.push(dir.clone()),
            None => return Err("no go files listed".into()),
        }
    }
    out.rest = it.cloned().collect();
    Ok(out)
}

/// Calls `flag` with the name of each flag and what gives its value; the other arguments.
fn flags_and_files(
    args: &[String],
    mut flag: impl FnMut(&str, &mut dyn FnMut() -> Result<String, String>) -> Result<bool, String>,
) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    let mut it = args.iter();
    while let Some(arg) = it.next() {
        if !arg.starts_with('-') || arg == "-" {
            files.push(arg.clone());
            continue;
        }
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (arg.as_str(), None),
        };
        let mut value =
            || inline.clone().or_else(|| it.next().cloned()).ok_or_else(|| format!("flag needs an argument: {name}"));
        if !flag(name.trim_start_matches('-'), &mut value)? {
            return Err(format!("flag provided but not defined: {name}"));
        }
    }
    if files.is_empty() {
        return Err("no go files listed".into());
    }
    Ok(files)
}

fn parse_check(args: &[String]) -> Result<CheckArgs, String> {
    let timeout = Duration::from_secs(15);
    let mut out = CheckArgs { json: false, all: false, lang: None, schedules: u64::MAX, timeout, files: Vec::new() };
    out.files = flags_and_files(args, |flag, value| {
        match flag {
            "json" => out.json = true,
            "all" => out.all = true,
            "lang" => out.lang = Some(version(&value()?)?),
            "schedules" => out.schedules = number(&value()?, flag)?,
            "timeout" => {
                let seconds: f64 = number(value()?.trim_end_matches('s'), flag)?;
                out.timeout = Duration::try_from_secs_f64(seconds).map_err(|e| e.to_string())?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(out)
}

fn parse_replay(args: &[String]) -> Result<ReplayArgs, String> {
    let mut out = ReplayArgs { schedule: String::new(), events: false, lang: None, files: Vec::new() };
    out.files = flags_and_files(args, |flag, value| {
        match flag {
            "schedule" => out.schedule = value()?,
            "events" => out.events = true,
            "lang" => out.lang = Some(version(&value()?)?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if out.schedule.is_empty() {
        return Err("golanes replay: which one? --schedule says it, as golanes check has printed it".into());
    }
    Ok(out)
}

fn parse_trace(args: &[String]) -> Result<TraceArgs, String> {
    let mut out = TraceArgs { out: String::new(), seed: 1, procs: 4, schedule: None, lang: None, files: Vec::new() };
    out.files = flags_and_files(args, |flag, value| {
        match flag {
            "o" => out.out = value()?,
            "seed" => out.seed = number(&value()?, flag)?,
            "procs" => out.procs = number::<usize>(&value()?, flag)?.max(1),
            "schedule" => out.schedule = Some(value()?),
            "lang" => out.lang = Some(version(&value()?)?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if out.out.is_empty() {
        return Err("golanes trace: where to? -o names the file".into());
    }
    Ok(out)
}

/// Flags of go test's that take a value, our own among them, and those that are refused: all that is not for the test itself.
const TEST_FLAGS: [&str; 35] = [
    "seed",
    "procs",
    "lang",
    "run",
    "skip",
    "count",
    "parallel",
    "timeout",
    "benchtime",
    "cpu",
    "bench",
    "list",
    "vet",
    "shuffle",
    "race",
    "cover",
    "json",
    "fuzz",
    "c",
    "o",
    "coverprofile",
    "covermode",
    "cpuprofile",
    "memprofile",
    "blockprofile",
    "mutexprofile",
    "trace",
    "exec",
    "x",
    "n",
    "artifacts",
    "tags",
    "fuzztime",
    "outputdir",
    "coverpkg",
];

/// Flags before and behind the files, as go test takes them. Flags that it does not know, and what stands behind them or behind a second
/// flag after the files, are the test's own.
fn parse_test(args: &[String]) -> Result<TestArgs, String> {
    let mut out = TestArgs { seed: 1, procs: 4, lang: None, flags: TestFlags::default(), files: Vec::new() };
    let mut it = args.iter();
    // Whether files may still come; whether this may be the value of an unknown flag.
    let (mut files_end, mut may_be_value) = (false, false);
    while let Some(arg) = it.next() {
        let was_value = std::mem::take(&mut may_be_value);
        if !arg.starts_with('-') || arg == "-" {
            if !files_end {
                out.files.push(arg.clone());
                continue;
            }
            out.flags.rest.push(arg.clone());
            if was_value {
                continue;
            }
            out.flags.rest.extend(it.cloned());
            break;
        }
        files_end |= !out.files.is_empty();
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (arg.as_str(), None),
        };
        let flag = name.trim_start_matches('-');
        let flag = flag.strip_prefix("test.").unwrap_or(flag);
        match flag {
            "args" => {
                out.flags.rest.extend(it.cloned());
                break;
            }
            "v" | "short" | "failfast" | "benchmem" => {
                let value = inline.unwrap_or_else(|| "true".to_owned());
                out.flags.verbose |= flag == "v" && value != "false";
                out.flags.args.push(format!("-test.{flag}={value}"));
                continue;
            }
            _ => {}
        }
        if !TEST_FLAGS.contains(&flag) {
            files_end = true;
            may_be_value = inline.is_none();
            out.flags.rest.push(arg.clone());
            continue;
        }
        let value = inline.or_else(|| it.next().cloned());
        let value = || value.clone().ok_or_else(|| format!("flag needs an argument: {name}"));
        match flag {
            "seed" => out.seed = number(&value()?, name)?,
            "procs" => out.procs = number::<usize>(&value()?, name)?.max(1),
            "lang" => out.lang = Some(version(&value()?)?),
            "run" | "skip" | "count" | "parallel" | "timeout" | "benchtime" | "cpu" | "bench" | "list" => {
                let value = value()?;
                out.flags.bench |= flag == "bench" && !value.is_empty();
                out.flags.list |= flag == "list" && !value.is_empty();
                out.flags.args.push(format!("-test.{flag}={value}"));
            }
            "vet" if value()? == "off" => out.flags.no_vet = true,
            "shuffle" if value()? == "off" => {}
            "vet" | "shuffle" => return Err(format!("golanes test: {name} can only be off")),
            _ => return Err(format!("golanes test: {name} is not supported")),
        }
    }
    out.flags.named = !out.files.is_empty();
    Ok(out)
}

fn parse_fmt(args: &[String]) -> Result<FmtArgs, String> {
    let mut out = FmtArgs::default();
    let mut it = args.iter().peekable();
    while let Some(arg) = it.next_if(|a| a.len() > 1 && a.starts_with('-')) {
        match arg.strip_prefix("--").or(arg.strip_prefix('-')).unwrap_or(arg) {
            "" => break,
            "l" => out.list = true,
            "w" => out.write = true,
            "d" => out.diff = true,
            _ => return Err(format!("flag provided but not defined: {arg}")),
        }
    }
    out.files = it.cloned().collect();
    Ok(out)
}

fn number<T: std::str::FromStr>(text: &str, flag: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("invalid value {text:?} for flag {flag}"))
}

/// `go1.21` or `1.21`
fn version(text: &str) -> Result<(u32, u32), String> {
    let bad = || format!("invalid language version {text:?}");
    let digits = text.strip_prefix("go").unwrap_or(text);
    let mut parts = digits.split('.');
    let major = parts.next().and_then(|p| p.parse().ok()).ok_or_else(bad)?;
    let minor = parts.next().and_then(|p| p.parse().ok()).ok_or_else(bad)?;
    Ok((major, minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_come_before_files_and_arguments_after() {
        let args: Vec<String> = ["run", "--seed=7", "--procs", "2", "--lang", "go1.21", "a.go", "b.go", "x", "-y"]
            .map(String::from)
            .to_vec();
        let Ok(Command::Run(run)) = parse(&args) else { panic!("parses") };
        assert_eq!((run.seed, run.procs, run.lang), (7, 2, Some((1, 21))));
        assert_eq!((run.files, run.rest), (vec!["a.go".into(), "b.go".into()], vec!["x".into(), "-y".into()]));
        assert!(parse(&["run".to_owned(), "--nope".to_owned()]).is_err());
    }

    #[test]
    fn test_takes_go_tests_flags_before_and_behind_files() {
        let parse = |line: &str| parse(&line.split(' ').map(String::from).collect::<Vec<_>>());
        let Ok(Command::Test(t)) = parse("test -v --run A/b a_test.go -bench=. -lang 1.21 -short -args x -v") else {
            panic!("parses")
        };
        assert_eq!(t.files, ["a_test.go"]);
        assert_eq!(t.lang, Some((1, 21)));
        assert!(t.flags.verbose && t.flags.bench && t.flags.named && !t.flags.list);
        assert_eq!(t.flags.args, ["-test.v=true", "-test.run=A/b", "-test.bench=.", "-test.short=true"]);
        assert_eq!(t.flags.rest, ["x", "-v"]);
        assert_eq!(parse("test -race"), Err("golanes test: -race is not supported".to_owned()));
        assert_eq!(parse("test -shuffle=on"), Err("golanes test: -shuffle can only be off".to_owned()));
        assert!(parse("test -shuffle off .").is_ok() && parse("test -vet=off").is_ok());
        let Ok(Command::Test(t)) = parse("test -update . -v -run X -name bob -n2=3 rest -v") else { panic!("parses") };
        assert_eq!((t.files.as_slice(), t.flags.named), (&[][..], false));
        assert_eq!(t.flags.rest, ["-update", ".", "-name", "bob", "-n2=3", "rest", "-v"]);
        assert_eq!(t.flags.args, ["-test.v=true", "-test.run=X"]);
        let Ok(Command::Test(t)) = parse("test ./a ./b -update") else { panic!("parses") };
        assert_eq!((t.files, t.flags.rest), (vec!["./a".to_owned(), "./b".to_owned()], vec!["-update".to_owned()]));
    }

    #[test]
    fn check_replay_and_trace_say_what_they_lack() {
        let parse = |line: &str| parse(&line.split(' ').map(String::from).collect::<Vec<_>>());
        let Ok(Command::Check(c)) = parse("check a_test.go --json --timeout 2.5 --schedules=10 --lang go1.21 --all")
        else {
            panic!("parses")
        };
        assert_eq!((c.timeout, c.schedules, c.lang), (Duration::from_millis(2500), 10, Some((1, 21))));
        assert!(c.json && c.all && c.files == ["a_test.go"]);
        assert_eq!(parse("check --json"), Err("no go files listed".to_owned()));
        assert!(parse("check --timeout -1 a.go").is_err() && parse("check --nope a.go").is_err());
        assert!(parse("replay a.go").is_err() && parse("replay --schedule v1.s1 a.go").is_ok());
        assert!(parse("trace a.go").is_err() && parse("trace -o t.json a.go").is_ok());
    }

    #[test]
    fn fmt_takes_flags_in_any_combination() {
        let args: Vec<String> = ["fmt", "-l", "--w", "a.go", "-d"].map(String::from).to_vec();
        let files = vec!["a.go".into(), "-d".into()];
        assert_eq!(parse(&args), Ok(Command::Fmt(FmtArgs { list: true, write: true, diff: false, files })));
        assert!(parse(&["fmt".to_owned(), "-s".to_owned()]).is_err());
    }
}
