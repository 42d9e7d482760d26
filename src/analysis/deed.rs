//! What the machine does for a statement, one instruction after another, in words: `counter++` reads `counter`, computes `counter + 1`
//! and writes `counter`.
//!
//! It reads the code alone and knows no run: expressions stand for what registers hold, as far as the statement says it.

use crate::bytecode::{Func, Instr, Kind, Program, RTypeId};
use rustc_hash::FxHashMap;

/// What kind of thing is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeedKind {
    /// Memory that others may see is read.
    Read,
    /// It is written.
    Write,
    /// Something that is nobody else's business.
    Own,
}

/// What one instruction does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The instruction.
    pub pc: u32,
    /// Its kind.
    pub kind: DeedKind,
    /// What the source calls the memory, for reads and writes.
    pub place: Option<String>,
    /// In words, without who does it: `reads counter`.
    pub words: String,
    /// The register that has the result, or the value to write, and its type, if that is known.
    pub value: Option<(u8, RTypeId)>,
}

/// An expression in a register.
#[derive(Debug, Clone)]
struct Held {
    text: String,
    ty: Option<RTypeId>,
    /// It is a pointer to what the text says, whose type this is.
    points: bool,
}

/// What is not known by a name.
const UNKNOWN: &str = "a value";

struct Reader<'p> {
    program: &'p Program,
    func: &'p Func,
    pc: u32,
    held: FxHashMap<u8, Held>,
    out: Vec<Deed>,
}

/// The statement that the instruction `pc` belongs to: its first instruction, and the one behind its last.
fn statement(program: &Program, pc: u32) -> Option<(u32, u32)> {
    let func = &program.funcs[program.func_at(pc)?];
    let starts = |at: &u32| program.lines.get(*at as usize).is_some_and(|l| l.stmt);
    let from = (func.entry..=pc).rev().find(starts).unwrap_or(func.entry);
    let to = (pc + 1..func.end).find(starts).unwrap_or(func.end);
    Some((from, to))
}

/// What is done for the statement that the instruction `pc` belongs to. What only moves values between registers is left out.
pub fn deeds(program: &Program, pc: u32) -> Vec<Deed> {
    let Some((from, to)) = statement(program, pc) else { return Vec::new() };
    let Some(func) = program.func_at(pc).map(|f| &program.funcs[f]) else { return Vec::new() };
    let mut reader = Reader { program, func, pc: from, held: FxHashMap::default(), out: Vec::new() };
    for at in from..to {
        reader.pc = at;
        reader.read(program.code[at as usize]);
    }
    reader.out
}

/// What the source calls the memory that an instruction touches, if the statement says it.
pub(super) fn place_of(program: &Program, pc: u32) -> Option<String> {
    let place = deeds(program, pc).into_iter().find(|d| d.pc == pc)?.place?;
    // Without a name it is no help.
    (!place.contains(UNKNOWN)).then_some(place)
}

impl Reader<'_> {
    /// The variable in a register.
    fn variable(&self, reg: u8) -> Option<Held> {
        let here = |v: &&crate::bytecode::VarInfo| v.reg == reg && (v.from..v.to).contains(&self.pc);
        let var = self.func.vars.iter().rev().find(here)?;
        Some(Held { text: var.name.clone(), ty: Some(var.ty), points: var.boxed })
    }

    fn of(&self, reg: u8) -> Held {
        let known = self.held.get(&reg).cloned().or_else(|| self.variable(reg));
        known.unwrap_or_else(|| Held { text: UNKNOWN.into(), ty: None, points: false })
    }

    fn text(&self, reg: u8) -> String {
        self.of(reg).text
    }

    fn set(&mut self, reg: u8, text: String, ty: Option<RTypeId>) {
        self.held.insert(reg, Held { text, ty, points: false });
    }

    fn did(&mut self, words: String) {
        self.out.push(Deed { pc: self.pc, kind: DeedKind::Own, place: None, words, value: None });
    }

    fn touch(&mut self, write: bool, place: String, ty: Option<RTypeId>, reg: u8) {
        let (kind, deed) = if write { (DeedKind::Write, "writes") } else { (DeedKind::Read, "reads") };
        let words = if write { format!("{deed} {} to {place}", self.text(reg)) } else { format!("{deed} {place}") };
        let value = ty.filter(|&t| self.program.rtypes[t].slots == 1).map(|t| (reg, t));
        self.out.push(Deed { pc: self.pc, kind, place: Some(place.clone()), words, value });
        if !write {
            self.set(reg, place, ty);
        }
    }

    /// Whether the register's value stays in the function.
    fn compute(&mut self, reg: u8, text: String, ty: Option<RTypeId>) {
        let named = self.func.vars.iter().any(|v| v.reg == reg && !v.boxed && (v.from..v.to).contains(&(self.pc + 1)));
        let words = match self.variable(reg).filter(|_| named) {
            Some(var) => format!("sets {} to {text}", var.text),
            None => format!("computes {text}"),
        };
        self.out.push(Deed { pc: self.pc, kind: DeedKind::Own, place: None, words, value: ty.map(|t| (reg, t)) });
        self.set(reg, text, ty);
    }

    fn binary(&mut self, a: u8, left: u8, op: &str, right: String) {
        let ty = self.of(left).ty;
        let text = format!("{} {op} {right}", self.text(left));
        self.compute(a, text, ty);
    }

    /// What lies `off` slots behind the pointer in a register: its name and type.
    fn behind(&self, reg: u8, off: u32) -> (String, Option<RTypeId>) {
        let base = self.of(reg);
        let Some(ty) = base.ty else { return (format!("what {} points to", base.text), None) };
        let rtype = &self.program.rtypes[ty];
        if base.points {
            return self.part(base.text, ty, off);
        }
        if rtype.kind == Kind::Pointer {
            let held = rtype.elem;
            let is_struct = self.program.rtypes.get(held).is_some_and(|t| t.kind == Kind::Struct);
            let name = if is_struct { base.text } else { format!("*{}", base.text) };
            return self.part(name, held, off);
        }
        (base.text, None)
    }

    /// The field or element of `name` at slot `off`.
    fn part(&self, name: String, ty: RTypeId, off: u32) -> (String, Option<RTypeId>) {
        let Some(rtype) = self.program.rtypes.get(ty) else { return (name, None) };
        match rtype.kind {
            Kind::Struct => match rtype.fields.iter().rev().find(|f| f.offset <= off) {
                Some(f) => self.part(format!("{name}.{}", f.name), f.ty, off - f.offset),
                None => (name, Some(ty)),
            },
            Kind::Array => {
                let step = self.program.rtypes.get(rtype.elem).map_or(1, |t| t.slots.max(1));
                self.part(format!("{name}[{}]", off / step), rtype.elem, off % step)
            }
            _ => (name, Some(ty)),
        }
    }

    /// An element of what is in a register.
    fn element(&self, reg: u8, index: u8) -> (String, Option<RTypeId>) {
        let base = self.of(reg);
        let elem = base.ty.map(|t| &self.program.rtypes[t]).map(|t| t.elem);
        (format!("{}[{}]", base.text, self.text(index)), elem.filter(|&e| self.program.rtypes.get(e).is_some()))
    }

    fn global(&self, at: u32) -> (String, Option<RTypeId>) {
        let slots = |g: &crate::bytecode::GlobalInfo| self.program.rtypes[g.ty].slots;
        let found = self.program.global_infos.iter().find(|g| {
            let from = g.ptr as u32;
            g.ptr >> 32 == crate::bytecode::GLOBALS && (from..from + slots(g)).contains(&at)
        });
        match found {
            Some(g) => self.part(g.name.clone(), g.ty, at - g.ptr as u32),
            None => ("a package-level variable of the library".into(), None),
        }
    }

    fn captured(&self, at: i32) -> Option<(String, RTypeId)> {
        self.func.captures.iter().find(|c| c.at as i32 == at).map(|c| (c.name.clone(), c.ty))
    }

    fn copy(&mut self, a: u8, b: u8) {
        let held = self.of(b);
        let becomes = |v: &crate::bytecode::VarInfo| v.reg == a && !v.boxed && (v.from..v.to).contains(&(self.pc + 1));
        let var = self.func.vars.iter().rev().find(|v| becomes(v)).map(|v| v.name.clone());
        if let Some(name) = var.filter(|n| *n != held.text) {
            self.did(format!("sets {name} to {}", held.text));
        }
        self.held.insert(a, held);
    }

    fn jump(&mut self, left: u8, op: &str, right: String) {
        let words = format!("compares {} {op} {right}", self.text(left));
        self.did(words);
    }

    fn read(&mut self, instr: Instr) {
        use Instr as I;
        let slot = |m: i32| m.max(0) as u32;
        match instr {
            I::Ld { a, b, m } | I::LdX { a, b, m, .. } | I::LdN { a, b, m, .. } => {
                let (place, ty) = self.behind(b, slot(m));
                self.touch(false, place, ty, a);
            }
            I::LdNX { a, b, m, .. } => {
                let (place, ty) = self.behind(b, slot(m >> 3));
                self.touch(false, place, ty, a);
            }
            I::St { a, b, m } | I::StX { a, b, m, .. } | I::StN { a, b, m, .. } => {
                let (place, ty) = self.behind(a, slot(m));
                self.touch(true, place, ty, b);
            }
            I::StNX { a, b, m, .. } => {
                let (place, ty) = self.behind(a, slot(m >> 3));
                self.touch(true, place, ty, b);
            }
            I::LdG { a, m } | I::LdGN { a, m, .. } => {
                let (place, ty) = self.global(slot(m));
                self.touch(false, place, ty, a);
            }
            I::StG { a, m } | I::StGN { a, m, .. } => {
                let (place, ty) = self.global(slot(m));
                self.touch(true, place, ty, a);
            }
            I::LdCapRef { a, m, .. } => {
                if let Some((name, ty)) = self.captured(m) {
                    self.touch(false, name, Some(ty), a);
                }
            }
            I::StCapRef { b, m, .. } => {
                if let Some((name, ty)) = self.captured(m) {
                    self.touch(true, name, Some(ty), b);
                }
            }
            I::LdCap { a, m, .. } => {
                let by_ref = self.func.captures.iter().any(|c| c.at as i32 == m && c.by_ref);
                match self.captured(m) {
                    Some((text, ty)) => _ = self.held.insert(a, Held { text, ty: Some(ty), points: by_ref }),
                    None => _ = self.held.remove(&a),
                }
            }
            I::LdIdx { a, b, c } | I::LdIdx8 { a, b, c } | I::LdIdxX { a, b, c, .. } | I::LdArr { a, b, c, .. } => {
                let (place, ty) = self.element(b, c);
                self.touch(false, place, ty, a);
            }
            I::StIdx { a, b, c } | I::StIdx8 { a, b, c } | I::StIdxX { a, b, c, .. } | I::StArr { a, b, c, .. } => {
                let (place, ty) = self.element(a, b);
                self.touch(true, place, ty, c);
            }
            I::LdIdxF { a, b, c, m } => {
                let (place, ty) = self.field_of_element(b, c, m);
                self.touch(false, place, ty, a);
            }
            I::StIdxF { a, b, c, m } => {
                let (place, ty) = self.field_of_element(a, b, m);
                self.touch(true, place, ty, c);
            }
            I::LdIdxIdx { a, b, c, m } => {
                let place = format!("{}[{}][{}]", self.text(b), self.text(c), self.text(m as u8));
                self.touch(false, place, None, a);
            }
            I::MapGet { a, b, c, .. } | I::MapGet2 { a, b, c, .. } => {
                let (place, ty) = self.element(b, c);
                self.touch(false, place, ty, a);
            }
            I::MapSet { a, b, c, .. } => {
                let (place, ty) = self.element(a, b);
                self.touch(true, place, ty, c);
            }
            I::MapDelete { a, b, .. } => {
                let place = self.element(a, b).0;
                let words = format!("deletes {place}");
                self.out.push(Deed { pc: self.pc, kind: DeedKind::Write, place: Some(place), words, value: None });
            }
            I::MapLen { a, b } => {
                let text = format!("len({})", self.text(b));
                self.touch(false, text, None, a);
            }
            I::Mov { a, b } | I::Mov2 { a, b } | I::Mov3 { a, b } | I::MovN { a, b, .. } => self.copy(a, b),
            I::Lea { a, b, m } => {
                let (text, ty) = self.behind(b, slot(m));
                self.held.insert(a, Held { text, ty, points: true });
            }
            I::LeaIdx { a, b, c, .. } | I::LeaArr { a, b, c, .. } => {
                let (text, ty) = self.element(b, c);
                self.held.insert(a, Held { text, ty, points: true });
            }
            I::LdI { a, m } => self.set(a, m.to_string(), None),
            I::LdK { a, .. } => self.set(a, "a constant".into(), None),
            I::LdStr { a, m } => {
                let text = format!("{:?}", String::from_utf8_lossy(&self.program.strings[m as usize]));
                self.set(a, text, None);
            }
            I::AddK { a, b, m } if m < 0 => self.binary(a, b, "-", m.unsigned_abs().to_string()),
            I::AddK { a, b, m } => self.binary(a, b, "+", m.to_string()),
            I::MulK { a, b, m } => self.binary(a, b, "*", m.to_string()),
            I::DivK { a, b, m } => self.binary(a, b, "/", m.to_string()),
            I::RemK { a, b, m } => self.binary(a, b, "%", m.to_string()),
            I::AndK { a, b, m } => self.binary(a, b, "&", m.to_string()),
            I::ShlK { a, b, m } => self.binary(a, b, "<<", m.to_string()),
            I::ShrK { a, b, m } | I::ShrUK { a, b, m } => self.binary(a, b, ">>", m.to_string()),
            I::Add { a, b, c } | I::AddF { a, b, c } | I::Concat { a, b, c } => self.two(a, b, "+", c),
            I::Sub { a, b, c } | I::SubF { a, b, c } => self.two(a, b, "-", c),
            I::Mul { a, b, c } | I::MulF { a, b, c } => self.two(a, b, "*", c),
            I::Div { a, b, c } | I::DivU { a, b, c } | I::DivF { a, b, c } => self.two(a, b, "/", c),
            I::Rem { a, b, c } | I::RemU { a, b, c } => self.two(a, b, "%", c),
            I::And { a, b, c } => self.two(a, b, "&", c),
            I::Or { a, b, c } => self.two(a, b, "|", c),
            I::Xor { a, b, c } => self.two(a, b, "^", c),
            I::EqI { a, b, c } | I::EqF { a, b, c } | I::EqS { a, b, c } | I::EqT { a, b, c, .. } => {
                self.two(a, b, "==", c)
            }
            I::NeI { a, b, c } => self.two(a, b, "!=", c),
            I::LtI { a, b, c } | I::LtU { a, b, c } | I::LtF { a, b, c } | I::LtS { a, b, c } => self.two(a, b, "<", c),
            I::LeI { a, b, c } | I::LeU { a, b, c } | I::LeF { a, b, c } | I::LeS { a, b, c } => {
                self.two(a, b, "<=", c)
            }
            I::JEq { a, b, .. } => self.jump(a, "==", self.text(b)),
            I::JNe { a, b, .. } => self.jump(a, "!=", self.text(b)),
            I::JLt { a, b, .. } | I::JLtU { a, b, .. } | I::JLtF { a, b, .. } | I::JNLtF { a, b, .. } => {
                self.jump(a, "<", self.text(b));
            }
            I::JLe { a, b, .. } | I::JLeU { a, b, .. } | I::JLeF { a, b, .. } | I::JNLeF { a, b, .. } => {
                self.jump(a, "<=", self.text(b));
            }
            I::JEqK { a, k, .. } => self.jump(a, "==", k.to_string()),
            I::JNeK { a, k, .. } => self.jump(a, "!=", k.to_string()),
            I::JLtK { a, k, .. } => self.jump(a, "<", k.to_string()),
            I::JLeK { a, k, .. } => self.jump(a, "<=", k.to_string()),
            I::JGtK { a, k, .. } => self.jump(a, ">", k.to_string()),
            I::JGeK { a, k, .. } => self.jump(a, ">=", k.to_string()),
            I::JT { a, .. } | I::JF { a, .. } => {
                let words = format!("tests {}", self.text(a));
                self.did(words);
            }
            I::IncJLt { a, b, .. } | I::IncJLe { a, b, .. } => {
                let words = format!("counts {} on and compares it with {}", self.text(a), self.text(b));
                self.did(words);
            }
            I::IncJLtK { a, k, .. } => {
                let words = format!("counts {} on and compares it with {k}", self.text(a));
                self.did(words);
            }
            I::Call { a, m } => {
                let name = self.program.func_at(m as u32).map(|f| self.program.funcs[f].name.clone());
                self.called(a, name);
            }
            I::CallN { a, m } | I::Lock { a, m } | I::Unlock { a, m } => {
                let name = self.program.natives.as_slice().get(m as usize).cloned();
                self.called(a, name);
            }
            I::CallC { a, .. } => self.called(a, None),
            I::CallI { a, b, m } => {
                let method = self.program.sites.get(m as usize).map(|s| self.program.methods[s.method].clone());
                let name = method.map(|n| format!("{}.{n}", self.text(b)));
                self.called(a, name);
            }
            I::Send { a, b, .. } => {
                let words = format!("sends {} into {}", self.text(b), self.text(a));
                self.did(words);
            }
            I::Recv { a, b, .. } => {
                let text = format!("<-{}", self.text(b));
                let words = format!("receives from {}", self.text(b));
                self.did(words);
                self.set(a, text, None);
            }
            I::Close { a } => {
                let words = format!("closes {}", self.text(a));
                self.did(words);
            }
            I::Select { .. } => self.did("chooses a case of the select".into()),
            I::Go { .. } => self.did("starts a goroutine".into()),
            I::Defer { .. } | I::DeferAt { .. } => self.did("puts a call off to the end of the function".into()),
            I::RunDefers {} => self.did("runs the deferred calls".into()),
            I::Ret {} | I::Ret1 { .. } => self.did("returns".into()),
            I::Panic { .. } => self.did("panics".into()),
            I::MakeChan { a, .. } => self.made(a, "a channel"),
            I::MakeMap { a, .. } => self.made(a, "a map"),
            I::MakeSlice { a, .. } => self.made(a, "a slice"),
            I::Closure { a, .. } => self.made(a, "a closure"),
            I::Append { a, .. } | I::AppendSlice { a, .. } | I::AppendStr { a, .. } | I::AppendZero { a, .. } => {
                let words = format!("appends to {}", self.text(a));
                self.did(words);
            }
            // The rest only prepares what comes; what its register held is not there any more.
            other => {
                let first = other.operands().into_iter().find(|o| o.0 == "a").map(|o| o.1 as u8);
                if let Some(reg) = first {
                    self.held.remove(&reg);
                }
            }
        }
    }

    fn two(&mut self, a: u8, b: u8, op: &str, c: u8) {
        let right = self.text(c);
        self.binary(a, b, op, right);
    }

    fn made(&mut self, a: u8, what: &str) {
        self.did(format!("makes {what}"));
        self.set(a, what.to_owned(), None);
    }

    fn called(&mut self, a: u8, name: Option<String>) {
        let name =
            name.map_or_else(|| "a function value".to_owned(), |n| n.strip_prefix("main.").unwrap_or(&n).to_owned());
        self.did(format!("calls {name}"));
        self.set(a, format!("the result of {name}"), None);
    }

    fn field_of_element(&self, reg: u8, index: u8, m: i32) -> (String, Option<RTypeId>) {
        let (name, ty) = self.element(reg, index);
        match ty {
            Some(ty) => self.part(name, ty, (m & 0xffff) as u32),
            None => (name, None),
        }
    }
}
