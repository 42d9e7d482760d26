//! Channels inside out: slots, queues in the order in which goroutines came, and a value on its way.

use super::Look;
use super::parts::{NAMES, Xray, bead, chip, code, quiet, soft};
use crate::engine::{ChannelState, GoroutineState};
use crate::protocol::{Element, Node, el, text};
use crate::trace::WaitReason;
use crate::view::traffic::{Channel, Flight, Hand};

/// Slots drawn one by one.
const SLOTS: usize = 12;
/// Channels drawn, and how many of them open.
const CHANNELS: usize = 60;
const OPEN: usize = 24;

/// All channels that the program has to do with, and what blocks for ever on a nil one.
pub(super) fn xrays(look: &Look<'_>) -> Vec<Node> {
    let mut out = Vec::new();
    let ours = |goid: u32| look.goroutine(goid).is_some_and(|g| g.ours);
    // Channels of the library are worth showing where the program waits on them.
    let shown = |c: &&ChannelState| {
        !c.library || c.receivers.iter().chain(c.senders.iter().map(|s| &s.goid)).any(|&goid| ours(goid))
    };
    let mut all: Vec<&ChannelState> = look.snapshot.channels.iter().filter(shown).collect();
    let more = all.len().saturating_sub(CHANNELS);
    if more > 0 {
        // The busy ones first, in their order.
        let quiet = |c: &&ChannelState| is_quiet(look, c);
        let (mut busy, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| !quiet(c));
        busy.extend(rest);
        busy.truncate(CHANNELS);
        all = busy;
        crate::base::sort_by_key(&mut all, |c| c.number);
    }
    out.extend(all.into_iter().enumerate().map(|(i, c)| xray(look, c, i < OPEN)));
    if more > 0 {
        out.push(el("p", "empty").says(format!("And {more} more channels, on most of which nobody waits.")).into());
    }
    let nil =
        |g: &&GoroutineState| g.ours && matches!(g.reason, Some(WaitReason::ChanReceiveNil | WaitReason::ChanSendNil));
    let waiting: Vec<&GoroutineState> = look.snapshot.goroutines.iter().filter(nil).collect();
    if !waiting.is_empty() {
        out.push(nil_xray(look, &waiting));
    }
    out
}

fn is_quiet(look: &Look<'_>, c: &ChannelState) -> bool {
    c.values.is_empty()
        && c.senders.is_empty()
        && c.receivers.is_empty()
        && look.flight.as_ref().is_none_or(|f| f.channel != c.number)
}

/// What a channel's state is in a few words.
fn fill(look: &Look<'_>, c: &ChannelState, last: &str) -> Vec<Node> {
    let held = c.values.len();
    let mut words = match (c.cap, held) {
        _ if c.timed => timed(look, c),
        (0, _) => String::new(),
        (cap, 0) => format!("empty, room for {cap}"),
        (cap, n) if n == cap => format!("full, {n} of {cap}"),
        (cap, n) => format!("{n} of {cap} full"),
    };
    if c.closed {
        let by = look.record.closed(c.number, look.event).filter(|by| by.0 != 0);
        let by = by.map_or_else(String::new, |(goid, _)| format!(" by {}", look.who(goid)));
        words = if words.is_empty() || held == 0 { format!("closed{by}") } else { format!("closed{by}, {words}") };
    }
    if words.is_empty() {
        words = last.to_owned();
    }
    if words.is_empty() { Vec::new() } else { vec![text(words)] }
}

fn timed(look: &Look<'_>, c: &ChannelState) -> String {
    match look.timer(c.number) {
        Some(t) => format!("the timer fires in {}", look.until(t.when)),
        None if c.values.is_empty() => "its timer does not run".into(),
        None => "its timer has fired".into(),
    }
}

fn xray(look: &Look<'_>, c: &ChannelState, near: bool) -> Node {
    let drawn = look.channels.iter().find(|d| d.number == c.number);
    let kind = match c.cap {
        _ if c.timed => format!("chan {}, a timer's", c.elem),
        0 => format!("chan {}, unbuffered", c.elem),
        _ => format!("chan {}", c.elem),
    };
    let name = match look.context(c.number) {
        Some(ctx) => format!("{}.Done()", look.ctx_name(ctx)),
        None => look.chan_name(c.number),
    };
    let head = Xray {
        thing: format!("chan {}", c.number),
        name: code(name),
        kind,
        says: fill(look, c, drawn.map_or("", |d| &d.last)),
        busy: near && !is_quiet(look, c),
    };
    let flight = look.flight.as_ref().filter(|f| f.channel == c.number);
    head.with(look, || vec![picture(look, c, drawn, flight)])
}

fn queue_words(waiting: usize, moves: Option<&'static str>, does: &str) -> String {
    match (waiting, moves) {
        (0, Some(moves)) => moves.to_owned(),
        (0, None) => format!("nobody waits to {does}"),
        (1, _) => format!("waits to {does}"),
        (n, _) => format!("{n} wait to {does}, the first next to the slots"),
    }
}

fn picture(look: &Look<'_>, c: &ChannelState, drawn: Option<&Channel>, flight: Option<&Flight>) -> Node {
    let hand = |hand: Hand| if let Hand::Goroutine(goid) = hand { Some(goid) } else { None };
    let giver = flight.and_then(|f| hand(f.from));
    let taker = flight.and_then(|f| hand(f.to));
    let mut left = el("div", "queue left");
    let more = c.senders.len().saturating_sub(NAMES);
    if more > 0 {
        left = left.with(soft(format!("+{more} ")));
    }
    for s in c.senders.iter().take(NAMES).rev() {
        left = left.with(el("span", "who").with(bead(s.goid, &s.value)).with(text(" ")).with(chip(look, s.goid)));
    }
    if let Some(goid) = giver {
        left = left.with(el("span", "who").attr("data-hand", "from").with(chip(look, goid)));
    }
    let mut right = el("div", "queue");
    if let (Some(goid), Some(f)) = (taker, flight) {
        let landing = el("span", turn("landing", f)).with(bead(f.sender, &f.value));
        right = right.with(el("span", "who").attr("data-hand", "to").with(chip(look, goid)).with(landing));
    }
    for &goid in c.receivers.iter().take(NAMES) {
        right = right.with(el("span", "who").with(chip(look, goid)));
    }
    let more = c.receivers.len().saturating_sub(NAMES);
    if more > 0 {
        right = right.with(soft(format!(" +{more}")));
    }
    let (left_words, right_words) = if c.closed {
        let out = if c.values.is_empty() { "a receive gets the zero value at once" } else { "then zero values" };
        ("a send would panic".to_owned(), out.to_owned())
    } else {
        let gives = giver.map(|_| "sends");
        let takes = taker.map(|_| "receives");
        let left = if c.timed && giver.is_none() && c.senders.is_empty() {
            "the timer sends".to_owned()
        } else {
            queue_words(c.senders.len(), gives, "send")
        };
        (left, queue_words(c.receivers.len(), takes, "receive"))
    };
    let mut out = el("div", "chan")
        .with(el("div", "").with(left).with(el("p", "cap right").says(left_words)))
        .with(buffer(c, drawn, flight))
        .with(el("div", "").with(right).with(el("p", "cap").says(right_words)));
    if let Some(f) = flight {
        let path = el("svg", "path").attr("aria-hidden", "true").with(el("path", ""));
        out =
            out.with(path).with(el("span", turn("fly", f)).attr("aria-hidden", "true").with(bead(f.sender, &f.value)));
    }
    out.into()
}

/// A class that is another one at each step, so that what is there already moves again.
fn turn(class: &str, flight: &Flight) -> String {
    format!("{class} {}", if flight.event.is_multiple_of(2) { "even" } else { "odd" })
}

/// The slots, the next one out at the right; two posts for a channel without.
fn buffer(c: &ChannelState, drawn: Option<&Channel>, flight: Option<&Flight>) -> Element {
    let closed = if c.closed { " closed" } else { "" };
    if c.cap == 0 {
        let gate = el("div", format!("gate{closed}")).attr("data-gate", "");
        return el("div", "slots").with(gate);
    }
    let shown = c.cap.min(SLOTS);
    let arrives = flight.filter(|f| f.to == Hand::Buffer);
    let leaves = flight.is_some_and(|f| f.from == Hand::Buffer);
    let newest = c.values.len().saturating_sub(1);
    let sender = |i: usize| drawn.and_then(|d| d.values.get(i)).map_or(0, |v| v.goid);
    let mut list = el("ol", "");
    for i in (0..shown).rev() {
        let bead = c.values.get(i).map(|v| bead(sender(i), v));
        let lands = arrives.filter(|_| i == newest);
        let mut slot = el("li", if bead.is_some() { "full" } else { "" });
        if lands.is_some() {
            slot = slot.attr("data-hand", "to");
        } else if leaves && i == 0 {
            slot = slot.attr("data-hand", "from");
        }
        if let Some(bead) = bead {
            slot = slot.with(el("span", lands.map_or(String::new(), |f| turn("landing", f))).with(bead));
        }
        list = list.with(slot);
    }
    let described = match c.values.first() {
        None => "empty buffer".to_owned(),
        Some(_) => {
            let first: Vec<&str> = c.values.iter().take(SLOTS).map(String::as_str).collect();
            format!("buffer, next out first: {}", first.join(", "))
        }
    };
    let mut slots = el("div", format!("slots{closed}"));
    if c.cap > shown {
        slots = slots.with(el("span", "cap").says(format!("{} more slots", c.cap - shown)));
    }
    // The next value in goes left of the newest one.
    let free = c.values.len() < shown && !c.closed;
    let next_in = if free && !c.values.is_empty() { "next in, " } else { "" };
    slots
        .with(list.attr("aria-label", described))
        .with(el("p", "cap right").says(format!("{next_in}next out at the right")))
}

fn nil_xray(look: &Look<'_>, waiting: &[&GoroutineState]) -> Node {
    let head = Xray {
        thing: "chan nil".into(),
        name: code("nil"),
        kind: "a nil channel".into(),
        says: vec![text("whoever sends or receives here waits for ever")],
        busy: true,
    };
    head.with(look, || {
        let who = |sends: bool| {
            let reason = if sends { WaitReason::ChanSendNil } else { WaitReason::ChanReceiveNil };
            waiting.iter().filter(move |g| g.reason == Some(reason)).map(|g| g.goid).collect::<Vec<u32>>()
        };
        let (senders, receivers) = (who(true), who(false));
        let side = |goids: &[u32]| -> Vec<Node> {
            let chips = goids.iter().take(NAMES).map(|&g| chip(look, g));
            let more = goids.len().saturating_sub(NAMES);
            chips.chain((more > 0).then(|| quiet(format!("+{more}")))).collect()
        };
        let words = |n: usize, does: &str| {
            if n == 0 { format!("nobody {does}s") } else { format!("blocked in a {does}") }
        };
        let slot = el("div", "slots nil").with(el("ol", "").with(el("li", "")));
        let left = el("div", "").with(el("div", "queue left").all(side(&senders)));
        let right = el("div", "").with(el("div", "queue").all(side(&receivers)));
        vec![
            el("div", "chan")
                .with(left.with(el("p", "cap right").says(words(senders.len(), "send"))))
                .with(slot)
                .with(right.with(el("p", "cap").says(words(receivers.len(), "receive"))))
                .into(),
        ]
    })
}
