//! Panels as data: trees of elements that the worker makes and the page turns into DOM, knowing nothing of what they say.
//!
//! What a program has written only ever becomes [`Node::Text`] or the value of an attribute: it can name neither a tag nor an
//! attribute.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A piece of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Node {
    /// Text.
    #[serde(rename = "t")]
    Text(Cow<'static, str>),
    /// A glyph of the page by its name: those of [`super::StateKind::name`] and a few more. It says nothing by itself.
    #[serde(rename = "g")]
    Glyph(Cow<'static, str>),
    /// An element.
    #[serde(rename = "e")]
    Element(Element),
}

/// An element. It is a pointer to its parts: hundreds of calls build trees of them, and each moves one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Element(Box<Parts>);

impl std::ops::Deref for Element {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl std::ops::DerefMut for Element {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

/// An element's attributes and what is inside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Parts {
    /// Its name in HTML; those of SVG are told by [`Element::is_svg`].
    #[serde(rename = "n")]
    pub tag: Cow<'static, str>,
    /// Its classes.
    #[serde(rename = "c", default, skip_serializing_if = "str::is_empty")]
    pub class: Cow<'static, str>,
    /// Further attributes by name.
    #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
    pub attrs: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    /// What happens when it is clicked.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// What is inside.
    #[serde(rename = "k", default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Node>,
}

/// What a click asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Something of the page's own, by name; fields send their value along.
    Do(Cow<'static, str>),
    /// Select this goroutine.
    Goroutine(u32),
    /// Go to where so many events have happened.
    Moment(u64),
    /// Select the event with this number (from 1), which may lie elsewhere.
    Event(u64),
    /// Show a line of the source.
    Line {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u32,
    },
    /// Show what has this name among the X-rays: `chan 3`, `sync 824633720832`.
    Thing(String),
    /// Open or close a part of a panel by its name.
    Fold(String),
    /// You are the scheduler: take this of what is offered.
    Offer(usize),
    /// Replay a schedule that exploring has found.
    Replay {
        /// The schedule as `golanes replay` takes it.
        schedule: String,
        /// Go to the place that decides: file and line, if there is one.
        place: Option<(String, u32)>,
    },
}

/// A panel that the worker makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Panel {
    /// Channels, locks and everything else that goroutines meet at, and the scheduler.
    Inside,
    /// The selected goroutine: why it waits, its stack and variables.
    Inspector,
    /// The selected event: its causes, and what is before, after and concurrent to it.
    Moment,
    /// The run as text.
    Twin,
    /// What exploring has found.
    Findings,
    /// How the program can end.
    Outcomes,
    /// What comes next is the person's choice.
    Offers,
}

/// An element with classes; more is added by its methods.
pub fn el(tag: &'static str, class: impl Into<Cow<'static, str>>) -> Element {
    element(tag, class.into())
}

// What the methods below have in common is not copied to each of their many callers.
#[inline(never)]
fn element(tag: &'static str, class: Cow<'static, str>) -> Element {
    Element(Box::new(Parts { tag: Cow::Borrowed(tag), class, ..Parts::default() }))
}

/// The dye of a goroutine: eight, then again with a notched chip.
pub fn dye(goid: u32) -> u32 {
    goid.saturating_sub(1) % 8 + 1
}

/// `G3` as a chip in its dye, filled while it is on a processor.
pub fn chip(tag: &'static str, goid: u32, running: bool) -> Element {
    let notch = if goid > 8 { " notch" } else { "" };
    let off = if running { "" } else { " off" };
    el(tag, format!("g d{}{notch}{off}", dye(goid))).says(format!("G{goid}"))
}

/// Text.
pub fn text(words: impl Into<Cow<'static, str>>) -> Node {
    Node::Text(words.into())
}

impl Element {
    /// With one more inside.
    #[must_use]
    pub fn with(self, child: impl Into<Node>) -> Self {
        self.push(child.into())
    }

    #[inline(never)]
    fn push(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    /// With all of these inside.
    #[must_use]
    pub fn all(mut self, children: impl IntoIterator<Item = impl Into<Node>>) -> Self {
        for child in children {
            self = self.push(child.into());
        }
        self
    }

    /// With text inside.
    #[must_use]
    pub fn says(self, words: impl Into<Cow<'static, str>>) -> Self {
        self.push(Node::Text(words.into()))
    }

    /// With an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.set(name, value.into())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.attrs.push((Cow::Borrowed(name), value));
        self
    }

    /// With what a click does.
    #[must_use]
    #[inline(never)]
    pub fn does(mut self, act: Act) -> Self {
        self.act = Some(act);
        self
    }

    /// With an attribute, if there is a value.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Whether it belongs to SVG.
    pub fn is_svg(&self) -> bool {
        matches!(&*self.tag, "svg" | "path" | "g" | "line" | "rect" | "circle" | "marker" | "text" | "title")
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl Node {
    /// The text inside, as it reads: for tests and for the clipboard.
    pub fn words(&self) -> String {
        match self {
            Node::Text(text) => text.to_string(),
            Node::Glyph(_) => String::new(),
            Node::Element(e) => e.children.iter().map(Node::words).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_the_same_after_a_journey_through_json() {
        let node: Node = el("p", "why")
            .attr("title", "a \"b\" <c>")
            .does(Act::Goroutine(3))
            .with(Node::Glyph("send".into()))
            .says("<script>alert(1)</script>")
            .into();
        let json = serde_json::to_string(&node).expect("it is data");
        assert_eq!(serde_json::from_str::<Node>(&json).expect("what we wrote"), node);
        assert_eq!(node.words(), "<script>alert(1)</script>");
    }
}
