//! Moments of a run that somebody else has seen: coming there, and telling whether it is the same run.

use super::Session;

impl Session {
    /// Runs the head on for about `fuel` towards the moment at this step behind so many events; whether it has come there, or comes
    /// no further.
    pub fn run_towards(&mut self, events: u64, tick: u64, fuel: u64) -> bool {
        let there = |s: &Self| s.event_count() > events || s.event_count() == events && s.progress().tick >= tick;
        let before = self.progress().tick;
        if there(self) {
            return true;
        }
        let after = self.run(fuel);
        there(self) || after.end.is_some() || after.tick == before
    }

    /// Goes to that moment, if the run up to there is one with this hash (as 16 hexadecimal digits); otherwise only to where as many events have happened.
    /// Whether it is the same.
    pub fn stand_at(&mut self, events: u64, tick: u64, hash: &str) -> bool {
        if self.hash_at(events).is_some_and(|h| format!("{h:016x}") == hash) {
            self.seek(tick);
            if self.events_here() == events {
                return true;
            }
        }
        self.seek_event(events);
        false
    }
}
