//! The header of a file, package clause and imports, as the go command reads it before it calls the compiler.
//!
//! `go run` and `go build` look for imports with `go/parser`, which has its own words and stops at the first error. So what is
//! wrong up to the last import is said here, by a small scanner and parser of their own, and the compiler's parser is not
//! asked. The go command first looks where the header ends, in a way more generous than the grammar, and parses only that much:
//! `import "fmt" as f` is well as far as this module can see. It knows neither trees nor import paths, and nothing of what
//! comes after the imports.

use super::errors::unicode;
use super::token::Token;
use std::ops::Range;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// An import as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderImport {
    /// Where the literal with its path stands.
    pub literal: Range<usize>,
    /// Where the import starts: at its name, if it has one.
    pub start: usize,
}

/// Why a header cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrokenHeader {
    /// There is a NUL in it: go does not even parse it.
    Nul,
    /// What go says, and where.
    Syntax {
        /// The offset in bytes.
        offset: usize,
        /// The line, from 1.
        line: u32,
        /// The column in bytes, from 1. At the end of a file it can be one behind the last line's end.
        col: u32,
        /// The words of `go/parser`.
        message: String,
    },
}

/// The imports of a file.
///
/// # Errors
///
/// What go says about the header: the error that stands first.
pub fn read_header(text: &[u8]) -> Result<Vec<HeaderImport>, BrokenHeader> {
    // The go command takes the mark away before it counts columns.
    let mark = if text.starts_with(MARK) { MARK.len() } else { 0 };
    let text = &text[mark..];
    let Some(end) = header_end(text) else { return Err(BrokenHeader::Nul) };
    let mut parser = Parser::new(&text[..end]);
    let _ = parser.file();
    let scanner = parser.scanner;
    let first = scanner.errors.iter().min_by(|a, b| (a.line, a.col, &a.message).cmp(&(b.line, b.col, &b.message)));
    if let Some(Error { offset, line, col, message }) = first.cloned() {
        return Err(BrokenHeader::Syntax { offset: offset + mark, line, col, message });
    }
    let shift =
        |i: HeaderImport| HeaderImport { literal: i.literal.start + mark..i.literal.end + mark, start: i.start + mark };
    Ok(parser.imports.into_iter().map(shift).collect())
}

/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Where the header ends, the whole text if it has no shape that go recognises; `None` if there is a NUL in it.
fn header_end(text: &[u8]) -> Option<usize> {
    let mut reader = Reader { text, at: 0 };
    match reader.header() {
        Ok(()) => Some(reader.at),
        Err(Stop::Shape) => Some(text.len()),
        Err(Stop::Nul) => None,
    }
}

/// Why the search for a header's end stops early.
enum Stop {
    Shape,
    Nul,
}

/// Looks for the end of a header. Semicolons are spaces to it.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    /// The byte here, if there is one.
    fn peek(&self) -> Result<Option<u8>, Stop> {
        match self.text.get(self.at) {
            Some(0) => Err(Stop::Nul),
            byte => Ok(byte.copied()),
        }
    }

    fn next(&mut self) -> Result<u8, Stop> {
        let byte = self.peek()?.ok_or(Stop::Shape)?;
        self.at += 1;
        Ok(byte)
    }

    fn skip_space(&mut self) -> Result<(), Stop> {
        while let Some(byte) = self.peek()? {
            match byte {
                b' ' | b'\x0c' | b'\t' | b'\r' | b'\n' | b';' => self.at += 1,
                b'/' => {
                    self.at += 1;
                    match self.next()? {
                        b'/' => {
                            while self.peek()?.is_some_and(|b| b != b'\n') {
                                self.at += 1;
                            }
                        }
                        b'*' => {
                            let mut before = 0;
                            loop {
                                let byte = self.next()?;
                                if before == b'*' && byte == b'/' {
                                    break;
                                }
                                before = byte;
                            }
                        }
                        _ => return Err(Stop::Shape),
                    }
                }
                _ => break,
            }
        }
        Ok(())
    }

    fn is_name(&self) -> Result<bool, Stop> {
        Ok(self.peek()?.is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80))
    }

    fn keyword(&mut self, word: &[u8]) -> Result<(), Stop> {
        self.skip_space()?;
        for &byte in word {
            if self.next()? != byte {
                return Err(Stop::Shape);
            }
        }
        if self.is_name()? { Err(Stop::Shape) } else { Ok(()) }
    }

    fn name(&mut self) -> Result<(), Stop> {
        self.skip_space()?;
        if !self.is_name()? {
            return Err(Stop::Shape);
        }
        while self.is_name()? {
            self.at += 1;
        }
        Ok(())
    }

    fn import(&mut self) -> Result<(), Stop> {
        self.skip_space()?;
        if self.peek()? == Some(b'.') {
            self.at += 1;
        } else if self.is_name()? {
            self.name()?;
        }
        self.skip_space()?;
        match self.next()? {
            b'`' => while self.next()? != b'`' {},
            b'"' => loop {
                match self.next()? {
                    b'"' => break,
                    b'\n' => return Err(Stop::Shape),
                    b'\\' => {
                        self.next()?;
                    }
                    _ => {}
                }
            },
            _ => return Err(Stop::Shape),
        }
        Ok(())
    }

    fn header(&mut self) -> Result<(), Stop> {
        self.keyword(b"package")?;
        self.name()?;
        loop {
            self.skip_space()?;
            if self.peek()? != Some(b'i') {
                return Ok(());
            }
            self.keyword(b"import")?;
            self.skip_space()?;
            if self.peek()? != Some(b'(') {
                self.import()?;
                continue;
            }
            self.at += 1;
            loop {
                self.skip_space()?;
                if self.peek()? == Some(b')') {
                    self.at += 1;
                    break;
                }
                self.import()?;
            }
        }
    }
}

/// An error with its place.
#[derive(Debug, Clone)]
struct Error {
    offset: usize,
    line: u32,
    col: u32,
    message: String,
}

/// The kinds of tokens that make a difference here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    /// A number or a rune.
    Literal,
    String,
    /// `;`, written or not.
    Semi,
    Eof,
    /// A character that starts no token.
    Illegal,
    /// A keyword or operator, told by its text.
    Fixed,
}

/// Operators, longer ones before those that they start with.
const OPERATORS: [&str; 47] = [
    "<<=", ">>=", "&^=", "...", "<<", ">>", "&^", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=", ":=", "+=",
    "-=", "*=", "/=", "%=", "&=", "|=", "^=", "+", "-", "*", "/", "%", "&", "|", "^", "<", ">", "=", "!", "(", ")",
    "[", "]", "{", "}", ",", ".", ":", "~",
];

/// Bytes to tokens, with the words of `go/scanner`. It is one character ahead, and says what is wrong with that one when it
/// gets there.
struct Scanner<'a> {
    text: &'a [u8],
    /// The current character; `None` at the end.
    ch: Option<char>,
    /// Where it starts.
    at: usize,
    /// Where the next one starts.
    ahead: usize,
    /// Whether a line's end here is a semicolon.
    semi: bool,
    /// Where a line ended in a comment that comes before an automatic semicolon.
    newline: Option<usize>,
    errors: Vec<Error>,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a [u8]) -> Self {
        let mut scanner = Self { text, ch: Some(' '), at: 0, ahead: 0, semi: false, newline: None, errors: Vec::new() };
        scanner.step();
        scanner
    }

    /// Line and column of an offset. A line end at the very end starts no line.
    fn place(&self, offset: usize) -> (u32, u32) {
        let before = &self.text[..offset];
        let ended = |i: &usize| before[*i] == b'\n' && i + 1 < self.text.len();
        let starts = (0..before.len()).filter(ended);
        let (count, start) = starts.fold((1, 0), |(n, _), i| (n + 1, i + 1));
        (count, (offset - start) as u32 + 1)
    }

    fn error(&mut self, offset: usize, message: impl Into<String>) {
        let (line, col) = self.place(offset);
        self.errors.push(Error { offset, line, col, message: message.into() });
    }

    fn step(&mut self) {
        self.at = self.ahead.min(self.text.len());
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            self.ch = None;
            return;
        }
        let (c, width) = decode(rest);
        match c {
            Some('\0') => self.error(self.at, "illegal character NUL"),
            Some('\u{FEFF}') => self.error(self.at, "illegal byte order mark"),
            None if self.at == 0 && (rest.starts_with(b"\xFF\xFE") || rest.starts_with(b"\xFE\xFF")) => {
                self.error(0, "illegal UTF-8 encoding (got UTF-16)");
                self.ahead = self.text.len();
                self.ch = Some(char::REPLACEMENT_CHARACTER);
                return;
            }
            None => self.error(self.at, "illegal UTF-8 encoding"),
            _ => {}
        }
        self.ahead = self.at + width;
        self.ch = Some(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }

    fn skip_while(&mut self, mut wanted: impl FnMut(char) -> bool) {
        while self.ch.is_some_and(&mut wanted) {
            self.step();
        }
    }

    /// The next token: its kind and where it stands. An automatic semicolon is a line end, or nothing at the file's end.
    fn scan(&mut self) -> (Kind, Range<usize>) {
        loop {
            if let Some(at) = self.newline.take() {
                return (Kind::Semi, at..at + 1);
            }
            let semi = self.semi;
            self.skip_while(|c| matches!(c, ' ' | '\t' | '\r') || c == '\n' && !semi);
            let start = self.at;
            let Some(c) = self.ch else {
                self.semi = false;
                return (if semi { Kind::Semi } else { Kind::Eof }, start..start);
            };
            if c == '/' && matches!(self.text.get(self.ahead), Some(b'/' | b'*')) {
                let newline = self.comment();
                if semi && newline.is_some() {
                    self.newline = newline;
                    self.semi = false;
                }
                continue;
            }
            let kind = self.token(c, start);
            return (kind, start..self.at);
        }
    }

    fn token(&mut self, c: char, start: usize) -> Kind {
        let digit_follows = self.text.get(self.ahead).is_some_and(u8::is_ascii_digit);
        if is_letter(c) {
            self.skip_while(|c| is_letter(c) || is_digit(c));
            let word = self.slice(start);
            let keyword = Token::keyword(word.as_bytes());
            self.semi = keyword
                .is_none_or(|k| matches!(k, Token::Break | Token::Continue | Token::Fallthrough | Token::Return));
            return if keyword.is_some() { Kind::Fixed } else { Kind::Name };
        }
        if c.is_ascii_digit() || c == '.' && digit_follows {
            self.number();
            self.semi = true;
            return Kind::Literal;
        }
        match c {
            '\n' => {
                self.step();
                self.semi = false;
                Kind::Semi
            }
            ';' => {
                self.step();
                self.semi = false;
                Kind::Semi
            }
            '"' => {
                self.step();
                self.string(start);
                self.semi = true;
                Kind::String
            }
            '`' => {
                self.step();
                self.skip_while(|c| c != '`');
                if self.ch.is_none() {
                    self.error(start, "raw string literal not terminated");
                }
                self.step();
                self.semi = true;
                Kind::String
            }
            '\'' => {
                self.step();
                self.rune(start);
                self.semi = true;
                Kind::Literal
            }
            _ => {
                let rest = &self.text[start..];
                if let Some(operator) = OPERATORS.iter().find(|o| rest.starts_with(o.as_bytes())) {
                    operator.bytes().for_each(|_| self.step());
                    self.semi = matches!(*operator, ")" | "]" | "}" | "++" | "--");
                    return Kind::Fixed;
                }
                self.step();
                match c {
                    // It has been reported when it was reached.
                    '\u{FEFF}' => {}
                    '“' | '”' => self.error(start, format!("curly quotation mark '{c}' (use neutral '\"')")),
                    _ => self.error(start, format!("illegal character {}", unicode(c))),
                }
                Kind::Illegal
            }
        }
    }

    fn slice(&self, start: usize) -> String {
        String::from_utf8_lossy(&self.text[start..self.at]).into_owned()
    }

    /// Skips a comment; where its first line ended, if it is one of several lines.
    fn comment(&mut self) -> Option<usize> {
        let start = self.at;
        self.step();
        let block = self.ch == Some('*');
        self.step();
        if !block {
            self.skip_while(|c| c != '\n');
            return None;
        }
        let mut newline = None;
        while let Some(c) = self.ch {
            if c == '\n' && newline.is_none() {
                newline = Some(self.at);
            }
            self.step();
            if c == '*' && self.ch == Some('/') {
                self.step();
                return newline;
            }
        }
        self.error(start, "comment not terminated");
        newline
    }

    /// A number. None belongs in a header, so that how it is written makes no difference.
    fn number(&mut self) {
        let hex = self.ch == Some('0') && matches!(self.text.get(self.ahead), Some(b'x' | b'X'));
        let based = self.ch == Some('0') && matches!(self.text.get(self.ahead), Some(b'b' | b'B' | b'o' | b'O'));
        if hex || based {
            self.step();
            self.step();
        }
        let digits = |c: char| c == '_' || if hex { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
        self.skip_while(digits);
        if self.ch == Some('.') {
            self.step();
            self.skip_while(digits);
        }
        if matches!(self.ch, Some('e' | 'E' | 'p' | 'P')) {
            self.step();
            if matches!(self.ch, Some('+' | '-')) {
                self.step();
            }
            self.skip_while(|c| c == '_' || c.is_ascii_digit());
        }
        if self.ch == Some('i') {
            self.step();
        }
    }

    fn string(&mut self, start: usize) {
        loop {
            match self.ch {
                None | Some('\n') => {
                    self.error(start, "string literal not terminated");
                    return;
                }
                Some(c) => {
                    self.step();
                    match c {
                        '"' => return,
                        '\\' => {
                            self.escape('"');
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    fn rune(&mut self, start: usize) {
        let (mut valid, mut count) = (true, 0);
        loop {
            match self.ch {
                None | Some('\n') => {
                    if valid {
                        self.error(start, "rune literal not terminated");
                    }
                    return;
                }
                Some(c) => {
                    self.step();
                    if c == '\'' {
                        break;
                    }
                    count += 1;
                    if c == '\\' {
                        valid &= self.escape('\'');
                    }
                }
            }
        }
        if valid && count != 1 {
            self.error(start, "illegal rune literal");
        }
    }

    /// What stands after a backslash; whether it is well.
    fn escape(&mut self, quote: char) -> bool {
        let start = self.at;
        let (count, base, max) = match self.ch {
            Some('a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | '\\') => (0, 0, 0),
            Some(c) if c == quote => (0, 0, 0),
            Some('0'..='7') => (3, 8, 255),
            Some('x') => (2, 16, 255),
            Some('u') => (4, 16, 0x10_FFFF),
            Some('U') => (8, 16, 0x10_FFFF),
            Some(_) => {
                self.error(start, "unknown escape sequence");
                return false;
            }
            None => {
                self.error(start, "escape sequence not terminated");
                return false;
            }
        };
        if base != 8 {
            self.step();
        }
        let mut value: u32 = 0;
        for _ in 0..count {
            let Some(digit) = self.ch.and_then(|c| c.to_digit(base)) else {
                let message = match self.ch {
                    Some(c) => format!("illegal character {} in escape sequence", unicode(c)),
                    None => "escape sequence not terminated".to_owned(),
                };
                self.error(self.at, message);
                return false;
            };
            value = value.wrapping_mul(base).wrapping_add(digit);
            self.step();
        }
        if value > max || (0xD800..0xE000).contains(&value) {
            self.error(start, "escape sequence is invalid Unicode code point");
            return false;
        }
        true
    }
}

/// The first character of some bytes and its width; no character if it is not UTF-8.
fn decode(bytes: &[u8]) -> (Option<char>, usize) {
    let head = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(e) => std::str::from_utf8(&head[..e.valid_up_to()]).unwrap_or(""),
    };
    valid.chars().next().map_or((None, 1), |c| (Some(c), c.len_utf8()))
}

fn is_letter(c: char) -> bool {
    c == '_' || c.general_category_group() == GeneralCategoryGroup::Letter
}

fn is_digit(c: char) -> bool {
    c.general_category() == GeneralCategory::DecimalNumber
}

/// There are errors, and all that can stand before them have been looked for.
struct Enough;

struct Parser<'a> {
    scanner: Scanner<'a>,
    kind: Kind,
    span: Range<usize>,
    imports: Vec<HeaderImport>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a [u8]) -> Self {
        let mut scanner = Scanner::new(text);
        let (kind, span) = scanner.scan();
        Self { scanner, kind, span, imports: Vec::new() }
    }

    fn next(&mut self) -> Result<(), Enough> {
        if !self.scanner.errors.is_empty() {
            return Err(Enough);
        }
        (self.kind, self.span) = self.scanner.scan();
        Ok(())
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.scanner.text[self.span.clone()]).into_owned()
    }

    fn is(&self, fixed: &str) -> bool {
        self.kind == Kind::Fixed && self.scanner.text[self.span.clone()] == *fixed.as_bytes()
    }

    /// Of several errors on a line only the first counts.
    fn error(&mut self, message: String) -> Result<(), Enough> {
        let (line, _) = self.scanner.place(self.span.start);
        if self.scanner.errors.last().is_none_or(|e| e.line != line) {
            self.scanner.error(self.span.start, message);
        }
        Err(Enough)
    }

    fn expected(&mut self, what: &str) -> Result<(), Enough> {
        let found = match self.kind {
            Kind::Semi if self.text() != ";" => "newline".to_owned(),
            Kind::Name | Kind::Literal => self.text(),
            Kind::String => self.text().replace('\r', ""),
            Kind::Eof => "'EOF'".to_owned(),
            Kind::Illegal => "'ILLEGAL'".to_owned(),
            Kind::Fixed | Kind::Semi => format!("'{}'", self.text()),
        };
        self.error(format!("expected '{what}', found {found}"))
    }

    fn expect(&mut self, fixed: &str) -> Result<(), Enough> {
        if !self.is(fixed) {
            self.expected(fixed)?;
        }
        self.next()
    }

    fn expect_semi(&mut self) -> Result<(), Enough> {
        match self.kind {
            _ if self.is(")") || self.is("}") => Ok(()),
            Kind::Semi => self.next(),
            _ => self.expected(";"),
        }
    }

    fn file(&mut self) -> Result<(), Enough> {
        if !self.scanner.errors.is_empty() {
            return Err(Enough);
        }
        self.expect("package")?;
        if self.kind != Kind::Name {
            self.expected("IDENT")?;
        }
        self.next()?;
        self.expect_semi()?;
        while self.is("import") {
            self.next()?;
            if !self.is("(") {
                self.import()?;
                continue;
            }
            self.next()?;
            while !self.is(")") && self.kind != Kind::Eof {
                self.import()?;
            }
            self.expect(")")?;
            self.expect_semi()?;
        }
        Ok(())
    }

    fn import(&mut self) -> Result<(), Enough> {
        let start = self.span.start;
        if self.kind == Kind::Name || self.is(".") {
            self.next()?;
        }
        match self.kind {
            Kind::String => {
                self.imports.push(HeaderImport { literal: self.span.clone(), start });
                self.next()?;
            }
            Kind::Name | Kind::Literal => self.error("import path must be a string".to_owned())?,
            _ => self.error("missing import path".to_owned())?,
        }
        self.expect_semi()
    }
}
