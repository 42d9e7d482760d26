//! Formats taken apart. Follows x/tools' `internal/fmtstr`.

use super::messages;
use std::ops::Range;

/// One operation: from `%` to the verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Operation {
    /// All of it.
    pub(super) text: String,
    /// Where it is in the format.
    pub(super) range: Range<usize>,
    pub(super) flags: String,
    /// The argument that gives the width.
    pub(super) width: Option<usize>,
    /// The argument that gives the precision.
    pub(super) precision: Option<usize>,
    pub(super) verb: char,
    /// The argument of the verb.
    pub(super) arg: usize,
    /// Whether an argument is named by its index.
    pub(super) indexed: bool,
}

/// The operations of a format that is argument `index` of its call. Indices are those of arguments of the call.
pub(super) fn parse(format: &[u8], index: usize) -> Result<Vec<Operation>, String> {
    let first = index + 1;
    let mut next = first;
    let mut operations = Vec::new();
    let mut at = 0;
    while let Some(i) = format[at..].iter().position(|&b| b == b'%') {
        at += i;
        let mut parser = Parser { text: &format[at..], at: 1, first, arg: next, pending: false, indexed: false };
        let mut op = parser.operation()?;
        op.range = at..at + parser.at;
        if op.verb != '%' {
            next = op.arg + 1;
        }
        at += parser.at;
        operations.push(op);
    }
    Ok(operations)
}

struct Parser<'a> {
    /// From the `%` on.
    text: &'a [u8],
    at: usize,
    /// The first argument after the format.
    first: usize,
    /// The argument that comes next.
    arg: usize,
    /// An index was read that nothing has used yet.
    pending: bool,
    indexed: bool,
}

impl Parser<'_> {
    fn shown(&self) -> String {
        String::from_utf8_lossy(self.text).into_owned()
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn operation(&mut self) -> Result<Operation, String> {
        let flags =
            self.text[1..].iter().take_while(|b| b"#0+- ".contains(b)).map(|&b| char::from(b)).collect::<String>();
        self.at += flags.len();
        self.index()?;
        let width = self.size();
        let mut precision = None;
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.index()?;
            precision = self.size();
        }
        if !self.pending {
            self.index()?;
        }
        if self.at >= self.text.len() {
            return Err(messages::missing_verb(self.shown()));
        }
        self.indexed |= self.pending;
        let rest = &self.text[self.at..];
        // Go decodes a byte that is no UTF-8 as the replacement character.
        let len = (1..=rest.len().min(4)).find(|&n| std::str::from_utf8(&rest[..n]).is_ok()).unwrap_or(1);
        let verb = std::str::from_utf8(&rest[..len]).ok().and_then(|s| s.chars().next());
        self.at += len;
        let text = String::from_utf8_lossy(&self.text[..self.at]).into_owned();
        let verb = verb.unwrap_or(char::REPLACEMENT_CHARACTER);
        Ok(Operation { text, range: 0..0, flags, width, precision, verb, arg: self.arg, indexed: self.indexed })
    }

    /// `[3]`
    fn index(&mut self) -> Result<(), String> {
        if self.peek() != Some(b'[') {
            return Ok(());
        }
        self.at += 1;
        let start = self.at;
        let digits = self.text[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        let end = start + digits;
        let mut ok = digits > 0 && self.text.get(end) == Some(&b']');
        self.at = end;
        if !ok {
            let Some(close) = self.text[start..].iter().position(|&b| b == b']') else {
                return Err(messages::missing_bracket(self.shown()));
            };
            self.at = start + close;
        }
        let text = String::from_utf8_lossy(&self.text[start..self.at]).into_owned();
        let number = text.parse::<i32>().ok().filter(|&n| n > 0);
        ok &= number.is_some();
        match number {
            Some(n) if ok => self.arg = self.first - 1 + n as usize,
            _ => return Err(messages::invalid_argument_index(text)),
        }
        self.at += 1;
        self.pending = true;
        Ok(())
    }

    /// A width or precision: skips a number, gives the argument of `*`.
    fn size(&mut self) -> Option<usize> {
        if self.peek() != Some(b'*') {
            let digits = self.text[self.at..].iter().take_while(|b| b.is_ascii_digit()).count();
            self.at += digits;
            return None;
        }
        self.at += 1;
        self.indexed |= self.pending;
        self.pending = false;
        self.arg += 1;
        Some(self.arg - 1)
    }
}
