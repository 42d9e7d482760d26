//! The microscope: statements opened into what the machine does for them, and schedules that step in between.

use golanes::engine::{
    BuildOptions, Check, DeedKind, Inputs, Offer, Opened, Program, Schedule, Session, Strategy, build, split_txtar,
};
use std::fmt::Write as _;
use std::sync::Arc;

const TEXT: &str = "package main

import (
	\"fmt\"
	\"sync\"
)

type box struct{ name string; n, m int }

var total int

func main() {
	counter := 0
	b := &box{}
	boxes := []box{{}, {}}
	seen := map[string]int{}
	s := []int{1, 2, 3}
	i := 1
	var wg sync.WaitGroup
	wg.Go(func() {
		counter++
		b.m += 2
		s[i]++
		boxes[1].n = s[0] * 3
		total = counter - 1
		seen[\"a\"]++
		if counter < 5 {
			fmt.Println(counter)
		}
	})
	wg.Wait()
}
";

fn compile(text: &str) -> Arc<Program> {
    let built = build(&split_txtar("main.go", text), &BuildOptions::default());
    built.program.unwrap_or_else(|| panic!("{:?}", built.problems))
}

fn shown(opened: &Opened) -> String {
    let mut out = String::new();
    for (i, step) in opened.steps.iter().enumerate() {
        let kind = match step.kind {
            DeedKind::Read => 'r',
            DeedKind::Write => 'w',
            DeedKind::Own => ' ',
        };
        let mark = if i == opened.done { '>' } else { ' ' };
        let value = step.value.as_ref().map_or_else(String::new, |v| format!(" ({v})"));
        _ = writeln!(out, "{mark}{kind} {}{value}", step.words);
    }
    out
}

#[test]
fn a_statement_is_opened_into_reads_and_writes() {
    let mut session = Session::new(compile(TEXT), &Inputs::default(), &Schedule::default(), true);
    let mut seen: Vec<(u32, String)> = Vec::new();
    while session.progress().end.is_none() {
        session.step_instruction();
        let Some(opened) = session.opened(2) else { continue };
        if opened.done == 0 && seen.last().is_none_or(|l| l.0 != opened.line) {
            seen.push((opened.line, shown(&opened)));
        }
    }
    let of = |line: u32| seen.iter().find(|s| s.0 == line).map_or("", |s| s.1.as_str());
    assert_eq!(of(21), ">r reads counter\n   computes counter + 1\n w writes counter + 1 to counter\n");
    assert_eq!(of(22), ">r reads b.m\n   computes b.m + 2\n w writes b.m + 2 to b.m\n");
    assert_eq!(of(23), ">r reads s[i]\n   computes s[i] + 1\n w writes s[i] + 1 to s[i]\n");
    assert_eq!(of(24), ">r reads s[0]\n   computes s[0] * 3\n w writes s[0] * 3 to boxes[1].n\n");
    assert_eq!(of(25), ">r reads counter\n   computes counter - 1\n w writes counter - 1 to total\n");
    assert_eq!(of(26), ">r reads seen[\"a\"]\n   computes seen[\"a\"] + 1\n w writes seen[\"a\"] + 1 to seen[\"a\"]\n");
    assert_eq!(of(27), ">r reads counter\n   compares counter >= 5\n");
}

#[test]
fn values_come_as_the_steps_are_done() {
    let mut session = Session::new(compile(TEXT), &Inputs::default(), &Schedule::default(), true);
    let at = |session: &Session| session.opened(2).filter(|o| o.line == 21);
    while at(&session).is_none() {
        assert!(session.progress().end.is_none(), "it gets there");
        session.step_instruction();
    }
    let mut told = Vec::new();
    while let Some(opened) = at(&session) {
        told.push(shown(&opened));
        session.step_instruction();
    }
    assert_eq!(
        told,
        [
            ">r reads counter\n   computes counter + 1\n w writes counter + 1 to counter\n",
            " r reads counter (0)\n>  computes counter + 1\n w writes counter + 1 to counter\n",
            " r reads counter\n   computes counter + 1 (1)\n>w writes counter + 1 to counter\n",
        ]
    );
    // And back again, instruction by instruction.
    let end = session.position();
    session.seek(end - 2);
    assert_eq!(at(&session).map(|o| shown(&o)).as_deref(), Some(told[1].as_str()));
}

#[test]
fn a_person_can_step_in_between_and_lose_an_update() {
    let text = "package main

import (
	\"fmt\"
	\"sync\"
)

func main() {
	counter := 0
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { counter++ })
	}
	wg.Wait()
	fmt.Println(counter)
}
";
    let program = compile(text);
    let mut check = Check::new(Arc::clone(&program), &Inputs::default());
    while check.points().is_empty() && check.schedules() < 100 && check.step() {}
    let points = check.points();
    assert!(!points.is_empty(), "the race is found");
    let schedule = Schedule { strategy: Strategy::Manual(points), ..Schedule::default() };
    let mut session = Session::new(Arc::clone(&program), &Inputs::default(), &schedule, true);
    let mut told = Vec::new();
    while session.progress().end.is_none() {
        session.run(1_000_000);
        let Some(offers) = session.question() else { continue };
        let access = |offer: &Offer| match offer {
            Offer::Goroutine(goid) => session.next_access(*goid),
            _ => None,
        };
        // Both read before one of them writes.
        let reads = offers.iter().position(|o| access(o).is_some_and(|a| a.starts_with("reads")));
        let number = reads.or_else(|| offers.iter().position(|o| access(o).is_none())).unwrap_or(0);
        told.extend(access(&offers[number]));
        session.answer(number);
    }
    assert_eq!(told[..2], ["reads counter", "reads counter"]);
    assert_eq!(session.output()[0].bytes, b"1\n");
    // The schedule says it all.
    let choices = session.choices().expect("a schedule").to_string();
    let strategy = Strategy::Replay(choices.parse().expect("a schedule"));
    let mut again = Session::new(program, &Inputs::default(), &Schedule { strategy, ..Schedule::default() }, true);
    while again.progress().end.is_none() {
        again.run(1_000_000);
    }
    assert_eq!(again.output()[0].bytes, b"1\n");
    assert_eq!(again.choices().map(|c| c.to_string()), Some(choices));
}
