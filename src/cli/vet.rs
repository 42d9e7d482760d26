//! `golanes vet`: go vet's output and exit code.

use super::args::RunArgs;
use super::load::load;
use super::run::print;
use crate::engine::{self, BuildOptions, VetSet};
use std::process::ExitCode;

/// Vets what the command line names; its exit code is 1 if there is something to say.
pub(super) fn vet(args: &RunArgs) -> ExitCode {
    let vetted = match load(&args.files, true) {
        Ok(loaded) => {
            let (module, path) = (loaded.module, loaded.path);
            let options = BuildOptions { lang: args.lang, module, path, ..BuildOptions::default() };
            engine::vet(&loaded.files, &options, VetSet::All).listing
        }
        Err(message) => format!("{message}\n"),
    };
    print(true, vetted.as_bytes());
    ExitCode::from(u8::from(!vetted.is_empty()))
}
