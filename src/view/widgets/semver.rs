//! Two versions of a module, typed: which is higher and why, what kind of change lies between them, how it is imported, and what `go get`
//! does.

use super::State;
use super::parts::{controls, fault, frame, headline, input, listing, or, refusal, said, table};
use super::version::{Version, check_major, pseudo, split_path};
use crate::protocol::{Element, Node, el, text};
use std::cmp::Ordering;

/// The part of the page. Its block has lines `path PATH`, `from VERSION`, `to VERSION`.
pub(super) fn semver(block: &str, state: State<'_>) -> Node {
    let own = |key: &str| {
        let value = block.lines().find_map(|l| l.trim().strip_prefix(key)?.strip_prefix(' '));
        value.map(str::trim)
    };
    let (Some(path), Some(from), Some(to)) = (own("path"), own("from"), own("to")) else {
        return fault("This block has lines `path`, `from` and `to`.");
    };
    let path = or(state, "path", path).trim();
    let (from, to) = (or(state, "from", from).trim(), or(state, "to", to).trim());
    let fields = [input("Module", "path", path), input("You have", "from", from), input("You ask for", "to", to)];
    let (a, b) = (Version::parse(from), Version::parse(to));
    let mut answer = el("div", "").attr("role", "status");
    answer = answer.with(headline("What they are")).with(table(
        "The two versions",
        &["Version", "Major", "Minor", "Patch", "Pre-release", "What it is"],
        [(from, a), (to, b)].map(|(name, v)| row(name, v.as_ref())),
    ));
    if let (Some(a), Some(b)) = (a.as_ref().filter(|a| !a.short), b.as_ref().filter(|b| !b.short)) {
        answer = answer.with(headline("Which is higher")).with(said(&order(from, a, to, b)));
        answer = answer.with(headline("What has changed")).with(said(change(a, b)));
    }
    answer = answer.with(headline("How it is imported")).all(imports(path, b.as_ref()));
    answer = answer.with(headline("What go get does"));
    let asked = get(path, (from, a.as_ref()), (to, b.as_ref()));
    frame("semver").with(controls(fields)).with(asked.into_iter().fold(answer, Element::with)).into()
}

fn row(name: &str, version: Option<&Version<'_>>) -> Vec<Node> {
    let shown = |t: &str| text(if t.is_empty() { "none".to_owned() } else { t.to_owned() });
    match version {
        Some(v) => {
            vec![text(name.to_owned()), shown(v.major), shown(v.minor), shown(v.patch), shown(v.pre), text(kind(v))]
        }
        None => {
            let words = query(name).unwrap_or("no version: it is neither v1.2.3 nor a question that go knows");
            let none = || text("");
            vec![text(name.to_owned()), none(), none(), none(), none(), text(words)]
        }
    }
}

/// What a version is, in words.
fn kind(v: &Version<'_>) -> String {
    if let Some(p) = pseudo(v) {
        let digit = |at: usize, len: usize| p.time.get(at..at + len).unwrap_or_default();
        let after = match p.base {
            "" => "no tag before it".to_owned(),
            "0" => {
                let before = v.patch.parse::<u64>().unwrap_or(1).saturating_sub(1);
                format!("after v{}.{}.{before}", v.major, v.minor)
            }
            base => format!("after v{}.{}.{}-{}", v.major, v.minor, v.patch, base.trim_end_matches(".0")),
        };
        return format!(
            "pseudo-version: commit {} of {}-{}-{} {}:{}:{} UTC, {after}",
            p.commit,
            digit(0, 4),
            digit(4, 2),
            digit(6, 2),
            digit(8, 2),
            digit(10, 2),
            digit(12, 2)
        );
    }
    let mut words = match (v.short, v.pre.is_empty(), v.major) {
        (true, ..) => "short: as a question, the highest version that begins so".to_owned(),
        (_, false, _) => "pre-release: below the release of the same number".to_owned(),
        (_, _, "0") => "release without a promise: v0 may break anything".to_owned(),
        _ => "release".to_owned(),
    };
    match v.build {
        "" => {}
        "incompatible" => words += "; from before modules: v2 or higher without a go.mod",
        _ => words += "; what stands behind + is not compared, and go.mod never has it",
    }
    words
}

/// Words instead of a version.
fn query(name: &str) -> Option<&'static str> {
    Some(match name {
        "latest" => "the highest release; without one the highest pre-release, then the newest commit",
        "upgrade" => "latest, but never below what you have",
        "patch" => "the highest patch of the minor version that you have",
        "none" => "remove the requirement",
        _ if name.starts_with(['<', '>']) => "the version nearest to this bound",
        _ if name.starts_with('v') || name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) => return None,
        _ => "a branch, tag or commit, if the repository has one of that name",
    })
}

/// Which is higher, and which part says so.
fn order(from: &str, a: &Version<'_>, to: &str, b: &Version<'_>) -> String {
    let (low, high) = match a.order(b) {
        Ordering::Equal => return format!("`{from}` and `{to}` are the same version."),
        Ordering::Less => ((from, a), (to, b)),
        Ordering::Greater => ((to, b), (from, a)),
    };
    let why = match (low.1, high.1) {
        (l, h) if l.major != h.major => format!("major {} is below {}", l.major, h.major),
        (l, h) if l.minor != h.minor => {
            format!("minor {} is below {}; they are numbers, not letters", l.minor, h.minor)
        }
        (l, h) if l.patch != h.patch => format!("patch {} is below {}", l.patch, h.patch),
        (l, h) if h.pre.is_empty() => format!("the pre-release {} comes before the release", l.pre),
        (l, h) => format!(
            "{} is below {}: between dots, numbers as numbers, before words, and more parts are higher",
            l.pre, h.pre
        ),
    };
    format!("`{}` is below `{}`: {why}.", low.0, high.0)
}

/// What kind of change it is, and what may be expected.
fn change(a: &Version<'_>, b: &Version<'_>) -> &'static str {
    let down = a.order(b).is_gt();
    match () {
        () if a.order(b).is_eq() => "Nothing.",
        () if a.major != b.major && (a.build == "incompatible" || b.build == "incompatible") => {
            "The major version: it may break whoever uses it. Without a go.mod it is the same module all the same, and a program has one of the two."
        }
        () if a.major != b.major && !matches!((a.major, b.major), ("0", "1") | ("1", "0")) => {
            "The major version: it may break whoever uses it. With modules it is another module, under another path, and a program can have both."
        }
        () if a.major != b.major && down => "Down to v0, which promises nothing. The path stays as it is.",
        () if a.major != b.major => "From v0 to v1: no promise held before. The path stays as it is.",
        () if a.major == "0" => "Within v0 anything may have changed: there is no promise before v1.0.0.",
        () if !a.pre.is_empty() || !b.pre.is_empty() => "A pre-release is part of it: it promises nothing.",
        () if a.minor != b.minor && down => "The minor version, downwards: what was added in between is missing.",
        () if a.minor != b.minor => "The minor version: something was added, and what worked before should work.",
        () if down => "The patch, downwards: mended faults are back.",
        () => "The patch: faults were mended, and nothing was added.",
    }
}

/// The import path for this major version.
fn imports(path: &str, b: Option<&Version<'_>>) -> Vec<Element> {
    let Some((prefix, _)) = split_path(path).filter(|(prefix, _)| !prefix.is_empty()) else {
        let words = match path.starts_with("gopkg.in/") {
            true => "This is no module path: at gopkg.in it ends in `.v1`, `.v2` …",
            false => "This is no module path: `/v0`, `/v1` and points are never written at its end.",
        };
        return vec![said(words)];
    };
    let Some(b) = b else { return vec![listing(&format!("import \"{path}\"\n"))] };
    let gopkg = path.starts_with("gopkg.in/");
    let whole = match b.major {
        major if gopkg => format!("{prefix}.v{major}"),
        "0" | "1" => prefix.to_owned(),
        _ if b.build == "incompatible" => prefix.to_owned(),
        major => format!("{prefix}/v{major}"),
    };
    let why = match b.major {
        _ if gopkg => "gopkg.in is older than modules and has a rule of its own: `.vN` at the end, from v0 on.",
        "0" | "1" => "v0 and v1 have no suffix.",
        _ if b.build == "incompatible" => {
            "It has no `go.mod`, so the path stays without a suffix, and `go` counts it among v1."
        }
        _ => {
            "From v2 on the major version is part of the path: of the `module` line, of `require`, and of each import. The package's name does not change."
        }
    };
    vec![listing(&format!("import \"{whole}\"\n")), said(why)]
}

/// What `go get PATH@TO` prints when `from` is what `go.mod` has, and both versions exist.
fn get(path: &str, (from, a): (&str, Option<&Version<'_>>), (to, b): (&str, Option<&Version<'_>>)) -> Vec<Element> {
    let command = listing(&format!("go get {path}@{to}\n"));
    let mut out = vec![command];
    let Some((prefix, major)) = split_path(path) else {
        out.push(said("It finds no such module."));
        return out;
    };
    let Some(b) = b else {
        let words = match (to, query(to)) {
            ("none", _) => "It takes the requirement out, and that of whoever needs this module.".to_owned(),
            (_, Some(words)) => {
                format!("A question, not a version: {words}. Then `go.mod` gets the version that it found.")
            }
            (_, None) => format!(
                "It looks for a branch or a tag with the name {to}, and most likely says `invalid version: unknown revision {to}`."
            ),
        };
        out.push(said(&words));
        return out;
    };
    if b.short {
        let words = format!(
            "A question: the highest version that begins with {to}, releases first. Then `go.mod` gets what it found."
        );
        out.push(said(&words));
        return out;
    }
    let version = b.canonical();
    if let Err(why) = check_major(&version, major) {
        if major.is_empty() && b.build.is_empty() {
            out.push(refusal(&format!(
                "go: {path}@{version}: invalid version: module contains a go.mod file, so module path must match major version (\"{path}/v{}\")\n",
                b.major
            )));
            let words = format!(
                "Ask for `{path}/v{0}@{version}`. Only if that version has no `go.mod` is it taken as `{version}+incompatible`.",
                b.major
            );
            out.push(said(&words));
        } else {
            out.push(refusal(&format!("go: module {prefix}@{version} found, but does not contain package {path}\n")));
            out.push(said(&format!("In a `go.mod` the same says `version \"{version}\" invalid: {why}`.")));
        }
        return out;
    }
    let has = a.filter(|a| !a.short && check_major(&a.canonical(), major).is_ok());
    let printed = match has {
        Some(a) if a.canonical() == version => String::new(),
        Some(a) if a.order(b).is_le() => format!("go: upgraded {path} {} => {version}\n", a.canonical()),
        Some(a) => format!("go: downgraded {path} {} => {version}\n", a.canonical()),
        None => format!("go: added {path} {version}\n"),
    };
    if printed.is_empty() {
        out.push(said("It is what you have: nothing is printed, and nothing changes."));
    } else {
        out.push(listing(&printed));
    }
    if has.is_none() && a.is_some() {
        out.push(said(&format!("`{from}` belongs to another module path: it stays in `go.mod` until `go mod tidy` finds that nobody imports it.")));
    }
    if has.is_some_and(|a| a.order(b).is_gt()) {
        out.push(said("Whoever requires more than this is downgraded or removed with it."));
    }
    if !b.pre.is_empty() {
        out.push(said("A pre-release is only taken when somebody asks for it by name, or when there is no release."));
    }
    out
}
