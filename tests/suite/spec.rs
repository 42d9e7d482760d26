//! A program for every heading of the Go specification (go.dev/ref/spec of Go 1.27): `tests/spec/*.txtar`, with what real Go
//! prints, written by `tests/oracle/spec.sh`.

use crate::archive::goldens;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, Strategy, build};
use std::collections::BTreeSet;

/// The headings, in order.
const HEADINGS: &str = "
Introduction, Notation, Source code representation, Characters, Letters and digits, Lexical elements, Comments, Tokens, Semicolons,
Identifiers, Keywords, Operators and punctuation, Integer literals, Floating-point literals, Imaginary literals, Rune literals,
String literals, Constants, Variables, Types, Boolean types, Numeric types, String types, Array types, Slice types, Struct types,
Pointer types, Function types, Interface types, Basic interfaces, Embedded interfaces, General interfaces, Implementing an interface,
Map types, Channel types, Properties of types and values, Representation of values, Underlying types, Type identity, Assignability,
Representability, Method sets, Blocks, Declarations and scope, Label scopes, Blank identifier, Predeclared identifiers,
Exported identifiers, Uniqueness of identifiers, Constant declarations, Iota, Type declarations, Alias declarations,
Type definitions, Type parameter declarations, Type constraints, Satisfying a type constraint, Variable declarations,
Short variable declarations, Function declarations, Method declarations, Expressions, Operands, Qualified identifiers,
Composite literals, Function literals, Primary expressions, Selectors, Method expressions, Method values, Index expressions,
Slice expressions, Simple slice expressions, Full slice expressions, Type assertions, Calls, Passing arguments to parameters,
Instantiations, Type inference, Type unification, Operators, Operator precedence, Arithmetic operators, Integer operators,
Integer overflow, Floating-point operators, String concatenation, Comparison operators, Logical operators, Address operators,
Receive operator, Conversions, Conversions between numeric types, Conversions to and from a string type,
Conversions from slice to array or array pointer, Constant expressions, Order of evaluation, Statements, Terminating statements,
Empty statements, Labeled statements, Expression statements, Send statements, IncDec statements, Assignment statements,
If statements, Switch statements, Expression switches, Type switches, For statements, For statements with single condition,
For statements with for clause, For statements with range clause, Go statements, Select statements, Return statements,
Break statements, Continue statements, Goto statements, Fallthrough statements, Defer statements, Built-in functions,
Appending to and copying slices, Clear, Close, Manipulating complex numbers, Deletion of map elements, Length and capacity,
Making slices maps and channels, Min and max, Allocation, Handling panics, Bootstrapping, Packages, Source file organization,
Package clause, Import declarations, An example package, Program initialization and execution, The zero value,
Package initialization, Program execution, Errors, Run-time panics, System considerations, Package unsafe,
Size and alignment guarantees, Appendix, Language versions, Type unification rules";

/// What a program prints, what it says at the end on standard error up to traces, and its exit code if it is not 0.
fn outcome(name: &str, text: &str, schedule: &Schedule) -> String {
    let file = SourceText { name: name.to_owned(), text: text.to_owned() };
    let built = build(&[file], &BuildOptions::default());
    let Some(program) = built.program else { return format!("does not build:\n{}", built.listing) };
    let mut session = Session::new(program, &Inputs::default(), schedule, false);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    for _ in 0..2_000 {
        let progress = session.run(1_000_000);
        for chunk in session.drain_output() {
            if chunk.err { err.extend(chunk.bytes) } else { out.extend(chunk.bytes) }
        }
        let Some(end) = progress.end else { continue };
        let mut text = String::from_utf8_lossy(&out).into_owned();
        let said = String::from_utf8_lossy(&err).into_owned();
        let lines = said.lines().take_while(|l| !l.starts_with("goroutine "));
        for line in lines.filter(|l| !l.is_empty() && !l.starts_with("[signal")) {
            text.push_str(&format!("! {line}\n"));
        }
        if end.code != 0 {
            text.push_str(&format!("exit code {}\n", end.code));
        }
        return text;
    }
    "does not end\n".into()
}

/// Programs that print something else than real Go.
fn wrong(schedule: &Schedule) -> Vec<String> {
    let programs = goldens("spec");
    std::thread::scope(|scope| {
        let parts = programs.chunks(programs.len().div_ceil(4).max(1));
        let check = |part: &[(String, String, String)]| {
            let differs = |(name, text, want): &(String, String, String)| {
                let got = outcome(name, text, schedule);
                (got != *want).then(|| format!("== {name}\nprints\n{got}\nreal Go prints\n{want}"))
            };
            part.iter().filter_map(differs).collect::<Vec<_>>()
        };
        let threads: Vec<_> = parts.map(|part| scope.spawn(move || check(part))).collect();
        threads.into_iter().flat_map(|t| t.join().expect("no panic")).collect()
    })
}

#[test]
fn programs_print_what_real_go_prints() {
    let wrong = wrong(&Schedule::default());
    assert!(wrong.is_empty(), "{} programs differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Under exploration returning functions clear what is theirs: results, and whoever called, keep their values.
#[test]
fn exploration_computes_the_same() {
    let strategy = Strategy::Replay("v1".parse().expect("a schedule"));
    let mut wrong = wrong(&Schedule { strategy, ..Schedule::default() });
    // By itself, an explored select takes the same case again and again.
    wrong.retain(|w| !w.starts_with("== select_statements.go"));
    assert!(wrong.is_empty(), "{} programs differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_heading_has_its_program() {
    let name = |heading: &str| {
        let words: Vec<String> =
            heading.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        words.join("_") + ".go"
    };
    let wanted: BTreeSet<String> = HEADINGS.split(',').map(name).collect();
    let there: BTreeSet<String> = goldens("spec").into_iter().map(|(name, ..)| name).collect();
    let missing: Vec<_> = wanted.difference(&there).collect();
    assert!(wanted.len() > 130 && missing.is_empty(), "without a program: {missing:#?}");
}
