//! Data races in sentences.

use super::place::{self, Stack};
use super::{Finding, Kind};
use crate::runtime::{Access, Machine, Race};

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
    let message = format!(
        "goroutine {} {} at {}{} what goroutine {} {} at {}{}, and nothing orders the two",
        race.second.goid,
        deed(race.second),
        place::short(m, b.pc),
        line(b.pc),
        race.first.goid,
        deed(race.first),
        place::short(m, a.pc),
        line(a.pc),
    );
    let key = key(m, race);
    Finding { kind: Kind::Race, error: true, message, places: vec![b, a], key }
}
