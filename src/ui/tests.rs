//! The page's components in a real browser, each with what the worker would have told it.

use super::editor::{EditorHandle, EditorPane};
use super::inside::{Inside, Inspector};
use super::lanes::Lanes;
use super::lessons::{self, Fetched};
use super::node::{Made, PanelView};
use super::overlay::{Over, Overlay};
use super::results::Results;
use super::run::{Run, Tab};
use super::travel;
use super::{controls, events, storage};
use crate::lessons::Lesson;
use crate::protocol::{
    Act, Answer, Counts, Lane, LaneKind, Mark, Node, Output, Panel, Piece, Problem, Ribbon, Scene, StateKind, el, text,
};
use gloo_timers::future::TimeoutFuture;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A fresh box in the document.
fn stage() -> HtmlElement {
    let place = document().create_element("div").expect("a box").unchecked_into::<HtmlElement>();
    document().body().expect("a body").append_child(&place).expect("a place in the document");
    place
}

/// Lets effects and frames happen.
async fn settle() {
    TimeoutFuture::new(60).await;
}

fn find(place: &HtmlElement, selector: &str) -> Element {
    let found = place.query_selector(selector).ok().flatten();
    found.unwrap_or_else(|| panic!("no {selector} in {}", place.inner_html()))
}

fn all(place: &HtmlElement, selector: &str) -> u32 {
    place.query_selector_all(selector).expect("a selector").length()
}

fn words(place: &HtmlElement, selector: &str) -> String {
    find(place, selector).text_content().unwrap_or_default()
}

fn click(place: &HtmlElement, selector: &str) {
    find(place, selector).unchecked_into::<HtmlElement>().click();
}

thread_local! {
    /// The document listens once.
    static PAGE: Run = {
        let run = Run::new();
        events::listen(run);
        run
    };
}

/// The page's state, as after a first visit.
fn page() -> Run {
    let run = PAGE.with(|run| *run);
    storage::forget();
    run.school.open.set(None);
    run.overlay.set(None);
    run.tab.set(Tab::Output);
    run
}

fn mount<V: IntoView + 'static>(place: &HtmlElement, view: impl FnOnce() -> V + 'static) {
    mount_to(place.clone(), view).forget();
}

fn lane(goid: u32, name: &str, kind: StateKind) -> Lane {
    let piece = Piece { goid: 0, from: 0.0, to: 8.0, kind, label: name.to_owned() };
    Lane {
        what: LaneKind::Goroutine,
        goid,
        depth: goid - 1,
        pinned: false,
        cut: None,
        name: name.to_owned(),
        state: kind.name().to_owned(),
        kind,
        detail: "on jobs".into(),
        line: 3,
        pieces: vec![piece],
        shares: Vec::new(),
    }
}

fn scene() -> Scene {
    let ribbon = Ribbon {
        events: 20,
        rows: vec![(1, vec![Piece { goid: 0, from: 0.0, to: 20.0, kind: StateKind::Running, label: String::new() }])],
        prints: vec![4],
        found: vec![(12, "G2 waits for ever from here on (chan send)".into())],
    };
    Scene {
        x: 8.0,
        tick: 100,
        event: 8,
        events: 20,
        window: (0.0, 20.0),
        length: 20.0,
        head: 8.0,
        time: "3 µs".into(),
        complete: true,
        counts: Counts::default(),
        total: 2,
        goroutines: 2,
        lanes: vec![lane(1, "main", StateKind::Running), lane(2, "worker", StateKind::Send)],
        marks: vec![Mark { goid: 1, file: "main.go".into(), line: 3, running: true }],
        now: "G1 starts G2 (worker).".into(),
        next: "G2 sends 1 into jobs.".into(),
        ribbon: Some(ribbon),
        ..Scene::default()
    }
}

#[wasm_bindgen_test]
async fn trees_become_elements_and_only_what_changed_is_touched() {
    let place = stage();
    let shown = RwSignal::new(vec![
        Node::from(el("p", "a").attr("title", "x").says("<b>no markup</b>")),
        el("svg", "").with(el("path", "").attr("d", "M0 0H1")).into(),
        el("input", "").attr("value", "1").into(),
    ]);
    mount(&place, move || view! { <Made make=Box::new(move || shown.get())/> });
    settle().await;
    assert_eq!(words(&place, "p.a"), "<b>no markup</b>");
    assert_eq!(all(&place, "b"), 0);
    assert_eq!(find(&place, "path").namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    let before = find(&place, "p");
    shown.set(vec![el("p", "b").says("other").into(), text("plain")]);
    settle().await;
    assert!(before.is_same_node(Some(&find(&place, "p.b"))), "the element stays");
    assert_eq!((words(&place, "p"), all(&place, "svg")), ("other".to_owned(), 0));
    assert_eq!(find(&place, "p").get_attribute("title"), None);
}

#[wasm_bindgen_test]
async fn results_show_output_as_text_and_problems_with_their_count() {
    let (place, run) = (stage(), page());
    mount(&place, move || view! { <Results run=run/> });
    let written = |tick, text: &str, err| Output { tick, text: text.to_owned(), err };
    run.take(Answer::Scene(Box::new(scene())));
    run.take(Answer::Output {
        fresh: true,
        pieces: vec![written(50, "<i>seen</i>\n", false), written(900, "later\n", true)],
    });
    settle().await;
    assert!(words(&place, ".sheet").contains("<i>seen</i>"));
    assert_eq!(all(&place, ".sheet i"), 0, "output is text");
    let problem = Problem {
        file: "main.go".into(),
        line: 7,
        col: 2,
        message: "declared and not used: x".into(),
        error: true,
        fixes: Vec::new(),
    };
    run.take(Answer::Problems(vec![problem]));
    settle().await;
    assert_eq!(words(&place, "#tab-problems .count"), "1");
    click(&place, "#tab-problems");
    settle().await;
    assert!(words(&place, ".sheet").contains("declared and not used: x"));
    for tab in Tab::ALL {
        click(&place, &format!("#tab-{}", tab.id()));
        settle().await;
        assert_eq!(find(&place, &format!("#tab-{}", tab.id())).get_attribute("aria-selected").as_deref(), Some("true"));
        // What trying schedules has found is the worker's to say, and a field has no words.
        let said = !words(&place, ".sheet").trim().is_empty();
        assert!(said || matches!(tab, Tab::Input | Tab::Findings | Tab::Outcomes), "{} is not empty", tab.id());
    }
}

#[wasm_bindgen_test]
async fn travel_tells_the_moment_and_marks_what_decides() {
    let (place, run) = (stage(), page());
    mount(&place, move || {
        view! {
            <Made make=Box::new(move || travel::keys(run))/>
            <Made make=Box::new(move || travel::told(run))/>
            <Made make=Box::new(move || travel::ribbon_picture(run))/>
            <Made make=Box::new(move || travel::ribbon_slider(run))/>
            <Made make=Box::new(move || travel::ribbon_found(run))/>
            <Made make=Box::new(move || travel::dials(run))/>
        }
    });
    run.take(Answer::Scene(Box::new(scene())));
    settle().await;
    assert!(words(&place, ".told").contains("Event 8 of 20"));
    assert!(words(&place, ".told .next").contains("G2 sends 1 into jobs."));
    assert_eq!(all(&place, ".mk"), 1);
    let found = find(&place, ".found");
    assert_eq!(
        found.get_attribute("aria-label").as_deref(),
        Some("G2 waits for ever from here on (chan send), event 12")
    );
    let slider = find(&place, "#ribbon");
    assert!(slider.get_attribute("aria-valuetext").is_some_and(|t| t.starts_with("event 8 of 20.")));
    let units = find(&place, "#unit");
    assert_eq!(units.child_element_count(), storage::StepBy::ALL.len() as u32);
}

#[wasm_bindgen_test]
async fn lanes_have_heads_with_words_and_a_painted_canvas() {
    let (place, run) = (stage(), page());
    place.set_attribute("style", "width: 900px; height: 400px").expect("a size");
    let theme = RwSignal::new(0);
    mount(&place, move || view! { <Lanes run=run theme=theme/> });
    run.take(Answer::Scene(Box::new(scene())));
    settle().await;
    settle().await;
    let told = place.text_content().unwrap_or_default();
    assert!(told.contains("main") && told.contains("worker"), "{told}");
    assert!(all(&place, "canvas") >= 1);
}

#[wasm_bindgen_test]
async fn panels_show_what_the_worker_makes_and_their_clicks_arrive() {
    let (place, run) = (stage(), page());
    mount(&place, move || {
        view! { <Inside run=run/><Inspector run=run/> <PanelView run=run panel=Panel::Findings class="x" label="Findings"/> }
    });
    settle().await;
    let chip = |goid| el("button", "g").does(Act::Goroutine(goid)).says(format!("G{goid}"));
    run.take(Answer::Panel(Panel::Inside, el("section", "one").says("jobs, 2 of 3").into()));
    run.take(Answer::Panel(Panel::Inspector, el("div", "two").with(chip(7)).into()));
    run.take(Answer::Panel(Panel::Findings, el("div", "three").says("nothing found").into()));
    settle().await;
    assert_eq!(words(&place, ".one"), "jobs, 2 of 3");
    assert_eq!(words(&place, ".three"), "nothing found");
    click(&place, ".two button");
    assert_eq!(run.selection.get_untracked().goid, Some(7));
}

#[wasm_bindgen_test]
async fn every_overlay_opens_with_its_title_and_closes() {
    let (place, run) = (stage(), page());
    mount(&place, move || view! { <Over run=run/> });
    let each = [
        (Overlay::Keys, "Keys"),
        (Overlay::Palette, "Commands"),
        (Overlay::Programs, "Earlier programs"),
        (Overlay::Files, "Open, save, export"),
        (Overlay::Settings, "Settings"),
        (Overlay::About, "About golanes"),
    ];
    for (overlay, title) in each {
        run.overlay.set(Some(overlay));
        settle().await;
        assert_eq!(words(&place, "#over-title"), title);
        assert!(find(&place, "dialog").has_attribute("open"));
        controls::perform(run, "over", String::new());
        settle().await;
        assert!(!find(&place, "dialog").has_attribute("open"));
    }
}

#[wasm_bindgen_test]
async fn without_its_script_the_editor_is_a_text_area_that_edits() {
    let (place, run) = (stage(), page());
    mount(&place, move || view! { <EditorPane run=run handle=EditorHandle::new()/> });
    settle().await;
    let area = find(&place, "#plain").unchecked_into::<web_sys::HtmlTextAreaElement>();
    assert_eq!(area.value(), run.text.get_untracked());
    area.set_value("package main\n");
    let event = web_sys::Event::new("input").expect("an event");
    area.dispatch_event(&event).expect("it is sent");
    assert_eq!(run.text.get_untracked(), "package main\n");
    assert_eq!(storage::load_text().as_deref(), Some("package main\n"));
}

const LESSON: &str = "---
title: Counting
group: Patterns
order: 1
---
What it is for.

## Programs

### main.go: As it should be
- knob workers: Workers, 1 | 2 | 3

### broken.go: Broken
- ends: deadlock

## Predict

How many?

- two = 2
- three = 3

measure: goroutines

Because.

## Look at

- `prints` The number.
";

#[wasm_bindgen_test]
async fn a_lesson_has_variants_knobs_predictions_and_notes() {
    let (place, run) = (stage(), page());
    let program = |n: u32| format!("package main\n\nconst workers = {n}\n\nfunc main() {{}}\n");
    let opened = lessons::Opened {
        name: "counting".into(),
        lesson: Lesson::read(LESSON).expect("a lesson"),
        sources: [("main.go".to_owned(), program(2)), ("broken.go".to_owned(), program(3))].into(),
    };
    run.school.answers.update(|a| a.guesses = vec![None]);
    run.school.open.set(Some(Fetched::Here(Arc::new(opened))));
    lessons::show(run, "main.go");
    let event = Memo::new(move |_| run.scene.with(|s| s.as_ref().map_or(0, |s| s.event)));
    mount(&place, move || {
        view! {
            <Made make=Box::new(move || lessons::head(run))/>
            <Made make=Box::new(move || lessons::foot(run, event))/>
        }
    });
    settle().await;
    assert_eq!(words(&place, "h1"), "Counting");
    assert_eq!(all(&place, ".variants .tab"), 2);
    assert_eq!(words(&place, ".knob [aria-pressed=true]"), "2");
    click(&place, ".knob button:last-child");
    settle().await;
    assert!(run.text.get_untracked().contains("workers = 3"), "the knob rewrites the source");
    assert_eq!(storage::load_lessons().edits.len(), 1, "and that is kept with the lesson");
    assert_eq!(storage::load_text(), None, "not in the playground's place");
    click(&place, ".guess button");
    run.take(Answer::Observed { spots: vec![Some(5)], measures: vec![Some("3".into())] });
    settle().await;
    assert_eq!(words(&place, ".guess .right"), "three (the run says so)");
    assert!(words(&place, ".because").contains("Not this time. Because."));
    assert_eq!(words(&place, ".notes .at-step"), "5");
    assert!(storage::load_lessons().done.contains("counting"));
    click(&place, ".variants .tab:last-child");
    settle().await;
    run.take(Answer::Widget { id: lessons::FIX, node: el("pre", "diff").says("-const workers = 3").into() });
    settle().await;
    assert!(words(&place, ".diff").contains("-const workers = 3"));
    storage::forget();
}
