//! The reference: pages of Markdown with parts to try, and the table of what runs here.

mod library;
mod tried;

pub(super) use library::Table;
pub(super) use tried::Tried;

use super::fetch::fetch;
use super::layout;
use super::lessons::{Entry, Fetched, Prose, fetch_list, learn_to_read};
use super::parts::{act, button, glyph};
use super::run::Run;
use crate::protocol::{Element, Node, el};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The page that has the table of Go's library.
const LIBRARY: &str = "library";

/// What is shown.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// The name of the page, empty for the list.
    name: String,
    /// Its Markdown; nothing before it is there.
    text: Option<String>,
    /// It could not be fetched.
    lost: bool,
    /// Texts of all pages, once somebody searches.
    texts: Vec<(String, String)>,
    /// What the parts to try of the page show.
    parts: Vec<Option<Node>>,
}

/// All about the reference; copied freely, as signals are.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    /// All pages, in order.
    pub(super) index: RwSignal<Fetched<Vec<Entry>>>,
    pub(super) shown: RwSignal<Shown>,
    /// What pages are searched for.
    pub(super) words: RwSignal<String>,
    /// The parts to try of the page that is shown.
    pub(super) tried: Tried,
}

impl Shelf {
    pub(super) fn new() -> Self {
        let shown = RwSignal::new(Shown::default());
        Self {
            index: RwSignal::new(Fetched::Coming),
            shown,
            words: RwSignal::new(String::new()),
            tried: Tried::new(shown),
        }
    }
}

/// Where the fragment leads in the reference.
pub(super) fn go(run: Run, fragment: &str) {
    let Some(rest) = fragment.strip_prefix("#/reference") else { return };
    let (name, heading) = rest.split_once('#').unwrap_or((rest, ""));
    let (name, heading) = (name.trim_matches('/').to_owned(), heading.to_owned());
    let shelf = run.shelf;
    learn_to_read(run.school);
    if shelf.index.with_untracked(|i| !matches!(i, Fetched::Here(_))) {
        fetch_index(run);
    }
    if name == LIBRARY && run.library.with_untracked(|t| !matches!(t, Table::Here(_))) {
        run.fetch_library();
    }
    if shelf.shown.with_untracked(|s| s.name == name && s.text.is_some()) {
        spawn_local(turn_to(heading));
        return;
    }
    shelf.tried.clear();
    shelf.shown.update(|s| {
        s.name.clone_from(&name);
        (s.text, s.lost) = (None, false);
    });
    if name.is_empty() {
        return;
    }
    spawn_local(async move {
        let text = page(&name).await;
        if shelf.shown.with_untracked(|s| s.name == name) {
            shelf.shown.update(|s| (s.lost, s.text) = (text.is_none(), text));
            layout::to_top(".reference > .scroll");
            turn_to(heading).await;
        }
    });
}

/// Brings a heading into sight, as soon as the page is set.
async fn turn_to(heading: String) {
    const TRIES: u32 = 40;
    for _ in 0..if heading.is_empty() { 0 } else { TRIES } {
        if layout::turn_to(&heading) {
            return;
        }
        TimeoutFuture::new(50).await;
    }
}

/// The Markdown of a page, without its head.
async fn page(name: &str) -> Option<String> {
    let plain = name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    let text = fetch(&format!("./reference/{name}.md")).await.filter(|_| plain)?;
    let (_, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    Some(body.to_owned())
}

pub(super) fn fetch_index(run: Run) {
    fetch_list(run.shelf.index, "./reference/index.json");
}

/// The person searches: all pages are looked through, which are fetched for that once.
pub(super) fn search(run: Run, words: String) {
    let shelf = run.shelf;
    let first = shelf.words.with_untracked(String::is_empty) && !words.is_empty();
    shelf.words.set(words);
    let names: Vec<String> = match shelf.index.get_untracked() {
        Fetched::Here(pages) if first && shelf.shown.with_untracked(|s| s.texts.is_empty()) => {
            pages.into_iter().map(|p| p.name).collect()
        }
        _ => return,
    };
    spawn_local(async move {
        for name in names {
            if let Some(text) = page(&name).await {
                shelf.shown.update(|s| s.texts.push((name, text)));
            }
        }
    });
}

/// The place.
pub(super) fn reference(run: Run) -> Vec<Node> {
    let shelf = run.shelf;
    let Shown { name, text, lost, .. } = shelf.shown.get();
    let mut page = el("article", "page");
    if name.is_empty() {
        page = page.all(list(run));
    } else {
        let title = shelf.index.with(|i| match i {
            Fetched::Here(all) => all.iter().find(|p| p.name == name).map(|p| p.title.clone()),
            _ => None,
        });
        let all = el("a", "").attr("href", "#/reference").says("All pages");
        page = page.with(el("p", "crumb").with(all)).with(el("h1", "").says(title.unwrap_or_else(|| name.clone())));
        page = match text {
            None if lost => page.with(
                el("p", "empty")
                    .attr("role", "alert")
                    .says("There is no such page, or it could not be fetched. ")
                    .with(el("a", "").attr("href", "#/reference").says("To all pages")),
            ),
            None => page.with(el("p", "empty").attr("role", "status").says("The page is being fetched.")),
            Some(text) => {
                let nodes = Prose::of(run.school).blocks(&text).into_iter().map(|node| linked(node, &name));
                page.all(shelf.tried.place(run, nodes.collect()))
            }
        };
        if name == LIBRARY {
            page = page.all(library::library(run));
        }
    }
    let place = el("main", "reference").with(rail(run, &name)).with(el("div", "scroll").with(page));
    vec![place.into()]
}

/// A heading says by what link one comes to it.
fn linked(mut node: Node, page: &str) -> Node {
    if let Node::Element(e) = &mut node
        && let Some((_, id)) = e.attrs.iter().find(|(name, _)| name == "id")
    {
        let link = el("a", "permalink")
            .attr("href", format!("#/reference/{page}#{id}"))
            .attr("aria-label", "Link to this heading")
            .says("#");
        e.children.push(link.into());
    }
    node
}

/// What the pages are, with a field that searches in all of them.
fn list(run: Run) -> Vec<Element> {
    let shelf = run.shelf;
    let words = shelf.words.get();
    let field =
        el("label", "find-lesson").with(glyph("search")).with(el("span", "sr").says("Search the reference")).with(
            el("input", "input")
                .attr("id", "search-reference")
                .attr("type", "search")
                .attr("placeholder", "Search the reference")
                .attr("value", words.clone())
                .does(act("reference-words")),
        );
    let head = [
        el("h1", "").says("Reference"),
        el("p", "lead").says("Modules, versions, packages, commands and builds: to read, and where it helps to try."),
        field,
    ];
    let pages = shelf.index.with(|index| match index {
        Fetched::Coming => vec![el("p", "empty").attr("role", "status").says("The list is being fetched.")],
        Fetched::Lost => {
            vec![el("p", "empty").attr("role", "alert").says("The list could not be fetched. ").with(button(
                "btn",
                "reference-list",
                "Try again",
            ))]
        }
        Fetched::Here(all) => vec![found(run, all, &words)],
    });
    head.into_iter().chain(pages).collect()
}

fn found(run: Run, all: &[Entry], words: &str) -> Element {
    let words = words.to_lowercase();
    let card = |name: &str, title: &str, about: String| {
        let link = el("a", "tile")
            .attr("href", format!("#/reference/{name}"))
            .with(el("b", "").says(title.to_owned()))
            .with(el("span", "").says(about));
        el("li", "").with(link)
    };
    let cards: Vec<Element> = run.shelf.shown.with(|Shown { texts, .. }| {
        let mut cards = Vec::new();
        for p in all {
            let text = texts.iter().find(|t| t.0 == p.name).map_or("", |t| t.1.as_str());
            let about = p.about.replace(['`', '*'], "");
            if words.is_empty() || format!("{} {about}", p.title).to_lowercase().contains(&words) {
                cards.push(card(&p.name, &p.title, about));
            } else if let Some(line) = text.lines().find(|l| l.to_lowercase().contains(&words)) {
                let line: String = line.replace(['`', '*', '#', '|'], " ").chars().take(160).collect();
                cards.push(card(&p.name, &p.title, line));
            }
        }
        cards
    });
    if cards.is_empty() {
        return el("p", "empty").attr("role", "status").says("No page has these words.");
    }
    el("ul", "cards").all(cards)
}

/// The list beside a page.
fn rail(run: Run, here: &str) -> Element {
    let link = |name: &str, title: &str| {
        let link = el("a", "")
            .attr("href", format!("#/reference/{name}"))
            .maybe("aria-current", (name == here).then_some("page"))
            .says(title.to_owned());
        el("li", "").with(link)
    };
    let pages = run.shelf.index.with(|index| match index {
        Fetched::Here(all) => all.iter().map(|p| link(&p.name, &p.title)).collect(),
        _ => Vec::new(),
    });
    let all = el("li", "").with(
        el("a", "")
            .attr("href", "#/reference")
            .maybe("aria-current", here.is_empty().then_some("page"))
            .says("All pages"),
    );
    let list = el("ul", "").with(all).all(pages);
    el("nav", "lesson-rail").attr("aria-label", "Reference").with(list)
}
