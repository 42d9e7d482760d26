//! Data races in sentences.

use super::place::{self, Stack};
use super::{Finding, Kind};
use crate::bytecode::{Func, Instr, Kind as Type, Program, RTypeId};
use crate::runtime::{Access, Machine, Race, ptr_id, ptr_off};

/// The races of a run; stacks come later ([`told`]).
pub(super) fn findings(m: &Machine, out: &mut Vec<Finding>) {
    for race in m.exploration.iter().flat_map(|x| &x.race.found) {
        out.push(told(m, race, &Vec::new(), &Vec::new()));
    }
}

fn deed(a: Access) -> &'static str {
    match (a.atomic, a.write) {
        (false, false) => "reads",
        (false, true) => "writes",
        (true, false) => "atomically reads",
        (true, true) => "atomically writes",
    }
}

/// The same lines, the same race.
pub fn key(m: &Machine, race: &Race) -> (u32, u32) {
    let lines = [race.first.pc, race.second.pc].map(|pc| place::line_id(m, pc));
    (lines[0].min(lines[1]), lines[0].max(lines[1]))
}

/// A race as a finding, with the stacks of both accesses if they are known.
pub fn told(m: &Machine, race: &Race, first: &Stack, second: &Stack) -> Finding {
    let place = |a: Access, stack: &Stack| {
        // It was made before the instruction or while that ran.
        let mut stack = stack.clone();
        if let Some(top) = stack.first_mut() {
            top.0 = a.pc;
        }
        let stack = &stack;
        let mut place = if stack.is_empty() {
            place::of_pc(m, a.pc, a.goid, deed(a))
        } else {
            place::of_stack(m, stack, a.goid, deed(a))
        };
        if place.line == 0 {
            place = place::of_pc(m, a.pc, a.goid, deed(a));
        }
        place
    };
    // The write is what matters most.
    let (a, b) = (place(race.first, first), place(race.second, second));
    let line = |pc: u32| place::line_text(m, pc).map_or(String::new(), |l| format!(" in `{l}`"));
    let named = |pc: u32| variable(m, pc).or_else(|| super::deed::place_of(&m.program, pc));
    let name = named(race.second.pc).or_else(|| named(race.first.pc));
    let what = name.map_or(String::from("what"), |name| format!("{name}, which"));
    let (now, then) = (deed(race.second), deed(race.first));
    let (own, other) = (race.second.goid, race.first.goid);
    let message = format!(
        "goroutine {own} {now} {what} goroutine {other} {then} ({}{} and {}{}); no channel, lock or start of a goroutine orders the two",
        place::short(m, b.pc),
        line(b.pc),
        place::short(m, a.pc),
        line(a.pc),
    );
    let key = key(m, race);
    Finding { kind: Kind::Race, error: true, message, places: vec![b, a], key }
}

/// What the source calls the memory that an instruction touches, if that can be told from the instruction.
fn variable(m: &Machine, pc: u32) -> Option<String> {
    use Instr as I;
    let program = &m.program;
    let func = &program.funcs[program.func_at(pc)?];
    match *program.code.get(pc as usize)? {
        I::LdG { m: at, .. } | I::StG { m: at, .. } | I::LdGN { m: at, .. } | I::StGN { m: at, .. } => {
            let at = at as usize;
            let holds = |ty: RTypeId, ptr: u64| {
                ptr_id(ptr) == ptr_id(m.globals)
                    && (ptr_off(ptr)..ptr_off(ptr) + program.rtypes[ty].slots as usize).contains(&at)
            };
            program.global_infos.iter().find(|g| holds(g.ty, g.ptr)).map(|g| g.name.clone())
        }
        I::LdCapRef { m: at, .. } | I::StCapRef { m: at, .. } => {
            func.captures.iter().find(|c| c.at as i32 == at).map(|c| c.name.clone())
        }
        I::Ld { b: reg, m: off, .. }
        | I::LdN { b: reg, m: off, .. }
        | I::LdX { b: reg, m: off, .. }
        | I::St { a: reg, m: off, .. }
        | I::StN { a: reg, m: off, .. }
        | I::StX { a: reg, m: off, .. } => behind(program, func, pc, reg, off),
        I::LdIdx { b: reg, .. }
        | I::LdIdx8 { b: reg, .. }
        | I::LdIdxX { b: reg, .. }
        | I::LdIdxF { b: reg, .. }
        | I::StIdx { a: reg, .. }
        | I::StIdx8 { a: reg, .. }
        | I::StIdxX { a: reg, .. }
        | I::StIdxF { a: reg, .. }
        | I::Append { a: reg, .. }
        | I::AppendSlice { a: reg, .. } => named(func, pc, reg).map(|(name, ..)| format!("an element of {name}")),
        I::MapGet { b: reg, .. }
        | I::MapGet2 { b: reg, .. }
        | I::MapLen { b: reg, .. }
        | I::MapIter { b: reg, .. }
        | I::MapSet { a: reg, .. }
        | I::MapDelete { a: reg, .. }
        | I::MapClear { a: reg } => named(func, pc, reg).map(|(name, ..)| format!("map {name}")),
        _ => None,
    }
}

/// The variable that stands in a register: its name, whether the register only points to it, and its type.
fn named(func: &Func, pc: u32, reg: u8) -> Option<(&str, bool, RTypeId)> {
    let var = func.vars.iter().rev().find(|v| v.reg == reg && (v.from..v.to).contains(&pc))?;
    Some((&var.name, var.boxed, var.ty))
}

/// What lies `off` slots behind the pointer in a register: a variable, or a field.
fn behind(program: &Program, func: &Func, pc: u32, reg: u8, off: i32) -> Option<String> {
    let (name, boxed, ty) = named(func, pc, reg)?;
    let rtype = &program.rtypes[ty];
    let held = if boxed { ty } else { rtype.elem };
    let held = &program.rtypes[held];
    if !boxed && rtype.kind != Type::Pointer {
        return None;
    }
    let field = held.fields.iter().rev().find(|f| f.offset as i32 <= off).filter(|_| held.kind == Type::Struct);
    Some(match (field, boxed) {
        (Some(field), _) => format!("{name}.{}", field.name),
        (None, true) => name.to_owned(),
        (None, false) => format!("*{name}"),
    })
}
