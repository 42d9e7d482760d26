//! The frame of all places: top bar, routes, theme.

use super::icons::{Icon, MENU, PLAY, SCREEN, THEME};
use super::menu::Menu;
use super::places::{Coming, Place};
use super::playground::Playground;
use super::reference::Reference;
use super::run::Run;
use leptos::ev;
use leptos::prelude::*;

/// Puts the page into the document.
pub fn mount() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}

fn fragment() -> String {
    web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

fn system_is_dark() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok().flatten());
    query.is_some_and(|q| q.matches())
}

#[component]
fn App() -> impl IntoView {
    let run = Run::new();
    let place = RwSignal::new(Place::of(&fragment()));
    // Counts changes of colours, for those who paint.
    let theme = RwSignal::new(0);
    window_event_listener(ev::hashchange, move |_| place.set(Place::of(&fragment())));
    window_event_listener(ev::keydown, move |event| {
        let here = place.get_untracked() == Place::Playground && !event.default_prevented();
        if here && present(run, &event) {
            event.prevent_default();
            return;
        }
        // By place on the keyboard: Alt makes another letter of it on some.
        if here && event.alt_key() && event.code() == "KeyF" {
            event.prevent_default();
            run.format();
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
        use wasm_bindgen::JsCast;
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
    let switch = move |_| {
        run.set(|s| {
            let dark = if s.theme.is_empty() { system_is_dark() } else { s.theme == "dark" };
            s.theme = if dark { "light" } else { "dark" }.to_owned();
        });
    };
    let links = Place::ALL
        .map(|p| {
            view! {
                <a class="tab" href=p.fragment() aria-current=move || (place.get() == p).then_some("page")>
                    {p.name()}
                </a>
            }
        })
        .collect_view();
    let items = Place::ALL
        .map(|p| {
            view! {
                <li>
                    <a class="item" href=p.fragment() aria-current=move || (place.get() == p).then_some("page")>
                        {p.name()}
                    </a>
                </li>
            }
        })
        .collect_view();
    let menu = view! { <Icon glyph=MENU/> }.into_any();
    let playing = move || place.get() == Place::Playground;
    Effect::new(move |_| document().set_title(&format!("{} · golanes", place.get().name())));
    view! {
        <header class="top">
            <a class="brand" href="#/" aria-label="golanes, the playground">
                <svg width="26" height="22" viewBox="0 0 26 22" fill="none" stroke-width="2.6" aria-hidden="true">
                    <path d="M13 0v22" stroke="var(--accent-fill)"></path>
                    <path d="M10 4h6M10 18h6" stroke="var(--bg)" stroke-width="4.8"></path>
                    <path d="M1 4h24" stroke="var(--g1)"></path>
                    <path d="M1 11h8.6M16.4 11H25" stroke="var(--g3)"></path>
                    <path d="M1 18h24" stroke="var(--g2)"></path>
                </svg>
                <span>"golanes"</span>
            </a>
            <nav class="places" aria-label="Places">{links}</nav>
            <div class="tools push">
                <Show when=playing>
                    <button class="btn main only-small" id="run-small" on:click=move |_| run.start()>
                        <Icon glyph=PLAY/>
                        "Run"
                    </button>
                    <button
                        class="btn bare icon not-small"
                        id="present"
                        aria-label="Presenter mode"
                        title="Presenter mode (F5)"
                        on:click=move |_| run.present(true)
                    >
                        <Icon glyph=SCREEN/>
                    </button>
                </Show>
                <button class="btn bare icon" id="theme" aria-label="Light or dark" title="Light or dark" on:click=switch>
                    <Icon glyph=THEME/>
                </button>
                <Menu class="only-small" button="btn bare icon" label="Places" summary=menu>{items}</Menu>
            </div>
        </header>
        // The playground stays as it is while another place is looked at.
        <div class="place" class:hidden=move || place.get() != Place::Playground>
            <Playground run=run theme=theme/>
        </div>
        {move || match place.get() {
            Place::Playground => ().into_any(),
            Place::Reference => view! { <Reference/> }.into_any(),
            other => view! { <Coming place=other/> }.into_any(),
        }}
    }
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
