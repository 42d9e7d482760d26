//! Package `os`: the machine's inputs and outputs.

use super::abi::{Done, NEXT, bytes, int, panic_text, set_bool, set_int, set_strings, string};
use crate::bytecode::Narrow;
use crate::bytecode::cost::SYSCALL;
use crate::runtime::{Machine, NativeFn};
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
    m.write(err, &text);
    Ok(m.syscall(SYSCALL + text.len() as u64))
}

/// `func writeText(fd int, s string)`
fn write_text(m: &mut Machine, base: usize) -> Done {
    let (err, text) = (int(m, base) == 2, string(m, base + 1));
    m.write(err, &text);
    Ok(m.syscall(SYSCALL + text.len() as u64))
}

/// `func call(bytes int)`: a system call that moves so many bytes to or from a file.
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

/// Natives of `os`.
pub(super) const OS: &[(&str, NativeFn)] = &[
    ("internal/poll.ready", poll_ready),
    ("internal/poll.wait", poll_wait),
    ("internal/signals.exit", exit),
    ("os.Exit", exit),
    ("os.Getpid", getpid),
    ("os.args", args),
    ("os.call", call),
    ("os.stdin", super::fmt::read_stdin),
    ("os.write", write),
    ("os.writeText", write_text),
    ("syscall.Environ", environ),
    ("syscall.Exit", exit),
    ("syscall.Getenv", lookup),
    ("syscall.Getpid", getpid),
    ("syscall.change", change),
];
