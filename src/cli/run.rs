//! `golanes run` and its relatives.

use super::args::{self, Command, RunArgs};
use super::disk::Host;
use super::load;
use crate::engine::{
    BuildOptions, Built, End, Inputs, Output, Schedule, Session, SourceText, Strategy, build, disassembly,
};
use std::io::{Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime};

const USAGE: &str = "golanes runs Go programs on an interpreter whose runs can be watched and repeated.

usage:
  golanes run [--seed N] [--procs N] [--lang go1.N] [--wall] FILE.go... | DIR | FILE.txtar [arguments]
  golanes test [-v] [-run RE] [-bench RE] [go test's other flags] FILE.go... | DIR... | FILE.txtar
  golanes check [--json] [--lang go1.N] [--schedules N] [--timeout SECONDS] [--all] FILE.go...
                                    tries other schedules and says what can go wrong
  golanes replay --schedule TEXT FILE.go...     the run that check has found
  golanes trace -o OUT.json [--seed N] [--procs N] [--schedule TEXT] FILE.go...
                                    the run as a trace for ui.perfetto.dev
  golanes fmt [-l] [-w] [-d] [FILE.go... | DIR...]      as gofmt; without files it formats standard input
  golanes vet [--lang go1.N] FILE.go... | DIR           what go vet says
  golanes dis FILE.go...            the bytecode of package main
  golanes version
";

/// Instructions between two looks at output.
const SLICE: u64 = 20_000_000;

/// The command; its exit code.
pub fn main(args: &[String]) -> ExitCode {
    match args::parse(args) {
        Ok(Command::Help) => {
            print(false, USAGE.as_bytes());
            ExitCode::SUCCESS
        }
        Ok(Command::Version) => {
            print(false, format!("golanes {} (Go 1.27)\n", env!("CARGO_PKG_VERSION")).as_bytes());
            ExitCode::SUCCESS
        }
        Ok(Command::Run(args)) => run(&args),
        Ok(Command::Test(args)) => super::test::test(&args),
        Ok(Command::Check(args)) => super::check::check(&args),
        Ok(Command::Replay(args)) => super::check::replay(&args),
        Ok(Command::Trace(args)) => super::check::trace(&args),
        Ok(Command::Fmt(args)) => super::fmt::fmt(&args),
        Ok(Command::Vet(args)) => super::vet::vet(&args),
        Ok(Command::Dis(args)) => dis(&args),
        Err(message) => {
            print(true, format!("{message}\n").as_bytes());
            ExitCode::from(2)
        }
    }
}

/// Writes; a reader that has gone away is no error of ours.
pub(super) fn print(err: bool, bytes: &[u8]) {
    let _ = if err { std::io::stderr().write_all(bytes) } else { std::io::stdout().write_all(bytes) };
}

/// The program, and the files of the archive it comes from.
fn compile(args: &RunArgs) -> Result<(Built, Vec<SourceText>), ExitCode> {
    let fail = |message: String| {
        print(true, format!("{message}\n").as_bytes());
        ExitCode::from(1)
    };
    let loaded = load::load(&args.files, false).map_err(fail)?;
    let dir = load::work_dir();
    let data = load::data_of(&loaded);
    let options = BuildOptions { lang: args.lang, dir, module: loaded.module, path: loaded.path, vet: false, data };
    let built = build(&loaded.files, &options);
    if built.program.is_none() {
        let header = built.broken.as_ref().map_or(String::new(), |package| format!("# {package}\n"));
        print(true, format!("{header}{}", built.listing).as_bytes());
        return Err(ExitCode::from(1));
    }
    Ok((built, loaded.archive))
}

fn run(args: &RunArgs) -> ExitCode {
    if let Some(test) = super::test::instead_of_run(args) {
        return super::test::test(&test);
    }
    let (built, archive) = match compile(args) {
        Ok(compiled) => compiled,
        Err(code) => return code,
    };
    let Some(program) = built.program else { return ExitCode::from(1) };
    let mut inputs = Inputs::default();
    inputs.args.extend(args.rest.iter().cloned());
    inputs.env = std::env::vars().map(|(k, v)| format!("{k}={v}")).collect();
    inputs.dir = load::work_dir();
    inputs.add_files(&archive);
    let schedule = Schedule { seed: args.seed, procs: args.procs, strategy: Strategy::Go };
    let clock = Clock::start();
    if args.wall {
        inputs.epoch = clock.epoch;
    }
    let mut session = Session::new(program, &inputs, &schedule, args.events);
    session.open_stdin();
    session.open_disk();
    let mut host = Host::default();
    if args.wall {
        session.keep_real_time();
    }
    // Short slices first, so that what a program prints before it computes for long is seen at once.
    let mut slice = 200_000;
    loop {
        let progress = session.run(slice);
        if session.wants_disk().is_some() {
            host.serve(&mut session);
            continue;
        }
        slice = (slice * 2).min(SLICE);
        flush(session.drain_output());
        if session.wants_input() {
            let mut buffer = [0; 65_536];
            let n = std::io::stdin().read(&mut buffer).unwrap_or(0);
            session.feed(&buffer[..n]);
        }
        if let Some(when) = session.wants_time() {
            session.time_is(clock.wait(when));
        }
        if let Some(end) = progress.end {
            if args.events {
                let line = format!("{} events, hash {:016x}\n", session.event_count(), session.hash());
                print(true, line.as_bytes());
            }
            if end.kind == "waiting" {
                let what = "golanes: the program waits for connections or signals, and nobody else is there: real Go would wait on\n";
                print(true, what.as_bytes());
            }
            // Machines can be large; the process ends anyway.
            std::mem::forget(session);
            return end_as(&end);
        }
    }
}

/// Ends as the program has: with its exit code, or by the signal that it has sent itself.
pub(super) fn end_as(end: &End) -> ExitCode {
    if end.aborted() {
        let _ = std::io::stdout().flush();
        std::process::abort();
    }
    ExitCode::from(end.code as u8)
}

/// Real time, for `--wall`.
struct Clock {
    start: Instant,
    /// Nanoseconds since 1970 at its start.
    epoch: i64,
}

#[expect(clippy::disallowed_methods, reason = "that is what --wall asks for, and natively there are clocks")]
impl Clock {
    fn start() -> Self {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self { start: Instant::now(), epoch: since.as_nanos() as i64 }
    }

    /// Waits until so many nanoseconds have passed since the start; how many have.
    fn wait(&self, when: u64) -> u64 {
        std::thread::sleep(Duration::from_nanos(when).saturating_sub(self.start.elapsed()));
        (self.start.elapsed().as_nanos() as u64).max(when)
    }
}

fn flush(output: Vec<Output>) {
    for chunk in output {
        print(chunk.err, &chunk.bytes);
    }
}

fn dis(args: &RunArgs) -> ExitCode {
    match compile(args) {
        Ok((built, _)) => {
            if let Some(program) = built.program {
                print(false, disassembly(&program).as_bytes());
            }
            ExitCode::SUCCESS
        }
        Err(code) => code,
    }
}
