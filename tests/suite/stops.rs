//! Breakpoints: lines and conditions, forwards and backwards, wherever the head of the run is.

use golanes::engine::{BuildOptions, Condition, Inputs, Schedule, Session, Stood, Stop, Stops, build, split_txtar};

const TEXT: &str = "package main

import \"fmt\"

type point struct {
	x, y int
	name string
}

var total int

func add(p *point, list []int) {
	total += p.x
	fmt.Println(p.name, total, len(list))
}

func main() {
	ch := make(chan int, 3)
	seen := map[string]bool{}
	var list []int
	var none *point
	for i := range 6 {
		p := &point{i, -i, fmt.Sprint(\"p\", i)}
		if i < 4 {
			select {
			case ch <- i:
			default:
			}
		}
		list = append(list, i)
		seen[p.name] = true
		add(p, list)
		_ = none
	}
	done := make(chan bool)
	go func() {
		list = nil
		done <- true
	}()
	<-done
}
";

fn session() -> Session {
    let program = build(&split_txtar("main.go", TEXT), &BuildOptions::default()).program.expect("it compiles");
    Session::new(program, &Inputs::default(), &Schedule::default(), true)
}

fn found(file: &str, line: u32, condition: &str) -> (Stops, Vec<(u32, String)>) {
    let condition = (!condition.is_empty()).then(|| Condition::parse(condition).expect("a condition"));
    session().find_stops(vec![Stop { file: file.into(), line, condition }])
}

fn stop(line: u32, condition: &str) -> Stops {
    let (stops, bad) = found("main.go", line, condition);
    assert!(bad.is_empty(), "{bad:?}");
    stops
}

/// Values of `i` and `p.x` where the run stops, one after another.
fn visits(session: &mut Session, stops: &Stops) -> Vec<String> {
    let mut out = Vec::new();
    while session.run_to_stop(stops, 50_000_000) == Stood::Here {
        let snapshot = session.snapshot();
        let running = snapshot.goroutines.iter().find(|g| g.state == "running").expect("somebody runs");
        let frame = &running.frames[0];
        let named = |name: &str| frame.variables.iter().find(|v| v.name == name).map(|v| v.value.clone());
        out.push(named("i").or(named("p")).unwrap_or_default());
    }
    out
}

#[test]
fn a_run_stops_at_a_line_whenever_it_gets_there() {
    let mut session = session();
    assert_eq!(visits(&mut session, &stop(30, "")), ["0", "1", "2", "3", "4", "5"]);
    // The same again where all of it has been seen.
    session.seek(0);
    assert_eq!(visits(&mut session, &stop(30, "")), ["0", "1", "2", "3", "4", "5"]);
    assert!(session.back_to_stop(&stop(30, "")) && session.back_to_stop(&stop(30, "i == 2")));
    let at = session.position();
    assert!(!session.back_to_stop(&stop(30, "i > 2")));
    assert_eq!(session.position(), at, "where nothing is found one stays");
    let (other, bad) = found("other.go", 30, "");
    session.seek(0);
    assert!(visits(&mut session, &other).is_empty() && bad.len() == 1);
}

#[test]
fn conditions_read_variables_fields_and_lengths() {
    for (line, condition, wanted) in [
        (30, "i == 2", vec!["2"]),
        (30, "i%2 == 1 && i != 3", vec!["1", "5"]),
        (30, "len(ch) == cap(ch)", vec!["2", "3", "4", "5"]),
        (30, "len(ch) < 1", vec![]),
        (30, "p.name == \"p4\" || p.y <= -5", vec!["4", "5"]),
        (30, "list == nil", vec!["0"]),
        (30, "none != nil", vec![]),
        (30, "-i == p.y", vec!["0", "1", "2", "3", "4", "5"]),
        (31, "len(list) == 3", vec!["2"]),
        (32, "len(seen) > 4 && !(i == 5)", vec!["4"]),
        (33, "total > 5 && total < 11", vec!["3", "4"]),
        (30, "nil == list", vec!["0"]),
        (30, "nil != none", vec![]),
        (36, "len(list) == 6", vec![""]),
    ] {
        assert_eq!(visits(&mut session(), &stop(line, condition)), wanted, "{line}: {condition}");
    }
    assert_eq!(visits(&mut session(), &stop(13, "p.x*2 >= 8 && len(p.name) == 2 && cap(list) > 4")).len(), 2);
}

#[test]
fn a_condition_that_cannot_be_worked_out_is_told() {
    for (line, condition, wanted) in [
        (30, "nosuch == 1", "no variable nosuch is seen from this line"),
        (30, "i == 1 && len(missing) > 2", "no variable missing is seen from this line"),
        (3, "", "nothing on this line is ever run"),
        (24, "p != nil", ""),
    ] {
        let (_, bad) = found("main.go", line, condition);
        let bad: Vec<&str> = bad.iter().map(|(_, why)| why.as_str()).collect();
        assert_eq!(bad.concat(), wanted, "{line}: {condition}");
    }
    for condition in ["none.x == 1", "i == \"2\""] {
        assert_eq!(session().run_to_stop(&stop(30, condition), 50_000_000), Stood::Unclear(30), "{condition}");
    }
}

#[test]
fn where_nothing_stops_it_a_run_goes_on_in_pieces() {
    let mut session = session();
    let (nowhere, _) = found("main.go", 99, "");
    let mut pieces = 0;
    while session.progress().end.is_none() {
        assert_eq!(session.run_to_stop(&nowhere, 200), Stood::No);
        pieces += 1;
    }
    assert!(pieces > 3, "{pieces}");
    assert_eq!(session.output().iter().map(|o| o.bytes.len()).sum::<usize>(), session_output());
}

fn session_output() -> usize {
    let mut session = session();
    session.run(50_000_000);
    session.output().iter().map(|o| o.bytes.len()).sum()
}
