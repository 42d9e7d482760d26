//! The variables of one goroutine, opened as far as somebody wants to look into them.

use super::inspect::{array_text, memory_text, place_in, pointer_text, value_text};
use crate::bytecode::{Kind, Narrow, RTypeId, Width};
use crate::runtime::{Machine, frames, narrow_of, ptr_id, ptr_off};

/// A frame's variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameVariables {
    /// The function.
    pub func: String,
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
    /// Its variables.
    pub variables: Vec<Variable>,
}

/// A variable or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name; of an element its index, of a field its name.
    pub name: String,
    /// Its type as Go writes it.
    pub ty: String,
    /// Its value in a line.
    pub value: String,
    /// By which name it is asked to be open.
    pub path: String,
    /// Whether there is something inside.
    pub opens: bool,
    /// What is inside, if it is open.
    pub parts: Vec<Variable>,
    /// How many more parts there are.
    pub more: usize,
    /// A slice's array, with the number of its first element, length and capacity.
    pub window: Option<(u32, usize, usize, usize)>,
    /// The channel, by number, if it is one.
    pub channel: Option<u32>,
    /// Where it lies in memory, 0 for a register.
    pub addr: u64,
}

/// Parts of a variable that are told of, and frames.
const PARTS: usize = 64;
const FRAMES: usize = 50;

struct Opener<'a> {
    m: &'a Machine,
    open: &'a dyn Fn(&str) -> bool,
}

/// The variables of goroutine `goid`, innermost frame first; parts of those for whose path `open` says yes.
pub(super) fn variables(m: &Machine, goid: u32, open: &dyn Fn(&str) -> bool) -> Vec<FrameVariables> {
    let Some(g) =
        (0..m.gs.len() as u32).find(|&g| m.goid(g) == goid && m.gs[g as usize].status != crate::runtime::GStatus::Dead)
    else {
        return Vec::new();
    };
    let stack: &[u64] = if g == m.loaded { &m.stack } else { &m.gs[g as usize].saved };
    let opener = Opener { m, open };
    let mut out = Vec::new();
    for (i, frame) in frames(m, g, FRAMES).iter().enumerate() {
        let Some(func) = frame.func.map(|f| &m.program.funcs[f]) else { continue };
        if func.wrapper || func.name.starts_with("runtime.") {
            continue;
        }
        let at = place_in(m, g, frame, i == 0);
        let Some((file, line)) = m.program.lines.get(at as usize).and_then(|l| m.program.sources.locate(l.pos)) else {
            continue;
        };
        let vars = func.vars.iter().filter(|v| v.from <= at && at < v.to);
        let mut all: Vec<Variable> = vars
            .filter_map(|v| {
                let start = frame.fp + v.reg as usize;
                let path = format!("{} {}", out.len(), v.name);
                if v.boxed {
                    Some(opener.memory(v.ty, *stack.get(start)?, v.name.clone(), path))
                } else {
                    let slots = stack.get(start..start + m.program.rtypes[v.ty].slots as usize)?;
                    Some(opener.value(v.ty, slots, v.name.clone(), path, 0))
                }
            })
            .collect();
        if let Some(&closure) = stack.get(frame.fp + func.params as usize).filter(|_| !func.captures.is_empty()) {
            opener.captures(func, closure, out.len(), &mut all);
        }
        out.push(FrameVariables { func: func.name.clone(), file: file.to_owned(), line: line.line, variables: all });
    }
    out
}

impl Opener<'_> {
    /// What a closure has taken along, beside its own variables.
    fn captures(&self, func: &crate::bytecode::Func, closure: u64, frame: usize, out: &mut Vec<Variable>) {
        let m = self.m;
        if m.heap.peek(closure, 0, Narrow::U32) != Some(u64::from(func.entry)) {
            return;
        }
        for c in func.captures.iter().filter(|c| !c.name.is_empty()) {
            if out.iter().any(|v| v.name == c.name) {
                continue;
            }
            let path = format!("{frame} {}", c.name);
            let slots = if c.by_ref { 1 } else { m.program.rtypes[c.ty].slots };
            let held: Vec<u64> =
                (0..slots).filter_map(|i| m.heap.peek(closure, (c.at + i) as usize, Narrow::U32)).collect();
            if held.len() == slots as usize {
                out.push(match held.first() {
                    Some(&ptr) if c.by_ref => self.memory(c.ty, ptr, c.name.clone(), path),
                    _ => self.value(c.ty, &held, c.name.clone(), path, 0),
                });
            }
        }
    }

    fn slots(&self, ty: RTypeId, ptr: u64) -> Vec<u64> {
        let narrow = narrow_of(&self.m.program, ty);
        let n = self.m.program.rtypes[ty].slots as usize;
        (0..n.min(4_096)).map(|i| self.m.heap.peek(ptr, i, narrow).unwrap_or(0)).collect()
    }

    fn memory(&self, ty: RTypeId, ptr: u64, name: String, path: String) -> Variable {
        let rtype = &self.m.program.rtypes[ty];
        if rtype.slots > 4_096 {
            let (ty, value) = (rtype.name.clone(), memory_text(self.m, ty, ptr, 0));
            return Variable { ty, value, addr: ptr, ..plain(name, path) };
        }
        let slots = self.slots(ty, ptr);
        self.value(ty, &slots, name, path, ptr)
    }

    fn value(&self, ty: RTypeId, v: &[u64], name: String, path: String, addr: u64) -> Variable {
        let m = self.m;
        let rtype = &m.program.rtypes[ty];
        let mut out = Variable { ty: rtype.name.clone(), value: value_text(m, ty, v, 0), addr, ..plain(name, path) };
        let Some(&first) = v.first() else { return out };
        let second = v.get(1).copied().unwrap_or(0);
        let open = |out: &mut Variable| {
            out.opens = true;
            (self.open)(&out.path)
        };
        match rtype.kind {
            // A lock's X-ray says more than its fields.
            Kind::Struct if matches!(rtype.pkg_path.as_str(), "sync" | "sync/atomic") => {}
            Kind::Struct if !rtype.fields.is_empty() && open(&mut out) => {
                for f in rtype.fields.iter().take(PARTS) {
                    let (n, at) = (m.program.rtypes[f.ty].slots as usize, f.offset as usize);
                    let inner = if addr == 0 { 0 } else { addr.wrapping_add(u64::from(f.offset)) };
                    let path = format!("{}.{}", out.path, f.name);
                    out.parts.push(self.value(f.ty, v.get(at..at + n).unwrap_or(&[]), f.name.clone(), path, inner));
                }
                out.more = rtype.fields.len().saturating_sub(PARTS);
            }
            Kind::Array if rtype.len > 0 && open(&mut out) => {
                let step = m.program.rtypes[rtype.elem].slots as usize;
                for i in 0..(rtype.len as usize).min(PARTS) {
                    let path = format!("{}[{i}]", out.path);
                    let part = v.get(i * step..(i + 1) * step).unwrap_or(&[]);
                    out.parts.push(self.value(rtype.elem, part, format!("[{i}]"), path, 0));
                }
                out.more = (rtype.len as usize).saturating_sub(PARTS);
            }
            Kind::Slice if first != 0 => {
                let Some(obj) = m.heap.objs.get(ptr_id(first)) else { return out };
                let slots = m.program.rtypes[rtype.elem].slots as usize;
                let step = if obj.width == Width::W64 { slots } else { 1 };
                let (len, cap) = (second as usize, v.get(2).map_or(second, |&c| c) as usize);
                let all = obj.data.len() * 8 / obj.width.bytes();
                let sound = step > 0 && len <= cap && ptr_off(first).saturating_add(len.saturating_mul(step)) <= all;
                if !sound {
                    return out;
                }
                out.window = Some((ptr_id(first) as u32, ptr_off(first) / step, len, cap));
                if len > 0 && open(&mut out) {
                    for i in 0..len.min(PARTS) {
                        let at = first.wrapping_add((i * step) as u64);
                        let path = format!("{}[{i}]", out.path);
                        out.parts.push(self.memory(rtype.elem, at, format!("[{i}]"), path));
                    }
                    out.more = len.saturating_sub(PARTS);
                } else if len > 0 {
                    out.value = array_text(m, rtype.elem, first, len, 0);
                }
            }
            Kind::Pointer if first != 0 && m.program.rtypes.get(rtype.elem).is_some() => {
                let elem = &m.program.rtypes[rtype.elem];
                if m.heap.objs.len() <= ptr_id(first) || elem.slots == 0 {
                    return out;
                }
                if elem.kind != Kind::Struct {
                    out.value = format!("{} to {}", pointer_text(first), memory_text(m, rtype.elem, first, 1));
                }
                if open(&mut out) {
                    let path = format!("*{}", out.path);
                    let inner = self.memory(rtype.elem, first, "*".into(), path);
                    // A pointer to a struct shows its fields at once.
                    if elem.kind == Kind::Struct {
                        let (parts, more) = self.fields(rtype.elem, first, &out.path);
                        (out.parts, out.more) = (parts, more);
                    } else {
                        out.parts.push(inner);
                    }
                }
            }
            Kind::Map if first != 0 => {
                let Some(map) = m.heap.peek(first, 0, Narrow::U32).and_then(|i| m.maps.get(i as usize)) else {
                    return out;
                };
                if map.iter().next().is_some() && open(&mut out) {
                    for (k, val) in map.iter().take(PARTS) {
                        let key = value_text(m, rtype.key, k, 1);
                        let path = format!("{}[{key}]", out.path);
                        out.parts.push(self.value(rtype.elem, val, format!("[{key}]"), path, 0));
                    }
                    out.more = map.iter().count().saturating_sub(PARTS);
                }
            }
            Kind::Chan if first != 0 => {
                let chan = m.heap.peek(first, 0, Narrow::U32).and_then(|i| m.chans.get(i as usize));
                out.channel = chan.filter(|c| c.object != 0).map(|c| c.number);
            }
            Kind::Interface if first != 0 => {
                let dynamic = RTypeId(first as u32);
                let Some(held) = m.program.rtypes.get(dynamic).filter(|t| t.kind != Kind::Interface) else {
                    return out;
                };
                out.ty = format!("{} holding {}", out.ty, held.name);
                let inside = matches!(held.kind, Kind::Struct | Kind::Pointer | Kind::Slice | Kind::Map | Kind::Array);
                if inside && open(&mut out) {
                    let path = format!("{}.({})", out.path, held.name);
                    let inner = if held.is_direct() {
                        self.value(dynamic, &vec![second; held.slots as usize], held.name.clone(), path, 0)
                    } else {
                        self.memory(dynamic, second, held.name.clone(), path)
                    };
                    out.parts.push(inner);
                }
            }
            _ => {}
        }
        out
    }

    /// The fields of a struct in memory.
    fn fields(&self, ty: RTypeId, ptr: u64, path: &str) -> (Vec<Variable>, usize) {
        let rtype = &self.m.program.rtypes[ty];
        let part = |f: &crate::bytecode::RField| {
            let at = ptr.wrapping_add(u64::from(f.offset));
            self.memory(f.ty, at, f.name.clone(), format!("{path}.{}", f.name))
        };
        (rtype.fields.iter().take(PARTS).map(part).collect(), rtype.fields.len().saturating_sub(PARTS))
    }
}

fn plain(name: String, path: String) -> Variable {
    Variable {
        name,
        path,
        ty: String::new(),
        value: String::new(),
        opens: false,
        parts: Vec::new(),
        more: 0,
        window: None,
        channel: None,
        addr: 0,
    }
}
