//! Reading a `go.mod`, and what `go` says of mistakes: the words and the order of `golang.org/x/mod/modfile`, as `go mod edit` prints
//! them, which reads the file and asks nobody. `go build` looks up versions that are not complete, such as `v1` or `latest`.

use super::version::{Version, check_major, split_path};
use std::fmt;

/// A line of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// What it says something of: that of its block, if it stands in one.
    pub(super) verb: String,
    /// Its words without the verb.
    pub(super) words: Vec<String>,
    /// With its slashes.
    pub(super) comment: String,
    /// Whether it begins or ends a block.
    pub(super) opens: bool,
    pub(super) closes: bool,
}

/// A mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    /// From 1.
    pub(super) line: usize,
    column: usize,
    words: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.column > 1 {
            write!(f, "{}:{}: {}", self.line, self.column, self.words)
        } else {
            write!(f, "{}: {}", self.line, self.words)
        }
    }
}

/// The file's lines, and what is wrong with it: one mistake if it cannot be read, else all of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct GoMod {
    pub(super) lines: Vec<Line>,
    pub(super) errors: Vec<Mistake>,
}

/// A line's words and comment; where and why it cannot be read. Quoted words keep their quotes.
fn words(line: &str) -> (Vec<String>, String, Option<(usize, String)>) {
    let mut out = Vec::new();
    let chars: Vec<char> = line.chars().collect();
    let starts = |at: usize, what: &str| what.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    let block_comment = || "mod files must use // comments (not /* */ comments)".to_owned();
    let mut at = 0;
    while at < chars.len() {
        let from = at;
        match chars[at] {
            ' ' | '\t' | '\r' => {
                at += 1;
                continue;
            }
            _ if starts(at, "//") => return (out, chars[at..].iter().collect(), None),
            _ if starts(at, "/*") => return (out, String::new(), Some((at + 1, block_comment()))),
            '(' | ')' | '[' | ']' | '{' | '}' | ',' => at += 1,
            quote @ ('"' | '`') => {
                at += 1;
                while chars.get(at).is_some_and(|c| *c != quote) {
                    at += if chars[at] == '\\' && quote == '"' { 2 } else { 1 };
                }
                if at >= chars.len() {
                    return (out, String::new(), Some((chars.len() + 1, "unexpected newline in string".into())));
                }
                at += 1;
            }
            c if c.is_whitespace() || c.is_control() => {
                return (out, String::new(), Some((at + 1, format!("unexpected input character {}", quoted(c)))));
            }
            _ => {
                let ident = |c: char| !c.is_whitespace() && !c.is_control() && !"()[]{},".contains(c);
                while chars.get(at).is_some_and(|c| ident(*c)) && !starts(at, "//") {
                    if starts(at, "/*") {
                        return (out, String::new(), Some((at + 1, block_comment())));
                    }
                    at += 1;
                }
            }
        }
        out.push(chars[from..at].iter().collect());
    }
    (out, String::new(), None)
}

/// A character as `%#q` writes it.
fn quoted(c: char) -> String {
    match c {
        '\u{b}' => "'\\v'".into(),
        '\u{c}' => "'\\f'".into(),
        c if (c as u32) < 0x80 => format!("'\\x{:02x}'", c as u32),
        c => format!("'\\u{:04x}'", c as u32),
    }
}

/// Reads the file.
pub(super) fn parse(text: &str) -> GoMod {
    let mut out = GoMod::default();
    // The verb of the block that is open, and where it began.
    let mut block: Option<(String, usize)> = None;
    let mut fatal = None;
    let all: Vec<&str> = text.lines().collect();
    for (i, raw) in all.iter().enumerate() {
        let (mut tokens, comment, wrong) = words(raw);
        if let Some((column, words)) = wrong.filter(|_| fatal.is_none()) {
            fatal = Some(Mistake { line: i + 1, column, words });
        }
        let mut line = Line { comment, ..Line::default() };
        if let Some((verb, _)) = block.clone() {
            if tokens.first().is_some_and(|t| t == ")") {
                line.closes = true;
                line.verb = verb;
                block = None;
                if tokens.len() > 1 && fatal.is_none() {
                    let column = raw.chars().position(|c| c == ')').unwrap_or(0);
                    // The place is behind the word that should not be there.
                    let next = tokens[1].chars().count();
                    let gap = raw.chars().skip(column + 1).take_while(|c| c.is_whitespace()).count();
                    let words = "syntax error (expected newline after closing paren)".into();
                    fatal = Some(Mistake { line: i + 1, column: column + 2 + gap + next, words });
                }
            } else if !tokens.is_empty() {
                line.verb = verb;
                line.words = tokens;
            }
        } else if !tokens.is_empty() {
            if tokens.len() >= 2 && tokens[tokens.len() - 1] == "(" {
                line.opens = true;
                tokens.pop();
                line.verb = tokens.join(" ");
                block = Some((line.verb.clone(), i + 1));
            } else if tokens.len() >= 3 && tokens[tokens.len() - 2..] == ["(", ")"] {
                tokens.truncate(tokens.len() - 2);
                line.verb = tokens.join(" ");
                line.opens = true;
                line.closes = true;
            } else {
                line.verb = tokens.remove(0);
                line.words = tokens;
            }
        }
        out.lines.push(line);
    }
    if let Some((_, start)) = block.filter(|_| fatal.is_none()) {
        let words = format!("syntax error (unterminated block started at go.mod:{start}:1)");
        let ends = text.is_empty() || text.ends_with('\n');
        let last = all.last().map_or(0, |l| l.chars().count());
        let (line, column) = if ends { (all.len() + 1, 1) } else { (all.len(), last + 1) };
        fatal = Some(Mistake { line, column, words });
    }
    if let Some(fatal) = fatal {
        out.errors.push(fatal);
        return out;
    }
    let mut seen = Vec::new();
    let mut unknown = false;
    for (i, line) in out.lines.iter().enumerate() {
        let inside = unknown && !line.opens;
        unknown &= inside && !line.closes;
        if let Err(words) = if inside { Ok(()) } else { check(line, &mut seen) } {
            out.errors.push(Mistake { line: i + 1, column: 1 + indent(all[i]), words });
            unknown = line.opens && !line.closes;
        }
    }
    out
}

/// How far a line is indented: a mistake is told at its first word.
fn indent(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).count()
}

const BLOCKS: [&str; 8] = ["module", "godebug", "require", "exclude", "replace", "retract", "tool", "ignore"];

/// What is wrong with a line; which of those that may come once were there is kept in `seen`.
fn check(line: &Line, seen: &mut Vec<String>) -> Result<(), String> {
    let words: Vec<&str> = line.words.iter().map(String::as_str).collect();
    if line.opens {
        return if BLOCKS.contains(&line.verb.as_str()) {
            Ok(())
        } else {
            Err(format!("unknown block type: {}", line.verb))
        };
    }
    if line.closes || line.verb.is_empty() {
        return Ok(());
    }
    let verb = line.verb.as_str();
    let mut once = || {
        if seen.iter().any(|v| v == verb) {
            return Err(format!("repeated {verb} statement"));
        }
        seen.push(verb.to_owned());
        Ok(())
    };
    match verb {
        "go" => {
            once()?;
            match words[..] {
                [v] if is_go_version(v) => Ok(()),
                [v] => Err(format!("invalid go version '{v}': must match format 1.23.0")),
                _ => Err("go directive expects exactly one argument".into()),
            }
        }
        "toolchain" => {
            once()?;
            match words[..] {
                [v] if v == "default" || v == "go1" || v.starts_with("go1.") => Ok(()),
                [v] => Err(format!("invalid toolchain version '{v}': must match format go1.23.0 or default")),
                _ => Err("toolchain directive expects exactly one argument".into()),
            }
        }
        "module" => {
            once()?;
            match words[..] {
                [path] => string(path).map(drop),
                _ => Err("usage: module module/path".into()),
            }
        }
        "godebug" => match words[..] {
            [pair] if pair.contains('=') && !pair.contains(['"', '`', '\'', ',']) => Ok(()),
            _ => Err("usage: godebug key=value".into()),
        },
        "require" | "exclude" => {
            let [path, version] = words[..] else { return Err(format!("usage: {verb} module/path v1.2.3")) };
            let path = string(path)?;
            let version = version_of(verb, &path, version)?;
            let (_, major) = split_path(&path).ok_or("invalid module path")?;
            of_major(verb, &path, &version, major)
        }
        "replace" => replace(&words),
        "retract" => retract(&words),
        "tool" | "ignore" => match words[..] {
            [path] => string(path).map(drop),
            _ => Err(format!("{verb} directive expects exactly one argument")),
        },
        _ => Err(format!("unknown directive: {verb}")),
    }
}

/// `1.27`, `1.27.3`, `1.27rc1`.
fn is_go_version(v: &str) -> bool {
    let number = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit()) && (t == "0" || !t.starts_with('0'));
    let end = v.find(|c: char| c.is_ascii_lowercase()).unwrap_or(v.len());
    let (numbers, kind) = v.split_at(end);
    let parts: Vec<&str> = numbers.split('.').collect();
    let digits = kind.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let kind = kind.is_empty() || !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    matches!(parts.len(), 2 | 3) && parts.iter().all(|p| number(p)) && parts[0] != "0" && kind
}

fn string(word: &str) -> Result<String, String> {
    unquoted(word).map_err(|why| format!("invalid quoted string: {why}"))
}

fn unquoted(word: &str) -> Result<String, String> {
    if let Some(inside) = word.strip_prefix('"') {
        return Ok(inside.strip_suffix('"').unwrap_or(inside).to_owned());
    }
    if word.contains(['"', '\'', '`']) {
        Err("unquoted string cannot contain quote".into())
    } else {
        Ok(word.to_owned())
    }
}

fn invalid(verb: &str, path: &str, version: &str, why: &str) -> String {
    format!("{verb} {path}: version {version:?} invalid: {why}")
}

/// The version in its full form.
fn version_of(verb: &str, path: &str, version: &str) -> Result<String, String> {
    let text = unquoted(version).map_err(|why| invalid(verb, path, version, &why))?;
    let parsed = Version::parse(&text).map(|v| v.canonical());
    parsed.ok_or_else(|| invalid(verb, path, &text, "must be of the form v1.2.3"))
}

fn of_major(verb: &str, path: &str, version: &str, major: &str) -> Result<(), String> {
    check_major(version, major).map_err(|why| invalid(verb, path, version, &why))
}

/// A path that names a folder.
fn is_folder(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
    matches!(path, "." | "..") || ["./", ".\\", "../", "..\\", "/", "\\"].iter().any(|p| path.starts_with(p)) || drive
}

fn replace(words: &[&str]) -> Result<(), String> {
    let arrow = if words.get(1) == Some(&"=>") { 1 } else { 2 };
    if words.len() < arrow + 2 || words.len() > arrow + 3 || words.get(arrow) != Some(&"=>") {
        return Err("usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory".into());
    }
    let path = string(words[0])?;
    let (_, major) = split_path(&path).ok_or_else(|| format!("replace {path}: invalid module path"))?;
    if arrow == 2 {
        of_major("replace", &path, &version_of("replace", &path, words[1])?, major)?;
    }
    let with = string(words[arrow + 1])?;
    match words.get(arrow + 2) {
        None if is_folder(&with) => Ok(()),
        None if with.contains('@') => {
            Err("replacement module must match format 'path version', not 'path@version'".into())
        }
        None => {
            Err("replacement module without version must be directory path (rooted or starting with . or ..)".into())
        }
        Some(_) if is_folder(&with) => Err(format!("replacement module directory path {with:?} cannot have version")),
        Some(version) => version_of("replace", &with, version).map(drop),
    }
}

fn retract(words: &[&str]) -> Result<(), String> {
    // Whether it is a version is only looked at when somebody uses the module.
    let version = |w: &str| unquoted(w).map(drop).map_err(|why| format!("retract: version {w:?} invalid: {why}"));
    match words {
        [] => Err("expected '[' or version".into()),
        ["["] => Err("expected version after '['".into()),
        ["[", low, rest @ ..] => {
            version(low)?;
            match rest {
                [",", high, rest @ ..] => version(high).and_then(|()| match rest {
                    ["]"] => Ok(()),
                    ["]", more, ..] => Err(format!("unexpected token after version: {more:?}")),
                    _ => Err("expected ']' after version".into()),
                }),
                [","] => Err("expected version after ','".into()),
                _ => Err("expected ',' after version".into()),
            }
        }
        [one] => version(one),
        [_, more, ..] => Err(format!("unexpected token after version: {more:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `go mod edit -json` of Go 1.27.3 says of a hundred files.
    #[test]
    fn mistakes_are_told_as_go_does() {
        let mut wrong = Vec::new();
        let mut count = 0;
        for case in include_str!("../../../tests/widgets/gomod.errors").split("=== \n").skip(1) {
            let (file, wanted) = case.split_once("--- go\n").unwrap_or((case, ""));
            let file = file.strip_suffix("\\\n").unwrap_or(file);
            let errors = parse(file).errors;
            let head = if errors.is_empty() { "" } else { "go: errors parsing go.mod:\n" };
            let said: String = errors.iter().map(|e| format!("go.mod:{e}\n")).collect();
            if format!("{head}{said}") != wanted {
                wrong.push(format!("{file}\n- {wanted}\n+ {head}{said}"));
            }
            count += 1;
        }
        assert!(count > 80 && wrong.is_empty(), "{count} files\n{}", wrong.join("\n"));
    }
}
