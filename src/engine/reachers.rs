//! Who can still get at something: goroutines from whose variables a way leads through memory to a channel or a lock.
//!
//! As in a collection, every word of a stack counts as a possible pointer, so it may name a goroutine too many, for which nothing but a
//! register that is not used any more speaks. Whoever is not named cannot get at it.

use crate::bytecode::{Program, SlotKind};
use crate::runtime::{GStatus, Machine, ObjTag, TimerAction, ptr_id};

/// Who can get at a thing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reachers {
    /// Goroutines from whose own variables a way leads there, by number.
    pub goroutines: Vec<u32>,
    /// Whether package-level variables lead there, so that anybody may.
    pub shared: bool,
    /// Whether a timer that is armed leads there.
    pub timer: bool,
}

/// Objects beyond which nobody looks.
const MOST: usize = 300_000;
/// Words of stacks and of the heap beyond which nobody looks.
const WORDS: usize = 8_000_000;

/// Who can get at each of these objects; `None` if there is too much memory to look through.
pub(super) fn reachers(m: &Machine, ids: &[u32]) -> Option<Vec<Reachers>> {
    let stacks: usize = m.gs.iter().map(|g| g.saved.len()).sum();
    if m.heap.objs.len() > MOST || stacks + (m.heap.live / 8) as usize > WORDS {
        return None;
    }
    let into = Edges::of(m);
    Some(ids.iter().map(|&id| of(m, &into, id)).collect())
}

/// Which objects point to which: for each the ones that point to it.
struct Edges {
    first: Vec<u32>,
    sources: Vec<u32>,
}

impl Edges {
    fn of(m: &Machine) -> Self {
        let n = m.heap.objs.len();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for id in 0..n {
            words(m, id, &mut |word| {
                let to = ptr_id(word);
                if to > 1 && to < n && to != id {
                    pairs.push((to as u32, id as u32));
                }
            });
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut first = vec![0; n + 1];
        for &(to, _) in &pairs {
            first[to as usize + 1] += 1;
        }
        for i in 0..n {
            first[i + 1] += first[i];
        }
        Self { first, sources: pairs.into_iter().map(|p| p.1).collect() }
    }
}

/// The words of an object that may be pointers.
fn words(m: &Machine, id: usize, visit: &mut impl FnMut(u64)) {
    let obj = &m.heap.objs[id];
    let program: &Program = &m.program;
    let mut masked = |mask: &[SlotKind], slots: &[u64]| {
        if !mask.is_empty() {
            let pointers = slots.iter().enumerate().filter(|(i, _)| {
                let before = i.checked_sub(1).map(|b| mask[b % mask.len()]);
                match mask[i % mask.len()] {
                    SlotKind::Pointer => true,
                    SlotKind::IfaceData => before == Some(SlotKind::Iface),
                    SlotKind::Scalar | SlotKind::Iface => false,
                }
            });
            pointers.for_each(|(_, &word)| visit(word));
        }
    };
    match obj.tag {
        ObjTag::Free => {}
        ObjTag::Closure => obj.data.iter().skip(1).for_each(|&w| visit(w)),
        ObjTag::Data => {
            if let Some(layout) = program.layouts.get(obj.layout) {
                masked(&layout.mask, &obj.data);
            }
        }
        ObjTag::Map => {
            let Some(map) = obj.data.first().and_then(|&i| m.maps.get(i as usize)) else { return };
            let Some(rtype) = program.rtypes.get(map.ty) else { return };
            let mask = |ty| &program.layouts[program.rtypes[ty].layout].mask;
            for (k, v) in map.iter() {
                masked(mask(rtype.key), k);
                masked(mask(rtype.elem), v);
            }
        }
        ObjTag::Chan => {
            let Some(chan) = obj.data.first().and_then(|&i| m.chans.get(i as usize)) else { return };
            let elem = &program.rtypes[program.rtypes[chan.ty].elem];
            for value in chan.buffered() {
                if elem.is_wide() {
                    masked(&[SlotKind::Pointer], value);
                } else {
                    masked(&program.layouts[elem.layout].mask, value);
                }
            }
        }
    }
}

fn of(m: &Machine, into: &Edges, id: u32) -> Reachers {
    let n = m.heap.objs.len();
    let mut leads = vec![false; n];
    let mut todo = vec![id];
    let mut out = Reachers::default();
    while let Some(id) = todo.pop() {
        let at = id as usize;
        if at >= n || std::mem::replace(&mut leads[at], true) {
            continue;
        }
        if id < m.heap.permanent && m.heap.objs[at].tag == ObjTag::Data {
            out.shared = true;
            continue;
        }
        todo.extend(&into.sources[into.first[at] as usize..into.first[at + 1] as usize]);
    }
    let lead =
        |word: u64| leads.get(ptr_id(word)).copied().unwrap_or(false) && ptr_id(word) >= m.heap.permanent as usize;
    for (place, g) in m.gs.iter().enumerate() {
        if g.status == GStatus::Dead {
            continue;
        }
        let loaded = place as u32 == m.loaded;
        let top = if loaded { live_top(m) } else { g.saved.len() };
        let stack = if loaded { &m.stack[..top.min(m.stack.len())] } else { &g.saved };
        let unwinding = g.unwind.iter().flat_map(|u| &u.defers).flat_map(|d| d.args.iter().chain([&d.closure]));
        if stack.iter().chain(unwinding).any(|&w| lead(w)) {
            out.goroutines.push(g.goid);
        }
    }
    out.goroutines.sort_unstable();
    out.timer = m.timers.armed().any(|t| match t.action {
        TimerAction::Send(word) | TimerAction::Go(word) => lead(word),
        TimerAction::Wake(_) => false,
    });
    out
}

/// How much of the loaded goroutine's stack is in use.
fn live_top(m: &Machine) -> usize {
    let frame = m.program.func_at(m.pc).map_or(0, |f| m.program.funcs[f].frame as usize);
    m.fp + frame
}
