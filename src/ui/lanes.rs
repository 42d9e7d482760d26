//! The lanes: heads as text beside a canvas that shows the part in view.

use super::canvas::{AXIS, Frame, number, paint};
use super::icons::{Chip, FIT, Icon, MINUS, PLUS, StateWord};
use super::palette::Palette;
use super::run::Run;
use crate::protocol::{Lane, Scene, StateKind};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

/// Milliseconds that the playhead takes to its next place.
const MOVE_MS: f64 = 220.0;
/// Above so many events a second it jumps.
const CALM: u32 = 8;

/// How the canvas gets from one scene to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Motion {
    from: (f64, f64, f64),
    to: (f64, f64, f64),
    since: f64,
    /// Milliseconds, 0 for at once.
    takes: f64,
}

impl Motion {
    const STILL: Self = Self { from: (0.0, 0.0, 24.0), to: (0.0, 0.0, 24.0), since: 0.0, takes: 0.0 };

    fn at(&self, now: f64) -> ((f64, f64, f64), bool) {
        let t = if self.takes > 0.0 { ((now - self.since) / self.takes).clamp(0.0, 1.0) } else { 1.0 };
        let rest = 1.0 - t;
        let eased = 1.0 - rest * rest * rest;
        let mix = |a: f64, b: f64| a + (b - a) * eased;
        let (a, b) = (self.from, self.to);
        ((mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2)), t < 1.0)
    }
}

fn now() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

/// A length of style/tokens.css in pixels.
fn length(element: &HtmlElement, token: &str) -> Option<f64> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    style.get_property_value(token).ok()?.trim().trim_end_matches("px").parse().ok()
}

/// Whether the person wants things to stand still.
fn still() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|q| q.matches())
}

/// What is read from the document when a lane is painted.
fn frame_of(area: &HtmlElement, canvas: &HtmlCanvasElement, place: (f64, f64, f64)) -> Frame {
    let density = web_sys::window().map_or(1.0, |w| w.device_pixel_ratio());
    Frame {
        width: f64::from(canvas.client_width()),
        height: f64::from(canvas.client_height()),
        density,
        scroll: f64::from(area.scroll_top()),
        lane: length(area, "--lane-h").unwrap_or(40.0),
        bar: length(area, "--bar-h").unwrap_or(20.0),
        x: place.0,
        left: place.1,
        right: place.2,
    }
}

fn context(canvas: &HtmlCanvasElement, frame: &Frame) -> Option<CanvasRenderingContext2d> {
    let (width, height) = ((frame.width * frame.density).round(), (frame.height * frame.density).round());
    if canvas.width() != width as u32 || canvas.height() != height as u32 {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// One lane per goroutine.
#[component]
pub(super) fn Lanes(run: Run, theme: RwSignal<u32>) -> impl IntoView {
    let area = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let palette = StoredValue::new(None::<Palette>);
    let motion = StoredValue::new(Motion::STILL);
    let frame_due = StoredValue::new(false);

    let draw = move || -> bool {
        let (Some(area), Some(canvas)) = (area.get_untracked(), canvas.get_untracked()) else { return false };
        let Some(scene) = run.scene.get_untracked() else { return false };
        let (place, moving) = motion.get_value().at(now());
        let frame = frame_of(&area, &canvas, place);
        if palette.with_value(Option::is_none) {
            palette.set_value(Palette::read());
        }
        if let Some(ctx) = context(&canvas, &frame) {
            palette.with_value(|p| {
                if let Some(p) = p {
                    paint(&ctx, p, &scene, frame);
                }
            });
        }
        moving
    };
    // At most one painting a frame, and further ones while something moves.
    let request = StoredValue::new_local(None::<std::rc::Rc<dyn Fn()>>);
    let again = move || {
        if frame_due.get_value() {
            return;
        }
        frame_due.set_value(true);
        request_animation_frame(move || {
            frame_due.set_value(false);
            if draw() {
                request.with_value(|r| {
                    if let Some(r) = r {
                        r();
                    }
                });
            }
        });
    };
    request.set_value(Some(std::rc::Rc::new(again)));

    // What part is in view.
    let look = move || {
        let (Some(area), Some(canvas)) = (area.get_untracked(), canvas.get_untracked()) else { return };
        let lane = length(&area, "--lane-h").unwrap_or(40.0).max(1.0);
        let first = (f64::from(area.scroll_top()) / lane).floor() as usize;
        let rows = (f64::from(area.client_height()) / lane).ceil() as usize + 1;
        let width = f64::from(canvas.client_width()).max(100.0);
        run.look(|v| (v.first, v.rows, v.width) = (first, rows, width));
        again();
    };
    Effect::new(move |_| {
        let (Some(element), Some(_)) = (area.get(), canvas.get()) else { return };
        look();
        let on_size = Closure::<dyn FnMut()>::new(look);
        if let Ok(observer) = web_sys::ResizeObserver::new(on_size.as_ref().unchecked_ref()) {
            observer.observe(&element);
        }
        // It lives as long as the page.
        on_size.forget();
    });
    Effect::new(move |_| {
        theme.track();
        palette.set_value(None);
        again();
    });
    Effect::new(move |_| {
        let Some(scene) = run.scene.get() else { return };
        let goal = (scene.x, scene.window.0, scene.window.1);
        let (place, _) = motion.get_value().at(now());
        let near =
            (goal.0 - place.0).abs() <= 2.0 && (goal.1 - place.1).abs() <= 2.0 && goal.2 - goal.1 == place.2 - place.1;
        let speed = run.settings.with_untracked(|s| s.speed);
        let calm = !scene.playing || (1..=CALM).contains(&speed);
        let takes = if near && calm && !still() { MOVE_MS } else { 0.0 };
        motion.set_value(Motion { from: if takes > 0.0 { place } else { goal }, to: goal, since: now(), takes });
        again();
    });

    let total = Memo::new(move |_| run.scene.with(|s| s.as_ref().map_or(0, |s| s.total)));
    let heads = move || {
        run.scene.with(|s| {
            let Some(s) = s else { return ().into_any() };
            let first = s.first;
            s.lanes.iter().enumerate().map(|(i, lane)| head(first + i, lane)).collect_view().into_any()
        })
    };
    let zoom = move |factor: f64| {
        let shown = run.scene.with_untracked(|s| s.as_ref().map_or(24.0, |s| s.window.1 - s.window.0));
        let all = run.scene.with_untracked(|s| s.as_ref().map_or(24.0, |s| s.events as f64 + 1.0));
        run.look(|v| v.span = Some((shown * factor).clamp(8.0, all.max(24.0))));
    };
    let whole = move || {
        let fitted = run.span().is_none();
        run.look(|v| v.span = fitted.then_some(1e12));
    };
    let style = move || format!("--total: {}", total.get().max(1));
    view! {
        <section class="lanes-panel" aria-label="Lanes">
            <div class="bar">
                <h2>"Lanes"</h2>
                <Counts run=run/>
                <span class="push"></span>
                <button class="btn bare icon" aria-label="Show more events" title="Show more events" on:click=move |_| zoom(1.5)>
                    <Icon glyph=MINUS/>
                </button>
                <button class="btn bare icon" aria-label="Show fewer events" title="Show fewer events" on:click=move |_| zoom(1.0 / 1.5)>
                    <Icon glyph=PLUS/>
                </button>
                <button class="btn bare icon" aria-label="Whole run or what fits" title="Whole run or what fits" on:click=move |_| whole()>
                    <Icon glyph=FIT/>
                </button>
            </div>
            <Show when=move || run.scene.with(Option::is_none)>
                <p class="empty">
                    {move || {
                        if run.problems.with(|p| p.iter().any(|p| p.error)) {
                            "The program does not compile yet: the problems say where."
                        } else {
                            "Run the program to see its goroutines."
                        }
                    }}
                </p>
            </Show>
            <div
                class="lanes"
                class:hidden=move || run.scene.with(Option::is_none)
                node_ref=area
                style=style
                tabindex="0"
                role="group"
                aria-label=move || run.scene.with(|s| s.as_ref().map(spoken))
                on:scroll=move |_| look()
            >
                <div class="pinned">
                    <div class="axis-name">{move || goroutines(total.get())}</div>
                    <canvas node_ref=canvas aria-hidden="true"></canvas>
                </div>
                <ul class="heads" style=format!("margin-top: {AXIS}px")>{heads}</ul>
            </div>
        </section>
    }
}

fn goroutines(n: usize) -> String {
    match n {
        1 => "1 goroutine".into(),
        n => format!("{} goroutines", number(n as u64)),
    }
}

fn spoken(s: &Arc<Scene>) -> String {
    let c = s.counts;
    format!(
        "{} at event {} of {}: {} running, {} runnable, {} waiting",
        goroutines(s.total),
        s.event,
        s.events,
        c.running,
        c.runnable,
        c.waiting
    )
}

/// How many goroutines are in which state.
#[component]
fn Counts(run: Run) -> impl IntoView {
    let counts = Memo::new(move |_| run.scene.with(|s| s.as_ref().map(|s| s.counts)));
    move || {
        counts.get().map(|c| {
            view! {
                <span class="counts">
                    <StateWord kind=StateKind::Running word=format!("{} running", c.running)/>
                    <StateWord kind=StateKind::Runnable word=format!("{} runnable", c.runnable)/>
                    <StateWord kind=StateKind::Wait word=format!("{} waiting", c.waiting)/>
                </span>
            }
        })
    }
}

fn head(row: usize, l: &Lane) -> impl IntoView + use<> {
    let kind = l.kind.name();
    let running = l.kind == StateKind::Running;
    let place = if l.line > 0 { format!(", line {}", l.line) } else { String::new() };
    let title = format!("G{} {}: {} {}{place}", l.goid, l.name, l.state, l.detail);
    view! {
        <li
            class="lane-head"
            class:unborn=l.kind == StateKind::Unborn
            style=format!("--row: {row}")
            data-goid=l.goid
            data-state=kind
            title=title
        >
            <Chip goid=l.goid running=running/>
            <span class="name">{l.name.clone()}</span>
            <span class="how">
                // There is little room; the title has the runtime's whole word.
                <StateWord kind=l.kind word=l.state.strip_prefix("sync.").unwrap_or(&l.state)/>
                <span class="detail">{l.detail.clone()}</span>
            </span>
        </li>
    }
}
