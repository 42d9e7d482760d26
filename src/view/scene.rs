//! A snapshot with its history as a scene.

use super::history::{History, Life};
use crate::engine::{GoroutineState, Output, Snapshot};
use crate::protocol::{self, Channel, End, Lane, Piece, Scene, StateKind};

/// Lanes shown.
const LANES: usize = 200;
/// Bytes of output shown.
const OUTPUT: usize = 200_000;

/// Nanoseconds in the largest unit that keeps them readable.
pub fn duration(nanos: u64) -> String {
    let n = nanos as f64;
    // What rounds up to a thousand of a unit is one of the next.
    let (value, unit) = match nanos {
        0 => return "0 s".into(),
        1..1_000 => return format!("{nanos} ns"),
        1_000..999_500 => (n / 1e3, "µs"),
        999_500..999_500_000 => (n / 1e6, "ms"),
        _ => (n / 1e9, "s"),
    };
    let digits = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    format!("{value:.digits$} {unit}")
}

/// How a run ended, in a sentence.
pub fn sentence(kind: &str, code: i32) -> String {
    match (kind, code) {
        ("exit", 0) => "The program ended normally, exit code 0.".into(),
        ("exit", code) => format!("The program ended itself with exit code {code}."),
        ("deadlock", _) => "Deadlock: every goroutine waits for another one. Exit code 2.".into(),
        ("panic", code) => format!("A panic that nobody recovered ended the program. Exit code {code}."),
        (_, code) => format!("The runtime ended the program. Exit code {code}."),
    }
}

fn kind(state: &str) -> StateKind {
    match state {
        "running" => StateKind::Running,
        "runnable" => StateKind::Runnable,
        "chan send" | "chan send (nil chan)" => StateKind::Send,
        "chan receive" | "chan receive (nil chan)" => StateKind::Receive,
        "select" | "select (no cases)" => StateKind::Select,
        s if s.starts_with("sync.") || s == "semacquire" => StateKind::Lock,
        _ => StateKind::Sleep,
    }
}

/// The scene at a snapshot's step. `from` and `to` bound the window of the lanes in steps.
pub fn scene(snapshot: &Snapshot, history: &History, output: &[Output], window: (u64, u64), playing: bool) -> Scene {
    let stuck = snapshot.end.as_ref().is_some_and(|e| e.kind == "deadlock");
    let ended = snapshot.end.is_some();
    let mut lanes: Vec<Lane> = snapshot
        .goroutines
        .iter()
        .take(LANES)
        .map(|g| living(g, snapshot, history.lives.get(&g.goid), window, stuck))
        .collect();
    let alive: Vec<u32> = snapshot.goroutines.iter().map(|g| g.goid).collect();
    let gone = history.lives.iter().filter(|(id, life)| {
        alive.binary_search(id).is_err() && life.stretches.first().is_some_and(|s| s.from <= snapshot.tick)
    });
    let mut more = snapshot.goroutines.len().saturating_sub(LANES);
    for (&goid, life) in gone {
        if lanes.len() >= LANES {
            more += 1;
            continue;
        }
        lanes.push(Lane {
            goid,
            name: String::new(),
            state: "done".into(),
            kind: StateKind::Done,
            detail: String::new(),
            line: 0,
            pieces: pieces(life, window, snapshot.head),
        });
    }
    lanes.sort_by_key(|l| l.goid);
    let channels = snapshot
        .channels
        .iter()
        .map(|c| Channel {
            number: c.number,
            name: c.name.clone(),
            elem: c.elem.clone(),
            cap: c.cap,
            closed: c.closed,
            values: c.values.clone(),
            receivers: c.receivers.clone(),
            senders: c.senders.iter().map(|s| (s.goid, s.value.clone())).collect(),
        })
        .collect();
    Scene {
        tick: snapshot.tick,
        head: snapshot.head,
        time: duration(snapshot.time),
        playing: playing && !ended,
        lanes,
        more_lanes: more,
        channels,
        output: written(output, snapshot.tick),
        end: snapshot.end.as_ref().map(|e| End { sentence: sentence(&e.kind, e.code), code: e.code }),
        hash: String::new(),
        events: history.seen,
    }
}

fn living(g: &GoroutineState, snapshot: &Snapshot, life: Option<&Life>, window: (u64, u64), stuck: bool) -> Lane {
    let state = kind(&g.state);
    let channel = g.waits_on.and_then(|n| snapshot.channels.iter().find(|c| c.number == n));
    let detail = match (channel, g.since) {
        (Some(c), _) => format!("on {}", c.name),
        (None, Some(since)) => format!("for {}", duration(snapshot.time.saturating_sub(since))),
        (None, None) => String::new(),
    };
    let waits = !matches!(state, StateKind::Running | StateKind::Runnable);
    Lane {
        goid: g.goid,
        name: g.name.clone(),
        state: g.state.clone(),
        kind: if stuck && waits { StateKind::Stuck } else { state },
        detail,
        line: g.frames.first().map_or(0, |f| f.line),
        pieces: life.map(|l| pieces(l, window, snapshot.head)).unwrap_or_default(),
    }
}

/// A life's stretches inside the window; those too thin to be seen are merged into the one before.
fn pieces(life: &Life, (from, to): (u64, u64), head: u64) -> Vec<Piece> {
    let span = to.saturating_sub(from).max(1);
    let at = |tick: u64| (tick.clamp(from, to) - from).saturating_mul(1000).checked_div(span).unwrap_or(0) as u32;
    let first = life.stretches.partition_point(|s| s.from <= from).saturating_sub(1);
    let mut out: Vec<Piece> = Vec::new();
    for (i, s) in life.stretches.iter().enumerate().skip(first) {
        if s.from > to {
            break;
        }
        let end = life.stretches.get(i + 1).map_or(head, |n| n.from);
        let (left, right) = (at(s.from), at(end));
        if s.kind == StateKind::Done || right <= left {
            continue;
        }
        match out.last_mut() {
            Some(last) if last.kind == s.kind && last.left + last.width == left => last.width += right - left,
            _ => out.push(Piece { left, width: right - left, kind: s.kind }),
        }
    }
    out
}

fn written(output: &[Output], tick: u64) -> Vec<protocol::Output> {
    let mut room = OUTPUT;
    let mut out: Vec<protocol::Output> = Vec::new();
    for chunk in output {
        if room == 0 {
            break;
        }
        let bytes = &chunk.bytes[..chunk.bytes.len().min(room)];
        room -= bytes.len();
        let text = String::from_utf8_lossy(bytes).into_owned();
        let later = chunk.tick > tick;
        match out.last_mut() {
            Some(last) if last.err == chunk.err && last.later == later => last.text.push_str(&text),
            _ => out.push(protocol::Output { text, err: chunk.err, later }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_keep_three_figures() {
        let shown = [0, 999, 1_500, 999_990, 20_058_000, 3_000_000_000].map(duration);
        assert_eq!(shown, ["0 s", "999 ns", "1.50 µs", "1.00 ms", "20.1 ms", "3.00 s"]);
    }
}
