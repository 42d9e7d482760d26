//! Output and problems, and how the run stands.

use super::icons::{Icon, WARN};
use super::run::{Run, Tab};
use crate::protocol::{Output, Problem};
use leptos::html::Pre;
use leptos::prelude::*;

/// Bytes of output shown while it grows; all of it once the run stands.
const TAIL: usize = 40_000;

/// The panel with its tabs.
#[component]
pub(super) fn Results(run: Run, on_pick: Callback<(u32, u32)>) -> impl IntoView {
    let count = move || run.problems.with(Vec::len);
    let tab = move |which: Tab, name: &'static str| {
        let selected = move || run.tab.get() == which;
        let id = format!("tab-{}", name.to_lowercase());
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
                    if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
                        let other = if which == Tab::Output { Tab::Problems } else { Tab::Output };
                        run.tab.set(other);
                        let id = if other == Tab::Output { "tab-output" } else { "tab-problems" };
                        if let Some(element) = document().get_element_by_id(id) {
                            use wasm_bindgen::JsCast;
                            let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
                        }
                    }
                }
            >
                {name}
                {(which == Tab::Problems)
                    .then(|| view! { <span class="count" class:bad=move || { count() > 0 }>{count}</span> })}
            </button>
        }
    };
    view! {
        <section class="pane results" aria-label="Results">
            <div class="bar">
                <div class="tabs" role="tablist" aria-label="Results">
                    {tab(Tab::Output, "Output")}
                    {tab(Tab::Problems, "Problems")}
                </div>
            </div>
            <div
                class="sheet"
                id="results"
                role="tabpanel"
                aria-labelledby=move || if run.tab.get() == Tab::Output { "tab-output" } else { "tab-problems" }
            >
                {move || match run.tab.get() {
                    Tab::Output => view! { <OutputText run=run/> }.into_any(),
                    Tab::Problems => view! { <Problems problems=run.problems on_pick=on_pick/> }.into_any(),
                }}
            </div>
            <Ending run=run/>
        </section>
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
                _ if run.outdated() => ("The text has changed since this run.".to_owned(), ""),
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
