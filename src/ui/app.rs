//! The whole page: editor, controls, panels.

use super::engine_worker::EngineWorker;
use super::panels::{Channels, Lanes, OutputPanel, Problems};
use super::storage;
use crate::protocol::{Answer, Problem, Request, Scene};
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;

const PROGRAM: &str = include_str!("../../public/programs/worker_pool.go");
const TEXT_KEY: &str = "golanes.text";

/// Speeds: name and statements a second, 0 for flat out.
const SPEEDS: [(&str, u32); 5] =
    [("1 step/s", 1), ("4 steps/s", 4), ("20 steps/s", 20), ("60 steps/s", 60), ("as fast as it goes", 0)];

/// Puts the page into the document.
pub fn mount() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let text = RwSignal::new(storage::load(TEXT_KEY).unwrap_or_else(|| PROGRAM.to_owned()));
    let scene = RwSignal::new(None::<Scene>);
    let problems = RwSignal::new(Vec::<Problem>::new());
    let crash = RwSignal::new(None::<String>);
    let speed = RwSignal::new(20_u32);
    let procs = RwSignal::new(4_usize);
    let seed = RwSignal::new(1_u64);
    // The text that the run on stage was made of.
    let loaded = RwSignal::new(None::<String>);

    let on_answer = Rc::new(move |answer| match answer {
        Answer::Ready => {}
        Answer::Problems(list) => {
            if list.iter().any(|p| p.error) {
                loaded.set(None);
                scene.set(None);
            }
            problems.set(list);
        }
        Answer::Scene(s) => scene.set(Some(*s)),
    });
    let on_death = Rc::new(move |reason: String| {
        crash.set(Some(reason));
        loaded.set(None);
        scene.set(None);
    });
    let worker = StoredValue::new_local(EngineWorker::new(on_answer, on_death));
    let send = move |request| worker.with_value(|w| w.send(request));

    // A run belongs to a text: after an edit the next step starts a new one.
    let ensure_loaded = move || {
        let now = text.get_untracked();
        if loaded.get_untracked().as_ref() != Some(&now) {
            crash.set(None);
            send(Request::Load { text: now.clone(), seed: seed.get_untracked(), procs: procs.get_untracked() });
            loaded.set(Some(now));
        }
    };
    let playing = move || scene.with(|s| s.as_ref().is_some_and(|s| s.playing));
    let ended = move || scene.with(|s| s.as_ref().is_some_and(|s| s.end.is_some()));
    let run = move || {
        if ended() {
            loaded.set(None);
        }
        ensure_loaded();
        send(Request::Play { speed: speed.get_untracked() });
    };
    let restart = move || {
        loaded.set(None);
        ensure_loaded();
    };
    let step = move || {
        ensure_loaded();
        send(Request::Step);
    };
    let step_back = move || send(Request::StepBack);
    let has_run = move || scene.with(Option::is_some);

    window_event_listener(ev::keydown, move |event| {
        let chord = event.ctrl_key() || event.meta_key() || event.shift_key();
        if event.key() == "Enter" && chord {
            event.prevent_default();
            run();
        }
    });

    let editor = NodeRef::<leptos::html::Textarea>::new();
    let go_to_line = Callback::new(move |line: u32| {
        let Some(area) = editor.get_untracked() else { return };
        let value = text.get_untracked();
        let start: usize = value.split_inclusive('\n').take(line.saturating_sub(1) as usize).map(utf16_len).sum();
        let len = value.lines().nth(line.saturating_sub(1) as usize).map_or(0, utf16_len);
        let _ = area.focus();
        let _ = area.set_selection_range(start as u32, (start + len) as u32);
    });

    let on_input = move |value: String| {
        storage::save(TEXT_KEY, &value);
        text.set(value.clone());
        send(Request::Check { text: value });
    };
    let place = move || {
        scene.with(|s| s.as_ref().map(|s| format!("step {} of {}, {} after the start", s.tick, s.head, s.time)))
    };

    view! {
        <header class="bar">
            <span class="brand">"golanes"</span>
            <div class="controls" role="toolbar" aria-label="Run">
                <button class="main" id="run" on:click=move |_| run()>"Run"</button>
                <button id="pause" on:click=move |_| send(Request::Pause) disabled=move || !playing()>"Pause"</button>
                <button id="back" on:click=move |_| step_back() disabled=move || !has_run()>"Step back"</button>
                <button id="step" on:click=move |_| step()>"Step"</button>
                <button id="restart" on:click=move |_| restart()>"Restart"</button>
                <label>
                    "Speed "
                    <select
                        id="speed"
                        on:change=move |event| {
                            let value = event_target_value(&event).parse().unwrap_or(0);
                            speed.set(value);
                            if playing() {
                                send(Request::Play { speed: value });
                            }
                        }
                    >
                        {SPEEDS
                            .map(|(name, value)| {
                                view! {
                                    <option value=value selected=move || speed.get() == value>
                                        {name}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </label>
                <label>
                    "GOMAXPROCS "
                    <input
                        id="procs"
                        type="number"
                        min="1"
                        max="64"
                        prop:value=move || procs.get()
                        on:change=move |event| {
                            procs.set(event_target_value(&event).parse().unwrap_or(4).clamp(1, 64));
                            loaded.set(None);
                        }
                    />
                </label>
                <label>
                    "Seed "
                    <input
                        id="seed"
                        type="number"
                        min="0"
                        prop:value=move || seed.get()
                        on:change=move |event| {
                            seed.set(event_target_value(&event).parse().unwrap_or(1));
                            loaded.set(None);
                        }
                    />
                </label>
            </div>
        </header>
        <main class="work">
            <div class="words">
                <section class="panel editor" aria-label="Program">
                    <h2>
                        <label for="program">"main.go"</label>
                    </h2>
                    <textarea
                        id="program"
                        node_ref=editor
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        wrap="off"
                        aria-describedby="editor-hint"
                        prop:value=move || text.get()
                        on:input:target=move |event| {
                            let area: web_sys::HtmlTextAreaElement = event.target().unchecked_into();
                            on_input(area.value());
                        }
                    ></textarea>
                    <p id="editor-hint" class="hint">"Ctrl+Enter or Shift+Enter runs the program. Tab leaves the editor."</p>
                </section>
                <Problems problems=problems on_pick=go_to_line/>
                <OutputPanel scene=scene crash=crash/>
            </div>
            <div class="stage">
                <div class="travel">
                    <label for="ribbon">{move || place().unwrap_or_else(|| "No run yet".into())}</label>
                    <input
                        id="ribbon"
                        type="range"
                        min="0"
                        prop:max=move || scene.with(|s| s.as_ref().map_or(0, |s| s.head))
                        prop:value=move || scene.with(|s| s.as_ref().map_or(0, |s| s.tick))
                        disabled=move || !has_run()
                        on:input=move |event| {
                            if let Ok(tick) = event_target_value(&event).parse() {
                                send(Request::Seek { tick });
                            }
                        }
                    />
                </div>
                <Lanes scene=scene/>
                <Channels scene=scene/>
            </div>
        </main>
    }
}

/// Length in the units that text areas count.
fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}
