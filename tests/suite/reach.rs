//! What a snapshot and a walk through memory tell of a run at a step.

use expect_test::{Expect, expect};
use golanes::engine::{BuildOptions, Inputs, Reached, Schedule, Session, Snapshot, SourceText, build};
use std::fmt::Write;

fn session(text: &str) -> Session {
    let built = build(&[SourceText { name: "main.go".into(), text: text.into() }], &BuildOptions::default());
    let program = built.program.unwrap_or_else(|| panic!("{}", built.listing));
    Session::new(program, &Inputs::default(), &Schedule { procs: 1, ..Schedule::default() }, true)
}

/// Runs until the line with `// HERE` is about to run for the first time.
fn stop(text: &str) -> Session {
    let line = text.lines().position(|l| l.contains("// HERE")).expect("a line to stop at") as u32 + 1;
    let mut session = session(text);
    for _ in 0..100_000 {
        session.step();
        let there = session
            .snapshot()
            .goroutines
            .iter()
            .any(|g| g.state == "running" && g.frames.first().is_some_and(|f| f.line == line));
        if there {
            return session;
        }
    }
    panic!(
        "line {line} is never reached: {:?}",
        session
            .snapshot()
            .goroutines
            .iter()
            .map(|g| (g.state.clone(), g.frames.first().map(|f| (f.func.clone(), f.line))))
            .collect::<Vec<_>>()
    )
}

fn sync(r: &Reached) -> String {
    let mut out = String::new();
    for s in &r.sync {
        let _ = write!(out, "{} {:?}", s.name, s.kind);
        for h in &s.holders {
            let _ =
                write!(out, ", held by G{} since line {}{}", h.goid, h.line, if h.read { " for reading" } else { "" });
        }
        for (goid, read) in &s.waiters {
            let _ = write!(out, ", G{goid} waits{}", if *read { " to read" } else { "" });
        }
        let _ = writeln!(out, "{}", if s.count != 0 { format!(", {}", s.count) } else { String::new() });
    }
    out
}

fn contexts(r: &Reached) -> String {
    let mut out = String::new();
    for (i, c) in r.contexts.iter().enumerate() {
        let _ = write!(out, "{i} {} {}", c.name, c.kind);
        if let Some(p) = c.parent {
            let _ = write!(out, " of {p}");
        }
        if let Some(d) = c.deadline {
            let _ = write!(out, ", until {} ms", d / 1_000_000);
        }
        if let Some((k, v)) = &c.value {
            let _ = write!(out, ", {k} = {v}");
        }
        let _ = writeln!(out, "{}", c.err.as_ref().map_or(String::new(), |e| format!(", {e}")));
    }
    out
}

fn objects(r: &Reached) -> String {
    let number = |addr: u64| r.objects.iter().position(|o| o.addr == addr);
    let mut out = String::new();
    for (i, o) in r.objects.iter().enumerate() {
        let _ = write!(out, "{i} {} {}{} = {}", o.path, if o.len > 1 { "array of " } else { "" }, o.ty, o.value);
        for (path, addr) in &o.refs {
            let _ = write!(
                out,
                ", {} -> {}",
                if path.is_empty() { "it" } else { path },
                number(*addr).map_or("?".into(), |n| n.to_string())
            );
        }
        out.push('\n');
    }
    out
}

fn check(actual: &str, wanted: &Expect) {
    wanted.assert_eq(actual);
}

#[test]
fn locks_have_owners_and_waiters() {
    let session = stop(
        r#"package main

import ("runtime"; "sync")

type account struct {
	sync.Mutex
	balance int
}

var table sync.RWMutex

func main() {
	a := &account{}
	var wg sync.WaitGroup
	var once sync.Once
	once.Do(func() {})
	a.Lock()
	for range 2 {
		wg.Add(1)
		go func() { a.Lock(); a.balance++; a.Unlock(); wg.Done() }()
	}
	table.RLock()
	go func() { table.RLock(); table.Lock() }()
	runtime.Gosched()
	go func() { table.RLock() }()
	runtime.Gosched()
	println() // HERE
}
"#,
    );
    check(
        &sync(&session.reached()),
        &expect![[r#"
            table RWMutex, held by G1 since line 22 for reading, held by G4 since line 23 for reading, G4 waits, G5 waits to read
            a.Mutex Mutex, held by G1 since line 17, G2 waits, G3 waits
            wg WaitGroup, 2
            once Once, 1
        "#]],
    );
}

#[test]
fn atomics_maps_and_who_has_what() {
    let session = stop(
        r#"package main

import ("runtime"; "sync"; "sync/atomic")

type stats struct {
	hits  atomic.Int64
	ready atomic.Bool
	last  atomic.Value
	seen  sync.Map
}

var total atomic.Uint32

func work(s *stats, wg *sync.WaitGroup, jobs chan int) {
	defer wg.Done()
	s.hits.Add(1)
	<-jobs
}

func main() {
	s := &stats{}
	s.last.Store([]int{1})
	s.seen.Store("a", 1)
	total.Store(7)
	jobs := make(chan int)
	var wg sync.WaitGroup
	wg.Add(2)
	go work(s, &wg, jobs)
	go work(s, &wg, jobs)
	wg.Go(func() { <-jobs })
	all := []int{1, 2, 3}
	part := all[1:]
	runtime.Gosched()
	println(len(part), s) // HERE
	jobs <- all[0]
	wg.Wait()
}
"#,
    );
    let r = session.reached();
    let mut out = String::new();
    for s in &r.sync {
        let _ = writeln!(
            out,
            "{} {} {:?} {:?}, of {:?}, Done by {:?}",
            s.name, s.ty, s.value, s.count, s.owners, s.deferred
        );
    }
    for c in &r.channels {
        let _ = writeln!(out, "channel {} {:?} of {:?}", c.number, c.path, c.owners);
    }
    for s in &r.slices {
        let _ = writeln!(out, "{} of G{}: {:?} from {} len {} cap {}", s.path, s.goid, s.values, s.first, s.len, s.cap);
    }
    let who = session.channel_reachers(&[1]).expect("little memory");
    let _ = writeln!(out, "{who:?}");
    check(
        &out,
        &expect![[r#"
        total atomic.Uint32 "7" 0, of [0], Done by []
        s.hits atomic.Int64 "2" 0, of [1, 2, 3], Done by []
        s.ready atomic.Bool "false" 0, of [1, 2, 3], Done by []
        s.last atomic.Value "[1]" 0, of [1, 2, 3], Done by []
        s.seen sync.Map "map[\"a\": 1]" 1, of [1, 2, 3], Done by []
        wg sync.WaitGroup "" 3, of [1, 2, 3, 4], Done by [2, 3, 4]
        channel 1 Some("jobs") of [1, 2, 3, 4]
        all of G1: ["1", "2", "3"] from 0 len 3 cap 3
        part of G1: ["2", "3"] from 1 len 2 cap 2
        [Reachers { goroutines: [1, 2, 3, 4], shared: false, timer: false }]
    "#]],
    );
}

/// A variable is opened as far as one asks.
#[test]
fn variables_open() {
    let session = stop(
        r#"package main

type node struct {
	value int
	next  *node
}

func main() {
	list := &node{1, &node{2, nil}}
	ages := map[string][]int{"a": {1, 2}}
	var any interface{} = node{3, nil}
	all := [2]string{"x", "y"}
	println(list, len(ages), any != nil, all[0]) // HERE
	println(list, len(ages), any != nil, all[0])
}
"#,
    );
    let mut out = String::new();
    fn tell(v: &golanes::engine::Variable, depth: usize, out: &mut String) {
        let _ = writeln!(out, "{}{} {} = {}", "  ".repeat(depth), v.name, v.ty, v.value);
        v.parts.iter().for_each(|p| tell(p, depth + 1, out));
    }
    for f in session.variables(1, &|path| path != "0 list.next") {
        f.variables.iter().for_each(|v| tell(v, 0, &mut out));
    }
    check(
        &out,
        &expect![[r#"
        list *main.node = &{value: 1, next: &{value: …, next: …}}
          value int = 1
          next *main.node = &{value: 2, next: nil}
        ages map[string][]int = map["a": [1 2]]
          ["a"] []int = [1 2]
            [0] int = 1
            [1] int = 2
        any interface {} holding main.node = {value: 3, next: nil}
          main.node main.node = {value: 3, next: nil}
            value int = 3
            next *main.node = nil
        all [2]string = ["x" "y"]
          [0] string = "x"
          [1] string = "y"
    "#]],
    );
}

#[test]
fn contexts_are_a_tree_with_deadlines() {
    let session = stop(
        r#"package main

import ("context"; "time")

type key int

func main() {
	root, cancel := context.WithCancel(context.Background())
	defer cancel()
	soon, stop := context.WithTimeout(root, 2*time.Second)
	defer stop()
	with := context.WithValue(soon, key(7), "user")
	inner, end := context.WithCancel(with)
	end()
	late, no := context.WithDeadline(context.WithoutCancel(inner), time.Now().Add(time.Minute))
	defer no()
	time.Sleep(3 * time.Second)
	println(inner.Err() != nil, late.Err() == nil) // HERE
}
"#,
    );
    check(
        &contexts(&session.reached()),
        &expect![[r#"
        0 root WithCancel
        1 soon WithDeadline of 0, until 2000 ms, context deadline exceeded
        2 with WithValue of 1, 7 = "user"
        3 inner WithCancel of 2, context canceled
        4 late.cancelCtx.Context WithoutCancel of 3
        5 late WithDeadline of 4, until 60000 ms
    "#]],
    );
}

#[test]
fn objects_are_found_by_their_addresses() {
    let session = stop(
        r#"package main

type node struct {
	value int
	next  *node
}

type shape interface{ area() int }
type square struct{ side, n int }

func (s square) area() int { return s.side * s.side }

var config = map[string]int{"limit": 3}

func main() {
	last := &node{value: 2}
	last.next = &node{1, last}
	all := []int{1, 2, 3, 4}
	part := all[1:3]
	count := 0
	var s shape = square{3, 1}
	c := make(chan *node, 2)
	c <- &node{value: 9}
	add := func() { count += part[0] }
	add()
	println(count, s.area(), len(c), last.next.value, len(config)) // HERE
}
"#,
    );
    check(
        &objects(&session.reached()),
        &expect![[r#"
            0 config map[string]int = map["limit": 3]
            1 last main.node = {value: 2, next: &{value: 1, next: &…}}, .next -> 7
            2 all array of int = [1 2 3 4]
            3 part array of int = [2 3]
            4 count int = 2
            5 s main.square = {side: 3, n: 1}
            6 (in c) main.node = {value: 9, next: nil}
            7 last.next main.node = {value: 1, next: &{value: 2, next: &…}}, .next -> 1
        "#]],
    );
}

#[test]
fn a_select_shows_which_cases_are_ready() {
    let text = r#"package main

func main() {
	a, b, c := make(chan int, 1), make(chan string), make(chan int, 1)
	var never chan int
	a <- 1
	c <- 2
	x := 5 // HERE
	select {
	case v := <-a:
		println(v)
	case b <- "hello":
	case c <- x:
	case <-never:
	}
	select {
	case b <- "again":
	case <-never:
	}
}
"#;
    let cases = |s: &Snapshot| -> String {
        let all = s.goroutines.iter().flat_map(|g| &g.cases);
        all.map(|c| {
            format!(
                "{} {:?} {:?} ready {} line {}\n",
                if c.send { "send" } else { "receive" },
                c.channel,
                c.value,
                c.ready,
                c.line
            )
        })
        .collect()
    };
    let mut session = stop(text);
    // From the statement to the instruction.
    while cases(&session.snapshot()).is_empty() {
        let here = session.snapshot().tick;
        session.run(1);
        session.seek(here + 1);
    }
    check(
        &cases(&session.snapshot()),
        &expect![[r#"
        receive Some(1) None ready true line 10
        send Some(2) Some("\"hello\"") ready false line 12
        send Some(3) Some("5") ready false line 13
        receive None None ready false line 14
    "#]],
    );
    session.run(10_000);
    session.seek(u64::MAX);
    check(
        &cases(&session.snapshot()),
        &expect![[r#"
        send Some(2) Some("\"again\"") ready false line 17
        receive None None ready false line 18
    "#]],
    );
}

/// Any step of any program can be looked at, and looks the same from wherever one comes.
#[test]
fn state_at_a_step_is_the_same_from_wherever_one_comes() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run");
    let mut files: Vec<_> = std::fs::read_dir(dir).expect("tests/run").filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    let mut rng = golanes::base::Rng::new(7);
    let mut looked = 0;
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "go")) {
        let text = std::fs::read_to_string(file).expect("a program");
        let mut session = session(&text);
        let end = session.run(3_000_000).tick;
        let steps: Vec<u64> = (0..6).map(|_| rng.below(end.max(1))).collect();
        let mut states = Vec::new();
        for &step in &steps {
            session.seek(step);
            states.push((session.snapshot(), session.reached()));
        }
        for (&step, (snapshot, reached)) in steps.iter().zip(&states).rev() {
            session.seek(u64::MAX);
            session.seek(step);
            assert_eq!(&session.snapshot(), snapshot, "{} at {step}", file.display());
            assert_eq!(&session.reached(), reached, "{} at {step}", file.display());
            looked += 1;
        }
    }
    assert!(looked > 500, "only {looked} steps");
}
