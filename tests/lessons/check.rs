//! Whether a lesson keeps its promises: its programs are compiled and run, their schedules tried, its questions answered.

use golanes::engine::{
    BuildOptions, Built, Check, CheckReport, Inputs, Program, Schedule, Session, SourceText, Strategy, build, format,
};
use golanes::lessons::{Lesson, Measure, PROCS, Variant, literal, turn};
use golanes::protocol::MiniLane;
use golanes::view::{Picture, miniature};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Groups in which lessons are listed.
const GROUPS: [&str; 6] = ["Scheduler", "Goroutines", "Channels", "Synchronisation", "Patterns", "Bug zoo"];
/// Instructions after which a program is taken not to end.
const ENDLESS: u64 = 400_000_000;
/// Schedules tried for what is promised to be found, and of a correct program; instructions that all of those may take together.
const FIND: u64 = 2_000;
const CORRECT: u64 = 300;
const TRIED: u64 = 300_000_000;

/// What the gallery knows of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) name: String,
    title: String,
    pub(crate) group: String,
    pub(crate) order: u32,
    about: String,
    pub(crate) guide: Vec<String>,
    mini: Vec<MiniLane>,
}

/// A lesson that was looked through.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) entry: Entry,
    pub(crate) wrong: Vec<String>,
    /// The first program's run, told event by event.
    pub(crate) told: Vec<String>,
}

/// How a run went.
struct Ran {
    session: Session,
    ends: String,
    out: String,
    err: String,
}

fn compile(name: &str, text: &str) -> Built {
    let files = [SourceText { name: name.to_owned(), text: text.to_owned() }];
    build(&files, &BuildOptions { vet: true, ..BuildOptions::default() })
}

fn inputs(variant: &Variant) -> Inputs {
    Inputs { stdin: variant.input.clone().into_bytes(), ..Inputs::default() }
}

fn run(program: &Arc<Program>, variant: &Variant, procs: usize, recording: bool) -> Ran {
    let schedule = Schedule { seed: 1, procs, strategy: Strategy::Go };
    let mut session = Session::new(Arc::clone(program), &inputs(variant), &schedule, recording);
    while session.progress().end.is_none() && session.progress().tick < ENDLESS {
        session.run(5_000_000);
    }
    let ends = match session.progress().end {
        None => "never".to_owned(),
        Some(end) if end.kind == "exit" => format!("exit {}", end.code),
        Some(end) => end.kind,
    };
    let written = |err: bool| {
        let bytes: Vec<u8> = session.output().iter().filter(|o| o.err == err).flat_map(|o| o.bytes.clone()).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let (out, err) = (written(false), written(true));
    Ran { session, ends, out, err }
}

fn explore(program: &Arc<Program>, variant: &Variant, most: u64, enough: &dyn Fn(&CheckReport) -> bool) -> CheckReport {
    let mut check = Check::new(Arc::clone(program), &inputs(variant));
    let mut found = 0;
    while check.schedules() < most && check.step() {
        let report = check.report();
        if report.findings.len() != found && enough(&report) {
            break;
        }
        found = report.findings.len();
    }
    check.report()
}

fn kinds(report: &CheckReport) -> Vec<String> {
    report.findings.iter().filter(|f| f.error).map(|f| f.kind.clone()).collect()
}

/// Targets of Markdown links, outside of code.
fn links(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        if fenced {
            continue;
        }
        let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("code");
        out.extend(prose.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())));
    }
    out
}

/// A heading as links name it.
fn anchor(heading: &str) -> String {
    let words = heading.to_lowercase();
    let kept: String = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-')).collect();
    kept.replace(' ', "-")
}

/// All Markdown of a lesson.
fn prose(lesson: &Lesson) -> String {
    let mut all = vec![lesson.lead.clone()];
    all.extend(lesson.programs.iter().map(|p| p.text.clone()));
    all.extend(lesson.predictions.iter().flat_map(|p| [p.question.clone(), p.because.clone()]));
    all.extend(lesson.notes.iter().map(|n| n.text.clone()));
    all.extend(lesson.sections.iter().map(|(head, text)| format!("## {head}\n{text}")));
    all.join("\n")
}

/// Looks a lesson through; `guide` are the headings that there are.
pub(crate) fn check(dir: &Path, guide: &[String]) -> Checked {
    let name = dir.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
    let mut wrong = Vec::new();
    let text = fs::read_to_string(dir.join("lesson.md")).unwrap_or_default();
    let lesson = Lesson::read(&text).unwrap_or_else(|why| {
        wrong.push(why);
        Lesson::default()
    });
    let mut sources = BTreeMap::new();
    for variant in &lesson.programs {
        match fs::read_to_string(dir.join(&variant.file)) {
            Ok(text) => _ = sources.insert(variant.file.clone(), text),
            Err(e) => wrong.push(format!("{}: {e}", variant.file)),
        }
    }
    let files = fs::read_dir(dir).expect("a folder").map(|e| e.expect("an entry").file_name());
    for file in files.filter_map(|f| f.into_string().ok()).filter(|f| f != "lesson.md" && !sources.contains_key(f)) {
        wrong.push(format!("{file}: the lesson does not name it"));
    }
    shape(dir, &name, &lesson, guide, &mut wrong);
    let mut entry = Entry {
        name,
        title: lesson.title.clone(),
        group: lesson.group.clone(),
        order: lesson.order,
        about: lesson.about().to_owned(),
        guide: lesson.guide.clone(),
        mini: Vec::new(),
    };
    let mut told = Vec::new();
    for (number, variant) in lesson.programs.iter().enumerate() {
        let Some(text) = sources.get(&variant.file) else { continue };
        let mut bad = Vec::new();
        let built = compile(&variant.file, text);
        promise(variant, text, &built, &mut bad);
        if let Some(program) = built.program.as_ref().filter(|_| number == 0) {
            let mut ran = run(program, variant, variant.procs.unwrap_or(4), true);
            let mut picture = Picture::default();
            entry.mini = miniature(&mut picture, &mut ran.session);
            answers(&lesson, program, &mut picture, &mut ran.session, &mut bad);
            told = sentences(&mut picture, &mut ran.session);
            compared(&lesson, variant, text, &mut bad);
        }
        wrong.extend(bad.into_iter().map(|w| format!("{}: {w}", variant.file)));
    }
    Checked { entry, wrong, told }
}

/// What can be said without running.
fn shape(dir: &Path, name: &str, lesson: &Lesson, guide: &[String], wrong: &mut Vec<String>) {
    if !GROUPS.contains(&lesson.group.as_str()) {
        wrong.push(format!("there is no group {:?}", lesson.group));
    }
    wrong.extend(lesson.guide.iter().filter(|g| !guide.contains(g)).map(|g| format!("the guide has no heading {g:?}")));
    let all = prose(lesson);
    let is_lesson = |n: &str| dir.with_file_name(n).join("lesson.md").is_file();
    let headings: Vec<String> =
        all.lines().filter(|l| l.starts_with('#')).map(|l| anchor(l.trim_start_matches('#').trim())).collect();
    let targets = links(&all);
    for target in &targets {
        let fine = match target.split_once(':') {
            Some(("run", file)) => lesson.program(file).is_some(),
            Some(("https", rest)) => rest.starts_with("//"),
            Some(_) => false,
            None => match target.strip_prefix('#') {
                Some(heading) => headings.iter().any(|h| h == heading),
                None => is_lesson(target),
            },
        };
        if !fine {
            wrong.push(format!("the link to {target:?} leads nowhere"));
        }
    }
    for variant in lesson.programs.iter().filter(|p| !p.tab) {
        if !targets.contains(&format!("run:{}", variant.file)) {
            wrong.push(format!("{}: it has no tab and no link starts it", variant.file));
        }
    }
    if lesson.next.as_ref().is_some_and(|n| n == name || !is_lesson(n)) {
        wrong.push("`next` is no other lesson".into());
    }
    let fixes = lesson.programs.iter().filter_map(|p| p.fix.as_ref());
    wrong
        .extend(fixes.filter(|f| lesson.program(f).is_none()).map(|f| format!("`fix` names {f}, which is no program")));
}

/// Whether a program does what it promises, however its knobs are turned.
fn promise(variant: &Variant, text: &str, built: &Built, bad: &mut Vec<String>) {
    let problems: Vec<String> = built.problems.iter().map(|p| format!("{}:{}: {}", p.line, p.col, p.message)).collect();
    let Some(program) = &built.program else {
        if variant.ends != "refused" {
            bad.push(format!("it does not compile: {}", problems.join("; ")));
        }
        let said = problems.join("\n");
        bad.extend(
            variant.says.iter().filter(|w| !said.contains(*w)).map(|w| format!("it does not say {w:?} but {said}")),
        );
        return;
    };
    if variant.ends == "refused" {
        bad.push("it compiles".into());
    }
    let file = SourceText { name: variant.file.clone(), text: text.to_owned() };
    if format(&file).is_ok_and(|f| f != text) {
        bad.push("gofmt would change it".into());
    }
    if !variant.is_broken() && !problems.is_empty() {
        bad.push(format!("vet says {}", problems.join("; ")));
    }
    let procs = variant.procs.unwrap_or(4);
    let ran = run(program, variant, procs, false);
    if ran.ends != variant.ends {
        bad.push(format!("it ends with {:?}, not {:?}", ran.ends, variant.ends));
    }
    let missing = variant.prints.iter().filter(|l| !ran.out.lines().any(|o| o.trim_end() == *l));
    bad.extend(missing.map(|l| format!("it does not print {l:?} but {:?}", ran.out)));
    bad.extend(
        variant
            .says
            .iter()
            .filter(|w| !ran.err.contains(*w))
            .map(|w| format!("it does not say {w:?} but {:?}", ran.err)),
    );
    let length = ran.session.progress().tick.max(1);
    let most = if variant.finds.is_empty() { CORRECT.min(TRIED / length) } else { FIND };
    let report = explore(program, variant, most, &|r| match variant.finds.is_empty() {
        true => r.error().is_some(),
        false => variant.finds.iter().all(|k| kinds(r).contains(k)),
    });
    let found = kinds(&report);
    let lacking = variant.finds.iter().filter(|k| !found.contains(k));
    bad.extend(lacking.map(|k| format!("no {k} is found in {} schedules, only {found:?}", report.schedules)));
    if let Some(f) = report.error().filter(|_| variant.finds.is_empty() && variant.ends == "exit 0") {
        bad.push(format!("a {} is found that it does not promise: {}", f.kind, f.message));
    }
    for knob in &variant.knobs {
        let now = if knob.name == PROCS {
            Some(procs.to_string())
        } else {
            literal(text, &knob.name).map(|r| text[r].to_owned())
        };
        if !now.as_ref().is_some_and(|n| knob.choices.contains(n)) {
            bad.push(format!("the knob {} is at {now:?}, which is none of its choices", knob.name));
            continue;
        }
        for choice in &knob.choices {
            let ends = turned(variant, text, &[(knob.name.clone(), choice.clone())]);
            if ends != variant.ends && !variant.or_ends.contains(&ends) {
                bad.push(format!("with {} = {choice} it ends with {ends:?}", knob.name));
            }
        }
    }
}

/// How a program ends with other values.
fn turned(variant: &Variant, text: &str, values: &[(String, String)]) -> String {
    let mut procs = variant.procs.unwrap_or(4);
    let mut text = text.to_owned();
    for (name, value) in values {
        match value.parse() {
            Ok(n) if name == PROCS => procs = n,
            _ => text = turn(&text, name, value),
        }
    }
    let built = compile(&variant.file, &text);
    built.program.map_or_else(|| "refused".to_owned(), |p| run(&p, variant, procs, false).ends)
}

fn compared(lesson: &Lesson, variant: &Variant, text: &str, bad: &mut Vec<String>) {
    for c in &lesson.comparisons {
        let unknown = c.values.iter().find(|(name, _)| name != PROCS && literal(text, name).is_none());
        if let Some((name, _)) = unknown {
            bad.push(format!("{name}, which is compared, is not in the program"));
        }
        let ends = turned(variant, text, &c.values);
        if ends != variant.ends && !variant.or_ends.contains(&ends) {
            bad.push(format!("compared as {:?} it ends with {ends:?}", c.label));
        }
    }
}

/// Questions and notes, which the run has to answer.
fn answers(
    lesson: &Lesson,
    program: &Arc<Program>,
    picture: &mut Picture,
    session: &mut Session,
    bad: &mut Vec<String>,
) {
    for p in &lesson.predictions {
        let measured = match p.measure {
            Measure::Finding => {
                let report = explore(program, &lesson.programs[0], FIND, &|r| r.error().is_some());
                Some(report.error().map_or_else(|| "none".to_owned(), |f| f.kind.clone()))
            }
            _ => picture.measure(session, &p.measure),
        };
        let right = measured.as_ref().is_some_and(|m| p.options.iter().any(|o| o.value == *m));
        if !right {
            bad.push(format!("the run answers {:?} with {measured:?}, which is no option", p.question));
        }
    }
    for note in &lesson.notes {
        if picture.spot(session, &note.spot).is_none() {
            bad.push(format!("no event of its run is told with {:?} {} times", note.spot.words, note.spot.nth));
        }
    }
}

/// The run, event by event.
fn sentences(picture: &mut Picture, session: &mut Session) -> Vec<String> {
    /// Events told at most.
    const TOLD: u64 = 400;
    let count = session.event_count().min(TOLD);
    (1..=count).map(|n| picture.told(session, n)).collect()
}
