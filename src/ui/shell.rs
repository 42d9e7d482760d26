//! The frame of all places: top bar, routes, theme.

use super::controls;
use super::embed;
use super::events;
use super::lessons::{self, gallery};
use super::links;
use super::node::Made;
use super::overlay::Over;
use super::parts::{act, glyph, icon_button, item, menu};
use super::places::{Place, coming};
use super::playground::Playground;
use super::reference::{self, reference};
use super::run::Run;
use crate::protocol::{Element, Node, el};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Puts the page into the document.
pub fn mount() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}

pub(super) fn fragment() -> String {
    web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

#[component]
fn App() -> impl IntoView {
    let run = Run::new();
    let place = RwSignal::new(Place::of(&fragment()));
    // Counts changes of colours, for those who paint.
    let theme = RwSignal::new(0);
    let go = move || {
        embed::dress(run, &fragment());
        place.set(Place::of(&fragment()));
        lessons::go(run, &fragment());
        reference::go(run, &fragment());
        links::open(run, &fragment());
    };
    go();
    window_event_listener(ev::hashchange, move |_| go());
    window_event_listener(ev::keydown, move |event| {
        let stage = place.get_untracked() == Place::Playground || run.school.is_open();
        let here = stage && !event.default_prevented();
        // What lies over the page has the keys.
        if run.overlay.with_untracked(Option::is_some) {
            return;
        }
        if here && present(run, &event) {
            event.prevent_default();
            return;
        }
        // By place on the keyboard: Alt makes another letter of it on some.
        if here && event.alt_key() && event.code() == "KeyF" {
            event.prevent_default();
            run.format();
        }
        if here && event.key() == "F8" {
            event.prevent_default();
            run.run_on(event.shift_key(), None);
        }
        let control = event.ctrl_key() || event.meta_key();
        if control && event.shift_key() && event.code() == "KeyP" {
            event.prevent_default();
            controls::perform(run, "palette", String::new());
        }
        if here && control && !event.shift_key() && event.code() == "KeyS" {
            event.prevent_default();
            controls::perform(run, "share", String::new());
        }
        let typing =
            event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()).is_some_and(|e| events::types(&e));
        if event.key() == "?" && !typing && run.settings.with_untracked(|s| s.keys) {
            event.prevent_default();
            controls::perform(run, "keys", String::new());
        }
        let page = matches!(event.key().as_str(), "PageDown" | "PageUp") && !event.ctrl_key();
        if page && !typing && !event.default_prevented() && lessons::turn_page(run, event.key() == "PageDown") {
            event.prevent_default();
        }
        let chord = event.ctrl_key() || event.meta_key() || event.shift_key();
        // The editor takes these keys itself.
        if here && event.key() == "Enter" && chord {
            event.prevent_default();
            run.start();
        }
    });
    Effect::new(move |_| {
        let chosen = run.settings.with(|s| s.theme.clone());
        if let Some(root) = document().document_element() {
            let _ = match chosen.as_str() {
                "" => root.remove_attribute("data-theme"),
                other => root.set_attribute("data-theme", other),
            };
        }
        theme.update(|n| *n += 1);
    });
    if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
        let changed = wasm_bindgen::prelude::Closure::<dyn FnMut()>::new(move || theme.update(|n| *n += 1));
        let _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        // It lives as long as the page.
        changed.forget();
    }
    Effect::new(move |_| {
        let on = run.presenter.get();
        if let Some(root) = document().document_element() {
            let _ = root.toggle_attribute_with_force("data-presenter", on);
        }
        theme.update(|n| *n += 1);
    });
    Effect::new(move |_| {
        let lesson = run.school.here().map(|o| o.lesson.title.clone());
        let name = lesson.unwrap_or_else(|| place.get().name().to_owned());
        document().set_title(&format!("{name} · golanes"));
    });
    events::listen(run);
    let other = move || match place.get() {
        Place::Playground => Vec::new(),
        Place::Patterns if run.school.open.with(Option::is_some) => Vec::new(),
        Place::Patterns => gallery(run),
        Place::Reference => reference(run),
        other => coming(other),
    };
    let in_lesson = move || run.school.open.with(Option::is_some);
    let on_stage = move |place: Place| place == Place::Playground || in_lesson();
    let event = Memo::new(move |_| run.scene.with(|s| s.as_ref().map_or(0, |s| s.event)));
    view! {
        <Made make=Box::new(move || top(place.get()))/>
        // The playground stays as it is while another place is looked at.
        <div class="place" class:hidden=move || !on_stage(place.get()) class:lesson=in_lesson>
            <Made make=Box::new(move || lessons::rail(run))/>
            <div class="around">
                <section class="lesson-head" aria-label="Lesson" class:hidden=move || !in_lesson()>
                    <Made make=Box::new(move || lessons::head(run))/>
                </section>
                <Playground run=run theme=theme/>
                <section class="lesson-foot" aria-label="About the lesson" class:hidden=move || !in_lesson()>
                    <Made make=Box::new(move || lessons::foot(run, event))/>
                </section>
            </div>
        </div>
        <Made make=Box::new(other)/>
        <Over run=run/>
        <Made make=Box::new(move || notice(run))/>
    }
}

/// What was done, where it cannot be seen.
fn notice(run: Run) -> Vec<Node> {
    vec![el("p", "notice").attr("role", "status").says(run.notice.get()).into()]
}

/// The mark: three threads and what ties them.
fn brand() -> Element {
    let line = |d: &'static str, stroke: &'static str| el("path", "").attr("d", d).attr("stroke", stroke);
    let mark = el("svg", "")
        .attr("width", "26")
        .attr("height", "22")
        .attr("viewBox", "0 0 26 22")
        .attr("fill", "none")
        .attr("stroke-width", "2.6")
        .attr("aria-hidden", "true")
        .with(line("M13 0v22", "var(--accent-fill)"))
        .with(line("M10 4h6M10 18h6", "var(--bg)").attr("stroke-width", "4.8"))
        .with(line("M1 4h24", "var(--g1)"))
        .with(line("M1 11h8.6M16.4 11H25", "var(--g3)"))
        .with(line("M1 18h24", "var(--g2)"));
    el("a", "brand")
        .attr("href", "#/")
        .attr("aria-label", "golanes, the playground")
        .with(mark)
        .with(el("span", "").says("golanes"))
}

/// The bar at the top.
fn top(place: Place) -> Vec<Node> {
    let link = |class: &'static str, p: Place| {
        el("a", class).attr("href", p.fragment()).maybe("aria-current", (place == p).then_some("page")).says(p.name())
    };
    let links = Place::ALL.into_iter().map(|p| link("tab", p));
    let nav = el("nav", "places").attr("aria-label", "Places").all(links);
    let mut tools = el("div", "tools push");
    if place == Place::Playground {
        tools = tools
            .with(
                el("button", "btn main only-small")
                    .attr("id", "run-small")
                    .does(act("run"))
                    .with(glyph("play"))
                    .says("Run"),
            )
            .with(
                icon_button("btn bare icon not-small", "present", "screen", "Presenter mode")
                    .attr("id", "present")
                    .attr("title", "Presenter mode (F5)"),
            );
    }
    let mut items: Vec<Element> = Place::ALL.into_iter().map(|p| link("item only-small", p)).collect();
    items.extend([
        item("files", "Open, save, export …"),
        item("programs", "Earlier programs …"),
        item("palette", "All commands …"),
        item("keys", "Keys …"),
        item("settings", "Settings …"),
        item("about", "About golanes"),
    ]);
    tools = tools.with(icon_button("btn bare icon", "theme", "theme", "Light or dark").attr("id", "theme")).with(menu(
        "",
        "btn bare icon",
        Some("Menu"),
        vec![glyph("menu")],
        items,
    ));
    vec![el("header", "top").with(brand()).with(nav).with(tools).into()]
}

/// Keys of presenters and enlarged panels: F5 and Escape, and what a clicker sends. Whether it was one of them.
fn present(run: Run, event: &web_sys::KeyboardEvent) -> bool {
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
    let presents = run.presenter.get_untracked();
    match event.key().as_str() {
        "F5" if plain => run.present(!presents),
        "Escape" if presents => run.present(false),
        "Escape" if run.large.get_untracked().is_some() => run.large.set(None),
        "PageDown" if presents => run.step(false, false),
        "PageUp" if presents => run.step(true, false),
        _ => return false,
    }
    true
}
