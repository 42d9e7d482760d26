//! What is inside: the X-rays of everything goroutines meet at, and the selected goroutine. Both are made by the worker; here a value
//! is let fly.

use super::layout::{Large, enlarge};
use super::node::{Made, PanelView};
use super::run::Run;
use crate::protocol::{Node, Panel, el};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A panel's title with its button.
fn title(run: Run, words: &'static str, panel: Large) -> Vec<Node> {
    vec![el("h2", "").says(words).into(), el("span", "push").into(), enlarge(run, panel).into()]
}

/// Channels, locks, the scheduler.
#[component]
pub(super) fn Inside(run: Run) -> impl IntoView {
    view! {
        <section class="xrays" aria-label="Inside">
            <div class="bar"><Made make=Box::new(move || title(run, "Inside", Large::Inside))/></div>
            <PanelView run=run panel=Panel::Inside class="xray-list scroll" label="Channels, locks and the scheduler at this moment" after=fly/>
        </section>
    }
}

/// The selected goroutine, and the selected event.
#[component]
pub(super) fn Inspector(run: Run) -> impl IntoView {
    view! {
        <section class="inspect" aria-label="Inspector">
            <div class="bar"><Made make=Box::new(move || title(run, "Why?", Large::Inspect))/></div>
            <div class="inspect-sheet scroll">
                <PanelView run=run panel=Panel::Inspector class="goroutine" label="The selected goroutine"/>
                <PanelView run=run panel=Panel::Moment class="moment" label="The selected event"/>
            </div>
        </section>
    }
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
