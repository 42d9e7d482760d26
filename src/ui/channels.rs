//! Channels inside out: slots, queues, and a value seen on its way.

use super::icons::{Bead, Chip};
use super::run::Run;
use crate::protocol::{Channel, Flight, Hand, Queued};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Slots drawn one by one.
const SLOTS: usize = 12;
/// Names in a queue that are drawn.
const NAMES: usize = 6;

/// Every channel of the moment.
#[component]
pub(super) fn Channels(run: Run) -> impl IntoView {
    let area = NodeRef::<Div>::new();
    let shown =
        Memo::new(move |_| run.scene.with(|s| s.as_ref().map(|s| (s.channels.clone(), s.flight.clone(), runners(s)))));
    Effect::new(move |_| {
        if shown.with(|s| s.as_ref().is_some_and(|s| s.1.is_some())) {
            // Once the new places are there.
            request_animation_frame(move || {
                if let Some(area) = area.get_untracked() {
                    fly(&area);
                }
            });
        }
    });
    let body = move || {
        shown.with(|s| match s {
            Some((channels, flight, running)) if !channels.is_empty() => channels
                .iter()
                .map(|c| channel(c, flight.as_ref().filter(|f| f.channel == c.number), running))
                .collect_view()
                .into_any(),
            Some(_) => view! { <p class="empty">"No channel exists at this moment. One appears here as soon as the program makes it."</p> }.into_any(),
            None => view! { <p class="empty">"Channels appear here with their slots, and with who waits on them."</p> }.into_any(),
        })
    };
    view! {
        <section class="xrays" aria-label="Channels">
            <div class="bar"><h2>"Channels"</h2></div>
            <div class="xray-list scroll" node_ref=area tabindex="0" role="group" aria-label="Channels at this moment">{body}</div>
        </section>
    }
}

fn runners(scene: &crate::protocol::Scene) -> Vec<u32> {
    scene.marks.iter().filter(|m| m.running).map(|m| m.goid).collect()
}

fn fill_text(c: &Channel) -> String {
    let held = c.values.len() + c.more_values;
    let mut text = match (c.cap, held) {
        (0, _) => String::new(),
        (cap, 0) => format!("empty, room for {cap}"),
        (cap, n) if n == cap => format!("full, {n} of {cap}"),
        (cap, n) => format!("{n} of {cap} full"),
    };
    if c.closed {
        text = if text.is_empty() { "closed".into() } else { format!("closed, {text}") };
    }
    if text.is_empty() { c.last.clone() } else { text }
}

fn channel(c: &Channel, flight: Option<&Flight>, running: &[u32]) -> impl IntoView + use<> {
    let kind = if c.cap == 0 { format!("chan {}, unbuffered", c.elem) } else { format!("chan {}", c.elem) };
    let (giver, taker) = match flight {
        None => (None, None),
        Some(f) => (
            if let Hand::Goroutine(g) = f.from { Some(g) } else { None },
            if let Hand::Goroutine(g) = f.to { Some(g) } else { None },
        ),
    };
    let value = flight.map(|f| f.value.clone()).unwrap_or_default();
    let on = |g: u32| running.contains(&g);
    let senders: Vec<_> = c
        .senders
        .iter()
        .rev()
        .skip(c.senders.len().saturating_sub(NAMES))
        .map(|s| view! { <span class="who"><Bead goid=s.goid value=short(&s.value)/><Chip goid=s.goid running=on(s.goid)/></span> })
        .collect();
    let more_senders = c.more_senders + c.senders.len().saturating_sub(NAMES);
    let receivers: Vec<_> = c
        .receivers
        .iter()
        .take(NAMES)
        .map(|&g| view! { <span class="who"><Chip goid=g running=on(g)/></span> })
        .collect();
    let more_receivers = c.more_receivers + c.receivers.len().saturating_sub(NAMES);
    let left_words = match (giver, c.senders.is_empty()) {
        (Some(_), true) => "sends",
        (_, false) => "waits to send",
        (None, true) => "nobody waits to send",
    };
    let right_words = match (taker, c.receivers.is_empty()) {
        (Some(_), true) => "receives",
        (_, false) => "waits to receive",
        (None, true) => "nobody waits to receive",
    };
    let giver = giver.map(|g| view! { <span class="who" data-hand="from"><Chip goid=g running=on(g)/></span> });
    let sender = flight.map_or(0, |f| f.sender);
    let taken = value.clone();
    let taker = taker.map(|g| {
        view! { <span class="who" data-hand="to"><Chip goid=g running=on(g)/><span class="landing"><Bead goid=sender value=short(&taken)/></span></span> }
    });
    let quiet = c.values.is_empty() && c.senders.is_empty() && c.receivers.is_empty() && flight.is_none();
    let flying = flight.map(|f| {
        let value = if f.value.is_empty() { "·".to_owned() } else { short(&f.value) };
        view! {
            <svg class="path" aria-hidden="true"><path></path></svg>
            <span class="fly" aria-hidden="true"><Bead goid=f.sender value=value/></span>
        }
    });
    view! {
        <section class="xray" data-channel=c.name.clone() class:quiet-one=quiet>
            <h3>
                <code>{c.name.clone()}</code>
                <span class="quiet">{kind}</span>
                <span class="soft push">{fill_text(c)}</span>
            </h3>
            <div class="chan">
                <div>
                    <div class="queue left">{(more_senders > 0).then(|| format!("+{more_senders}"))}{senders}{giver}</div>
                    <p class="cap right">{left_words}</p>
                </div>
                {buffer(c, flight)}
                <div>
                    <div class="queue">{taker}{receivers}{(more_receivers > 0).then(|| format!("+{more_receivers}"))}</div>
                    <p class="cap">{right_words}</p>
                </div>
                {flying}
            </div>
        </section>
    }
}

/// The slots, the next one out at the right; two posts for a channel without.
fn buffer(c: &Channel, flight: Option<&Flight>) -> AnyView {
    if c.cap == 0 {
        return view! { <div class="slots"><div class="gate" class:closed=c.closed data-gate=""></div></div> }
            .into_any();
    }
    let shown = c.cap.min(SLOTS);
    let more = c.cap - shown;
    let arrives = flight.is_some_and(|f| f.to == Hand::Buffer);
    let leaves = flight.is_some_and(|f| f.from == Hand::Buffer);
    let newest = c.values.len().saturating_sub(1);
    let slots = (0..shown)
        .rev()
        .map(|i| {
            let hand = match i {
                i if arrives && i == newest => Some("to"),
                0 if leaves => Some("from"),
                _ => None,
            };
            let landing = arrives && i == newest;
            let bead = c.values.get(i).map(
                |v: &Queued| view! { <span class:landing=landing><Bead goid=v.goid value=short(&v.value)/></span> },
            );
            let full = bead.is_some();
            view! { <li class:full=full data-hand=hand>{bead}</li> }
        })
        .collect_view();
    let described = match c.values.first() {
        None => "empty buffer".to_owned(),
        Some(_) => format!(
            "buffer, next out first: {}",
            c.values.iter().map(|v| v.value.as_str()).collect::<Vec<_>>().join(", ")
        ),
    };
    view! {
        <div class="slots" class:closed=c.closed>
            {(more > 0).then(|| view! { <span class="cap">{format!("{more} more slots")}</span> })}
            <ol aria-label=described>{slots}</ol>
            <p class="cap right">"next out"</p>
        </div>
    }
    .into_any()
}

/// A value short enough for a bead.
fn short(value: &str) -> String {
    let most = 14;
    if value.chars().count() <= most { value.to_owned() } else { value.chars().take(most - 1).chain(['…']).collect() }
}

/// Lets the value go from hand to hand: measures where both are and leaves the rest to the style sheet.
fn fly(area: &Element) {
    let Ok(Some(flying)) = area.query_selector(".fly") else { return };
    let Some(chan) = flying.parent_element() else { return };
    let middle = |selector: &str| {
        let r = chan.query_selector(selector).ok().flatten()?.get_bounding_client_rect();
        Some((r.left() + r.width() / 2.0, r.top() + r.height() / 2.0))
    };
    let (Some(from), Some(to)) =
        (middle("[data-hand=from]"), middle("[data-hand=to] .landing").or(middle("[data-hand=to]")))
    else {
        return;
    };
    let origin = chan.get_bounding_client_rect();
    let local = |p: (f64, f64)| (p.0 - origin.left(), p.1 - origin.top());
    let (a, b) = (local(from), local(to));
    let top = a.1.min(b.1) - 34.0;
    let d = format!("M{} {}C{} {top} {} {top} {} {}", a.0, a.1 - 14.0, a.0, b.0, b.0, b.1 - 12.0);
    if let Ok(Some(path)) = chan.query_selector(".path path") {
        let _ = path.set_attribute("d", &d);
    }
    if let Some(flying) = flying.dyn_ref::<HtmlElement>() {
        let style = flying.style();
        let path = format!("path(\"M{} {}C{} {} {} {} {} {}\")", a.0, a.1, a.0, top + 8.0, b.0, top + 8.0, b.0, b.1);
        let _ = style.set_property("offset-path", &path);
        let _ = flying.class_list().add_1("off-it-goes");
    }
}
