//! Back to where a machine was, in place.
//!
//! Exploration starts the same program ten thousand times a second from one state. A clone would make everything anew; here what is
//! there is written over, and what never changes is left.

use super::*;
use std::sync::Arc;

impl Machine {
    /// Becomes a copy of `from`, the same program on the same inputs at some step, but keeps its strategy.
    pub fn restore(&mut self, from: &Machine) {
        // All fields are named, so that a new one is not forgotten.
        let Machine {
            program,
            natives,
            heap,
            stack,
            pc,
            fp,
            executed,
            limit,
            gs,
            free_gs,
            living,
            next_goid,
            loaded,
            chans,
            free_chans,
            next_chan,
            maps,
            free_maps,
            sudogs,
            free_sudog,
            sched,
            timers,
            holders,
            sema,
            bubbles,
            captured,
            exploration,
            log,
            output,
            written,
            exit,
            stdin,
            stdin_open,
            input_wanted,
            disk,
            real_time,
            time_wanted,
            panic_state,
            site_cache,
            generators,
            finalizers,
            string_ptrs,
            // These are the same from the start to the end.
            limits: _,
            epoch: _,
            args: _,
            test_args: _,
            env: _,
            strategy: _,
            globals: _,
            watched: _,
            recording: _,
            exit0_panics: _,
        } = from;
        self.heap.restore(heap, &self.program);
        self.stack.clone_from(stack);
        self.gs.clone_from(gs);
        self.free_gs.clone_from(free_gs);
        self.chans.clone_from(chans);
        self.free_chans.clone_from(free_chans);
        self.maps.clone_from(maps);
        self.free_maps.clone_from(free_maps);
        self.sudogs.clone_from(sudogs);
        self.sched.clone_from(sched);
        self.timers.clone_from(timers);
        self.holders.clone_from(holders);
        self.sema.clone_from(sema);
        self.bubbles.clone_from(bubbles);
        self.captured.clone_from(captured);
        self.log.clone_from(log);
        self.output.clone_from(output);
        self.exit.clone_from(exit);
        self.stdin.clone_from(stdin);
        self.disk.clone_from(disk);
        self.generators.clone_from(generators);
        self.finalizers.clone_from(finalizers);
        // Reflection makes types and code while a program runs.
        if !Arc::ptr_eq(&self.program, program) {
            self.program = Arc::clone(program);
            self.natives = Arc::clone(natives);
            self.string_ptrs.clone_from(string_ptrs);
            self.site_cache.clone_from(site_cache);
        }
        if let (Some(own), Some(theirs)) = (&mut self.exploration, exploration) {
            own.restore(theirs);
        }
        self.pc = *pc;
        self.fp = *fp;
        self.executed = *executed;
        self.limit = *limit;
        self.living = *living;
        self.next_goid = *next_goid;
        self.loaded = *loaded;
        self.next_chan = *next_chan;
        self.free_sudog = *free_sudog;
        self.written = *written;
        self.stdin_open = *stdin_open;
        self.input_wanted = *input_wanted;
        self.real_time = *real_time;
        self.time_wanted = *time_wanted;
        self.panic_state = *panic_state;
    }
}
