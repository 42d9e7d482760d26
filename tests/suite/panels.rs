//! Panels of small programs at chosen moments, as an outline that can be read: `tests/panels/*.txtar` hold the program, which panels to look at
//! when, and what they say. `Told` are the sentences of all events, each by itself. `UPDATE_EXPECT=1` writes that anew.

use golanes::engine::{BuildOptions, Inputs, Schedule, Session, build, split_txtar};
use golanes::protocol::{Act, Element, Node, Panel, Selection, Viewport};
use golanes::trace::EventKind;
use golanes::view::{Looks, Picture};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A session that has run to its end, or far enough.
/// What has just happened, in words.
fn now(picture: &mut Picture, session: &mut Session) -> String {
    let (view, selection, folds) = (Viewport::default(), Selection::default(), BTreeSet::new());
    let looks = Looks { view: &view, selection: &selection, folds: &folds };
    picture.scene(session, looks, false).now
}

fn session(text: &str, procs: usize) -> Session {
    let built = build(&split_txtar("main.go", text), &BuildOptions::default());
    let program = built.program.unwrap_or_else(|| panic!("{}", built.listing));
    let schedule = Schedule { procs, ..Schedule::default() };
    let mut session = Session::new(program, &Inputs::default(), &schedule, true);
    for _ in 0..20 {
        session.run(5_000_000);
    }
    session
}

const BLOCKS: &[&str] =
    &["section", "p", "ol", "ul", "li", "div", "dl", "header", "table", "tbody", "tr", "h2", "h3", "h4", "aside"];

/// A panel as an outline: blocks are lines, `[G1]` is a chip (`[G1*]` a filled one), `<jobs>` a thing, `{main.go:3}` a link to a line,
/// `#7` one to a moment, `v` and `>` headlines that are open and shut, `(x)` and `( )` lamps, `‹send›` glyphs.
#[derive(Default)]
struct Outline {
    out: String,
    line: String,
    depth: usize,
}

impl Outline {
    fn flush(&mut self) {
        let line = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            let _ = writeln!(self.out, "{}{line}", "  ".repeat(self.depth));
        }
        self.line.clear();
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.line.push_str(text),
            Node::Glyph(name) if matches!(&**name, "down" | "right") => {}
            Node::Glyph(name) => {
                let _ = write!(self.line, "‹{name}› ");
            }
            Node::Element(e) => self.element(e),
        }
    }

    fn inside(&mut self, e: &Element) {
        for child in &e.children {
            self.node(child);
        }
    }

    fn element(&mut self, e: &Element) {
        let has = |name: &str| e.class.split(' ').any(|c| c == name);
        let attr = |name: &str| e.attrs.iter().find(|(n, _)| n == name).map(|(_, v)| v.to_string());
        let words = || Node::from(e.clone()).words();
        if BLOCKS.contains(&&*e.tag) {
            self.flush();
            let deeper = matches!(&*e.tag, "section" | "li" | "div" | "tr") && e.tag != "div" || has("proc");
            if let Some(thing) = attr("data-thing").filter(|_| e.tag == "section") {
                let stable = if thing.starts_with("sync ") { "sync".into() } else { thing };
                let _ = writeln!(self.out, "{}({stable})", "  ".repeat(self.depth));
            }
            if attr("aria-current").is_some() {
                self.line.push_str("=> ");
            } else if has("unborn") {
                self.line.push_str(".. ");
            }
            let before = self.depth;
            if e.tag == "section" || e.tag == "ol" || e.tag == "dl" || e.tag == "table" || has("proc") {
                self.depth += 1;
            }
            let _ = deeper;
            self.inside(e);
            self.flush();
            self.depth = before;
            return;
        }
        match (&*e.tag, &e.act) {
            (_, Some(Act::Goroutine(_))) if has("g") => {
                let _ = write!(self.line, "[{}{}]", words(), if has("off") { "" } else { "*" });
            }
            (_, Some(Act::Thing(_))) => _ = write!(self.line, "<{}>", words()),
            (_, Some(Act::Line { .. })) => _ = write!(self.line, "{{{}}}", words()),
            (_, Some(Act::Moment(n))) if has("at-step") => _ = write!(self.line, "#{n}"),
            (_, Some(Act::Fold(_))) => {
                let open = attr("aria-expanded").is_none_or(|v| v == "true");
                self.line.push_str(if open { "v " } else { "> " });
                self.inside(e);
            }
            (_, Some(act)) => {
                let _ = write!(self.line, "{{{act:?}: {}}}", words());
            }
            ("i", None) if has("lamp") => self.line.push_str(if has("lit") { "(x) " } else { "( ) " }),
            ("i", None) if has("gone") => self.line.push('-'),
            ("i", None) if e.children.is_empty() => self.line.push('.'),
            ("b", None) if has("bead") => _ = write!(self.line, "({})", words()),
            ("dt", None) => {
                self.flush();
                self.inside(e);
                self.line.push_str(": ");
            }
            ("svg", None) => {}
            ("td" | "th", None) => {
                self.inside(e);
                self.line.push_str(" | ");
            }
            _ => self.inside(e),
        }
    }
}

fn outline(node: &Node) -> String {
    let mut outline = Outline::default();
    outline.node(node);
    outline.flush();
    outline.out
}

/// Goes to the moment: `end`, `start`, `event 7`, or a text that the step's sentence has in it, `3 x text` for the third time.
fn go(session: &mut Session, picture: &mut Picture, when: &str) {
    if when == "end" {
        session.seek(u64::MAX);
        return;
    }
    session.seek(0);
    if when == "start" {
        return;
    }
    if let Some(number) = when.strip_prefix("event ") {
        session.seek_event(number.parse().expect("a number"));
        return;
    }
    let (mut times, text) = match when.split_once(" x ") {
        Some((times, text)) => (times.parse().expect("how often"), text),
        None => (1, when),
    };
    for _ in 0..100_000 {
        if now(picture, session).contains(text) {
            times -= 1;
            if times == 0 {
                return;
            }
        }
        let before = session.position();
        if session.step_event() == before {
            break;
        }
    }
    // Standing at the end: the outline would be of another moment.
    panic!("never: {when}; steps were:\n{}", steps(session, picture));
}

/// All sentences of a run, for whoever looks for a moment.
fn steps(session: &mut Session, picture: &mut Picture) -> String {
    session.seek(0);
    let mut out = String::new();
    for _ in 0..200 {
        let _ = writeln!(out, "  {}", now(picture, session));
        let before = session.position();
        if session.step_event() == before {
            break;
        }
    }
    out
}

/// One look: `Inspector G2 open var 2 0 x @ G1 waits`.
fn look(session: &mut Session, picture: &mut Picture, wanted: &str) -> String {
    let (what, when) = wanted.split_once(" @ ").expect("a panel and a moment");
    go(session, picture, when);
    if what == "Told" {
        let count = session.event_count();
        return (1..=count).fold(String::new(), |out, n| out + &format!("{n} {}\n", picture.told(session, n)));
    }
    let mut parts = what.split(", ");
    let mut first = parts.next().unwrap_or_default().split(' ');
    let panel = match first.next() {
        Some("Inside") => Panel::Inside,
        Some("Inspector") => Panel::Inspector,
        Some("Twin") => Panel::Twin,
        other => panic!("no such panel: {other:?}"),
    };
    let goid = first.next().map(|g| g.trim_start_matches('G').parse().expect("a goroutine"));
    let folds: BTreeSet<String> = parts.map(str::to_owned).collect();
    let selection = Selection { goid, event: None };
    outline(&picture.panel(session, panel, &selection, &folds))
}

#[test]
fn panels_say_what_is_there() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/panels");
    let mut files: Vec<_> =
        std::fs::read_dir(&dir).expect("tests/panels").filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let only = std::env::var("PANELS").unwrap_or_default();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "txtar")) {
        if !file.to_string_lossy().contains(&only) {
            continue;
        }
        let text = std::fs::read_to_string(file).expect("a test");
        let (program, rest) = text.split_once("-- looks --\n").expect("what to look at");
        let (looks, golden) = rest.split_once("-- want --\n").unwrap_or((rest, ""));
        let procs = looks.lines().find_map(|l| l.strip_prefix("procs ")).map_or(4, |n| n.parse().expect("procs"));
        let mut session = session(program, procs);
        let mut picture = Picture::default();
        let mut said = String::new();
        for wanted in looks.lines().filter(|l| !l.is_empty() && !l.starts_with("procs ")) {
            let _ = write!(said, "=== {wanted}\n{}\n", look(&mut session, &mut picture, wanted));
        }
        if update {
            std::fs::write(file, format!("{program}-- looks --\n{looks}-- want --\n{said}"))
                .expect("a place to write to");
        } else if said != golden {
            wrong.push(format!("{}:\n{}", file.display(), difference(golden, &said)));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE_EXPECT=1 writes them anew", wrong.join("\n"));
}

fn difference(wanted: &str, said: &str) -> String {
    let mut out = String::new();
    let (a, b): (Vec<&str>, Vec<&str>) = (wanted.lines().collect(), said.lines().collect());
    for i in 0..a.len().max(b.len()) {
        let (a, b) = (a.get(i).unwrap_or(&""), b.get(i).unwrap_or(&""));
        if a != b {
            let _ = write!(out, "  line {}\n  - {a}\n  + {b}\n", i + 1);
            if out.len() > 2_000 {
                break;
            }
        }
    }
    out
}

/// Panels of 10,000 goroutines and of a big heap are of a bounded size; how long they take is printed.
#[test]
#[expect(clippy::disallowed_methods, clippy::print_stderr, reason = "times are only printed")]
fn large_programs_have_small_panels() {
    let many = r#"package main

import ("sync"; "time")

func wait(mu *sync.Mutex, ch chan int, wg *sync.WaitGroup) {
	<-ch
	mu.Lock()
	mu.Unlock()
	wg.Done()
}

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	chans := make([]chan int, 500)
	for i := range chans {
		chans[i] = make(chan int)
	}
	for i := range 10000 {
		wg.Add(1)
		go wait(&mu, chans[i%500], &wg)
	}
	time.Sleep(time.Second)
	wg.Wait()
}
"#;
    let big = r#"package main

import "time"

type node struct { left, right *node; name string; values []int }

func tree(n int) *node {
	if n == 0 {
		return &node{name: "leaf", values: make([]int, 8)}
	}
	return &node{left: tree(n - 1), right: tree(n - 1), values: make([]int, 2)}
}

func main() {
	root := tree(15)
	table := map[int]*node{}
	for i := range 20000 {
		table[i] = root
	}
	ch := make(chan *node)
	go func() { for range 3 { ch <- root; time.Sleep(time.Millisecond) } }()
	<-ch
	select {}
}
"#;
    for (name, text) in [("10,000 goroutines", many), ("a big heap", big)] {
        let mut session = session(text, 4);
        session.run(200_000_000);
        let mut picture = Picture::default();
        picture.follow(&mut session);
        let selection = Selection { goid: Some(1), event: None };
        for share in [2, 9, 10] {
            session.seek_event(session.event_count() * share / 10);
            for panel in [Panel::Inside, Panel::Inspector, Panel::Twin] {
                let start = std::time::Instant::now();
                let node = picture.panel(&mut session, panel, &selection, &BTreeSet::new());
                let took = start.elapsed();
                let bytes = serde_json::to_string(&node).expect("it is data").len();
                eprintln!("{name}, {share}/10, {panel:?}: {took:?}, {bytes} bytes");
                assert!(bytes < 400_000, "{panel:?} of {name} takes {bytes} bytes");
            }
            let start = std::time::Instant::now();
            let snapshot = session.snapshot();
            eprintln!("  snapshot {:?} of {} goroutines", start.elapsed(), snapshot.goroutines.len());
            let start = std::time::Instant::now();
            let reached = session.reached();
            eprintln!(
                "  reached {:?}, {} objects, {} memory",
                start.elapsed(),
                reached.objects.len(),
                session.memory()
            );
        }
    }
}

/// At any step of any program every waiting goroutine has a sentence; and who is said to wait for ever does.
#[test]
fn who_is_said_to_wait_for_ever_does() {
    let dirs = ["tests/run", "tests/explore", "tests/spec", "tests/panels"];
    let mut rng = golanes::base::Rng::new(11);
    let (mut looked, mut sentences, mut forever) = (0, 0, 0);
    for dir in dirs {
        let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(dir);
        let mut files: Vec<_> =
            std::fs::read_dir(dir).expect("programs").filter_map(|e| Some(e.ok()?.path())).collect();
        files.sort();
        for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "go" || e == "txtar")) {
            let text = std::fs::read_to_string(file).expect("a program");
            let text = text.split("-- looks --").next().unwrap_or_default().to_owned();
            if !text.contains("go ") || !text.contains("func main") {
                continue;
            }
            let built = build(&split_txtar("main.go", &text), &BuildOptions::default());
            let Some(program) = built.program else { continue };
            let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), true);
            let events = session.run(2_000_000).events;
            let mut picture = Picture::default();
            for round in 0..24 {
                let step = if round == 0 { u64::MAX } else { rng.below(events.max(1)) };
                session.seek_event(step);
                looked += 1;
                let selection = Selection::default();
                for panel in [Panel::Inside, Panel::Twin] {
                    let node = picture.panel(&mut session, panel, &selection, &BTreeSet::new());
                    assert!(!node.words().is_empty(), "{} at {step}", file.display());
                }
                let here = session.events_here();
                let waiting: Vec<u32> = session
                    .snapshot()
                    .goroutines
                    .iter()
                    .filter(|g| g.reason.is_some())
                    .map(|g| g.goid)
                    .take(6)
                    .collect();
                for goid in waiting {
                    let selection = Selection { goid: Some(goid), event: None };
                    let said = outline(&picture.panel(&mut session, Panel::Inspector, &selection, &BTreeSet::new()));
                    assert!(said.lines().count() > 3, "{} at {step}: {said}", file.display());
                    sentences += 1;
                    let sure = ["nobody is left who could", "a deadlock", "for ever", "nobody can ever end"];
                    if !sure.iter().any(|words| said.contains(words)) || said.contains("case ") {
                        continue;
                    }
                    forever += usize::from(round > 0);
                    let later = session.events(here, usize::MAX);
                    let woken = later.iter().any(|e| matches!(e.kind, EventKind::GoUnblock { goid: g } if g == goid));
                    assert!(!woken, "{} at {step}: G{goid} went on, but:\n{said}", file.display());
                }
            }
        }
    }
    assert!(
        looked > 1_000 && sentences > 800 && forever > 50,
        "{looked} moments, {sentences} sentences, {forever} for ever"
    );
}
