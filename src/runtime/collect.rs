//! Garbage collection: roots, marking, sweeping. Goroutines are all roots here; the leak finder marks from the living ones
//! only, with the same [`Marker`].

use super::memory::Reached;
use super::*;
use crate::bytecode::{Program, SlotKind};
use std::sync::Arc;

impl Machine {
    /// Collects if it is due. Only called between instructions, when everything in use is reachable from a root.
    ///
    /// # Errors
    /// When more is alive than may be.
    #[inline]
    pub fn collect_if_due(&mut self) -> Result<(), Trap> {
        if self.heap.gc_due() {
            self.collect();
        }
        if self.heap.live > self.heap.limit {
            self.collect();
            if self.heap.live > self.heap.limit {
                return Err(Trap::Fatal(error::OUT_OF_MEMORY.into()));
            }
        }
        Ok(())
    }

    /// Marks and sweeps.
    pub fn collect(&mut self) {
        let program = Arc::clone(&self.program);
        let mut marker = Marker::default();
        self.mark_shared(&mut marker);
        let top = self.frame_top() + 256;
        let stack = std::mem::take(&mut self.stack);
        for &word in &stack[..top.min(stack.len())] {
            marker.word(&mut self.heap, word);
        }
        self.stack = stack;
        for g in 0..self.gs.len() {
            if self.gs[g].status != GStatus::Dead {
                self.mark_goroutine(&mut marker, g);
            }
        }
        self.mark_reached(&mut marker, &program);
        self.finalize(&mut marker, &program);
        let (maps, chans) = (&mut self.maps, &mut self.chans);
        let (free_maps, free_chans) = (&mut self.free_maps, &mut self.free_chans);
        let free = self.heap.free.len();
        self.heap.sweep(|tag, index| match tag {
            ObjTag::Map => {
                let bytes = maps[index].bytes();
                maps[index] = MapObj::empty();
                free_maps.push(index as u32);
                bytes
            }
            ObjTag::Chan => {
                let bytes = chans[index].bytes();
                chans[index].object = 0;
                free_chans.push(index as u32);
                bytes
            }
            ObjTag::Free | ObjTag::Data | ObjTag::Closure => 0,
        });
        if let Some(x) = self.exploration.as_deref_mut() {
            self.heap.free[free..].iter().for_each(|&id| x.race.forget(id as usize));
        }
        self.run_finalizers();
    }

    /// Marks from package-level variables and timers.
    pub fn mark_shared(&mut self, marker: &mut Marker) {
        let program = Arc::clone(&self.program);
        for id in 0..self.heap.permanent as usize {
            let (tag, layout) = (self.heap.objs[id].tag, self.heap.objs[id].layout);
            let mask = &program.layouts.get(layout).map_or(&[][..], |l| &l.mask);
            if tag == ObjTag::Data && !mask.is_empty() {
                marker.object(&mut self.heap, id, |m, heap, data| m.masked(heap, &program, mask, data));
            }
        }
        let actions: Vec<TimerAction> = self.timers.armed().map(|t| t.action).collect();
        for action in actions {
            match action {
                TimerAction::Send(word) | TimerAction::Go(word) => marker.word(&mut self.heap, word),
                TimerAction::Wake(_) => {}
            }
        }
    }

    /// Marks from a goroutine's saved stack, deferred calls and panics.
    pub fn mark_goroutine(&mut self, marker: &mut Marker, g: usize) {
        for &word in &self.gs[g].saved {
            marker.word(&mut self.heap, word);
        }
        self.mark_beside_stack(marker, g);
    }

    /// Marks from a goroutine's deferred calls and panics.
    pub fn mark_beside_stack(&mut self, marker: &mut Marker, g: usize) {
        let heap = &mut self.heap;
        if let Some(unwind) = &self.gs[g].unwind {
            for defer in &unwind.defers {
                marker.word(heap, defer.closure);
                for &word in &defer.args {
                    marker.word(heap, word);
                }
            }
            for panic in &unwind.panics {
                marker.word(heap, panic.value.1);
            }
        }
    }

    /// Works the list off.
    pub fn mark_reached(&mut self, marker: &mut Marker, program: &Program) {
        while let Some(reached) = marker.step(&mut self.heap, program) {
            match reached {
                Reached::Plain => {}
                Reached::Map(index) => {
                    let map = &self.maps[index];
                    let rtype = &program.rtypes[map.ty];
                    let key = &program.layouts[program.rtypes[rtype.key].layout].mask;
                    let val = &program.layouts[program.rtypes[rtype.elem].layout].mask;
                    for (k, v) in map.iter() {
                        marker.masked(&mut self.heap, program, key, k);
                        marker.masked(&mut self.heap, program, val, v);
                    }
                }
                Reached::Chan(index) => {
                    let chan = &self.chans[index];
                    let elem = program.rtypes[chan.ty].elem;
                    let wide = program.rtypes[elem].is_wide();
                    let mask = if wide {
                        &[SlotKind::Pointer][..]
                    } else {
                        &program.layouts[program.rtypes[elem].layout].mask
                    };
                    let buffer = chan.buffer();
                    for value in buffer.chunks_exact(chan.elem_slots.max(1)) {
                        marker.masked(&mut self.heap, program, mask, value);
                    }
                }
            }
        }
    }
}
