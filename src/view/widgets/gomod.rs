//! A `go.mod` line by line: what each line means, a form that changes the file, and what `go` says of its mistakes.

use super::State;
use super::modfile::{Line, parse};
use super::parts::{area, button, code, controls, fault, frame, headline, or, prose, refusal, select, set};
use crate::protocol::{Element, Node, el};

/// The part of the page: its block is the file.
pub(super) fn gomod(block: &str, state: State<'_>) -> Node {
    if block.trim().is_empty() {
        return fault("This block is a go.mod file.");
    }
    let whole = format!("{}\n", block.trim_end_matches('\n'));
    let file = or(state, "file", &whole);
    let parsed = parse(file);
    let lines: Vec<&str> = file.lines().collect();
    let at = or(state, "line", "1").parse::<usize>().unwrap_or(1).clamp(1, lines.len().max(1));
    let wrong = |n: usize| parsed.errors.iter().any(|e| e.line == n);

    let row = |(i, words): (usize, &&str)| {
        let n = i + 1;
        let mut class = "row".to_owned();
        if wrong(n) {
            class += " wrong";
        }
        let shown = if words.is_empty() { " ".to_owned() } else { (*words).to_owned() };
        let mut button = el("button", class).attr("type", "button").does(set("line", &n.to_string()));
        if n == at {
            button = button.attr("aria-current", "true");
        }
        let mark = if wrong(n) { "error " } else { "" };
        el("li", "").with(
            button.with(el("span", "num").says(format!("{n} "))).with(el("span", "sr").says(mark)).with(code(shown)),
        )
    };
    let mut steps = Vec::new();
    if at > 1 {
        steps.push(button("Line before", "line", &(at - 1).to_string()));
    }
    if at < lines.len() {
        steps.push(button("Next line", "line", &(at + 1).to_string()));
    }
    let meaning = parsed.lines.get(at - 1).map_or_else(|| "Nothing stands here.".to_owned(), explain);
    let mut part =
        frame("gomod").with(el("ol", "file-lines").all(lines.iter().enumerate().map(row))).with(controls(steps)).with(
            el("div", "meaning")
                .attr("role", "status")
                .with(el("h3", "").says(format!("Line {at}")))
                .all(paragraphs(&meaning)),
        );
    if !parsed.errors.is_empty() {
        let mut out = String::from("go: errors parsing go.mod:\n");
        for error in &parsed.errors {
            out += &format!("go.mod:{error}\n");
        }
        part = part.with(refusal(&out));
    }
    part = part.with(headline("Change it")).with(form(file, &parsed.lines)).with(area("go.mod", "file", file));
    if file != whole {
        part = part.with(controls([button("As it was", "file", &whole)]));
    }
    part.into()
}

fn paragraphs(words: &str) -> Vec<Element> {
    words.split("\n\n").map(|p| el("p", "").all(prose(p))).collect()
}

/// Fields that stand for words of the file: each sends the whole file with another word in it.
fn form(file: &str, lines: &[Line]) -> Element {
    let mut rows = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let words: Vec<&str> = line.words.iter().map(String::as_str).collect();
        let with = |old: &str, new: &str| if old == new { file.to_owned() } else { replace(file, i, old, new) };
        match (line.verb.as_str(), &words[..]) {
            ("go", [version]) => {
                let all = ["1.16", "1.20", "1.21", "1.22", "1.25", "1.27", "1.27.3", "1.x"];
                let mut options: Vec<(String, String)> =
                    all.iter().map(|v| (with(version, v), (*v).to_owned())).collect();
                if !all.contains(version) {
                    options.push((file.to_owned(), (*version).to_owned()));
                }
                rows.push(select("go", true, "file", file, &options));
            }
            ("module", [path]) => {
                let all = ["example.com/shop", "github.com/you/shop", "example.com/shop/v2", "shop"];
                let mut options: Vec<(String, String)> = all.iter().map(|p| (with(path, p), (*p).to_owned())).collect();
                if !all.contains(path) {
                    options.push((file.to_owned(), (*path).to_owned()));
                }
                rows.push(select("module", true, "file", file, &options));
            }
            ("require", [path, _]) => {
                let gone = lines_without(file, i);
                rows.push(el("span", "field").with(code(*path)).says(" ").with(button("Remove", "file", &gone)));
            }
            _ => {}
        }
    }
    let more = [
        ("Add a requirement", "\nrequire golang.org/x/sync v0.17.0\n"),
        ("Add one of the wrong major version", "\nrequire github.com/golang-jwt/jwt v5.3.0\n"),
        ("Add exclude", "\nexclude golang.org/x/text v0.3.0\n"),
        ("Add replace", "\nreplace github.com/google/uuid => ../uuid\n"),
        ("Add a typing error", "\nrequires golang.org/x/sync v0.17.0\n"),
        ("Leave a bracket open", "\nrequire (\n"),
    ];
    let more = more.map(|(words, lines)| button(words, "file", &format!("{file}{lines}")));
    el("div", "form").with(controls(rows)).with(controls(more))
}

/// The file with a word of one of its lines changed.
fn replace(file: &str, at: usize, old: &str, new: &str) -> String {
    let line = |(i, line): (usize, &str)| {
        let changed = if i == at { line.rfind(old) } else { None };
        match changed {
            Some(from) => format!("{}{new}{}\n", &line[..from], &line[from + old.len()..]),
            None => format!("{line}\n"),
        }
    };
    file.lines().enumerate().map(line).collect()
}

fn lines_without(file: &str, at: usize) -> String {
    file.lines().enumerate().filter(|(i, _)| *i != at).map(|(_, l)| format!("{l}\n")).collect()
}

/// What a line means.
fn explain(line: &Line) -> String {
    let word = |n: usize| line.words.get(n).map_or("", String::as_str);
    let indirect = line.comment.trim_start_matches('/').trim() == "indirect"
        || line.comment.trim_start_matches('/').trim().starts_with("indirect;");
    if line.opens {
        return format!(
            "A block: each line until the closing bracket is a `{}` line. `go mod tidy` puts direct and indirect requirements into two blocks of their own.",
            line.verb
        );
    }
    if line.closes {
        return "The block ends here.".into();
    }
    match line.verb.as_str() {
        "" if line.comment.is_empty() => "An empty line. It separates, and means nothing.".into(),
        "" => "A comment. They begin with `//`; `/* */` is an error here. Above the `module` line, a paragraph that begins with `Deprecated:` is shown to whoever uses the module.".into(),
        "module" => format!(
            "The module's path: `{}`. Packages are imported by it and their folder, and `go get` finds the module by it. The first part has a dot when others are to fetch it; the path ends in `/v2`, `/v3` … from the second major version on.\n\n\
             A file has one such line.",
            word(0)
        ),
        "go" => format!(
            "Go {} is needed at least: an older `go` fetches such a toolchain, or refuses if `GOTOOLCHAIN` is `local`. It is more than a minimum: it selects the language's rules (a loop's variable is new each time from `go 1.22` on), what the standard library falls back to (`GODEBUG`), and from `go 1.17` on that `go.mod` lists indirect requirements too.\n\n\
             The language's rules hold for what is built by import path or folder: `go run main.go` names a file, and has the newest rules.",
            word(0)
        ),
        "toolchain" => format!("`{}` is suggested for work on this module itself. Whoever depends on it is not concerned.", word(0)),
        "require" if indirect => format!(
            "`{0}` is needed at {1} or higher, but no package of this module imports it: somebody imports who is imported. The list is kept so that `go` can build without reading the `go.mod` of every module (since `go 1.17`). `go mod tidy` writes the comment.",
            word(0),
            word(1)
        ),
        "require" => format!(
            "`{0}` is needed at {1} **or higher**. It is a lower bound: if another module asks for more, that is taken; a higher one that nobody asks for never is. `go get {0}@latest` changes the line.",
            word(0),
            word(1)
        )
        .replace("**", ""),
        "exclude" => format!(
            "{1} of `{0}` is not used: requirements of it, whoever has them, are ignored. It only counts in the main module; in a dependency it is ignored.",
            word(0),
            word(1)
        ),
        "replace" => format!(
            "Instead of `{}` the files of `{}` are used. The import path stays. It only counts in the main module, so that no dependency can change what you build; a folder must have a `go.mod`.",
            word(0),
            line.words.iter().skip_while(|w| *w != "=>").skip(1).cloned().collect::<Vec<_>>().join(" ")
        ),
        "retract" => "The authors take these versions back: `go` does not choose them by itself any more, and warns whoever has one. What is in use keeps building.".into(),
        "tool" => format!("`go tool` runs `{}`, at the version that `require` has. Since Go 1.24; before, a file `tools.go` with blank imports did this.", word(0)),
        "ignore" => format!("Packages in `{}` are left out of patterns such as `./...`. Since Go 1.25.", word(0)),
        "godebug" => format!("`{}`: behaviour of the standard library is set back or forward for programs of this module.", word(0)),
        other => format!("`go` knows no `{other}` here."),
    }
}
