//! Markdown as trees of elements: read by a script that comes with the first page that needs it.

use super::School;
use crate::protocol::Node;
use crate::ui::engine_worker::address_of;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlScriptElement;

#[wasm_bindgen]
extern "C" {
    /// `lessons/markdown.js`.
    #[wasm_bindgen(js_name = golanesMarkdown, catch)]
    fn golanes_markdown(markdown: &str) -> Result<String, JsValue>;
}

/// Fetches what reads Markdown, once.
pub(in crate::ui) fn learn_to_read(school: School) {
    if school.reads.get_untracked() {
        return;
    }
    let document = document();
    if document.query_selector("#markdown").is_ok_and(|e| e.is_some()) {
        return;
    }
    let Ok(script) = document.create_element("script") else { return };
    let script: HtmlScriptElement = script.unchecked_into();
    script.set_id("markdown");
    script.set_src(&address_of("golanes-markdown"));
    let on_load = Closure::once_into_js(move || school.reads.set(true));
    script.set_onload(Some(on_load.unchecked_ref()));
    if let Some(head) = document.head() {
        let _ = head.append_child(&script);
    }
}

/// Texts with their dress on, if that can be read already; as they are otherwise.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Prose(pub(in crate::ui) bool);

impl Prose {
    pub(in crate::ui) fn of(school: School) -> Self {
        Self(school.reads.get())
    }

    /// Paragraphs, lists, tables.
    pub(in crate::ui) fn blocks(self, markdown: &str) -> Vec<Node> {
        let read = self.0.then(|| golanes_markdown(markdown).ok()).flatten();
        let nodes = read.and_then(|json| serde_json::from_str(&json).ok());
        nodes.unwrap_or_else(|| vec![crate::protocol::el("p", "").says(markdown.to_owned()).into()])
    }

    /// The same of a text of one paragraph, without its frame.
    pub(in crate::ui) fn line(self, markdown: &str) -> Vec<Node> {
        let mut blocks = self.blocks(markdown);
        match blocks.pop() {
            Some(Node::Element(p)) if blocks.is_empty() && p.tag == "p" => p.children.clone(),
            Some(last) => {
                blocks.push(last);
                blocks
            }
            None => blocks,
        }
    }
}
