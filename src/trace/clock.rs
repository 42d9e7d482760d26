//! Vector clocks.

/// For each goroutine, by goid, how much of what it did happened before some point (Mattern 1988, Fidge 1988). Goroutines beyond
/// the end stand at 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VectorClock {
    times: Vec<u32>,
}

impl VectorClock {
    /// The component of a goroutine.
    #[inline]
    pub fn get(&self, goid: u32) -> u32 {
        self.times.get(goid as usize).copied().unwrap_or(0)
    }

    /// The goroutine goes on to its next time.
    pub fn tick(&mut self, goid: u32) {
        let place = goid as usize;
        if self.times.len() <= place {
            self.times.resize(place + 1, 0);
        }
        self.times[place] += 1;
    }

    /// What happened before `other` has happened before this, too.
    pub fn join(&mut self, other: &VectorClock) {
        if self.times.len() < other.times.len() {
            self.times.resize(other.times.len(), 0);
        }
        for (own, &theirs) in self.times.iter_mut().zip(&other.times) {
            *own = (*own).max(theirs);
        }
    }

    /// Becomes a copy.
    pub fn copy(&mut self, other: &VectorClock) {
        self.times.clone_from(&other.times);
    }

    /// Nothing has happened.
    pub fn clear(&mut self) {
        self.times.clear();
    }
}
