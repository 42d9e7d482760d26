//! The text of a doc comment in canonical form: paragraphs, headings, lists, code and link definitions.
//!
//! Text goes in without comment markers and comes out so. This follows the parser and the comment printer of
//! `go/doc/comment`, as far as the result can differ: of links only those that have a definition matter (used
//! definitions come first), and links to Go names, which print as they stand, are not looked for.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// `[text]: url`
struct LinkDef {
    text: String,
    url: String,
    used: bool,
}

struct Item {
    /// Empty in a list of bullets.
    number: String,
    /// Paragraphs.
    content: Vec<String>,
}

enum Block {
    Code(String),
    Heading(String),
    List { items: Vec<Item>, blank_before: bool, blank_between: bool },
    Paragraph(String),
}

/// Formats the text of a comment.
pub(super) fn format(text: &str) -> String {
    let lines = unindent(&text.split('\n').collect::<Vec<_>>());
    let mut links = Vec::new();
    let mut blocks = Vec::new();
    let mut prev_end = 0;
    for span in spans(&lines) {
        let part = &lines[span.start..span.end];
        match span.kind {
            SpanKind::List => blocks.push(list(part, prev_end < span.start, &mut links)),
            SpanKind::Code => blocks.push(Block::Code(unindent(part).join("\n") + "\n")),
            SpanKind::OldHeading => blocks.push(Block::Heading(part[0].trim().to_owned())),
            SpanKind::Heading => blocks.push(Block::Heading(part[0][1..].trim().to_owned())),
            SpanKind::Paragraph => blocks.extend(paragraph(part, &mut links).map(Block::Paragraph)),
        }
        prev_end = span.end;
    }
    for block in &mut blocks {
        match block {
            Block::Paragraph(text) => *text = linked_text(text, &mut links),
            Block::List { items, .. } => {
                for text in items.iter_mut().flat_map(|item| &mut item.content) {
                    *text = linked_text(text, &mut links);
                }
            }
            Block::Code(_) | Block::Heading(_) => {}
        }
    }
    print(&blocks, &links)
}

fn print(blocks: &[Block], links: &[LinkDef]) -> String {
    let mut out = String::new();
    for (i, block) in blocks.iter().enumerate() {
        if i > 0 && !matches!(block, Block::List { blank_before: false, .. }) {
            out.push('\n');
        }
        match block {
            Block::Paragraph(text) => out.extend([text, "\n"]),
            Block::Heading(text) => out.extend(["# ", text, "\n"]),
            Block::Code(text) => {
                for line in text.split_terminator('\n') {
                    let tab = if line.is_empty() { "" } else { "\t" };
                    out.extend([tab, line, "\n"]);
                }
            }
            Block::List { items, blank_between, .. } => {
                for (i, item) in items.iter().enumerate() {
                    if i > 0 && *blank_between {
                        out.push('\n');
                    }
                    if item.number.is_empty() {
                        out.push_str("  - ");
                    } else {
                        out.extend([" ", &item.number, ". "]);
                    }
                    for (i, text) in item.content.iter().enumerate() {
                        if i > 0 {
                            out.push_str("\n    ");
                        }
                        out.push_str(&text.replace('\n', "\n    "));
                        out.push('\n');
                    }
                }
            }
        }
    }
    for used in [true, false] {
        let defs = links.iter().filter(|def| def.used == used);
        for (i, def) in defs.enumerate() {
            if i == 0 {
                out.push('\n');
            }
            out.extend(["[", &def.text, "]: ", &def.url, "\n"]);
        }
    }
    out
}

/// Lines of one kind.
struct Span {
    start: usize,
    end: usize,
    kind: SpanKind,
}

#[derive(Clone, Copy)]
enum SpanKind {
    Code,
    Heading,
    List,
    OldHeading,
    Paragraph,
}

/// Divides lines into blocks. Indented lines are code or a list; others are text. Lists and code that somebody forgot to
/// indent are guessed from their neighbours.
fn spans(lines: &[&str]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut i = 0;
    // Lines before this one are taken for indented.
    let mut force_indent = 0;
    while i < lines.len() {
        if lines[i].is_empty() {
            i += 1;
            continue;
        }
        let start = i;
        let mut end;
        let kind;
        if i < force_indent || indented(lines[i]) {
            let mut unindented_items = is_list(lines[i]) && i < force_indent;
            i += 1;
            while i < lines.len()
                && (lines[i].is_empty()
                    || i < force_indent
                    || indented(lines[i])
                    || unindented_items && is_list(lines[i]))
            {
                unindented_items &= !lines[i].is_empty();
                i += 1;
            }
            end = i;
            while end > start && lines[end - 1].is_empty() {
                end -= 1;
            }
            // The last brace of code is often not indented.
            if end < lines.len() && lines[end].starts_with('}') {
                end += 1;
            }
            kind = if is_list(lines[start]) { SpanKind::List } else { SpanKind::Code };
        } else {
            i += 1;
            while i < lines.len() && !lines[i].is_empty() && !indented(lines[i]) {
                i += 1;
            }
            end = i;
            if i < lines.len() && !lines[i].is_empty() && !is_list(lines[i]) {
                if is_list(lines[i - 1]) {
                    force_indent = end;
                    end -= 1;
                    while end > start && is_list(lines[end - 1]) {
                        end -= 1;
                    }
                } else if lines[i - 1].ends_with(['{', '\\']) {
                    force_indent = end;
                    end -= 1;
                }
                if start == end && force_indent > start {
                    i = start;
                    continue;
                }
            }
            kind = if end - start == 1 && is_heading(lines[start]) {
                SpanKind::Heading
            } else if end - start == 1 && is_old_heading(lines, start) {
                SpanKind::OldHeading
            } else {
                SpanKind::Paragraph
            };
        }
        spans.push(Span { start, end, kind });
        i = end;
    }
    spans
}

fn indented(line: &str) -> bool {
    line.starts_with([' ', '\t'])
}

fn leading_space(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The lines without the indentation that all share and without empty ones at both ends.
fn unindent<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let trim = |lines: &[&'a str]| -> Vec<&'a str> {
        let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
        let last = lines.iter().rposition(|line| !line.is_empty()).map_or(first, |i| i + 1);
        lines[first..last].to_vec()
    };
    let mut lines = trim(lines);
    let shared = lines.iter().filter(|line| !line.is_empty()).map(|line| leading_space(line)).reduce(|a, b| {
        let len = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
        &a[..len]
    });
    let shared = shared.unwrap_or_default();
    for line in &mut lines {
        *line = line.strip_prefix(shared).unwrap_or(line);
        if line.trim().is_empty() {
            *line = "";
        }
    }
    trim(&lines)
}

fn is_heading(line: &str) -> bool {
    (line.starts_with("# ") || line.starts_with("#\t")) && line.trim() != "#"
}

/// A line that was a heading before there was `#`: alone, short of punctuation, and text follows.
fn is_old_heading(lines: &[&str], at: usize) -> bool {
    if at == 0
        || !lines[at - 1].is_empty()
        || at + 2 >= lines.len()
        || !lines[at + 1].is_empty()
        || indented(lines[at + 2])
    {
        return false;
    }
    let line = lines[at].trim();
    let upper = |c: char| c.general_category() == GeneralCategory::UppercaseLetter;
    let last = |c: char| {
        c.general_category_group() == GeneralCategoryGroup::Letter
            || c.general_category() == GeneralCategory::DecimalNumber
    };
    line.chars().next().is_some_and(upper)
        && line.chars().next_back().is_some_and(last)
        && !line.contains([
            ';', ':', '!', '?', '+', '*', '/', '=', '[', ']', '{', '}', '_', '^', '°', '&', '§', '~', '%', '#', '@',
            '<', '"', '>', '\\',
        ])
        && line.split('\'').skip(1).all(|rest| rest == "s" || rest.starts_with("s "))
        && line.split('.').skip(1).all(|rest| !rest.is_empty() && !rest.starts_with(' '))
}

/// A paragraph; definitions of links are put to `links` instead.
fn paragraph(lines: &[&str], links: &mut Vec<LinkDef>) -> Option<String> {
    match lines.iter().map(|line| link_definition(line)).collect::<Option<Vec<_>>>() {
        Some(definitions) => {
            links.extend(definitions);
            None
        }
        None => Some(lines.join("\n")),
    }
}

fn link_definition(line: &str) -> Option<LinkDef> {
    let (text, rest) = line.strip_prefix('[')?.split_once("]:")?;
    let url = rest.strip_prefix([' ', '\t'])?;
    if url.is_empty() {
        return None;
    }
    let url = url.trim();
    let (scheme, _) = url.split_once("://")?;
    is_scheme(scheme).then(|| LinkDef { text: text.to_owned(), url: url.to_owned(), used: false })
}

fn list(lines: &[&str], blank_before: bool, links: &mut Vec<LinkDef>) -> Block {
    let numbered = list_marker(lines[0]).is_some_and(|(number, _)| !number.is_empty());
    let mut items: Vec<Item> = Vec::new();
    let mut forced = false;
    let mut text: Vec<&str> = Vec::new();
    let mut end_paragraph = |items: &mut Vec<Item>, text: &mut Vec<&str>| {
        if let Some(item) = items.last_mut() {
            item.content.extend(paragraph(text, links));
        }
        text.clear();
    };
    for &line in lines {
        let mut line = line;
        if let Some((number, after)) = list_marker(line)
            && number.is_empty() != numbered
        {
            end_paragraph(&mut items, &mut text);
            items.push(Item { number: number.to_owned(), content: Vec::new() });
            line = after;
        }
        let line = line.trim();
        if line.is_empty() {
            forced = true;
            end_paragraph(&mut items, &mut text);
        } else {
            text.push(line);
        }
    }
    end_paragraph(&mut items, &mut text);
    let blank_between = forced || items.iter().any(|item| item.content.len() != 1);
    Block::List { items, blank_before: blank_before || blank_between, blank_between }
}

/// The number (empty for a bullet) and the rest of a line that starts an item.
fn list_marker(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let (number, rest) = match line.strip_prefix(['•', '*', '+', '-']) {
        Some(rest) => ("", rest),
        None => {
            let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (number, rest) = line.split_at(digits);
            (number, rest.strip_prefix(['.', ')']).filter(|_| digits > 0)?)
        }
    };
    (indented(rest) && !rest.trim().is_empty()).then_some((number, rest))
}

fn is_list(line: &str) -> bool {
    list_marker(line).is_some()
}

/// Text with its quotes made typographic; notes which definitions it uses.
fn linked_text(text: &str, links: &mut [LinkDef]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut written = 0;
    let mut open = None;
    let mut word = Vec::new();
    for (i, byte) in text.bytes().enumerate() {
        let byte = if matches!(byte, b'\n' | b'\t') { b' ' } else { byte };
        match byte {
            b'[' => open = Some(i),
            b']' => {
                if let Some(start) = open.take()
                    && let Some(def) = links.iter_mut().find(|def| def.text.as_bytes() == word)
                {
                    def.used = true;
                    plain_text(&mut out, &text[written..start], true);
                    out.push('[');
                    plain_text(&mut out, &text[start + 1..i], false);
                    out.push(']');
                    written = i + 1;
                }
                word.clear();
            }
            _ => {}
        }
        if open.is_some_and(|start| start != i) {
            word.push(byte);
        }
    }
    plain_text(&mut out, &text[written..], true);
    out
}

/// Text without links in brackets. URLs stay as they are if `urls` are looked for.
fn plain_text(out: &mut String, text: &str, urls: bool) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let len = if urls && let Some(len) = url_len(rest) {
            len
        } else if urls && let len @ 1.. = ident_len(rest) {
            len
        } else if rest.starts_with("```") {
            rest.len() - rest.trim_start_matches('`').len()
        } else if let Some(after) = rest.strip_prefix("``") {
            out.push('“');
            rest = after;
            continue;
        } else if let Some(after) = rest.strip_prefix("''") {
            out.push('”');
            rest = after;
            continue;
        } else {
            c.len_utf8()
        };
        out.push_str(&rest[..len]);
        rest = &rest[len..];
    }
}

fn ident_len(text: &str) -> usize {
    let in_name = |c: char, first: bool| {
        c == '_'
            || c.is_ascii_alphabetic()
            || c.is_ascii_digit() && !first
            || !c.is_ascii() && c.general_category_group() == GeneralCategoryGroup::Letter
    };
    text.char_indices().find(|&(i, c)| !in_name(c, i == 0)).map_or(text.len(), |(i, _)| i)
}

/// How long the URL is that `text` starts with.
fn url_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.len() < 7 {
        return None;
    }
    let colon = (3..7).find(|&i| bytes[i] == b':')?;
    if !bytes[colon..].starts_with(b"://") || !is_scheme(&text[..colon]) {
        return None;
    }
    let mut i = colon + 3;
    if !bytes.get(i).is_some_and(|&b| is_host(b) && !is_punct(b)) {
        return None;
    }
    i += 1;
    let mut end = i;
    while let Some(&b) = bytes.get(i)
        && is_host(b)
    {
        i += 1;
        if !is_punct(b) {
            end = i;
        }
    }
    // Brackets only in pairs, no punctuation at the end.
    let mut open = Vec::new();
    for (i, &b) in bytes.iter().enumerate().skip(end) {
        if is_punct(b) {
            continue;
        }
        match b {
            b'(' => open.push(b')'),
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b')' | b'}' | b']' => {
                if open.pop() != Some(b) {
                    break;
                }
            }
            _ if is_path(b) => {}
            _ => break,
        }
        if open.is_empty() {
            end = i + 1;
        }
    }
    Some(end)
}

fn is_scheme(word: &str) -> bool {
    matches!(word, "file" | "ftp" | "gopher" | "http" | "https" | "mailto" | "nntp")
}

fn is_host(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"_@-.[]:".contains(&b)
}

fn is_punct(b: u8) -> bool {
    b".,:;?!".contains(&b)
}

fn is_path(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"$'()*+&#=@~_/-[]{}%".contains(&b)
}
