//! Where panels lie: boundaries that can be moved and remember where they were, panels that fold and enlarge.
//!
//! Sizes are tenths of a percent of what holds both sides. The style sheet (`style/frame.css`) decides which boundaries there are on
//! which width; here it is only known how far each was moved.

use super::parts::{act, glyph, yes};
use super::run::Run;
use super::storage::Settings;
use crate::protocol::{Element, el};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as Dom, HtmlElement, KeyboardEvent, PointerEvent};

/// A boundary between two panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Boundary {
    /// Its name in settings and style sheet.
    pub(super) name: &'static str,
    /// What its size is that of, for those who hear it.
    label: &'static str,
    /// Whether it is a vertical line, moved sideways.
    upright: bool,
    /// Whether the panel behind it has the size, and not the one before.
    after: bool,
}

const fn boundary(name: &'static str, label: &'static str, upright: bool, after: bool) -> Boundary {
    Boundary { name, label, upright, after }
}

/// Words beside the stage, on wide windows.
pub(super) const WORDS: Boundary = boundary("words", "Width of code and output", true, false);
/// Output under the code, on wide windows.
pub(super) const RESULTS: Boundary = boundary("results", "Height of the output", false, true);
/// Code beside output, where both lie under the stage.
pub(super) const CODE: Boundary = boundary("code", "Width of the code", true, false);
/// The stage above code and output.
pub(super) const STAGE: Boundary = boundary("stage", "Height of the stage", false, false);
/// Lanes above what is inside.
pub(super) const LANES: Boundary = boundary("lanes", "Height of the lanes", false, false);
/// The inspector beside what is inside.
pub(super) const INSPECT: Boundary = boundary("inspect", "Width of the inspector", true, true);

/// Sizes keep to these, in tenths of a percent.
const RANGE: (u32, u32) = (80, 920);
/// What an arrow key moves.
const STEP: u32 = 20;

/// Whether colours are those of the dark theme.
pub(super) fn is_dark(settings: &Settings) -> bool {
    if settings.theme.is_empty() { system_is_dark() } else { settings.theme == "dark" }
}

/// Sizes of the editor's text to choose from, and the style sheet's own.
pub(super) const FONT_SIZES: [u32; 8] = [11, 12, 13, 14, 16, 18, 22, 28];
pub(super) const FONT: u32 = 13;

/// The sizes as custom properties of the playground's element.
pub(super) fn style_of(settings: &Settings) -> String {
    let font = Some(settings.font).filter(|&n| n > 0).map(|n| format!("--code-size:{n}px;--code-lh:{}px;", n * 3 / 2));
    let splits = settings.split.iter().map(|(name, size)| format!("--split-{name}:{}%;", f64::from(*size) / 10.0));
    splits.chain(font).collect()
}

fn put(settings: &mut Settings, name: &str, size: u32) {
    let size = size.clamp(RANGE.0, RANGE.1);
    settings.folded.retain(|f| f != name);
    match settings.split.iter_mut().find(|(n, _)| n == name) {
        Some(entry) => entry.1 = size,
        None => settings.split.push((name.to_owned(), size)),
    }
}

fn toggle_fold(settings: &mut Settings, name: &str) {
    let before = settings.folded.len();
    settings.folded.retain(|f| f != name);
    if settings.folded.len() == before {
        settings.folded.push(name.to_owned());
    }
}

/// The element that holds both sides: the nearest one that is a box of its own.
fn holder(splitter: &Dom) -> Option<Dom> {
    splitter.parent_element()
}

/// The size at a place of the pointer.
fn size_at(b: Boundary, splitter: &Dom, event: &PointerEvent) -> Option<u32> {
    let rect = holder(splitter)?.get_bounding_client_rect();
    let (at, length) = if b.upright {
        (f64::from(event.client_x()) - rect.left(), rect.width())
    } else {
        (f64::from(event.client_y()) - rect.top(), rect.height())
    };
    let share = (at / length.max(1.0) * 1000.0).clamp(0.0, 1000.0);
    Some(if b.after { 1000.0 - share } else { share }.round() as u32)
}

/// Where it is drawn now, for one that was never moved.
fn size_drawn(b: Boundary, splitter: &Dom) -> Option<u32> {
    let rect = holder(splitter)?.get_bounding_client_rect();
    let own = splitter.get_bounding_client_rect();
    let share = if b.upright {
        (own.left() - rect.left()) / rect.width().max(1.0)
    } else {
        (own.top() - rect.top()) / rect.height().max(1.0)
    };
    let share = (share * 1000.0).clamp(0.0, 1000.0);
    Some(if b.after { 1000.0 - share } else { share }.round() as u32)
}

/// A line that can be dragged, moved by arrow keys, and folded away by a double click or Enter.
#[component]
pub(super) fn Splitter(run: Run, of: Boundary) -> impl IntoView {
    let line = NodeRef::<leptos::html::Div>::new();
    let dragged = RwSignal::new(false);
    let folded = move || run.settings.with(|s| s.folded.iter().any(|f| f == of.name));
    let size = move || {
        let kept = run.settings.with(|s| s.split.iter().find(|(n, _)| n == of.name).map(|(_, size)| *size));
        kept.or_else(|| line.get().and_then(|line| size_drawn(of, &line))).unwrap_or(500)
    };
    let on_key = move |event: KeyboardEvent| {
        let (less, more) = if of.upright { ("ArrowLeft", "ArrowRight") } else { ("ArrowUp", "ArrowDown") };
        let (less, more) = if of.after { (more, less) } else { (less, more) };
        let here = untrack(size);
        let to = match event.key().as_str() {
            key if key == less => here.saturating_sub(STEP),
            key if key == more => here + STEP,
            "Home" => RANGE.0,
            "End" => RANGE.1,
            "Enter" => {
                run.set(|s| toggle_fold(s, of.name));
                event.prevent_default();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        run.set(|s| put(s, of.name, to));
    };
    let on_move = move |event: PointerEvent| {
        if !dragged.get_untracked() {
            return;
        }
        let Some(splitter) = line.get_untracked() else { return };
        if let Some(size) = size_at(of, &splitter, &event) {
            run.settings.update(|s| put(s, of.name, size));
        }
    };
    let on_down = move |event: PointerEvent| {
        let Some(splitter) = line.get_untracked() else { return };
        if splitter.unchecked_ref::<Dom>().set_pointer_capture(event.pointer_id()).is_ok() {
            dragged.set(true);
        }
    };
    let on_up = move |_| {
        if dragged.get_untracked() {
            dragged.set(false);
            // It was moved already; now it is kept.
            run.set(|_| ());
        }
    };
    view! {
        <div
            class=format!("split of-{} {}", of.name, if of.upright { "upright" } else { "level" })
            class:dragged=move || dragged.get()
            node_ref=line
            role="separator"
            tabindex="0"
            title="Drag to move, double click or Enter to fold"
            aria-label=of.label
            aria-orientation=if of.upright { "vertical" } else { "horizontal" }
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || if folded() { 0 } else { size() / 10 }
            on:keydown=on_key
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_up
            on:dblclick=move |_| run.set(|s| toggle_fold(s, of.name))
        ></div>
    }
}

/// Panels that can fill the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Large {
    Code,
    Results,
    Lanes,
    Inside,
    Inspect,
}

impl Large {
    pub(super) const ALL: [Large; 5] = [Large::Code, Large::Results, Large::Lanes, Large::Inside, Large::Inspect];

    pub(super) fn name(self) -> &'static str {
        match self {
            Large::Code => "code",
            Large::Results => "results",
            Large::Lanes => "lanes",
            Large::Inside => "inside",
            Large::Inspect => "inspect",
        }
    }
}

/// The button that lets a panel fill the window, and gives back.
pub(super) fn enlarge(run: Run, panel: Large) -> Element {
    let on = run.large.get() == Some(panel);
    let (picture, label) = if on { ("shrink", "Back to all panels (Esc)") } else { ("grow", "Fill the window") };
    el("button", "btn bare icon enlarge")
        .attr("aria-label", label)
        .attr("title", label)
        .attr("aria-pressed", yes(on))
        .does(act(format!("large {}", panel.name())))
        .with(glyph(picture))
}

pub(super) fn system_is_dark() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok().flatten());
    query.is_some_and(|q| q.matches())
}

/// Goes to another address of the page.
pub(super) fn go(fragment: &str) {
    // Fails only for what is no address.
    let _ = window().location().set_hash(fragment);
}

/// Whether the program is only to be read.
pub(super) fn is_readonly() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-readonly"))
}

/// Scrolls what `selector` finds first to its top.
pub(super) fn to_top(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        element.set_scroll_top(0);
    }
}

/// Brings the first element that `selector` finds into sight.
pub(super) fn scroll_to(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        element.scroll_into_view();
    }
}

/// Brings the heading with that id into sight and gives it the focus, if it is there.
pub(super) fn turn_to(id: &str) -> bool {
    let found = format!("[id=\"{}\"]", id.replace(['"', '\\'], ""));
    scroll_to(&found);
    focus(&found);
    document().active_element().is_some_and(|e| e.id() == id)
}

/// Gives the focus to the first element that `selector` finds.
pub(super) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
