//! A button with a list that floats under it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Closes the menu that `inside` is a part of, and gives its button the focus.
pub(super) fn close_menu(inside: Option<web_sys::EventTarget>, focus: bool) {
    let inside = inside.and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let Some(menu) = inside.and_then(|i| i.closest("details").ok().flatten()) else { return };
    let _ = menu.remove_attribute("open");
    let button = menu.query_selector("summary").ok().flatten().and_then(|s| s.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(button) = button.filter(|_| focus) {
        let _ = button.focus();
    }
}

/// Opens under its button; closes by Escape, when the focus leaves it, and when something in it is clicked.
#[component]
pub(super) fn Menu(
    /// Further classes of the whole.
    #[prop(into, optional)]
    class: String,
    /// Classes of the button.
    #[prop(into)]
    button: String,
    /// What the button is called, if it has no words.
    #[prop(into, optional)]
    label: String,
    /// What the button shows.
    summary: AnyView,
    children: Children,
) -> impl IntoView {
    let label = (!label.is_empty()).then_some(label);
    let title = label.clone();
    view! {
        <details
            class=format!("menu {class}")
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
            <summary class=button aria-label=label title=title>{summary}</summary>
            <ul
                class="float"
                on:click=|event| {
                    let item = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
                    if item.is_some_and(|i| i.closest(".item").ok().flatten().is_some()) {
                        close_menu(event.target(), true);
                    }
                }
            >
                {children()}
            </ul>
        </details>
    }
}
