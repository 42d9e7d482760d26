//! Where a run is to stop: at lines, if a condition holds there.
//!
//! Conditions are Go expressions without calls but `len` and `cap`: `i == 3`, `len(ch) == cap(ch) && !done`, `req.user != ""`. They are
//! read off the goroutine that stands at the line and change nothing.

use crate::bytecode::{Kind, Narrow, Program, RTypeId};
use crate::runtime::{Machine, NONE, frames, narrow_of};

/// A place to stop at.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// The file as messages name it; empty for any.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What has to hold.
    pub condition: Option<Condition>,
}

/// What has to hold at a [`Stop`].
#[derive(Debug, Clone, PartialEq)]
pub struct Condition(Expr);

#[derive(Debug, Clone, PartialEq)]
enum Expr {
    Value(Value),
    /// `a.b.c`.
    Path(Vec<String>),
    Len(Vec<String>),
    Cap(Vec<String>),
    Not(Box<Expr>),
    Minus(Box<Expr>),
    Binary(Op, Box<Expr>, Box<Expr>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Op {
    Or,
    And,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Add,
    Sub,
    Mul,
    Rem,
}

#[derive(Debug, Clone, PartialEq)]
enum Value {
    Int(i128),
    Float(f64),
    Text(String),
    Bool(bool),
    Nil,
}

/// Binary operators by precedence, the loosest first; longer ones before their beginnings.
const LEVELS: [&[(&str, Op)]; 5] = [
    &[("||", Op::Or)],
    &[("&&", Op::And)],
    &[("==", Op::Eq), ("!=", Op::Ne), ("<=", Op::Le), (">=", Op::Ge), ("<", Op::Lt), (">", Op::Gt)],
    &[("+", Op::Add), ("-", Op::Sub)],
    &[("*", Op::Mul), ("%", Op::Rem)],
];

impl Condition {
    /// Reads a condition; an error says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser { rest: text.trim() };
        let expr = parser.binary(0)?;
        match parser.rest {
            "" => Ok(Self(expr)),
            rest => Err(format!("the condition ends before {rest:?}")),
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, token: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn binary(&mut self, level: usize) -> Result<Expr, String> {
        let Some(ops) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        while let Some(&(_, op)) = ops.iter().find(|(token, _)| self.take(token)) {
            let right = self.binary(level + 1)?;
            left = Expr::Binary(op, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expr, String> {
        if self.take("!") {
            return Ok(Expr::Not(Box::new(self.unary()?)));
        }
        if self.take("-") {
            return Ok(Expr::Minus(Box::new(self.unary()?)));
        }
        if self.take("(") {
            let inside = self.binary(0)?;
            return if self.take(")") { Ok(inside) } else { Err("a ) is missing".into()) };
        }
        self.skip();
        let first = self.rest.chars().next().ok_or("the condition ends too soon")?;
        match first {
            '0'..='9' => self.number(),
            '"' | '`' | '\'' => self.quoted(first),
            c if c == '_' || c.is_alphabetic() => self.name(),
            c => Err(format!("a condition cannot have {c:?} there")),
        }
    }

    fn number(&mut self) -> Result<Expr, String> {
        let end =
            self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '_')).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let digits = word.replace('_', "");
        let int = match digits.strip_prefix("0x") {
            Some(hex) => i128::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        };
        let value = int.map(Value::Int).or_else(|| digits.parse().ok().map(Value::Float));
        value.map(Expr::Value).ok_or_else(|| format!("{word} is no number"))
    }

    fn quoted(&mut self, quote: char) -> Result<Expr, String> {
        let mut out = String::new();
        let mut chars = self.rest.char_indices().skip(1);
        while let Some((i, c)) = chars.next() {
            match c {
                c if c == quote => {
                    self.rest = &self.rest[i + 1..];
                    let mut rune = out.chars();
                    return Ok(Expr::Value(match (quote, rune.next(), rune.next()) {
                        ('\'', Some(c), None) => Value::Int(i128::from(u32::from(c))),
                        ('\'', ..) => return Err("a rune is one character".into()),
                        _ => Value::Text(out),
                    }));
                }
                '\\' if quote != '`' => match chars.next().map(|(_, c)| c) {
                    Some('n') => out.push('\n'),
                    Some('t') => out.push('\t'),
                    Some(c @ ('\\' | '"' | '\'')) => out.push(c),
                    _ => return Err("of escapes a condition knows \\n, \\t, \\\\ and quotes".into()),
                },
                c => out.push(c),
            }
        }
        Err(format!("a {quote} is missing"))
    }

    fn word(&mut self) -> Option<String> {
        let end = self.rest.find(|c: char| !(c == '_' || c.is_alphanumeric())).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then(|| word.to_owned())
    }

    fn path(&mut self) -> Result<Vec<String>, String> {
        self.skip();
        let mut path = vec![self.word().ok_or("a name is missing")?];
        while self.rest.starts_with('.') {
            self.rest = &self.rest[1..];
            path.push(self.word().ok_or("a name is missing behind the dot")?);
        }
        Ok(path)
    }

    fn name(&mut self) -> Result<Expr, String> {
        let path = self.path()?;
        if self.take("(") {
            let inside = self.path()?;
            if !self.take(")") {
                return Err("len and cap take one variable here".into());
            }
            return match path[0].as_str() {
                "len" if path.len() == 1 => Ok(Expr::Len(inside)),
                "cap" if path.len() == 1 => Ok(Expr::Cap(inside)),
                _ => Err(format!("{} cannot be called in a condition: only len and cap can", path.join("."))),
            };
        }
        Ok(match path.join(".").as_str() {
            "true" => Expr::Value(Value::Bool(true)),
            "false" => Expr::Value(Value::Bool(false)),
            "nil" => Expr::Value(Value::Nil),
            _ => Expr::Path(path),
        })
    }
}

/// A variable's slots and its type.
struct Held {
    ty: RTypeId,
    slots: Vec<u64>,
}

struct Reader<'m> {
    m: &'m Machine,
}

impl Reader<'_> {
    fn memory(&self, ty: RTypeId, ptr: u64) -> Option<Held> {
        let n = self.m.program.rtypes[ty].slots as usize;
        let narrow = narrow_of(&self.m.program, ty);
        let slots = (0..n.min(512)).map(|i| self.m.heap.peek(ptr, i, narrow)).collect::<Option<_>>()?;
        Some(Held { ty, slots })
    }

    /// The variable of this name that the running goroutine sees.
    fn variable(&self, name: &str) -> Option<Held> {
        let m = self.m;
        let frame = frames(m, m.loaded, 1).into_iter().next()?;
        let func = &m.program.funcs[frame.func?];
        // Of two with one name the inner one, which was declared later.
        let live = func.vars.iter().rev().find(|v| v.name == name && v.from <= m.pc && m.pc < v.to);
        if let Some(v) = live {
            let start = frame.fp + v.reg as usize;
            if v.boxed {
                return self.memory(v.ty, *m.stack.get(start)?);
            }
            let slots = m.stack.get(start..start + m.program.rtypes[v.ty].slots as usize)?;
            return Some(Held { ty: v.ty, slots: slots.to_vec() });
        }
        if let Some(c) = func.captures.iter().find(|c| c.name == name) {
            let closure = *m.stack.get(frame.fp + func.params as usize)?;
            let peek = |i: u32| m.heap.peek(closure, (c.at + i) as usize, Narrow::U32);
            if c.by_ref {
                return self.memory(c.ty, peek(0)?);
            }
            let slots = (0..m.program.rtypes[c.ty].slots).map(peek).collect::<Option<_>>()?;
            return Some(Held { ty: c.ty, slots });
        }
        let global = m.program.global_infos.iter().find(|g| is_global(&g.name, name));
        global.and_then(|g| self.memory(g.ty, g.ptr))
    }

    /// Through pointers to what is there.
    fn target(&self, mut held: Held) -> Option<Held> {
        while self.m.program.rtypes[held.ty].kind == Kind::Pointer {
            let elem = self.m.program.rtypes[held.ty].elem;
            held = self.memory(elem, *held.slots.first().filter(|p| **p != 0)?)?;
        }
        Some(held)
    }

    fn path(&self, path: &[String]) -> Option<Held> {
        let mut held = self.variable(path.first()?)?;
        for name in &path[1..] {
            held = self.target(held)?;
            let rtype = &self.m.program.rtypes[held.ty];
            let field = rtype.fields.iter().find(|f| f.name == *name)?;
            let (at, n) = (field.offset as usize, self.m.program.rtypes[field.ty].slots as usize);
            held = Held { ty: field.ty, slots: held.slots.get(at..at + n)?.to_vec() };
        }
        Some(held)
    }

    fn text(&self, slots: &[u64]) -> Option<String> {
        let bytes = self.m.heap.peek_bytes(*slots.first()?, *slots.get(1)? as usize)?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    fn value(&self, held: &Held) -> Option<Value> {
        let rtype = &self.m.program.rtypes[held.ty];
        let first = *held.slots.first()?;
        Some(match rtype.kind {
            Kind::Bool => Value::Bool(first != 0),
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => Value::Int(i128::from(first as i64)),
            Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr => {
                Value::Int(i128::from(first))
            }
            Kind::Float64 => Value::Float(f64::from_bits(first)),
            Kind::Float32 => Value::Float(f64::from(f32::from_bits(first as u32))),
            Kind::String => Value::Text(self.text(&held.slots)?),
            Kind::Pointer | Kind::Chan | Kind::Map | Kind::Func | Kind::Slice | Kind::UnsafePointer if first == 0 => {
                Value::Nil
            }
            Kind::Interface if first == 0 => Value::Nil,
            Kind::Interface => {
                let ty = RTypeId(first as u32);
                let inner = self.m.program.rtypes.get(ty).filter(|t| t.kind != Kind::Interface)?;
                let second = *held.slots.get(1)?;
                let held = if inner.is_direct() { Held { ty, slots: vec![second] } } else { self.memory(ty, second)? };
                return self.value(&held);
            }
            // Neither nil nor something to compare with a constant.
            _ => return None,
        })
    }

    fn length(&self, held: Held, cap: bool) -> Option<i128> {
        let held = self.target(held)?;
        let m = self.m;
        let rtype = &m.program.rtypes[held.ty];
        let first = *held.slots.first()?;
        let native = || m.heap.peek(first, 0, Narrow::U32).map(|i| i as usize);
        Some(match (rtype.kind, cap) {
            (Kind::String, false) | (Kind::Slice, false) => i128::from(*held.slots.get(1)?),
            (Kind::Slice, true) => i128::from(*held.slots.get(2)?),
            (Kind::Array, _) => i128::from(rtype.len),
            (Kind::Chan | Kind::Map, _) if first == 0 => 0,
            (Kind::Chan, false) => m.chans.get(native()?)?.buffered().count() as i128,
            (Kind::Chan, true) => m.chans.get(native()?)?.cap as i128,
            (Kind::Map, false) => m.maps.get(native()?)?.len() as i128,
            _ => return None,
        })
    }

    fn eval(&self, expr: &Expr) -> Option<Value> {
        Some(match expr {
            Expr::Value(value) => value.clone(),
            Expr::Path(path) => self.value(&self.path(path)?)?,
            Expr::Len(path) => Value::Int(self.length(self.path(path)?, false)?),
            Expr::Cap(path) => Value::Int(self.length(self.path(path)?, true)?),
            Expr::Not(inner) => match self.eval(inner)? {
                Value::Bool(b) => Value::Bool(!b),
                _ => return None,
            },
            Expr::Minus(inner) => match self.eval(inner)? {
                Value::Int(n) => Value::Int(-n),
                Value::Float(x) => Value::Float(-x),
                _ => return None,
            },
            Expr::Binary(Op::And, a, b) => match self.eval(a)? {
                Value::Bool(true) => self.eval(b)?,
                other => other,
            },
            Expr::Binary(Op::Or, a, b) => match self.eval(a)? {
                Value::Bool(false) => self.eval(b)?,
                other => other,
            },
            // What is no constant and not nil differs from nil.
            Expr::Binary(op @ (Op::Eq | Op::Ne), a, b) if [a, b].iter().any(|e| ***e == Expr::Value(Value::Nil)) => {
                let nil = match (&**a, &**b) {
                    (Expr::Path(path), _) | (_, Expr::Path(path)) => self.value(&self.path(path)?) == Some(Value::Nil),
                    _ => return None,
                };
                Value::Bool(nil == (*op == Op::Eq))
            }
            Expr::Binary(op, a, b) => binary(*op, &self.eval(a)?, &self.eval(b)?)?,
        })
    }
}

fn binary(op: Op, a: &Value, b: &Value) -> Option<Value> {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let order = match (a, b) {
        (Value::Int(a), Value::Int(b)) => match op {
            Op::Add => return Some(Value::Int(a.checked_add(*b)?)),
            Op::Sub => return Some(Value::Int(a.checked_sub(*b)?)),
            Op::Mul => return Some(Value::Int(a.checked_mul(*b)?)),
            Op::Rem => return Some(Value::Int(a.checked_rem(*b)?)),
            _ => Some(a.cmp(b)),
        },
        (Value::Text(a), Value::Text(b)) => match op {
            Op::Add => return Some(Value::Text(format!("{a}{b}"))),
            _ => Some(a.cmp(b)),
        },
        (Value::Float(_) | Value::Int(_), Value::Float(_) | Value::Int(_)) => {
            let float = |v: &Value| match v {
                Value::Int(n) => *n as f64,
                Value::Float(x) => *x,
                _ => f64::NAN,
            };
            let (a, b) = (float(a), float(b));
            match op {
                Op::Add => return Some(Value::Float(a + b)),
                Op::Sub => return Some(Value::Float(a - b)),
                Op::Mul => return Some(Value::Float(a * b)),
                Op::Rem => return None,
                _ => a.partial_cmp(&b),
            }
        }
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)).filter(|_| matches!(op, Op::Eq | Op::Ne)),
        _ => return None,
    };
    Some(Value::Bool(match op {
        Op::Eq => order == Some(Equal),
        Op::Ne => order != Some(Equal),
        Op::Lt => order == Some(Less),
        Op::Le => matches!(order, Some(Less | Equal)),
        Op::Gt => order == Some(Greater),
        Op::Ge => matches!(order, Some(Greater | Equal)),
        Op::And | Op::Or | Op::Add | Op::Sub | Op::Mul | Op::Rem => return None,
    }))
}

/// Places to stop at in a program.
#[derive(Debug, Clone, Default)]
pub struct Stops {
    /// Instructions at which statements of those lines start, sorted, with the numbers of the places.
    at: Vec<(u32, u32)>,
    stops: Vec<Stop>,
}

/// Whether a run stands at a place to stop at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stood {
    /// It does not.
    No,
    /// It does.
    Here,
    /// It stands at such a line, and what has to hold there cannot be worked out: it goes through a nil pointer, or compares what
    /// cannot be compared.
    Unclear(u32),
}

impl Stops {
    /// These places, found in a program; and what is wrong with some of them, by line: nothing runs there, or a name in the condition
    /// is not seen from there.
    pub(super) fn new(program: &Program, stops: Vec<Stop>) -> (Self, Vec<(u32, String)>) {
        let mut at = Vec::new();
        for (pc, line) in program.lines.iter().enumerate().filter(|(_, l)| l.stmt && !stops.is_empty()) {
            let Some((file, place)) = program.sources.locate(line.pos) else { continue };
            let of = |stop: &Stop| stop.line == place.line && (stop.file.is_empty() || stop.file == file);
            let here = stops.iter().enumerate().filter(|(_, stop)| of(stop));
            at.extend(here.map(|(i, _)| (pc as u32, i as u32)));
        }
        let mut bad = Vec::new();
        for (i, stop) in stops.iter().enumerate() {
            let mut places = at.iter().filter(|a| a.1 == i as u32).map(|a| a.0).peekable();
            if places.peek().is_none() {
                bad.push((stop.line, "nothing on this line is ever run".to_owned()));
                continue;
            }
            let mut names = Vec::new();
            if let Some(Condition(expr)) = &stop.condition {
                expr.names(&mut names);
            }
            let unseen = |name: &&str| !places.clone().any(|pc| sees(program, pc, name));
            if let Some(name) = names.into_iter().find(unseen) {
                bad.push((stop.line, format!("no variable {name} is seen from this line")));
            }
        }
        (Self { at, stops }, bad)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    /// Where the machine stands.
    pub(super) fn stand(&self, m: &Machine) -> Stood {
        let first = self.at.partition_point(|a| a.0 < m.pc);
        if m.loaded == NONE || self.at.get(first).is_none_or(|a| a.0 != m.pc) {
            return Stood::No;
        }
        let mut stood = Stood::No;
        for stop in self.at[first..].iter().take_while(|a| a.0 == m.pc).map(|a| &self.stops[a.1 as usize]) {
            match stop.condition.as_ref().map(|c| Reader { m }.eval(&c.0)) {
                None | Some(Some(Value::Bool(true))) => return Stood::Here,
                Some(Some(Value::Bool(false))) => {}
                Some(_) => stood = Stood::Unclear(stop.line),
            }
        }
        stood
    }
}

impl Expr {
    /// The variables it starts from.
    fn names<'e>(&'e self, out: &mut Vec<&'e str>) {
        match self {
            Expr::Value(_) => {}
            Expr::Path(path) | Expr::Len(path) | Expr::Cap(path) => out.extend(path.first().map(String::as_str)),
            Expr::Not(inner) | Expr::Minus(inner) => inner.names(out),
            Expr::Binary(_, a, b) => {
                a.names(out);
                b.names(out);
            }
        }
    }
}

/// Whether a variable of this name is seen from an instruction.
fn sees(program: &Program, pc: u32, name: &str) -> bool {
    let func = program.func_at(pc).map(|f| &program.funcs[f]);
    func.is_some_and(|f| {
        f.vars.iter().any(|v| v.name == name && v.from <= pc && pc < v.to) || f.captures.iter().any(|c| c.name == name)
    }) || program.global_infos.iter().any(|g| is_global(&g.name, name))
}

/// Whether a package-level variable is meant.
fn is_global(global: &str, name: &str) -> bool {
    global == name || global.strip_prefix("main.") == Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_as_go_reads_them() {
        let show = |text: &str| Condition::parse(text).map(|c| format!("{:?}", c.0));
        assert_eq!(show("a || b && c"), show("a || (b && c)"));
        assert_eq!(show("1 + 2 * 3 == 7"), show("(1 + (2 * 3)) == 7"));
        assert_eq!(show("len(ch)==cap(ch)"), show(" len( ch ) == cap(ch) "));
        for (bad, why) in [
            ("", "ends too soon"),
            ("a ==", "ends too soon"),
            ("f(x)", "only len and cap"),
            ("a b", "ends before"),
            ("\"x", "missing"),
            ("(a", "missing"),
            ("a[0]", "ends before"),
            ("1x", "no number"),
        ] {
            assert!(show(bad).is_err_and(|e| e.contains(why)), "{bad}: {:?}", show(bad));
        }
    }
}
