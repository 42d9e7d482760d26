//! The lanes: heads as text beside a canvas that shows the part in view.

use super::canvas::{AXIS, Frame, paint};
use super::gesture::{Gesture, Meaning, Release};
use super::lane_bar::lane_bar;
use super::layout;
use super::node::{self, Card, Made, PanelView};
use super::palette::Palette;
use super::parts::{glyph, state_word};
use super::run::Run;
use super::storage::Density;
use crate::base::grouped;
use crate::protocol::{self, Act, Lane, LaneKind, Node, Panel, Scene, StateKind, el};
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
    let density = web_sys::window().map_or(1.0, |w| w.device_pixel_ratio()) * magnified(canvas);
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
        selected: 0,
        marked: None,
        veiled: false,
    }
}

/// How much larger than its own pixels an element is drawn, in presenter mode.
fn magnified(element: &HtmlElement) -> f64 {
    let own = f64::from(element.client_width());
    if own > 0.0 { (element.get_bounding_client_rect().width() / own).max(0.1) } else { 1.0 }
}

fn context(canvas: &HtmlCanvasElement, frame: &Frame) -> Option<CanvasRenderingContext2d> {
    let (width, height) = ((frame.width * frame.density).round(), (frame.height * frame.density).round());
    if canvas.width() != width as u32 || canvas.height() != height as u32 {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Heights of lane and bar, in pixels.
fn heights(density: Density, lanes: usize, room: f64) -> (f64, f64) {
    let n = lanes.max(1) as f64;
    match density {
        Density::Tall => (48.0, 24.0),
        Density::Normal => (40.0, 20.0),
        Density::Compact => (28.0, 16.0),
        Density::Thin => (14.0, 8.0),
        Density::Threads => (4.0, 3.0),
        Density::Auto if n * 48.0 <= room * 0.7 => (48.0, 24.0),
        Density::Auto if n * 40.0 <= room => (40.0, 20.0),
        Density::Auto => (28.0, 16.0),
    }
}

/// A callback that any number of closures may call.
type Redraw = StoredValue<Option<std::rc::Rc<dyn Fn()>>, LocalStorage>;

/// What the lanes are made of; copied freely.
#[derive(Clone, Copy)]
struct Stage {
    run: Run,
    area: NodeRef<Div>,
    canvas: NodeRef<Canvas>,
    motion: StoredValue<Motion>,
    /// The part in view while hands move it: nothing waits for the worker.
    camera: StoredValue<Option<(f64, f64)>>,
    gesture: StoredValue<Gesture>,
    marked: StoredValue<Option<(f64, f64)>>,
    redraw: Redraw,
    lane: RwSignal<(f64, f64)>,
}

impl Stage {
    fn again(self) {
        self.redraw.with_value(|r| {
            if let Some(r) = r {
                r();
            }
        });
    }

    /// The part in view.
    fn window(self) -> (f64, f64) {
        self.camera.get_value().unwrap_or_else(|| {
            let ((_, left, right), _) = self.motion.get_value().at(now());
            (left, right)
        })
    }

    fn width(self) -> f64 {
        self.canvas.get_untracked().map_or(100.0, |c| f64::from(c.client_width()).max(100.0))
    }

    /// The place on the axis of a pixel.
    fn place(self, pixel: f64) -> f64 {
        let (left, right) = self.window();
        left + pixel / self.width() * (right - left)
    }

    /// Shows another part, at once; the worker sends what is there.
    fn show(self, left: f64, right: f64) {
        let length = self.run.scene.with_untracked(|s| s.as_ref().map_or(24.0, |s| s.length));
        let span = (right - left).max(1e-6).min(length.max(1.0) * 4.0);
        let left = left.clamp(-span * 0.5, (length - span * 0.5).max(0.0));
        self.camera.set_value(Some((left, left + span)));
        self.run.look(|v| (v.left, v.span) = (Some(left), Some(span)));
        self.again();
    }

    fn pan(self, pixels: f64) {
        let (left, right) = self.window();
        let by = pixels / self.width() * (right - left);
        self.show(left + by, right + by);
    }

    fn zoom(self, factor: f64, pixel: f64) {
        let (left, right) = self.window();
        let (at, share) = (self.place(pixel), pixel / self.width());
        let least = self.run.scene.with_untracked(|s| {
            let s = s.as_ref();
            s.map_or(4.0, |s| 4.0 * s.length.max(1.0) / (s.events as f64).max(4.0))
        });
        let span = ((right - left) * factor).max(least * 0.5);
        self.show(at - span * share, at + span * (1.0 - share));
    }

    /// Follows the moment again, with what fits; or shows the whole run.
    fn fit(self, whole: bool) {
        let length = self.run.scene.with_untracked(|s| s.as_ref().map_or(24.0, |s| s.length));
        self.camera.set_value(None);
        self.run.look(|v| (v.left, v.span) = (None, whole.then_some(length * 1.02)));
        self.again();
    }

    /// The moment stands in the middle.
    fn centre(self) {
        let head = self.run.scene.with_untracked(|s| s.as_ref().map_or(0.0, |s| s.chosen.unwrap_or(s.head)));
        let (left, right) = self.window();
        let half = (right - left) / 2.0;
        self.show(head - half, head + half);
    }

    /// The row at a height of the canvas.
    fn row(self, y: f64) -> Option<usize> {
        let area = self.area.get_untracked()?;
        let row = (y - AXIS + f64::from(area.scroll_top())) / self.lane.get_untracked().0;
        (y >= AXIS).then_some(row.max(0.0) as usize)
    }

    /// Where a pointer is on the canvas, in its own pixels.
    fn spot(self, event: &web_sys::MouseEvent) -> Option<(f64, f64)> {
        let canvas = self.canvas.get_untracked()?;
        let rect = canvas.get_bounding_client_rect();
        let large = magnified(&canvas);
        Some(((f64::from(event.client_x()) - rect.left()) / large, (f64::from(event.client_y()) - rect.top()) / large))
    }

    fn mean(self, meaning: Meaning) {
        match meaning {
            Meaning::Nothing => {}
            Meaning::Pan(pixels) => self.pan(pixels),
            Meaning::Zoom { factor, at } => self.zoom(factor, at),
            Meaning::Scrub(pixel) => self.run.seek_to(self.place(pixel)),
            Meaning::Mark(from, to) => {
                let (a, b) = (self.place(from), self.place(to));
                self.marked.set_value(Some((a.min(b), a.max(b))));
                self.again();
            }
        }
    }

    fn release(self, release: Release) {
        self.marked.set_value(None);
        match release {
            Release::Nothing => self.again(),
            Release::Marked(from, to) => {
                let (a, b) = (self.place(from), self.place(to));
                self.show(a.min(b), a.max(b));
            }
            Release::Click(x, y) => {
                if let Some(row) = self.row(y) {
                    self.run.point(row, self.place(x), true);
                }
            }
        }
    }

    /// Keys of the lanes. Letters go by their place on the keyboard. Whether it was one of them.
    fn key(self, event: &web_sys::KeyboardEvent) -> bool {
        let run = self.run;
        let middle = self.width() / 2.0;
        if event.key().chars().count() == 1 && !run.settings.with_untracked(|s| s.keys) {
            return false;
        }
        match event.key().as_str() {
            "ArrowDown" => self.walk(1),
            "ArrowUp" => self.walk(-1),
            "]" => run.follow(true),
            "[" => run.follow(false),
            "." => run.step(false, true),
            "," => run.step(true, true),
            "+" | "=" => run.faster(true),
            "-" => run.faster(false),
            "/" => super::controls::perform(run, "search", String::new()),
            "Enter" => match run.selection.with_untracked(|s| s.event) {
                Some(n) => run.seek(n),
                None => return false,
            },
            "Escape" if run.selection.with_untracked(|s| s.goid.is_some() || s.event.is_some()) => {
                run.select(|s| *s = Default::default());
            }
            _ => match event.code().as_str() {
                "KeyW" => self.zoom(1.0 / 1.3, middle),
                "KeyS" => self.zoom(1.3, middle),
                "KeyA" => self.pan(-80.0),
                "KeyD" => self.pan(80.0),
                "KeyF" => {
                    let head = run.scene.with_untracked(|s| s.as_ref().map_or(0.0, |s| s.chosen.unwrap_or(s.head)));
                    let (left, right) = self.window();
                    let centred = ((left + right) / 2.0 - head).abs() < (right - left) * 0.02;
                    if centred { self.fit(true) } else { self.centre() }
                }
                "KeyP" => run.pin(),
                "KeyH" => run.hide(),
                _ => return false,
            },
        }
        true
    }

    /// Selects the lane above or below.
    fn walk(self, by: isize) {
        let Some(scene) = self.run.scene.get_untracked() else { return };
        let here = self.run.selection.with_untracked(|s| s.goid);
        let goroutines: Vec<u32> =
            scene.lanes.iter().filter(|l| l.what == LaneKind::Goroutine).map(|l| l.goid).collect();
        let at = here.and_then(|g| goroutines.iter().position(|&x| x == g));
        let to = match at {
            None => 0,
            Some(i) => i.saturating_add_signed(by).min(goroutines.len().saturating_sub(1)),
        };
        if let Some(&goid) = goroutines.get(to) {
            self.run.select(|s| (s.goid, s.event) = (Some(goid), None));
        }
        let (Some(area), Some(row)) =
            (self.area.get_untracked(), scene.lanes.iter().position(|l| goroutines.get(to) == Some(&l.goid)))
        else {
            return;
        };
        let (lane, top) = (self.lane.get_untracked().0, f64::from(area.scroll_top()));
        let (y, room) = ((scene.first + row) as f64 * lane, f64::from(area.client_height()) - AXIS);
        if y < top {
            area.set_scroll_top(y as i32);
        } else if y + lane > top + room {
            area.set_scroll_top((y + lane - room) as i32);
        }
    }
}

/// The lanes and their bar.
#[component]
pub(super) fn Lanes(run: Run, theme: RwSignal<u32>) -> impl IntoView {
    let stage = Stage {
        run,
        area: NodeRef::new(),
        canvas: NodeRef::new(),
        motion: StoredValue::new(Motion::STILL),
        camera: StoredValue::new(None),
        gesture: StoredValue::new(Gesture::default()),
        marked: StoredValue::new(None),
        redraw: StoredValue::new_local(None),
        lane: RwSignal::new((40.0, 20.0)),
    };
    let Stage { area, canvas, motion, camera, .. } = stage;
    let palette = StoredValue::new(None::<Palette>);
    let frame_due = StoredValue::new(false);

    let draw = move || -> bool {
        let (Some(area), Some(canvas)) = (area.get_untracked(), canvas.get_untracked()) else { return false };
        let Some(scene) = run.scene.get_untracked() else { return false };
        let ((x, left, right), moving) = motion.get_value().at(now());
        let (left, right) = camera.get_value().unwrap_or((left, right));
        let mut frame = frame_of(&area, &canvas, (x, left, right));
        (frame.lane, frame.bar) = stage.lane.get_untracked();
        frame.selected = run.selection.with_untracked(|s| s.goid.unwrap_or(0));
        frame.marked = stage.marked.get_value();
        frame.veiled = untrack(|| run.school.veiled());
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
    let again = move || {
        if frame_due.get_value() {
            return;
        }
        frame_due.set_value(true);
        request_animation_frame(move || {
            frame_due.set_value(false);
            if draw() {
                stage.again();
            }
        });
    };
    stage.redraw.set_value(Some(std::rc::Rc::new(again)));

    // What part is in view.
    let total = Memo::new(move |_| run.scene.with(|s| s.as_ref().map_or(0, |s| s.total)));
    let look = move || {
        let (Some(area), Some(_)) = (area.get_untracked(), canvas.get_untracked()) else { return };
        let lane = stage.lane.get_untracked().0.max(1.0);
        let first = (f64::from(area.scroll_top()) / lane).floor() as usize;
        // As many as there would be room for: more may come before the lanes have grown.
        let holder = area.closest(".stage").ok().flatten();
        let room = holder.map_or(0, |s| s.client_height()).max(area.client_height()).max(400);
        let rows = (f64::from(room) / lane).ceil() as usize + 1;
        run.look(|v| (v.first, v.rows, v.width) = (first, rows, stage.width()));
        again();
    };
    let measure = move || {
        let Some(area) = area.get_untracked() else { return };
        let holder = area.closest(".stage").ok().flatten();
        let stage_height = holder.map_or(0.0, |s| f64::from(s.client_height()));
        let (density, total) = (run.settings.with_untracked(|s| s.density), total.get_untracked());
        let heights = if stage_height > 0.0 {
            heights(density, total, stage_height * 0.56 - AXIS - 41.0)
        } else {
            // On a phone the stage is no box of its own.
            let window = web_sys::window().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or(800.0);
            let low = density == Density::Auto && total as f64 * 38.0 <= window * 0.38 - AXIS;
            if low { (38.0, 18.0) } else { heights(density, total, 0.0) }
        };
        if stage.lane.get_untracked() != heights {
            stage.lane.set(heights);
        }
        look();
    };
    Effect::new(move |_| {
        let (Some(element), Some(_)) = (area.get(), canvas.get()) else { return };
        measure();
        let on_size = Closure::<dyn FnMut()>::new(measure);
        if let Ok(observer) = web_sys::ResizeObserver::new(on_size.as_ref().unchecked_ref()) {
            observer.observe(&element);
        }
        // It lives as long as the page.
        on_size.forget();
    });
    Effect::new(move |_| {
        total.track();
        run.settings.with(|s| s.density);
        // Once the lanes have their new number.
        request_animation_frame(measure);
    });
    Effect::new(move |_| {
        run.school.veiled();
        theme.track();
        palette.set_value(None);
        again();
    });
    Effect::new(move |_| {
        run.selection.track();
        again();
    });
    Effect::new(move |before: Option<(_, _, _, _)>| {
        let (axis, rows, group, hidden) = run.settings.with(|s| {
            (s.axis, s.rows, s.group, run.lanes.with(|l| (l.filter.clone(), l.pinned.clone(), l.hidden.clone())))
        });
        let now = (axis, rows, group, hidden);
        if before.as_ref().is_some_and(|b| b == &now) {
            return now;
        }
        let other_axis = before.is_some_and(|b| b.0 != axis);
        if other_axis {
            camera.set_value(None);
        }
        run.look(|v| {
            (v.axis, v.by, v.group) = (axis, rows, group);
            (v.filter, v.pinned, v.hidden) = now.3.clone();
            if other_axis {
                (v.left, v.span) = (None, None);
            }
        });
        now
    });
    Effect::new(move |_| {
        let Some(scene) = run.scene.get() else { return };
        if !scene.kept {
            camera.set_value(None);
            run.look(|v| v.left = None);
        }
        let goal = (scene.head, scene.window.0, scene.window.1);
        let (place, _) = motion.get_value().at(now());
        let unit = (goal.2 - goal.1) / 60.0;
        let near = (goal.0 - place.0).abs() <= 4.0 * unit
            && (goal.1 - place.1).abs() <= 4.0 * unit
            && ((goal.2 - goal.1) - (place.2 - place.1)).abs() < unit * 0.01;
        let speed = run.settings.with_untracked(|s| s.speed);
        let calm = !scene.playing || (1..=CALM).contains(&speed);
        let takes = if near && calm && !still() { MOVE_MS } else { 0.0 };
        motion.set_value(Motion { from: if takes > 0.0 { place } else { goal }, to: goal, since: now(), takes });
        again();
    });

    let heads = move || -> Vec<Node> {
        let low = stage.lane.get().0 < 20.0;
        let selected = run.selection.with(|s| s.goid);
        run.scene.with(|s| {
            let lanes = s.as_ref().filter(|_| !low).map_or(&[][..], |s| &s.lanes);
            let first = s.as_ref().map_or(0, |s| s.first);
            let all = lanes.iter().enumerate().map(|(i, lane)| head(first + i, lane, selected));
            vec![el("ul", "heads").attr("style", format!("margin-top: {AXIS}px")).all(all).into()]
        })
    };
    let style = move || {
        let (lane, bar) = stage.lane.get();
        format!("--total: {}; --lane-h: {lane}px; --bar-h: {bar}px", total.get().max(1))
    };
    Effect::new(move |_| {
        let Some(how) = run.zoom.get() else { return };
        match how.as_str() {
            "in" => stage.zoom(1.0 / 1.5, stage.width() / 2.0),
            "out" => stage.zoom(1.5, stage.width() / 2.0),
            _ => stage.fit(camera.get_value().is_some() || run.viewport().span.is_none()),
        }
    });
    let hint_at = RwSignal::new((0.0, 0.0));
    let on_move = move |event: web_sys::PointerEvent| {
        let Some(at) = stage.spot(&event) else { return };
        if stage.gesture.with_value(Gesture::active) {
            let meaning = stage.gesture.try_update_value(|g| g.movement(event.pointer_id(), at));
            run.hint.set(None);
            stage.mean(meaning.unwrap_or(Meaning::Nothing));
        } else if event.pointer_type() == "mouse" {
            hint_at.set(at);
            match stage.row(at.1) {
                Some(row) if at.0 >= 0.0 => run.point(row, stage.place(at.0), false),
                _ => run.hint.set(None),
            }
        }
    };
    let on_down = move |event: web_sys::PointerEvent| {
        let Some(at) = stage.spot(&event).filter(|at| at.0 >= 0.0) else { return };
        if event.button() != 0 {
            return;
        }
        hint_at.set(at);
        if let Some(canvas) = canvas.get_untracked() {
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        let meaning =
            stage.gesture.try_update_value(|g| g.down(event.pointer_id(), at, event.shift_key(), at.1 < AXIS));
        stage.mean(meaning.unwrap_or(Meaning::Nothing));
    };
    let on_up = move |event: web_sys::PointerEvent| {
        let Some(at) = stage.spot(&event) else { return };
        let release = stage.gesture.try_update_value(|g| g.up(event.pointer_id(), at));
        stage.release(release.unwrap_or(Release::Nothing));
        if let (true, Some(row)) = (event.pointer_type() != "mouse", stage.row(at.1)) {
            // A tap tells what hovering tells.
            run.point(row, stage.place(at.0), false);
        }
    };
    let on_wheel = move |event: web_sys::WheelEvent| {
        let Some(at) = stage.spot(&event) else { return };
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            stage.zoom((1.0 + event.delta_y() * 0.004).clamp(0.5, 2.0), at.0);
        } else if event.shift_key() || event.delta_x().abs() > event.delta_y().abs() {
            event.prevent_default();
            stage.pan(if event.delta_x() == 0.0 { event.delta_y() } else { event.delta_x() });
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.alt_key()) && stage.key(&event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <section class="lanes-panel" aria-label="Lanes">
            <div class="bar">
                <Made make=Box::new(move || lane_bar(run))/>
                <Made make=Box::new(move || vec![layout::enlarge(run, layout::Large::Lanes).into()])/>
            </div>
            <Made make=Box::new(move || empty(run))/>
            <Show when=move || run.twin.get()>
                <PanelView run=run panel=Panel::Twin class="twin-box scroll" label="The run as text" after=node::keep_current/>
            </Show>
            <div
                class="lanes"
                class:hidden=move || run.twin.get() || run.scene.with(Option::is_none)
                class:low=move || stage.lane.get().0 < 20.0
                class:flat=move || stage.lane.get().0 < 36.0
                node_ref=area
                style=style
                tabindex="0"
                role="group"
                aria-roledescription="lanes of goroutines"
                aria-label=move || run.scene.with(|s| s.as_ref().map(spoken))
                data-window=move || run.scene.with(|s| s.as_ref().map(|s| format!("{:.1} {:.1}", s.window.0, s.window.1)))
                on:scroll=move |_| look()
                on:keydown=on_key
                on:wheel=on_wheel
            >
                <div class="pinned">
                    <div class="axis-name">
                        {move || run.scene.with(|s| goroutines(s.as_ref().map_or(0, |s| s.goroutines)))}
                    </div>
                    <canvas
                        node_ref=canvas
                        aria-hidden="true"
                        on:pointerdown=on_down
                        on:pointermove=on_move
                        on:pointerup=on_up
                        on:pointercancel=move |_| stage.gesture.update_value(Gesture::cancel)
                        on:pointerleave=move |_| run.hint.set(None)
                        on:dblclick=move |event| {
                            if let Some(at) = stage.spot(&event) {
                                stage.zoom(1.0 / 3.0, at.0);
                            }
                        }
                    ></canvas>
                </div>
                <Made make=Box::new(heads)/>
            </div>
            <Show when=move || run.by_you()>
                <PanelView run=run panel=Panel::Offers class="offers-box scroll" label="What comes next is your choice"/>
            </Show>
            <Card run=run at=hint_at/>
        </section>
    }
}

fn goroutines(n: usize) -> String {
    match n {
        1 => "1 goroutine".into(),
        n => format!("{} goroutines", grouped(n as u64)),
    }
}

fn spoken(s: &Arc<Scene>) -> String {
    let c = s.counts;
    format!(
        "{} at event {} of {}: {} running, {} runnable, {} waiting",
        goroutines(s.goroutines),
        s.event,
        s.events,
        c.running,
        c.runnable,
        c.waiting
    )
}

/// What is said where there are no lanes.
fn empty(run: Run) -> Vec<Node> {
    if run.scene.with(Option::is_some) {
        return Vec::new();
    }
    let broken = run.problems.with(|p| p.iter().any(|p| p.error));
    let words = match broken {
        true => "The program does not compile yet: the problems say where.",
        false => "Run the program to see its goroutines.",
    };
    vec![el("p", "empty").says(words).into()]
}

/// What stands at the left of a lane.
fn head(row: usize, l: &Lane, selected: Option<u32>) -> Node {
    let running = l.kind == StateKind::Running;
    let place = if l.line > 0 { format!(", line {}", l.line) } else { String::new() };
    let goid = l.goid;
    let title = match l.what {
        LaneKind::Goroutine => format!("G{goid} {}: {} {}{place}", l.name, l.state, l.detail),
        _ => format!("{}: {} {}", l.name, l.state, l.detail),
    };
    let (first, act) = match &l.what {
        LaneKind::Goroutine => (protocol::chip("b", goid, running), Some(Act::Goroutine(goid))),
        LaneKind::Group(_, name) => (el("span", "opens").with(glyph("right")), Some(Act::Fold(name.clone()))),
        LaneKind::Proc(_) if goid != 0 => (protocol::chip("b", goid, true), Some(Act::Goroutine(goid))),
        LaneKind::Proc(_) => (el("span", "opens"), None),
    };
    let mut class = "lane-head".to_owned();
    if l.kind == StateKind::Unborn {
        class.push_str(" unborn");
    }
    if l.what == LaneKind::Goroutine && selected == Some(goid) {
        class.push_str(" selected");
    }
    let name = if l.pinned { format!("⊤ {}", l.name) } else { l.name.clone() };
    // There is little room; the title has the runtime's whole word.
    let word = l.state.strip_prefix("sync.").unwrap_or(&l.state).to_owned();
    let how = el("span", "how").with(state_word(l.kind, word)).with(el("span", "detail").says(l.detail.clone()));
    let mut head = el("li", class)
        .attr("style", format!("--row: {row}; --depth: {}", l.depth.min(4)))
        .attr("data-goid", goid.to_string())
        .attr("data-state", l.kind.name())
        .attr("title", title)
        .with(first)
        .with(el("span", "name").says(name))
        .with(how);
    head.act = act;
    head.into()
}
