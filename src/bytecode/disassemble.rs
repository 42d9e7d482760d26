//! Bytecode as text, for `golanes dis` and for tests.

use super::{Instr, Program};
use std::fmt::Write;

/// All functions of `program` whose name starts with `prefix`: a heading each, then one instruction a line.
pub fn disassemble(program: &Program, prefix: &str) -> String {
    let mut out = String::new();
    for func in program.funcs.iter().filter(|f| f.name.starts_with(prefix)) {
        let _ = writeln!(out, "{} params={} results={} frame={}", func.name, func.params, func.results, func.frame);
        for pc in func.entry..func.end {
            let instr = program.code[pc as usize];
            let stmt = if program.lines[pc as usize].stmt { '*' } else { ' ' };
            let _ = write!(out, "{pc:6}{stmt} {}", instr.name());
            for (name, value) in instr.operands() {
                let _ = write!(out, " {name}={value}");
            }
            let _ = writeln!(out, "{}", note(program, pc, instr));
        }
    }
    out
}

/// What an operand stands for, where the number alone says little.
fn note(program: &Program, pc: u32, instr: Instr) -> String {
    let is_jump = instr.name().starts_with('J') || instr.name().contains("J") || matches!(instr, Instr::MapNext { .. });
    match instr {
        Instr::Call { m, .. } => {
            program.func_at(m as u32).map(|f| format!("  ; {}", program.funcs[f].name)).unwrap_or_default()
        }
        Instr::CallN { m, .. } | Instr::Lock { m, .. } | Instr::Unlock { m, .. } => {
            format!("  ; {}", program.natives.as_slice()[m as usize])
        }
        Instr::LdStr { m, .. } => format!("  ; {:?}", String::from_utf8_lossy(&program.strings[m as usize])),
        Instr::LdK { m, .. } => format!("  ; {:#x}", program.consts[m as usize]),
        _ if is_jump => {
            let m = instr.operands().last().map_or(0, |&(_, v)| v);
            format!("  ; to {}", i64::from(pc) + 1 + m)
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_are_eight_bytes() {
        assert_eq!(size_of::<Instr>(), 8);
    }
}
