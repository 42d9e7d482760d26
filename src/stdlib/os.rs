//! Package `os`: the machine's inputs and outputs.

use super::abi::{Done, NEXT, bytes, int, panic_text, set_bool, set_bytes, set_int, set_strings, set_words, string};
use crate::bytecode::Narrow;
use crate::bytecode::cost::SYSCALL;
use crate::runtime::{DiskOp, DiskRequest, Flow, Machine, NativeFn};
use std::sync::Arc;

fn exit(m: &mut Machine, base: usize) -> Done {
    let code = int(m, base) as i32;
    if code == 0 && m.exit0_panics {
        return Err(panic_text(m, "unexpected call to os.Exit(0) during test"));
    }
    // A test's main says so that all tests are done.
    if !m.test_args.is_empty() && m.goid(m.loaded) == 1 {
        return Ok(m.main_returned(code));
    }
    Ok(m.exit(code, "exit"))
}

fn getpid(m: &mut Machine, base: usize) -> Done {
    set_int(m, base, 7);
    NEXT
}

fn strings(m: &mut Machine, base: usize, list: &[String]) {
    let mut slots = Vec::with_capacity(list.len() * 2);
    for text in list {
        let (ptr, len) = m.new_string(text.as_bytes());
        slots.extend_from_slice(&[ptr, len]);
    }
    set_strings(m, base, &slots);
}

fn args(m: &mut Machine, base: usize) -> Done {
    let list = Arc::clone(&m.args);
    strings(m, base, &list);
    NEXT
}

fn environ(m: &mut Machine, base: usize) -> Done {
    let list = Arc::clone(&m.env);
    strings(m, base, &list);
    NEXT
}

fn key_of(entry: &str) -> &str {
    entry.split_once('=').map_or(entry, |e| e.0)
}

/// `func lookup(key string) (value string, ok bool)`
fn lookup(m: &mut Machine, base: usize) -> Done {
    let key = m.text_at(base);
    let value =
        m.env.iter().find(|e| key_of(e) == key).map(|e| e.split_once('=').map_or(String::new(), |v| v.1.to_owned()));
    let ok = value.is_some();
    m.set_string(base, value.unwrap_or_default().as_bytes());
    set_bool(m, base + 2, ok);
    NEXT
}

/// `func change(key, value string, set bool)`
fn change(m: &mut Machine, base: usize) -> Done {
    let (key, value, set) = (m.text_at(base), m.text_at(base + 2), m.stack[base + 4] != 0);
    let mut env: Vec<String> = m.env.iter().filter(|e| key_of(e) != key).cloned().collect();
    if set {
        env.push(format!("{key}={value}"));
    }
    m.env = env.into();
    NEXT
}

/// `func write(fd int, b []byte)`
fn write(m: &mut Machine, base: usize) -> Done {
    let (err, text) = (int(m, base) == 2, bytes(m, base + 1));
    m.observe_range(m.stack[base + 1], text.len(), false);
    m.write(err, &text);
    Ok(m.syscall(SYSCALL + text.len() as u64))
}

/// `func writeText(fd int, s string)`
fn write_text(m: &mut Machine, base: usize) -> Done {
    let (err, text) = (int(m, base) == 2, string(m, base + 1));
    m.write(err, &text);
    Ok(m.syscall(SYSCALL + text.len() as u64))
}

/// `func call(bytes int)`: a system call that moves so many bytes to or from a file or connection.
fn call(m: &mut Machine, base: usize) -> Done {
    Ok(m.syscall(SYSCALL + int(m, base).max(0) as u64))
}

/// `func wait(ready *uint32)`
fn poll_wait(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let woken = m.take_param() != 0;
    if woken || m.heap.load(addr, 0, Narrow::U32) == Some(1) {
        m.heap.store(addr, 0, 0);
        return NEXT;
    }
    Ok(m.poll_wait(addr))
}

/// `func ready(ready *uint32)`
fn poll_ready(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    if !m.poll_ready(addr) {
        m.heap.store(addr, 0, 1);
    }
    NEXT
}

/// `func next() int`: the next signal that the host has sent, or 0. No host sends any yet: it would wake `signals.sent`.
fn next_signal(m: &mut Machine, base: usize) -> Done {
    set_int(m, base, 0);
    NEXT
}

/// `func hosted() bool`: whether there is a disk beside memory.
fn hosted(m: &mut Machine, base: usize) -> Done {
    let there = m.disk.open || m.disk.view.is_some() || !m.disk.answers.is_empty();
    set_bool(m, base, there);
    NEXT
}

/// `func fixed() bool`: whether that disk is only looked at.
fn fixed(m: &mut Machine, base: usize) -> Done {
    let fixed = m.disk.view.is_some();
    set_bool(m, base, fixed);
    NEXT
}

/// `func workDir() string`
fn work_dir(m: &mut Machine, base: usize) -> Done {
    let dir = Arc::clone(&m.disk.dir);
    m.set_string(base, dir.as_bytes());
    NEXT
}

/// `func given() []string`: names of the files that are there from the start.
fn given(m: &mut Machine, base: usize) -> Done {
    let names: Vec<String> = m.disk.files.iter().map(|f| f.0.clone()).collect();
    strings(m, base, &names);
    NEXT
}

/// `func content(i int) []byte`: of such a file.
fn content(m: &mut Machine, base: usize) -> Done {
    let data = usize::try_from(int(m, base)).ok().and_then(|i| m.disk.files.get(i)).map(|f| Arc::clone(&f.1));
    set_bytes(m, base, &data.unwrap_or_default());
    NEXT
}

/// `func question(op int, path, to string, b []byte, n int) (id int)`. The run stands still until somebody has answered; that it
/// does so behind the call, and whether or not the answer is known already, makes no difference to its steps.
pub(super) fn question(m: &mut Machine, base: usize) -> Done {
    let op = usize::try_from(int(m, base)).ok().and_then(|n| DiskOp::ALL.get(n)).copied();
    let Some(op) = op else { return Err(panic_text(m, "os: unknown question")) };
    let (path, to) = (m.text_at(base + 1), m.text_at(base + 3));
    let (data, number) = (bytes(m, base + 5), int(m, base + 8));
    let id = m.disk.ask(DiskRequest { op, path, to, number, data });
    set_int(m, base, id as i64);
    Ok(Flow::Switch)
}

/// `func reply(id int) (errno int, data []byte, names []string, numbers []int)`: for each entry its name and where it points to, and
/// its mode, size and time.
pub(super) fn reply(m: &mut Machine, base: usize) -> Done {
    let answer = m.disk.answer_to(int(m, base) as usize);
    set_int(m, base, i64::from(answer.errno));
    set_bytes(m, base + 1, &answer.data);
    let names: Vec<String> = answer.entries.iter().flat_map(|e| [e.name.clone(), e.link.clone()]).collect();
    strings(m, base + 4, &names);
    let numbers: Vec<u64> = answer.entries.iter().flat_map(|e| [u64::from(e.mode), e.size, e.time as u64]).collect();
    set_words(m, base + 7, &numbers);
    NEXT
}

/// Natives of `os`.
pub(super) const OS: &[(&str, NativeFn)] = &[
    ("internal/poll.Call", call),
    ("internal/poll.ready", poll_ready),
    ("internal/poll.wait", poll_wait),
    ("internal/signals.exit", exit),
    ("internal/signals.next", next_signal),
    ("os.Exit", exit),
    ("os.args", args),
    ("os.call", call),
    ("os.content", content),
    ("os.fixed", fixed),
    ("os.given", given),
    ("os.hosted", hosted),
    ("os.question", question),
    ("os.reply", reply),
    ("os.stdin", super::fmt::read_stdin),
    ("os.workDir", work_dir),
    ("os.write", write),
    ("os.writeText", write_text),
    ("syscall.Environ", environ),
    ("syscall.Exit", exit),
    ("syscall.Getenv", lookup),
    ("syscall.Getpid", getpid),
    ("syscall.change", change),
];
