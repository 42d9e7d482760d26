//! Lanes: which there are, what ties them, what the axis makes of time, and what is found by pointing, searching and following.

use golanes::engine::{BuildOptions, Inputs, Schedule, Session, build, split_txtar};
use golanes::protocol::{AxisKind, LaneKind, Panel, Rows, Scene, Selection, StateKind, Viewport, WireKind};
use golanes::view::{Looks, Picture};
use std::collections::BTreeSet;

struct Seen {
    session: Session,
    picture: Picture,
    view: Viewport,
    selection: Selection,
    folds: BTreeSet<String>,
}

impl Seen {
    fn new(text: &str) -> Self {
        let built = build(&split_txtar("main.go", text), &BuildOptions::default());
        let program = built.program.unwrap_or_else(|| panic!("{:?}", built.problems));
        let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), true);
        while session.progress().end.is_none() {
            session.run(5_000_000);
        }
        let view = Viewport { rows: 100, width: 900.0, ..Viewport::default() };
        let (selection, folds) = (Selection::default(), BTreeSet::new());
        Self { session, picture: Picture::default(), view, selection, folds }
    }

    fn find(&mut self, words: &str, back: bool) -> Option<u64> {
        let here = self.session.events_here();
        self.picture.find(&mut self.session, words, here, back)
    }

    fn scene(&mut self) -> Scene {
        let looks = Looks { view: &self.view, selection: &self.selection, folds: &self.folds };
        self.picture.scene(&mut self.session, looks, false)
    }

    fn names(&mut self) -> Vec<String> {
        self.scene().lanes.iter().map(|l| format!("{}{}", "  ".repeat(l.depth as usize), l.name)).collect()
    }

    fn wires(&mut self, kind: WireKind) -> Vec<(u32, u32)> {
        self.scene().wires.iter().filter(|w| w.kind == kind).map(|w| (w.source, w.target)).collect()
    }
}

const POOL: &str = "package main

import \"sync\"

func worker(wg *sync.WaitGroup, ch chan int) {
	defer wg.Done()
	for range ch {
	}
}

func boss(wg *sync.WaitGroup, ch chan int) {
	for range 12 {
		wg.Add(1)
		go worker(wg, ch)
	}
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	ch := make(chan int)
	wg.Add(1)
	go boss(&wg, ch)
	for i := range 20 {
		ch <- i
	}
	close(ch)
	wg.Wait()
}
";

#[test]
fn many_equal_goroutines_share_a_lane_until_it_is_opened() {
    let mut seen = Seen::new(POOL);
    assert_eq!(seen.names(), ["main", "  boss", "    worker × 12"]);
    let scene = seen.scene();
    let LaneKind::Group(12, name) = scene.lanes[2].what.clone() else { panic!("{:?}", scene.lanes[2].what) };
    assert!(scene.lanes[2].shares.iter().any(|s| s.1 > 0.0), "nobody of the group ever runs");
    assert_eq!(scene.goroutines, 14);
    seen.folds.insert(name);
    let open = seen.names();
    assert_eq!(open.len(), 15);
    assert_eq!(open[2..4], ["    worker × 12", "      worker"]);
    seen.view.group = false;
    assert_eq!(seen.names().len(), 14);
}

#[test]
fn lanes_are_filtered_pinned_and_hidden() {
    let mut seen = Seen::new(POOL);
    seen.view.group = false;
    seen.view.filter = "BOSS".into();
    assert_eq!(seen.names(), ["  boss"]);
    seen.view.filter = String::new();
    seen.view.pinned = vec![5];
    let scene = seen.scene();
    assert!(scene.lanes[0].goid == 5 && scene.lanes[0].pinned);
    assert_eq!(scene.lanes.iter().filter(|l| l.goid == 5).count(), 1);
    seen.view.hidden = vec![1, 2];
    assert!(seen.scene().lanes.iter().all(|l| l.goid > 2));
}

#[test]
fn a_lane_for_each_p_shows_what_runs_there() {
    let mut seen = Seen::new(POOL);
    seen.view.by = Rows::Procs;
    let scene = seen.scene();
    assert_eq!(scene.lanes[0].name, "P0");
    assert!(scene.lanes.iter().all(|l| matches!(l.what, LaneKind::Proc(_))));
    let pieces: Vec<_> = scene.lanes.iter().flat_map(|l| &l.pieces).collect();
    assert!(pieces.iter().all(|p| p.goid > 0 && p.kind == StateKind::Running));
    assert!(pieces.iter().any(|p| p.goid == 1) && pieces.iter().any(|p| p.goid > 2));
}

const TIES: &str = "package main

import (
	\"context\"
	\"sync\"
	\"time\"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	go func() {
		mu.Lock()
		mu.Unlock()
	}()
	time.Sleep(time.Millisecond)
	mu.Unlock()
	ctx, cancel := context.WithCancel(context.Background())
	go func() { <-ctx.Done() }()
	time.Sleep(time.Second)
	cancel()
	done := make(chan int)
	go func() { <-done }()
	time.Sleep(time.Millisecond)
	close(done)
	time.Sleep(time.Millisecond)
}
";

#[test]
fn unlocks_cancels_and_closes_tie_lanes() {
    let mut seen = Seen::new(TIES);
    seen.view.span = Some(1e12);
    assert_eq!(seen.wires(WireKind::Spawn), [(1, 2), (1, 3), (1, 4)]);
    assert_eq!(seen.wires(WireKind::Lock)[0], (1, 2));
    assert_eq!(seen.wires(WireKind::Cancel), [(1, 3)]);
    assert_eq!(seen.wires(WireKind::Close), [(1, 4)]);
    assert_eq!(seen.wires(WireKind::Wake), []);
}

#[test]
fn idle_stretches_are_pleated_on_the_axis_of_time() {
    let mut seen = Seen::new(TIES);
    (seen.view.axis, seen.view.span) = (AxisKind::Time, Some(1e15));
    let scene = seen.scene();
    let labels: Vec<&str> = scene.pleats.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels.len(), 4, "{labels:?}");
    assert!(labels[1].contains(" s") && labels[0].contains("ms"), "{labels:?}");
    let widths: Vec<f64> = scene.pleats.iter().map(|p| p.to - p.from).collect();
    assert!(widths.iter().all(|w| (w - widths[0]).abs() < 1e-6), "pleats are as wide as one another");
    assert!(scene.lanes.iter().flat_map(|l| &l.pieces).all(|p| p.from <= p.to));
    // Quiet steps take next to nothing of the third axis.
    (seen.view.axis, seen.view.span) = (AxisKind::Talk, Some(1e15));
    let talk = seen.scene();
    assert!(talk.length < talk.events as f64 * 0.8, "{} of {}", talk.length, talk.events);
}

#[test]
fn events_are_pointed_at_followed_and_found() {
    let mut seen = Seen::new(TIES);
    seen.view.span = Some(1e12);
    let scene = seen.scene();
    let spawn = scene.wires.iter().find(|w| w.kind == WireKind::Cancel).cloned().expect("a cancel");
    let looks = Looks { view: &seen.view, selection: &seen.selection, folds: &seen.folds };
    let chosen = seen.picture.choose(&mut seen.session, looks, spawn.target_row, spawn.to).expect("something is there");
    assert_eq!((chosen.goid, chosen.event), (Some(3), Some(spawn.to as u64)));
    let hint = seen.picture.hint(&mut seen.session, looks, spawn.target_row, spawn.to - 3.0).expect("a hint");
    assert!(hint.words().contains("chan receive"), "{}", hint.words());
    // Back to its cause, which is main's.
    let three = Selection { goid: Some(3), event: None };
    seen.session.seek_event(scene.events);
    let cause = seen.picture.linked(&seen.session, &three, false);
    assert!(cause.is_some_and(|c| c.goid == Some(1)));
    seen.selection = chosen;
    let scene = seen.scene();
    let cut = scene.lanes[0].cut.expect("main has events before and after it");
    assert!(cut.0 > 0.0 && cut.0 <= cut.1);
    let looks = (seen.selection.clone(), seen.folds.clone());
    let panel = seen.picture.panel(&mut seen.session, Panel::Moment, &looks.0, &looks.1).words();
    assert!(panel.contains("What led to it") && panel.contains("G1"), "{panel}");
    seen.session.seek_event(0);
    let found = seen.find("sleeps", false).expect("somebody sleeps");
    seen.session.seek_event(found);
    assert!(seen.scene().now.contains("sleeps"), "{}", seen.scene().now);
    let again = seen.find("SLEEPS", false).expect("somebody sleeps again");
    assert!(again > found);
    assert_eq!(seen.find("sleeps", true), None);
    assert_eq!(seen.find("no such words", false), None);
}

#[test]
fn steps_go_from_event_to_event_of_one_goroutine() {
    let mut seen = Seen::new(TIES);
    seen.scene();
    let mut at = 0;
    let mut steps = Vec::new();
    while let Some(next) = seen.picture.next_of(&mut seen.session, 2, at, false) {
        steps.push(next);
        at = next;
    }
    let mut back = Vec::new();
    while let Some(next) = seen.picture.next_of(&mut seen.session, 2, at, true) {
        back.push(next);
        at = next;
    }
    assert!(steps.len() >= 4, "{steps:?}");
    assert!(steps.windows(2).all(|s| s[0] < s[1]) && back.windows(2).all(|s| s[0] > s[1]));
    assert!(back.iter().all(|b| steps.contains(b)));
}

#[test]
fn lanes_are_named_by_function_and_numbers_they_were_started_with() {
    let mut seen = Seen::new(
        "package main

import \"sync\"

type pool struct{ wg sync.WaitGroup }

func (p *pool) work(id int, last bool, name string) { p.wg.Done() }

func step(x int8, y float64) {}

func main() {
	p := &pool{}
	p.wg.Add(2)
	for i := range 2 {
		go p.work(-i-1, i == 1, \"some\")
	}
	p.wg.Wait()
	go step(-3, 1.5)
	go func(n uint) { go func() { _ = n }() }(7)
	for range 100 {
		go func() {}()
	}
}
",
    );
    let names = seen.names();
    for wanted in ["(*pool).work(-2, true)", "step(-3, 1.5)", "main.func1(7)"] {
        assert!(names.iter().any(|n| n.trim().ends_with(wanted)), "{wanted}: {names:?}");
    }
    assert!(names.iter().any(|n| n.ends_with("× 100")), "{names:?}");
}

#[test]
fn an_event_is_found_by_a_lock_s_name_far_from_the_moment() {
    let text = "package main

import (
	\"sync\"
	\"time\"
)

func main() {
	var first, mu sync.Mutex
	ch := make(chan int, 1)
	for range 400 {
		ch <- 1
		<-ch
	}
	first.Lock()
	mu.Lock()
	var wg sync.WaitGroup
	wg.Go(func() { mu.Lock() })
	for range 50 {
		ch <- 1
		<-ch
	}
	time.Sleep(time.Millisecond)
	mu.Unlock()
	wg.Wait()
}
";
    let mut seen = Seen::new(text);
    seen.session.seek(0);
    let found = seen.find("anyone blocks on mu", false).expect("somebody waits for mu");
    assert!(found > 800, "{found}");
    seen.session.seek_event(found);
    assert!(seen.scene().now.contains("waits for mu"), "{}", seen.scene().now);
    assert_eq!(seen.find("blocks on first", false), None);
}

#[test]
fn wires_that_cannot_be_told_apart_are_one() {
    let text = "package main

func main() {
	ch := make(chan int, 64)
	done := make(chan bool)
	go func() {
		for range ch {
		}
		done <- true
	}()
	for i := range 1000 {
		ch <- i
	}
	close(ch)
	<-done
}
";
    let mut seen = Seen::new(text);
    (seen.view.span, seen.view.left) = (Some(2500.0), Some(0.0));
    let all = seen.scene();
    let bundles: Vec<&str> = all.wires.iter().map(|w| w.label.as_str()).filter(|l| l.starts_with('×')).collect();
    assert!(!bundles.is_empty() && all.wires.len() < 300, "{} wires, {bundles:?}", all.wires.len());
    // Near enough each is there by itself.
    (seen.view.span, seen.view.left) = (Some(60.0), Some(200.0));
    let near = seen.scene();
    assert!(near.wires.iter().all(|w| !w.label.starts_with('×')), "{:?}", near.wires);
}
