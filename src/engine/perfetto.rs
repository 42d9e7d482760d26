//! A run as Chrome trace JSON, which Perfetto and chrome://tracing open.
//!
//! Two processes: goroutines, each a thread whose slices say when it ran and why it waited; and P's, whose slices say whom they ran.
//! Flows lead from a `go` statement to the goroutine's start, and from whoever woke one to where that goes on. The format is the
//! "Trace Event Format" of the Chromium project; times are virtual microseconds.

use super::Session;
use crate::trace::{Event, EventKind};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Process numbers in the trace.
const GOROUTINES: u32 = 1;
const PROCESSORS: u32 = 2;

/// Events are taken from the session so many at a time.
const BATCH: usize = 65_536;

/// One event of the format.
#[derive(Debug, Serialize)]
struct Entry {
    ph: &'static str,
    name: String,
    cat: &'static str,
    pid: u32,
    tid: u32,
    ts: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bp: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    args: Option<Value>,
}

impl Entry {
    fn new(ph: &'static str, name: impl Into<String>, cat: &'static str, (pid, tid): (u32, u32), nanos: u64) -> Self {
        let ts = nanos as f64 / 1000.0;
        Self { ph, name: name.into(), cat, pid, tid, ts, dur: None, id: None, bp: None, s: None, args: None }
    }
}

/// What a goroutine has been doing, and since when.
#[derive(Debug, Clone)]
enum Doing {
    Running { p: u16 },
    Runnable,
    Waiting(&'static str),
}

#[derive(Debug, Default)]
struct Trace {
    entries: Vec<Entry>,
    doing: BTreeMap<u32, (Doing, u64)>,
    /// Where each thread's last slice ended.
    ends: BTreeMap<(u32, u32), u64>,
    /// Flows that lead to a goroutine's next start, by goid.
    flows: BTreeMap<u32, Vec<u64>>,
    next_flow: u64,
    alive: i64,
}

/// The whole recorded run of a session that has come to its end.
pub fn chrome_trace(session: &mut Session) -> String {
    let mut trace = Trace::default();
    trace.name_process(GOROUTINES, "goroutines");
    trace.name_process(PROCESSORS, "P's");
    trace.thread_name(GOROUTINES, 1, "G1 main".into());
    let total = session.event_count();
    let (mut at, mut last) = (0, 0);
    while at < total {
        let batch = session.events(at, BATCH);
        if batch.is_empty() {
            break;
        }
        at += batch.len() as u64;
        for event in &batch {
            last = event.time;
            trace.event(event, session);
        }
    }
    let open: Vec<u32> = trace.doing.keys().copied().collect();
    for goid in open {
        trace.leave(goid, last);
    }
    serde_json::to_string(&json!({ "displayTimeUnit": "ns", "traceEvents": trace.entries })).unwrap_or_default()
}

impl Trace {
    fn name_process(&mut self, pid: u32, name: &str) {
        let mut entry = Entry::new("M", "process_name", "__metadata", (pid, 0), 0);
        entry.args = Some(json!({ "name": name }));
        self.entries.push(entry);
    }

    fn thread_name(&mut self, pid: u32, tid: u32, name: String) {
        let mut entry = Entry::new("M", "thread_name", "__metadata", (pid, tid), 0);
        entry.args = Some(json!({ "name": name }));
        self.entries.push(entry);
    }

    /// What a goroutine was doing ends.
    fn leave(&mut self, goid: u32, now: u64) {
        let Some((doing, since)) = self.doing.remove(&goid) else { return };
        match doing {
            Doing::Running { p } => {
                self.slice((GOROUTINES, goid), "running".into(), "running", since, now);
                self.slice((PROCESSORS, u32::from(p)), format!("G{goid}"), "running", since, now);
            }
            Doing::Runnable => self.slice((GOROUTINES, goid), "runnable".into(), "runnable", since, now),
            Doing::Waiting(why) => self.slice((GOROUTINES, goid), why.into(), "waiting", since, now),
        }
    }

    /// A slice. P's have clocks of their own that differ by microseconds, so what comes later may have begun earlier: then it begins
    /// where the thread's last one ended.
    fn slice(&mut self, thread: (u32, u32), name: String, cat: &'static str, since: u64, now: u64) {
        let free = self.ends.entry(thread).or_default();
        let since = since.max(*free);
        let now = now.max(since);
        *free = now;
        let mut entry = Entry::new("X", name, cat, thread, since);
        entry.dur = Some((now - since) as f64 / 1000.0);
        self.entries.push(entry);
    }

    fn enter(&mut self, goid: u32, doing: Doing, now: u64) {
        self.leave(goid, now);
        self.doing.insert(goid, (doing, now));
    }

    /// A flow from here to where `to` runs next.
    fn flow(&mut self, name: &'static str, from: u32, to: u32, now: u64) {
        self.next_flow += 1;
        let mut entry = Entry::new("s", name, "flow", (GOROUTINES, from), now);
        entry.id = Some(self.next_flow);
        self.entries.push(entry);
        self.flows.entry(to).or_default().push(self.next_flow);
    }

    fn instant(&mut self, name: String, goid: u32, now: u64) {
        let mut entry = Entry::new("i", name, "event", (GOROUTINES, goid), now);
        entry.s = Some("t");
        self.entries.push(entry);
    }

    fn count(&mut self, by: i64, now: u64) {
        self.alive += by;
        let mut entry = Entry::new("C", "goroutines", "count", (GOROUTINES, 0), now);
        entry.args = Some(json!({ "alive": self.alive }));
        self.entries.push(entry);
    }

    fn event(&mut self, event: &Event, session: &Session) {
        let (goid, now) = (event.goid, event.time);
        match event.kind {
            EventKind::GoCreate { new, entry } => {
                self.thread_name(GOROUTINES, new, format!("G{new} {}", session.func_name(entry)));
                self.count(1, now);
                self.flow("go", goid, new, now);
                self.enter(new, Doing::Runnable, now);
            }
            EventKind::GoStart => {
                self.enter(goid, Doing::Running { p: event.p }, now);
                for id in self.flows.remove(&goid).unwrap_or_default() {
                    let mut entry = Entry::new("f", "go", "flow", (GOROUTINES, goid), now);
                    entry.id = Some(id);
                    entry.bp = Some("e");
                    self.entries.push(entry);
                }
            }
            EventKind::GoStop { .. } => self.enter(goid, Doing::Runnable, now),
            EventKind::GoBlock { reason, .. } => self.enter(goid, Doing::Waiting(reason.text()), now),
            EventKind::GoUnblock { goid: woken } => {
                if goid != 0 {
                    self.flow("go", goid, woken, now);
                }
                self.enter(woken, Doing::Runnable, now);
            }
            EventKind::GoEnd => {
                self.leave(goid, now);
                self.count(-1, now);
            }
            EventKind::ChanMake { chan, cap, .. } => self.instant(format!("make chan {chan} [{cap}]"), goid, now),
            EventKind::ChanSend { chan, .. } => self.instant(format!("send to chan {chan}"), goid, now),
            EventKind::ChanRecv { chan, ok, .. } => {
                let what = if ok { "receive from" } else { "see closed" };
                self.instant(format!("{what} chan {chan}"), goid, now);
            }
            EventKind::ChanClose { chan } => self.instant(format!("close chan {chan}"), goid, now),
            EventKind::Select { case } => self.instant(format!("select case {case}"), goid, now),
            EventKind::Lock { addr, read } => self.instant(lock("lock", addr, read), goid, now),
            EventKind::Unlock { addr, read } => self.instant(lock("unlock", addr, read), goid, now),
            EventKind::WaitGroup { addr, count } => self.instant(format!("WaitGroup {addr:#x} at {count}"), goid, now),
            EventKind::Timer { .. } => self.instant("timer".into(), goid, now),
            EventKind::Output { len, err } => {
                let to = if err { "standard error" } else { "standard output" };
                self.instant(format!("{len} bytes to {to}"), goid, now);
            }
            EventKind::Panic => self.instant("panic".into(), goid, now),
            EventKind::Recover => self.instant("recover".into(), goid, now),
            EventKind::Exit { code } => self.instant(format!("exit {code}"), goid, now),
            EventKind::Stmt { .. } => {}
        }
    }
}

fn lock(what: &str, addr: u64, read: bool) -> String {
    format!("{what} {addr:#x}{}", if read { " for reading" } else { "" })
}
