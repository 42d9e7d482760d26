//! Writes programs as modules for real Go, as the page exports them: `export OUT.zip FILE`. For `tests/oracle/module.sh`.

use golanes::engine::{BuildOptions, Check, Endings, Inputs, Schedule, build, go_module, split_txtar, zip};
use std::process::ExitCode;

/// Schedules that are tried.
const SCHEDULES: u64 = 200;

#[expect(clippy::print_stderr, reason = "that is where a command says what is wrong")]
fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.as_slice() {
        [out, file] => match export(file).and_then(|bytes| std::fs::write(out, bytes).map_err(|e| e.to_string())) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("{file}: {why}");
                ExitCode::FAILURE
            }
        },
        _ => ExitCode::from(2),
    }
}

fn export(file: &str) -> Result<Vec<u8>, String> {
    let text = std::fs::read_to_string(file).map_err(|e| e.to_string())?;
    let files = split_txtar("main.go", &text);
    let built = build(&files, &BuildOptions::default());
    let program = built.program.ok_or(built.listing)?;
    let mut inputs = Inputs::default();
    inputs.add_files(&files);
    let mut check = Check::new(program.clone(), &inputs);
    while check.schedules() < SCHEDULES && check.step() {}
    let endings = Endings::of(&program, &inputs, &Schedule::default(), &check.report());
    Ok(zip(&go_module(&files, "", &endings)?))
}
