//! Ten programs and 200 seeds, and what exploration finds: what must come out the same natively and in the browser.

use golanes::engine::{
    BuildOptions, Check, Inputs, Schedule, Session, SourceText, Strategy, TestFlags, build, build_test,
};

macro_rules! programs {
    ($($name:literal),+ $(,)?) => { [$(($name, include_str!(concat!("../run/", $name, ".go")))),+] };
}

/// Programs in which the seed matters or many things happen.
pub(super) const PROGRAMS: [(&str, &str); 10] = programs![
    "conc_basics",
    "conc_pipeline",
    "conc_select",
    "conc_sync",
    "lang_maps",
    "lang_closures",
    "lang_defer",
    "prog_wordcount",
    "panic_goroutine",
    "deadlock_wg",
];

/// For each program one number over the event hashes of all seeds.
pub(super) fn hashes() -> Vec<String> {
    PROGRAMS.iter().map(|(name, text)| format!("{name} {:016x}", all_seeds(name, text))).collect()
}

fn all_seeds(name: &str, text: &str) -> u64 {
    let files = [SourceText { name: format!("{name}.go"), text: text.to_owned() }];
    let built = build(&files, &BuildOptions::default());
    let program = built.program.unwrap_or_else(|| panic!("{name} does not build:\n{}", built.listing));
    let mut all = 0u64;
    for seed in 0..200 {
        // Different numbers of P's, too, and slices of different length, which must not matter.
        let schedule =
            Schedule { seed: seed * 0x9E37_79B9 + 1, procs: 1 + (seed % 5) as usize, strategy: Strategy::Go };
        let mut session = Session::new(program.clone(), &Inputs::default(), &schedule, true);
        while session.run(1_000 + 977 * (seed % 7)).end.is_none() {
            assert!(session.progress().tick < 50_000_000, "{name} with seed {seed} does not end");
        }
        all = all.rotate_left(7) ^ session.hash();
    }
    all
}

/// Kernels of bugs that are explored.
const KERNELS: &str = include_str!("../explore/bugs_locks.txtar");

/// What exploration finds in the kernels within 100 schedules, and the hash of the run by each schedule it prints.
pub(super) fn findings() -> Vec<String> {
    let mut out = Vec::new();
    for kernel in KERNELS.split("\n-- ").skip(1) {
        let (name, text) = kernel.split_once(" --\n").expect("a name");
        let files = [SourceText { name: name.to_owned(), text: text.to_owned() }];
        let (program, inputs) = if name.ends_with("_test.go") {
            let flags = TestFlags { args: vec!["-test.timeout=0".to_owned()], no_vet: true, ..TestFlags::default() };
            (build_test(&files, &BuildOptions::default(), &flags).program, flags.inputs())
        } else {
            (build(&files, &BuildOptions::default()).program, Inputs::default())
        };
        let program = program.unwrap_or_else(|| panic!("{name} does not build"));
        let mut check = Check::new(program.clone(), &inputs);
        while check.schedules() < 100 && check.step() {}
        for finding in check.report().findings {
            let choices = finding.schedule.parse().expect("a schedule");
            let schedule = Schedule { strategy: Strategy::Replay(choices), ..Schedule::default() };
            let mut session = Session::new(program.clone(), &inputs, &schedule, true);
            while session.run(1_009).end.is_none() {}
            let line = finding.places.first().map_or(0, |p| p.line);
            out.push(format!("{name} {} {line} {} {:016x}", finding.kind, finding.schedule, session.hash()));
        }
    }
    out
}
