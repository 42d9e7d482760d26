//! The playground: words on one side, the stage on the other, the travel bar below.

use super::channels::Channels;
use super::editor::{EditorHandle, EditorPane};
use super::fetch::fetch;
use super::icons::{DOWN, Icon, PLAY};
use super::lanes::Lanes;
use super::results::Results;
use super::run::{Panel, Run};
use super::travel::Travel;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Examples: name and file under `programs/`.
const EXAMPLES: [(&str, &str); 6] = [
    ("Hello", "hello.go"),
    ("WaitGroup", "waitgroup.go"),
    ("Result channel", "result_channel.go"),
    ("Worker pool", "worker_pool.go"),
    ("Pipeline", "pipeline.go"),
    ("A deadlock", "deadlock.go"),
];

/// Closes the menu that `inside` is a part of, and gives its button the focus.
fn close_menu(inside: Option<web_sys::EventTarget>, focus: bool) {
    let inside = inside.and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let Some(menu) = inside.and_then(|i| i.closest("details").ok().flatten()) else { return };
    let _ = menu.remove_attribute("open");
    let button = menu.query_selector("summary").ok().flatten().and_then(|s| s.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(button) = button.filter(|_| focus) {
        let _ = button.focus();
    }
}

/// The menu of examples: choosing one runs it.
#[component]
fn Examples(run: Run) -> impl IntoView {
    let failed = RwSignal::new(false);
    let open = move |file: &'static str| {
        spawn_local(async move {
            match fetch(&format!("./programs/{file}")).await {
                Some(text) => {
                    failed.set(false);
                    run.open(text);
                }
                None => failed.set(true),
            }
        });
    };
    let items = EXAMPLES
        .map(|(name, file)| {
            view! {
                <li>
                    <button
                        class="item"
                        data-example=file
                        on:click=move |event| {
                            open(file);
                            close_menu(event.target(), true);
                        }
                    >
                        {name}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details
            class="menu push"
            on:keydown=|event| {
                if event.key() == "Escape" {
                    close_menu(event.current_target(), true);
                }
            }
            on:focusout=|event| {
                let menu = event.current_target().and_then(|t| t.dyn_into::<web_sys::Node>().ok());
                let next = event.related_target().and_then(|t| t.dyn_into::<web_sys::Node>().ok());
                if menu.is_some_and(|m| !m.contains(next.as_ref())) {
                    close_menu(event.current_target(), false);
                }
            }
        >
            <summary class="btn bare">"Examples"<Icon glyph=DOWN/></summary>
            <ul class="float">{items}</ul>
        </details>
        <Show when=move || failed.get()>
            <span class="warn-text" role="alert">"The example could not be fetched."</span>
        </Show>
    }
}

/// The place where programs are written and watched.
#[component]
pub(super) fn Playground(run: Run, theme: RwSignal<u32>) -> impl IntoView {
    let handle = EditorHandle::new();
    let on_pick = Callback::new(move |(line, column)| {
        run.panel.set(Panel::Code);
        handle.go_to(run, line, column);
    });
    let panel = move || match run.panel.get() {
        Panel::Inside => "inside",
        Panel::Code => "code",
        Panel::Results => "results",
    };
    let tab = move |which: Panel, name: &'static str| {
        view! {
            <button class="tab" aria-pressed=move || (run.panel.get() == which).to_string() on:click=move |_| run.panel.set(which)>
                {name}
                {(which == Panel::Results).then(|| view! {
                    <Show when=move || run.problems.with(|p| !p.is_empty())>
                        <span class="count bad">{move || run.problems.with(Vec::len)}</span>
                    </Show>
                })}
            </button>
        }
    };
    // Single keys belong to the stage and the travel bar; the editor and fields keep theirs.
    let on_key = move |event: web_sys::KeyboardEvent| {
        let tag = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()).map(|e| e.tag_name());
        let field = matches!(tag.as_deref(), Some("INPUT" | "SELECT" | "TEXTAREA"));
        let button = tag.as_deref() == Some("BUTTON");
        if field || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => run.step(true, event.shift_key()),
            "ArrowRight" => run.step(false, event.shift_key()),
            "Home" => run.seek(0),
            "End" => run.seek_end(),
            " " if !button => run.toggle(),
            "r" | "R" => run.start(),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="app" data-panel=panel>
            <div class="words">
                <section class="pane code-pane" aria-label="Editor">
                    <div class="bar">
                        <h2 class="file">"main.go"</h2>
                        <Examples run=run/>
                        <button class="btn bare" id="format" title="Format (Alt+F)" on:click=move |_| run.format()>"Format"</button>
                        <button class="btn main" id="run" on:click=move |_| run.start()>
                            <Icon glyph=PLAY/>
                            "Run "
                            <kbd>"⇧↵"</kbd>
                        </button>
                    </div>
                    <EditorPane run=run handle=handle/>
                </section>
                <Results run=run on_pick=on_pick/>
            </div>
            <main class="stage" on:keydown=on_key>
                <h1 class="sr">"Playground"</h1>
                <Lanes run=run theme=theme/>
                <nav class="phone-tabs" aria-label="Panels">
                    {tab(Panel::Inside, "Channels")}
                    {tab(Panel::Code, "Code")}
                    {tab(Panel::Results, "Output")}
                    <button class="btn main" id="run-small" on:click=move |_| run.start()>
                        <Icon glyph=PLAY/>
                        "Run"
                    </button>
                </nav>
                <Channels run=run/>
            </main>
            <div class="travel-place" on:keydown=on_key>
                <Travel run=run/>
            </div>
        </div>
    }
}
