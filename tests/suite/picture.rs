//! What is drawn, as text: scenes of small programs at chosen moments, and travel by events.

use expect_test::{Expect, expect};
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, build, split_txtar};
use golanes::protocol::Selection;
use golanes::protocol::{Scene, StateKind, Viewport, WireKind};
use golanes::view::{Hand, Looks, Picture, Traffic};
use std::collections::BTreeSet;
use std::fmt::Write;

fn session(text: &str) -> Session {
    let program = build(&split_txtar("main.go", text), &BuildOptions::default()).program.expect("it compiles");
    let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), true);
    session.run(5_000_000);
    session
}

fn look(picture: &mut Picture, session: &mut Session, view: &Viewport) -> Scene {
    let looks = Looks { view, selection: &Selection::default(), folds: &BTreeSet::new() };
    picture.scene(session, looks, false)
}

const HAND_OVER: &str = "package main

func main() {
	words := make(chan string)
	numbers := make(chan int, 2)
	go func() {
		numbers <- 7
		numbers <- 8
		words <- \"done\"
	}()
	println(<-words)
	println(<-numbers, <-numbers)
}
";

/// A scene as text: what a person would read off it.
fn told(scene: &Scene, traffic: &Traffic) -> String {
    let mut out = format!("{} of {} at {}: {}\n", scene.event, scene.events, scene.time, scene.now);
    for lane in &scene.lanes {
        let pieces: Vec<String> =
            lane.pieces.iter().map(|p| format!("{} {:.0}-{:.0}", p.kind.name(), p.from, p.to)).collect();
        let _ = writeln!(out, "  G{} {}: {} {} [{}]", lane.goid, lane.name, lane.state, lane.detail, pieces.join(", "));
    }
    for c in &traffic.channels {
        let values: Vec<String> = c.values.iter().map(|v| format!("{} by G{}", v.value, v.goid)).collect();
        let senders: Vec<String> = c.senders.iter().map(|s| format!("G{} with {}", s.goid, s.value)).collect();
        let _ = writeln!(
            out,
            "  {} chan {} of {}: [{}], send {senders:?}, receive {:?}, {}",
            c.name,
            c.elem,
            c.cap,
            values.join(", "),
            c.receivers,
            c.last
        );
    }
    for w in &scene.wires {
        let _ = writeln!(out, "  {:?} G{} {:.0} to G{} {:.0} {}", w.kind, w.source, w.from, w.target, w.to, w.label);
    }
    if let Some(f) = &traffic.flight {
        let _ = writeln!(out, "  flies: {} from {:?} to {:?}", f.value, f.from, f.to);
    }
    if let Some(end) = &scene.end {
        let _ = writeln!(out, "  {}", end.sentence);
    }
    out
}

fn scene_at(text: &str, find: impl Fn(&Scene, &Traffic) -> bool, wanted: &Expect) {
    let mut session = session(text);
    let mut picture = Picture::default();
    session.seek(0);
    for _ in 0..500 {
        let scene = look(&mut picture, &mut session, &Viewport::default());
        let traffic = picture.traffic(&mut session);
        if find(&scene, &traffic) {
            wanted.assert_eq(&told(&scene, &traffic));
            return;
        }
        session.step_event();
    }
    panic!("no such moment");
}

#[test]
fn a_value_goes_into_a_buffer() {
    scene_at(
        HAND_OVER,
        |_, t| t.flight.as_ref().is_some_and(|f| f.to == Hand::Buffer && f.value == "8"),
        &expect![[r#"
            8 of 17 at 810 ns: G2 sends 8 into numbers.
              G1 main: chan receive on words [runnable 0-1, running 1-5, recv 5-10, runnable 10-12, running 12-17]
              G2 main.func1: running on P0 [runnable 4-6, running 6-11]
              words chan string of 0: [], send [], receive [1], 
              numbers chan int of 2: [7 by G2, 8 by G2], send [], receive [], 
              Spawn G1 4 to G2 4 
              Value G2 9 to G1 9 
              Value G2 7 to G1 14 7
              Value G2 8 to G1 15 8
              flies: 8 from Goroutine(2) to Buffer
        "#]],
    );
}

#[test]
fn a_value_goes_from_hand_to_hand() {
    scene_at(
        HAND_OVER,
        |_, t| t.flight.as_ref().is_some_and(|f| f.to == Hand::Goroutine(1)),
        &expect![[r#"
            10 of 17 at 862 ns: G2 hands "done" to G1 through words. G1 becomes runnable.
              G1 main: runnable  [runnable 0-1, running 1-5, recv 5-10, runnable 10-12, running 12-17]
              G2 main.func1: running on P0 [runnable 4-6, running 6-11]
              words chan string of 0: [], send [], receive [], last: from G2 to G1, event 9
              numbers chan int of 2: [7 by G2, 8 by G2], send [], receive [], 
              Spawn G1 4 to G2 4 
              Value G2 9 to G1 9 
              Value G2 7 to G1 14 7
              Value G2 8 to G1 15 8
              flies: "done" from Goroutine(2) to Goroutine(1)
        "#]],
    );
}

#[test]
fn the_end_of_a_run() {
    scene_at(
        HAND_OVER,
        |s, _| s.end.is_some(),
        &expect![[r#"
            17 of 17 at 1.12 µs: The program ends with exit code 0.
              G1 main: running on P0 [runnable 0-1, running 1-5, recv 5-10, runnable 10-12, running 12-17]
              G2 main.func1: done  [runnable 4-6, running 6-11]
              words chan string of 0: [], send [], receive [], last: from G2 to G1, event 9
              numbers chan int of 2: [], send [], receive [], last: 8, from G2 to G1, event 15
              Spawn G1 4 to G2 4 
              Value G2 9 to G1 9 
              Value G2 7 to G1 14 7
              Value G2 8 to G1 15 8
              The program ended normally, exit code 0.
        "#]],
    );
}

#[test]
fn who_waits_for_ever_is_stuck() {
    let text = "package main\n\nfunc main() {\n\tch := make(chan int)\n\tgo func() { ch <- 1 }()\n\tselect {}\n}\n";
    scene_at(
        text,
        |s, _| s.end.is_some(),
        &expect![[r#"
            8 of 8 at 10.5 µs: G2 waits to send on ch. The runtime prints "fatal error: all goroutines are asleep - deadlock!" and more to standard error. The program ends with exit code 2.
              G1 main: select (no cases) for 9.90 µs [runnable 0-1, running 1-4, stuck 4-8]
              G2 main.func1: chan send on ch [runnable 3-5, running 5-6, stuck 6-8]
              ch chan int of 0: [], send ["G2 with 1"], receive [], 
              Spawn G1 3 to G2 3 
              Deadlock: every goroutine waits for another one. Exit code 2.
        "#]],
    );
}

#[test]
fn events_are_stepped_through_both_ways() {
    let mut session = session(HAND_OVER);
    session.seek(0);
    let mut forwards = vec![0];
    loop {
        let at = session.step_event();
        if Some(&at) == forwards.last() {
            break;
        }
        forwards.push(at);
    }
    assert!(forwards.len() > 10 && forwards.is_sorted(), "{forwards:?}");
    assert!(session.snapshot_is_last());
    let end = forwards.pop().expect("an end");
    let mut backwards = vec![];
    while session.position() > 0 {
        backwards.push(session.step_event_back());
    }
    backwards.reverse();
    // The end itself is an event, or the place behind the last one.
    forwards.retain(|&t| t < end);
    assert_eq!(backwards, forwards);
    for count in 0..session.event_count() {
        session.seek_event(count);
        assert!(session.events_here() >= count, "sought {count}, {} have happened", session.events_here());
    }
}

/// A picture is made from the part of the run that the page can show, however long the run is.
#[test]
fn a_long_run_is_drawn_in_pieces_that_can_be_seen() {
    let text = "package main

import \"sync\"

func main() {
	var wg sync.WaitGroup
	ch := make(chan int)
	for range 300 {
		wg.Go(func() { for range 20 { ch <- 1 } })
	}
	go func() { wg.Wait(); close(ch) }()
	for range ch {
	}
}
";
    let mut session = session(text);
    while session.progress().end.is_none() {
        session.run(5_000_000);
    }
    let mut picture = Picture::default();
    for span in [None, Some(50.0), Some(1e12)] {
        let view = Viewport { first: 40, rows: 10, width: 600.0, span, group: false, ..Viewport::default() };
        for share in [0, 3, 9, 10] {
            session.seek_event(session.event_count() * share / 10);
            let scene = look(&mut picture, &mut session, &view);
            assert_eq!((scene.first, scene.lanes.len(), scene.total), (40, 10, 302));
            assert!(scene.lanes.iter().all(|l| l.pieces.len() <= 900), "at most about one piece a pixel");
            assert!(scene.wires.len() <= 300, "{} wires", scene.wires.len());
            assert!(scene.window.0 <= scene.x && scene.x <= scene.window.1);
            assert!(scene.wires.iter().all(|w| (40..50).contains(&w.source_row) || (40..50).contains(&w.target_row)));
            for lane in &scene.lanes {
                assert!(lane.pieces.windows(2).all(|p| p[0].to <= p[1].from + 1e-9), "pieces overlap");
            }
        }
    }
    session.seek_event(10);
    let scene = look(&mut picture, &mut session, &Viewport::default());
    assert!(scene.lanes.iter().any(|l| l.kind == StateKind::Unborn), "who is not there yet has a lane");
    assert!(scene.wires.iter().any(|w| w.kind == WireKind::Spawn));
}
