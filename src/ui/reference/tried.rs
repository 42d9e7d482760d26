//! Parts of a page that can be tried: the worker makes them, from what stands in the page and what the person has set.

use super::Shown;
use crate::protocol::{Act, Element, Node, el};
use crate::ui::run::Run;
use leptos::prelude::*;

/// A part.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    kind: String,
    text: String,
    /// What was set: names and values.
    state: Vec<(String, String)>,
}

/// The parts of the page that is shown, by number.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Tried {
    parts: StoredValue<Vec<Part>>,
    shown: RwSignal<Shown>,
}

impl Tried {
    pub(super) fn new(shown: RwSignal<Shown>) -> Self {
        Self { parts: StoredValue::new(Vec::new()), shown }
    }

    /// Another page is shown.
    pub(super) fn clear(self) {
        self.parts.set_value(Vec::new());
        self.shown.update(|s| s.parts.clear());
    }

    /// The page with its parts in their places; those that are not there yet are asked for.
    pub(super) fn place(self, run: Run, nodes: Vec<Node>) -> Vec<Node> {
        let mut number = 0;
        nodes
            .into_iter()
            .map(|node| {
                let Node::Element(e) = &node else { return node };
                let attr = |name: &str| e.attrs.iter().find(|(n, _)| n == name).map(|(_, v)| v.to_string());
                let (Some(kind), Some(text)) = (attr("data-widget"), attr("data-text")) else { return node };
                let at = number;
                number += 1;
                if self.parts.with_value(|p| p.len() <= at) {
                    let part = Part { kind, text, state: Vec::new() };
                    self.parts.update_value(|p| p.push(part));
                    self.ask(run, at);
                }
                let shown = self.shown.with(|s| s.parts.get(at).cloned().flatten());
                let waits = || el("p", "empty").attr("role", "status").says("This part comes with the engine.").into();
                el("div", "tried").with(shown.unwrap_or_else(waits)).into()
            })
            .collect()
    }

    fn ask(self, run: Run, at: usize) {
        let part = self.parts.with_value(|p| p.get(at).cloned());
        if let Some(Part { kind, text, state }) = part {
            run.make_part(at as u32, kind, text, state);
        }
    }

    /// The person has set something: `NUMBER NAME VALUE`, or a field's value that comes beside.
    pub(in crate::ui) fn set(self, run: Run, words: &str, value: String) {
        let mut words = words.splitn(3, ' ');
        let (Some(Ok(at)), Some(name)) = (words.next().map(str::parse::<usize>), words.next()) else { return };
        let value = words.next().map_or(value, str::to_owned);
        self.parts.update_value(|all| {
            let Some(part) = all.get_mut(at) else { return };
            part.state.retain(|(n, _)| n != name);
            part.state.push((name.to_owned(), value));
        });
        self.ask(run, at);
    }

    /// What a part shows now.
    pub(in crate::ui) fn take(self, at: u32, mut node: Node) {
        address(&mut node, at);
        self.shown.update(|Shown { parts: all, .. }| {
            let at = at as usize;
            if all.len() <= at {
                all.resize(at + 1, None);
            }
            all[at] = Some(node);
        });
    }
}

/// Controls say which part they belong to.
fn address(node: &mut Node, at: u32) {
    let Node::Element(e) = node else { return };
    let e: &mut Element = e;
    if let Some(Act::Do(name)) = &mut e.act
        && let Some(rest) = name.strip_prefix("set ")
    {
        *name = format!("part {at} {rest}").into();
    }
    e.children.iter_mut().for_each(|child| address(child, at));
}
