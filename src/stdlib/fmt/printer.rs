//! One formatting: walks the arguments, and writes them or notes which methods must be called first.

use super::style::{LOWER, Style, UPPER};
use crate::bytecode::{Kind, MethodId, Narrow, Program, RMethod, RType, RTypeId};
use crate::runtime::{Heap, Machine, MapObj, narrow_of};
use crate::stdlib::unicode::push_rune;
use std::cell::RefCell;
use std::cmp::Ordering;

/// A method that Go code has to call, as `fmt.call` in Go has it.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) ty: RTypeId,
    pub(super) slots: Vec<u64>,
    pub(super) method: Method,
    pub(super) verb: u32,
    pub(super) style: Style,
    /// Where the directive starts in the format.
    pub(super) directive: usize,
}

/// Which method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Error,
    String,
    GoString,
    Format,
}

/// What a called method gave, as `fmt.result` in Go has it.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) text: Vec<u8>,
    /// To be written as it is: what `Format` wrote, or the text of a panic.
    pub(super) raw: bool,
    /// It panicked, after which width and precision are 0, as in Go.
    pub(super) lost: bool,
}

/// Whether a value came from an unexported field, whose methods `fmt` must not call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Free,
    /// An embedded field of unexported type: exported fields in it are free again.
    Embedded,
    Hidden,
}

impl Access {
    fn inherit(self) -> Self {
        if self == Access::Free { Access::Free } else { Access::Hidden }
    }
}

/// A formatting in progress.
pub(super) struct Printer<'a> {
    heap: &'a Heap,
    program: &'a Program,
    maps: &'a [MapObj],
    /// The text.
    pub(super) out: Vec<u8>,
    style: Style,
    erroring: bool,
    directive: usize,
    /// Whether `%w` is allowed.
    pub(super) wraps: bool,
    /// Numbers of the arguments of `%w`.
    pub(super) wrapped: Vec<usize>,
    /// Calls that were met, unless there are answers.
    pub(super) calls: Vec<Call>,
    /// Answers to the calls, in order.
    pub(super) answers: Option<std::vec::IntoIter<Answer>>,
    /// Memory that was read, if somebody looks out for races.
    pub(super) reads: RefCell<Option<Vec<(u64, usize)>>>,
}

type Arg = (u64, u64);

const V: u32 = b'v' as u32;

fn verb_in(verb: u32, set: &[u8]) -> bool {
    verb < 0x80 && set.contains(&(verb as u8))
}

impl<'a> Printer<'a> {
    pub(super) fn new(m: &'a Machine) -> Self {
        Self {
            heap: &m.heap,
            program: &m.program,
            maps: &m.maps,
            out: Vec::new(),
            style: Style::default(),
            erroring: false,
            directive: 0,
            wraps: false,
            wrapped: Vec::new(),
            calls: Vec::new(),
            answers: None,
            reads: RefCell::new(m.exploration.is_some().then(Vec::new)),
        }
    }

    pub(super) fn has_read(&self, ptr: u64, n: usize) {
        if let Some(reads) = self.reads.borrow_mut().as_mut() {
            reads.push((ptr, n));
        }
    }

    fn rtype(&self, ty: RTypeId) -> &'a RType {
        &self.program.rtypes[ty]
    }

    fn text(&mut self, s: &str) {
        self.out.extend_from_slice(s.as_bytes());
    }

    /// The slots of what an interface holds.
    fn unpack(&self, ty: RTypeId, data: u64) -> Vec<u64> {
        let rtype = self.rtype(ty);
        if rtype.is_direct() { vec![data; rtype.slots as usize] } else { self.load(data, 0, ty) }
    }

    /// A value of type `ty` at `ptr + off`.
    fn load(&self, ptr: u64, off: usize, ty: RTypeId) -> Vec<u64> {
        let narrow = narrow_of(self.program, ty);
        self.has_read(ptr.wrapping_add(off as u64), self.rtype(ty).slots as usize);
        (0..self.rtype(ty).slots as usize).map(|i| self.heap.load(ptr, off + i, narrow).unwrap_or(0)).collect()
    }

    /// `Print`, `Println`
    pub(super) fn print(&mut self, args: &[Arg], line: bool) {
        let mut after_string = false;
        for (i, &arg) in args.iter().enumerate() {
            let string = arg.0 != 0 && self.rtype(RTypeId(arg.0 as u32)).kind == Kind::String;
            if i > 0 && (line || !string && !after_string) {
                self.out.push(b' ');
            }
            self.arg(arg, V);
            after_string = string;
        }
        if line {
            self.out.push(b'\n');
        }
    }

    /// `Printf`
    pub(super) fn printf(&mut self, format: &[u8], args: &[Arg]) {
        let end = format.len();
        let mut n = 0;
        let mut reordered = false;
        let mut i = 0;
        while i < end {
            let mut good = true;
            let start = i;
            while i < end && format[i] != b'%' {
                i += 1;
            }
            self.out.extend_from_slice(&format[start..i]);
            if i >= end {
                break;
            }
            self.directive = i;
            i += 1;
            self.style = Style::default();
            while i < end {
                match format[i] {
                    b'#' => self.style.sharp = true,
                    b'0' => self.style.zero = true,
                    b'+' => self.style.plus = true,
                    b'-' => self.style.minus = true,
                    b' ' => self.style.space = true,
                    _ => break,
                }
                i += 1;
            }
            let index = |n: &mut usize, i: &mut usize, good: &mut bool, reordered: &mut bool| -> bool {
                if format.get(*i) != Some(&b'[') {
                    return false;
                }
                *reordered = true;
                let (number, width, ok) = arg_number(&format[*i..]);
                *i += width;
                if ok && number < args.len() {
                    *n = number;
                    return true;
                }
                *good = false;
                ok
            };
            let mut after_index = index(&mut n, &mut i, &mut good, &mut reordered);
            if i < end && format[i] == b'*' {
                i += 1;
                let wid = self.int_arg(args, &mut n);
                self.style.has_wid = wid.is_some();
                self.style.wid = wid.unwrap_or(0);
                if wid.is_none() {
                    self.text("%!(BADWIDTH)");
                }
                if self.style.wid < 0 {
                    self.style.wid = -self.style.wid;
                    self.style.minus = true;
                    self.style.zero = false;
                }
                after_index = false;
            } else {
                let wid = parse_num(format, &mut i);
                self.style.has_wid = wid.is_some();
                self.style.wid = wid.unwrap_or(0);
                if after_index && wid.is_some() {
                    good = false;
                }
            }
            if i + 1 < end && format[i] == b'.' {
                i += 1;
                if after_index {
                    good = false;
                }
                after_index = index(&mut n, &mut i, &mut good, &mut reordered);
                if i < end && format[i] == b'*' {
                    i += 1;
                    let prec = self.int_arg(args, &mut n).filter(|&p| p >= 0);
                    self.style.has_prec = prec.is_some();
                    self.style.prec = prec.unwrap_or(0);
                    if prec.is_none() {
                        self.text("%!(BADPREC)");
                    }
                    after_index = false;
                } else {
                    self.style.prec = parse_num(format, &mut i).unwrap_or(0);
                    self.style.has_prec = true;
                }
            }
            if !after_index {
                index(&mut n, &mut i, &mut good, &mut reordered);
            }
            if i >= end {
                self.text("%!(NOVERB)");
                break;
            }
            let (verb, size) = crate::stdlib::unicode::decode(&format[i..]);
            i += size;
            if verb == u32::from(b'%') {
                self.out.push(b'%');
            } else if !good {
                self.bang(verb, "(BADINDEX)");
            } else if n >= args.len() {
                self.bang(verb, "(MISSING)");
            } else {
                if verb_in(verb, b"vw") {
                    if verb == u32::from(b'w') {
                        self.wrapped.push(n);
                    }
                    self.style.sharp_v = std::mem::take(&mut self.style.sharp);
                    self.style.plus_v = std::mem::take(&mut self.style.plus);
                }
                self.arg(args[n], verb);
                n += 1;
            }
        }
        if !reordered && n < args.len() {
            self.style = Style::default();
            self.text("%!(EXTRA ");
            for (i, &arg) in args[n..].iter().enumerate() {
                if i > 0 {
                    self.text(", ");
                }
                if arg.0 == 0 {
                    self.text("<nil>");
                } else {
                    self.text(&self.rtype(RTypeId(arg.0 as u32)).name);
                    self.out.push(b'=');
                    self.arg(arg, V);
                }
            }
            self.out.push(b')');
        }
    }

    /// `%!verb` and what follows.
    fn bang(&mut self, verb: u32, what: &str) {
        self.text("%!");
        push_rune(&mut self.out, verb);
        self.text(what);
    }

    /// The next argument as a width or precision.
    fn int_arg(&self, args: &[Arg], n: &mut usize) -> Option<i64> {
        let &(ty, data) = args.get(*n)?;
        *n += 1;
        let kind = self.program.rtypes.get(RTypeId(ty as u32)).map_or(Kind::Invalid, |t| t.kind);
        let v = data as i64;
        let fits = match kind {
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => true,
            _ => (Kind::Uint..=Kind::Uintptr).contains(&kind) && v >= 0,
        };
        (fits && v.unsigned_abs() <= 1_000_000).then_some(v)
    }

    fn arg(&mut self, (ty, data): Arg, verb: u32) {
        let ty = RTypeId(ty as u32);
        if ty == RTypeId::NIL {
            if verb_in(verb, b"Tv") {
                self.style.pad(&mut self.out, b"<nil>");
            } else {
                self.bang(verb, "(<nil>)");
            }
            return;
        }
        let rtype = self.rtype(ty);
        if verb == u32::from(b'T') {
            self.style.string(&mut self.out, rtype.name.as_bytes());
            return;
        }
        let mut one = [data];
        let many;
        let slots: &[u64] = if rtype.is_direct() {
            &mut one[..rtype.slots as usize]
        } else {
            many = self.load(data, 0, ty);
            &many
        };
        if verb == u32::from(b'p') {
            self.pointer(ty, slots, verb);
            return;
        }
        if rtype.name == "reflect.Value" && rtype.pkg_path == "reflect" {
            self.reflected(slots, verb);
            return;
        }
        if ty == self.program.well_known.byte_slice {
            self.bytes(ty, slots, verb);
            return;
        }
        if self.methods(ty, slots, verb) {
            return;
        }
        self.value(ty, slots, verb, 0, Access::Free);
    }

    /// What a `reflect.Value` holds: its slots are the type, the value or a pointer to it, and flags (`go/reflect/value.go`).
    fn reflected(&mut self, held: &[u64], verb: u32) {
        const INDIRECT: u64 = 1;
        const READ_ONLY: u64 = 4 | 8;
        const METHOD_SHIFT: u32 = 8;
        let &[ty, word, flags] = held else { return };
        let id = self.heap.load(ty, 0, Narrow::U32).filter(|_| ty != 0);
        let Some(ty) = id.map(|id| RTypeId(id as u32)) else {
            self.text("<invalid reflect.Value>");
            return;
        };
        let slots =
            if flags & INDIRECT != 0 { self.load(word, 0, ty) } else { vec![word; self.rtype(ty).slots as usize] };
        let access = if flags & READ_ONLY == 0 { Access::Free } else { Access::Hidden };
        if let Some(index) = (flags >> METHOD_SHIFT).checked_sub(1) {
            // A method value; Go has one piece of code for all of them, whose address it prints.
            let rtype = self.rtype(ty);
            let name = |m: &&RMethod| self.program.methods[m.id].as_str();
            let mut exported: Vec<&RMethod> = rtype.methods.iter().filter(|m| !name(m).contains('.')).collect();
            crate::base::sort_by_key(&mut exported, |m| name(m).to_owned());
            if let Some(method) = exported.get(index as usize) {
                self.value(method.ty, &held[..1], verb, 0, access);
            }
            return;
        }
        if access == Access::Free && self.methods(ty, &slots, verb) {
            return;
        }
        self.value(ty, &slots, verb, 0, access);
    }

    /// Whether `rtype` has the method with such a signature.
    fn has(&self, rtype: &RType, id: MethodId, params: usize) -> bool {
        rtype.method(id).is_some_and(|m| {
            let sig = self.rtype(m.ty);
            let results: &[RTypeId] = if params == 0 { &[self.program.well_known.string] } else { &[] };
            m.func.is_some() && sig.params.len() == params && sig.results == results
        })
    }

    /// Handles a value whose methods say how it prints; false if there are none that apply.
    fn methods(&mut self, ty: RTypeId, slots: &[u64], mut verb: u32) -> bool {
        if self.erroring {
            return false;
        }
        let rtype = self.rtype(ty);
        let known = &self.program.well_known;
        if verb == u32::from(b'w') {
            if !self.wraps || !self.has(rtype, known.error_method, 0) {
                self.bad_verb(Some((ty, slots)), verb);
                return true;
            }
            verb = V;
        }
        if rtype.methods.is_empty() {
            return false;
        }
        let method = if self.has(rtype, known.format_method, 2) {
            Method::Format
        } else if self.style.sharp_v {
            if !self.has(rtype, known.go_string_method, 0) {
                return false;
            }
            Method::GoString
        } else if !verb_in(verb, b"vsxXq") {
            return false;
        } else if self.has(rtype, known.error_method, 0) {
            Method::Error
        } else if self.has(rtype, known.string_method, 0) {
            Method::String
        } else {
            return false;
        };
        let Some(answers) = &mut self.answers else {
            self.calls.push(Call {
                ty,
                slots: slots.to_vec(),
                method,
                verb,
                style: self.style.clone(),
                directive: self.directive,
            });
            return true;
        };
        let Some(answer) = answers.next() else { return true };
        if answer.lost {
            (self.style.wid, self.style.prec) = (0, 0);
        }
        if answer.raw {
            self.out.extend_from_slice(&answer.text);
        } else if method == Method::GoString {
            self.style.string(&mut self.out, &answer.text);
        } else {
            self.string(None, &answer.text, verb);
        }
        true
    }

    fn bad_verb(&mut self, value: Option<(RTypeId, &[u64])>, verb: u32) {
        self.erroring = true;
        self.bang(verb, "(");
        match value {
            Some((ty, slots)) => {
                self.text(&self.rtype(ty).name);
                self.out.push(b'=');
                self.value(ty, slots, V, 0, Access::Free);
            }
            None => self.text("<nil>"),
        }
        self.out.push(b')');
        self.erroring = false;
    }

    fn string(&mut self, value: Option<(RTypeId, &[u64])>, text: &[u8], verb: u32) {
        let (style, out) = (&self.style, &mut self.out);
        match verb as u8 {
            b'v' if style.sharp_v => style.quoted(out, text),
            b'v' | b's' => style.string(out, text),
            b'x' => style.hex_bytes(out, text, LOWER),
            b'X' => style.hex_bytes(out, text, UPPER),
            b'q' => style.quoted(out, text),
            _ => self.bad_verb(value, verb),
        }
    }

    fn hex0(&mut self, v: u64, leading: bool) {
        let sharp = std::mem::replace(&mut self.style.sharp, leading);
        self.style.integer(&mut self.out, v, 16, false, V, LOWER);
        self.style.sharp = sharp;
    }

    fn integer(&mut self, ty: RTypeId, slots: &[u64], v: u64, signed: bool, verb: u32) {
        let (style, out) = (&self.style, &mut self.out);
        match u8::try_from(verb).unwrap_or(0) {
            b'v' if style.sharp_v && !signed => self.hex0(v, true),
            b'v' | b'd' => style.integer(out, v, 10, signed, verb, LOWER),
            b'b' => style.integer(out, v, 2, signed, verb, LOWER),
            b'o' | b'O' => style.integer(out, v, 8, signed, verb, LOWER),
            b'x' => style.integer(out, v, 16, signed, verb, LOWER),
            b'X' => style.integer(out, v, 16, signed, verb, UPPER),
            b'c' => style.character(out, v),
            b'q' => style.quoted_character(out, v),
            b'U' => style.unicode(out, v),
            _ => self.bad_verb(Some((ty, slots)), verb),
        }
    }

    fn float(&mut self, ty: RTypeId, slots: &[u64], v: f64, bits: u32, verb: u32) {
        let (style, out) = (&self.style, &mut self.out);
        match u8::try_from(verb).unwrap_or(0) {
            b'v' => style.float(out, v, bits, u32::from(b'g'), -1),
            b'b' | b'g' | b'G' | b'x' | b'X' => style.float(out, v, bits, verb, -1),
            b'f' | b'e' | b'E' => style.float(out, v, bits, verb, 6),
            b'F' => style.float(out, v, bits, u32::from(b'f'), 6),
            _ => self.bad_verb(Some((ty, slots)), verb),
        }
    }

    fn complex(&mut self, ty: RTypeId, slots: &[u64], re: f64, im: f64, bits: u32, verb: u32) {
        if !verb_in(verb, b"vbgGxXfFeE") {
            self.bad_verb(Some((ty, slots)), verb);
            return;
        }
        let plus = self.style.plus;
        self.out.push(b'(');
        self.float(ty, slots, re, bits, verb);
        self.style.plus = true;
        self.float(ty, slots, im, bits, verb);
        self.text("i)");
        self.style.plus = plus;
    }

    /// A `[]byte`, or bytes under `%s`, `%q`, `%x`.
    fn bytes(&mut self, ty: RTypeId, slots: &[u64], verb: u32) {
        let rtype = self.rtype(ty);
        let nil = rtype.kind == Kind::Slice && slots[0] == 0;
        let data = if rtype.kind == Kind::Slice {
            self.has_read(slots[0], slots[1] as usize);
            self.heap.read_bytes(slots[0], slots[1] as usize)
        } else {
            slots.iter().map(|&b| b as u8).collect()
        };
        match u8::try_from(verb).unwrap_or(0) {
            b'v' | b'd' => {
                if self.style.sharp_v {
                    let plain = ty == self.program.well_known.byte_slice;
                    self.text(if plain { "[]byte" } else { &rtype.name });
                    if nil {
                        self.text("(nil)");
                        return;
                    }
                }
                self.out.push(if self.style.sharp_v { b'{' } else { b'[' });
                for (i, &c) in data.iter().enumerate() {
                    if i > 0 {
                        self.text(if self.style.sharp_v { ", " } else { " " });
                    }
                    if self.style.sharp_v {
                        self.hex0(u64::from(c), true);
                    } else {
                        self.style.integer(&mut self.out, u64::from(c), 10, false, verb, LOWER);
                    }
                }
                self.out.push(if self.style.sharp_v { b'}' } else { b']' });
            }
            b's' => self.style.string(&mut self.out, &data),
            b'x' => self.style.hex_bytes(&mut self.out, &data, LOWER),
            b'X' => self.style.hex_bytes(&mut self.out, &data, UPPER),
            b'q' => self.style.quoted(&mut self.out, &data),
            _ => self.value(ty, slots, verb, 0, Access::Free),
        }
    }

    fn pointer(&mut self, ty: RTypeId, slots: &[u64], verb: u32) {
        use Kind::{Chan, Func, Map, Pointer, Slice, UnsafePointer};
        let rtype = self.rtype(ty);
        if !matches!(rtype.kind, Chan | Func | Map | Pointer | Slice | UnsafePointer) {
            self.bad_verb(Some((ty, slots)), verb);
            return;
        }
        let u = self.heap.address(slots[0]);
        match u8::try_from(verb).unwrap_or(0) {
            b'v' if self.style.sharp_v => {
                self.out.push(b'(');
                self.text(&rtype.name);
                self.text(")(");
                if u == 0 {
                    self.text("nil");
                } else {
                    self.hex0(u, true);
                }
                self.out.push(b')');
            }
            b'v' if u == 0 => self.style.pad(&mut self.out, b"<nil>"),
            b'v' | b'p' => self.hex0(u, !self.style.sharp),
            b'b' | b'o' | b'd' | b'x' | b'X' => self.integer(ty, slots, u, false, verb),
            _ => self.bad_verb(Some((ty, slots)), verb),
        }
    }

    /// A value that needs no method, or whose own parts may have some.
    fn value(&mut self, ty: RTypeId, slots: &[u64], verb: u32, depth: u32, access: Access) {
        let rtype = self.rtype(ty);
        if depth > 0 && access == Access::Free && rtype.kind != Kind::Interface && self.methods(ty, slots, verb) {
            return;
        }
        use Kind::*;
        let first = slots.first().copied().unwrap_or(0);
        match rtype.kind {
            Invalid => self.text("<nil>"),
            Bool => match u8::try_from(verb).unwrap_or(0) {
                b't' | b'v' => self.style.pad(&mut self.out, if first != 0 { b"true" } else { b"false" }),
                _ => self.bad_verb(Some((ty, slots)), verb),
            },
            Int | Int8 | Int16 | Int32 | Int64 => self.integer(ty, slots, first, true, verb),
            Uint | Uint8 | Uint16 | Uint32 | Uint64 | Uintptr => self.integer(ty, slots, first, false, verb),
            Float32 => self.float(ty, slots, f64::from(f32::from_bits(first as u32)), 32, verb),
            Float64 => self.float(ty, slots, f64::from_bits(first), 64, verb),
            Complex64 => {
                let (re, im) = (f32::from_bits(first as u32), f32::from_bits(slots[1] as u32));
                self.complex(ty, slots, f64::from(re), f64::from(im), 32, verb);
            }
            Complex128 => self.complex(ty, slots, f64::from_bits(first), f64::from_bits(slots[1]), 64, verb),
            String => {
                let heap = self.heap;
                self.string(Some((ty, slots)), heap.bytes(first, slots[1] as usize), verb);
            }
            Map => self.map(rtype, first, verb, depth, access),
            Struct => self.structure(rtype, slots, verb, depth, access),
            Interface => {
                if first == 0 {
                    if self.style.sharp_v {
                        self.text(&rtype.name);
                        self.text("(nil)");
                    } else {
                        self.text("<nil>");
                    }
                } else {
                    let inner = RTypeId(first as u32);
                    let slots = self.unpack(inner, slots[1]);
                    self.value(inner, &slots, verb, depth + 1, access.inherit());
                }
            }
            Array | Slice => self.list(ty, slots, verb, depth, access),
            Pointer if depth == 0 && first != 0 => {
                let elem = self.rtype(rtype.elem);
                if matches!(elem.kind, Array | Slice | Struct | Map) {
                    self.out.push(b'&');
                    let slots = self.load(first, 0, rtype.elem);
                    self.value(rtype.elem, &slots, verb, 1, access);
                } else {
                    self.pointer(ty, slots, verb);
                }
            }
            Pointer | Chan | Func | UnsafePointer => self.pointer(ty, slots, verb),
        }
    }

    fn list(&mut self, ty: RTypeId, slots: &[u64], verb: u32, depth: u32, access: Access) {
        let rtype = self.rtype(ty);
        let elem = self.rtype(rtype.elem);
        if verb_in(verb, b"sqxX") && elem.kind == Kind::Uint8 {
            self.bytes(ty, slots, verb);
            return;
        }
        let sharp_v = self.style.sharp_v;
        if sharp_v {
            self.text(&rtype.name);
            if rtype.kind == Kind::Slice && slots[0] == 0 {
                self.text("(nil)");
                return;
            }
        }
        let size = elem.slots as usize;
        let slice = rtype.kind == Kind::Slice;
        let n = if slice { slots[1] as usize } else { rtype.len as usize };
        let narrow = narrow_of(self.program, rtype.elem);
        let mut one = vec![0; size];
        if slice {
            self.has_read(slots[0], n * size);
        }
        self.out.push(if sharp_v { b'{' } else { b'[' });
        for i in 0..n {
            if i > 0 {
                self.text(if sharp_v { ", " } else { " " });
            }
            if slice {
                for (j, slot) in one.iter_mut().enumerate() {
                    *slot = self.heap.load(slots[0], i * size + j, narrow).unwrap_or(0);
                }
                self.value(rtype.elem, &one, verb, depth + 1, access.inherit());
            } else {
                self.value(rtype.elem, &slots[i * size..(i + 1) * size], verb, depth + 1, access.inherit());
            }
        }
        self.out.push(if sharp_v { b'}' } else { b']' });
    }

    fn structure(&mut self, rtype: &'a RType, slots: &[u64], verb: u32, depth: u32, access: Access) {
        let sharp_v = self.style.sharp_v;
        if sharp_v {
            self.text(&rtype.name);
        }
        self.out.push(b'{');
        for (i, field) in rtype.fields.iter().enumerate() {
            if i > 0 {
                self.text(if sharp_v { ", " } else { " " });
            }
            if self.style.plus_v || sharp_v {
                self.text(&field.name);
                self.out.push(b':');
            }
            let inner = match (access, field.exported, field.embedded) {
                (Access::Hidden, ..) | (_, false, false) => Access::Hidden,
                (_, false, true) => Access::Embedded,
                (_, true, _) => Access::Free,
            };
            let at = field.offset as usize;
            let n = self.rtype(field.ty).slots as usize;
            let mut inner = inner;
            let (mut ty, mut value) = (field.ty, slots[at..at + n].to_vec());
            // What an interface in a field holds is looked at directly, with its own depth.
            if self.rtype(ty).kind == Kind::Interface && value[0] != 0 {
                ty = RTypeId(value[0] as u32);
                value = self.unpack(ty, value[1]);
                inner = inner.inherit();
            }
            self.value(ty, &value, verb, depth + 1, inner);
        }
        self.out.push(b'}');
    }

    fn map(&mut self, rtype: &'a RType, map: u64, verb: u32, depth: u32, access: Access) {
        let sharp_v = self.style.sharp_v;
        if sharp_v {
            self.text(&rtype.name);
            if map == 0 {
                self.text("(nil)");
                return;
            }
            self.out.push(b'{');
        } else {
            self.text("map[");
        }
        self.has_read(map, 1);
        let index = self.heap.objs[crate::runtime::ptr_id(map)].data.first().map(|&i| i as usize);
        let maps = self.maps;
        let mut entries: Vec<(&[u64], &[u64])> = index.map_or(Vec::new(), |i| maps[i].iter().collect());
        crate::base::sort_by(&mut entries, |a, b| self.compare(rtype.key, a.0, b.0));
        for (i, (key, value)) in entries.into_iter().enumerate() {
            if i > 0 {
                self.text(if sharp_v { ", " } else { " " });
            }
            self.value(rtype.key, key, verb, depth + 1, access.inherit());
            self.out.push(b':');
            self.value(rtype.elem, value, verb, depth + 1, access.inherit());
        }
        self.out.push(if sharp_v { b'}' } else { b']' });
    }

    /// Where a type comes among others of which Go compares addresses: the basic ones lie in this order, most others before
    /// them and structs behind.
    fn place_of_type(&self, ty: u64) -> u32 {
        use Kind::*;
        const BASIC: [Kind; 17] = [
            String, Int8, Uint8, Int16, Uint16, Int32, Uint32, Int64, Uint64, Int, Uint, Uintptr, Complex64,
            Complex128, Float32, Float64, Bool,
        ];
        let rtype = self.rtype(RTypeId(ty as u32));
        match BASIC.iter().position(|&k| k == rtype.kind).filter(|_| rtype.pkg_path.is_empty()) {
            _ if ty == 0 => 0,
            Some(place) => 2 + place as u32,
            None if rtype.kind == Struct => 100,
            None => 1,
        }
    }

    /// The order of map keys.
    fn compare(&self, ty: RTypeId, a: &[u64], b: &[u64]) -> Ordering {
        use Kind::*;
        let rtype = self.rtype(ty);
        let float = |x: f64, y: f64| x.partial_cmp(&y).unwrap_or_else(|| y.is_nan().cmp(&x.is_nan()));
        let f32_of = |v: u64| f64::from(f32::from_bits(v as u32));
        match rtype.kind {
            Int | Int8 | Int16 | Int32 | Int64 => (a[0] as i64).cmp(&(b[0] as i64)),
            Float64 => float(f64::from_bits(a[0]), f64::from_bits(b[0])),
            Float32 => float(f32_of(a[0]), f32_of(b[0])),
            Complex128 => float(f64::from_bits(a[0]), f64::from_bits(b[0]))
                .then_with(|| float(f64::from_bits(a[1]), f64::from_bits(b[1]))),
            Complex64 => float(f32_of(a[0]), f32_of(b[0])).then_with(|| float(f32_of(a[1]), f32_of(b[1]))),
            String => self.heap.bytes(a[0], a[1] as usize).cmp(self.heap.bytes(b[0], b[1] as usize)),
            Struct => {
                let fields =
                    rtype.fields.iter().map(|f| self.compare(f.ty, &a[f.offset as usize..], &b[f.offset as usize..]));
                fields.into_iter().find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
            }
            Array => {
                let n = self.rtype(rtype.elem).slots as usize;
                let elems = (0..rtype.len as usize).map(|i| self.compare(rtype.elem, &a[i * n..], &b[i * n..]));
                elems.into_iter().find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
            }
            Interface => {
                if a[0] != b[0] || a[0] == 0 {
                    let place = |ty: u64| (self.place_of_type(ty), ty);
                    return place(a[0]).cmp(&place(b[0]));
                }
                let inner = RTypeId(a[0] as u32);
                self.compare(inner, &self.unpack(inner, a[1]), &self.unpack(inner, b[1]))
            }
            _ => a.first().cmp(&b.first()),
        }
    }
}

/// `[n]` at the start of `format`: the number less one, bytes read, whether it is well formed.
fn arg_number(format: &[u8]) -> (usize, usize, bool) {
    if format.len() < 3 {
        return (0, 1, false);
    }
    let Some(close) = format.iter().position(|&c| c == b']') else { return (0, 1, false) };
    let mut i = 1;
    match parse_num(&format[..close], &mut i) {
        Some(n) if i == close && n >= 1 => (n as usize - 1, close + 1, true),
        // [0] is well formed, and no argument's number.
        Some(_) if i == close => (usize::MAX, close + 1, true),
        _ => (0, close + 1, false),
    }
}

fn parse_num(s: &[u8], i: &mut usize) -> Option<i64> {
    let mut n = None;
    while let Some(c) = s.get(*i).filter(|c| c.is_ascii_digit()) {
        let v: i64 = n.unwrap_or(0) * 10 + i64::from(c - b'0');
        if v / 10 > 1_000_000 {
            *i = s.len();
            return None;
        }
        n = Some(v);
        *i += 1;
    }
    n
}
