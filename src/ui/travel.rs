//! The travel bar: keys, the sentence of the moment, the ribbon of the whole run, dials.

use super::canvas::number;
use super::icons::{BACK, DICE, END, Icon, PAUSE, PLAY, RESTART, STEP, dye};
use super::run::Run;
use super::storage::StepBy;
use crate::protocol::{Piece, Ribbon, StateKind};
use leptos::prelude::*;
use std::fmt::Write;

/// Speeds: name and events a second, 0 for flat out.
pub(super) const SPEEDS: [(&str, u32); 7] = [
    ("1 step/s", 1),
    ("2 steps/s", 2),
    ("4 steps/s", 4),
    ("8 steps/s", 8),
    ("20 steps/s", 20),
    ("60 steps/s", 60),
    ("flat out", 0),
];
/// What a step goes to.
const STEPS: [(&str, StepBy); 3] =
    [("event", StepBy::Event), ("statement", StepBy::Statement), ("goroutine", StepBy::Goroutine)];
/// Values of GOMAXPROCS to choose from.
const PROCS: [usize; 7] = [1, 2, 3, 4, 6, 8, 16];

/// The bar at the bottom.
#[component]
pub(super) fn Travel(run: Run) -> impl IntoView {
    let has_run = move || run.scene.with(Option::is_some);
    let at_start = move || run.scene.with(|s| s.as_ref().is_none_or(|s| s.tick == 0));
    let at_end = move || run.scene.with(|s| s.as_ref().is_none_or(|s| s.end.is_some()));
    view! {
        <footer class="travel" aria-label="Travel through the run">
            <div class="keys" role="toolbar" aria-label="Travel">
                <button class="btn bare icon" id="restart" aria-label="Back to the start" title="Back to the start (Home)" disabled=at_start on:click=move |_| run.seek(0)>
                    <Icon glyph=RESTART/>
                </button>
                <button class="btn bare icon" id="back" aria-label="One step back" title="One step back (←)" disabled=at_start on:click=move |_| run.step(true, false)>
                    <Icon glyph=BACK/>
                </button>
                {move || {
                    let (glyph, name, title) =
                        if run.playing() { (PAUSE, "Pause", "Pause (Space)") } else { (PLAY, "Play", "Play (Space)") };
                    view! {
                        <button class="btn icon go" id="play" aria-label=name title=title on:click=move |_| run.toggle()>
                            <Icon glyph=glyph/>
                        </button>
                    }
                }}
                <button class="btn bare icon" id="step" aria-label="One step on" title="One step on (→)" disabled=at_end on:click=move |_| run.step(false, false)>
                    <Icon glyph=STEP/>
                </button>
                <button class="btn bare icon" id="end" aria-label="To the end" title="To the end (End)" disabled=at_end on:click=move |_| run.seek_end()>
                    <Icon glyph=END/>
                </button>
            </div>
            <div class="scrub">
                <Told run=run/>
                <RibbonView run=run has_run=Signal::derive(has_run)/>
            </div>
            <Dials run=run/>
        </footer>
    }
}

/// What has just happened and what comes next.
#[component]
fn Told(run: Run) -> impl IntoView {
    let told = Memo::new(move |_| {
        run.scene.with(|s| {
            s.as_ref().map(|s| (s.event, s.events, s.complete, s.time.clone(), s.now.clone(), s.next.clone()))
        })
    });
    move || match told.get() {
        None => view! { <p class="told"><span>"No run yet. Run the program, or step into it."</span></p> }.into_any(),
        Some((event, events, complete, time, now, next)) => {
            let of =
                if complete { format!(" of {}", number(events)) } else { format!(" of {} so far", number(events)) };
            let next = (!next.is_empty()).then(|| view! { <span class="next">"Next: "{next}</span> });
            view! {
                <p class="told">
                    <span class="nowrap">"Event "<b>{number(event)}</b>{of}</span>
                    <span class="nowrap">{time}</span>
                    <span class="sentence">{(!now.is_empty()).then(|| view! { <b>{now}</b>" " })}{next}</span>
                </p>
            }
            .into_any()
        }
    }
}

/// The path of a ribbon's row: thick where it runs, or thin where it lives.
fn path(pieces: &[Piece], y: f64, running: bool) -> String {
    let mut d = String::new();
    for p in pieces.iter().filter(|p| (p.kind == StateKind::Running) == running) {
        // Writing to a string does not fail.
        let _ = write!(d, "M{:.2} {y}H{:.2}", p.from, p.to);
    }
    d
}

fn rows(ribbon: &Ribbon) -> impl IntoView + use<> {
    let n = ribbon.rows.len().max(1) as f64;
    ribbon
        .rows
        .iter()
        .enumerate()
        .map(|(i, (goid, pieces))| {
            let y = (i as f64 + 0.5) * 24.0 / n;
            let thick = (18.0 / n).clamp(1.5, 4.0);
            view! {
                <g class=format!("d{}", dye(*goid))>
                    <path d=path(pieces, y, false) stroke-width="1"></path>
                    <path d=path(pieces, y, true) stroke-width=thick></path>
                </g>
            }
        })
        .collect_view()
}

/// The whole run, and a slider over it.
#[component]
fn RibbonView(run: Run, has_run: Signal<bool>) -> impl IntoView {
    let events = move || run.ribbon.with(|r| r.events.max(1));
    let share = move || {
        let x = run.scene.with(|s| s.as_ref().map_or(0.0, |s| s.x));
        (x / events() as f64 * 100.0).clamp(0.0, 100.0)
    };
    let prints = move || {
        run.ribbon.with(|r| {
            let all = r.events.max(1) as f64;
            r.prints
                .iter()
                .map(|&at| view! { <i class="mk" style=format!("--p:{:.2}%", at as f64 / all * 100.0)></i> })
                .collect_view()
        })
    };
    let spoken =
        move || run.scene.with(|s| s.as_ref().map(|s| format!("event {} of {}. {}", s.event, s.events, s.now)));
    view! {
        <div class="ribbon" style=move || format!("--p:{:.3}%", share())>
            <svg viewBox=move || format!("0 0 {} 24", events()) preserveAspectRatio="none" aria-hidden="true">
                {move || run.ribbon.with(|r| rows(r))}
            </svg>
            <span class="rest"></span>
            {prints}
            <Show when=move || has_run.get()>
                <span class="hold"></span>
            </Show>
            <input
                id="ribbon"
                type="range"
                min="0"
                aria-label="Moment of the run"
                aria-valuetext=spoken
                prop:max=events
                prop:value=move || run.scene.with(|s| s.as_ref().map_or(0, |s| s.event))
                disabled=move || !has_run.get()
                on:input=move |event| {
                    if let Ok(events) = event_target_value(&event).parse() {
                        run.seek(events);
                    }
                }
            />
        </div>
    }
}

/// Speed, steps, GOMAXPROCS, seed.
#[component]
fn Dials(run: Run) -> impl IntoView {
    let s = run.settings;
    view! {
        <div class="dials">
            <label class="field">
                "Speed"
                <select class="input" id="speed" on:change=move |event| {
                    let value = event_target_value(&event).parse().unwrap_or(0);
                    run.set(|s| s.speed = value);
                }>
                    {SPEEDS
                        .map(|(name, value)| {
                            view! { <option value=value selected=move || s.with(|s| s.speed == value)>{name}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
            <label class="field">
                "Step by"
                <select class="input" id="unit" on:change=move |event| {
                    let value = event_target_value(&event);
                    let step = STEPS.iter().find(|(name, _)| *name == value).map_or(StepBy::Event, |(_, step)| *step);
                    run.set(|s| s.step = step);
                }>
                    {STEPS
                        .map(|(name, step)| {
                            view! { <option value=name selected=move || s.with(|s| s.step == step)>{name}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
            <label class="field">
                "GOMAXPROCS"
                <select class="input" id="procs" on:change=move |event| {
                    let value = event_target_value(&event).parse().unwrap_or(4);
                    run.set(|s| s.procs = value);
                }>
                    {PROCS
                        .map(|value| {
                            view! { <option value=value selected=move || s.with(|s| s.procs == value)>{value}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
            <span class="field">
                <label for="seed">"Seed"</label>
                <input
                    class="input"
                    id="seed"
                    type="number"
                    min="0"
                    max="999999"
                    prop:value=move || s.with(|s| s.seed)
                    on:change=move |event| {
                        let value = event_target_value(&event).parse().unwrap_or(1);
                        run.set(|s| s.seed = value);
                    }
                />
                <button class="btn icon" id="dice" aria-label="Another seed" title="Another seed" on:click=move |_| run.set(|s| s.seed += 1)>
                    <Icon glyph=DICE/>
                </button>
            </span>
        </div>
    }
}
