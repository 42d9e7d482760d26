//! The playground: words on one side, the stage on the other, the travel bar below.

use super::editor::{EditorHandle, EditorPane};
use super::inside::{Inside, Inspector};
use super::lanes::Lanes;
use super::layout::{self, Large, Splitter, enlarge};
use super::node::Made;
use super::parts::{act, button, glyph, icon_button, item, menu, yes};
use super::results::Results;
use super::run::{Run, Sheet};
use super::travel;
use crate::protocol::{Act, Node, el, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Examples: name and file under `programs/`.
const EXAMPLES: [(&str, &str); 6] = [
    ("Hello", "hello.go"),
    ("WaitGroup", "waitgroup.go"),
    ("Result channel", "result_channel.go"),
    ("Worker pool", "worker_pool.go"),
    ("Pipeline", "pipeline.go"),
    ("A deadlock", "deadlock.go"),
];

/// The names of the program's files, as the editor takes the text apart (`codemirror/sections.js`).
fn files_of(text: &str) -> Vec<String> {
    let mark = |l: &str| l.strip_prefix("-- ")?.trim_end().strip_suffix(" --").map(str::trim).map(str::to_owned);
    let mut files: Vec<String> = text.lines().filter_map(mark).filter(|n| !n.is_empty()).collect();
    // What stands before the first one is a file if it is more than remarks.
    let before = text.lines().take_while(|l| mark(l).is_none()).any(|l| !l.trim().is_empty() && !l.starts_with("//"));
    if before || files.is_empty() {
        files.insert(0, "main.go".into());
    }
    files
}

/// The bar over the editor.
fn code_bar(run: Run) -> Vec<Node> {
    let examples =
        EXAMPLES.iter().map(|(name, file)| item(format!("example {file}"), name).attr("data-example", *file)).collect();
    let files = run.text.with(|t| files_of(t));
    let mut out: Vec<Node> = match files.len() {
        1 => vec![el("h2", "file").says("main.go").into()],
        _ => {
            let tab = |name: String| {
                let act = Act::Line { file: name.clone(), line: 1 };
                el("button", "tab").attr("title", "Go to this file").does(act).says(name)
            };
            vec![el("nav", "file-tabs").attr("aria-label", "Files").all(files.into_iter().map(tab)).into()]
        }
    };
    out.extend([
        icon_button("btn bare icon", "new-file", "plus", "Another file").into(),
        menu("push", "btn bare", None, vec![text("Examples"), glyph("down")], examples).into(),
    ]);
    if run.no_example.get() {
        let words = "The example could not be fetched.";
        out.push(el("span", "warn-text").attr("role", "alert").says(words).into());
    }
    out.extend([
        button("btn bare", "format", "Format").attr("id", "format").attr("title", "Format (Alt+F)").into(),
        enlarge(run, Large::Code).into(),
        el("button", "btn main")
            .attr("id", "run")
            .does(act("run"))
            .with(glyph("play"))
            .says("Run ")
            .with(el("kbd", "").says("⇧↵"))
            .into(),
    ]);
    out
}

/// The panels of a phone.
fn phone_tabs(run: Run) -> Vec<Node> {
    let problems = run.problems.with(Vec::len);
    let all = [
        ("Inside", "sheet inside", Sheet::Inside),
        ("Why", "sheet why", Sheet::Why),
        ("Code", "sheet code", Sheet::Code),
        ("Output", "sheet results", Sheet::Results),
    ];
    let tabs = all.into_iter().map(|(words, name, sheet)| {
        let tab = button("tab", name, words).attr("aria-pressed", yes(run.sheet.get() == sheet));
        if sheet == Sheet::Results && problems > 0 {
            tab.with(el("span", "count bad").says(problems.to_string()))
        } else {
            tab
        }
    });
    vec![el("nav", "phone-tabs").attr("aria-label", "Panels").all(tabs).into()]
}

/// The place where programs are written and watched.
#[component]
pub(super) fn Playground(run: Run, theme: RwSignal<u32>) -> impl IntoView {
    let handle = EditorHandle::new();
    Effect::new(move |_| {
        if let Some((file, line, column)) = run.pick.get() {
            run.sheet.set(Sheet::Code);
            handle.go_to(run, &file, line, column);
        }
    });
    let sheet = move || match run.sheet.get() {
        Sheet::Inside => "inside",
        Sheet::Why => "why",
        Sheet::Code => "code",
        Sheet::Results => "results",
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
        if event.key().chars().count() == 1 && event.key() != " " && !run.settings.with_untracked(|s| s.keys) {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => run.step(true, event.shift_key()),
            "ArrowRight" => run.step(false, event.shift_key()),
            "Home" => run.seek(0),
            "End" => run.seek_end(),
            " " if !button => run.toggle(),
            "r" | "R" => run.start(),
            "u" | "U" if untrack(|| run.by_you()) => run.take_back(),
            digit if untrack(|| run.by_you()) && digit.len() == 1 => match digit.parse() {
                Ok(number @ 1..=9_usize) => run.act(Act::Offer(number - 1)),
                _ => return,
            },
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <main class="app" data-panel=sheet data-fold=folded data-large=large style=style>
            <div class="words">
                <section class="pane code-pane" aria-label="Editor">
                    <div class="bar"><Made make=Box::new(move || code_bar(run))/></div>
                    <EditorPane run=run handle=handle/>
                </section>
                <Splitter run=run of=layout::RESULTS/>
                <Splitter run=run of=layout::CODE/>
                <Results run=run/>
            </div>
            <Splitter run=run of=layout::WORDS/>
            <Splitter run=run of=layout::STAGE/>
            <section class="stage" aria-label="Stage" on:keydown=on_key>
                <h1 class="sr">"Playground"</h1>
                <Lanes run=run theme=theme/>
                <Splitter run=run of=layout::LANES/>
                <Made make=Box::new(move || phone_tabs(run))/>
                <div class="under">
                    <Inside run=run/>
                    <Splitter run=run of=layout::INSPECT/>
                    <Inspector run=run/>
                </div>
            </section>
            <div class="travel-place" on:keydown=on_key>
                <footer class="travel" aria-label="Travel through the run">
                    <Made make=Box::new(move || travel::keys(run))/>
                    <div class="scrub">
                        <Made make=Box::new(move || travel::told(run))/>
                        <div class="ribbon">
                            <Made make=Box::new(move || travel::ribbon_picture(run))/>
                            <Made make=Box::new(move || travel::ribbon_slider(run))/>
                            <Made make=Box::new(move || travel::ribbon_found(run))/>
                        </div>
                    </div>
                    <Made make=Box::new(move || travel::dials(run))/>
                </footer>
            </div>
        </main>
    }
}
