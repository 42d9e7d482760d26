//! Output and problems, and how the run stands.

use super::icons::{Icon, WARN};
use super::layout::{Enlarge, Large};
use super::run::{Run, Tab};
use crate::protocol::{Output, Problem};
use leptos::html::Pre;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Bytes of output shown while it grows; all of it once the run stands.
const TAIL: usize = 40_000;

const TABS: [(Tab, &str); 3] = [(Tab::Output, "Output"), (Tab::Input, "Input"), (Tab::Problems, "Problems")];

/// The id of a tab's button.
fn id_of(tab: Tab) -> &'static str {
    match tab {
        Tab::Output => "tab-output",
        Tab::Input => "tab-input",
        Tab::Problems => "tab-problems",
    }
}

/// The panel with its tabs.
#[component]
pub(super) fn Results(run: Run, on_pick: Callback<(u32, u32)>) -> impl IntoView {
    let count = move || run.problems.with(Vec::len);
    let tab = move |which: Tab, name: &'static str| {
        let selected = move || run.tab.get() == which;
        let id = id_of(which);
        view! {
            <button
                class="tab"
                role="tab"
                id=id
                aria-controls="results"
                aria-selected=move || selected().to_string()
                tabindex=move || if selected() { "0" } else { "-1" }
                on:click=move |_| run.tab.set(which)
                on:keydown=move |event| {
                    let here = TABS.iter().position(|(t, _)| *t == which).unwrap_or(0);
                    let to = match event.key().as_str() {
                        "ArrowLeft" => (here + TABS.len() - 1) % TABS.len(),
                        "ArrowRight" => (here + 1) % TABS.len(),
                        "Home" => 0,
                        "End" => TABS.len() - 1,
                        _ => return,
                    };
                    event.prevent_default();
                    run.tab.set(TABS[to].0);
                    if let Some(element) = document().get_element_by_id(id_of(TABS[to].0)) {
                        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
                    }
                }
            >
                {name}
                {(which == Tab::Problems)
                    .then(|| view! { <span class="count" class:bad=move || { count() > 0 }>{count}</span> })}
                {(which == Tab::Input)
                    .then(|| view! {
                        <Show when=move || run.input.with(|i| !i.is_empty())>
                            <span class="count">{move || run.input.with(|i| i.lines().count())}<span class="sr">" lines"</span></span>
                        </Show>
                    })}
            </button>
        }
    };
    view! {
        <section class="pane results" aria-label="Results">
            <div class="bar">
                <div class="tabs" role="tablist" aria-label="Results">
                    {TABS.map(|(which, name)| tab(which, name)).collect_view()}
                </div>
                <span class="push"></span>
                <Enlarge run=run panel=Large::Results/>
            </div>
            <div
                class="sheet"
                id="results"
                role="tabpanel"
                aria-labelledby=move || id_of(run.tab.get())
            >
                {move || match run.tab.get() {
                    Tab::Output => view! { <OutputText run=run/> }.into_any(),
                    Tab::Input => view! { <Input run=run/> }.into_any(),
                    Tab::Problems => view! { <Problems problems=run.problems on_pick=on_pick/> }.into_any(),
                }}
            </div>
            <Ending run=run/>
        </section>
    }
}

/// What the program is to read.
#[component]
fn Input(run: Run) -> impl IntoView {
    view! {
        <textarea
            class="stdin scroll"
            id="stdin"
            aria-label="Standard input of the program"
            placeholder="Lines for the program to read: fmt.Scan, bufio.NewScanner(os.Stdin) …  Behind the last one comes io.EOF."
            autocapitalize="off"
            autocomplete="off"
            spellcheck="false"
            prop:value=move || run.input.get()
            on:input:target=move |event| run.feed(event.target().value())
            on:keydown=move |event| {
                if event.key() == "Enter" && (event.shift_key() || event.ctrl_key() || event.meta_key()) {
                    event.prevent_default();
                    run.start();
                }
            }
        ></textarea>
    }
}

/// How the run stands, in a sentence.
#[component]
fn Ending(run: Run) -> impl IntoView {
    let state = Memo::new(move |_| {
        run.scene.with(|s| {
            let broken = run.problems.with(|p| p.iter().any(|p| p.error));
            let Some(s) = s else {
                let text = if broken { "The program does not compile: there is nothing to run yet." } else { "" };
                return (text.to_owned(), "");
            };
            match &s.end {
                _ if run.outdated() && broken => ("The text has changed and does not compile yet.".to_owned(), ""),
                _ if run.outdated() => ("The program or its input have changed since this run.".to_owned(), ""),
                Some(end) => (end.sentence.clone(), if end.bad { "bad" } else { "good" }),
                None if s.playing => ("Running.".to_owned(), ""),
                None if s.tick == 0 => ("Ready at the first statement.".to_owned(), ""),
                None if s.event < s.events => ("Paused: what lies ahead is known.".to_owned(), ""),
                None => ("Paused.".to_owned(), ""),
            }
        })
    });
    let hash = move || run.scene.with(|s| s.as_ref().map(|s| s.hash.clone()));
    let events = move || run.scene.with(|s| s.as_ref().map(|s| s.events));
    let complete = move || run.scene.with(|s| s.as_ref().is_some_and(|s| s.complete)).to_string();
    view! {
        <p
            class=move || format!("end {}", state.with(|s| s.1))
            role="status"
            data-hash=hash
            data-events=events
            data-complete=complete
        >
            {move || state.with(|s| s.0.clone())}
        </p>
        <Show when=move || run.crash.with(Option::is_some)>
            <div class="crash" role="alert">
                <p>
                    <strong>"The engine stopped unexpectedly and was started again."</strong>
                    " Your text is untouched. Run it again, or change it first. What it said: "
                    <code>{move || run.crash.get()}</code>
                </p>
                <button class="btn" on:click=move |_| run.crash.set(None)>"Close"</button>
            </div>
        </Show>
    }
}

/// Pieces up to a place as runs of one stream, at most the last `most` bytes of them.
fn merged(pieces: &[Output], most: usize) -> Vec<(String, bool)> {
    let mut room = most;
    let mut from = pieces.len();
    while from > 0 && room > 0 {
        from -= 1;
        room = room.saturating_sub(pieces[from].text.len());
    }
    let mut out: Vec<(String, bool)> = Vec::new();
    if from > 0 {
        out.push(("(earlier lines appear when the run stands)\n".into(), true));
    }
    for piece in &pieces[from..] {
        match out.last_mut() {
            Some((text, err)) if *err == piece.err => text.push_str(&piece.text),
            _ => out.push((piece.text.clone(), piece.err)),
        }
    }
    out
}

/// What the program wrote; what is not written yet at this moment is dimmed.
#[component]
fn OutputText(run: Run) -> impl IntoView {
    let area = NodeRef::<Pre>::new();
    // How much is written at the moment, how much there is, and how much of it to show.
    let cut = Memo::new(move |_| {
        let (tick, playing) = run.scene.with(|s| s.as_ref().map_or((0, false), |s| (s.tick, s.playing)));
        run.output.with(|o| (o.partition_point(|p| p.tick <= tick), o.len(), if playing { TAIL } else { usize::MAX }))
    });
    let time = move || run.scene.with(|s| s.as_ref().map_or(String::new(), |s| s.time.clone()));
    let part = |parts: Vec<(String, bool)>, later: bool| {
        parts
            .into_iter()
            .map(|(text, err)| view! { <span class="piece" class:err=err class:unborn=later>{text}</span> })
            .collect_view()
    };
    Effect::new(move |_| {
        cut.track();
        // The newest line stays in sight.
        request_animation_frame(move || {
            // The other tab may be shown by now.
            let Some(area) = area.try_get_untracked().flatten() else { return };
            match area.query_selector(".cut").ok().flatten() {
                None => area.set_scroll_top(area.scroll_height()),
                Some(line) => {
                    let (line, box_) = (line.get_bounding_client_rect(), area.get_bounding_client_rect());
                    if line.top() < box_.top() || line.bottom() > box_.bottom() {
                        let by = line.bottom() - box_.bottom() + 12.0;
                        area.set_scroll_top(area.scroll_top() + by as i32);
                    }
                }
            }
        });
    });
    let body = move || {
        let (now, all, most) = cut.get();
        if all == 0 {
            let text = if run.scene.with(Option::is_some) {
                "Nothing is printed yet."
            } else {
                "What the program prints appears here."
            };
            return view! { <span class="empty">{text}</span> }.into_any();
        }
        run.output.with_untracked(|o| {
            let before = part(merged(&o[..now], most), false);
            let after = part(merged(&o[now..], TAIL), true);
            let line = (now < all).then(|| {
                view! { <span class="cut">{move || format!("now, {}: the rest is not printed yet", time())}</span> }
            });
            view! { {before}{line}{after} }.into_any()
        })
    };
    view! { <pre class="out scroll" node_ref=area tabindex="0" role="group" aria-label="Output of the program">{body}</pre> }
}

/// gc's messages with their lines.
#[component]
fn Problems(problems: RwSignal<Vec<Problem>>, on_pick: Callback<(u32, u32)>) -> impl IntoView {
    let row = move |p: Problem| {
        let at = (p.line, p.col);
        view! {
            <li>
                <button class="problem" class:error=p.error on:click=move |_| on_pick.run(at)>
                    <Icon glyph=WARN/>
                    <span class="where">{format!("{}:{}:{}", p.file, p.line, p.col)}</span>
                    <span>{p.message}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show
            when=move || !problems.with(Vec::is_empty)
            fallback=|| view! { <p class="empty">"No problems: the program compiles."</p> }
        >
            <ul class="problems scroll">{move || problems.get().into_iter().map(row).collect_view()}</ul>
        </Show>
    }
}
