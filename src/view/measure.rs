//! What a lesson asks of a run: numbers and words for predictions, and moments for notes.

use super::history::History;
use super::picture::Picture;
use crate::engine::Session;
use crate::protocol::{Measure, Spot, StateKind};

/// Events that are counted by their words at most.
const COUNTED: u32 = 10_000;

impl Picture {
    /// What is measured of a run, once that is known: nothing before its end, and nothing for what only other schedules tell.
    pub fn measure(&mut self, session: &mut Session, what: &Measure) -> Option<String> {
        let end = session.progress().end?;
        Some(match what {
            Measure::Finding => return None,
            Measure::Ends if end.kind == "exit" => format!("exit {}", end.code),
            Measure::Ends => end.kind,
            Measure::Time => go_duration(session.time()),
            Measure::Line(n) => {
                let text = printed(session);
                let lines: Vec<&str> = text.lines().collect();
                let from_end = n.unsigned_abs() as usize;
                let at = if *n < 0 { lines.len().checked_sub(from_end) } else { Some(from_end - 1) };
                at.and_then(|i| lines.get(i)).map_or_else(String::new, |l| l.trim().to_owned())
            }
            Measure::Printed => {
                printed(session).split('\n').map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
            }
            Measure::Goroutines => {
                self.follow(session);
                most_at_once(self.history()).to_string()
            }
            Measure::Started => {
                self.follow(session);
                self.history().lives.len().to_string()
            }
            Measure::Count(words) => {
                let (mut count, mut here) = (0, 0);
                while let Some(n) = self.find(session, words, here, false).filter(|_| count < COUNTED) {
                    (count, here) = (count + 1, n);
                }
                count.to_string()
            }
        })
    }

    /// The number of the event that is meant, as far as the run is known.
    pub fn spot(&mut self, session: &mut Session, spot: &Spot) -> Option<u64> {
        let mut here = 0;
        for _ in 0..spot.nth.max(1) {
            here = self.find(session, &spot.words, here, false)?;
        }
        Some(here)
    }
}

/// What the program wrote to standard output.
fn printed(session: &Session) -> String {
    let bytes: Vec<u8> = session.output().iter().filter(|o| !o.err).flat_map(|o| o.bytes.iter().copied()).collect();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

fn most_at_once(history: &History) -> usize {
    let mut changes: Vec<(u64, bool)> = Vec::new();
    for life in &history.lives {
        changes.extend(life.stretches.first().map(|s| (s.from, true)));
        changes.extend(life.stretches.last().filter(|s| s.kind == StateKind::Done).map(|s| (s.from, false)));
    }
    // Who ends at a moment is gone before another one comes.
    changes.sort_unstable();
    let (mut now, mut most) = (0_usize, 0);
    for (_, born) in changes {
        now = if born { now + 1 } else { now.saturating_sub(1) };
        most = most.max(now);
    }
    most
}

/// As Go's `time.Duration` is printed, rounded to milliseconds from one on, else to microseconds.
fn go_duration(nanos: u64) -> String {
    let round = |unit: u64| (nanos + unit / 2) / unit;
    if nanos < 1_000_000 {
        return format!("{}µs", round(1_000));
    }
    let ms = round(1_000_000);
    let (minutes, rest) = (ms / 60_000, ms % 60_000);
    let seconds = |ms: u64| {
        let text = format!("{}.{:03}", ms / 1000, ms % 1000);
        format!("{}s", text.trim_end_matches('0').trim_end_matches('.'))
    };
    match (minutes, ms) {
        (0, ..1000) => format!("{ms}ms"),
        (0, _) => seconds(ms),
        (m, _) if m >= 60 => format!("{}h{}m{}", m / 60, m % 60, seconds(rest)),
        (m, _) => format!("{m}m{}", seconds(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::go_duration;

    #[test]
    fn durations_are_written_as_go_does() {
        let told = [400, 1_600, 60_012_345, 1_500_000_000, 61_000_400_000, 3_600_000_000_000].map(go_duration);
        assert_eq!(told, ["0µs", "2µs", "60ms", "1.5s", "1m1s", "1h0m0s"]);
    }
}
