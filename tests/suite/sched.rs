//! G, M and P in virtual time: what Go's scheduler does can be seen in a run's state and in how long it takes.

use golanes::engine::{BuildOptions, Inputs, Schedule, Session, Snapshot, SourceText, build};
use golanes::trace::EventKind;

fn session(text: &str, procs: usize) -> Session {
    let built = build(&[SourceText { name: "main.go".into(), text: text.into() }], &BuildOptions::default());
    let program = built.program.unwrap_or_else(|| panic!("{}", built.listing));
    Session::new(program, &Inputs::default(), &Schedule { procs, ..Schedule::default() }, true)
}

/// Runs to the end; the virtual nanoseconds it took.
fn time(text: &str, procs: usize) -> u64 {
    let mut session = session(text, procs);
    for _ in 0..1_000 {
        if let Some(end) = session.run(1_000_000).end {
            let out: Vec<u8> = session.drain_output().into_iter().flat_map(|o| o.bytes).collect();
            assert_eq!(end.code, 0, "{}", String::from_utf8_lossy(&out));
            return session.time();
        }
    }
    panic!("it does not end")
}

/// Whether a state like this is ever seen; looked for at each event.
fn seen(text: &str, procs: usize, mut like: impl FnMut(&Snapshot) -> bool) -> bool {
    let mut session = session(text, procs);
    let mut here = 0;
    loop {
        if like(&session.snapshot()) {
            return true;
        }
        let next = session.step_event();
        if next == here || session.snapshot().end.is_some() {
            return like(&session.snapshot());
        }
        here = next;
    }
}

const PARALLEL: &str = r#"package main
import "sync"
func work() int { n := 0; for i := range 200000 { n += i % 7 }; return n }
func main() {
	var wg sync.WaitGroup
	for range 8 { wg.Go(func() { work() }) }
	wg.Wait()
}
"#;

const LOCKED: &str = r#"package main
import "sync"
func work() int { n := 0; for i := range 200000 { n += i % 7 }; return n }
func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range 8 { wg.Go(func() { mu.Lock(); work(); mu.Unlock() }) }
	wg.Wait()
}
"#;

#[test]
fn more_processors_shorten_a_parallel_program_and_not_one_that_shares_a_lock() {
    let one = time(PARALLEL, 1) as f64;
    for procs in [2, 4, 8] {
        let ratio = one / time(PARALLEL, procs) as f64;
        assert!((ratio - procs as f64).abs() < 0.15 * procs as f64, "{procs} P's: {ratio:.2} times as fast");
    }
    let (one, eight) = (time(LOCKED, 1) as f64, time(LOCKED, 8) as f64);
    assert!((one / eight - 1.0).abs() < 0.1, "with a lock: {one} and {eight}");
}

#[test]
fn gomaxprocs_acts_on_the_run() {
    let text = PARALLEL
        .replace("var wg", "runtime.GOMAXPROCS(2); if runtime.NumCPU() != 4 { panic(runtime.NumCPU()) }; var wg");
    let text = text.replace("import \"sync\"", "import (\"sync\"; \"runtime\")");
    let ratio = time(PARALLEL, 2) as f64 / time(&text, 4) as f64;
    assert!((ratio - 1.0).abs() < 0.05, "{ratio}");
}

#[test]
fn a_full_local_queue_gives_half_to_the_global_one() {
    let text = "package main\nfunc main() { for range 400 { go func() {}() }; for {} }\n";
    assert!(seen(text, 1, |s| s.processors[0].queue.len() >= 128 && s.global_queue.len() >= 129));
}

#[test]
fn the_last_one_made_runs_next_and_idle_processors_steal() {
    let text = "package main\nfunc main() { for range 30 { go func() { for {} }() }; for {} }\n";
    let mut stolen = false;
    let mut spun = false;
    let next = seen(text, 2, |s| {
        stolen |= s.processors[1].queue.len() >= 3;
        spun |= s.processors[1].spinning;
        s.processors[0].runnext.is_some() && stolen && spun
    });
    assert!(next, "stolen {stolen}, spinning {spun}");
}

#[test]
fn the_global_queue_is_looked_at_every_61st_time() {
    // Two goroutines that wake each other keep the local queue busy; the one in the global queue must have its turn.
    let text = r#"package main
import "runtime"
func main() {
	a, b := make(chan int), make(chan int)
	go func() { for v := range a { b <- v + 1 } }()
	done := false
	go func() { runtime.Gosched(); done = true }()
	n := 0
	for !done { a <- n; n = <-b }
	if n < 20 || n > 80 { panic(n) }
}
"#;
    time(text, 1);
}

#[test]
fn who_computes_for_long_is_preempted_after_10_ms() {
    let text = r#"package main
import "time"
func main() {
	go func() { for {} }()
	start := time.Now()
	time.Sleep(time.Millisecond)
	if d := time.Since(start); d < 9900*time.Microsecond || d > 12*time.Millisecond { panic(d) }
}
"#;
    time(text, 1);
}

/// A time slice does not go on while nobody runs.
#[test]
fn who_has_slept_has_a_slice_of_its_own() {
    let text = r#"package main
import ("sync"; "time")
func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { for range 3 { time.Sleep(10 * time.Millisecond); for range 1000 {} } })
	}
	wg.Wait()
}
"#;
    for procs in [1, 4] {
        let mut session = session(text, procs);
        while session.run(1_000_000).end.is_none() {}
        let count = session.event_count() as usize;
        let stops = session.events(0, count).into_iter().filter(|e| e.kind == EventKind::GoStop { preempted: true });
        assert_eq!(stops.count(), 0, "{procs} P's");
    }
}

const FILE: &str = r#"package main
import ("os"; "sync")
func main() {
	var wg sync.WaitGroup
	os.WriteFile("x", make([]byte, 1000000), 0o600)
	wg.Go(func() { n := 0; for i := range 300000 { n += i } })
	wg.Go(func() { os.ReadFile("x") })
	wg.Wait()
}
"#;

#[test]
fn a_long_system_call_hands_its_processor_to_another_thread() {
    let in_call = |s: &Snapshot| {
        let g = s.goroutines.iter().find(|g| g.state == "syscall");
        g.is_some_and(|g| s.threads.iter().any(|t| t.kept_by == Some(g.goid) && t.p.is_none()) && s.threads.len() == 2)
    };
    assert!(seen(FILE, 1, in_call));
    // A millisecond each for reading and the loop, which overlap.
    let alone = time(&FILE.replace("wg.Go(func() { n", "func(func()) {}(func() { n"), 1);
    let both = time(FILE, 1);
    assert!(both < alone + 300_000, "{alone} {both}");
}

#[test]
fn a_wired_goroutine_keeps_its_thread() {
    let text = r#"package main
import "runtime"
func main() {
	c := make(chan int)
	go func() { runtime.LockOSThread(); for v := range c { c <- v + 1 } }()
	for i := range 100 { c <- i; <-c }
}
"#;
    let kept = |s: &Snapshot| s.goroutines.iter().any(|g| s.threads.iter().any(|t| t.kept_by == Some(g.goid)));
    assert!(seen(text, 1, kept));
    let free = time(&text.replace("runtime.LockOSThread()", "runtime.Gosched()"), 1);
    let wired = time(text, 1);
    assert!(wired > free + 200 * 4_000, "each change of threads costs: {free} {wired}");
    // Wired twice needs to be let go twice.
    let loose = text.replace(
        "LockOSThread();",
        "LockOSThread(); runtime.LockOSThread(); runtime.UnlockOSThread(); runtime.UnlockOSThread();",
    );
    assert!(time(&loose, 1) < free + 5_000);
}

#[test]
fn who_waits_for_a_pipe_waits_with_the_poller() {
    let text = r#"package main
import ("os"; "runtime")
func main() {
	r, w, _ := os.Pipe()
	done := make(chan bool)
	go func() { b := make([]byte, 9); r.Read(b); done <- true }()
	runtime.Gosched()
	w.Write([]byte("x"))
	for range 20000 {}
	<-done
}
"#;
    assert!(seen(text, 1, |s| s.goroutines.iter().any(|g| g.state == "IO wait")));
    assert!(seen(text, 1, |s| !s.polled.is_empty()), "with one P the poller is asked when main blocks");
}

#[test]
fn timers_lie_with_the_processor_that_armed_them() {
    let text = r#"package main
import ("sync"; "time")
func main() {
	var wg sync.WaitGroup
	for range 4 { wg.Go(func() { for range 100000 {}; time.Sleep(time.Second) }) }
	wg.Wait()
}
"#;
    let mut places = std::collections::BTreeSet::new();
    assert!(seen(text, 4, |s| {
        places.extend(s.timers.iter().map(|t| t.p));
        s.timers.len() == 4 && s.timers.iter().all(|t| t.goid.is_some() && t.period == 0)
    }));
    assert!(places.len() > 1, "{places:?}");
}
