//! Minimal version selection, tried: a module's requirements can be changed, versions excluded and modules replaced, and the build list
//! follows, with who decided what, as text and as a graph.
//!
//! The algorithm is Russ Cox's (research.swtch.com/vgo-mvs), as go.dev/ref/mod#minimal-version-selection describes it: follow all
//! requirements from the main module, and take of each module the highest version that was met. Pruning of the graph, which saves `go`
//! reading files, changes nothing here.

use super::State;
use super::parts::{
    area, code, controls, fault, frame, given, headline, is_on, listing, or, said, select, table, toggle,
};
use super::version::{Version, compare};
use crate::protocol::{Element, Node, el, text};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A module at a version.
type At = (String, String);

/// What following the requirements has found.
#[derive(Debug, Default, PartialEq, Eq)]
struct Selected {
    /// Modules at versions in the order in which they were met; the first is the main module.
    met: Vec<At>,
    /// Who requires whom, as places in `met`.
    edges: Vec<(usize, usize)>,
    /// The build list: of each module the highest version that was met.
    list: BTreeMap<String, String>,
}

/// The build list of `main`, where `requires` tells what a module at a version requires.
fn select_versions(main: &At, requires: impl Fn(&At) -> Vec<At>) -> Selected {
    let mut all = Selected { met: vec![main.clone()], ..Selected::default() };
    let mut place = BTreeMap::from([(main.clone(), 0)]);
    let mut next = 0;
    while next < all.met.len() {
        for module in requires(&all.met[next]) {
            let to = *place.entry(module.clone()).or_insert(all.met.len());
            if to == all.met.len() {
                all.met.push(module);
            }
            if !all.edges.contains(&(next, to)) {
                all.edges.push((next, to));
            }
        }
        next += 1;
    }
    for (path, version) in &all.met {
        let highest = all.list.entry(path.clone()).or_insert_with(|| version.clone());
        if compare(highest, version).is_lt() {
            version.clone_into(highest);
        }
    }
    // A requirement of the main module's own path is met by it, whatever the version.
    all.list.insert(main.0.clone(), main.1.clone());
    all
}

impl Selected {
    /// Whose requirement is the selected version of this module.
    fn deciders(&self, path: &str) -> Vec<&At> {
        let chosen = |to: usize| self.met[to].0 == path && self.list.get(path) == Some(&self.met[to].1);
        self.edges.iter().filter(|(_, to)| chosen(*to)).map(|(from, _)| &self.met[*from]).collect()
    }
}

/// What there is to choose from: what stands in the block.
#[derive(Debug, Default)]
struct World {
    main: String,
    needs: Vec<At>,
    /// Modules at versions, or in folders, and what they require.
    modules: BTreeMap<At, Vec<At>>,
}

fn is_folder(version: &str) -> bool {
    version.starts_with('.') || version.starts_with('/')
}

fn module_at(words: &str) -> Option<At> {
    let (path, version) = words.trim().split_once(' ')?;
    let version = version.trim();
    let known = is_folder(version) || Version::parse(version).is_some_and(|v| !v.short);
    (known && !path.is_empty() && !version.contains(' ')).then(|| (path.to_owned(), version.to_owned()))
}

impl World {
    fn read(text: &str) -> Result<Self, String> {
        let mut world = Self::default();
        for (i, line) in text.lines().enumerate() {
            let line = line.trim();
            let wrong = || {
                format!(
                    "Line {}: {line:?} is neither `module PATH`, `require PATH VERSION` nor `PATH VERSION: PATH VERSION, …`.",
                    i + 1
                )
            };
            if line.is_empty() || line.starts_with("//") {
                continue;
            }
            if let Some(path) = line.strip_prefix("module ") {
                path.trim().clone_into(&mut world.main);
            } else if let Some(rest) = line.strip_prefix("require ") {
                world.needs.push(module_at(rest).ok_or_else(wrong)?);
            } else {
                let (head, rest) = line.split_once(':').unwrap_or((line, ""));
                let needs: Option<Vec<At>> = rest.split(',').filter(|r| !r.trim().is_empty()).map(module_at).collect();
                world.modules.insert(module_at(head).ok_or_else(wrong)?, needs.ok_or_else(wrong)?);
            }
        }
        if world.main.is_empty() { Err("A line `module PATH` is missing.".into()) } else { Ok(world) }
    }

    fn paths(&self) -> BTreeSet<&str> {
        self.modules.keys().map(|(path, _)| path.as_str()).filter(|p| *p != self.main).collect()
    }

    /// The versions of a module, lowest first; then its folders.
    fn versions(&self, path: &str) -> Vec<&str> {
        let mut all: Vec<&str> =
            self.modules.keys().filter(|(p, _)| p == path).map(|(_, version)| version.as_str()).collect();
        all.sort_by(|a, b| is_folder(a).cmp(&is_folder(b)).then_with(|| compare(a, b)));
        all
    }
}

/// What the main module's `go.mod` says.
struct GoMod {
    needs: Vec<At>,
    excluded: BTreeSet<At>,
    /// What stands in for a module: one of its versions or a folder.
    replaced: BTreeMap<String, String>,
}

impl GoMod {
    fn new(world: &World, state: State<'_>) -> Self {
        let mut all = Self { needs: Vec::new(), excluded: BTreeSet::new(), replaced: BTreeMap::new() };
        for path in world.paths() {
            let own = world.needs.iter().find(|(p, _)| p == path).map_or("no", |(_, v)| v.as_str());
            let version = or(state, &format!("need:{path}"), own);
            let there = |v: &str| world.modules.contains_key(&(path.to_owned(), v.to_owned()));
            if there(version) && !is_folder(version) {
                all.needs.push((path.to_owned(), version.to_owned()));
            }
            if let Some(v) = given(state, &format!("exclude:{path}")).filter(|v| there(v)) {
                all.excluded.insert((path.to_owned(), v.to_owned()));
            }
            if let Some(v) = given(state, &format!("replace:{path}")).filter(|v| there(v)) {
                all.replaced.insert(path.to_owned(), v.to_owned());
            }
        }
        all
    }

    fn text(&self, world: &World) -> String {
        let mut out = format!("module {}\n\ngo 1.27\n", world.main);
        if !self.needs.is_empty() {
            out.push_str("\nrequire (\n");
            for (path, version) in &self.needs {
                let _ = writeln!(out, "\t{path} {version}");
            }
            out.push_str(")\n");
        }
        for (path, version) in &self.excluded {
            let _ = write!(out, "\nexclude {path} {version}\n");
        }
        for (path, with) in &self.replaced {
            let _ = write!(out, "\nreplace {path} => {}\n", stand_in(path, with));
        }
        out
    }
}

fn stand_in(path: &str, with: &str) -> String {
    if is_folder(with) { with.to_owned() } else { format!("{path} {with}") }
}

/// The part of the page.
pub(super) fn mvs(block: &str, state: State<'_>) -> Node {
    let modules = or(state, "modules", block);
    let (world, wrong) = match (World::read(modules), World::read(block)) {
        (Ok(world), _) => (world, None),
        (Err(why), Ok(world)) => (world, Some(why)),
        (Err(why), Err(_)) => return fault(why),
    };
    let go_mod = GoMod::new(&world, state);
    let main = (world.main.clone(), String::new());
    let requires = |m: &At| {
        let needs = match go_mod.replaced.get(&m.0) {
            _ if *m == main => &go_mod.needs,
            Some(with) => world.modules.get(&(m.0.clone(), with.clone())).unwrap_or(&go_mod.needs),
            None => match world.modules.get(m) {
                Some(needs) => needs,
                None => return Vec::new(),
            },
        };
        needs.iter().filter(|n| !go_mod.excluded.contains(n)).cloned().collect()
    };
    let selected = select_versions(&main, requires);
    let mut part = frame("mvs")
        .with(headline("What the main module asks for"))
        .with(asked(&world, &go_mod, state))
        .with(listing(&go_mod.text(&world)));
    for (path, version) in go_mod.needs.iter().filter(|n| go_mod.excluded.contains(n)) {
        let words = format!("`go mod tidy` says: `go: dropping requirement on excluded version {path} {version}`");
        part = part.with(said(&words));
    }
    let lost =
        selected.met.iter().skip(1).filter(|m| !go_mod.replaced.contains_key(&m.0) && !world.modules.contains_key(m));
    for (path, version) in lost {
        part = part.with(said(&format!("There is no `{path} {version}` here: `go` would end with an error.")));
    }
    part = part
        .with(headline("The build list"))
        .with(chosen(&world, &go_mod, &selected))
        .with(headline("Who requires whom"))
        .with(drawing(&selected))
        .with(twin(&selected))
        .with(headline("go list -m all"))
        .with(listing(&list(&go_mod, &selected)));
    let open = is_on(state, "edit");
    part = part.with(controls([toggle("Change the modules themselves", "edit", open)]));
    if open {
        part = part.with(area("Modules, versions and what they require", "modules", modules));
        if let Some(why) = wrong {
            part = part.with(el("p", "refusal").attr("role", "status").says(why));
        }
    }
    part.into()
}

/// The fields: what main requires, excludes and replaces of each module.
fn asked(world: &World, go_mod: &GoMod, state: State<'_>) -> Element {
    let row = |path: &str| {
        let all = world.versions(path);
        let with = |none: &str, folders: bool| {
            let mut options = vec![("no".to_owned(), none.to_owned())];
            let shown = all.iter().filter(|v| folders || !is_folder(v));
            options.extend(shown.map(|v| ((*v).to_owned(), (*v).to_owned())));
            options
        };
        let need = go_mod.needs.iter().find(|(p, _)| p == path).map_or("no", |(_, v)| v.as_str());
        let name = |what: &str| format!("{what}:{path}");
        let now = |what: &str| given(state, &name(what)).filter(|v| all.contains(v)).unwrap_or("no");
        let field = |label: &str, what: &str, now: &str, options: &[(String, String)]| {
            select(&format!("{label} {path}"), false, &name(what), now, options).into()
        };
        vec![
            code(path).into(),
            field("Require", "need", need, &with("not required", false)),
            field("Exclude", "exclude", now("exclude"), &with("nothing", false)),
            field("Replace", "replace", now("replace"), &with("not replaced", true)),
        ]
    };
    table("Requirements", &["Module", "Requires", "Excludes", "Replaces it by"], world.paths().into_iter().map(row))
}

/// The build list and who decided it.
fn chosen(world: &World, go_mod: &GoMod, selected: &Selected) -> Element {
    let name = |(path, version): &At| if version.is_empty() { path.clone() } else { format!("{path} {version}") };
    let row = |(path, version): (&String, &String)| {
        let by: Vec<String> = selected.deciders(path).into_iter().map(name).collect();
        let newest = world.versions(path).into_iter().rfind(|v| !is_folder(v)).unwrap_or_default();
        let mut from = version.clone();
        if let Some(with) = go_mod.replaced.get(path) {
            from = format!("{version}, but the files of {}", stand_in(path, with));
        }
        let newest = if newest == version { "the same".to_owned() } else { newest.to_owned() };
        vec![code(path.clone()).into(), text(from), text(by.join(", ")), text(newest)]
    };
    let rows = selected.list.iter().filter(|(path, _)| **path != world.main).map(row);
    let listed = selected.list.len() - 1;
    let words = match listed {
        0 => "Nothing is required.".to_owned(),
        _ => format!(
            "{} versions were met; of each module the highest is taken, and none that nobody asked for.",
            selected.met.len() - 1
        ),
    };
    let box_ = el("div", "").attr("role", "status").with(el("p", "soft").says(words));
    if listed == 0 {
        box_
    } else {
        box_.with(table("Build list", &["Module", "Selected", "Because of", "Newest there is"], rows))
    }
}

/// As `go list -m all` prints it.
fn list(go_mod: &GoMod, selected: &Selected) -> String {
    let mut out = String::new();
    if let Some((main, _)) = selected.met.first() {
        let _ = writeln!(out, "{main}");
        for (path, version) in selected.list.iter().filter(|(path, _)| *path != main) {
            let _ = match go_mod.replaced.get(path) {
                Some(with) => writeln!(out, "{path} {version} => {}", stand_in(path, with)),
                None => writeln!(out, "{path} {version}"),
            };
        }
    }
    out
}

/// The graph in words.
fn twin(selected: &Selected) -> Element {
    let line = |from: usize| {
        let (path, version) = &selected.met[from];
        let taken = selected.list.get(path) == Some(version);
        let all: Vec<String> = selected
            .edges
            .iter()
            .filter(|(f, _)| *f == from)
            .map(|(_, to)| format!("{} {}", selected.met[*to].0, selected.met[*to].1))
            .collect();
        let all = if all.is_empty() { "nothing".to_owned() } else { all.join(", ") };
        let note = if taken { "" } else { " (not taken)" };
        el("li", "").with(code(format!("{path} {version}").trim().to_owned())).says(format!("{note} requires {all}"))
    };
    el("ul", "twin-of").all((0..selected.met.len()).map(line))
}

/// Width and height of a box, and how far boxes are from each other.
const BOX: (usize, usize) = (132, 40);
const GAP: (usize, usize) = (64, 16);

/// The graph: columns by how far from main, arrows to what is required.
fn drawing(selected: &Selected) -> Element {
    let mut depth = vec![usize::MAX; selected.met.len()];
    if let Some(first) = depth.first_mut() {
        *first = 0;
    }
    // Who is met earlier is never farther away.
    for &(from, to) in &selected.edges {
        depth[to] = depth[to].min(depth[from].saturating_add(1));
    }
    let columns = depth.iter().copied().max().unwrap_or(0) + 1;
    let mut place = vec![(0, 0); selected.met.len()];
    let mut rows = 1;
    for column in 0..columns {
        let mut here: Vec<usize> = (0..depth.len()).filter(|&i| depth[i] == column).collect();
        here.sort_by(|&a, &b| {
            let (a, b) = (&selected.met[a], &selected.met[b]);
            a.0.cmp(&b.0).then_with(|| compare(&a.1, &b.1))
        });
        rows = rows.max(here.len());
        for (row, &i) in here.iter().enumerate() {
            place[i] = (4 + column * (BOX.0 + GAP.0), 4 + row * (BOX.1 + GAP.1));
        }
    }
    let size = (columns * (BOX.0 + GAP.0) - GAP.0 + 32, rows * (BOX.1 + GAP.1) - GAP.1 + 8);
    let head = el("marker", "")
        .attr("id", "mvs-requires")
        .attr("viewBox", "0 0 8 8")
        .attr("refX", "7")
        .attr("refY", "4")
        .attr("markerWidth", "7")
        .attr("markerHeight", "7")
        .attr("orient", "auto")
        .with(el("path", "").attr("d", "M0 0L8 4L0 8z"));
    let taken = |i: usize| selected.list.get(&selected.met[i].0) == Some(&selected.met[i].1);
    let arrow = |&(from, to): &(usize, usize)| {
        let ((x0, y0), (x1, y1)) = (place[from], place[to]);
        let (x0, y0, y1) = (x0 + BOX.0, y0 + BOX.1 / 2, y1 + BOX.1 / 2);
        let d = if x1 > x0 {
            format!("M{x0} {y0}C{} {y0} {} {y1} {x1} {y1}", x0 + GAP.0 / 2, x1 - GAP.0 / 2)
        } else {
            // To the same column or back: around the right side.
            let end = x1 + BOX.0;
            format!("M{x0} {y0}C{} {y0} {} {y1} {end} {y1}", x0 + 28, end + 28)
        };
        el("path", if taken(to) { "arrow decides" } else { "arrow" })
            .attr("d", d)
            .attr("marker-end", "url(#mvs-requires)")
    };
    let node = |i: usize| {
        let (path, version) = &selected.met[i];
        let (x, y) = place[i];
        let class = match (i, taken(i)) {
            (0, _) => "node main",
            (_, true) => "node taken",
            (_, false) => "node",
        };
        let line = |class: &'static str, down: usize, words: String| {
            el("text", class)
                .attr("x", (x + BOX.0 / 2).to_string())
                .attr("y", (y + down).to_string())
                .attr("text-anchor", "middle")
                .says(words)
        };
        let frame = el("rect", "")
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr("width", BOX.0.to_string())
            .attr("height", BOX.1.to_string())
            .attr("rx", "5");
        let below = if i == 0 { "main module".to_owned() } else { short(version) };
        el("g", class)
            .with(el("title", "").says(format!("{path} {version}")))
            .with(frame)
            .with(line("who", 17, short(path)))
            .with(line("name", 32, below))
    };
    let wide = el("svg", "requires")
        .attr("viewBox", format!("0 0 {} {}", size.0, size.1))
        .attr("width", size.0.to_string())
        .attr("role", "img")
        .attr("aria-label", "Who requires whom; the list below says the same")
        .with(head)
        .all(selected.edges.iter().map(arrow))
        .all((0..selected.met.len()).map(node));
    el("div", "table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", "Graph of requirements")
        .with(wide)
}

/// The end of a name that is too long for a box.
fn short(name: &str) -> String {
    let name = name.rsplit_once('/').map_or(name, |(before, last)| match last.strip_prefix('v') {
        Some(n) if n.parse::<u32>().is_ok() => &name[before.rfind('/').map_or(0, |at| at + 1)..],
        _ => last,
    });
    if name.chars().count() <= 16 { name.to_owned() } else { name.chars().take(15).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str, version: &str) -> At {
        (path.to_owned(), version.to_owned())
    }

    /// The example of research.swtch.com/vgo-mvs: A needs B 1.2 and C 1.2; B 1.2 needs D 1.3, C 1.2 needs D 1.4, D 1.3 and 1.4
    /// need E 1.2; what is newer is not looked at.
    fn needs(m: &At) -> Vec<At> {
        let all: &[(&str, &str)] = match (m.0.as_str(), m.1.as_str()) {
            ("A", _) => &[("B", "v1.2.0"), ("C", "v1.2.0")],
            ("B", "v1.1.0") => &[("D", "v1.1.0")],
            ("B", _) => &[("D", "v1.3.0")],
            ("C", "v1.2.0") => &[("D", "v1.4.0")],
            ("C", _) => &[("F", "v1.1.0")],
            ("D", _) => &[("E", "v1.2.0")],
            ("F", _) => &[("G", "v1.1.0")],
            ("G", _) => &[("F", "v1.1.0")],
            _ => &[],
        };
        all.iter().map(|(p, v)| at(p, v)).collect()
    }

    #[test]
    fn the_example_of_the_paper() {
        let all = select_versions(&at("A", ""), needs);
        let list: Vec<String> = all.list.iter().map(|(p, v)| format!("{p} {v}")).collect();
        assert_eq!(list, ["A ", "B v1.2.0", "C v1.2.0", "D v1.4.0", "E v1.2.0"]);
        assert_eq!(all.deciders("D"), [&at("C", "v1.2.0")]);
        // D 1.3 was met too, and required the same E.
        assert_eq!(all.deciders("E"), [&at("D", "v1.3.0"), &at("D", "v1.4.0")]);
    }

    #[test]
    fn circles_end() {
        let all = select_versions(&at("main", ""), |m| {
            if m.0 == "main" { vec![at("C", "v1.3.0"), at("main", "v9.0.0")] } else { needs(m) }
        });
        let list: Vec<&str> = all.list.keys().map(String::as_str).collect();
        assert_eq!(list, ["C", "F", "G", "main"]);
        assert_eq!(all.list["main"], "");
    }

    #[test]
    fn more_requirements_never_lower_a_version() {
        let few = select_versions(&at("main", ""), |m| if m.0 == "main" { vec![at("B", "v1.1.0")] } else { needs(m) });
        let more = |m: &At| if m.0 == "main" { vec![at("B", "v1.1.0"), at("C", "v1.2.0")] } else { needs(m) };
        let more = select_versions(&at("main", ""), more);
        for (path, version) in &few.list {
            assert!(compare(&more.list[path], version).is_ge(), "{path}");
        }
        assert_eq!(few.list["D"], "v1.1.0");
        assert_eq!(more.list["D"], "v1.4.0");
    }
}
