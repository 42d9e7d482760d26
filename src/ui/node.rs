//! Turns trees of elements, made by the worker or by the page, into DOM, and keeps what has not changed. What is clicked in them comes to
//! `events`.

use super::icons::{self, Glyph};
use super::run::Run;
use crate::protocol::{Act, Element as Made, Node, Panel};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node as DomNode};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Where an element keeps what a click on it asks for.
const ACT: &str = "data-act";
/// What a field shows: a property of it and no attribute.
const VALUE: &str = "value";

fn make(document: &Document, node: &Node) -> Option<DomNode> {
    match node {
        Node::Text(text) => Some(document.create_text_node(text).into()),
        Node::Glyph(name) => Some(picture(document, icons::named(name))?.into()),
        Node::Element(e) => {
            let element = if e.is_svg() {
                document.create_element_ns(Some(SVG), &e.tag).ok()?
            } else {
                document.create_element(&e.tag).ok()?
            };
            dress(&element, None, e);
            for child in &e.children {
                element.append_child(&make(document, child)?).ok()?;
            }
            fill(&element, e);
            Some(element.into())
        }
    }
}

fn picture(document: &Document, glyph: Glyph) -> Option<Element> {
    let svg = document.create_element_ns(Some(SVG), "svg").ok()?;
    let path = document.create_element_ns(Some(SVG), "path").ok()?;
    path.set_attribute("d", glyph.path).ok()?;
    let fill = if glyph.filled { "currentColor" } else { "none" };
    for (name, value) in
        [("class", "i"), ("viewBox", "0 0 16 16"), ("fill", fill), ("stroke", "currentColor"), ("aria-hidden", "true")]
    {
        svg.set_attribute(name, value).ok()?;
    }
    svg.append_child(&path).ok()?;
    Some(svg)
}

/// Gives an element its attributes, if those of `before` are others.
fn dress(element: &Element, before: Option<&Made>, e: &Made) {
    if before.map_or("", |b| &b.class) != e.class {
        let _ = element.set_attribute("class", &e.class);
    }
    if before.is_some_and(|b| b.attrs == e.attrs && b.act == e.act) {
        return;
    }
    for (name, _) in before.map_or(&[][..], |b| &b.attrs) {
        if !e.attrs.iter().any(|(n, _)| n == name) {
            let _ = element.remove_attribute(name);
        }
    }
    for (name, value) in e.attrs.iter().filter(|(name, _)| name != VALUE) {
        let _ = element.set_attribute(name, value);
    }
    match e.act.as_ref().and_then(|a| serde_json::to_string(a).ok()) {
        Some(act) => _ = element.set_attribute(ACT, &act),
        None => _ = element.remove_attribute(ACT),
    }
}

/// Gives a field its value, if it has another one.
fn fill(element: &Element, e: &Made) {
    let Some((_, value)) = e.attrs.iter().find(|(name, _)| name == VALUE) else { return };
    let name = VALUE.into();
    if js_sys::Reflect::get(element, &name).ok().and_then(|v| v.as_string()).as_deref() != Some(&**value) {
        let _ = js_sys::Reflect::set(element, &name, &(&**value).into());
    }
}

/// Makes the children of `parent`, which show `before`, show `after`.
fn patch(document: &Document, parent: &DomNode, before: &[Node], after: &[Node]) {
    let children = parent.child_nodes();
    for i in (after.len()..before.len()).rev() {
        if let Some(gone) = children.item(i as u32) {
            let _ = parent.remove_child(&gone);
        }
    }
    for (i, node) in after.iter().enumerate() {
        let (Some(old), Some(dom)) = (before.get(i), children.item(i as u32)) else {
            if let Some(new) = make(document, node) {
                let _ = parent.append_child(&new);
            }
            continue;
        };
        if old == node {
            continue;
        }
        match (old, node) {
            (Node::Text(_), Node::Text(text)) => dom.set_node_value(Some(text)),
            (Node::Element(a), Node::Element(b)) if a.tag == b.tag => {
                if let Some(element) = dom.dyn_ref::<Element>() {
                    dress(element, Some(a), b);
                }
                patch(document, &dom, &a.children, &b.children);
                if let Some(element) = dom.dyn_ref::<Element>() {
                    fill(element, b);
                }
            }
            _ => {
                if let Some(new) = make(document, node) {
                    let _ = parent.replace_child(&new, &dom);
                }
            }
        }
    }
}

/// What the element, or one around it, asks for.
pub(super) fn act_of(element: &Element) -> Option<Act> {
    let acting = element.closest("[data-act]").ok()??;
    serde_json::from_str(&acting.get_attribute(ACT)?).ok()
}

/// Elements that the page itself makes of its state, whenever that changes. The box around them takes no room of its own.
#[component]
pub(super) fn Made(make: Box<dyn Fn() -> Vec<Node>>) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let shown = StoredValue::new(Vec::<Node>::new());
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let now = make();
        shown.update_value(|before| {
            if before.is_empty() {
                // The place of an element without children holds a comment.
                place.set_text_content(None);
            }
            patch(&document(), &place, before, &now);
            *before = now;
        });
    });
    view! { <div class="made" node_ref=place></div> }
}

/// A panel of the worker's. `after` is called whenever it has changed.
#[component]
pub(super) fn PanelView(
    run: Run,
    panel: Panel,
    #[prop(into)] class: String,
    #[prop(into)] label: String,
    #[prop(optional)] after: Option<fn(&Element)>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let shown = StoredValue::new(Vec::<Node>::new());
    run.open(panel);
    on_cleanup(move || run.close(panel));
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let node = run.panels.with(|all| all.iter().find(|(p, _)| *p == panel).map(|(_, node)| node.clone()));
        let now: Vec<Node> = node.into_iter().collect();
        shown.update_value(|before| {
            if before.is_empty() {
                // The place of an element without children holds a comment.
                place.set_text_content(None);
            }
            patch(&document(), &place, before, &now);
            *before = now;
        });
        if let Some(after) = after {
            // Once it has its new places.
            request_animation_frame(move || after(&place));
        }
    });
    view! {
        <div class=class node_ref=place tabindex="0" role="region" aria-label=label></div>
    }
}

/// Scrolls a box so that what is current in it is in sight, and nothing else.
pub(super) fn keep_current(place: &Element) {
    let Some(current) = place.query_selector("[aria-current]").ok().flatten() else { return };
    let (frame, row) = (place.get_bounding_client_rect(), current.get_bounding_client_rect());
    if row.top() < frame.top() || row.bottom() > frame.bottom() {
        let middle = row.top() - frame.top() - (frame.height() - row.height()) / 2.0;
        place.set_scroll_top(place.scroll_top() + middle as i32);
    }
}

/// Scrolls the X-ray of this name into sight and lets it be seen for a moment.
pub(super) fn show_thing(name: &str) {
    let all = document().query_selector_all("[data-thing]").ok();
    let count = all.as_ref().map_or(0, web_sys::NodeList::length);
    for i in 0..count {
        let Some(element) = all.as_ref().and_then(|a| a.item(i)).and_then(|n| n.dyn_into::<Element>().ok()) else {
            continue;
        };
        if element.get_attribute("data-thing").as_deref() == Some(name) {
            element.scroll_into_view();
            let again = element.clone();
            let _ = element.class_list().add_1("shown");
            set_timeout(move || _ = again.class_list().remove_1("shown"), std::time::Duration::from_millis(1200));
            return;
        }
    }
}

/// What lies under the pointer, beside it.
#[component]
pub(super) fn Card(run: Run, at: RwSignal<(f64, f64)>) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        place.set_text_content(None);
        run.hint.with(|hint| {
            if let Some(dom) = hint.as_ref().and_then(|node| make(&document(), node)) {
                let _ = place.append_child(&dom);
            }
        });
    });
    let style = move || {
        let (x, y) = at.get();
        format!("--x:{x:.0}px;--y:{y:.0}px")
    };
    view! {
        <div
            class="card"
            class:hidden=move || run.hint.with(Option::is_none)
            class:left=move || at.with(|a| a.0 > 420.0)
            node_ref=place
            style=style
            role="tooltip"
        ></div>
    }
}
