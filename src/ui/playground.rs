//! The playground: words on one side, the stage on the other, the travel bar below.

use super::editor::{EditorHandle, EditorPane};
use super::fetch::fetch;
use super::icons::{DOWN, Icon, PLAY};
use super::inside::{Inside, Inspector};
use super::lanes::Lanes;
use super::layout::{self, Enlarge, Large, Splitter};
use super::menu::Menu;
use super::results::Results;
use super::run::{Run, Sheet};
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

/// The menu of examples: choosing one runs it.
#[component]
fn Examples(run: Run) -> impl IntoView {
    let failed = RwSignal::new(false);
    let open = move |file: &'static str| {
        spawn_local(async move {
            match fetch(&format!("./programs/{file}")).await {
                Some(text) => {
                    failed.set(false);
                    run.take_program(text);
                }
                None => failed.set(true),
            }
        });
    };
    let items = EXAMPLES
        .map(|(name, file)| {
            view! {
                <li>
                    <button class="item" data-example=file on:click=move |_| open(file)>
                        {name}
                    </button>
                </li>
            }
        })
        .collect_view();
    let summary = view! { "Examples"<Icon glyph=DOWN/> }.into_any();
    view! {
        <Menu class="push" button="btn bare" summary=summary>{items}</Menu>
        <Show when=move || failed.get()>
            <span class="warn-text" role="alert">"The example could not be fetched."</span>
        </Show>
    }
}

/// The place where programs are written and watched.
#[component]
pub(super) fn Playground(run: Run, theme: RwSignal<u32>) -> impl IntoView {
    let handle = EditorHandle::new();
    Effect::new(move |_| {
        if let Some((_, line, column)) = run.pick.get() {
            run.sheet.set(Sheet::Code);
            handle.go_to(run, line, column);
        }
    });
    let on_pick = Callback::new(move |(line, column)| run.pick.set(Some((String::new(), line, column))));
    let sheet = move || match run.sheet.get() {
        Sheet::Inside => "inside",
        Sheet::Why => "why",
        Sheet::Code => "code",
        Sheet::Results => "results",
    };
    let tab = move |which: Sheet, name: &'static str| {
        view! {
            <button class="tab" aria-pressed=move || (run.sheet.get() == which).to_string() on:click=move |_| run.sheet.set(which)>
                {name}
                {(which == Sheet::Results).then(|| view! {
                    <Show when=move || run.problems.with(|p| !p.is_empty())>
                        <span class="count bad">{move || run.problems.with(Vec::len)}</span>
                    </Show>
                })}
            </button>
        }
    };
    let folded = move || run.settings.with(|s| s.folded.join(" "));
    let style = move || run.settings.with(layout::style_of);
    let large = move || run.large.get().map(Large::name);
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
        <div class="app" data-panel=sheet data-fold=folded data-large=large style=style>
            <div class="words">
                <section class="pane code-pane" aria-label="Editor">
                    <div class="bar">
                        <h2 class="file">"main.go"</h2>
                        <Examples run=run/>
                        <button class="btn bare" id="format" title="Format (Alt+F)" on:click=move |_| run.format()>"Format"</button>
                        <Enlarge run=run panel=Large::Code/>
                        <button class="btn main" id="run" on:click=move |_| run.start()>
                            <Icon glyph=PLAY/>
                            "Run "
                            <kbd>"⇧↵"</kbd>
                        </button>
                    </div>
                    <EditorPane run=run handle=handle/>
                </section>
                <Splitter run=run of=layout::RESULTS/>
                <Splitter run=run of=layout::CODE/>
                <Results run=run on_pick=on_pick/>
            </div>
            <Splitter run=run of=layout::WORDS/>
            <Splitter run=run of=layout::STAGE/>
            <main class="stage" on:keydown=on_key>
                <h1 class="sr">"Playground"</h1>
                <Lanes run=run theme=theme/>
                <Splitter run=run of=layout::LANES/>
                <nav class="phone-tabs" aria-label="Panels">
                    {tab(Sheet::Inside, "Inside")}
                    {tab(Sheet::Why, "Why")}
                    {tab(Sheet::Code, "Code")}
                    {tab(Sheet::Results, "Output")}
                </nav>
                <div class="under">
                    <Inside run=run/>
                    <Splitter run=run of=layout::INSPECT/>
                    <Inspector run=run/>
                </div>
            </main>
            <div class="travel-place" on:keydown=on_key>
                <Travel run=run/>
            </div>
        </div>
    }
}
