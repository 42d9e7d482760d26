//! The log of a run: a window of events and a hash over all of them.

use super::Event;
use std::collections::VecDeque;

/// Events in order. It keeps the newest [`EventLog::WINDOW`]; older ones are made again by re-execution. The hash covers all.
#[derive(Debug, Clone)]
pub struct EventLog {
    events: VecDeque<Event>,
    /// Number of events ever.
    total: u64,
    hash: u64,
    /// Whether events are kept, or only counted and hashed.
    keep: bool,
    /// First words of the arguments that goroutines were started with, by number.
    started: Vec<(u32, [u64; EventLog::ARGS])>,
}

impl EventLog {
    /// How many events are kept at most.
    pub const WINDOW: usize = 1_000_000;
    /// Words of a goroutine's arguments that are kept.
    pub const ARGS: usize = 4;

    /// An empty log.
    pub fn new(keep: bool) -> Self {
        Self { events: VecDeque::new(), total: 0, hash: 0xcbf2_9ce4_8422_2325, keep, started: Vec::new() }
    }

    /// The hash over one event more.
    pub fn hash_with(hash: u64, event: &Event) -> u64 {
        // FNV-1a over words: cheap, order-sensitive, the same on every target.
        event.words().iter().fold(hash, |h, word| (h ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23))
    }

    /// Appends an event.
    pub fn push(&mut self, event: Event) {
        self.hash = Self::hash_with(self.hash, &event);
        self.total += 1;
        if self.keep {
            if self.events.len() == Self::WINDOW {
                self.events.pop_front();
            }
            self.events.push_back(event);
        }
    }

    /// Notes what a goroutine was started with; later ones have higher numbers.
    pub fn start(&mut self, goid: u32, args: &[u64]) {
        if self.keep {
            self.started.push((goid, std::array::from_fn(|i| args.get(i).copied().unwrap_or(0))));
        }
    }

    /// The first words of what a goroutine was started with.
    pub fn args_of(&self, goid: u32) -> Option<[u64; EventLog::ARGS]> {
        let i = self.started.binary_search_by_key(&goid, |s| s.0).ok()?;
        Some(self.started[i].1)
    }

    /// Number of events that ever happened.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Hash over all events that ever happened.
    pub fn hash(&self) -> u64 {
        self.hash
    }

    /// Number of the oldest event still kept.
    pub fn first(&self) -> u64 {
        self.total - self.events.len() as u64
    }

    /// The event with this number (from 0), if it is still kept.
    pub fn get(&self, number: u64) -> Option<&Event> {
        self.events.get(usize::try_from(number.checked_sub(self.first())?).ok()?)
    }

    /// The kept events from `number` on.
    pub fn since(&self, number: u64) -> impl Iterator<Item = &Event> {
        let skip = number.saturating_sub(self.first()) as usize;
        self.events.iter().skip(skip)
    }

    /// The number of the first kept event at or after `tick`.
    pub fn at_tick(&self, tick: u64) -> u64 {
        self.first() + self.events.partition_point(|e| e.tick < tick) as u64
    }

    /// Keeps events from the next one on.
    pub fn keep_from_now(&mut self) {
        self.keep = true;
    }

    /// Forgets the kept events but not count and hash.
    pub fn forget_events(&mut self) {
        self.events.clear();
        self.started.clear();
    }

    /// A log with count and hash but without events: checkpoints carry no events.
    pub fn without_events(&self) -> Self {
        Self { events: VecDeque::new(), total: self.total, hash: self.hash, keep: false, started: Vec::new() }
    }
}
