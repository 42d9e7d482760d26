//! `select`.

use super::*;
use crate::bytecode::{Instr, SelectCase};
use crate::sched::ChoicePoint;
use crate::trace::{EventKind, WaitReason};

impl Machine {
    /// Runs select table `table`; the number of the case goes to register `a`.
    ///
    /// # Errors
    /// When it chooses to send on a closed channel.
    pub fn select(&mut self, a: u8, table: usize) -> Result<Flow, Trap> {
        let program = std::sync::Arc::clone(&self.program);
        let (number, table) = (table as u32, &program.selects[table]);
        let fp = self.fp;
        for case in &table.cases {
            if let Some(index) = self.chan_index(self.stack[fp + case.chan as usize])
                && self.chans[index].bubble != 0
                && self.outside_of(index)
            {
                return Ok(self.fatal("select on synctest channel from outside bubble", "fatal error"));
            }
        }
        // Ready cases are counted first and then one is chosen, so that the strategy sees what it chooses from.
        let count = table.cases.iter().filter(|case| self.case_ready(case)).count();
        if count > 0 {
            let chosen = if count == 1 {
                table.cases.iter().position(|case| self.case_ready(case)).unwrap_or(0) as u16
            } else {
                self.choose_case(number, &table.cases, count)
            };
            let case = table.cases[chosen as usize];
            let chan = self.stack[fp + case.chan as usize];
            let index = self.chan_index(chan).expect("a ready case has a channel");
            self.emit(EventKind::Select { case: u32::from(chosen) });
            self.stack[fp + a as usize] = u64::from(chosen);
            if case.send {
                self.try_send(index, fp + case.value as usize)?;
            } else {
                let ok = self.try_recv(index, fp + case.value as usize).unwrap_or(false);
                if let Some(reg) = case.ok {
                    self.stack[fp + reg as usize] = u64::from(ok);
                }
            }
            return Ok(Flow::Next);
        }
        if table.has_default {
            let case = table.cases.len() as u32;
            self.emit(EventKind::Select { case });
            self.stack[fp + a as usize] = u64::from(case);
            return Ok(Flow::Next);
        }
        let mut waits = false;
        for (i, case) in table.cases.iter().enumerate() {
            if let Some(index) = self.chan_index(self.stack[fp + case.chan as usize]) {
                self.enqueue(index, i as u16, case.send);
                waits = true;
            }
        }
        let reason = if waits || !table.cases.is_empty() { WaitReason::Select } else { WaitReason::SelectNoCases };
        Ok(self.park(reason, Waiting::Nothing, fp + table.frame as usize))
    }

    /// Which of several ready cases of a select of the loaded goroutine is taken.
    fn choose_case(&mut self, table: u32, cases: &[SelectCase], count: usize) -> u16 {
        let pick = self.strategy.choose(ChoicePoint::SelectCase, count);
        let goid = self.goid(self.loaded);
        let ready = cases.iter().enumerate().filter(|(_, case)| self.case_ready(case)).map(|(i, _)| i);
        let Some(x) = self.exploration.as_deref() else { return { ready }.nth(pick).unwrap_or(0) as u16 };
        let mut ready: Vec<usize> = ready.collect();
        x.order_cases(goid, table, &mut ready);
        let chosen = ready.get(pick).map_or(0, |&case| case as u16);
        if let Some(x) = self.exploration.as_deref_mut() {
            x.took_case(goid, table, chosen);
        }
        chosen
    }

    /// The cases that would go through now of the select that a goroutine (by place) is about to run, as they are chosen from.
    pub fn ready_cases(&self, g: u32) -> Vec<usize> {
        let Some(gr) = self.gs.get(g as usize) else { return Vec::new() };
        let (stack, fp, pc): (&[u64], _, _) = match g == self.loaded {
            true => (&self.stack, self.fp, self.pc),
            false => (&gr.saved, gr.fp as usize, gr.pc),
        };
        let Some(&Instr::Select { m: table, .. }) = self.program.code.get(pc as usize) else { return Vec::new() };
        let ready =
            |case: &SelectCase| stack.get(fp + case.chan as usize).is_some_and(|&c| self.would_go(c, case.send));
        let cases = self.program.selects[table as usize].cases.iter().enumerate();
        let mut cases: Vec<usize> = cases.filter(|(_, case)| ready(case)).map(|(i, _)| i).collect();
        if let Some(x) = self.exploration.as_deref() {
            x.order_cases(gr.goid, table as u32, &mut cases);
        }
        cases
    }

    /// Whether a case would go through now. A send to a closed channel would: it panics.
    pub fn case_ready(&self, case: &SelectCase) -> bool {
        self.would_go(self.stack[self.fp + case.chan as usize], case.send)
    }

    /// Whether a send to or receive from a channel would go through now.
    pub fn would_go(&self, chan: u64, send: bool) -> bool {
        let Some(chan) = self.chan_index(chan).and_then(|index| self.chans.get(index)) else { return false };
        if send {
            chan.closed || chan.len < chan.cap || !chan.recvq.is_empty()
        } else {
            chan.closed || chan.len > 0 || !chan.sendq.is_empty()
        }
    }
}
