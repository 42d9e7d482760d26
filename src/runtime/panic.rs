//! `defer`, `panic`, `recover`, `runtime.Goexit`, and how a program dies.
//!
//! A panic runs deferred calls above the stack that panicked, so that a trace shows both; the call's link leads to the fixed
//! instruction `PanicNext`, which goes on. A recovered panic cuts the stack back to the function that deferred and enters its epilogue.
//! Printing a fatal panic may need `Error` or `String` methods: they run the same way and come back to `FatalNext`.

use super::value::{print_float, print_float32};
use super::*;
use crate::bytecode::{Kind, PC_FATAL, PC_PANIC, RTypeId};
use crate::trace::EventKind;
use std::fmt::Write;

impl Machine {
    /// A run-time error as an interface value.
    pub fn error_value(&mut self, error: &RuntimeError) -> (u64, u64) {
        let known = &self.program.well_known;
        let ty = match error.class {
            ErrorClass::ErrorString => known.error_string,
            ErrorClass::Bounds => known.bounds_error,
            ErrorClass::Plain => known.plain_error,
            ErrorClass::TypeAssertion => known.type_assertion_error,
            ErrorClass::PanicNil => known.panic_nil_error,
        };
        let (ptr, len) = self.new_string(error.text.as_bytes());
        // All of these are, or point to, one string.
        let layout = self.program.rtypes[self.program.well_known.string].layout;
        let boxed = self.heap.alloc_slots(layout, &[ptr, len]);
        (u64::from(ty.0), boxed)
    }

    /// `defer closure(args)` in a frame of the running goroutine.
    pub fn push_defer(&mut self, closure: u64, args: &[u64], frame: u32) {
        let defer = Defer { fp: frame, pc: self.pc - 1, closure, args: args.into() };
        let defers = &mut self.gs[self.loaded as usize].unwind_mut().defers;
        // The body of a loop over a function defers below what the functions between have deferred.
        let at = defers.partition_point(|d| d.fp <= frame);
        defers.insert(at, defer);
    }

    /// Sets up the call of a closure above `top`, to return to `ret`; false when the closure is nil.
    fn call_above(&mut self, top: usize, ret: u32, closure: u64, args: &[u64]) -> Result<bool, Trap> {
        let Some(&entry) = self.heap.objs[ptr_id(closure)].data.first() else { return Ok(false) };
        let n = top + 1;
        self.grow_stack(n)?;
        self.stack[n - 1] = u64::from(ret) << 32 | (n - self.fp) as u64;
        self.stack[n..n + args.len()].copy_from_slice(args);
        self.stack[n + args.len()] = closure;
        self.fp = n;
        self.pc = entry as u32;
        Ok(true)
    }

    /// Calls a closure without results from a native, which is over then: the goroutine goes on behind it when the closure returns.
    ///
    /// # Errors
    /// When the closure is nil or the stack cannot grow.
    pub fn call_closure(&mut self, closure: u64, args: &[u64]) -> Result<Flow, Trap> {
        let top = self.frame_top();
        if !self.call_above(top, self.pc, closure, args)? {
            return Err(error::nil_dereference().into());
        }
        Ok(Flow::Next)
    }

    /// Runs the frame's next deferred call, behind which a jump leads back here; or goes on behind that when there is none.
    ///
    /// # Errors
    /// When the function deferred is nil.
    pub fn run_defers(&mut self) -> Result<Flow, Trap> {
        let fp = self.fp as u32;
        let unwind = self.gs[self.loaded as usize].unwind.as_mut();
        let Some(defer) = unwind.and_then(|u| u.defers.pop_if(|d| d.fp == fp)) else {
            self.pc += 1;
            return Ok(Flow::Next);
        };
        let top = self.frame_top();
        if !self.call_above(top, self.pc, defer.closure, &defer.args)? {
            return Err(error::nil_dereference().into());
        }
        Ok(Flow::Next)
    }

    /// An instruction failed: panic, or end the program.
    pub fn trap(&mut self, trap: Trap) -> Flow {
        match trap {
            Trap::Error(error) => {
                let value = self.error_value(&error);
                self.panic(value, error.segv, false)
            }
            Trap::Panic(ty, data) => self.panic((ty, data), false, false),
            Trap::Fatal(text) => self.fatal(&text, "fatal error"),
        }
    }

    /// `runtime.Goexit`: runs the goroutine's deferred calls and ends it.
    pub fn goexit(&mut self) -> Flow {
        self.panic((0, 0), false, true)
    }

    fn panic(&mut self, value: (u64, u64), segv: bool, goexit: bool) -> Flow {
        if self.panic_state.dying {
            let text = self.panic_in_printing(value);
            return self.fatal_with(&text, "fatal error", segv);
        }
        if !goexit {
            self.emit(EventKind::Panic);
        }
        let top = self.frame_top().max(self.fp + 1) as u32;
        let panic = GoPanic {
            value,
            recovered: false,
            goexit,
            segv,
            pc: self.pc,
            fp: self.fp as u32,
            top,
            deferring_fp: 0,
            call_fp: 0,
            printed: None,
        };
        self.gs[self.loaded as usize].unwind_mut().panics.push(panic);
        self.next_deferred()
    }

    /// Runs the next deferred call of the newest panic.
    fn next_deferred(&mut self) -> Flow {
        let unwind = self.gs[self.loaded as usize].unwind_mut();
        let panic = unwind.panics.last_mut().expect("a panic is in progress");
        let (top, fp, goexit) = (panic.top as usize, panic.fp as usize, panic.goexit);
        let Some(defer) = unwind.defers.pop() else {
            if goexit {
                return self.end_goroutine();
            }
            return self.fatal_panic();
        };
        let panic = unwind.panics.last_mut().expect("as above");
        panic.deferring_fp = defer.fp;
        panic.call_fp = top as u32 + 1;
        self.fp = fp;
        match self.call_above(top, PC_PANIC, defer.closure, &defer.args) {
            Ok(true) => Flow::Next,
            Ok(false) => self.trap(error::nil_dereference().into()),
            Err(trap) => self.trap(trap),
        }
    }

    /// `PanicNext`: a deferred call of the newest panic has returned.
    pub fn panic_next(&mut self) -> Flow {
        let unwind = self.gs[self.loaded as usize].unwind_mut();
        let Some(panic) = unwind.panics.last() else {
            return self.fatal("a deferred call returned without a panic", "fatal error");
        };
        if !panic.recovered {
            return self.next_deferred();
        }
        let frame = panic.deferring_fp;
        // It returns from the function whose frame that is.
        let (fp, from) = (frame as usize, (panic.fp as usize, panic.pc));
        let pc = traceback::resumes_at(self, from, fp);
        // What panicked above the recovering function is gone with its stack.
        let unwind = self.gs[self.loaded as usize].unwind_mut();
        unwind.panics.retain(|p| p.fp < frame);
        let resumed_goexit = unwind.panics.last().is_some_and(|p| p.goexit && p.deferring_fp == frame);
        let epilogue = self.program.func_at(pc.saturating_sub(1)).map_or(0, |f| self.program.funcs[f].epilogue);
        self.fp = fp;
        self.pc = epilogue;
        if self.exploration.is_some() {
            // No frame to come finds what stood in those.
            let top = self.entered_top().min(self.stack.len());
            self.stack[top..].fill(0);
        }
        self.emit(EventKind::Recover);
        if resumed_goexit { self.next_deferred() } else { Flow::Next }
    }

    /// `recover()`: the newest panic's value, if this is the deferred call it runs; else nil.
    pub fn recover(&mut self) -> (u64, u64) {
        let mut fp = self.fp;
        // Wrappers between the panic and the deferred method do not count.
        while let Some(f) = self.program.func_at((self.stack[fp - 1] >> 32) as u32)
            && self.program.funcs[f].wrapper
        {
            fp -= self.stack[fp - 1] as u32 as usize;
        }
        let Some(unwind) = &mut self.gs[self.loaded as usize].unwind else { return (0, 0) };
        match unwind.panics.last_mut() {
            Some(p) if !p.goexit && !p.recovered && p.call_fp as usize == fp => {
                p.recovered = true;
                p.value
            }
            _ => (0, 0),
        }
    }

    /// `fatal error: …` with the goroutines, exit code 2.
    pub fn fatal(&mut self, text: &str, kind: &'static str) -> Flow {
        self.fatal_with(text, kind, false)
    }

    fn fatal_with(&mut self, text: &str, kind: &'static str, segv: bool) -> Flow {
        let mut out = String::new();
        // A panic in progress is told first, as far as that needs no code of the program.
        if self.loaded != NONE
            && !self.panic_state.dying
            && let Some(unwind) = self.gs[self.loaded as usize].unwind.clone()
            && unwind.panics.iter().any(|p| !p.goexit)
        {
            out = self.panics_text(&unwind.panics);
            out.push('\t');
        }
        if text == error::STACK_OVERFLOW {
            let _ = writeln!(out, "runtime: goroutine stack exceeds 1000000000-byte limit");
            let _ = writeln!(out, "runtime: sp=0xc0200e0390 stack=[0xc0200e0000, 0xc0400e0000]");
        }
        let _ = write!(out, "fatal error: {text}");
        if segv {
            out.push('\n');
            out.push_str(SIGNAL.trim_end());
        }
        out.push('\n');
        if !self.panic_state.level.shows() {
        } else if text == error::DEADLOCK || text == error::NO_GOROUTINES {
            for g in 0..self.gs.len() as u32 {
                if self.gs[g as usize].status != GStatus::Dead {
                    out.push('\n');
                    out.push_str(&traceback::goroutine(self, g, None));
                }
            }
        } else if self.loaded != NONE {
            out.push('\n');
            out.push_str(&traceback::stacks(self, true));
        }
        self.write(true, out.as_bytes());
        self.exit(self.panic_state.level.exit_code(), kind)
    }

    /// Nobody recovers: turn the values into text, one method call after the other, then print and die.
    fn fatal_panic(&mut self) -> Flow {
        self.panic_state.dying = true;
        let known = self.program.well_known;
        let program = std::sync::Arc::clone(&self.program);
        let unwind = self.gs[self.loaded as usize].unwind_mut();
        let mut call = None;
        let again: Vec<bool> = (0..unwind.panics.len()).map(|i| is_again(&unwind.panics, i)).collect();
        for (p, again) in unwind.panics.iter_mut().zip(again) {
            if p.printed.is_some() || p.goexit {
                continue;
            }
            // The same value once more is not printed.
            if again {
                p.printed = Some(Vec::new());
                continue;
            }
            let Some(rtype) = program.rtypes.get(RTypeId(p.value.0 as u32)) else { continue };
            let text = |id| program.text_method(rtype, id);
            match text(known.error_method).or_else(|| text(known.string_method)) {
                Some(func) if p.value.0 != 0 => {
                    call = Some((func, p.value.1));
                    break;
                }
                _ => p.printed = Some(Vec::new()),
            }
        }
        let Some((func, receiver)) = call else { return self.die() };
        let top = unwind.panics.last().map_or(self.fp + 1, |p| p.top as usize);
        let n = top + 2;
        if let Err(trap) = self.grow_stack(n) {
            return self.trap(trap);
        }
        self.fp = unwind_fp(self);
        self.stack[n - 1] = u64::from(PC_FATAL) << 32 | (n - self.fp) as u64;
        self.stack[n] = receiver;
        self.fp = n;
        self.pc = program.funcs[func].entry;
        Flow::Next
    }

    /// `FatalNext`: `Error` or `String` has returned.
    pub fn fatal_next(&mut self) -> Flow {
        let unwind = self.gs[self.loaded as usize].unwind_mut();
        let n = unwind.panics.last().map_or(0, |p| p.top as usize) + 2;
        let text = self.heap.bytes(self.stack[n], self.stack[n + 1] as usize).to_vec();
        let unwind = self.gs[self.loaded as usize].unwind_mut();
        if let Some(p) = unwind.panics.iter_mut().find(|p| p.printed.is_none() && !p.goexit) {
            p.printed = Some(text);
        }
        self.fatal_panic()
    }

    /// Prints the panics and the goroutine, exit code 2.
    fn die(&mut self) -> Flow {
        let panics = self.gs[self.loaded as usize].unwind_mut().panics.clone();
        let mut out = self.panics_text(&panics);
        if panics.iter().any(|p| p.segv) {
            out.push_str(SIGNAL);
        }
        if let Some(p) = panics.last() {
            self.pc = p.pc;
            self.fp = p.fp as usize;
        }
        if self.panic_state.level.shows() {
            out.push('\n');
            out.push_str(&traceback::stacks(self, self.panic_state.level.all()));
        }
        self.write(true, out.as_bytes());
        self.exit(self.panic_state.level.exit_code(), "panic")
    }

    /// `printpanics`: one line a panic, oldest first.
    fn panics_text(&self, panics: &[GoPanic]) -> String {
        let mut out = String::new();
        for (i, p) in panics.iter().enumerate() {
            if is_again(panics, i) {
                continue;
            }
            if i > 0 && !panics[i - 1].goexit {
                out.push('\t');
            }
            if p.goexit {
                continue;
            }
            let _ = write!(out, "panic: {}", self.panic_text(p));
            if p.recovered {
                let repanicked = panics.len() > i + 1 && is_again(panics, i + 1);
                out.push_str(if repanicked { " [recovered, repanicked]" } else { " [recovered]" });
            }
            out.push('\n');
        }
        out
    }

    /// What is said when `Error` or `String` of a panic's value panics itself.
    fn panic_in_printing(&self, (ty, data): (u64, u64)) -> String {
        let rtype = &self.program.rtypes[RTypeId(ty as u32)];
        let what = if rtype.kind == Kind::String && !rtype.named {
            let slots = self.iface_slots(RTypeId(ty as u32), data);
            String::from_utf8_lossy(self.heap.bytes(slots[0], slots[1] as usize)).into_owned()
        } else {
            format!("type {}", rtype.name)
        };
        format!("panic while printing panic value: {what}")
    }

    /// `printpanicval`
    fn panic_text(&self, p: &GoPanic) -> String {
        let (ty, data) = p.value;
        if ty == 0 {
            return "nil".into();
        }
        let rtype = &self.program.rtypes[RTypeId(ty as u32)];
        if let Some(text) = p.printed.as_ref().filter(|t| !t.is_empty()) {
            return String::from_utf8_lossy(text).replace('\n', "\n\t");
        }
        let plain = match rtype.kind {
            Kind::Bool => format!("{}", data != 0),
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => format!("{}", data as i64),
            Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr => {
                format!("{data}")
            }
            Kind::Float64 => print_float(f64::from_bits(data)),
            Kind::Float32 => print_float32(f32::from_bits(data as u32)),
            Kind::String => {
                let slots = self.iface_slots(RTypeId(ty as u32), data);
                let text = String::from_utf8_lossy(self.heap.bytes(slots[0], slots[1] as usize)).replace('\n', "\n\t");
                if rtype.named {
                    return format!("{}(\"{}\")", rtype.name, text);
                }
                return text;
            }
            Kind::Complex64 | Kind::Complex128 => {
                let slots = self.iface_slots(RTypeId(ty as u32), data);
                let part = |bits: u64| match rtype.kind {
                    Kind::Complex64 => print_float32(f32::from_bits(bits as u32)),
                    _ => print_float(f64::from_bits(bits)),
                };
                let (re, im) = (part(slots[0]), part(slots[1]));
                let sign = if im.starts_with(['+', '-']) { "" } else { "+" };
                if rtype.named {
                    return format!("{}({re}{sign}{im}i)", rtype.name);
                }
                format!("({re}{sign}{im}i)")
            }
            _ => return format!("({}) {:#x}", rtype.name, data),
        };
        if rtype.named { format!("{}({plain})", rtype.name) } else { plain }
    }
}

/// Printed behind panics that a signal caused.
const SIGNAL: &str = "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]\n";

/// Whether a panic has the very value of the one before it.
fn is_again(panics: &[GoPanic], i: usize) -> bool {
    i > 0 && panics[i - 1].value == panics[i].value
}

fn unwind_fp(machine: &Machine) -> usize {
    let g = &machine.gs[machine.loaded as usize];
    g.unwind.as_ref().and_then(|u| u.panics.last()).map_or(machine.fp, |p| p.fp as usize)
}
