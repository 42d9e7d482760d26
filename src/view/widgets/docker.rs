//! A Dockerfile as a stack of layers: what has changed decides which of them are built again, the order of `COPY` decides how many that
//! are, and the last stage decides what the image has.
//!
//! The rules are those of docs.docker.com/build/cache/invalidation, as BuildKit does it: files are compared by content, a build argument
//! counts from its first use on, and everything below a layer that is built again is built again too, but a `COPY --from` that finds
//! the same bytes.

use super::State;
use super::parts::{choices, controls, fault, fields, frame, headline, is_on, listing, or, prose, said, table, toggle};
use crate::protocol::{Element, Node, el, text};
use std::fmt::Write;

/// What an image brings: a line of the block.
struct Base<'a> {
    name: &'a str,
    image: &'a str,
    size: f64,
    /// CA certificates, time zones, a shell, a user, what else there is to say.
    has: [&'a str; 5],
}

/// What stands in the block: `size NAME | MB | where the figure is from`, `base NAME | image | MB | CA | tzdata | shell | user | note`.
#[derive(Default)]
struct Facts<'a> {
    sizes: Vec<(&'a str, f64, &'a str)>,
    bases: Vec<Base<'a>>,
}

impl<'a> Facts<'a> {
    fn read(block: &'a str) -> Result<Self, String> {
        let mut facts = Self::default();
        for line in block.lines().filter(|l| !l.trim().is_empty()) {
            let wrong = || format!("{line:?} is neither `size NAME | MB | SOURCE` nor a `base` with 8 fields.");
            let number = |text: &str| text.parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0).ok_or_else(wrong);
            if let Some(rest) = line.strip_prefix("size ") {
                let [name, size, from] = fields(rest)[..] else { return Err(wrong()) };
                facts.sizes.push((name, number(size)?, from));
            } else if let Some(rest) = line.strip_prefix("base ") {
                let [name, image, size, ca, zones, shell, user, note] = fields(rest)[..] else { return Err(wrong()) };
                facts.bases.push(Base { name, image, size: number(size)?, has: [ca, zones, shell, user, note] });
            } else {
                return Err(wrong());
            }
        }
        if facts.bases.is_empty() { Err("A line `base` is missing.".into()) } else { Ok(facts) }
    }

    fn size(&self, name: &str) -> f64 {
        self.sizes.iter().find(|(n, ..)| *n == name).map_or(0.0, |(_, size, _)| *size)
    }
}

/// What can have changed since the last build.
const CHANGES: [(&str, &str); 7] = [
    ("gomod", "go.mod"),
    ("gosum", "go.sum"),
    ("code", "a .go file"),
    ("readme", "README.md"),
    ("arg", "the build argument VERSION"),
    ("golang", "the image golang"),
    ("last", "the image of the last stage"),
];

/// How the image is built.
struct Plan<'a> {
    base: &'a Base<'a>,
    modules_first: bool,
    ignore: bool,
    several: bool,
    mounts: bool,
    /// Which of [`CHANGES`].
    changed: Vec<&'static str>,
}

/// What becomes of a layer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Cached,
    Rebuilt,
    /// It is looked at again, and is the same.
    Same,
}

struct Layer {
    stage: usize,
    /// As it stands in the file, perhaps in several lines.
    line: String,
    fate: Fate,
    why: String,
    size: f64,
}

impl Plan<'_> {
    fn has(&self, change: &str) -> bool {
        self.changed.contains(&change)
    }

    /// The instructions of the file, the names of the changes that reach each, and what it adds.
    fn instructions(&self, facts: &Facts<'_>) -> Vec<(usize, String, Vec<&'static str>, f64)> {
        let mut out = vec![(0, "FROM golang:1.27-bookworm AS build".to_owned(), vec!["golang"], facts.size("golang"))];
        if !self.several {
            out[0].1 = "FROM golang:1.27-bookworm".into();
        }
        out.push((0, "WORKDIR /src".into(), vec![], 0.0));
        let modules = if self.mounts { 0.0 } else { facts.size("modules") };
        let download = match self.mounts {
            true => "RUN --mount=type=cache,target=/go/pkg/mod \\\n    go mod download",
            false => "RUN go mod download",
        };
        let mut all = vec!["gomod", "gosum", "code"];
        if !self.ignore {
            all.push("readme");
        }
        let source = (0, "COPY . .".to_owned(), all, facts.size("source"));
        if self.modules_first {
            out.push((0, "COPY go.mod go.sum ./".into(), vec!["gomod", "gosum"], 0.0));
            out.push((0, download.into(), vec![], modules));
            out.push(source);
        } else {
            out.push(source);
            out.push((0, download.into(), vec![], modules));
        }
        out.push((0, "ARG VERSION=dev".into(), vec![], 0.0));
        let mount = match self.mounts {
            true => {
                "--mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=cache,target=/root/.cache/go-build \\\n    "
            }
            false => "",
        };
        let build = format!(
            "RUN {mount}CGO_ENABLED=0 go build -trimpath -buildvcs=false \\\n    -ldflags=\"-s -w -X main.version=${{VERSION}}\" -o /server ./cmd/server"
        );
        let cache = if self.mounts { 0.0 } else { facts.size("build cache") };
        out.push((0, build, vec!["arg"], cache + facts.size("binary")));
        if self.several {
            out.push((1, format!("FROM {}", self.base.image), vec!["last"], self.base.size));
            out.push((1, "COPY --from=build /server /server".into(), vec!["binary"], facts.size("binary")));
        }
        let user =
            if self.several && self.base.name.starts_with("distroless") { "nonroot:nonroot" } else { "65532:65532" };
        out.push((usize::from(self.several), format!("USER {user}"), vec![], 0.0));
        out.push((usize::from(self.several), "ENTRYPOINT [\"/server\"]".into(), vec![], 0.0));
        out
    }

    fn layers(&self, facts: &Facts<'_>) -> Vec<Layer> {
        let word = |change: &&'static str| CHANGES.iter().find(|(n, _)| n == change).map_or("", |(_, words)| *words);
        // What goes into the binary: README.md does not, and of go.sum only what is in go.mod.
        let binary = ["gomod", "code", "arg", "golang"].iter().any(|c| self.has(c));
        let mut out: Vec<Layer> = Vec::new();
        let mut above: Option<String> = None;
        let mut stage = 0;
        let mut built = false;
        for (at, line, reached, size) in self.instructions(facts) {
            if at != stage {
                stage = at;
                built = above.is_some();
                above = None;
            }
            let own: Vec<&str> = reached.iter().filter(|c| self.has(c)).map(word).collect();
            let (fate, why) = if let Some(first) = &above {
                (Fate::Rebuilt, format!("because of {first}"))
            } else if reached == ["binary"] && built {
                match binary {
                    true => (Fate::Rebuilt, "the program is another one".to_owned()),
                    false => (Fate::Same, "the program was built again, with the same bytes".to_owned()),
                }
            } else if own.is_empty() {
                (Fate::Cached, String::new())
            } else {
                (Fate::Rebuilt, format!("changed: {}", own.join(", ")))
            };
            if fate == Fate::Rebuilt && above.is_none() {
                above = Some(line.lines().next().unwrap_or_default().trim_end_matches(" \\").to_owned());
            }
            out.push(Layer { stage: at, line, fate, why, size });
        }
        out
    }
}

/// Megabytes in few digits.
fn megabytes(size: f64) -> String {
    match size {
        s if s <= 0.0 => "0 MB".to_owned(),
        s if s < 10.0 => format!("{s:.1} MB"),
        s => format!("{s:.0} MB"),
    }
}

/// The part of the page.
pub(super) fn docker(block: &str, state: State<'_>) -> Node {
    let facts = match Facts::read(block) {
        Ok(facts) => facts,
        Err(why) => return fault(why),
    };
    let base = or(state, "base", facts.bases[0].name);
    let base = facts.bases.iter().find(|b| b.name == base).unwrap_or(&facts.bases[0]);
    let changed: Vec<&'static str> = CHANGES.iter().map(|(name, _)| *name).filter(|n| is_on(state, n)).collect();
    let plan = Plan {
        base,
        modules_first: or(state, "order", "modules") != "all",
        ignore: or(state, "ignore", "yes") != "no",
        several: or(state, "stages", "two") != "one",
        mounts: is_on(state, "mounts"),
        changed,
    };
    let shown = |(name, _): &&(&str, &str)| plan.several || *name != "last";
    let toggles = CHANGES.iter().filter(shown).map(|(name, words)| toggle(*words, name, is_on(state, name)));
    let bases: Vec<(&str, &str)> = facts.bases.iter().map(|b| (b.name, b.name)).collect();
    let first = if plan.modules_first { "modules" } else { "all" };
    let (stages, ignore) = (if plan.several { "two" } else { "one" }, if plan.ignore { "yes" } else { "no" });
    let mut how = vec![
        choices("Copied first", "order", first, &[("modules", "go.mod and go.sum"), ("all", "everything")]),
        choices("Stages", "stages", stages, &[("two", "two"), ("one", "one")]),
        choices(".dockerignore", "ignore", ignore, &[("yes", "names README.md"), ("no", "there is none")]),
        toggle("Cache mounts", "mounts", plan.mounts),
    ];
    if plan.several {
        how.insert(2, choices("Last stage", "base", base.name, &bases));
    }
    let layers = plan.layers(&facts);
    let again = layers.iter().filter(|l| l.fate == Fate::Rebuilt).count();
    let words = match again {
        0 => "All steps come from the cache.".to_owned(),
        1 => format!("1 step of {} runs again.", layers.len()),
        _ => format!("{again} steps of {} run again.", layers.len()),
    };
    let file: String = layers.iter().enumerate().fold(String::new(), |mut out, (i, l)| {
        let gap = if i > 0 && layers[i - 1].stage != l.stage { "\n" } else { "" };
        let _ = writeln!(out, "{gap}{}", l.line);
        out
    });
    frame("docker")
        .with(headline("What did you change?"))
        .with(controls(toggles))
        .with(headline("How it is built"))
        .with(controls(how))
        .with(headline("What docker build does"))
        .with(el("p", "").attr("role", "status").says(words))
        .with(el("ol", "layers").all(layers.iter().map(layer)))
        .all(download(&plan, &layers))
        .with(headline("How large it is"))
        .with(sizes(&plan, &layers))
        .with(headline("What the last stage has"))
        .with(contents(&facts, plan.several.then_some(base)))
        .with(headline("The Dockerfile"))
        .with(listing(&file))
        .with(sources(&facts))
        .into()
}

fn layer(l: &Layer) -> Element {
    let (class, word) = match l.fate {
        Fate::Cached => ("layer cached", "from cache"),
        Fate::Rebuilt => ("layer again", "runs again"),
        Fate::Same => ("layer cached", "from cache"),
    };
    let mut item =
        el("li", class).with(el("pre", "").with(el("code", "").says(l.line.clone()))).with(el("b", "fate").says(word));
    if !l.why.is_empty() {
        item = item.says(" ").with(el("span", "soft").says(l.why.clone()));
    }
    item.says(" ").with(el("span", "num").says(megabytes(l.size)))
}

/// What a download or a build that runs again costs.
fn download(plan: &Plan<'_>, layers: &[Layer]) -> Option<Element> {
    let again = |what: &str| layers.iter().any(|l| l.fate == Fate::Rebuilt && l.line.contains(what));
    let words = match (again("go mod download"), again("go build"), plan.mounts) {
        (true, _, false) => {
            "`go mod download` runs with an empty module cache: every module is fetched, and every package compiled again."
        }
        (true, _, true) => {
            "`go mod download` runs, but the mounted module cache has what it had: only what is new is fetched and compiled."
        }
        (false, true, false) => {
            "The modules are there. The build cache is empty: the library and all packages are compiled again."
        }
        (false, true, true) => {
            "The modules are there, and the mounted build cache too: only packages that changed are compiled."
        }
        (false, false, _) => return None,
    };
    Some(said(words))
}

/// What each stage takes, and what becomes of it.
fn sizes(plan: &Plan<'_>, layers: &[Layer]) -> Element {
    let sum = |stage: usize| layers.iter().filter(|l| l.stage == stage).map(|l| l.size).sum::<f64>();
    let row = |name: &'static str, size: f64, what: &'static str| vec![text(name), text(megabytes(size)), text(what)];
    let rows = match plan.several {
        true => vec![
            row("Build stage", sum(0), "stays on the machine that builds"),
            row("Last stage", sum(1), "is the image: what is pushed, pulled and run"),
        ],
        false => vec![row("The only stage", sum(0), "is the image, with compiler, sources and caches")],
    };
    table("Sizes", &["Stage", "Size", "What becomes of it"], rows)
}

/// What the bases bring.
fn contents(facts: &Facts<'_>, chosen: Option<&Base<'_>>) -> Element {
    let row = |b: &Base<'_>| {
        let mark = if chosen.is_some_and(|c| c.name == b.name) { " (chosen)" } else { "" };
        let mut cells: Vec<Node> = vec![text(format!("{}{mark}", b.name)), text(megabytes(b.size))];
        cells.extend(b.has.iter().map(|words| Node::from(el("span", "").all(prose(words)))));
        cells
    };
    let heads = ["Base", "Size", "CA certificates", "Time zones", "Shell", "User", "To know"];
    table("Bases of the last stage", &heads, facts.bases.iter().map(row))
}

fn sources(facts: &Facts<'_>) -> Element {
    let line = |(name, size, from): &(&str, f64, &str)| {
        el("li", "").says(format!("{name}: {}. ", megabytes(*size))).all(prose(from))
    };
    let list = el("ul", "").all(facts.sizes.iter().map(line));
    el("details", "").with(el("summary", "").says("Where the figures are from")).with(list)
}
