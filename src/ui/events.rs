//! What a person does to elements made by `node`: one set of listeners for the whole document.

use super::controls;
use super::layout;
use super::node::act_of;
use super::run::Run;
use crate::protocol::Act;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

/// Starts to listen.
pub(super) fn listen(run: Run) {
    on("click", move |event| clicked(run, &event));
    on("input", move |event| entered(run, &event, true));
    on("change", move |event| entered(run, &event, false));
    on("keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            if !searched(run, event) && !commanded(event) {
                walked(event);
            }
        }
    });
    on("focusout", |event| left(&event));
    on("dragover", |event| event.prevent_default());
    on("drop", move |event| dropped(run, &event));
}

fn on(name: &str, act: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(act);
    let _ = document().add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    // It lives as long as the page.
    closure.forget();
}

fn element_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The value of a field, and whether it is told of while it changes rather than when it has.
fn value_of(element: &Element) -> Option<(String, bool)> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some((input.value(), input.type_() != "number"));
    }
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        return Some((select.value(), false));
    }
    element.dyn_ref::<HtmlTextAreaElement>().map(|area| (area.value(), true))
}

fn clicked(run: Run, event: &Event) {
    let Some(element) = element_of(event) else { return };
    if value_of(&element).is_some() || element.tag_name() == "OPTION" {
        return;
    }
    if element.closest("summary").ok().flatten().is_some() {
        return;
    }
    if let Some(act) = act_of(&element) {
        event.prevent_default();
        if element.closest(".item").ok().flatten().is_some() {
            close(&element, true);
        }
        match act {
            Act::Do(name) => controls::perform(run, &name, String::new()),
            act => run.act(act),
        }
    } else if element.closest(".item").ok().flatten().is_some() {
        close(&element, true);
    }
}

/// A file that is dropped anywhere is a program.
fn dropped(run: Run, event: &Event) {
    let files = event.dyn_ref::<web_sys::DragEvent>().and_then(|e| e.data_transfer()?.files());
    if let Some(file) = files.and_then(|f| f.get(0)) {
        event.prevent_default();
        super::files::open(run, file);
    }
}

fn entered(run: Run, event: &Event, now: bool) {
    let Some(element) = element_of(event) else { return };
    let chosen = element.dyn_ref::<HtmlInputElement>().filter(|_| !now).and_then(HtmlInputElement::files);
    if let Some(file) = chosen.and_then(|f| f.get(0)) {
        super::files::open(run, file);
        return;
    }
    if let (Some((value, live)), Some(Act::Do(name))) = (value_of(&element), act_of(&element))
        && live == now
    {
        controls::perform(run, &name, value);
    }
}

/// Closes the menu that `inside` is a part of, and gives its button the focus.
fn close(inside: &Element, focus: bool) {
    let Some(menu) = inside.closest("details.menu").ok().flatten() else { return };
    let _ = menu.remove_attribute("open");
    let button = menu.query_selector("summary").ok().flatten().and_then(|s| s.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button.filter(|_| focus) {
        let _ = button.focus();
    }
}

/// Keys in the field that searches lanes. Whether it was one of them.
fn searched(run: Run, event: &KeyboardEvent) -> bool {
    let Some(field) = element_of(event).filter(|e| e.id() == "find") else { return false };
    match event.key().as_str() {
        "Enter" => {
            if let Some((words, _)) = value_of(&field).filter(|(words, _)| !words.is_empty()) {
                run.lanes.update(|l| l.filter.clear());
                run.find(words, event.shift_key());
            }
        }
        "Escape" => {
            run.searching.set(false);
            run.lost.set(false);
            run.lanes.update(|l| l.filter.clear());
            layout::focus(".lanes");
        }
        _ => return false,
    }
    event.prevent_default();
    event.stop_propagation();
    true
}

/// Whether keys are letters to this element.
pub(super) fn types(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
        || element.closest(".cm-editor").ok().flatten().is_some()
}

/// Keys in the list of commands. Whether it was one of them.
fn commanded(event: &KeyboardEvent) -> bool {
    let Some(element) = element_of(event) else { return false };
    let Some(dialog) = element.closest("dialog.over").ok().flatten() else { return false };
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Enter" if element.id() == "command" => 0,
        _ => return false,
    };
    let Ok(all) = dialog.query_selector_all("#command, .commands .item") else { return false };
    let all: Vec<HtmlElement> = (0..all.length()).filter_map(|i| all.item(i)?.dyn_into::<HtmlElement>().ok()).collect();
    let Some(here) = all.iter().position(|e| e.is_same_node(Some(&element))) else { return false };
    if by == 0 {
        if let Some(first) = all.get(here + 1) {
            first.click();
        }
    } else if let Some(next) = here.checked_add_signed(by).and_then(|i| all.get(i)) {
        let _ = next.focus();
    }
    event.prevent_default();
    event.stop_propagation();
    true
}

/// Keys in tab lists and menus.
fn walked(event: &KeyboardEvent) {
    let Some(element) = element_of(event) else { return };
    if event.key() == "Escape" && element.closest("details.menu[open]").ok().flatten().is_some() {
        close(&element, true);
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    if element.get_attribute("role").as_deref() != Some("tab") {
        return;
    }
    let Some(list) = element.closest("[role=tablist]").ok().flatten() else { return };
    let Ok(tabs) = list.query_selector_all("[role=tab]") else { return };
    let tabs: Vec<HtmlElement> =
        (0..tabs.length()).filter_map(|i| tabs.item(i)?.dyn_into::<HtmlElement>().ok()).collect();
    let Some(here) = tabs.iter().position(|t| t.is_same_node(Some(&element))) else { return };
    let to = match event.key().as_str() {
        "ArrowLeft" => (here + tabs.len() - 1) % tabs.len(),
        "ArrowRight" => (here + 1) % tabs.len(),
        "Home" => 0,
        "End" => tabs.len() - 1,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    tabs[to].click();
    let _ = tabs[to].focus();
}

/// A menu closes when the focus leaves it.
fn left(event: &Event) {
    let Some(element) = element_of(event) else { return };
    let Some(menu) = element.closest("details.menu[open]").ok().flatten() else { return };
    let next = js_sys::Reflect::get(event, &"relatedTarget".into()).ok();
    let next = next.and_then(|n| n.dyn_into::<web_sys::Node>().ok());
    if !menu.contains(next.as_ref()) {
        close(&element, false);
    }
}
