//! Lanes, channels, output and problems: each shows its part of the scene.

#![allow(unreachable_pub, reason = "the component macro makes a pub struct of a private one")]

use crate::protocol::{Channel, Lane, Output, Problem, Scene};
use leptos::prelude::*;

/// The dye of a goroutine: eight, then again.
fn dye(goid: u32) -> String {
    format!("--dye: var(--g{})", (goid.saturating_sub(1)) % 8 + 1)
}

/// `G3` as a chip in its dye.
fn chip(goid: u32) -> impl IntoView {
    view! { <span class="chip" style=dye(goid)>{format!("G{goid}")}</span> }
}

/// One lane per goroutine.
#[component]
pub(super) fn Lanes(scene: RwSignal<Option<Scene>>) -> impl IntoView {
    let body = move || {
        scene.with(|s| match s {
            None => view! { <p class="empty">"Run the program to see its goroutines."</p> }.into_any(),
            Some(s) => {
                let now = if s.head == 0 { 0.0 } else { s.tick as f64 * 100.0 / s.head as f64 };
                let lanes = s.lanes.iter().map(|l| lane(l, now)).collect_view();
                let more = (s.more_lanes > 0)
                    .then(|| view! { <li class="empty">{format!("and {} more goroutines", s.more_lanes)}</li> });
                view! { <ul class="lanes">{lanes}{more}</ul> }.into_any()
            }
        })
    };
    view! { <section class="panel" aria-label="Lanes"><h2>"Lanes"</h2>{body}</section> }
}

fn lane(l: &Lane, now: f64) -> impl IntoView + use<> {
    let pieces = l
        .pieces
        .iter()
        .map(|p| {
            let style = format!("left:{}%;width:{}%", f64::from(p.left) / 10.0, (f64::from(p.width) / 10.0).max(0.15));
            view! { <i class=format!("piece {}", p.kind.name()) style=style></i> }
        })
        .collect_view();
    let kind = l.kind.name();
    let line = (l.line > 0).then(|| format!("line {}", l.line));
    view! {
        <li class="lane" style=dye(l.goid) data-goid=l.goid data-state=kind>
            <div class="lane-head">
                {chip(l.goid)}
                <span class="lane-name">{l.name.clone()}</span>
                <span class=format!("state {kind}")>
                    <span aria-hidden="true">{l.kind.glyph()}</span>
                    " "
                    {l.state.clone()}
                    " "
                    <span class="detail">{l.detail.clone()}</span>
                </span>
                <span class="lane-line">{line}</span>
            </div>
            <div class="strip" aria-hidden="true">
                {pieces}
                <i class="now" style=format!("left:{now}%")></i>
            </div>
        </li>
    }
}

/// Every channel with its slots and who waits.
#[component]
pub(super) fn Channels(scene: RwSignal<Option<Scene>>) -> impl IntoView {
    let body = move || {
        scene.with(|s| match s {
            Some(s) if !s.channels.is_empty() => {
                let all = s.channels.iter().map(channel).collect_view();
                view! { <ul class="channels">{all}</ul> }.into_any()
            }
            Some(_) => view! { <p class="empty">"No channels at this step."</p> }.into_any(),
            None => view! { <p class="empty">"Channels appear here with their buffers and queues."</p> }.into_any(),
        })
    };
    view! { <section class="panel" aria-label="Channels"><h2>"Channels"</h2>{body}</section> }
}

fn channel(c: &Channel) -> impl IntoView + use<> {
    let kind = if c.cap == 0 { "unbuffered".to_owned() } else { format!("{} of {} full", c.values.len(), c.cap) };
    let closed = c.closed.then_some(", closed");
    let shown = c.cap.min(24);
    let slots = (0..shown)
        .map(|i| {
            let value = c.values.get(i).cloned();
            let class = if value.is_some() { "slot full" } else { "slot" };
            view! { <span class=class>{value}</span> }
        })
        .collect_view();
    let more =
        (c.cap > shown).then(|| view! { <span class="more">{format!("and {} more slots", c.cap - shown)}</span> });
    let senders: Vec<_> = c
        .senders
        .iter()
        .take(12)
        .map(|(goid, value)| view! { <span class="waiter">{chip(*goid)}<b>{value.clone()}</b></span> })
        .collect();
    let receivers: Vec<_> =
        c.receivers.iter().take(12).map(|g| view! { <span class="waiter">{chip(*g)}</span> }).collect();
    let no_senders = senders.is_empty().then_some("nobody");
    let no_receivers = receivers.is_empty().then_some("nobody");
    view! {
        <li class="channel" data-channel=c.name.clone()>
            <div class="channel-head">
                <b>{c.name.clone()}</b>
                <span class="type">{format!("chan {}", c.elem)}</span>
                <span class="fill">{kind}{closed}</span>
            </div>
            <div class="gate">
                <span class="queue"><span class="label">"waits to send"</span>{senders}{no_senders}</span>
                <span class="slots" aria-label="buffer, next out first">{slots}{more}</span>
                <span class="queue"><span class="label">"waits to receive"</span>{receivers}{no_receivers}</span>
            </div>
        </li>
    }
}

/// What the program wrote; what is not written yet at this step is dimmed.
#[component]
pub(super) fn OutputPanel(scene: RwSignal<Option<Scene>>, crash: RwSignal<Option<String>>) -> impl IntoView {
    let piece = |o: &Output| {
        let class = match (o.err, o.later) {
            (false, false) => "out",
            (true, false) => "out err",
            (false, true) => "out later",
            (true, true) => "out err later",
        };
        view! { <span class=class>{o.text.clone()}</span> }
    };
    let body = move || {
        scene.with(|s| match s {
            Some(s) if !s.output.is_empty() => s.output.iter().map(piece).collect_view().into_any(),
            Some(_) => view! { <span class="empty">"Nothing printed yet."</span> }.into_any(),
            None => view! { <span class="empty">"What the program prints appears here."</span> }.into_any(),
        })
    };
    let end = move || {
        scene.with(|s| {
            let s = s.as_ref()?;
            Some(match &s.end {
                Some(end) => end.sentence.clone(),
                None if s.playing => "Running.".into(),
                None if s.tick == 0 => "Ready at the first statement.".into(),
                None if s.tick < s.head => "Looking at an earlier step.".into(),
                None => "Paused.".into(),
            })
        })
    };
    view! {
        <section class="panel" aria-label="Output">
            <h2>"Output"</h2>
            <pre class="output" tabindex="0">{body}</pre>
            <p class="end" role="status">{end}</p>
            <Show when=move || crash.get().is_some()>
                <p class="crash" role="alert">
                    "The engine stopped unexpectedly and was started again; your text is untouched. "
                    {move || crash.get()}
                </p>
            </Show>
        </section>
    }
}

/// gc's messages with their lines.
#[component]
pub(super) fn Problems(problems: RwSignal<Vec<Problem>>, on_pick: Callback<u32>) -> impl IntoView {
    let row = move |p: Problem| {
        let line = p.line;
        view! {
            <li>
                <button class="problem" on:click=move |_| on_pick.run(line)>
                    <span class="where">{format!("{}:{}:{}", p.file, p.line, p.col)}</span>
                    " "
                    {p.message}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !problems.with(Vec::is_empty)>
            <section class="panel problems" aria-label="Problems">
                <h2>"Problems"</h2>
                <ul>{move || problems.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
