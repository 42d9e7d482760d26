//! Bytes to tokens, with automatic semicolons.
//!
//! The scanner knows spelling only. It follows gc's `syntax/scanner.go` in what it accepts, what it says and where. It
//! allocates nothing for a token: a name or literal is a range of the text. Errors and comments are collected in the
//! scanner, and the parser takes them after each token.

use super::ast::{BinaryOp, LitKind};
use super::errors;
use super::token::{Operator, Token};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// How a [`Token::Semi`] came about; messages tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Semi {
    /// It is written.
    Semicolon,
    /// A line ends.
    Newline,
    /// The file ends.
    Eof,
}

impl Semi {
    /// gc's word for it.
    pub fn text(self) -> &'static str {
        match self {
            Semi::Semicolon => "semicolon",
            Semi::Newline => "newline",
            Semi::Eof => "EOF",
        }
    }
}

/// The current token and what is needed to find the next.
#[derive(Debug)]
pub struct Scanner<'a> {
    text: &'a str,
    src: &'a [u8],
    /// Where the current character starts. Never at a NUL or byte order mark: those are reported and skipped.
    at: usize,
    /// Whether a line end here is a semicolon.
    nlsemi: bool,
    /// The current token.
    pub tok: Token,
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How a semicolon came about; only for [`Token::Semi`].
    pub semi: Semi,
    /// Only for [`Token::Literal`].
    pub kind: LitKind,
    /// Whether the literal has an error; only for [`Token::Literal`].
    pub bad: bool,
    /// Only for [`Token::Operator`], [`Token::Star`], [`Token::AssignOp`] and [`Token::IncOp`].
    pub op: Operator,
    /// How strongly `op` binds.
    pub prec: u8,
    /// Offsets and words of errors nobody has taken yet.
    pub errors: Vec<(usize, String)>,
    /// Start and end of all comments so far.
    pub comments: Vec<(usize, usize)>,
}

/// Whether a byte can be in an ASCII name.
const NAME_BYTE: [bool; 256] = {
    let mut table = [false; 256];
    let mut i = 0;
    while i < 128 {
        let b = i as u8;
        table[i] = b.is_ascii_alphanumeric() || b == b'_';
        i += 1;
    }
    table
};

/// The byte order mark in UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

impl<'a> Scanner<'a> {
    /// A scanner before the first token.
    pub fn new(text: &'a str) -> Self {
        let mut scanner = Self {
            text,
            src: text.as_bytes(),
            at: 0,
            nlsemi: false,
            tok: Token::Eof,
            start: 0,
            end: 0,
            semi: Semi::Eof,
            kind: LitKind::Int,
            bad: false,
            op: Operator::Not,
            prec: 0,
            errors: Vec::new(),
            comments: Vec::new(),
        };
        if scanner.src.starts_with(BOM) {
            scanner.at = BOM.len();
        }
        scanner.settle();
        scanner
    }

    /// Goes to the end of the file without looking: nothing more is to be said.
    pub fn skip_to_end(&mut self) {
        self.at = self.src.len();
        self.nlsemi = false;
        self.next();
    }

    /// The text of the current token.
    pub fn lit(&self) -> &'a str {
        &self.text[self.start..self.end]
    }

    /// The current byte; 0 at the end and only there.
    #[inline]
    fn ch(&self) -> u8 {
        self.src.get(self.at).copied().unwrap_or(0)
    }

    /// The current character, which exists.
    fn char(&self) -> char {
        self.text[self.at..].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    #[inline]
    fn at_end(&self) -> bool {
        self.at >= self.src.len()
    }

    /// Goes past the current character, an ASCII one.
    #[inline]
    fn bump(&mut self) {
        self.at += 1;
        self.settle();
    }

    /// Goes past the current character, whatever it is.
    fn bump_char(&mut self) {
        self.at += self.char().len_utf8();
        self.settle();
    }

    /// Skips characters that may not be there.
    #[inline]
    fn settle(&mut self) {
        if matches!(self.ch(), 0 | 0xEF) {
            self.settle_slow();
        }
    }

    #[cold]
    fn settle_slow(&mut self) {
        while !self.at_end() {
            if self.src[self.at] == 0 {
                self.error(errors::NUL);
                self.at += 1;
            } else if self.src[self.at..].starts_with(BOM) {
                self.error(errors::BOM);
                self.at += BOM.len();
            } else {
                return;
            }
        }
    }

    #[cold]
    fn error(&mut self, message: impl Into<String>) {
        self.errors.push((self.at, message.into()));
    }

    #[cold]
    fn error_at(&mut self, offset: usize, message: impl Into<String>) {
        self.errors.push((offset, message.into()));
    }

    /// Scans the next token.
    pub fn next(&mut self) {
        let nlsemi = self.nlsemi;
        self.nlsemi = false;
        loop {
            while matches!(self.ch(), b' ' | b'\t' | b'\r') || self.ch() == b'\n' && !nlsemi {
                self.bump();
            }
            self.start = self.at;
            if self.token(nlsemi) {
                self.end = self.at;
                return;
            }
        }
    }

    /// Scans a token at the current character; `false` if there was a comment or an error instead.
    #[inline]
    fn token(&mut self, nlsemi: bool) -> bool {
        let c = self.ch();
        match c {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.name(),
            b'0'..=b'9' => self.number(false),
            b'"' => self.string(),
            b'`' => self.raw_string(),
            b'\'' => self.rune(),
            b'(' => self.single(Token::Lparen),
            b'[' => self.single(Token::Lbrack),
            b'{' => self.single(Token::Lbrace),
            b',' => self.single(Token::Comma),
            b';' => {
                self.semi = Semi::Semicolon;
                self.single(Token::Semi);
            }
            b'\n' => {
                self.semi = Semi::Newline;
                self.single(Token::Semi);
            }
            b')' => self.closing(Token::Rparen),
            b']' => self.closing(Token::Rbrack),
            b'}' => self.closing(Token::Rbrace),
            b':' => {
                self.bump();
                self.tok = if self.accept(b'=') { Token::Define } else { Token::Colon };
            }
            b'.' => {
                self.bump();
                if self.ch().is_ascii_digit() {
                    self.number(true);
                } else if self.src[self.at..].starts_with(b"..") {
                    self.bump();
                    self.bump();
                    self.tok = Token::DotDotDot;
                } else {
                    self.tok = Token::Dot;
                }
            }
            b'+' => self.add_or_inc(c, BinaryOp::Add),
            b'-' => self.add_or_inc(c, BinaryOp::Sub),
            b'*' => {
                self.bump();
                self.set_op(BinaryOp::Mul);
                self.tok = if self.accept(b'=') { Token::AssignOp } else { Token::Star };
            }
            b'/' => {
                self.bump();
                match self.ch() {
                    b'/' => {
                        self.line_comment();
                        return false;
                    }
                    b'*' => return self.full_comment(nlsemi),
                    _ => self.assign_op(BinaryOp::Div),
                }
            }
            b'%' => {
                self.bump();
                self.assign_op(BinaryOp::Rem);
            }
            b'&' => {
                self.bump();
                if self.accept(b'&') {
                    self.operator(BinaryOp::AndAnd);
                } else {
                    let op = if self.accept(b'^') { BinaryOp::AndNot } else { BinaryOp::And };
                    self.assign_op(op);
                }
            }
            b'|' => {
                self.bump();
                if self.accept(b'|') { self.operator(BinaryOp::OrOr) } else { self.assign_op(BinaryOp::Or) }
            }
            b'^' => {
                self.bump();
                self.assign_op(BinaryOp::Xor);
            }
            b'<' => {
                self.bump();
                match self.ch() {
                    b'=' => {
                        self.bump();
                        self.operator(BinaryOp::Leq);
                    }
                    b'<' => {
                        self.bump();
                        self.assign_op(BinaryOp::Shl);
                    }
                    b'-' => self.single(Token::Arrow),
                    _ => self.operator(BinaryOp::Lss),
                }
            }
            b'>' => {
                self.bump();
                match self.ch() {
                    b'=' => {
                        self.bump();
                        self.operator(BinaryOp::Geq);
                    }
                    b'>' => {
                        self.bump();
                        self.assign_op(BinaryOp::Shr);
                    }
                    _ => self.operator(BinaryOp::Gtr),
                }
            }
            b'=' => {
                self.bump();
                if self.accept(b'=') { self.operator(BinaryOp::Eql) } else { self.tok = Token::Assign }
            }
            b'!' => {
                self.bump();
                if self.accept(b'=') { self.operator(BinaryOp::Neq) } else { self.prefix(Operator::Not) }
            }
            b'~' => {
                self.bump();
                self.prefix(Operator::Tilde);
            }
            0x80.. => self.name_not_ascii(),
            0 => {
                if nlsemi {
                    self.semi = Semi::Eof;
                    self.tok = Token::Semi;
                } else {
                    self.tok = Token::Eof;
                }
            }
            _ => {
                self.error(errors::invalid_character(char::from(c)));
                self.bump();
                return false;
            }
        }
        true
    }

    fn single(&mut self, tok: Token) {
        self.bump();
        self.tok = tok;
    }

    fn closing(&mut self, tok: Token) {
        self.nlsemi = true;
        self.single(tok);
    }

    fn accept(&mut self, c: u8) -> bool {
        let found = self.ch() == c;
        if found {
            self.bump();
        }
        found
    }

    fn set_op(&mut self, op: BinaryOp) {
        self.op = Operator::Binary(op);
        self.prec = op.precedence();
    }

    fn prefix(&mut self, op: Operator) {
        self.op = op;
        self.prec = 0;
        self.tok = Token::Operator;
    }

    fn operator(&mut self, op: BinaryOp) {
        self.set_op(op);
        self.tok = Token::Operator;
    }

    /// `op` or `op=`.
    fn assign_op(&mut self, op: BinaryOp) {
        self.set_op(op);
        self.tok = if self.accept(b'=') { Token::AssignOp } else { Token::Operator };
    }

    fn add_or_inc(&mut self, c: u8, op: BinaryOp) {
        self.bump();
        if self.accept(c) {
            self.set_op(op);
            self.nlsemi = true;
            self.tok = Token::IncOp;
        } else {
            self.assign_op(op);
        }
    }

    fn name(&mut self) {
        let mut at = self.at + 1;
        while at < self.src.len() && NAME_BYTE[self.src[at] as usize] {
            at += 1;
        }
        self.at = at;
        self.settle();
        if self.ch() >= 0x80 || self.at != at {
            return self.name_rest();
        }
        self.finish_name();
    }

    /// A name from its first character, which is not ASCII: always one, with an error if it is no letter.
    #[cold]
    fn name_not_ascii(&mut self) {
        self.check_name_char(true);
        self.bump_char();
        self.name_rest();
    }

    #[cold]
    fn name_rest(&mut self) {
        loop {
            let c = self.ch();
            if c >= 0x80 {
                self.check_name_char(false);
                self.bump_char();
            } else if NAME_BYTE[c as usize] {
                self.bump();
            } else {
                break;
            }
        }
        self.finish_name();
    }

    /// Reports a character outside ASCII that cannot be here in a name.
    fn check_name_char(&mut self, first: bool) {
        let c = self.char();
        if c.general_category_group() == GeneralCategoryGroup::Letter {
            return;
        }
        if c.general_category() == GeneralCategory::DecimalNumber {
            if first {
                self.error(errors::identifier_begins_with_digit(c));
            }
        } else {
            self.error(errors::invalid_in_identifier(c));
        }
    }

    fn finish_name(&mut self) {
        let name = &self.src[self.start..self.at];
        if (2..=11).contains(&name.len())
            && name[0].is_ascii_lowercase()
            && let Some(keyword) = Token::keyword(name)
        {
            self.nlsemi = matches!(keyword, Token::Break | Token::Continue | Token::Fallthrough | Token::Return);
            self.tok = keyword;
        } else {
            self.nlsemi = true;
            self.tok = Token::Name;
        }
    }

    fn literal(&mut self, kind: LitKind, ok: bool) {
        self.nlsemi = true;
        self.tok = Token::Literal;
        self.kind = kind;
        self.bad = !ok;
    }

    /// Digits and underscores of a base up to 16. Bases up to 10 take all decimal digits and note the first one that
    /// does not belong. Returns whether there were digits, and whether there were underscores.
    fn digits(&mut self, base: u32, invalid: &mut Option<usize>) -> (bool, bool) {
        let (mut digit, mut separator) = (false, false);
        loop {
            match self.ch() {
                b'_' => separator = true,
                c @ b'0'..=b'9' => {
                    if base <= 10 && u32::from(c - b'0') >= base && invalid.is_none() {
                        *invalid = Some(self.at);
                    }
                    digit = true;
                }
                b'a'..=b'f' | b'A'..=b'F' if base == 16 => digit = true,
                _ => return (digit, separator),
            }
            self.bump();
        }
    }

    fn number(&mut self, after_point: bool) {
        let mut ok = true;
        let mut kind = LitKind::Int;
        let mut base = 10;
        let mut prefix = 0;
        let (mut digit, mut separator) = (false, false);
        let mut invalid = None;
        let mut point = after_point;

        if !after_point {
            if self.ch() == b'0' {
                self.bump();
                (base, prefix) = match self.ch() | 0x20 {
                    b'x' => (16, b'x'),
                    b'o' => (8, b'o'),
                    b'b' => (2, b'b'),
                    _ => (8, b'0'),
                };
                if prefix == b'0' {
                    digit = true;
                } else {
                    self.bump();
                }
            }
            let (d, s) = self.digits(base, &mut invalid);
            digit |= d;
            separator |= s;
            if self.ch() == b'.' {
                if matches!(prefix, b'o' | b'b') {
                    self.error(errors::radix_point(base));
                    ok = false;
                }
                self.bump();
                point = true;
            }
        }
        if point {
            kind = LitKind::Float;
            let (d, s) = self.digits(base, &mut invalid);
            digit |= d;
            separator |= s;
        }
        if !digit && ok {
            self.error(errors::no_digits(base));
            ok = false;
        }

        let e = self.ch();
        if matches!(e | 0x20, b'e' | b'p') {
            if ok && e | 0x20 == b'e' && !matches!(prefix, 0 | b'0') {
                self.error(errors::needs_decimal_mantissa(char::from(e)));
                ok = false;
            } else if ok && e | 0x20 == b'p' && prefix != b'x' {
                self.error(errors::needs_hex_mantissa(char::from(e)));
                ok = false;
            }
            self.bump();
            kind = LitKind::Float;
            if matches!(self.ch(), b'+' | b'-') {
                self.bump();
            }
            let (d, s) = self.digits(10, &mut None);
            separator |= s;
            if !d && ok {
                self.error(errors::EXPONENT_DIGITS);
                ok = false;
            }
        } else if prefix == b'x' && kind == LitKind::Float && ok {
            self.error(errors::HEX_EXPONENT);
            ok = false;
        }
        if self.ch() == b'i' {
            kind = LitKind::Imag;
            self.bump();
        }

        if let Some(at) = invalid
            && kind == LitKind::Int
            && ok
        {
            self.error_at(at, errors::invalid_digit(char::from(self.src[at]), base));
            ok = false;
        }
        if separator
            && ok
            && let Some(i) = invalid_separator(&self.src[self.start..self.at])
        {
            self.error_at(self.start + i, errors::SEPARATOR);
            ok = false;
        }
        self.literal(kind, ok);
    }

    fn rune(&mut self) {
        let mut ok = true;
        let mut chars = 0;
        self.bump();
        loop {
            match self.ch() {
                b'\'' => {
                    if ok && chars == 0 {
                        self.error(errors::RUNE_EMPTY);
                        ok = false;
                    } else if ok && chars != 1 {
                        self.error_at(self.start, errors::RUNE_LONG);
                        ok = false;
                    }
                    self.bump();
                    break;
                }
                b'\\' => {
                    self.bump();
                    ok &= self.escape(b'\'');
                }
                b'\n' => {
                    if ok {
                        self.error(errors::RUNE_NEWLINE);
                        ok = false;
                    }
                    break;
                }
                0 => {
                    if ok {
                        self.error_at(self.start, errors::RUNE_END);
                        ok = false;
                    }
                    break;
                }
                _ => self.bump_char(),
            }
            chars += 1;
        }
        self.literal(LitKind::Rune, ok);
    }

    fn string(&mut self) {
        let mut ok = true;
        self.bump();
        loop {
            match self.ch() {
                b'"' => {
                    self.bump();
                    break;
                }
                b'\\' => {
                    self.bump();
                    ok &= self.escape(b'"');
                }
                b'\n' => {
                    self.error(errors::STRING_NEWLINE);
                    ok = false;
                    break;
                }
                0 => {
                    self.error_at(self.start, errors::STRING_END);
                    ok = false;
                    break;
                }
                // Bytes inside a character above ASCII need no care: none of them looks like the above.
                _ => self.bump(),
            }
        }
        self.literal(LitKind::String, ok);
    }

    fn raw_string(&mut self) {
        let mut ok = true;
        self.bump();
        loop {
            match self.ch() {
                b'`' => {
                    self.bump();
                    break;
                }
                0 => {
                    self.error_at(self.start, errors::STRING_END);
                    ok = false;
                    break;
                }
                _ => self.bump(),
            }
        }
        self.literal(LitKind::String, ok);
    }

    /// The rest of an escape, after the backslash; `false` after an error.
    fn escape(&mut self, quote: u8) -> bool {
        let (digits, base, max) = match self.ch() {
            b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'\\' => {
                self.bump();
                return true;
            }
            c if c == quote => {
                self.bump();
                return true;
            }
            b'0'..=b'7' => (3, 8, 255),
            b'x' => {
                self.bump();
                (2, 16, 255)
            }
            b'u' => {
                self.bump();
                (4, 16, u32::from(char::MAX))
            }
            b'U' => {
                self.bump();
                (8, 16, u32::from(char::MAX))
            }
            // The caller complains about the end of the file.
            0 => return true,
            _ => {
                self.error(errors::UNKNOWN_ESCAPE);
                return false;
            }
        };
        let mut value: u32 = 0;
        for _ in 0..digits {
            if self.at_end() {
                return true;
            }
            let Some(digit) = char::from(self.ch()).to_digit(base) else {
                self.error(errors::invalid_in_escape(self.char(), base));
                return false;
            };
            value = value.wrapping_mul(base).wrapping_add(digit);
            self.bump();
        }
        if value > max && base == 8 {
            self.error(errors::octal_escape(value));
            return false;
        }
        if value > max || (0xD800..0xE000).contains(&value) {
            self.error(errors::escape_code_point(value));
            return false;
        }
        true
    }

    /// A comment up to the end of the line, which stays: it may be a semicolon.
    fn line_comment(&mut self) {
        while self.ch() != b'\n' && !self.at_end() {
            self.bump();
        }
        self.comments.push((self.start, self.at));
    }

    /// A comment up to `*/`. If it holds a line end that is a semicolon, it is that token.
    fn full_comment(&mut self, nlsemi: bool) -> bool {
        self.bump();
        let mut lines = false;
        loop {
            match self.ch() {
                b'*' => {
                    self.bump();
                    if self.accept(b'/') {
                        break;
                    }
                }
                0 => {
                    self.error_at(self.start, errors::COMMENT_END);
                    break;
                }
                c => {
                    lines |= c == b'\n';
                    self.bump();
                }
            }
        }
        self.comments.push((self.start, self.at));
        if lines && nlsemi {
            self.semi = Semi::Newline;
            self.tok = Token::Semi;
            return true;
        }
        false
    }
}

/// The index of the first underscore of a number that does not stand between digits. A prefix such as `0x` counts as
/// a digit.
fn invalid_separator(number: &[u8]) -> Option<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Last {
        Digit,
        Separator,
        Other,
    }
    let prefix = if number.len() >= 2 && number[0] == b'0' { number[1] | 0x20 } else { 0 };
    let prefixed = matches!(prefix, b'x' | b'o' | b'b');
    let mut last = if prefixed { Last::Digit } else { Last::Other };
    for (i, &c) in number.iter().enumerate().skip(if prefixed { 2 } else { 0 }) {
        if c == b'_' {
            if last != Last::Digit {
                return Some(i);
            }
            last = Last::Separator;
        } else if c.is_ascii_digit() || prefix == b'x' && c.is_ascii_hexdigit() {
            last = Last::Digit;
        } else {
            if last == Last::Separator {
                return Some(i - 1);
            }
            last = Last::Other;
        }
    }
    (last == Last::Separator).then(|| number.len() - 1)
}
