//! Writes broken programs: `mutants SEED NUMBER DIR FILE.go…` takes one of the files at a time, changes one token of it, or sometimes
//! two, and writes it to DIR as `m00001.go` and so on. `tests/oracle/types2.sh DIR/*.go` then compares what we say with what gc says.

use golanes::base::Rng;
use std::path::Path;

/// Rough tokens: words, strings, operators one character at a time but for those that belong together; blanks between them.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let len = if c.is_alphanumeric() || c == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if c.is_whitespace() {
            rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len())
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if matches!(c, '"' | '\'' | '`') {
            string_len(rest, c)
        } else {
            let joined = [
                "<<=", ">>=", "&^=", "...", ":=", "<-", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=",
                "<<", ">>",
            ];
            joined.iter().find(|j| rest.starts_with(**j)).map_or(c.len_utf8(), |j| j.len())
        };
        let (token, after) = rest.split_at(len);
        tokens.push(token);
        rest = after;
    }
    tokens
}

fn string_len(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote != '`' => escaped = true,
            _ if c == quote => return i + 1,
            _ => {}
        }
    }
    text.len()
}

/// What may take a token's place.
const OTHERS: &[&str] = &[
    "int",
    "string",
    "nil",
    "true",
    "1",
    "-1",
    "1.5",
    "\"s\"",
    "'c'",
    "x",
    "_",
    "any",
    "error",
    "float64",
    "uint8",
    "byte",
    "rune",
    "+",
    "-",
    "*",
    "/",
    "%",
    "&",
    "|",
    "^",
    "<<",
    ">>",
    "==",
    "!=",
    "<",
    "&&",
    "||",
    "!",
    "<-",
    "=",
    ":=",
    "+=",
    "++",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    ".",
    "...",
    "~",
    "func",
    "return",
    "if",
    "else",
    "for",
    "range",
    "switch",
    "case",
    "default",
    "break",
    "continue",
    "goto",
    "go",
    "defer",
    "select",
    "struct",
    "interface",
    "map",
    "chan",
    "type",
    "var",
    "const",
    "[]int",
    "*T",
    "make",
    "len",
    "append",
    "new",
    "x.y",
    "f()",
    "comparable",
    "[int]",
    "struct{}",
    "interface{}",
    "func()",
    "1<<100",
    "0",
    "uint(1)",
    "map[string]int",
    "[3]int",
    "1i",
    "\"\"",
];

fn mutate(rng: &mut Rng, text: &str) -> String {
    let mut tokens = tokens(text);
    let real: Vec<usize> =
        (0..tokens.len()).filter(|&i| !tokens[i].trim().is_empty() && !tokens[i].starts_with("//")).collect();
    // The package clause stays.
    if real.len() < 8 {
        return text.to_owned();
    }
    let pick = |rng: &mut Rng| real[2 + rng.below(real.len() as u64 - 2) as usize];
    let is_word = |t: &str| t.starts_with(|c: char| c.is_alphabetic() || c == '_');
    for _ in 0..=u64::from(rng.below(4) == 0) {
        let at = pick(rng);
        match rng.below(8) {
            0 => tokens[at] = "",
            1 => tokens.insert(at, tokens[at]),
            2 => {
                let other = pick(rng);
                tokens.swap(at, other);
            }
            3 => tokens[at] = OTHERS[rng.below(OTHERS.len() as u64) as usize],
            4 => tokens[at] = tokens[pick(rng)],
            // A name for a name: this breaks types and not grammar.
            _ => {
                let words: Vec<usize> = real[2..].iter().copied().filter(|&i| is_word(tokens[i])).collect();
                if !words.is_empty() {
                    let (to, from) = (rng.below(words.len() as u64), rng.below(words.len() as u64));
                    tokens[words[to as usize]] = tokens[words[from as usize]];
                }
            }
        }
    }
    tokens.concat()
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [seed, number, dir, files @ ..] = args.as_slice() else { return };
    let mut rng = Rng::new(seed.parse().unwrap_or(1));
    let texts: Vec<String> = files.iter().filter_map(|f| std::fs::read_to_string(f).ok()).collect();
    if texts.is_empty() {
        return;
    }
    for n in 0..number.parse().unwrap_or(0u32) {
        let text = &texts[rng.below(texts.len() as u64) as usize];
        // What cannot be written is missing where it is compared.
        let _ = std::fs::write(Path::new(dir).join(format!("m{n:05}.go")), mutate(&mut rng, text));
    }
}
